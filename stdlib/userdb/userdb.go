// Package userdb is the modules pwd and grp: the databases of users and groups in /etc/passwd and /etc/group. Other
// sources that the C library can be told to ask (/etc/nsswitch.conf) are not asked.
package userdb

import (
	"bufio"
	"os"
	"strconv"
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var passwdType, groupType *objects.Type

// entries calls f with the fields of each line of a database until f returns false.
func entries(path string, fields int, f func(e []string) bool) {
	file, err := os.Open(path)
	if err != nil {
		return
	}
	defer file.Close()
	for lines := bufio.NewScanner(file); lines.Scan(); {
		line := lines.Text()
		if e := strings.Split(line, ":"); len(e) == fields && !strings.HasPrefix(line, "#") && !f(e) {
			return
		}
	}
}

func number(s string) value {
	n, _ := strconv.ParseUint(s, 10, 32)
	return objects.Int(int64(n))
}

func passwd(e []string) value {
	return objects.NewStructSeq(passwdType, 7, native.FSDecode(e[0]), native.FSDecode(e[1]), number(e[2]), number(e[3]),
		native.FSDecode(e[4]), native.FSDecode(e[5]), native.FSDecode(e[6]))
}

func group(e []string) value {
	members := objects.NewList()
	for m := range strings.SplitSeq(e[3], ",") {
		if m != "" {
			members.Append(native.FSDecode(m))
		}
	}
	return objects.NewStructSeq(groupType, 4, native.FSDecode(e[0]), native.FSDecode(e[1]), number(e[2]), objects.ToValue(members))
}

// database is one of the two.
type database struct {
	path   string
	fields int
	make   func(e []string) value
}

var users, groups = database{"/etc/passwd", 7, passwd}, database{"/etc/group", 4, group}

// find returns the entry whose field has a value, zero where there is none.
func (d database) find(field int, want string) (found value) {
	entries(d.path, d.fields, func(e []string) bool {
		if e[field] == want {
			found = d.make(e)
			return false
		}
		return true
	})
	return found
}

func (d database) all(t *thread, _ value, _ []value) (value, error) {
	l := objects.NewList()
	entries(d.path, d.fields, func(e []string) bool {
		l.Append(d.make(e))
		return true
	})
	return objects.ToValue(l), nil
}

// byName makes the lookup by name.
func (d database) byName(fn string) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		s, ok := objects.StrOf(args[0])
		if !ok {
			what := " argument"
			if fn == "getgrnam" {
				what = " argument 1"
			}
			return value{}, objects.TypeErrorf("%s()%s must be str, not %s", fn, what, native.TypeName(args[0]))
		}
		name, err := native.FSEncode(s)
		if err != nil {
			return value{}, err
		}
		if strings.IndexByte(name, 0) >= 0 {
			return value{}, objects.ValueErrorf("embedded null byte")
		}
		if v := d.find(0, name); !v.IsZero() {
			return v, nil
		}
		return value{}, objects.KeyError(native.Str(fn + "(): name not found: " + objects.ReprStr(s)))
	}
}

// byID makes the lookup by number.
func (d database) byID(fn, what string) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		n, err := native.Uint32(t, args[0], what)
		if err != nil {
			if objects.IsError(err, &objects.OverflowErrorType) {
				err = objects.KeyError(native.Str(fn + "(): " + what + " not found"))
			}
			return value{}, err
		}
		missing := func() (value, error) {
			s, err := objects.StrString(t, args[0])
			if err != nil {
				return value{}, err
			}
			return value{}, objects.KeyError(native.Str(fn + "(): " + what + " not found: " + s))
		}
		if v := d.find(2, strconv.FormatUint(uint64(n), 10)); !v.IsZero() {
			return v, nil
		}
		return missing()
	}
}

// Pwd and Grp declare the modules.
var (
	Pwd = objects.ModuleDef{
		Name: "pwd",
		Doc:  "The accounts of the system, as named tuples with the fields of a line of /etc/passwd. An account that does not exist is a KeyError.",
		Methods: func() []objects.FuncDef {
			return []objects.FuncDef{
				{Name: "getpwuid", Sig: "uidobj, /", Doc: "Look up an account by its number.", Fn: users.byID("getpwuid", "uid")},
				{Name: "getpwnam", Sig: "name, /", Doc: "Look up an account by its name.", Fn: users.byName("getpwnam")},
				{Name: "getpwall", Doc: "List every account.", Fn: users.all},
			}
		},
		Exec: func(t *thread, m *objects.Module) error {
			if passwdType == nil {
				passwdType = objects.NewStructSeqType(objects.StructSeqDef{Name: "pwd.struct_passwd",
					Doc: "An account: a tuple whose items have names too.",
					Fields: []objects.StructSeqField{{Name: "pw_name", Doc: "user name"}, {Name: "pw_passwd", Doc: "password"}, {Name: "pw_uid", Doc: "user id"},
						{Name: "pw_gid", Doc: "group id"}, {Name: "pw_gecos", Doc: "real name"}, {Name: "pw_dir", Doc: "home directory"}, {Name: "pw_shell", Doc: "shell program"}}})
			}
			m.Set("struct_passwd", objects.NewType(passwdType))
			return nil
		},
	}
	Grp = objects.ModuleDef{
		Name: "grp",
		Doc:  "The groups of the system, as named tuples with the fields of a line of /etc/group. gr_mem lists only those accounts that\nthe line itself names: an account whose main group it is need not be among them.",
		Methods: func() []objects.FuncDef {
			return []objects.FuncDef{
				{Name: "getgrgid", Sig: "id", Doc: "Look up a group by its number; KeyError where there is none.", Fn: groups.byID("getgrgid", "gid")},
				{Name: "getgrnam", Sig: "name", Doc: "Look up a group by its name; KeyError where there is none.", Fn: groups.byName("getgrnam")},
				{Name: "getgrall", Doc: "List every group.", Fn: groups.all},
			}
		},
		Exec: func(t *thread, m *objects.Module) error {
			if groupType == nil {
				groupType = objects.NewStructSeqType(objects.StructSeqDef{Name: "grp.struct_group",
					Doc:    "A group: a tuple whose items have names too.",
					Fields: []objects.StructSeqField{{Name: "gr_name", Doc: "group name"}, {Name: "gr_passwd", Doc: "password"}, {Name: "gr_gid", Doc: "group id"}, {Name: "gr_mem", Doc: "group members"}}})
			}
			m.Set("struct_group", objects.NewType(groupType))
			return nil
		},
	}
)
