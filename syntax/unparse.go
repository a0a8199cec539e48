package syntax

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// Precedences of expressions, weakest first, for deciding on parentheses (language reference, 6.17).
const (
	precTuple = iota
	precTest
	precOr
	precAnd
	precNot
	precCompare
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAwait
	precAtom
)

var binaryText = [...]struct {
	text string
	prec int
}{Add: {" + ", precArith}, Sub: {" - ", precArith}, Mult: {" * ", precTerm}, MatMult: {" @ ", precTerm},
	Div: {" / ", precTerm}, Mod_: {" % ", precTerm}, Pow: {" ** ", precPower}, LShift: {" << ", precShift},
	RShift: {" >> ", precShift}, BitOr: {" | ", precBitOr}, BitXor: {" ^ ", precBitXor}, BitAnd: {" & ", precBitAnd},
	FloorDiv: {" // ", precTerm}}

var compareText = [...]string{Eq: " == ", NotEq: " != ", Lt: " < ", LtE: " <= ", Gt: " > ", GtE: " >= ", Is: " is ",
	IsNot: " is not ", In: " in ", NotIn: " not in "}

// Unparse returns source text for an expression: what annotations become under `from __future__ import annotations`
// (PEP 563).
func Unparse(e Expr) string {
	var p unparser
	p.expr(e, precTest)
	return p.String()
}

type unparser struct{ strings.Builder }

func (p *unparser) parens(open bool, f func()) {
	if open {
		p.WriteByte('(')
	}
	f()
	if open {
		p.WriteByte(')')
	}
}

func (p *unparser) list(elts []Expr, prec int) {
	for i, e := range elts {
		if i > 0 {
			p.WriteString(", ")
		}
		p.expr(e, prec)
	}
}

func (p *unparser) expr(e Expr, prec int) {
	switch e := e.(type) {
	case *BoolOp:
		own, word := precAnd, " and "
		if e.Or {
			own, word = precOr, " or "
		}
		p.parens(prec > own, func() {
			for i, v := range e.Values {
				if i > 0 {
					p.WriteString(word)
				}
				p.expr(v, own+1)
			}
		})
	case *NamedExpr:
		p.parens(prec > precTuple, func() {
			p.expr(e.Target, precAtom)
			p.WriteString(" := ")
			p.expr(e.Value, precAtom)
		})
	case *BinOp:
		op := binaryText[e.Op]
		left, right := op.prec, op.prec+1
		if e.Op == Pow {
			left, right = op.prec+1, op.prec
		}
		p.parens(prec > op.prec, func() {
			p.expr(e.Left, left)
			p.WriteString(op.text)
			p.expr(e.Right, right)
		})
	case *UnaryOp:
		own := precFactor
		text := [...]string{Invert: "~", Not: "not ", UAdd: "+", USub: "-"}[e.Op]
		if e.Op == Not {
			own = precNot
		}
		p.parens(prec > own, func() {
			p.WriteString(text)
			p.expr(e.Operand, own)
		})
	case *Lambda:
		p.parens(prec > precTest, func() {
			p.WriteString("lambda")
			var args unparser
			args.arguments(e.Args)
			if args.Len() > 0 {
				p.WriteByte(' ')
				p.WriteString(args.String())
			}
			p.WriteString(": ")
			p.expr(e.Body, precTest)
		})
	case *IfExp:
		p.parens(prec > precTest, func() {
			p.expr(e.Body, precTest+1)
			p.WriteString(" if ")
			p.expr(e.Test, precTest+1)
			p.WriteString(" else ")
			p.expr(e.OrElse, precTest)
		})
	case *Dict:
		p.WriteByte('{')
		for i := range e.Values {
			if i > 0 {
				p.WriteString(", ")
			}
			if e.Keys[i] == nil {
				p.WriteString("**")
				p.expr(e.Values[i], precBitOr)
				continue
			}
			p.expr(e.Keys[i], precTest)
			p.WriteString(": ")
			p.expr(e.Values[i], precTest)
		}
		p.WriteByte('}')
	case *Set:
		p.WriteByte('{')
		p.list(e.Elts, precTest)
		p.WriteByte('}')
	case *ListComp:
		p.comp("[", "]", e.Elt, nil, e.Generators)
	case *SetComp:
		p.comp("{", "}", e.Elt, nil, e.Generators)
	case *DictComp:
		p.comp("{", "}", e.Key, e.Value, e.Generators)
	case *GeneratorExp:
		p.comp("(", ")", e.Elt, nil, e.Generators)
	case *Await:
		p.parens(prec > precAwait, func() {
			p.WriteString("await ")
			p.expr(e.Value, precAtom)
		})
	case *Yield:
		p.WriteString("(yield")
		if e.Value != nil {
			p.WriteByte(' ')
			p.expr(e.Value, precTuple)
		}
		p.WriteByte(')')
	case *YieldFrom:
		p.WriteString("(yield from ")
		p.expr(e.Value, precTest)
		p.WriteByte(')')
	case *Compare:
		p.parens(prec > precCompare, func() {
			p.expr(e.Left, precCompare+1)
			for i, op := range e.Ops {
				p.WriteString(compareText[op])
				p.expr(e.Comparators[i], precCompare+1)
			}
		})
	case *Call:
		p.call(e)
	case *FormattedValue:
		p.fstring([]Expr{e})
	case *JoinedStr:
		p.fstring(e.Values)
	case *Constant:
		p.constant(e.Value, e.U)
	case *Attribute:
		p.expr(e.Value, precAtom)
		if c, ok := e.Value.(*Constant); ok && c.Value.Kind == IntConst {
			p.WriteByte(' ')
		}
		p.WriteByte('.')
		p.WriteString(e.Attr)
	case *Subscript:
		p.expr(e.Value, precAtom)
		p.WriteByte('[')
		p.expr(e.Slice, precTuple)
		p.WriteByte(']')
	case *Starred:
		p.WriteByte('*')
		p.expr(e.Value, precBitOr)
	case *Name:
		p.WriteString(e.ID)
	case *List:
		p.WriteByte('[')
		p.list(e.Elts, precTest)
		p.WriteByte(']')
	case *Tuple:
		if len(e.Elts) == 0 {
			p.WriteString("()")
			return
		}
		p.parens(prec > precTuple, func() {
			p.list(e.Elts, precTest)
			if len(e.Elts) == 1 {
				p.WriteByte(',')
			}
		})
	case *Slice:
		if e.Lower != nil {
			p.expr(e.Lower, precTest)
		}
		p.WriteByte(':')
		if e.Upper != nil {
			p.expr(e.Upper, precTest)
		}
		if e.Step != nil {
			p.WriteByte(':')
			p.expr(e.Step, precTest)
		}
	}
}

