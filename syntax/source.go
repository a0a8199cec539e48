package syntax

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// UnknownEncoding is the error with which [Options.Decode] says that it does not know an encoding.
type UnknownEncoding struct{ Name string }

func (e UnknownEncoding) Error() string { return "unknown encoding: " + e.Name }

const bom = "\xEF\xBB\xBF"

// decoded is a program's text. It may hold bytes that are not UTF-8 where the source declares UTF-8 or nothing: like
// CPython, the parser complains only of those in names and strings.
type decoded struct {
	text     string
	encoding string
}

// decodeError makes an error without a line of source, as CPython's tokenizer does before it reads the first line.
func decodeError(filename, msg string) *Error {
	return &Error{Kind: "SyntaxError", Msg: msg, Filename: filename, Line: 0, Col: -1, NoEnd: true}
}

// DetectEncoding gives the encoding that a program declares (PEP 263), "utf-8" where it declares none, in the
// normalised spelling of CPython, and whether it declares one.
func DetectEncoding(src []byte) (name string, declared bool) {
	if bytes.HasPrefix(src, []byte(bom)) {
		return "utf-8", true
	}
	if name := declaredEncoding(src); name != "" {
		return name, true
	}
	return "utf-8", false
}

// declaredEncoding finds the encoding comment in the first two lines.
func declaredEncoding(src []byte) string {
	for n := 0; n < 2; n++ {
		line := src
		if i := bytes.IndexAny(src, "\r\n"); i >= 0 {
			line = src[:i]
			if src[i] == '\r' && i+1 < len(src) && src[i+1] == '\n' {
				i++
			}
			src = src[i+1:]
		} else {
			src = nil
		}
		name, comment := codingComment(line)
		if name != "" {
			return normalEncoding(name)
		}
		if !comment {
			// Only comments and blank lines may come before the declaration.
			break
		}
	}
	return ""
}

// codingComment finds `coding[:=] NAME` in a comment line and says whether the line holds nothing but a comment.
func codingComment(line []byte) (name string, comment bool) {
	i := 0
	for i < len(line) && (line[i] == ' ' || line[i] == '\t' || line[i] == '\f') {
		i++
	}
	if i == len(line) {
		return "", true
	}
	if line[i] != '#' {
		return "", false
	}
	const word = "coding"
	for rest := line[i:]; ; {
		j := bytes.Index(rest, []byte(word))
		if j < 0 {
			return "", true
		}
		rest = rest[j+len(word):]
		if len(rest) == 0 || rest[0] != ':' && rest[0] != '=' {
			continue
		}
		t := bytes.TrimLeft(rest[1:], " \t")
		n := 0
		for n < len(t) && (isAlnum(t[n]) || t[n] == '-' || t[n] == '_' || t[n] == '.') {
			n++
		}
		if n > 0 {
			return string(t[:n]), true
		}
	}
}

// normalEncoding spells the encodings that CPython's tokenizer knows without its codecs in one way.
func normalEncoding(name string) string {
	s := name
	if len(s) > 12 {
		s = s[:12]
	}
	s = strings.ReplaceAll(strings.ToLower(s), "_", "-")
	if s == "utf-8" || strings.HasPrefix(s, "utf-8-") {
		return "utf-8"
	}
	for _, latin := range []string{"latin-1", "iso-8859-1", "iso-latin-1"} {
		if s == latin || strings.HasPrefix(s, latin+"-") {
			return "iso-8859-1"
		}
	}
	return name
}

// codecFor gives the codec behind other names of the encodings that are decoded here.
func codecFor(name string) string {
	switch strings.ReplaceAll(strings.ToLower(name), "_", "-") {
	case "utf8", "u8", "utf", "utf8-ucs2", "utf8-ucs4", "cp65001":
		return "utf-8"
	case "ascii", "us-ascii", "646", "ansi-x3.4-1968", "iso646-us":
		return "ascii"
	case "latin1", "latin", "l1", "8859", "iso8859", "iso8859-1", "cp819", "ibm819":
		return "latin-1"
	}
	return ""
}

// codecFailure makes the error of a codec that is unknown or cannot decode the source. For a file CPython says less.
func codecFailure(filename, name, msg string, fromFile bool) *Error {
	if fromFile {
		return &Error{Kind: "SyntaxError", Msg: "encoding problem: " + name, Filename: filename, NoLocation: true}
	}
	return decodeError(filename, msg)
}

