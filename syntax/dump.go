package syntax

import (
	"bufio"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Dump gives what `ast.dump(tree, include_attributes=True, indent=1)` gives in Python. Another indent can be named; the
// empty one stands for none, that is, all in one line.
//
// The text of a tree that is nested too deeply to be written ends there; see [WriteDump].
func Dump(mod Mod, indent ...string) string {
	var b strings.Builder
	// The builder gives no errors, and how a tree that is too deep ends is documented.
	_ = WriteDump(&b, mod, indent...)
	return b.String()
}

// maxDumpDepth is the nesting of nodes and lists that a dump shows. Indentation makes the text of a deep tree grow with
// the square of its depth, and Python's own dump stops at its recursion limit, far earlier.
const maxDumpDepth = 20000

// ErrTooDeep is the error for a tree that is nested too deeply to be shown.
var ErrTooDeep = errors.New("syntax: the tree is nested too deeply")

// WriteDump writes what [Dump] gives. It fails with [ErrTooDeep] or the writer's error.
func WriteDump(w io.Writer, mod Mod, indent ...string) error {
	d := dumper{w: bufio.NewWriterSize(w, 1<<16), indent: " "}
	if len(indent) > 0 {
		d.indent = indent[0]
	}
	d.node(mod, 0)
	if d.deep {
		return ErrTooDeep
	}
	return d.w.Flush()
}

type dumper struct {
	w      *bufio.Writer
	indent string
	deep   bool
	buf    []byte
	lead   []byte // a newline and the indentation of the deepest level so far
}

// item is a named value of a node.
type item struct {
	name  string
	value any
}

// newline begins an item of a level.
func (d *dumper) newline(level int) {
	if d.indent == "" {
		return
	}
	n := 1 + level*len(d.indent)
	if len(d.lead) == 0 {
		d.lead = append(d.lead, '\n')
	}
	for len(d.lead) < n {
		d.lead = append(d.lead, d.indent...)
	}
	d.w.Write(d.lead[:n])
}

// comma separates items of a level.
func (d *dumper) comma(level int) {
	d.w.WriteByte(',')
	if d.indent == "" {
		d.w.WriteByte(' ')
	}
	d.newline(level)
}

// node writes a node; level is that of the node itself.
func (d *dumper) node(n any, level int) {
	if level > maxDumpDepth || d.deep {
		d.deep = true
		return
	}
	c := ClassOf(n)
	var space [8]any
	vals := c.Values(n, space[:0])
	var itemSpace [12]item
	items := itemSpace[:0]
	constant := c == classConstant || c == classMatchSingleton
	simple := true
	for i, v := range vals {
		l, isList := v.([]any)
		if v == nil || isList && len(l) == 0 && !constant {
			continue
		}
		items = append(items, item{c.Fields[i].Name, v})
		simple = simple && isSimple(v)
	}
	if c.Attributes {
		p := n.(Node).Span()
		items = append(items, item{"lineno", int(p.Line)}, item{"col_offset", int(p.Col)},
			item{"end_lineno", int(p.EndLine)}, item{"end_col_offset", int(p.EndCol)})
	}
	d.w.WriteString(c.Name)
	d.w.WriteByte('(')
	inline := simple && len(items) <= 3
	for i, it := range items {
		switch {
		case inline:
			if i > 0 {
				d.w.WriteString(", ")
			}
		case i > 0:
			d.comma(level + 1)
		default:
			d.newline(level + 1)
		}
		d.w.WriteString(it.name)
		d.w.WriteByte('=')
		d.value(it.value, level+1)
	}
	d.w.WriteByte(')')
}

// isSimple says whether a value takes no lines of its own.
func isSimple(v any) bool {
	switch v := v.(type) {
	case nil, string, int, Symbol, Const:
		return true
	case []any:
		return len(v) == 0
	default:
		// A node is simple if nothing is shown in its brackets.
		c := ClassOf(v)
		if c.Attributes {
			return false
		}
		for _, f := range c.Values(v, nil) {
			if l, isList := f.([]any); f != nil && !(isList && len(l) == 0) {
				return false
			}
		}
		return true
	}
}

func (d *dumper) value(v any, level int) {
	switch v := v.(type) {
	case nil:
		d.w.WriteString("None")
	case string:
		d.buf = appendStrRepr(d.buf[:0], v)
		d.w.Write(d.buf)
	case int:
		d.buf = strconv.AppendInt(d.buf[:0], int64(v), 10)
		d.w.Write(d.buf)
	case Symbol:
		d.w.WriteString(string(v))
		d.w.WriteString("()")
	case Const:
		d.buf = appendConst(d.buf[:0], &v)
		d.w.Write(d.buf)
	case []any:
		d.w.WriteByte('[')
		for i, x := range v {
			if i == 0 {
				d.newline(level + 1)
			} else {
				d.comma(level + 1)
			}
			d.value(x, level+1)
		}
		d.w.WriteByte(']')
	default:
		d.node(v, level)
	}
}

// String gives the repr() of the constant.
func (c *Const) String() string { return string(appendConst(nil, c)) }

func appendConst(b []byte, c *Const) []byte {
	switch c.Kind {
	case NoneConst:
		return append(b, "None"...)
	case TrueConst:
		return append(b, "True"...)
	case FalseConst:
		return append(b, "False"...)
	case EllipsisConst:
		return append(b, "Ellipsis"...)
	case IntConst:
		if c.Big != nil {
			return c.Big.Append(b, 10)
		}
		return strconv.AppendInt(b, c.Int, 10)
	case FloatConst:
		return appendFloat(b, c.Float, true)
	case ComplexConst:
		if c.Real == 0 && !math.Signbit(c.Real) {
			return append(appendFloat(b, c.Float, false), 'j')
		}
		b = append(b, '(')
		b = appendFloat(b, c.Real, false)
		if !math.Signbit(c.Float) {
			b = append(b, '+')
		}
		b = appendFloat(b, c.Float, false)
		return append(b, 'j', ')')
	case StrConst:
		return appendStrRepr(b, c.Str)
	case BytesConst:
		return appendBytesRepr(b, c.Str)
	}
	open, end := "(", ")"
	if c.Kind == FrozensetConst {
		open, end = "frozenset({", "})"
		if len(c.Elts) == 0 {
			return append(b, "frozenset()"...)
		}
	}
	b = append(b, open...)
	for i := range c.Elts {
		if i > 0 {
			b = append(b, ", "...)
		}
		b = appendConst(b, &c.Elts[i])
	}
	if c.Kind == TupleConst && len(c.Elts) == 1 {
		b = append(b, ',')
	}
	return append(b, end...)
}

// Decimal exponents between which floats are written without one.
const (
	minPlainExp = -4
	maxPlainExp = 16
)

// appendFloat appends repr() of a float; point makes ".0" end a whole number.
func appendFloat(b []byte, f float64, point bool) []byte {
	switch {
	case math.IsInf(f, 1):
		return append(b, "inf"...)
	case math.IsInf(f, -1):
		return append(b, "-inf"...)
	case f != f:
		return append(b, "nan"...)
	}
	start := len(b)
	e := strconv.AppendFloat(nil, f, 'e', -1, 64)
	i := strings.IndexByte(string(e), 'e')
	exp, _ := strconv.Atoi(string(e[i+1:]))
	if exp < minPlainExp || exp >= maxPlainExp {
		b = append(b, e[:i+1]...)
		if exp < 0 {
			b = append(b, '-')
			exp = -exp
		} else {
			b = append(b, '+')
		}
		if exp < 10 {
			b = append(b, '0')
		}
		return strconv.AppendInt(b, int64(exp), 10)
	}
	b = strconv.AppendFloat(b, f, 'f', -1, 64)
	if point && strings.IndexByte(string(b[start:]), '.') < 0 {
		b = append(b, '.', '0')
	}
	return b
}

// quoteStr gives repr() of a string.
func quoteStr(s string) string { return string(appendStrRepr(nil, s)) }

const hexDigits = "0123456789abcdef"

// quoteFor chooses the quotes of repr().
func quoteFor(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// appendStrRepr appends repr() of a string.
func appendStrRepr(b []byte, s string) []byte {
	q := quoteFor(s)
	b = append(b, q)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			b = appendASCII(b, c, q)
			continue
		}
		if isSurrogateAt(s, i) {
			r := rune(s[i]&0xF)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
			b = appendEscaped(b, r)
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if isPrintable(r) {
			b = append(b, s[i:i+size]...)
		} else {
			b = appendEscaped(b, r)
		}
		i += size
	}
	return append(b, q)
}

func appendEscaped(b []byte, r rune) []byte {
	n := 8
	switch {
	case r <= 0xFF:
		n = 2
		b = append(b, '\\', 'x')
	case r <= 0xFFFF:
		n = 4
		b = append(b, '\\', 'u')
	default:
		b = append(b, '\\', 'U')
	}
	for n--; n >= 0; n-- {
		b = append(b, hexDigits[r>>(4*n)&0xF])
	}
	return b
}

func appendASCII(b []byte, c, q byte) []byte {
	switch {
	case c == q || c == '\\':
		return append(b, '\\', c)
	case c == '\n':
		return append(b, '\\', 'n')
	case c == '\r':
		return append(b, '\\', 'r')
	case c == '\t':
		return append(b, '\\', 't')
	case c < ' ' || c == 127:
		return append(b, '\\', 'x', hexDigits[c>>4], hexDigits[c&0xF])
	}
	return append(b, c)
}

// appendBytesRepr appends repr() of bytes.
func appendBytesRepr(b []byte, s string) []byte {
	q := quoteFor(s)
	b = append(b, 'b', q)
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			b = append(b, '\\', 'x', hexDigits[s[i]>>4], hexDigits[s[i]&0xF])
		} else {
			b = appendASCII(b, s[i], q)
		}
	}
	return append(b, q)
}
