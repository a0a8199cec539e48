package fuzzprog

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Kind is the type that an expression is meant to have; programs break it now and then on purpose.
type Kind int

// The kinds of expressions.
const (
	Int   Kind = iota
	Float      // a float
	Str        // a string of at most some dozens of characters
	List       // of ints
	Dict       // from short strings to ints
	Tuple      // of ints
	Set        // of ints
	Bool
	Object // an instance of one of the program's classes
	kinds
)

// prefixes begin the names of a kind's variables.
var prefixes = [kinds]string{"i", "f", "s", "l", "d", "t", "e", "b", "o"}

const (
	callBudget     = 40000 // statements that the functions which a function or the module calls may run
	expressionDeep = 3
	statementDeep  = 4
)

// Generator draws a program from a seed.
type Generator struct {
	r         *rand.Rand
	scope     *scope
	functions []function
	classes   []class
	names     int // counter of fresh names
}

// scope is what a function's code may use.
type scope struct {
	names      [kinds][]string
	outer      [kinds][]string // names that belong to an enclosing function
	loops      int             // depth of loops around the place
	cost       int             // how often the place runs in a call
	budget     int             // the most that cost may become
	spent      int             // statements that the calls so far run
	deep       int
	inFunction bool
	generator  bool
	calls      bool // whether functions may be called
}

// budgets are how often the innermost statement of a function may run; the last is beyond the thresholds of the JIT.
var budgets = []int{20, 200, 2000}

// afford tells whether the place can call a function, and accounts for it.
func (s *scope) afford(f function) bool {
	if s.spent+s.cost*f.cost > callBudget {
		return false
	}
	s.spent += s.cost * f.cost
	return true
}

// function is a callable of the program: it takes ints and returns an int, or yields them.
type function struct {
	name      string
	arity     int
	cost      int
	generator bool
}

// class is a class of the program; all take two ints.
type class struct {
	name    string
	methods []string // of one int, returning an int
}

// Generate makes the program of a seed.
func Generate(seed uint64) *Program {
	g := &Generator{r: rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))}
	return g.program()
}

func (g *Generator) pick(options ...string) string { return options[g.r.IntN(len(options))] }

// chance is true once in n times.
func (g *Generator) chance(n int) bool { return g.r.IntN(n) == 0 }

func (g *Generator) fresh(prefix string) string {
	g.names++
	return fmt.Sprintf("%s%d", prefix, g.names)
}

// program is the order of the parts: globals, classes, functions, then the code that calls them.
func (g *Generator) program() *Program {
	p := &Program{}
	add := func(s ...*Statement) { p.Body = append(p.Body, s...) }
	add(line("import math"), line("G = 0"), line("H = [1, 2, 3]"))
	add(compound(clause("class Problem(Exception):", line("pass"))))
	add(compound(clause("class Guard:",
		compound(clause("def __init__(self, quiet):", line("self.quiet = quiet"))),
		compound(clause("def __enter__(self):", line("return self"))),
		compound(clause("def __exit__(self, kind, value, traceback):", line("print('exit', kind and kind.__name__, value)"), line("return self.quiet"))))))
	for range 1 + g.r.IntN(3) {
		add(g.class())
	}
	for range 2 + g.r.IntN(4) {
		add(g.function())
	}
	for _, f := range g.functions {
		for range 1 + g.r.IntN(2) {
			args := make([]string, f.arity)
			for i := range args {
				args[i] = g.literal(Int)
			}
			call := fmt.Sprintf("%s(%s)", f.name, strings.Join(args, ", "))
			if f.generator {
				call = "list(" + call + ")"
			}
			add(compound(clause("try:", line("print('"+f.name+"', "+call+")")),
				clause("except Exception as problem:", line("print(type(problem).__name__, problem)"))))
		}
	}
	// The module's own code, where names are globals.
	g.enter(&scope{cost: 1, budget: budgets[2], calls: true}, func() {
		add(g.variables()...)
		for _, s := range g.statements(4 + g.r.IntN(6)) {
			if !g.chance(4) {
				s = compound(clause("try:", s), clause("except Exception as error:", line("print('main', type(error).__name__, error)")))
			}
			add(s)
		}
		add(g.dump())
	})
	add(line("print(G, H)"))
	return p
}

// enter runs body in a scope.
func (g *Generator) enter(s *scope, body func()) {
	old := g.scope
	g.scope = s
	body()
	g.scope = old
}

// variables assigns a few variables of every kind.
func (g *Generator) variables() Block {
	var out Block
	for k := range kinds {
		if k == Object && len(g.classes) == 0 {
			continue
		}
		n := 1
		if k == Int {
			n = 3
		} else if g.chance(3) {
			n = 2
		}
		for range n {
			text := g.literal(k)
			name := g.fresh(prefixes[k])
			out = append(out, line(name+" = "+text))
			g.scope.names[k] = append(g.scope.names[k], name)
		}
	}
	return out
}

// dump prints all variables of the scope.
func (g *Generator) dump() *Statement {
	var all []string
	for k := range kinds {
		all = append(all, g.scope.names[k]...)
	}
	return line("print(" + strings.Join(all, ", ") + ")")
}

// variable returns a name of the kind, of the scope or of one around it; empty where there is none.
func (g *Generator) variable(k Kind) string {
	all := g.scope.names[k]
	if outer := g.scope.outer[k]; len(outer) > 0 && (len(all) == 0 || g.chance(4)) {
		all = outer
	}
	if len(all) == 0 {
		return ""
	}
	return all[g.r.IntN(len(all))]
}

// target returns a name of the scope itself that may be assigned.
func (g *Generator) target(k Kind) string {
	all := g.scope.names[k]
	if len(all) == 0 {
		name := g.fresh(prefixes[k])
		g.scope.names[k] = append(g.scope.names[k], name)
		return name
	}
	return all[g.r.IntN(len(all))]
}
