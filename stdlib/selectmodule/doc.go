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
	Doc:  "This module supports asynchronous I/O on multiple file descriptors.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file descriptors.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "select", Sig: "rlist, wlist, xlist, timeout=None, /", Doc: "Wait until one or more file descriptors are ready for some kind of I/O.\n\nThe first three arguments are iterables of file descriptors to be waited for:\nrlist -- wait until ready for reading\nwlist -- wait until ready for writing\nxlist -- wait for an \"exceptional condition\"\nIf only one kind of condition is required, pass [] for the other lists.\n\nA file descriptor is either a socket or file object, or a small integer\ngotten from a fileno() method call on one of those.\n\nThe optional 4th argument specifies a timeout in seconds; it may be\na floating-point number to specify fractions of seconds.  If it is absent\nor None, the call will never time out.\n\nThe return value is a tuple of three lists corresponding to the first three\narguments; each contains the subset of the corresponding file descriptors\nthat are ready.\n\n*** IMPORTANT NOTICE ***\nOn Windows, only sockets are supported; on Unix, all file\ndescriptors can be used.", Fn: selectFunc},
			{Name: "poll", Doc: "Returns a polling object.\n\nThis object supports registering and unregistering file descriptors, and then\npolling them for I/O events.", Fn: func(t *thread, self value, args []value) (value, error) {
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
