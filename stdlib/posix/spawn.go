package posix

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"unsafe"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/stdlib/signal"
)

func count2(n int) string { return strconv.Itoa(n) }

const spawnSig = "path, argv, env, /, *, file_actions=(), setpgroup=?, resetids=False, setsid=False, setsigmask=(), setsigdef=(), scheduler=?"

// siginfo is the part of siginfo_t that waitid() fills.
type siginfo struct {
	signo, errno, code int32
	_                  int32
	pid                int32
	uid                uint32
	status             int32
	_                  [100]byte
}

func waitid(kind, id int, info *siginfo, options int) error {
	_, _, e := unix.Syscall6(unix.SYS_WAITID, uintptr(kind), uintptr(id), uintptr(unsafe.Pointer(info)), uintptr(options), 0, 0)
	if e != 0 {
		return e
	}
	return nil
}

// lookPath finds an executable along PATH; the error is what execvp would report.
func lookPath(name string) (string, error) {
	if strings.Contains(name, "/") {
		return name, nil
	}
	path := os.Getenv("PATH")
	if path == "" {
		path = "/bin:/usr/bin"
	}
	var found error = unix.ENOENT
	for dir := range strings.SplitSeq(path, ":") {
		if dir == "" {
			dir = "."
		}
		full := dir + "/" + name
		var st unix.Stat_t
		if unix.Stat(full, &st) != nil || st.Mode&unix.S_IFMT == unix.S_IFDIR {
			continue
		}
		if unix.Access(full, unix.X_OK) != nil {
			found = unix.EACCES
			continue
		}
		return full, nil
	}
	return "", found
}

// fileTable is the descriptors of a process to be started, as its file actions change them: the number in the child and
// the descriptor here.
type fileTable struct {
	files map[int]int
	last  int   // the highest descriptor that the child would inherit; those not in files are closed
	own   []int // opened for the child, to be closed here
}

// list gives the table in the form of [syscall.ProcAttr].
func (f *fileTable) list() []uintptr {
	last := f.last
	for fd := range f.files {
		last = max(last, fd)
	}
	list := make([]uintptr, last+1)
	for i := range list {
		list[i] = ^uintptr(0)
		if fd, ok := f.files[i]; ok {
			list[i] = uintptr(fd)
		}
	}
	return list
}

func (f *fileTable) close() {
	for _, fd := range f.own {
		_ = unix.Close(fd)
	}
}

// Inherited lists the descriptors that a new process gets without further ado.
func Inherited() []int {
	dir, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return []int{0, 1, 2}
	}
	var list []int
	for _, e := range dir {
		fd, err := strconv.Atoi(e.Name())
		if err != nil {
			continue
		}
		if on, err := inheritable(fd); err == nil && on {
			list = append(list, fd)
		}
	}
	return list
}

// inherited is the table of those descriptors.
func inherited() *fileTable {
	f := &fileTable{files: map[int]int{}}
	for _, fd := range Inherited() {
		f.files[fd] = fd
		f.last = max(f.last, fd)
	}
	return f
}

// apply carries out the file actions of posix_spawn.
func (f *fileTable) apply(t *thread, actions value) error {
	return objects.Each(t, actions, func(a value) error {
		p, ok := objects.TupleOf(a)
		if !ok || p.Len() == 0 {
			return objects.TypeErrorf("Each file_actions element must be a non-empty tuple")
		}
		kind, err := native.Int(t, p.Item(0))
		if err != nil {
			return err
		}
		need := [...]int{5, 2, 3, 2}
		names := [...]string{"open", "close", "dup2", "closefrom"}
		if kind < 0 || kind >= len(need) {
			return objects.TypeErrorf("Unknown file_actions identifier")
		}
		if p.Len() != need[kind] {
			return objects.TypeErrorf("A %s file_action tuple must have %d elements", names[kind], need[kind])
		}
		fd, err := native.Int(t, p.Item(1))
		if err != nil {
			return err
		}
		switch kind {
		case 0:
			path, err := native.Path(t, p.Item(2), "", "", false, false)
			if err != nil {
				return err
			}
			flags, err := native.Int(t, p.Item(3))
			if err != nil {
				return err
			}
			mode, err := native.Int(t, p.Item(4))
			if err != nil {
				return err
			}
			n, err := unix.Open(path.Path, flags|unix.O_CLOEXEC, uint32(mode))
			if err != nil {
				return err
			}
			f.own = append(f.own, n)
			f.files[fd] = n
		case 1:
			delete(f.files, fd)
		case 2:
			to, err := native.Int(t, p.Item(2))
			if err != nil {
				return err
			}
			from, ok := f.files[fd]
			if !ok {
				// Not inheritable, but it can still be duplicated.
				if _, err := unix.FcntlInt(uintptr(fd), unix.F_GETFD, 0); err != nil {
					return err
				}
				from = fd
			}
			f.files[to] = from
		case 3:
			for n := range f.files {
				if n >= fd {
					delete(f.files, n)
				}
			}
		}
		return nil
	})
}

