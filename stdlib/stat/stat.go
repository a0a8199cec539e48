// Package stat is the module _stat: the constants of file modes and their readers.
package stat

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

type constant struct {
	name string
	n    int64
}

var constants = [...]constant{
	{"SF_APPEND", 262144},
	{"SF_ARCHIVED", 65536},
	{"SF_DATALESS", 1073741824},
	{"SF_FIRMLINK", 8388608},
	{"SF_IMMUTABLE", 131072},
	{"SF_NOUNLINK", 1048576},
	{"SF_SETTABLE", 4294901760},
	{"SF_SNAPSHOT", 2097152},
	{"ST_ATIME", 7},
	{"ST_CTIME", 9},
	{"ST_DEV", 2},
	{"ST_GID", 5},
	{"ST_INO", 1},
	{"ST_MODE", 0},
	{"ST_MTIME", 8},
	{"ST_NLINK", 3},
	{"ST_SIZE", 6},
	{"ST_UID", 4},
	{"S_ENFMT", 1024},
	{"S_IEXEC", 64},
	{"S_IFBLK", 24576},
	{"S_IFCHR", 8192},
	{"S_IFDIR", 16384},
	{"S_IFDOOR", 0},
	{"S_IFIFO", 4096},
	{"S_IFLNK", 40960},
	{"S_IFPORT", 0},
	{"S_IFREG", 32768},
	{"S_IFSOCK", 49152},
	{"S_IFWHT", 0},
	{"S_IREAD", 256},
	{"S_IRGRP", 32},
	{"S_IROTH", 4},
	{"S_IRUSR", 256},
	{"S_IRWXG", 56},
	{"S_IRWXO", 7},
	{"S_IRWXU", 448},
	{"S_ISGID", 1024},
	{"S_ISUID", 2048},
	{"S_ISVTX", 512},
	{"S_IWGRP", 16},
	{"S_IWOTH", 2},
	{"S_IWRITE", 128},
	{"S_IWUSR", 128},
	{"S_IXGRP", 8},
	{"S_IXOTH", 1},
	{"S_IXUSR", 64},
	{"UF_APPEND", 4},
	{"UF_COMPRESSED", 32},
	{"UF_DATAVAULT", 128},
	{"UF_HIDDEN", 32768},
	{"UF_IMMUTABLE", 2},
	{"UF_NODUMP", 1},
	{"UF_NOUNLINK", 16},
	{"UF_OPAQUE", 8},
	{"UF_SETTABLE", 65535},
	{"UF_TRACKED", 64},
}

// The types of files within a mode.
const (
	typeMask = 0o170000
	modeMask = 0o7777
)

// kinds are the functions that test for a type of file; 0 marks types that this system does not have.
var kinds = [...]struct {
	name string
	kind int64
}{
	{"S_ISDIR", 0o040000}, {"S_ISCHR", 0o020000}, {"S_ISBLK", 0o060000}, {"S_ISREG", 0o100000}, {"S_ISFIFO", 0o010000},
	{"S_ISLNK", 0o120000}, {"S_ISSOCK", 0o140000}, {"S_ISDOOR", 0}, {"S_ISPORT", 0}, {"S_ISWHT", 0},
}

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_stat",
	Doc:     "The constants of file modes, and functions that read a mode.",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		for _, c := range constants {
			m.Set(c.name, objects.Int(c.n))
		}
		return nil
	},
}

// mode converts a file mode (mode_t).
func mode(t *thread, v value) (int64, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	switch {
	case objects.Sign(i) < 0:
		return 0, objects.OverflowErrorf("can't convert negative value to unsigned int")
	case !ok:
		return 0, objects.OverflowErrorf("Python int too large to convert to C unsigned long")
	case n > 1<<32-1:
		return 0, objects.OverflowErrorf("mode out of range")
	}
	return n, nil
}

func methods() []objects.FuncDef {
	list := []objects.FuncDef{
		{Name: "S_IMODE", Sig: "mode, /", Doc: "The permissions within a mode, and the three bits above them: what os.chmod() sets.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := mode(t, args[0])
			return objects.Int(n & modeMask), err
		}},
		{Name: "S_IFMT", Sig: "mode, /", Doc: "The type of the file within a mode: S_IFREG, S_IFDIR and so on.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := mode(t, args[0])
			return objects.Int(n & typeMask), err
		}},
		{Name: "filemode", Sig: "mode, /", Doc: "A mode as ls shows it, such as '-rw-r--r--'.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := mode(t, args[0])
			if err != nil {
				return value{}, err
			}
			return native.Str(FileMode(n)), nil
		}},
	}
	for _, k := range kinds {
		list = append(list, objects.FuncDef{Name: k.name, Sig: "mode, /", Doc: k.name + "(mode) -> bool", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := mode(t, args[0])
			return objects.Bool(k.kind != 0 && n&typeMask == k.kind), err
		}})
	}
	return list
}

// FileMode writes a mode as ls does.
func FileMode(n int64) string {
	b := []byte("?rwxrwxrwx")
	for _, k := range [...]struct {
		kind int64
		c    byte
	}{{0o100000, '-'}, {0o040000, 'd'}, {0o120000, 'l'}, {0o060000, 'b'}, {0o020000, 'c'}, {0o010000, 'p'}, {0o140000, 's'}} {
		if n&typeMask == k.kind {
			b[0] = k.c
		}
	}
	for i := range 9 {
		if n&(0o400>>i) == 0 {
			b[1+i] = '-'
		}
	}
	for _, s := range [...]struct {
		bit  int64
		at   int
		x, o byte
	}{{0o4000, 3, 's', 'S'}, {0o2000, 6, 's', 'S'}, {0o1000, 9, 't', 'T'}} {
		if n&s.bit != 0 {
			if b[s.at] == 'x' {
				b[s.at] = s.x
			} else {
				b[s.at] = s.o
			}
		}
	}
	return string(b)
}
