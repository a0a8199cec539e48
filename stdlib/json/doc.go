// Package json is the module _json, on which the package json builds its decoder and encoder: scan.go turns text into
// objects, encode.go objects into text. The grammar is that of RFC 8259 with Python's extensions (NaN, Infinity).
package json

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var scannerType, encoderType objects.Type

const moduleName = "_json"

// Def declares the module.
var Def = objects.ModuleDef{
	Name: moduleName,
	Doc:  "The fast parts of the module json.\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "encode_basestring_ascii", Sig: "object, /", Doc: "encode_basestring_ascii(string) -> string\n\nReturn the string as a JSON literal, with escapes for all characters that are not ASCII.", Fn: encodeFunc(true)},
			{Name: "encode_basestring", Sig: "object, /", Doc: "encode_basestring(string) -> string\n\nReturn the string as a JSON literal.", Fn: encodeFunc(false)},
			{Name: "scanstring", Sig: "string, end, strict=True, /", NoSig: true, Doc: "scanstring(string, end, strict=True) -> (string, end)\n\nRead the JSON literal whose opening quote stands right before the position end; return its text, and the position\nbehind its closing quote.\n\nA literal that is malformed raises ValueError, and so does a control character in it, unless strict is false.", Fn: scanString},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if scannerType.Name == "" {
			initScanner()
			initEncoder()
		}
		m.Set("make_scanner", objects.NewType(&scannerType))
		m.Set("make_encoder", objects.NewType(&encoderType))
		return nil
	},
}
