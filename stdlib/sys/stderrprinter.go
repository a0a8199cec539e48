package sys

import (
	"os"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
)

// The file that sys.stderr is until the standard streams are made: importlib writes to it under -v.

var stderrPrinterType objects.Type

type stderrPrinter struct{ objects.Head }

func newStderrPrinter() value {
	if stderrPrinterType.Name == "" {
		initStderrPrinter()
	}
	p := &stderrPrinter{objects.MakeHead(&stderrPrinterType)}
	return objects.ToValue(p)
}

func initStderrPrinter() {
	typ := &stderrPrinterType
	typ.Name, typ.Flags = "stderrprinter", objects.FlagNoInstantiate
	objects.Layout[stderrPrinter](typ)
	typ.Repr = func(t *thread, self value) (value, error) {
		return objects.StrValue("<stderrprinter(fd=2) object at " + objects.Address(self) + ">"), nil
	}
	none := func(name, doc string) objects.FuncDef {
		return objects.FuncDef{Name: name, Doc: doc, Fn: func(t *thread, self value, args []value) (value, error) { return objects.None, nil }}
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			none("close", "Do nothing: the descriptor stays open."),
			none("flush", "Do nothing: nothing is kept back."),
			{Name: "fileno", Doc: "The descriptor.", Fn: func(t *thread, self value, args []value) (value, error) { return objects.Int(2), nil }},
			{Name: "isatty", Doc: "Whether the descriptor is a terminal.", Fn: func(t *thread, self value, args []value) (value, error) {
				_, err := unix.IoctlGetTermios(2, unix.TCGETS)
				return objects.Bool(err == nil), nil
			}},
			{Name: "write", Sig: "s, /", Doc: "Write a string and return the number of bytes that it took.", Fn: func(t *thread, self value, args []value) (value, error) {
				s, ok := objects.StrOf(args[0])
				if !ok {
					return value{}, objects.TypeErrorf("write() argument 1 must be str, not %s", objects.TypeOf(args[0]))
				}
				b, err := objects.EncodeUTF8(t, s, "backslashreplace")
				if err != nil {
					return value{}, err
				}
				n, _ := os.Stderr.Write(b)
				return objects.Int(int64(n)), nil
			}},
		}
	}
	constant := func(name string, v value) objects.GetSetDef {
		return objects.GetSetDef{Name: name, Get: func(t *thread, self value) (value, error) { return v, nil }}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{constant("closed", objects.False), constant("encoding", objects.None),
			constant("mode", objects.StrValue("w"))}
	}
}