func (p *unparser) comp(open, end string, elt, value Expr, gens []Comprehension) {
	p.WriteString(open)
	p.expr(elt, precTest)
	if value != nil {
		p.WriteString(": ")
		p.expr(value, precTest)
	}
	for _, g := range gens {
		if g.Async {
			p.WriteString(" async for ")
		} else {
			p.WriteString(" for ")
		}
		p.expr(g.Target, precTuple)
		p.WriteString(" in ")
		p.expr(g.Iter, precTest+1)
		for _, c := range g.Ifs {
			p.WriteString(" if ")
			p.expr(c, precTest+1)
		}
	}
	p.WriteString(end)
}

func (p *unparser) call(e *Call) {
	p.expr(e.Func, precAtom)
	if len(e.Args) == 1 && len(e.Keywords) == 0 {
		if _, ok := e.Args[0].(*GeneratorExp); ok {
			p.expr(e.Args[0], precTest)
			return
		}
	}
	p.WriteByte('(')
	p.list(e.Args, precTest)
	for i, k := range e.Keywords {
		if i > 0 || len(e.Args) > 0 {
			p.WriteString(", ")
		}
		if k.Arg == "" {
			p.WriteString("**")
		} else {
			p.WriteString(k.Arg)
			p.WriteByte('=')
		}
		p.expr(k.Value, precTest)
	}
	p.WriteByte(')')
}

func (p *unparser) arguments(a *Arguments) {
	first := true
	sep := func() {
		if !first {
			p.WriteString(", ")
		}
		first = false
	}
	pos := append(append([]*Arg(nil), a.PosOnly...), a.Args...)
	for i, arg := range pos {
		sep()
		p.WriteString(arg.Name)
		if d := i - (len(pos) - len(a.Defaults)); d >= 0 {
			p.WriteByte('=')
			p.expr(a.Defaults[d], precTest)
		}
		if len(a.PosOnly) > 0 && i+1 == len(a.PosOnly) {
			p.WriteString(", /")
		}
	}
	if a.VarArg != nil || len(a.KwOnly) > 0 {
		sep()
		p.WriteByte('*')
		if a.VarArg != nil {
			p.WriteString(a.VarArg.Name)
		}
	}
	for i, arg := range a.KwOnly {
		sep()
		p.WriteString(arg.Name)
		if a.KwDefaults[i] != nil {
			p.WriteByte('=')
			p.expr(a.KwDefaults[i], precTest)
		}
	}
	if a.KwArg != nil {
		sep()
		p.WriteString("**")
		p.WriteString(a.KwArg.Name)
	}
}