// scheduling converts the argument scheduler of posix_spawn, a pair of a policy, or None for that of this process, and a
// sched_param, to what applies them to the calling thread. Without an argument it is nil.
func scheduling(t *thread, v value) (func() error, error) {
	if v.IsZero() {
		return nil, nil
	}
	pair, ok := objects.TupleOf(v)
	if !ok {
		return nil, objects.Errorf(&objects.SystemErrorType, "new style getargs format but argument is not a tuple")
	}
	if pair.Len() != 2 {
		return nil, objects.TypeErrorf("A scheduler tuple must have two elements")
	}
	prio, err := priorityOf(t, pair.Item(1))
	if err != nil {
		return nil, err
	}
	if !native.Given(pair.Item(0)) {
		return func() error {
			_, err := raw(unix.SYS_SCHED_SETPARAM, 0, uintptr(unsafe.Pointer(&prio)), 0)
			return err
		}, nil
	}
	policy, err := native.Int(t, pair.Item(0))
	if err != nil {
		return nil, err
	}
	return func() error {
		_, err := raw(unix.SYS_SCHED_SETSCHEDULER, 0, uintptr(policy), uintptr(unsafe.Pointer(&prio)))
		return err
	}, nil
}

func spawn(t *thread, a []value, name string, search bool) (value, error) {
	p, err := native.Path(t, a[0], name, "path", false, false)
	if err != nil {
		return value{}, err
	}
	args, err := Strings(t, a[1], name, "argv")
	if err != nil {
		return value{}, err
	}
	switch {
	case len(args) == 0:
		return value{}, objects.ValueErrorf("%s: argv must not be empty", name)
	case args[0] == "":
		return value{}, objects.ValueErrorf("%s: argv first element cannot be empty", name)
	}
	vars := Environ()
	if native.Given(a[2]) {
		if objects.TypeOf(a[2]).GetItem == nil {
			return value{}, objects.TypeErrorf("%s: environment must be a mapping object or None", name)
		}
		if vars, err = environment(t, a[2]); err != nil {
			return value{}, err
		}
	}
	attr := &syscall.SysProcAttr{}
	if !a[4].IsZero() {
		n, err := native.Int(t, a[4])
		if err != nil {
			return value{}, err
		}
		attr.Setpgid, attr.Pgid = true, n
	}
	reset, err := native.Bool(t, a[5], false)
	if err != nil {
		return value{}, err
	}
	if reset {
		attr.Credential = &syscall.Credential{Uid: uint32(unix.Getuid()), Gid: uint32(unix.Getgid()), NoSetGroups: true}
	}
	if attr.Setsid, err = native.Bool(t, a[6], false); err != nil {
		return value{}, err
	}
	child := signal.Inherited()
	if !a[7].IsZero() {
		if child.Mask, err = signal.MaskOf(t, a[7]); err != nil {
			return value{}, err
		}
	}
	if !a[8].IsZero() {
		if child.Default, err = signal.MaskOf(t, a[8]); err != nil {
			return value{}, err
		}
	}
	if child.Prepare, err = scheduling(t, a[9]); err != nil {
		return value{}, err
	}
	file := p.Path
	if search {
		if file, err = lookPath(p.Path); err != nil {
			return value{}, native.OSError(err, p.Value)
		}
	}
	observe(t)
	table := inherited()
	defer table.close()
	if native.Given(a[3]) {
		if err := table.apply(t, a[3]); err != nil {
			return value{}, native.OSError(err, p.Value)
		}
	}
	var pid int
	objects.H.Blocking(t, func() {
		err = child.Start(func() (err error) {
			pid, err = syscall.ForkExec(file, args, &syscall.ProcAttr{Env: vars, Files: table.list(), Sys: attr})
			return err
		})
	})
	if err != nil {
		return value{}, native.OSError(err, p.Value)
	}
	return count(pid), nil
}