// decodeSource decodes the bytes of a program.
func decodeSource(src []byte, o Options) (decoded, *Error) {
	filename, fromFile := o.Filename, o.FromFile
	name, declared := DetectEncoding(src)
	if bytes.HasPrefix(src, []byte(bom)) {
		if d := declaredEncoding(src[len(bom):]); d != "" && d != "utf-8" {
			e := decodeError(filename, fmt.Sprintf("encoding problem: %s with BOM", d))
			e.NoLocation = fromFile
			return decoded{}, e
		}
		src = src[len(bom):]
	}
	d := decoded{encoding: name}
	switch name {
	case "utf-8":
		if fromFile && !declared {
			if i := invalidUTF8(src); i >= 0 {
				return d, notUTF8(src, i, filename)
			}
		}
		d.text = string(src)
		return d, nil
	case "iso-8859-1":
		d.text = decodeLatin1(src)
		return d, nil
	}
	switch codecFor(name) {
	case "utf-8":
		if i := invalidUTF8(src); i >= 0 {
			return d, decodeError(filename, utf8Message(string(src), i))
		}
		d.text = string(src)
		return d, nil
	case "latin-1":
		d.text = decodeLatin1(src)
		return d, nil
	case "ascii":
		for i, c := range src {
			if c >= utf8.RuneSelf {
				return d, decodeError(filename, fmt.Sprintf("'ascii' codec can't decode byte 0x%02x in position %d: ordinal not in range(128)", c, i))
			}
		}
		d.text = string(src)
		return d, nil
	}
	if o.Decode == nil {
		return d, codecFailure(filename, name, UnknownEncoding{name}.Error(), fromFile)
	}
	text, err := o.Decode(name, src)
	if err != nil {
		return d, codecFailure(filename, name, err.Error(), fromFile)
	}
	d.text = text
	return d, nil
}

func decodeLatin1(src []byte) string {
	n := 0
	for _, c := range src {
		if c >= utf8.RuneSelf {
			n++
		}
	}
	if n == 0 {
		return string(src)
	}
	var b strings.Builder
	b.Grow(len(src) + n)
	for _, c := range src {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// invalidUTF8 gives the offset of the first byte that is not UTF-8, or -1.
func invalidUTF8[T ~string | ~[]byte](s T) int {
	for i, r := range string(s) {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(string(s[i:min(i+utf8.UTFMax, len(s))])); size == 1 {
				return i
			}
		}
	}
	return -1
}

// utf8Message is the message of Python's UnicodeDecodeError for the invalid byte at an offset of s.
func utf8Message(s string, at int) string {
	reason := "invalid start byte"
	n := 1
	if c := s[at]; c >= 0xC2 && c <= 0xF4 {
		n = truncatedPrefix(s[at:])
		reason = "invalid continuation byte"
		want := 2
		if c >= 0xF0 {
			want = 4
		} else if c >= 0xE0 {
			want = 3
		}
		if at+n == len(s) && n < want {
			reason = "unexpected end of data"
		}
	}
	place := fmt.Sprintf("byte 0x%02x in position %d", s[at], at)
	if n > 1 {
		place = fmt.Sprintf("bytes in position %d-%d", at, at+n-1)
	}
	return fmt.Sprintf("'utf-8' codec can't decode %s: %s", place, reason)
}

// notUTF8 reports a file that declares no encoding and is not UTF-8.
func notUTF8(src []byte, at int, filename string) *Error {
	line := bytes.Count(src[:at], []byte("\n")) + 1
	where := ""
	if filename != "" {
		where = " in file " + filename
	}
	return &Error{Kind: "SyntaxError", Filename: filename, NoLocation: true,
		Msg: fmt.Sprintf("Non-UTF-8 code starting with '\\x%02x'%s on line %d, but no encoding declared; "+
			"see https://peps.python.org/pep-0263/ for details", src[at], where, line)}
}

// checkSurrogates reports text that cannot be encoded, as compile() does of a str.
func checkSurrogates(s, filename string) *Error {
	for i := strings.IndexByte(s, 0xED); i >= 0 && i < len(s); i++ {
		if !isSurrogateAt(s, i) {
			continue
		}
		n := 1
		for i+3*n < len(s) && isSurrogateAt(s, i+3*n) {
			n++
		}
		at := countChars(s[:i])
		place := fmt.Sprintf("character '\\u%04x' in position %d", rune(s[i]&0xF)<<12|rune(s[i+1]&0x3F)<<6|rune(s[i+2]&0x3F), at)
		if n > 1 {
			place = fmt.Sprintf("characters in position %d-%d", at, at+n-1)
		}
		return &Error{Kind: "UnicodeEncodeError", Filename: filename, NoLocation: true,
			Msg: "'utf-8' codec can't encode " + place + ": surrogates not allowed"}
	}
	return nil
}

// normalizeNewlines turns \r\n and \r into \n, and ends the text with a newline if asked to.
func normalizeNewlines(s string, final bool) string {
	if strings.IndexByte(s, '\r') >= 0 {
		var b strings.Builder
		b.Grow(len(s) + 1)
		for {
			i := strings.IndexByte(s, '\r')
			if i < 0 {
				b.WriteString(s)
				break
			}
			b.WriteString(s[:i])
			b.WriteByte('\n')
			if i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			s = s[i+1:]
		}
		s = b.String()
	}
	if final && s != "" && s[len(s)-1] != '\n' {
		s += "\n"
	}
	return s
}
