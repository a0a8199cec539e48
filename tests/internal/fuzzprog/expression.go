package fuzzprog

import (
	"fmt"
	"strings"
)

// forms are the templates of the expressions of each kind. A verb stands for an operand: %i an int, %f a float, %s a string, %l a list,
// %d a dict, %t a tuple, %e a set, %b a bool, %o an object, %v a name that the comprehension binds, %n a small natural
// number, %j an int that keeps containers from growing without end, %z an int that is not zero, %k a key of dicts, %c a call of a function, %m a method, %a any of these.
var forms = [kinds][]string{
	Int: {
		"(%i + %i)", "(%i - %i)", "(%i * %i)", "(%i + %n)", "(%i - %n)", "(%i * %n)", "%i // %z", "%i % %z", "(%i & %i)", "(%i | %i)", "(%i ^ %i)", "(%i << %n)", "(%i >> %n)",
		"(-%i)", "(~%i)", "abs(%i)", "(%i % 1000003)", "(%i & 0xffffffff)", "((%i * 6364136223846793005 + %n) & 0xffffffffffffffff)",
		"len(%s)", "len(%l)", "len(%d)", "len(%t)", "len(%e)", "int(%b)", "min(%i, %i)", "max(%i, %i)", "sum(%l)", "sum(%t)", "max(%l, default=%i)",
		"(%l[%i % len(%l)] if %l else %i)", "%d.get(%k, %i)", "%s.count(%s)", "%s.find(%s)", "int(%f % 1000.0)", "round(%f % 100.0)", "divmod(%i, %z)[%b]",
		"pow(%i, %n, %z)", "(%i % 10) ** %n", "(%i if %b else %i)", "(%i and %i)", "(%i or %i)", "%c", "%m", "%o.a", "%o.b", "%i.bit_length()",
		"hash(%i)", "sum(%v * %n for %v in %l if %v % 3)", "(lambda p, q=%n: p + q)(%i)", "(lambda *p, **q: len(p) + len(q))(*%t, **%d)", "sorted(%l + [%i])[0]",
		"[%i, %i, %i][%i % 3]", "(%i, %i)[%b]", "(%i == %i) + (%i < %i)", "next(iter(%l), %i)", "%l.count(%i)", "math.gcd(%i, %i)", "math.isqrt(abs(%i))",
		"len([%v for %v in range(%n) if %v % 2])", "ord(chr(97 + %i % 26))", "int(str(%i))", "int.from_bytes(bytes([%n, %n, %n]), 'big')",
		"(%i.numerator + %b)", "sum(map(abs, %l))", "len(set(%l))", "(%f).__lt__(%f)", "(%i > %i > %i) * %i", "sum(%d.values())", "len(%s.split(','))",
	},
	Float: {
		"(%f + %f)", "(%f - %f)", "(%f * %f)", "(%f / (abs(%f) + 0.5))", "(%f + %i % 1000)", "(%i % 100 * %f)", "float(%i % 10 ** 9)", "math.sqrt(abs(%f))", "round(%f, %n % 4)", "abs(%f)", "min(%f, %f)",
		"max(%f, 0)", "%f % 3.5", "%f // 0.75", "(%f if %b else %f)", "(-%f)", "math.floor(%f % 1000.0) * 0.5", "math.sin(%f % 10.0)", "float(%b)", "%f ** 2", "math.fsum([%f, %f])",
	},
	Str: {
		"(%s + %s)", "(%s * (%n % 3))", "%s[%n:]", "%s[:%i]", "%s[::-1]", "%s[%i:%i]", "%s[::%z]", "%s.upper()", "%s.title()", "%s.replace(%s, %s)", "%s.strip()", "str(%i)", "repr(%s)", "repr(%f)", "str(%l)", "str(%t)", "','.join(map(str, %l))",
		"f'{ %i}-{ %s}'", "f'{ %i:>8}|{ %f:.3f}'", "f'{ %s!r:>10}'", "'%%d/%%s' % (%i, %s)", "'{}:{:x}'.format(%s, abs(%i))", "chr(97 + %i % 26)", "(%s if %b else %s)", "%s.join([%s, %s])", "hex(%i)", "%s.partition(',')[%n % 3]",
		"''.join(sorted(%s))", "%s.ljust(%n, '.')", "%s.encode().hex()", "''.join(%v for %v in %s if %v > 'a')", "repr(%o)", "type(%a).__name__", "f'{ %i:+,d}'", "f'{ %f:e}'", "%s.zfill(%n)", "%s.center(%n)", "bin(%i)", "repr(%a)", "max(%s, default='')",
	},
	List: {
		"[%j, %j]", "[%v + %i % 50 for %v in %l]", "[%v * %w %% 99991 for %v in %l[:4] for %w in %l[:4] if %v != %w]", "%l[%n:]", "%l[:%n]", "%l[::-1]", "%l[%i:%i]", "%l[::%z]", "sorted(%l)", "sorted(%l, key=lambda p: -p)", "sorted(%e)", "list(range(%n))", "list(range(%i % 50, %i % 50, %z))",
		"[%j] * %n", "(%l + %l)[:12]", "list(%t)", "list(reversed(%l))", "list(map(lambda p: p %% %z, %l))", "list(filter(None, %l))", "list(%d.values())", "[*%l, *%t][:9]", "[ord(%v) for %v in %s]", "(%l if %b else %l)", "%g", "[%v for %v, %w in zip(%l, %t)]", "[%v * %w %% 99991 for %v, %w in enumerate(%l)]", "%l.copy()",
		"[int(%v) for %v in %s if %v.isdigit()]",
	},
	Dict: {
		"{%k: %j, %k: %j}", "{str(%v): %v for %v in %l}", "{**%d, %k: %j}", "dict(%d)", "dict(zip('abc', %l))", "{%v: %w + 1 for %v, %w in %d.items()}", "(%d | %d)", "%d.copy()", "dict.fromkeys(%s, %j)", "{%v: %s.count(%v) for %v in %s}",
	},
	Tuple: {"(%j, %j)", "tuple(%l)", "(%t + %t)[:6]", "%t[::-1]", "divmod(%j, %z)", "(%j, *%t)[:5]", "tuple(%v + 1 for %v in %t)", "tuple(sorted(%t))", "(%t if %b else %t)"},
	Set: {
		"{%j, %j}", "set(%l)", "(%e | %e)", "(%e & %e)", "(%e - %e)", "(%e ^ %e)", "{%v % 10 for %v in %l}", "set(%t)", "%e.union(%l)", "{*%l, %j}",
	},
	Bool: {
		"(%i < %i)", "(%i == %i)", "(%i >= %n)", "(%i != %i)", "(%i %% 3 == 0)", "(%i in %l)", "(%s in %s)", "(%k in %d)", "(%i not in %e)", "(not %b)", "(%b and %b)", "(%b or %b)", "(%f < %f)", "(%f == %f)", "(%s < %s)", "(%s == %s)", "(%l == %l)", "(%l < %l)", "(%t <= %t)", "(%e <= %e)",
		"bool(%l)", "bool(%s)", "bool(%i)", "isinstance(%a, int)", "isinstance(%a, (str, list))", "any(%l)", "all(%t)", "%s.isdigit()", "%s.startswith(%s)", "(%o == %o)", "(%o is %o)", "(%i < %f)", "(%i % 5 <= %i % 7 < %n)", "(%d == %d)", "any(%v > %i for %v in %l)", "%i %% 2",
	},
	Object: {"%x", "(%o if %b else %o)", "%o.again(%i)"},
}

