package marshal

import (
	"github.com/adder-lang/adder/objects"
)

// Version is the newest version of the data format.
const Version = 4

// FormatVersion identifies Adder's code objects: it changes whenever opcodes, operands or the layout of code objects do.
// The cache tag of .pyc files contains it.
const FormatVersion = 5

// The type bytes.
const (
	typeNull          = '0'
	typeNone          = 'N'
	typeFalse         = 'F'
	typeTrue          = 'T'
	typeStopIter      = 'S'
	typeEllipsis      = '.'
	typeInt           = 'i'
	typeInt64         = 'I'
	typeFloat         = 'f'
	typeBinaryFloat   = 'g'
	typeComplex       = 'x'
	typeBinaryComplex = 'y'
	typeLong          = 'l'
	typeString        = 's'
	typeInterned      = 't'
	typeRef           = 'r'
	typeTuple         = '('
	typeList          = '['
	typeDict          = '{'
	typeCode          = 'c'
	typeAdderCode     = 'K'
	typeUnloadedCode  = 'k'
	typeUnicode       = 'u'
	typeSet           = '<'
	typeFrozenset     = '>'
	typeASCII         = 'a'
	typeASCIIInterned = 'A'
	typeSmallTuple    = ')'
	typeShortASCII    = 'z'
	typeShortASCIIInt = 'Z'
	flagRef           = 0x80
)

// maxDepth bounds nesting, as CPython does.
const maxDepth = 2000

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "marshal",
	Doc:     "Python values, code among them, as bytes in the format of .pyc files.",
	Methods: methods,
	Exec: func(t *objects.Thread, m *objects.Module) error {
		m.Set("version", objects.Int(Version))
		return nil
	},
}

func methods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "dumps", Sig: "value, version=4, /, *, allow_code=True",
			Doc: "Return value as the bytes that dump() writes.", Fn: dumps},
		{Name: "loads", Sig: "bytes, /, *, allow_code=True",
			Doc: "Return the value that the bytes begin with.", Fn: loads},
		{Name: "dump", Sig: "value, file, version=4, /, *, allow_code=True",
			Doc: "Write value to a binary file.", Fn: dump},
		{Name: "load", Sig: "file, /, *, allow_code=True",
			Doc: "Return the value that comes next in a binary file.", Fn: load},
	}
}

func allowCode(t *objects.Thread, v objects.Value) (bool, error) {
	if v.IsZero() {
		return true, nil
	}
	return objects.Truth(t, v)
}

func version(t *objects.Thread, v objects.Value) (int, error) {
	if v.IsZero() {
		return Version, nil
	}
	return objects.IndexInt(t, v, &objects.OverflowErrorType)
}

func dumps(t *objects.Thread, self objects.Value, args []objects.Value) (objects.Value, error) {
	n, err := version(t, args[1])
	if err != nil {
		return objects.Value{}, err
	}
	allow, err := allowCode(t, args[2])
	if err != nil {
		return objects.Value{}, err
	}
	b, err := Dump(t, args[0], n, allow)
	if err != nil {
		return objects.Value{}, err
	}
	return objects.NewBytes(b), nil
}

func loads(t *objects.Thread, self objects.Value, args []objects.Value) (objects.Value, error) {
	b, ok, err := objects.BufferBytes(t, args[0])
	if err != nil {
		return objects.Value{}, err
	}
	if !ok {
		return objects.Value{}, objects.TypeErrorf("a bytes-like object is required, not '%s'", objects.TypeOf(args[0]))
	}
	allow, err := allowCode(t, args[1])
	if err != nil {
		return objects.Value{}, err
	}
	return Load(t, b, allow)
}

func dump(t *objects.Thread, self objects.Value, args []objects.Value) (objects.Value, error) {
	n, err := version(t, args[2])
	if err != nil {
		return objects.Value{}, err
	}
	allow, err := allowCode(t, args[3])
	if err != nil {
		return objects.Value{}, err
	}
	b, err := Dump(t, args[0], n, allow)
	if err != nil {
		return objects.Value{}, err
	}
	return objects.CallMethod(t, args[1], objects.Intern("write"), objects.NewBytes(b))
}

func load(t *objects.Thread, self objects.Value, args []objects.Value) (objects.Value, error) {
	allow, err := allowCode(t, args[1])
	if err != nil {
		return objects.Value{}, err
	}
	f := args[0]
	d := &decoder{t: t, allowCode: allow, read: func(n int) ([]byte, error) {
		v, err := objects.CallMethod(t, f, objects.Intern("read"), objects.Int(int64(n)))
		if err != nil {
			return nil, err
		}
		b, ok, err := objects.BufferBytes(t, v)
		if err != nil {
			return nil, err
		}
		if !ok {
			return nil, objects.TypeErrorf("file.read() returned not bytes but %s", objects.TypeOf(v))
		}
		return b, nil
	}}
	return d.top()
}
