// Package resource is the module resource: limits and use of the system's resources.
package resource

import (
	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var usageType *objects.Type

// numLimits is RLIM_NLIMITS.
const numLimits = 16

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "resource",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "getpagesize", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.Int(int64(unix.Getpagesize())), nil
			}},
			{Name: "getrlimit", Sig: "resource, /", Fn: func(t *thread, self value, args []value) (value, error) {
				what, err := limitArg(t, args[0])
				if err != nil {
					return value{}, err
				}
				return prlimit(0, what, nil)
			}},
			{Name: "setrlimit", Sig: "resource, limits, /", Fn: func(t *thread, self value, args []value) (value, error) {
				what, err := limitArg(t, args[0])
				if err != nil {
					return value{}, err
				}
				l, err := limits(t, args[1])
				if err != nil {
					return value{}, err
				}
				_, err = prlimit(0, what, l)
				return objects.None, err
			}},
			{Name: "prlimit", Sig: "pid, resource, limits=None, /", Fn: func(t *thread, self value, args []value) (value, error) {
				pid, err := native.Int(t, args[0])
				if err != nil {
					return value{}, err
				}
				what, err := limitArg(t, args[1])
				if err != nil {
					return value{}, err
				}
				var l *unix.Rlimit
				if native.Given(args[2]) {
					if l, err = limits(t, args[2]); err != nil {
						return value{}, err
					}
				}
				return prlimit(pid, what, l)
			}},
			{Name: "getrusage", Sig: "who, /", Fn: func(t *thread, self value, args []value) (value, error) {
				who, err := native.Int(t, args[0])
				if err != nil {
					return value{}, err
				}
				var u unix.Rusage
				if err := unix.Getrusage(who, &u); err != nil {
					if err == unix.EINVAL {
						return value{}, objects.ValueErrorf("invalid who parameter")
					}
					return value{}, native.OSError(err, value{})
				}
				return Usage(&u), nil
			}},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if usageType == nil {
			initUsage()
		}
		m.Set("struct_rusage", objects.NewType(usageType))
		m.Set("error", objects.ToValue(&objects.OSErrorType))
		for _, c := range &constants {
			m.Set(c.name, objects.Int(c.n))
		}
		return nil
	},
}

func initUsage() {
	def := objects.StructSeqDef{Name: "resource.struct_rusage", Doc: "What processes used of the system: a tuple whose items have names."}
	for _, f := range [...]objects.StructSeqField{
		{Name: "ru_utime", Doc: "seconds in programs"}, {Name: "ru_stime", Doc: "seconds in the kernel"}, {Name: "ru_maxrss", Doc: "most memory at one time, in KB"},
		{Name: "ru_ixrss", Doc: "not recorded by Linux"}, {Name: "ru_idrss", Doc: "not recorded by Linux"}, {Name: "ru_isrss", Doc: "not recorded by Linux"},
		{Name: "ru_minflt", Doc: "pages found in memory"}, {Name: "ru_majflt", Doc: "pages fetched from a disk"}, {Name: "ru_nswap", Doc: "not recorded by Linux"},
		{Name: "ru_inblock", Doc: "times that a disk was read"}, {Name: "ru_oublock", Doc: "times that a disk was written"}, {Name: "ru_msgsnd", Doc: "not recorded by Linux"},
		{Name: "ru_msgrcv", Doc: "not recorded by Linux"}, {Name: "ru_nsignals", Doc: "not recorded by Linux"}, {Name: "ru_nvcsw", Doc: "times that the processor was given up"},
		{Name: "ru_nivcsw", Doc: "times that the processor was taken away"},
	} {
		def.Fields = append(def.Fields, f)
	}
	usageType = objects.NewStructSeqType(def)
}

// Usage makes a struct_rusage.
func Usage(u *unix.Rusage) value {
	seconds := func(v unix.Timeval) value { return objects.Float(float64(v.Sec) + float64(v.Usec)/1e6) }
	values := []value{seconds(u.Utime), seconds(u.Stime)}
	for _, n := range [...]int64{u.Maxrss, u.Ixrss, u.Idrss, u.Isrss, u.Minflt, u.Majflt, u.Nswap, u.Inblock, u.Oublock, u.Msgsnd, u.Msgrcv, u.Nsignals, u.Nvcsw, u.Nivcsw} {
		values = append(values, objects.Int(n))
	}
	return objects.NewStructSeq(usageType, len(values), values...)
}

func limitArg(t *thread, v value) (int, error) {
	n, err := native.Int(t, v)
	if err == nil && (n < 0 || n >= numLimits) {
		err = objects.ValueErrorf("invalid resource specified")
	}
	return n, err
}

// limits converts a pair of limits.
func limits(t *thread, v value) (*unix.Rlimit, error) {
	items, err := objects.ToSlice(t, v)
	if err != nil {
		return nil, err
	}
	if len(items) != 2 {
		return nil, objects.ValueErrorf("expected a tuple of 2 integers")
	}
	var l unix.Rlimit
	for i, at := range [...]*uint64{&l.Cur, &l.Max} {
		n, err := native.Int64(t, items[i])
		if err != nil {
			return nil, err
		}
		*at = uint64(n)
	}
	return &l, nil
}

// prlimit reads limits and, where given, sets them.
func prlimit(pid, what int, l *unix.Rlimit) (value, error) {
	var old unix.Rlimit
	if err := unix.Prlimit(pid, what, l, &old); err != nil {
		switch err {
		case unix.EINVAL:
			return value{}, objects.ValueErrorf("current limit exceeds maximum limit")
		case unix.EPERM:
			if pid == 0 {
				return value{}, objects.ValueErrorf("not allowed to raise maximum limit")
			}
		}
		return value{}, native.OSError(err, value{})
	}
	return native.Tuple(objects.Int(int64(old.Cur)), objects.Int(int64(old.Max))), nil
}
