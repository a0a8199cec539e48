// Package posixsubprocess is the module _posixsubprocess: starting programs for the module subprocess. A process of Go
// cannot fork and go on in Python, so that preexec_fn is refused; everything else that the child would do before exec is
// left to syscall.ForkExec.
package posixsubprocess

import (
	"errors"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/io"
	"github.com/adder-lang/adder/stdlib/posix"
	"github.com/adder-lang/adder/stdlib/signal"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

const forkSig = "args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork, /"

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_posixsubprocess",
	Doc:  "What the module subprocess starts child processes with.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "fork_exec", Sig: forkSig, Doc: "Start a program in a child process, with the descriptors, the directory, the environment and the identity that the\narguments say, and return its number. Errors of the child are written to errpipe_write as subprocess expects them.", Fn: forkExec}}
	},
}

// The order of the arguments of fork_exec().
const (
	argArgs = iota
	argExecutables
	argCloseFDs
	argPassFDs
	argCwd
	argEnv
	argP2CRead
	argP2CWrite
	argC2PRead
	argC2PWrite
	argErrRead
	argErrWrite
	argPipeRead
	argPipeWrite
	argRestoreSignals
	argSetsid
	argPgid
	argGid
	argGroups
	argUid
	argUmask
	argPreexec
)

// maxGroups is NGROUPS_MAX of Linux.
const maxGroups = 65536

// child is a program to be started.
type child struct {
	argv, executables []string
	env               []string
	cwd               string
	fds               [argPipeWrite + 1]int // indexes from argP2CRead on
	keep              []int
	closeFDs          bool
	restore           bool // the signals of [signal.Restored] get their default action
	umask             int
	attr              syscall.SysProcAttr
}

// byteStrings converts a sequence of bytes.
func byteStrings(t *thread, v value) ([]string, error) {
	if objects.TypeOf(v).Len == nil {
		return nil, objects.TypeErrorf("object of type '%s' has no len()", objects.TypeOf(v).TpName())
	}
	var list []string
	err := objects.Each(t, v, func(x value) error {
		b, ok := objects.BytesOf(x)
		if !ok {
			return objects.TypeErrorf("expected bytes, %s found", objects.TypeOf(x).TpName())
		}
		if strings.IndexByte(string(b), 0) >= 0 {
			return objects.ValueErrorf("embedded null byte")
		}
		list = append(list, string(b))
		return nil
	})
	return list, err
}

// parse converts the arguments.
func parse(t *thread, a []value) (*child, error) {
	c := &child{}
	var err error
	if c.closeFDs, err = objects.Truth(t, a[argCloseFDs]); err != nil {
		return nil, err
	}
	keep, ok := objects.TupleOf(a[argPassFDs])
	if !ok {
		return nil, objects.TypeErrorf("fork_exec() argument 4 must be tuple, not %s", native.TypeName(a[argPassFDs]))
	}
	for i := argP2CRead; i <= argPipeWrite; i++ {
		if c.fds[i], err = native.Int(t, a[i]); err != nil {
			return nil, err
		}
	}
	if c.restore, err = objects.Truth(t, a[argRestoreSignals]); err != nil {
		return nil, err
	}
	if c.attr.Setsid, err = objects.Truth(t, a[argSetsid]); err != nil {
		return nil, err
	}
	pgid, err := native.Int(t, a[argPgid])
	if err != nil {
		return nil, err
	}
	if c.umask, err = native.Int(t, a[argUmask]); err != nil {
		return nil, err
	}
	last := -1
	for i := range keep.Len() {
		n, ok := objects.Int64Of(keep.Item(i))
		if !ok || n < 0 || n > 1<<31-1 || int(n) <= last {
			return nil, objects.ValueErrorf("bad value(s) in fds_to_keep")
		}
		last = int(n)
		c.keep = append(c.keep, last)
	}
	if c.closeFDs && c.fds[argPipeWrite] < 3 {
		return nil, objects.ValueErrorf("errpipe_write must be >= 3")
	}
	if native.Given(a[argPreexec]) {
		return nil, objects.RuntimeErrorf("preexec_fn not supported")
	}
	if c.executables, err = byteStrings(t, a[argExecutables]); err != nil {
		return nil, err
	}
	if native.Given(a[argArgs]) {
		items, err := objects.ToSlice(t, a[argArgs])
		if err != nil {
			return nil, objects.TypeErrorf("argv must be a tuple")
		}
		for _, x := range items {
			p, err := native.Path(t, x, "", "", false, false)
			if err != nil {
				return nil, err
			}
			c.argv = append(c.argv, p.Path)
		}
	}
	if native.Given(a[argEnv]) {
		if c.env, err = byteStrings(t, a[argEnv]); err != nil {
			return nil, err
		}
		if c.env == nil {
			c.env = []string{}
		}
	} else {
		c.env = posix.Environ()
	}
	if native.Given(a[argCwd]) {
		p, err := native.Path(t, a[argCwd], "", "", false, false)
		if err != nil {
			return nil, err
		}
		c.cwd = p.Path
	}
	if pgid >= 0 {
		c.attr.Setpgid, c.attr.Pgid = true, pgid
	}
	return c, c.identity(t, a)
}

