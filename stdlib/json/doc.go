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
	Doc:  "json speedups\n",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "encode_basestring_ascii", Sig: "object, /", Doc: "encode_basestring_ascii(string) -> string\n\nReturn an ASCII-only JSON representation of a Python string", Fn: encodeFunc(true)},
			{Name: "encode_basestring", Sig: "object, /", Doc: "encode_basestring(string) -> string\n\nReturn a JSON representation of a Python string", Fn: encodeFunc(false)},
			{Name: "scanstring", Sig: "string, end, strict=True, /", NoSig: true, Doc: "scanstring(string, end, strict=True) -> (string, end)\n\nScan the string s for a JSON string. End is the index of the\ncharacter in s after the quote that started the JSON string.\nUnescapes all valid JSON string escape sequences and raises ValueError\non attempt to decode an invalid string. If strict is False then literal\ncontrol characters are allowed in the string.\n\nReturns a tuple of the decoded string and the index of the character in s\nafter the end quote.", Fn: scanString},
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
