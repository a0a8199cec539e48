package fuzzprog

import (
	"regexp"
	"strings"
	"time"
)

// Shrinker takes parts of a program away as long as a test still holds of the rest: statements by delta debugging (Zeller and
// Hildebrandt, 2002) within each block, compound statements for one of their suites, then parts of expressions.
type Shrinker struct {
	Holds func(*Program) bool // whether the program still shows what is looked for
	Until time.Time           // the end of the patience
}

// Shrink returns a smaller program of which the test holds, or the program itself.
func (s *Shrinker) Shrink(p *Program) *Program {
	for {
		size := len(p.String())
		p = s.dropStatements(p)
		p = s.unwrap(p)
		p = s.dropClauses(p)
		p = s.simplify(p)
		if len(p.String()) >= size || s.tired() {
			return p
		}
	}
}

func (s *Shrinker) tired() bool { return time.Now().After(s.Until) }

// blockAt returns the nth block of a program, outer ones first; nil past the last.
func blockAt(p *Program, n int) *Block {
	var found *Block
	p.blocks(func(b *Block) {
		if n == 0 {
			found = b
		}
		n--
	})
	return found
}

// dropStatements removes runs of statements from every block, long runs first.
func (s *Shrinker) dropStatements(p *Program) *Program {
	for n := 0; ; n++ {
		block := blockAt(p, n)
		if block == nil {
			return p
		}
		for size := len(*block); size > 0; size /= 2 {
			for at := len(*block) - size; at >= 0; at -= size {
				if s.tired() {
					return p
				}
				q := p.Clone()
				b := blockAt(q, n)
				*b = append((*b)[:at:at], (*b)[at+size:]...)
				if s.Holds(q) {
					p, block = q, b
					at = min(at, len(*block))
				}
			}
			size = min(size, len(*block)+1)
		}
	}
}

// unwrap puts the suite of a clause in the place of its compound statement.
func (s *Shrinker) unwrap(p *Program) *Program {
	for n := 0; ; n++ {
		block := blockAt(p, n)
		if block == nil {
			return p
		}
		for at := 0; at < len(*block); at++ {
			for c := range (*block)[at].Clauses {
				if s.tired() {
					return p
				}
				q := p.Clone()
				b := blockAt(q, n)
				inner := (*b)[at].Clauses[c].Body
				*b = append((*b)[:at:at], append(inner, (*b)[at+1:]...)...)
				if s.Holds(q) {
					p, block = q, b
					at--
					break
				}
			}
		}
	}
}

// dropClauses removes clauses after the first of compound statements.
func (s *Shrinker) dropClauses(p *Program) *Program {
	for n := 0; ; n++ {
		block := blockAt(p, n)
		if block == nil {
			return p
		}
		for at := range *block {
			for c := len((*block)[at].Clauses) - 1; c > 0; c-- {
				if s.tired() {
					return p
				}
				q := p.Clone()
				b := blockAt(q, n)
				statement := (*b)[at]
				statement.Clauses = append(statement.Clauses[:c:c], statement.Clauses[c+1:]...)
				if s.Holds(q) {
					p, block = q, b
				}
			}
		}
	}
}

var word = regexp.MustCompile(`[A-Za-z_]\w*|\d+`)

// simplify replaces bracketed parts of lines by their insides or by constants, and words by 0 and 1.
func (s *Shrinker) simplify(p *Program) *Program {
	count := 0
	p.texts(func(*string) { count++ })
	for n := range count {
		for from := 0; ; {
			text := textAt(p, n)
			if text == nil {
				return p
			}
			changed := false
			for at := from; at < len(*text); at++ {
				for _, candidate := range rewrites(*text, at) {
					if s.tired() {
						return p
					}
					if len(candidate) >= len(*text) {
						continue
					}
					q := p.Clone()
					*textAt(q, n) = candidate
					if s.Holds(q) {
						p, changed, from = q, true, at
						break
					}
				}
				if changed {
					break
				}
			}
			if !changed {
				break
			}
		}
	}
	return p
}

func textAt(p *Program, n int) *string {
	var found *string
	p.texts(func(t *string) {
		if n == 0 {
			found = t
		}
		n--
	})
	return found
}

// rewrites lists shorter forms of a line, changed from a place on.
func rewrites(text string, at int) []string {
	var out []string
	before := text[:at]
	switch text[at] {
	case '(', '[', '{':
		end := closing(text, at)
		if end < 0 {
			return nil
		}
		inside, after := text[at+1:end], text[end+1:]
		out = append(out, before+"0"+after, before+inside+after)
		// Without its operand on either side: "(a + b)" becomes a, b.
		for _, piece := range split(inside) {
			out = append(out, before+string(text[at])+piece+text[end:])
			if text[at] == '(' {
				out = append(out, before+piece+after)
			}
		}
	default:
		if at == 0 || !isWord(text[at-1]) {
			if m := word.FindString(text[at:]); m != "" && strings.HasPrefix(text[at:], m) && len(m) > 1 {
				out = append(out, before+"0"+text[at+len(m):], before+"1"+text[at+len(m):])
			}
		}
	}
	return out
}

func isWord(c byte) bool {
	return c == '_' || c == '.' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// closing finds the bracket that closes the one at a place; -1 where strings or a missing one make it unclear.
func closing(text string, at int) int {
	deep, quote := 0, byte(0)
	for i := at; i < len(text); i++ {
		c := text[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '\'':
			quote = c
		case strings.IndexByte("([{", c) >= 0:
			deep++
		case strings.IndexByte(")]}", c) >= 0:
			if deep--; deep == 0 {
				return i
			}
		}
	}
	return -1
}

// split cuts a text at the blanks and commas that are in no brackets and returns what stands before and after each.
func split(text string) []string {
	var out []string
	deep := 0
	for i := range len(text) {
		switch text[i] {
		case '(', '[', '{':
			deep++
		case ')', ']', '}':
			deep--
		case ' ', ',':
			if deep == 0 && i > 0 && i < len(text)-1 {
				out = append(out, strings.Trim(text[:i], " ,+-*/%&|^<>="), strings.Trim(text[i+1:], " ,+*/%&|^<>="))
			}
		}
	}
	return out
}