// risky are the forms that often raise an exception; they come up more rarely.
var risky = [kinds][]string{
	Int:    {"%l[%i]", "%t[%n]", "%d[%k]", "%o[%i]", "len(%o)", "int(%s or '3')", "int(%i / %z)"},
	Float:  {"%f / %f", "(%i / %z)"},
	Str:    {"%s[%i]"},
	List:   {"list(%o)"},
	Bool:   {"(%o < %o)"},
	Object: {"(%o + %o)", "(%o * %n)", "(-%o)"},
}

// expression is a random expression of a kind. The deeper it stands, the sooner it ends in a variable or a constant.
func (g *Generator) expression(k Kind, depth int) string {
	if depth <= 0 || g.chance(4) {
		return g.leaf(k)
	}
	list := forms[k]
	if len(risky[k]) > 0 && g.chance(15) {
		list = risky[k]
	}
	return g.fill(list[g.r.IntN(len(list))], depth-1)
}

// leaf is a variable or a constant.
func (g *Generator) leaf(k Kind) string {
	if name := g.variable(k); name != "" && !g.chance(4) {
		if g.chance(200) {
			return g.leaf(Kind(g.r.IntN(int(Object)))) // of another type than expected
		}
		return name
	}
	if k == Object && len(g.classes) == 0 {
		return "None"
	}
	return g.literal(k)
}

