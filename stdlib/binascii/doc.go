// Package binascii is the module binascii: base64 (RFC 4648), hexadecimal, quoted-printable (RFC 1521) and uuencoded text,
// and two checksums.
package binascii

import (
	"hash/crc32"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

var errorType, incompleteType objects.Type

func failf(format string, operands ...any) error {
	return objects.Errorf(&errorType, format, operands...)
}

// data returns the bytes of a bytes-like argument and a function that ends their use; ascii also admits str of ASCII.
func data(t *thread, v value, ascii bool) ([]byte, func(), error) {
	if !ascii {
		return native.Bytes(t, v)
	}
	if s, ok := objects.StrOf(v); ok {
		if !s.IsASCII() {
			return nil, nil, objects.ValueErrorf("string argument should contain only ASCII characters")
		}
		return []byte(s.String()), func() {}, nil
	}
	if objects.TypeOf(v).Buffer == nil {
		return nil, nil, objects.TypeErrorf("argument should be bytes, buffer or ASCII string, not '%s'", objects.TypeOf(v).TpName())
	}
	return native.Bytes(t, v)
}

// on makes a function whose first argument is data.
func on(ascii bool, f func(t *thread, b []byte, args []value) ([]byte, error)) func(t *thread, self value, args []value) (value, error) {
	return func(t *thread, self value, args []value) (value, error) {
		b, release, err := data(t, args[0], ascii)
		if err != nil {
			return value{}, err
		}
		defer release()
		r, err := f(t, b, args[1:])
		if err != nil {
			return value{}, err
		}
		return objects.NewBytes(r), nil
	}
}

// Word converts an argument to an unsigned 32-bit number, higher bits of which are lost.
func Word(t *thread, v value) (uint32, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	if n, ok := objects.Int64Of(i); ok {
		return uint32(n), nil
	}
	n := objects.BigOf(i)
	words := n.Bits()
	w := uint32(words[0])
	if n.Sign() < 0 {
		w = -w
	}
	return w, nil
}

const hexDoc = "Hexadecimal representation of binary data.\n\n  sep\n    An optional single character or byte to separate hex bytes.\n  bytes_per_sep\n    How many bytes between separators.  Positive values count from the\n    right, negative values count from the left.\n\nThe return value is a bytes object.  This function is also\navailable as \""
const hexExample = "\".\n\nExample:\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef')\nb'b901ef'\n>>> binascii.hexlify(b'\\xb9\\x01\\xef', ':')\nb'b9:01:ef'\n>>> binascii.b2a_hex(b'\\xb9\\x01\\xef', b'_', 2)\nb'b9_01ef'"

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "binascii",
	Doc:  "Conversion between binary data and ASCII",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "a2b_uu", Sig: "data, /", Doc: "Decode a line of uuencoded data.", Fn: on(true, decodeUU)},
			{Name: "b2a_uu", Sig: "data, /, *, backtick=False", Doc: "Uuencode line of data.", Fn: on(false, encodeUU)},
			{Name: "a2b_base64", Sig: "data, /, *, strict_mode=False", Doc: "Decode a line of base64 data.\n\n  strict_mode\n    When set to True, bytes that are not part of the base64 standard are not allowed.\n    The same applies to excess data after padding (= / ==).", Fn: on(true, decodeBase64)},
			{Name: "b2a_base64", Sig: "data, /, *, newline=True", Doc: "Base64-code line of data.", Fn: on(false, encodeBase64)},
			{Name: "a2b_hex", Sig: "hexstr, /", Doc: "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).\nThis function is also available as \"unhexlify()\".", Fn: on(true, decodeHex)},
			{Name: "unhexlify", Sig: "hexstr, /", Doc: "Binary data of hexadecimal representation.\n\nhexstr must contain an even number of hex digits (upper or lower case).", Fn: on(true, decodeHex)},
			{Name: "b2a_hex", Sig: "data, sep=?, bytes_per_sep=1", Doc: hexDoc + "hexlify()" + hexExample, Fn: on(false, encodeHex)},
			{Name: "hexlify", Sig: "data, sep=?, bytes_per_sep=1", Doc: hexDoc + "b2a_hex()\".", Fn: on(false, encodeHex)},
			{Name: "a2b_qp", Sig: "data, header=False", Doc: "Decode a string of qp-encoded data.", Fn: on(true, decodeQP)},
			{Name: "b2a_qp", Sig: "data, quotetabs=False, istext=True, header=False", Doc: "Encode a string using quoted-printable encoding.\n\nOn encoding, when istext is set, newlines are not encoded, and white\nspace at end of lines is.  When istext is not set, \\r and \\n (CR/LF)\nare both encoded.  When quotetabs is set, space and tabs are encoded.", Fn: on(false, encodeQP)},
			{Name: "crc32", Sig: "data, crc=0, /", Doc: "Compute CRC-32 incrementally.", Fn: CRC32},
			{Name: "crc_hqx", Sig: "data, crc, /", Doc: "Compute CRC-CCITT incrementally.", Fn: crcHQX},
		}
	},
	Exec: func(t *thread, m *objects.Module) error {
		if errorType.Name == "" {
			errorType.Name, errorType.Module, errorType.Base = "Error", "binascii", &objects.ValueErrorType
			incompleteType.Name, incompleteType.Module, incompleteType.Base = "Incomplete", "binascii", &objects.ExceptionType
			errorType.Flags, incompleteType.Flags = objects.FlagBase, objects.FlagBase
		}
		native.Export(m, &errorType)
		native.Export(m, &incompleteType)
		return nil
	},
}

// CRC32 is crc32(), here and in zlib.
func CRC32(t *thread, _ value, args []value) (value, error) {
	crc := uint32(0)
	b, release, err := native.Bytes(t, args[0])
	if err != nil {
		return value{}, err
	}
	defer release()
	if !args[1].IsZero() {
		if crc, err = Word(t, args[1]); err != nil {
			return value{}, err
		}
	}
	return objects.Int(int64(crc32.Update(crc, crc32.IEEETable, b))), nil
}

// crcHQX is the checksum of BinHex: CRC-CCITT, x^16 + x^12 + x^5 + 1, bits from the highest.
func crcHQX(t *thread, _ value, args []value) (value, error) {
	b, release, err := native.Bytes(t, args[0])
	if err != nil {
		return value{}, err
	}
	defer release()
	w, err := Word(t, args[1])
	if err != nil {
		return value{}, err
	}
	crc := uint16(w)
	for _, c := range b {
		x := crc>>8 ^ uint16(c)
		x ^= x >> 4
		crc = crc<<8 ^ x<<12 ^ x<<5 ^ x
	}
	return objects.Int(int64(crc)), nil
}
