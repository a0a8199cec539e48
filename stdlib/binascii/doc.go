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

const hexDoc = "Return data as hexadecimal digits, two for each byte.\n\nsep, a character or byte, goes between groups of bytes_per_sep bytes; they are counted from the end, or from the\nbeginning if the number is negative. Another name of this is "

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "binascii",
	Doc:  "Binary data as ASCII text and back: hexadecimal digits, base64, uuencode, quoted-printable.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "a2b_uu", Sig: "data, /", Doc: "Return the bytes that a uuencoded line stands for.", Fn: on(true, decodeUU)},
			{Name: "b2a_uu", Sig: "data, /, *, backtick=False", Doc: "Return a uuencoded line of data, which has at most 45 bytes; backtick writes zeros as '`' instead of spaces.", Fn: on(false, encodeUU)},
			{Name: "a2b_base64", Sig: "data, /, *, strict_mode=False", Doc: "Return the bytes that base64 text stands for.\n\nOther characters are skipped, unless strict_mode makes them and misplaced padding an error.", Fn: on(true, decodeBase64)},
			{Name: "b2a_base64", Sig: "data, /, *, newline=True", Doc: "Return data in base64, with a line end behind it if newline is true.", Fn: on(false, encodeBase64)},
			{Name: "a2b_hex", Sig: "hexstr, /", Doc: "Return the bytes that pairs of hexadecimal digits stand for; unhexlify() is another name of this.", Fn: on(true, decodeHex)},
			{Name: "unhexlify", Sig: "hexstr, /", Doc: "Return the bytes that pairs of hexadecimal digits stand for; a2b_hex() is another name of this.", Fn: on(true, decodeHex)},
			{Name: "b2a_hex", Sig: "data, sep=?, bytes_per_sep=1", Doc: hexDoc + "hexlify().", Fn: on(false, encodeHex)},
			{Name: "hexlify", Sig: "data, sep=?, bytes_per_sep=1", Doc: hexDoc + "b2a_hex().", Fn: on(false, encodeHex)},
			{Name: "a2b_qp", Sig: "data, header=False", Doc: "Return the bytes that quoted-printable text stands for; with header, an underscore is a space.", Fn: on(true, decodeQP)},
			{Name: "b2a_qp", Sig: "data, quotetabs=False, istext=True, header=False", Doc: "Return data in quoted-printable encoding.\n\nistext keeps line ends and encodes only a blank before one, quotetabs encodes every space and tab, header writes a\nspace as an underscore.", Fn: on(false, encodeQP)},
			{Name: "crc32", Sig: "data, crc=0, /", Doc: "Return the CRC-32 of data; crc is that of the data before it.", Fn: CRC32},
			{Name: "crc_hqx", Sig: "data, crc, /", Doc: "Return the CRC-CCITT of data; crc is that of the data before it.", Fn: crcHQX},
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