// fill puts operands in the places of a template.
func (g *Generator) fill(form string, depth int) string {
	bound := map[byte]string{}
	var b strings.Builder
	for i := 0; i < len(form); i++ {
		if form[i] != '%' || i+1 == len(form) {
			b.WriteByte(form[i])
			continue
		}
		i++
		verb := form[i]
		switch verb {
		case 'i', 'f', 's', 'l', 'd', 't', 'e', 'b', 'o':
			k := Kind(strings.IndexByte("ifsldtebo", verb))
			b.WriteString(g.operand(k, depth))
		case 'j':
			text := g.operand(Int, depth)
			if depth > 0 && strings.ContainsAny(text, "*<(") {
				text += " % " + g.pick("1000", "99991", "4294967296", "1000000000000000000039")
			}
			b.WriteString(text)
		case 'v', 'w':
			if bound[verb] == "" {
				bound[verb] = g.fresh(string(verb))
			}
			b.WriteString(bound[verb])
		case 'n':
			fmt.Fprint(&b, g.r.IntN(12))
		case 'z':
			if g.chance(15) {
				b.WriteString(g.operand(Int, depth))
			} else {
				b.WriteString(g.pick("2", "3", "-3", "7", "10", "-1", "97", "4294967296"))
			}
		case 'k':
			if g.chance(2) {
				fmt.Fprintf(&b, "'k%d'", g.r.IntN(9))
			} else {
				b.WriteString("'k' + str(" + g.operand(Int, depth-1) + " % 9)")
			}
		case 'c':
			b.WriteString(g.call(depth))
		case 'g':
			b.WriteString(g.generated(depth))
		case 'm':
			b.WriteString(g.methodCall(depth))
		case 'x':
			if len(g.classes) == 0 {
				b.WriteString("None")
			} else {
				c := g.classes[g.r.IntN(len(g.classes))]
				b.WriteString(c.name + "(" + g.operand(Int, depth) + ", " + g.operand(Int, depth) + ")")
			}
		case 'a':
			b.WriteString(g.operand(Kind(g.r.IntN(int(Object))), depth))
		case '%':
			b.WriteByte('%')
		default: // the operator of the remainder, or a conversion of the program's own
			b.WriteByte('%')
			b.WriteByte(verb)
		}
	}
	return b.String()
}

// operand is an expression in parentheses where it needs them.
func (g *Generator) operand(k Kind, depth int) string {
	text := g.expression(k, depth)
	if strings.ContainsAny(text, " -") && !wrapped(text) {
		return "(" + text + ")"
	}
	if text != "" && text[0] >= '0' && text[0] <= '9' {
		return "(" + text + ")" // a method of a constant
	}
	return text
}

// wrapped tells whether a text is one pair of parentheses, brackets or braces.
func wrapped(text string) bool {
	if !strings.ContainsRune("([{", rune(text[0])) {
		return false
	}
	deep := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[', '{':
			deep++
		case ')', ']', '}':
			deep--
		case '\'':
			return false
		}
		if deep == 0 && i < len(text)-1 {
			return false
		}
	}
	return true
}

// call is a call of a function that the place can afford.
func (g *Generator) call(depth int) string {
	for range 3 {
		if len(g.functions) == 0 || !g.scope.calls {
			break
		}
		f := g.functions[g.r.IntN(len(g.functions))]
		if f.generator || !g.scope.afford(f) {
			continue
		}
		args := make([]string, f.arity)
		for i := range args {
			args[i] = g.operand(Int, depth)
		}
		if g.chance(4) && f.arity > 0 {
			args[f.arity-1] = fmt.Sprintf("p%d=%s", f.arity-1, args[f.arity-1])
		}
		return f.name + "(" + strings.Join(args, ", ") + ")"
	}
	return g.leaf(Int)
}

// resumed is a call of one of the program's generators for a loop over it, with the most iterations that this may have, or empty.
func (g *Generator) resumed() (call string, most int) {
	s := g.scope
	for _, f := range g.functions {
		if f.generator && g.chance(2) && s.calls && s.cost*f.cost <= s.budget && s.afford(f) {
			args := make([]string, f.arity)
			for i := range args {
				args[i] = g.operand(Int, 1)
			}
			return f.name + "(" + strings.Join(args, ", ") + ")", f.cost
		}
	}
	return "", 0
}

// generated is the list of what one of the program's generators yields.
func (g *Generator) generated(depth int) string {
	for _, f := range g.functions {
		if f.generator && g.chance(2) && g.scope.calls && g.scope.afford(f) {
			args := make([]string, f.arity)
			for i := range args {
				args[i] = g.operand(Int, depth)
			}
			return "list(" + f.name + "(" + strings.Join(args, ", ") + "))"
		}
	}
	return g.leaf(List)
}

func (g *Generator) methodCall(depth int) string {
	if len(g.classes) == 0 {
		return g.leaf(Int)
	}
	return g.operand(Object, depth-1) + "." + g.pick("first", "second", "third") + "(" + g.operand(Int, depth) + ")"
}
