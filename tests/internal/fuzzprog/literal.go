package fuzzprog

import (
	"fmt"
	"strconv"
	"strings"
)

// edges are ints at which representations change: of 32 and 64 bits, of an exact float, of Adder's small ints.
var edges = []string{
	"2147483647", "2147483648", "-2147483648", "4294967295", "281474976710655", "281474976710656", "-281474976710656", "-281474976710657",
	"9007199254740993", "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551615", "18446744073709551616",
	"170141183460469231731687303715884105727", "100000000000000000000", "-100000000000000000000", "1000000007",
}

var words = []string{"''", "'a'", "'abc'", "'Hello, World'", "' x y '", "'é'", "'日本'", "'\\n'", "'a,b,,c'", "'12'", "'-7'", "'\\U0001f600z'", "'abcabc'"}

var floats = []string{"0.0", "-0.0", "0.1", "0.5", "1.0", "-1.5", "2.5", "3.75", "1e16", "1e300", "1e-300", "123456.789", "-0.3333"}

// literal is a constant of a kind, or a display of constants.
func (g *Generator) literal(k Kind) string {
	switch k {
	case Int:
		if g.chance(8) {
			return edges[g.r.IntN(len(edges))]
		}
		return strconv.Itoa(g.r.IntN(40) - 10)
	case Float:
		if g.chance(25) {
			return g.pick("float('inf')", "float('-inf')", "float('nan')")
		}
		return floats[g.r.IntN(len(floats))]
	case Str:
		return words[g.r.IntN(len(words))]
	case List:
		return "[" + g.ints(g.r.IntN(6)) + "]"
	case Tuple:
		n := g.r.IntN(4)
		if n == 1 {
			return "(" + g.ints(1) + ",)"
		}
		return "(" + g.ints(n) + ")"
	case Set:
		if n := g.r.IntN(5); n > 0 {
			return "{" + g.ints(n) + "}"
		}
		return "set()"
	case Dict:
		var items []string
		for range g.r.IntN(4) {
			items = append(items, fmt.Sprintf("'k%d': %s", g.r.IntN(9), g.literal(Int)))
		}
		return "{" + strings.Join(items, ", ") + "}"
	case Bool:
		return g.pick("True", "False")
	}
	c := g.classes[g.r.IntN(len(g.classes))]
	return c.name + "(" + g.ints(2) + ")"
}

func (g *Generator) ints(n int) string {
	items := make([]string, n)
	for i := range items {
		items[i] = g.literal(Int)
	}
	return strings.Join(items, ", ")
}
