package fuzzprog

import (
	"fmt"
	"strings"
)

// simple are the templates of statements on one line; the verbs are those of expressions, and %I, %F, %S, %L, %D, %T, %E,
// %B, %O a variable that the statement assigns.
var simple = []string{
	"%I = %i % 1000003", "%I = %i % 18446744073709551616", "%I = %i & 0xffff", "%I = %i % 281474976710657 - 5", "%I = (%i % 2000 - 1000) * %n", "%I = %i % 1000000000000000000000",
	"%I += %n", "%I -= %n", "%I += %i % 100", "%I ^= %i & 255", "%I //= %z", "%I %= %z", "%I >>= %n", "%I |= %n", "%I &= 0xffffffffff", "%I = -%I % 9973", "%I, %I = %i % 100, %i % 1000", "%I = %I * %n % 65537",
	"%F = %f", "%F += %f", "%F *= 0.75", "%F -= %i % 10", "%F /= 3", "%F = %f % 1e6",
	"%S = (%s)[:40]", "%S += %s[:3]", "%S = (%s)[-30:]", "%S = %S[:30] + %s[:5]",
	"%L = (%l)[:20]", "%L.append(%i % 1000)", "%L[:] = %L[-15:]", "%L += [%i % 77]", "%L.sort()", "%L.reverse()", "%L.insert(%n, %i % 99)", "del %L[%n:%n]", "%L[%n:%n] = %l[:4]", "%L.extend(%l[:3])", "%L = %L[1:] + %L[:1]", "%L = (%L * (%n % 4))[:20]",

	"%D[%k] = %i % 1000", "%D[%k] = %D.get(%k, 0) + 1", "%D.pop(%k, None)", "%D.setdefault(%k, %n)", "%D.update(%d)", "%D = dict(list((%d).items())[:10])",
	"%E.add(%i % 64)", "%E.discard(%i)", "%E |= {%n}", "%E = {%v % 16 for %v in %e}", "%E -= {%n}",
	"%T = (%t)[:6]", "%T += (%n,)", "%T = %T[-4:]", "%B = %b", "%B = not %B", "%O = %o", "%O.a = %i % 1000", "%O.b += 1", "%O.a, %O.b = %O.b, %O.a", "%O.c = %i",
	"print(%i)", "print(%s, %f)", "print(%l)", "print(%d, %t)", "print(%e)", "print(%o)", "print(repr(%s))", "print(%b, %i, sep='|')", "print(f'{ %i} { %s!r} { %f}')",
	"(%I, %I), %F = %t, %f", "%S, %I = %s[:9], len(%s)", "%I = %I = %i % 7",
	"global_change(%i)", "H[%n % 3] = %i % 10", "H.append(len(H)) if len(H) < 9 else H.clear()", "%I = (%I2 := %i % 100) + %I2",
}

// unsafe are the statements that often raise an exception; most are made to stand in a try.
var unsafe = []string{
	"%I, *%L = %l", "*%L, %I = %t", "%I, %I = %t", "%L.pop()", "%L[%i % 3] = %i % 50", "%L[%i] = %i", "%L.remove(%i)", "%L[-1] += %n", "del %D[%k]", "%D[%k] += 1", "%E.remove(%i)", "%O += %o", "print(%O.c)", "del %O.c", "assert %b, %i",
}

// statements are some statements for a block.
func (g *Generator) statements(n int) Block {
	var out Block
	for range n {
		out = append(out, g.statement())
	}
	return out
}

func (g *Generator) statement() *Statement {
	s := g.scope
	if s.deep >= statementDeep || g.chance(2) {
		return g.simple()
	}
	s.deep++
	defer func() { s.deep-- }()
	switch g.r.IntN(16) {
	case 0, 1, 2:
		return g.branch()
	case 3, 4, 5, 6:
		return g.forLoop()
	case 7:
		return g.whileLoop()
	case 8, 9:
		return g.try()
	case 10:
		return g.match()
	case 11:
		var body Block
		g.bare(func() { body = g.statements(1 + g.r.IntN(3)) })
		return compound(clause(fmt.Sprintf("with Guard(%s) as guard:", g.pick("True", "False", "guard is None", "%b")), body...)).filled(g)
	case 12:
		if s.inFunction {
			return g.closure()
		}
	case 13:
		if s.loops > 0 {
			return compound(clause("if "+g.expression(Bool, 2)+":", line(g.pick("break", "continue", "continue"))))
		}
	case 14:
		if s.generator {
			return line(g.pick("yield ", "yield ", "G = yield ") + g.expression(Int, 2) + " % 1000")
		}
		if s.inFunction {
			return compound(clause("if "+g.expression(Bool, 2)+":", line("return "+g.expression(Int, 2))))
		}
	case 15:
		if !g.chance(3) {
			break
		}
		return compound(clause("if "+g.expression(Bool, 2)+":", line(g.fill(g.pick("raise Problem(%i)", "raise ValueError(%s)", "raise KeyError(%k)", "raise Problem(%i) from KeyError(%s)", "raise"), 1))))
	}
	return g.simple()
}

