// Package csv is the module _csv (PEP 305): dialect.go says how a file is written, read.go is the reader's state machine,
// write.go the writer.
package csv

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var errorType, dialectType, readerType, writerType objects.Type

func failf(format string, operands ...any) error {
	return objects.Errorf(&errorType, format, operands...)
}

// registry are the dialects by name, a dict that programs can see; fieldLimit is the largest length of a field that is
// read.
var (
	registry   *objects.Dict
	fieldLimit int
)

const readerDoc = "reader(iterable [, dialect='excel'] [, keyword arguments])\n\nReturn an iterator over the rows of CSV text, which iterable gives line by line. A row is a list of str, and may take several lines.\n\nKeyword arguments override what the dialect says.\n"
const writerDoc = "writer(fileobj [, dialect='excel'] [, keyword arguments])\n\nReturn an object with methods writerow() and writerows(), which write CSV text by fileobj.write().\n\nKeyword arguments override what the dialect says.\n"

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_csv",
	Doc:  "What the module csv reads and writes its lines with.\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "reader", NoSig: true, Doc: readerDoc, Raw: newReader},
			{Name: "writer", NoSig: true, Doc: writerDoc, Raw: newWriter},
			{Name: "list_dialects", Doc: "Return the names of the registered dialects.", Fn: func(t *thread, self value, args []value) (value, error) {
				l, err := objects.ToList(t, objects.ToValue(registry))
				if err != nil {
					return value{}, err
				}
				return objects.ToValue(l), nil
			}},
			{Name: "register_dialect", NoSig: true, Doc: "register_dialect(name[, dialect[, **fmtparams]])\n\nMake a dialect known by name: the given one, with what the keyword arguments change.", Raw: register},
			{Name: "unregister_dialect", Sig: "name", Doc: "Forget the dialect registered by this name.", Fn: func(t *thread, self value, args []value) (value, error) {
				old, err := registry.Delete(t, args[0])
				if err == nil && old.IsZero() {
					err = failf("unknown dialect")
				}
				return objects.None, err
			}},
			{Name: "get_dialect", Sig: "name", Doc: "Return the dialect registered by this name.", Fn: func(t *thread, self value, args []value) (value, error) {
				return registered(t, args[0])
			}},
			{Name: "field_size_limit", Sig: "new_limit=?", Doc: "Return how many characters long a field may be that is read; new_limit changes that for the next time.", Fn: func(t *thread, self value, args []value) (value, error) {
				old := fieldLimit
				if !args[0].IsZero() {
					if objects.TypeOf(args[0]) != &objects.IntType {
						return value{}, objects.TypeErrorf("limit must be an integer")
					}
					n, err := native.Int64(t, args[0])
					if err != nil {
						return value{}, err
					}
					fieldLimit = int(n)
				}
				return objects.Int(int64(old)), nil
			}},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if errorType.Name == "" {
			errorType.Name, errorType.Module, errorType.Base, errorType.Flags = "Error", "_csv", &objects.ExceptionType, objects.FlagBase
			initDialect()
			initReader()
			initWriter()
			fieldLimit = 128 * 1024
		}
		registry = objects.NewDict()
		native.Export(m, &errorType)
		native.Export(m, &dialectType)
		m.Set("Reader", objects.NewType(&readerType))
		m.Set("Writer", objects.NewType(&writerType))
		m.Set("_dialects", objects.ToValue(registry))
		for i, name := range [...]string{"QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL"} {
			m.Set(name, objects.Int(int64(i)))
		}
		return nil
	},
}

// registered returns a registered dialect.
func registered(t *thread, name value) (value, error) {
	v, err := registry.Get(t, name)
	if err == nil && v.IsZero() {
		err = failf("unknown dialect")
	}
	return v, err
}

// register is register_dialect.
func register(t *thread, _ value, args []value, kw *objects.Tuple) (value, error) {
	n := len(args) - kw.Len()
	if n < 1 || n > 2 {
		return value{}, objects.CountError("", n, 1, 2, false)
	}
	if _, ok := objects.StrOf(args[0]); !ok {
		return value{}, objects.TypeErrorf("dialect name must be a string")
	}
	d, err := objects.Call(t, objects.ToValue(&dialectType), args[1:], kw)
	if err != nil {
		return value{}, err
	}
	return objects.None, registry.Set(t, args[0], d)
}

// withDialect takes the arguments of reader() and writer() apart: an object and what makes a dialect.
func withDialect(t *thread, args []value, kw *objects.Tuple) (value, *dialect, error) {
	n := len(args) - kw.Len()
	if n < 1 || n > 2 {
		return value{}, nil, objects.CountError("", n, 1, 2, false)
	}
	d, err := objects.Call(t, objects.ToValue(&dialectType), args[1:], kw)
	if err != nil {
		return value{}, nil, err
	}
	return args[0], objects.As[dialect](d), nil
}
