package objects

import (
	"strings"
	"testing"
)

// The results were recorded from the functions of _codecs of CPython 3.13.
func TestEscapeCodecs(t *testing.T) {
	th := newTestThread(t)
	warn := H.Warn
	defer func() { H.Warn = warn }()
	var warning string
	H.Warn = func(_ *Thread, _ *Type, m string, _ int) error { warning = m; return nil }
	decode := map[string]func(b []byte, errors string, final bool) (Value, int, error){
		"unicode-escape": func(b []byte, e string, f bool) (Value, int, error) { return DecodeUnicodeEscape(th, b, e, f) },
		"raw":            func(b []byte, e string, f bool) (Value, int, error) { return DecodeRawUnicodeEscape(th, b, e, f) },
		"utf-7":          func(b []byte, e string, f bool) (Value, int, error) { return DecodeUTF7(th, b, e, f) },
		"utf-8":          func(b []byte, e string, f bool) (Value, int, error) { return DecodeUTF8Stateful(th, b, e, f) },
	}
	for _, c := range []struct {
		codec, in, errors string
		final             bool
		want              string
		consumed          int
	}{
		{"unicode-escape", "a\x5cn\x5ct\x5c\x5c\x5c'\x5c\x22\x5cx41\x5cu20ac\x5cU0001f600\x5c101\x5c400\x5cq", "strict", true, "'a\x5cn\x5ct\x5c\x5c\x5c'\x22A\x5cu20ac\x5cU0001f600A\x5cu0100\x5c\x5cq'", 41},
		{"unicode-escape", "a\x5cn\x5ct\x5c\x5c\x5c'\x5c\x22\x5cx41\x5cu20ac\x5cU0001f600\x5c101\x5c400\x5cq", "strict", false, "'a\x5cn\x5ct\x5c\x5c\x5c'\x22A\x5cu20ac\x5cU0001f600A\x5cu0100\x5c\x5cq'", 41},
		{"unicode-escape", "a\x5cn\x5ct\x5c\x5c\x5c'\x5c\x22\x5cx41\x5cu20ac\x5cU0001f600\x5c101\x5c400\x5cq", "replace", true, "'a\x5cn\x5ct\x5c\x5c\x5c'\x22A\x5cu20ac\x5cU0001f600A\x5cu0100\x5c\x5cq'", 41},
		{"unicode-escape", "a\x5cn\x5ct\x5c\x5c\x5c'\x5c\x22\x5cx41\x5cu20ac\x5cU0001f600\x5c101\x5c400\x5cq", "replace", false, "'a\x5cn\x5ct\x5c\x5c\x5c'\x22A\x5cu20ac\x5cU0001f600A\x5cu0100\x5c\x5cq'", 41},
		{"unicode-escape", "a\x5cn\x5ct\x5c\x5c\x5c'\x5c\x22\x5cx41\x5cu20ac\x5cU0001f600\x5c101\x5c400\x5cq", "ignore", false, "'a\x5cn\x5ct\x5c\x5c\x5c'\x22A\x5cu20ac\x5cU0001f600A\x5cu0100\x5c\x5cq'", 41},
		{"unicode-escape", "a\x5c\x0ab", "strict", true, "'ab'", 4},
		{"unicode-escape", "a\x5c\x0ab", "strict", false, "'ab'", 4},
		{"unicode-escape", "a\x5c\x0ab", "replace", true, "'ab'", 4},
		{"unicode-escape", "a\x5c\x0ab", "replace", false, "'ab'", 4},
		{"unicode-escape", "a\x5c\x0ab", "ignore", false, "'ab'", 4},
		{"unicode-escape", "\x5cx1", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-2: truncated \x5cxXX escape", 0},
		{"unicode-escape", "\x5cx1", "strict", false, "''", 0},
		{"unicode-escape", "\x5cx1", "replace", true, "'\x5cufffd'", 3},
		{"unicode-escape", "\x5cx1", "replace", false, "''", 0},
		{"unicode-escape", "\x5cx1", "ignore", false, "''", 0},
		{"unicode-escape", "\x5cx1g", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-2: truncated \x5cxXX escape", 0},
		{"unicode-escape", "\x5cx1g", "strict", false, "!'unicodeescape' codec can't decode bytes in position 0-2: truncated \x5cxXX escape", 0},
		{"unicode-escape", "\x5cx1g", "replace", true, "'\x5cufffdg'", 4},
		{"unicode-escape", "\x5cx1g", "replace", false, "'\x5cufffdg'", 4},
		{"unicode-escape", "\x5cx1g", "ignore", false, "'g'", 4},
		{"unicode-escape", "\x5cu12", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-3: truncated \x5cuXXXX escape", 0},
		{"unicode-escape", "\x5cu12", "strict", false, "''", 0},
		{"unicode-escape", "\x5cu12", "replace", true, "'\x5cufffd'", 4},
		{"unicode-escape", "\x5cu12", "replace", false, "''", 0},
		{"unicode-escape", "\x5cu12", "ignore", false, "''", 0},
		{"unicode-escape", "\x5cU00110000", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character", 0},
		{"unicode-escape", "\x5cU00110000", "strict", false, "!'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character", 0},
		{"unicode-escape", "\x5cU00110000", "replace", true, "'\x5cufffd'", 10},
		{"unicode-escape", "\x5cU00110000", "replace", false, "'\x5cufffd'", 10},
		{"unicode-escape", "\x5cU00110000", "ignore", false, "''", 10},
		{"unicode-escape", "\x5c", "strict", true, "!'unicodeescape' codec can't decode byte 0x5c in position 0: \x5c at end of string", 0},
		{"unicode-escape", "\x5c", "strict", false, "''", 0},
		{"unicode-escape", "\x5c", "replace", true, "'\x5cufffd'", 1},
		{"unicode-escape", "\x5c", "replace", false, "''", 0},
		{"unicode-escape", "\x5c", "ignore", false, "''", 0},
		{"unicode-escape", "\x5cN", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-1: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cN", "strict", false, "''", 0},
		{"unicode-escape", "\x5cN", "replace", true, "'\x5cufffd'", 2},
		{"unicode-escape", "\x5cN", "replace", false, "''", 0},
		{"unicode-escape", "\x5cN", "ignore", false, "''", 0},
		{"unicode-escape", "\x5cNx", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-1: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cNx", "strict", false, "!'unicodeescape' codec can't decode bytes in position 0-1: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cNx", "replace", true, "'\x5cufffdx'", 3},
		{"unicode-escape", "\x5cNx", "replace", false, "'\x5cufffdx'", 3},
		{"unicode-escape", "\x5cNx", "ignore", false, "'x'", 3},
		{"unicode-escape", "\x5cN{}", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-2: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cN{}", "strict", false, "!'unicodeescape' codec can't decode bytes in position 0-2: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cN{}", "replace", true, "'\x5cufffd}'", 4},
		{"unicode-escape", "\x5cN{}", "replace", false, "'\x5cufffd}'", 4},
		{"unicode-escape", "\x5cN{}", "ignore", false, "'}'", 4},
		{"unicode-escape", "\x5cN{x", "strict", true, "!'unicodeescape' codec can't decode bytes in position 0-3: malformed \x5cN character escape", 0},
		{"unicode-escape", "\x5cN{x", "strict", false, "''", 0},
		{"unicode-escape", "\x5cN{x", "replace", true, "'\x5cufffd'", 4},
		{"unicode-escape", "\x5cN{x", "replace", false, "''", 0},
		{"unicode-escape", "\x5cN{x", "ignore", false, "''", 0},
		{"unicode-escape", "\xe9\x5c", "strict", true, "!'unicodeescape' codec can't decode byte 0x5c in position 1: \x5c at end of string", 0},
		{"unicode-escape", "\xe9\x5c", "strict", false, "'\x5cxe9'", 1},
		{"unicode-escape", "\xe9\x5c", "replace", true, "'\x5cxe9\x5cufffd'", 2},
		{"unicode-escape", "\xe9\x5c", "replace", false, "'\x5cxe9'", 1},
		{"unicode-escape", "\xe9\x5c", "ignore", false, "'\x5cxe9'", 1},
		{"unicode-escape", "a\x5cu12zb", "strict", true, "!'unicodeescape' codec can't decode bytes in position 1-4: truncated \x5cuXXXX escape", 0},
		{"unicode-escape", "a\x5cu12zb", "strict", false, "!'unicodeescape' codec can't decode bytes in position 1-4: truncated \x5cuXXXX escape", 0},
		{"unicode-escape", "a\x5cu12zb", "replace", true, "'a\x5cufffdzb'", 7},
		{"unicode-escape", "a\x5cu12zb", "replace", false, "'a\x5cufffdzb'", 7},
		{"unicode-escape", "a\x5cu12zb", "ignore", false, "'azb'", 7},
		{"raw", "a\x5cu20ac\x5c\x5cu0041\x5cn\x5cU0001f600", "strict", true, "'a\x5cu20ac\x5c\x5c\x5c\x5cu0041\x5c\x5cn\x5cU0001f600'", 26},
		{"raw", "a\x5cu20ac\x5c\x5cu0041\x5cn\x5cU0001f600", "strict", false, "'a\x5cu20ac\x5c\x5c\x5c\x5cu0041\x5c\x5cn\x5cU0001f600'", 26},
		{"raw", "a\x5cu20ac\x5c\x5cu0041\x5cn\x5cU0001f600", "replace", true, "'a\x5cu20ac\x5c\x5c\x5c\x5cu0041\x5c\x5cn\x5cU0001f600'", 26},
		{"raw", "a\x5cu20ac\x5c\x5cu0041\x5cn\x5cU0001f600", "replace", false, "'a\x5cu20ac\x5c\x5c\x5c\x5cu0041\x5c\x5cn\x5cU0001f600'", 26},
		{"raw", "a\x5cu20ac\x5c\x5cu0041\x5cn\x5cU0001f600", "ignore", false, "'a\x5cu20ac\x5c\x5c\x5c\x5cu0041\x5c\x5cn\x5cU0001f600'", 26},
		{"raw", "\x5cu12", "strict", true, "!'rawunicodeescape' codec can't decode bytes in position 0-3: truncated \x5cuXXXX escape", 0},
		{"raw", "\x5cu12", "strict", false, "''", 0},
		{"raw", "\x5cu12", "replace", true, "'\x5cufffd'", 4},
		{"raw", "\x5cu12", "replace", false, "''", 0},
		{"raw", "\x5cu12", "ignore", false, "''", 0},
		{"raw", "\x5cU00110000", "strict", true, "!'rawunicodeescape' codec can't decode bytes in position 0-9: \x5cUxxxxxxxx out of range", 0},
		{"raw", "\x5cU00110000", "strict", false, "!'rawunicodeescape' codec can't decode bytes in position 0-9: \x5cUxxxxxxxx out of range", 0},
		{"raw", "\x5cU00110000", "replace", true, "'\x5cufffd'", 10},
		{"raw", "\x5cU00110000", "replace", false, "'\x5cufffd'", 10},
		{"raw", "\x5cU00110000", "ignore", false, "''", 10},
		{"raw", "\x5c", "strict", true, "'\x5c\x5c'", 1},
		{"raw", "\x5c", "strict", false, "''", 0},
		{"raw", "\x5c", "replace", true, "'\x5c\x5c'", 1},
		{"raw", "\x5c", "replace", false, "''", 0},
		{"raw", "\x5c", "ignore", false, "''", 0},
		{"raw", "\xe9\x5cu1", "strict", true, "!'rawunicodeescape' codec can't decode bytes in position 1-3: truncated \x5cuXXXX escape", 0},
		{"raw", "\xe9\x5cu1", "strict", false, "'\x5cxe9'", 1},
		{"raw", "\xe9\x5cu1", "replace", true, "'\x5cxe9\x5cufffd'", 4},
		{"raw", "\xe9\x5cu1", "replace", false, "'\x5cxe9'", 1},
		{"raw", "\xe9\x5cu1", "ignore", false, "'\x5cxe9'", 1},
		{"raw", "\x5c\x5c", "strict", true, "'\x5c\x5c\x5c\x5c'", 2},
		{"raw", "\x5c\x5c", "strict", false, "'\x5c\x5c\x5c\x5c'", 2},
		{"raw", "\x5c\x5c", "replace", true, "'\x5c\x5c\x5c\x5c'", 2},
		{"raw", "\x5c\x5c", "replace", false, "'\x5c\x5c\x5c\x5c'", 2},
		{"raw", "\x5c\x5c", "ignore", false, "'\x5c\x5c\x5c\x5c'", 2},
		{"utf-7", "Hi+-Mom", "strict", true, "'Hi+Mom'", 7},
		{"utf-7", "Hi+-Mom", "strict", false, "'Hi+Mom'", 7},
		{"utf-7", "Hi+-Mom", "replace", true, "'Hi+Mom'", 7},
		{"utf-7", "Hi+-Mom", "replace", false, "'Hi+Mom'", 7},
		{"utf-7", "Hi+-Mom", "ignore", false, "'Hi+Mom'", 7},
		{"utf-7", "+IKw-", "strict", true, "'\x5cu20ac'", 5},
		{"utf-7", "+IKw-", "strict", false, "'\x5cu20ac'", 5},
		{"utf-7", "+IKw-", "replace", true, "'\x5cu20ac'", 5},
		{"utf-7", "+IKw-", "replace", false, "'\x5cu20ac'", 5},
		{"utf-7", "+IKw-", "ignore", false, "'\x5cu20ac'", 5},
		{"utf-7", "A+ImIDkQ.", "strict", true, "'A\x5cu2262\x5cu0391.'", 9},
		{"utf-7", "A+ImIDkQ.", "strict", false, "'A\x5cu2262\x5cu0391.'", 9},
		{"utf-7", "A+ImIDkQ.", "replace", true, "'A\x5cu2262\x5cu0391.'", 9},
		{"utf-7", "A+ImIDkQ.", "replace", false, "'A\x5cu2262\x5cu0391.'", 9},
		{"utf-7", "A+ImIDkQ.", "ignore", false, "'A\x5cu2262\x5cu0391.'", 9},
		{"utf-7", "+2D3eAA-", "strict", true, "'\x5cU0001f600'", 8},
		{"utf-7", "+2D3eAA-", "strict", false, "'\x5cU0001f600'", 8},
		{"utf-7", "+2D3eAA-", "replace", true, "'\x5cU0001f600'", 8},
		{"utf-7", "+2D3eAA-", "replace", false, "'\x5cU0001f600'", 8},
		{"utf-7", "+2D3eAA-", "ignore", false, "'\x5cU0001f600'", 8},
		{"utf-7", "+2D0-x", "strict", true, "'\x5cud83dx'", 6},
		{"utf-7", "+2D0-x", "strict", false, "'\x5cud83dx'", 6},
		{"utf-7", "+2D0-x", "replace", true, "'\x5cud83dx'", 6},
		{"utf-7", "+2D0-x", "replace", false, "'\x5cud83dx'", 6},
		{"utf-7", "+2D0-x", "ignore", false, "'\x5cud83dx'", 6},
		{"utf-7", "+", "strict", true, "''", 1},
		{"utf-7", "+", "strict", false, "''", 0},
		{"utf-7", "+", "replace", true, "''", 1},
		{"utf-7", "+", "replace", false, "''", 0},
		{"utf-7", "+", "ignore", false, "''", 0},
		{"utf-7", "+I", "strict", true, "!'utf7' codec can't decode bytes in position 0-1: unterminated shift sequence", 0},
		{"utf-7", "+I", "strict", false, "''", 0},
		{"utf-7", "+I", "replace", true, "'\x5cufffd'", 2},
		{"utf-7", "+I", "replace", false, "''", 0},
		{"utf-7", "+I", "ignore", false, "''", 0},
		{"utf-7", "+IKw", "strict", true, "'\x5cu20ac'", 4},
		{"utf-7", "+IKw", "strict", false, "''", 0},
		{"utf-7", "+IKw", "replace", true, "'\x5cu20ac'", 4},
		{"utf-7", "+IKw", "replace", false, "''", 0},
		{"utf-7", "+IKw", "ignore", false, "''", 0},
		{"utf-7", "a+IKw b", "strict", true, "'a\x5cu20ac b'", 7},
		{"utf-7", "a+IKw b", "strict", false, "'a\x5cu20ac b'", 7},
		{"utf-7", "a+IKw b", "replace", true, "'a\x5cu20ac b'", 7},
		{"utf-7", "a+IKw b", "replace", false, "'a\x5cu20ac b'", 7},
		{"utf-7", "a+IKw b", "ignore", false, "'a\x5cu20ac b'", 7},
		{"utf-7", "+!", "strict", true, "!'utf7' codec can't decode bytes in position 0-1: ill-formed sequence", 0},
		{"utf-7", "+!", "strict", false, "!'utf7' codec can't decode bytes in position 0-1: ill-formed sequence", 0},
		{"utf-7", "+!", "replace", true, "'\x5cufffd'", 2},
		{"utf-7", "+!", "replace", false, "'\x5cufffd'", 2},
		{"utf-7", "+!", "ignore", false, "''", 2},
		{"utf-7", "\xe9a", "strict", true, "!'utf7' codec can't decode byte 0xe9 in position 0: unexpected special character", 0},
		{"utf-7", "\xe9a", "strict", false, "!'utf7' codec can't decode byte 0xe9 in position 0: unexpected special character", 0},
		{"utf-7", "\xe9a", "replace", true, "'\x5cufffda'", 2},
		{"utf-7", "\xe9a", "replace", false, "'\x5cufffda'", 2},
		{"utf-7", "\xe9a", "ignore", false, "'a'", 2},
		{"utf-7", "+IKx!", "strict", true, "!'utf7' codec can't decode bytes in position 0-4: non-zero padding bits in shift sequence", 0},
		{"utf-7", "+IKx!", "strict", false, "!'utf7' codec can't decode bytes in position 0-4: non-zero padding bits in shift sequence", 0},
		{"utf-7", "+IKx!", "replace", true, "'\x5cu20ac\x5cufffd'", 5},
		{"utf-7", "+IKx!", "replace", false, "'\x5cu20ac\x5cufffd'", 5},
		{"utf-7", "+IKx!", "ignore", false, "'\x5cu20ac'", 5},
		{"utf-7", "+AAAAAA-", "strict", true, "'\x5cx00\x5cx00'", 8},
		{"utf-7", "+AAAAAA-", "strict", false, "'\x5cx00\x5cx00'", 8},
		{"utf-7", "+AAAAAA-", "replace", true, "'\x5cx00\x5cx00'", 8},
		{"utf-7", "+AAAAAA-", "replace", false, "'\x5cx00\x5cx00'", 8},
		{"utf-7", "+AAAAAA-", "ignore", false, "'\x5cx00\x5cx00'", 8},
		{"utf-7", "+AA!", "strict", true, "!'utf7' codec can't decode bytes in position 0-3: partial character in shift sequence", 0},
		{"utf-7", "+AA!", "strict", false, "!'utf7' codec can't decode bytes in position 0-3: partial character in shift sequence", 0},
		{"utf-7", "+AA!", "replace", true, "'\x5cufffd'", 4},
		{"utf-7", "+AA!", "replace", false, "'\x5cufffd'", 4},
		{"utf-7", "+AA!", "ignore", false, "''", 4},
		{"utf-7", "+2D0", "strict", true, "!'utf7' codec can't decode bytes in position 0-3: unterminated shift sequence", 0},
		{"utf-7", "+2D0", "strict", false, "''", 0},
		{"utf-7", "+2D0", "replace", true, "'\x5cufffd'", 4},
		{"utf-7", "+2D0", "replace", false, "''", 0},
		{"utf-7", "+2D0", "ignore", false, "''", 0},
		{"utf-7", "+2D0+", "strict", true, "!'utf7' codec can't decode bytes in position 0-4: unterminated shift sequence", 0},
		{"utf-7", "+2D0+", "strict", false, "''", 0},
		{"utf-7", "+2D0+", "replace", true, "'\x5cufffd'", 5},
		{"utf-7", "+2D0+", "replace", false, "''", 0},
		{"utf-7", "+2D0+", "ignore", false, "''", 0},
		{"utf-7", "a+AGEA!b", "strict", true, "!'utf7' codec can't decode bytes in position 1-6: partial character in shift sequence", 0},
		{"utf-7", "a+AGEA!b", "strict", false, "!'utf7' codec can't decode bytes in position 1-6: partial character in shift sequence", 0},
		{"utf-7", "a+AGEA!b", "replace", true, "'aa\x5cufffdb'", 8},
		{"utf-7", "a+AGEA!b", "replace", false, "'aa\x5cufffdb'", 8},
		{"utf-7", "a+AGEA!b", "ignore", false, "'aab'", 8},
		{"utf-7", "~\x5c", "strict", true, "'~\x5c\x5c'", 2},
		{"utf-7", "~\x5c", "strict", false, "'~\x5c\x5c'", 2},
		{"utf-7", "~\x5c", "replace", true, "'~\x5c\x5c'", 2},
		{"utf-7", "~\x5c", "replace", false, "'~\x5c\x5c'", 2},
		{"utf-7", "~\x5c", "ignore", false, "'~\x5c\x5c'", 2},
		{"utf-8", "\xe2\x82", "strict", true, "!'utf-8' codec can't decode bytes in position 0-1: unexpected end of data", 0},
		{"utf-8", "\xe2\x82", "strict", false, "''", 0},
		{"utf-8", "\xe2\x82", "replace", true, "'\x5cufffd'", 2},
		{"utf-8", "\xe2\x82", "replace", false, "''", 0},
		{"utf-8", "\xe2\x82", "ignore", false, "''", 0},
		{"utf-8", "a\xf0\x9f", "strict", true, "!'utf-8' codec can't decode bytes in position 1-2: unexpected end of data", 0},
		{"utf-8", "a\xf0\x9f", "strict", false, "'a'", 1},
		{"utf-8", "a\xf0\x9f", "replace", true, "'a\x5cufffd'", 3},
		{"utf-8", "a\xf0\x9f", "replace", false, "'a'", 1},
		{"utf-8", "a\xf0\x9f", "ignore", false, "'a'", 1},
		{"utf-8", "\xed\xa0", "strict", true, "!'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte", 0},
		{"utf-8", "\xed\xa0", "strict", false, "''", 0},
		{"utf-8", "\xed\xa0", "replace", true, "'\x5cufffd\x5cufffd'", 2},
		{"utf-8", "\xed\xa0", "replace", false, "''", 0},
		{"utf-8", "\xed\xa0", "ignore", false, "''", 0},
		{"utf-8", "\xc3\xa9\xc3", "strict", true, "!'utf-8' codec can't decode byte 0xc3 in position 2: unexpected end of data", 0},
		{"utf-8", "\xc3\xa9\xc3", "strict", false, "'\x5cxe9'", 2},
		{"utf-8", "\xc3\xa9\xc3", "replace", true, "'\x5cxe9\x5cufffd'", 3},
		{"utf-8", "\xc3\xa9\xc3", "replace", false, "'\x5cxe9'", 2},
		{"utf-8", "\xc3\xa9\xc3", "ignore", false, "'\x5cxe9'", 2},
		{"utf-8", "\xf4\x90", "strict", true, "!'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte", 0},
		{"utf-8", "\xf4\x90", "strict", false, "!'utf-8' codec can't decode byte 0xf4 in position 0: invalid continuation byte", 0},
		{"utf-8", "\xf4\x90", "replace", true, "'\x5cufffd\x5cufffd'", 2},
		{"utf-8", "\xf4\x90", "replace", false, "'\x5cufffd\x5cufffd'", 2},
		{"utf-8", "\xf4\x90", "ignore", false, "''", 2},
	} {
		warning = ""
		v, n, err := decode[c.codec]([]byte(c.in), c.errors, c.final)
		got := ""
		if err != nil {
			m, _ := StrString(th, AsException(err).Value())
			got = "!" + m
		} else {
			r, _ := ASCII(th, v)
			got = As[Str](r).String()
		}
		if got != c.want || err == nil && n != c.consumed {
			t.Errorf("%s(%q, %s, %v) = %s, %d; want %s, %d", c.codec, c.in, c.errors, c.final, got, n, c.want, c.consumed)
		}
		wantWarning := ""
		if strings.Contains(c.in, `\400`) {
			// The first of two.
			wantWarning = `invalid octal escape sequence '\400'`
		}
		if warning != wantWarning {
			t.Errorf("%q: warning %q", c.in, warning)
		}
	}
	for _, c := range []struct{ in, unicodeEscape, raw, utf7 string }{
		{"abc", "abc", "abc", "abc"},
		{"a\x5cb\x0a\x09\x0d'\x22", "a\x5c\x5cb\x5cn\x5ct\x5cr'\x22", "a\x5cb\x0a\x09\x0d'\x22", "a+AFw-b\x0a\x09\x0d'\x22"},
		{"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", "\x5cxe9\x5cu20ac\x5cU0001f600", "\xe9\x5cu20ac\x5cU0001f600", "+AOkgrNg93gA-"},
		{"+~\x5c-x", "+~\x5c\x5c-x", "+~\x5c-x", "+-+AH4AXA--x"},
		{"\x00\x7f", "\x5cx00\x5cx7f", "\x00\x7f", "+AAAAfw-"},
		{"a\xe2\x82\xacb", "a\x5cu20acb", "a\x5cu20acb", "a+IKw-b"},
		{"a\xe2\x82\xac-", "a\x5cu20ac-", "a\x5cu20ac-", "a+IKw--"},
		{"\xe2\x82\xac+", "\x5cu20ac+", "\x5cu20ac+", "+IKwAKw-"},
		{"\xe2\x82\xac.!", "\x5cu20ac.!", "\x5cu20ac.!", "+IKw.!"},
		{"\xed\xa0\x80", "\x5cud800", "\x5cud800", "+2AA-"},
		{"\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", "\x5cu65e5\x5cu672c\x5cu8a9e", "\x5cu65e5\x5cu672c\x5cu8a9e", "+ZeVnLIqe-"},
	} {
		s := NewStr(c.in)
		if got := string(EncodeUnicodeEscape(s)); got != c.unicodeEscape {
			t.Errorf("unicode-escape of %q: %q, want %q", c.in, got, c.unicodeEscape)
		}
		if got := string(EncodeRawUnicodeEscape(s)); got != c.raw {
			t.Errorf("raw-unicode-escape of %q: %q, want %q", c.in, got, c.raw)
		}
		if got := string(EncodeUTF7(s)); got != c.utf7 {
			t.Errorf("utf-7 of %q: %q, want %q", c.in, got, c.utf7)
		}
	}
}

func TestCharmap(t *testing.T) {
	th := newTestThread(t)
	table := NewStr("\u20aca\ufffeb")
	v, err := DecodeCharmap(th, []byte{0, 1, 3, 2, 9}, "replace", ToValue(table))
	if err != nil || As[Str](v).String() != "\u20acab\ufffd\ufffd" {
		t.Fatal(v, err)
	}
	if _, err = DecodeCharmap(th, []byte{2}, "strict", ToValue(table)); err == nil {
		t.Fatal("no error")
	}
	b, err := EncodeCharmap(th, NewStr("ba\u20ac"), "strict", BuildCharmap(table))
	if err != nil || string(b) != "\x03\x01\x00" {
		t.Fatal(b, err)
	}
	if b, err = EncodeCharmap(th, NewStr("bzz\u20ac"), "ignore", BuildCharmap(table)); err != nil || string(b) != "\x03\x00" {
		t.Fatal(b, err)
	}
	_, err = EncodeCharmap(th, NewStr("bzz\u20ac"), "strict", BuildCharmap(table))
	if m, _ := StrString(th, AsException(err).Value()); m != "'charmap' codec can't encode characters in position 1-2: character maps to <undefined>" {
		t.Fatal(m)
	}
}

func TestEscapeBytes(t *testing.T) {
	th := newTestThread(t)
	if got := string(EncodeEscape([]byte("a'\"\\\n\x00\xff"))); got != `a\'"\\\n\x00\xff` {
		t.Error(got)
	}
	b, err := DecodeEscape(th, []byte(`a\'\"\\\n\x00\101\
b`), "strict")
	if err != nil || string(b) != "a'\"\\\n\x00Ab" {
		t.Error(string(b), err)
	}
	for in, want := range map[string]string{`\x1`: `invalid \x escape at position 0`, `a\`: `Trailing \ in string`} {
		_, err := DecodeEscape(th, []byte(in), "strict")
		if m, _ := StrString(th, AsException(err).Value()); m != want {
			t.Errorf("%s: %s, want %s", in, m, want)
		}
	}
}

func TestErrorHandlerHook(t *testing.T) {
	th := newTestThread(t)
	defer func(f func(*Thread, string) (Value, error)) { LookupErrorHook = f }(LookupErrorHook)
	def := &FuncDef{Name: "handler", Sig: "exc, /", Fn: func(t *Thread, self Value, args []Value) (Value, error) {
		e := As[UnicodeErrorObject](args[0])
		return ToValue(NewTuple(StrValue("<"+strings.Repeat("x", e.End-e.Start)+">"), Int(int64(e.End)))), nil
	}}
	LookupErrorHook = func(*Thread, string) (Value, error) { return NewBuiltin(def, Value{}), nil }
	b, err := EncodeASCII(th, NewStr("a\u20ac\u20acb"), "mine")
	if err != nil || string(b) != "a<xx>b" {
		t.Fatal(string(b), err)
	}
	v, err := DecodeUTF8(th, []byte("a\xe2\x82b"), "mine")
	if err != nil || As[Str](v).String() != "a<xx>b" {
		t.Fatal(v, err)
	}
}

func TestConcatIsLinear(t *testing.T) {
	th := newTestThread(t)
	s, x := StrValue("start"), StrValue("0123456789")
	var err error
	first := Value{}
	for i := range 20000 {
		if s, err = Binary(th, OpAdd, s, x); err != nil {
			t.Fatal(err)
		}
		if i == 100 {
			first = s
		}
	}
	// A second string that extends the same one must not write over the first's bytes.
	a, _ := Binary(th, OpAdd, first, StrValue("AAAA"))
	b, _ := Binary(th, OpAdd, first, StrValue("BBBB"))
	if As[Str](s).Len() != 5+200000 || !strings.HasSuffix(As[Str](a).String(), "9AAAA") || !strings.HasSuffix(As[Str](b).String(), "9BBBB") {
		t.Fatal("wrong result")
	}
	n := testing.AllocsPerRun(1, func() {
		s := ToValue(strEmpty)
		for range 1000 {
			s, _ = Binary(th, OpAdd, s, x)
		}
	})
	if n > 1100 {
		t.Errorf("%v allocations", n)
	}
}

func TestIntAllocations(t *testing.T) {
	th := newTestThread(t)
	h, m, mask := Uint64Value(14695981039346656037), Int(1099511628211), Uint64Value(1<<64-1)
	n := testing.AllocsPerRun(100, func() {
		p, _ := Binary(th, OpMul, h, m)
		p, _ = Binary(th, OpAnd, p, mask)
		p, _ = Binary(th, OpRShift, p, Int(33))
		if p.IsZero() {
			t.Fatal()
		}
	})
	// One object for each of the results that need one.
	if n > 2 {
		t.Errorf("%v allocations", n)
	}
}