// filled completes the templates that a compound statement's header holds.
func (s *Statement) filled(g *Generator) *Statement {
	for _, c := range s.Clauses {
		c.Head = g.fill(c.Head, 2)
	}
	return s
}

func (g *Generator) simple() *Statement {
	if g.chance(6) {
		s := g.filledLine(unsafe[g.r.IntN(len(unsafe))])
		if g.chance(8) {
			return s
		}
		return compound(clause("try:", s), clause("except Exception as error:", line(g.pick("print(type(error).__name__, error)", "pass", g.target(Int)+" += 1"))))
	}
	form := simple[g.r.IntN(len(simple))]
	if g.scope.loops > 1 && strings.HasPrefix(form, "print") && !g.chance(6) {
		form = "%I += %i % 1000" // the hot places of a program should not only print
	}
	if strings.Contains(form, "%I2") {
		name := g.fresh("i")
		form = strings.ReplaceAll(form, "%I2", name)
	}
	if strings.Contains(form, "global_change") {
		if g.scope.inFunction {
			form = "globals()['G'] += %i % 10"
		} else {
			form = "G = (G + %i) % 1000"
		}
	}
	if g.chance(150) { // a variable changes its type
		return line(g.target(Int) + " = " + g.expression(Kind(g.r.IntN(int(Object))), 1))
	}
	return g.filledLine(form)
}

// filledLine completes the template of a statement.
func (g *Generator) filledLine(form string) *Statement {
	var b strings.Builder
	for i := 0; i < len(form); i++ {
		if form[i] == '%' && i+1 < len(form) {
			if k := strings.IndexByte("IFSLDTEBO", form[i+1]); k >= 0 {
				if Kind(k) == Object && len(g.classes) == 0 {
					return line("pass")
				}
				b.WriteString(g.target(Kind(k)))
				i++
				continue
			}
		}
		b.WriteByte(form[i])
	}
	return line(g.fill(b.String(), expressionDeep))
}

func (g *Generator) branch() *Statement {
	s := compound(clause("if "+g.expression(Bool, 3)+":", g.statements(1+g.r.IntN(3))...))
	for g.chance(3) {
		s.Clauses = append(s.Clauses, clause("elif "+g.expression(Bool, 2)+":", g.statements(1+g.r.IntN(2))...))
	}
	if g.chance(2) {
		s.Clauses = append(s.Clauses, clause("else:", g.statements(1+g.r.IntN(2))...))
	}
	return s
}

// inLoop makes the body of a loop that runs at most times times.
func (g *Generator) inLoop(times int) Block {
	s := g.scope
	s.cost *= times
	s.loops++
	body := g.statements(1 + g.r.IntN(4))
	s.loops--
	s.cost /= times
	return body
}

// trips chooses how often a loop runs so that the whole stays within its budget.
func (g *Generator) trips() int {
	most := g.scope.budget / g.scope.cost
	switch {
	case most <= 2:
		return 2
	case g.chance(2):
		return most/2 + g.r.IntN(most/2+1)
	}
	return 1 + g.r.IntN(min(most, 20))
}

// forLoop is a loop over a range or over a short container.
func (g *Generator) forLoop() *Statement {
	times := max(1, g.trips())
	name := g.fresh("i")
	var head string
	resumed, most := g.resumed()
	switch kind := g.r.IntN(8); {
	case resumed != "":
		head, times = fmt.Sprintf("for %s in %s:", name, resumed), most
	case kind == 0:
		head, times = fmt.Sprintf("for %s in (%s)[:%d]:", name, g.expression(List, 2), min(times, 20)), min(times, 20)
	case kind == 1:
		head, times = fmt.Sprintf("for %s, %s in enumerate((%s)[:%d]):", name, g.target(Str), g.expression(Str, 2), min(times, 20)), min(times, 20)
	case kind == 2:
		head, times = fmt.Sprintf("for %s, %s in zip(range(%d), %s):", name, g.target(Int), times, g.expression(List, 2)), min(times, 20)
	case kind == 3:
		head, times = fmt.Sprintf("for %s, %s in list((%s).items())[:%d]:", g.target(Str), name, g.expression(Dict, 2), min(times, 10)), min(times, 10)
	case kind == 4:
		head = fmt.Sprintf("for %s in range(%d, %d, -%d):", name, times*2, 0, 2)
	default:
		head = fmt.Sprintf("for %s in range(%d):", name, times)
	}
	// The name is known inside the loop and, as it may be unbound, not after it.
	s := g.scope
	s.names[Int] = append(s.names[Int], name)
	body := g.inLoop(times)
	s.names[Int] = remove(s.names[Int], name)
	loop := compound(clause(head, body...))
	if g.chance(6) {
		loop.Clauses = append(loop.Clauses, clause("else:", g.statements(1)...))
	}
	return loop
}

