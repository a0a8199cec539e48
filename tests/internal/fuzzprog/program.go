package fuzzprog

import "strings"

// Program is a tree of statements.
type Program struct {
	Body Block
}

// Block is a suite of statements; an empty one is written as pass.
type Block []*Statement

// Statement is a line of its own (no clauses) or a compound statement.
type Statement struct {
	Line    string
	Clauses []*Clause
}

// Clause is a header such as "for x in y:" and its suite.
type Clause struct {
	Head string
	Body Block
}

// String is the program's source text.
func (p *Program) String() string {
	var b strings.Builder
	p.Body.write(&b, 0)
	return b.String()
}

func (body Block) write(b *strings.Builder, depth int) {
	indent := strings.Repeat("    ", depth)
	if len(body) == 0 && depth > 0 {
		b.WriteString(indent + "pass\n")
	}
	for _, s := range body {
		if s.Clauses == nil {
			b.WriteString(indent + s.Line + "\n")
		}
		for _, c := range s.Clauses {
			b.WriteString(indent + c.Head + "\n")
			c.Body.write(b, depth+1)
		}
	}
}

// Clone copies the tree.
func (p *Program) Clone() *Program { return &Program{p.Body.clone()} }

func (body Block) clone() Block {
	out := make(Block, len(body))
	for i, s := range body {
		c := &Statement{Line: s.Line}
		for _, clause := range s.Clauses {
			c.Clauses = append(c.Clauses, &Clause{clause.Head, clause.Body.clone()})
		}
		out[i] = c
	}
	return out
}

// Statements counts the statements of the tree.
func (p *Program) Statements() int { return p.Body.count() }

func (body Block) count() int {
	n := len(body)
	for _, s := range body {
		for _, c := range s.Clauses {
			n += c.Body.count()
		}
	}
	return n
}

// blocks calls visit with every block of the tree, outer ones first.
func (p *Program) blocks(visit func(*Block)) {
	var walk func(*Block)
	walk = func(body *Block) {
		visit(body)
		for _, s := range *body {
			for _, c := range s.Clauses {
				walk(&c.Body)
			}
		}
	}
	walk(&p.Body)
}

// texts calls visit with every line and header of the tree.
func (p *Program) texts(visit func(*string)) {
	p.blocks(func(body *Block) {
		for _, s := range *body {
			if s.Clauses == nil {
				visit(&s.Line)
			}
			for _, c := range s.Clauses {
				visit(&c.Head)
			}
		}
	})
}

func line(text string) *Statement { return &Statement{Line: text} }

func compound(clauses ...*Clause) *Statement { return &Statement{Clauses: clauses} }

func clause(head string, body ...*Statement) *Clause { return &Clause{head, body} }
