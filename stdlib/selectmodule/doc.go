// Package selectmodule is the module select: waiting for descriptors with select, poll and epoll.
package selectmodule

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var pollType, epollType objects.Type

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "select",
	Doc:  "Waiting for one of many descriptors: select(), poll() and the class epoll.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "select", Sig: "rlist, wlist, xlist, timeout=None, /", Doc: "Wait until something of rlist can be read, of wlist can be written, or of xlist has an exceptional state. The items are\ndescriptors and objects with a method fileno().\n\nThe result is three lists with the items that are ready. They are empty when timeout, a number of seconds, has passed; None\nis no limit.", Fn: selectFunc},
			{Name: "poll", Doc: "Make an object that waits for descriptors with the system call of this name.", Fn: func(t *thread, self value, args []value) (value, error) {
				v := pollType.NewInstance()
				objects.As[pollObject](v).events = map[int32]int16{}
				return v, nil
			}},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if pollType.Name == "" {
			initPoll()
			initEpoll()
		}
		objects.NewType(&pollType)
		native.Export(m, &epollType)
		m.Set("error", objects.ToValue(&objects.OSErrorType))
		for _, c := range [...]struct {
			name string
			n    int64
		}{
			{"PIPE_BUF", 4096}, {"EPOLL_CLOEXEC", unix.EPOLL_CLOEXEC},
			{"POLLIN", unix.POLLIN}, {"POLLPRI", unix.POLLPRI}, {"POLLOUT", unix.POLLOUT}, {"POLLERR", unix.POLLERR},
			{"POLLHUP", unix.POLLHUP}, {"POLLNVAL", unix.POLLNVAL}, {"POLLRDNORM", 64}, {"POLLRDBAND", 128}, {"POLLWRNORM", 256},
			{"POLLWRBAND", 512}, {"POLLMSG", 1024}, {"POLLRDHUP", unix.POLLRDHUP},
			{"EPOLLIN", unix.EPOLLIN}, {"EPOLLOUT", unix.EPOLLOUT}, {"EPOLLPRI", unix.EPOLLPRI}, {"EPOLLERR", unix.EPOLLERR},
			{"EPOLLHUP", unix.EPOLLHUP}, {"EPOLLRDHUP", unix.EPOLLRDHUP}, {"EPOLLET", 1 << 31}, {"EPOLLONESHOT", unix.EPOLLONESHOT},
			{"EPOLLEXCLUSIVE", unix.EPOLLEXCLUSIVE}, {"EPOLLRDNORM", unix.EPOLLRDNORM}, {"EPOLLRDBAND", unix.EPOLLRDBAND},
			{"EPOLLWRNORM", unix.EPOLLWRNORM}, {"EPOLLWRBAND", unix.EPOLLWRBAND}, {"EPOLLMSG", unix.EPOLLMSG},
		} {
			m.Set(c.name, objects.Int(c.n))
		}
		return nil
	},
}