// whileLoop counts down in its own test, so that no part that a shrinker takes away can make it endless.
func (g *Generator) whileLoop() *Statement {
	times := max(1, g.trips())
	fuel := g.fresh("n")
	test := ""
	if g.chance(2) {
		test = " and " + g.expression(Bool, 2)
	}
	loop := compound(clause(fmt.Sprintf("while (%s := %s - 1) >= 0%s:", fuel, fuel, test), g.inLoop(times)...))
	if g.chance(4) {
		loop.Clauses = append(loop.Clauses, clause("else:", g.statements(1)...))
	}
	return compound(clause("if True:", line(fmt.Sprintf("%s = %d", fuel, times)), loop))
}

// bare makes statements that do not yield: a generator that is not exhausted runs what is around them when it dies, and when
// that is differs.
func (g *Generator) bare(statements func()) {
	generator := g.scope.generator
	g.scope.generator = false
	statements()
	g.scope.generator = generator
}

func (g *Generator) try() *Statement {
	handlers := g.r.IntN(3)
	if handlers == 0 || g.chance(3) {
		var s *Statement
		g.bare(func() { s = g.tryStatement(handlers, true) })
		return s
	}
	return g.tryStatement(handlers, false)
}

func (g *Generator) tryStatement(handlers int, finally bool) *Statement {
	s := compound(clause("try:", g.statements(1+g.r.IntN(3))...))
	for range handlers {
		kind := g.pick("ValueError", "KeyError", "(IndexError, TypeError)", "ArithmeticError", "Problem", "LookupError", "ZeroDivisionError")
		show := line("print(type(error).__name__, error)")
		body := append(Block{show}, g.statements(g.r.IntN(2))...)
		if g.chance(6) {
			body = append(body, line("raise"))
		}
		s.Clauses = append(s.Clauses, clause("except "+kind+" as error:", body...))
	}
	if handlers > 0 && g.chance(2) {
		s.Clauses = append(s.Clauses, clause("except Exception as error:", line("print('other', type(error).__name__, error)")))
	}
	if handlers > 0 && g.chance(3) {
		s.Clauses = append(s.Clauses, clause("else:", g.statements(1)...))
	}
	if finally {
		loops := g.scope.loops
		s.Clauses = append(s.Clauses, clause("finally:", g.statements(1+g.r.IntN(2))...))
		g.scope.loops = loops
	}
	return s
}

func (g *Generator) match() *Statement {
	s := compound()
	subject := g.expression(Kind(g.r.IntN(int(kinds))), 2)
	patterns := []string{"0", "1 | 2 | 3", "[]", "[x]", "[x, y]", "[x, *rest]", "(x, 0, *_)", "{'k1': x}", "{'k2': x, **rest}", "str()", "int(x)", "float()", "'a' | 'abc'", "set()", "-1", "None", "True", "[1, [x]]", "bool(x)"}
	if len(g.classes) > 0 {
		patterns = append(patterns, g.classes[g.r.IntN(len(g.classes))].name+"(a=x, b=y)", "Base(a=1)")
	}
	body := Block{}
	for range 1 + g.r.IntN(4) {
		pattern := patterns[g.r.IntN(len(patterns))]
		if g.chance(4) {
			pattern += " if " + g.expression(Bool, 1)
		}
		inner := g.statements(1 + g.r.IntN(2))
		if strings.Contains(pattern, "x") {
			inner = append(Block{line("print('case', x)")}, inner...)
		}
		body = append(body, compound(clause("case "+pattern+":", inner...)))
	}
	if g.chance(2) {
		body = append(body, compound(clause("case _:", g.statements(1)...)))
	}
	s.Clauses = append(s.Clauses, clause("match "+subject+":", body...))
	return s
}

func remove(names []string, name string) []string {
	var out []string
	for _, n := range names {
		if n != name {
			out = append(out, n)
		}
	}
	return out
}