// fstring writes a formatted string with the quotes that its text allows.
func (p *unparser) fstring(values []Expr) {
	var body unparser
	body.fstringParts(values, false)
	text := body.String()
	p.WriteByte('f')
	p.WriteString(quote(text, false))
}

func (p *unparser) fstringParts(values []Expr, spec bool) {
	for _, v := range values {
		switch v := v.(type) {
		case *Constant:
			s := v.Value.Str
			s = strings.ReplaceAll(strings.ReplaceAll(s, "{", "{{"), "}", "}}")
			p.WriteString(s)
		case *JoinedStr:
			p.fstringParts(v.Values, spec)
		case *FormattedValue:
			var inner unparser
			inner.expr(v.Value, precTest+1)
			text := inner.String()
			p.WriteByte('{')
			if strings.HasPrefix(text, "{") {
				p.WriteByte(' ')
			}
			p.WriteString(text)
			if v.Conversion > 0 {
				p.WriteByte('!')
				p.WriteByte(byte(v.Conversion))
			}
			if f, ok := v.FormatSpec.(*JoinedStr); ok && f != nil {
				p.WriteByte(':')
				p.fstringParts(f.Values, true)
			}
			p.WriteByte('}')
		}
	}
}

func (p *unparser) constant(c Const, u bool) {
	switch c.Kind {
	case NoneConst:
		p.WriteString("None")
	case TrueConst:
		p.WriteString("True")
	case FalseConst:
		p.WriteString("False")
	case EllipsisConst:
		p.WriteString("...")
	case IntConst:
		if c.Big != nil {
			p.WriteString(new(big.Int).Set(c.Big).String())
		} else {
			p.WriteString(strconv.FormatInt(c.Int, 10))
		}
	case FloatConst:
		p.WriteString(floatText(c.Float))
	case ComplexConst:
		p.WriteString(strings.TrimSuffix(floatText(c.Float), ".0") + "j")
	case StrConst:
		if u {
			p.WriteByte('u')
		}
		p.WriteString(quote(c.Str, false))
	case BytesConst:
		p.WriteByte('b')
		p.WriteString(quote(c.Str, true))
	case TupleConst, FrozensetConst:
		p.WriteByte('(')
		for i, e := range c.Elts {
			if i > 0 {
				p.WriteString(", ")
			}
			p.constant(e, false)
		}
		if len(c.Elts) == 1 {
			p.WriteByte(',')
		}
		p.WriteByte(')')
	}
}

// floatText is the shortest text that reads back as f; infinity is written as a number too large.
func floatText(f float64) string {
	if math.IsInf(f, 0) {
		return "1e309"
	}
	if a := math.Abs(f); a != 0 && (a < 1e-4 || a >= 1e16) {
		return strconv.FormatFloat(f, 'e', -1, 64)
	}
	s := strconv.FormatFloat(f, 'f', -1, 64)
	if !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// quote writes a string literal as repr does.
func quote(s string, bytes bool) string {
	q := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, "\"") {
		q = '"'
	}
	var b strings.Builder
	b.WriteByte(q)
	const hex = "0123456789abcdef"
	escape := func(r rune) {
		switch {
		case r == rune(q) || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r < 0x20 || r == 0x7f || bytes && r >= 0x80 || r >= 0x80 && r < 0x100 && !strconv.IsPrint(r):
			b.WriteString(`\x`)
			b.WriteByte(hex[r>>4&15])
			b.WriteByte(hex[r&15])
		case !strconv.IsPrint(r) && r < 0x10000:
			b.WriteString(`\u`)
			for i := 12; i >= 0; i -= 4 {
				b.WriteByte(hex[r>>i&15])
			}
		case !strconv.IsPrint(r):
			b.WriteString(`\U`)
			for i := 28; i >= 0; i -= 4 {
				b.WriteByte(hex[r>>i&15])
			}
		default:
			b.WriteRune(r)
		}
	}
	if bytes {
		for i := range len(s) {
			escape(rune(s[i]))
		}
	} else {
		for _, r := range s {
			escape(r)
		}
	}
	b.WriteByte(q)
	return b.String()
}