// identity converts user and groups.
func (c *child) identity(t *thread, a []value) error {
	cred := &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: true}
	set := false
	if native.Given(a[argGroups]) {
		l, ok := objects.ListOf(a[argGroups])
		if !ok {
			return objects.TypeErrorf("setgroups argument must be a list")
		}
		if l.Len() > maxGroups {
			return objects.ValueErrorf("too many extra_groups")
		}
		for i := range l.Len() {
			if !objects.IsInt(l.Item(i)) {
				return objects.TypeErrorf("extra_groups must be integers")
			}
			n, err := native.Uint32(t, l.Item(i), "gid")
			if err != nil {
				return objects.ValueErrorf("invalid group id")
			}
			cred.Groups = append(cred.Groups, n)
		}
		cred.NoSetGroups, set = false, true
	}
	for _, id := range [...]struct {
		arg  int
		name string
		at   *uint32
	}{{argGid, "gid", &cred.Gid}, {argUid, "uid", &cred.Uid}} {
		if !native.Given(a[id.arg]) {
			continue
		}
		n, err := native.Uint32(t, a[id.arg], id.name)
		if err != nil {
			return err
		}
		*id.at, set = n, true
	}
	if set {
		c.attr.Credential = cred
	}
	return nil
}

// files is the table of descriptors in the child.
func (c *child) files() []uintptr {
	const closed = ^uintptr(0)
	table := map[int]int{0: 0, 1: 1, 2: 2}
	inherited := posix.Inherited()
	last := 2
	for _, fd := range inherited {
		last = max(last, fd)
		if !c.closeFDs {
			table[fd] = fd
		}
	}
	for _, fd := range c.keep {
		last = max(last, fd)
		table[fd] = fd
	}
	for to, from := range [...]int{c.fds[argP2CRead], c.fds[argC2PWrite], c.fds[argErrWrite]} {
		if from >= 0 {
			table[to] = from
		}
	}
	list := make([]uintptr, last+1)
	for i := range list {
		list[i] = closed
		fd, ok := table[i]
		if !ok || fd == c.fds[argPipeWrite] {
			continue
		}
		if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err == nil {
			list[i] = uintptr(fd)
		}
	}
	return list
}

// candidate reports whether it is worth trying a program: a path that certainly is not there is left out.
func (c *child) candidate(path string) bool {
	if c.cwd != "" && !strings.HasPrefix(path, "/") {
		return true
	}
	err := unix.Access(path, unix.F_OK)
	return err != unix.ENOENT && err != unix.ENOTDIR
}

// start tries the programs in turn.
func (c *child) start() (int, error) {
	attr := &syscall.ProcAttr{Dir: c.cwd, Env: c.env, Files: c.files(), Sys: &c.attr}
	how := signal.Inherited()
	if c.restore {
		how.Default = signal.Restored
	}
	var failure error = unix.ENOENT
	for _, path := range c.executables {
		if !c.candidate(path) {
			continue
		}
		pid := 0
		err := how.Start(func() (err error) {
			pid, err = syscall.ForkExec(path, c.argv, attr)
			return err
		})
		if err == nil {
			return pid, nil
		}
		if err != unix.ENOENT && err != unix.ENOTDIR && failure == error(unix.ENOENT) {
			failure = err
		}
	}
	return 0, failure
}

// enter checks that the child can change to its directory, since ForkExec does not tell which of its steps failed.
func (c *child) enter() error {
	if c.cwd == "" {
		return nil
	}
	fd, err := unix.Open(c.cwd, unix.O_PATH|unix.O_DIRECTORY|unix.O_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer unix.Close(fd)
	return unix.Faccessat(fd, ".", unix.X_OK, unix.AT_EACCESS)
}

// report writes an error to the pipe of the parent in the form that subprocess reads: the class, the number in
// hexadecimal, and what failed.
func (c *child) report(err error, what string) {
	var errno syscall.Errno
	if !errors.As(err, &errno) {
		errno = unix.EINVAL
	}
	_, _ = unix.Write(c.fds[argPipeWrite], []byte("OSError:"+strconv.FormatInt(int64(errno), 16)+":"+what))
}

// childFailed is the wait status of a child that could not run its program: exit code 255.
const childFailed = 255 << 8

func forkExec(t *thread, _ value, a []value) (value, error) {
	c, err := parse(t, a)
	if err != nil {
		return value{}, err
	}
	io.FlushPending(t)
	if err := c.enter(); err != nil {
		c.report(err, "noexec:chdir")
		return objects.Int(int64(posix.Failed(childFailed))), nil
	}
	pid := 0
	objects.H.Blocking(t, func() {
		if c.umask >= 0 {
			// The mask belongs to the whole process; the moment is short.
			old := unix.Umask(c.umask)
			defer unix.Umask(old)
		}
		pid, err = c.start()
	})
	if err != nil {
		what := ""
		if err == unix.EPERM && (c.attr.Credential != nil || c.attr.Setpgid) {
			what = "noexec"
		}
		c.report(err, what)
		pid = posix.Failed(childFailed)
	}
	return objects.Int(int64(pid)), nil
}
