package fuzzprog

import (
	"fmt"
	"strings"
)

// function makes a function of some ints, or a generator, and makes it known.
func (g *Generator) function() *Statement {
	f := function{name: g.fresh("fn"), arity: g.r.IntN(4), generator: g.chance(4)}
	s := &scope{cost: 1, budget: budgets[g.r.IntN(len(budgets))], inFunction: true, generator: f.generator, calls: true}
	var parameters []string
	for i := range f.arity {
		name := fmt.Sprintf("p%d", i)
		s.names[Int] = append(s.names[Int], name)
		if i == f.arity-1 && g.chance(2) {
			name += "=" + g.literal(Int)
		}
		parameters = append(parameters, name)
	}
	head := fmt.Sprintf("def %s(%s):", f.name, strings.Join(parameters, ", "))
	var body Block
	twice := false // whether it calls itself twice
	g.enter(s, func() {
		if g.chance(3) {
			body = append(body, line("global G"))
		}
		recursive := !f.generator && f.arity > 0 && g.chance(4)
		twice = recursive && g.chance(2)
		if recursive { // it counts down a copy of its first argument, which no other statement changes
			depth := 30
			if twice {
				depth = 8
			}
			body = append(body, compound(clause("if not isinstance(p0, int) or p0 <= 0:", line("return "+g.literal(Int)))),
				line(fmt.Sprintf("left = min(p0, %d) - 1", depth)))
			s.budget = budgets[0]
		}
		body = append(body, g.variables()...)
		body = append(body, g.statements(3+g.r.IntN(6))...)
		if g.chance(2) {
			body = append(body, g.dump())
		}
		if recursive {
			again := func(first string) string {
				return f.name + "(" + strings.Join(append([]string{first}, parametersOf(f.arity)[1:]...), ", ") + ")"
			}
			sum := g.target(Int) + " + " + again("left")
			if twice {
				sum += " - " + again("left - 1")
			}
			body = append(body, line("return ("+sum+") % 1000007"))
		} else if f.generator {
			body = append(body, line("yield "+g.expression(Int, 2)+" % 1000"))
		} else {
			body = append(body, line("return "+g.expression(Int, 2)))
		}
	})
	f.cost = s.budget + s.spent
	switch {
	case twice:
		f.cost *= 90 // calls, at the depth of eight
	case s.budget == budgets[0]:
		f.cost *= 2
	}
	g.functions = append(g.functions, f)
	return compound(clause(head, body...))
}

func parametersOf(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("p%d", i))
	}
	return out
}

// closure makes an inner function that reads and writes the variables around it, and calls it in a loop.
func (g *Generator) closure() *Statement {
	outer := g.scope
	name := g.fresh("inner")
	shared := outer.names[Int][g.r.IntN(len(outer.names[Int]))]
	s := &scope{cost: outer.cost, budget: outer.budget, inFunction: true, deep: statementDeep - 1, outer: outer.names}
	var body Block
	g.enter(s, func() {
		writes := g.chance(2)
		if writes && shared[0] != 'p' {
			body = append(body, line("nonlocal "+shared), line(shared+" = ("+shared+" + "+g.literal(Int)+") % 1000"))
		}
		s.names[Int] = append(s.names[Int], "q")
		body = append(body, g.statements(g.r.IntN(2))...)
		body = append(body, line("return "+g.expression(Int, 2)))
	})
	times := max(1, min(g.trips(), 200))
	target := g.target(Int)
	use := compound(clause(fmt.Sprintf("for _ in range(%d):", times), line(fmt.Sprintf("%s = (%s + %s(%s)) %% 1000003", target, target, name, g.expression(Int, 1)))))
	return compound(clause("if True:", compound(clause("def "+name+"(q):", body...)), use))
}

// class makes a class of two attributes, with methods of one int and operators; the first class of a program is Base.
func (g *Generator) class() *Statement {
	c := class{name: "Base", methods: []string{"first", "second", "third"}}
	base := ""
	if len(g.classes) > 0 {
		c.name = g.fresh("Class")
		base = "(" + g.classes[g.r.IntN(len(g.classes))].name + ")"
	}
	inherits := base != ""
	var body Block
	add := func(head string, lines ...string) {
		cl := clause(head)
		for _, l := range lines {
			cl.Body = append(cl.Body, line(l))
		}
		body = append(body, compound(cl))
	}
	if !inherits && g.chance(3) {
		body = append(body, line("__slots__ = ('a', 'b', 'c')"))
	}
	if !inherits || g.chance(3) {
		lines := []string{"self.a = a % 1000003", "self.b = b % 1000003"}
		if inherits {
			lines = []string{"super().__init__(b, a)", "self.extra = 0"}
		}
		add("def __init__(self, a, b):", lines...)
	}
	if !inherits {
		add("def __repr__(self):", "return f'{type(self).__name__}({self.a}, {self.b})'")
		add("def again(self, k):", "return type(self)(self.b, k)")
	}
	optional := func(head string, lines ...string) {
		if !inherits && !g.chance(10) || inherits && g.chance(4) {
			add(head, lines...)
		}
	}
	operator := g.pick("+", "-", "*", "^")
	optional("def __add__(self, other):", "return type(self)(self.a "+operator+" other.a, self.b + other.b)")
	optional("def __mul__(self, k):", "return Base(self.a * k, self.b)")
	optional("def __neg__(self):", "return type(self)(-self.a, -self.b)")
	if g.chance(3) {
		optional("def __eq__(self, other):", "return isinstance(other, Base) and self.a == other.a")
	}
	optional("def __lt__(self, other):", "return (self.a, self.b) < (other.a, other.b)")
	optional("def __len__(self):", "return self.a % 10")
	optional("def __getitem__(self, i):", "if i > 4: raise IndexError(i)", "return self.a + self.b * i")
	optional("def __iadd__(self, other):", "self.a = (self.a + other.b) % 1000", "return self")
	if inherits && g.chance(3) {
		add("def __getattr__(self, name):", "return len(name)")
	}
	if !inherits && g.chance(2) {
		body = append(body, line("@property"))
		add("def both(self):", "return self.a + self.b")
	}
	for i, m := range c.methods {
		if inherits && !g.chance(2) {
			continue
		}
		cl := clause("def " + m + "(self, k):")
		s := &scope{cost: 1, budget: 8, inFunction: true, deep: statementDeep - 1}
		s.names[Int] = []string{"k", "self.a", "self.b"}
		g.enter(s, func() {
			cl.Body = append(cl.Body, g.methodBody(inherits, i)...)
		})
		body = append(body, compound(cl))
	}
	g.classes = append(g.classes, c)
	return compound(clause("class "+c.name+base+":", body...))
}

// methodBody is what a method does with its int: it may change the instance, call an earlier method or its base's.
func (g *Generator) methodBody(inherits bool, index int) Block {
	names := []string{"first", "second", "third"}
	var out Block
	if g.chance(2) {
		out = append(out, line("self."+g.pick("a", "b")+" = "+g.expression(Int, 2)+" % 1000"))
	}
	switch {
	case inherits && g.chance(2):
		out = append(out, line("return (super()."+names[index]+"(k) + "+g.expression(Int, 1)+") % 1000003"))
	case index > 0 && g.chance(2):
		out = append(out, line("return (self."+names[index-1]+"(k + 1) + "+g.expression(Int, 1)+") % 1000003"))
	default:
		out = append(out, line("return ("+g.expression(Int, 2)+") % 1000003"))
	}
	return out
}
