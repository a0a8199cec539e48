// Package random is the module _random: the Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), whose numbers programs
// expect to be the same everywhere for one seed.
package random

import (
	"crypto/rand"
	"encoding/binary"
	"math/big"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_random",
	Doc:  "The generator of the module random, MT19937.",
	Exec: func(t *thread, m *objects.Module) error {
		if randomType.Name == "" {
			initRandom()
		}
		native.Export(m, &randomType)
		return nil
	},
}

// The parameters of MT19937.
const (
	stateSize = 624
	middle    = 397
	matrix    = 0x9908b0df
	upperMask = 0x80000000
	lowerMask = 0x7fffffff
)

var randomType objects.Type

// generator is _random.Random.
type generator struct {
	head
	index int
	state [stateSize]uint32
}

func (g *generator) next() uint32 {
	s := &g.state
	if g.index >= stateSize {
		for i := range stateSize {
			j, k := i+1, i+middle
			if j == stateSize {
				j = 0
			}
			if k >= stateSize {
				k -= stateSize
			}
			y := s[i]&upperMask | s[j]&lowerMask
			x := s[k] ^ y>>1
			if y&1 != 0 {
				x ^= matrix
			}
			s[i] = x
		}
		g.index = 0
	}
	y := s[g.index]
	g.index++
	y ^= y >> 11
	y ^= y << 7 & 0x9d2c5680
	y ^= y << 15 & 0xefc60000
	return y ^ y>>18
}

func (g *generator) seedWord(w uint32) {
	g.state[0] = w
	for i := 1; i < stateSize; i++ {
		w = 1812433253*(w^w>>30) + uint32(i)
		g.state[i] = w
	}
	g.index = stateSize
}

// seedKey is the initialisation by an array of words.
func (g *generator) seedKey(key []uint32) {
	g.seedWord(19650218)
	s := &g.state
	i, j := 1, 0
	step := func() {
		if i++; i >= stateSize {
			s[0] = s[stateSize-1]
			i = 1
		}
	}
	for range max(stateSize, len(key)) {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1664525) + key[j] + uint32(j)
		step()
		if j++; j >= len(key) {
			j = 0
		}
	}
	for range stateSize - 1 {
		s[i] = (s[i] ^ (s[i-1]^s[i-1]>>30)*1566083941) - uint32(i)
		step()
	}
	s[0] = upperMask
}

func (g *generator) seed(t *thread, v value) error {
	if !native.Given(v) {
		var b [stateSize * 4]byte
		rand.Read(b[:])
		key := make([]uint32, stateSize)
		for i := range key {
			key[i] = binary.LittleEndian.Uint32(b[4*i:])
		}
		g.seedKey(key)
		return nil
	}
	var n *big.Int
	if objects.IsInt(v) {
		n = objects.BigOf(v)
		n.Abs(n)
	} else {
		h, err := objects.Hash(t, v)
		if err != nil {
			return err
		}
		n = new(big.Int).SetUint64(uint64(h))
	}
	var key []uint32
	for _, w := range n.Bits() {
		key = append(key, uint32(w), uint32(uint64(w)>>32))
	}
	for len(key) > 1 && key[len(key)-1] == 0 {
		key = key[:len(key)-1]
	}
	if len(key) == 0 {
		key = []uint32{0}
	}
	g.seedKey(key)
	return nil
}

func (g *generator) bits(k int) value {
	if k <= 32 {
		if k == 0 {
			return objects.Int(0)
		}
		return objects.Int(int64(g.next() >> (32 - k)))
	}
	words := (k + 31) / 32
	if words == 2 {
		lo := uint64(g.next())
		return objects.Uint64Value(lo | uint64(g.next())>>(64-k)<<32)
	}
	mem := make([]big.Word, (words+1)/2)
	for i := range words {
		r := g.next()
		if k < 32 {
			r >>= 32 - k
		}
		k -= 32
		mem[i/2] |= big.Word(uint64(r) << (i % 2 * 32))
	}
	return objects.BigInt(new(big.Int).SetBits(mem))
}

func (g *generator) getState() value {
	p := objects.MakeTuple(stateSize + 1)
	for i, w := range g.state {
		p.Items()[i] = objects.Int(int64(w))
	}
	p.Items()[stateSize] = objects.Int(int64(g.index))
	return objects.ToValue(p)
}

func (g *generator) setState(t *thread, v value) error {
	p, ok := objects.TupleOf(v)
	if !ok {
		return objects.TypeErrorf("state vector must be a tuple")
	}
	if p.Len() != stateSize+1 {
		return objects.ValueErrorf("state vector is the wrong size")
	}
	var state [stateSize]uint32
	for i := range state {
		if !objects.IsInt(p.Item(i)) {
			return objects.TypeErrorf("expected int, got '%s'", objects.TypeOf(p.Item(i)))
		}
		n, ok := objects.Uint64Of(p.Item(i))
		if !ok {
			return objects.OverflowErrorf("can't convert negative value to unsigned int")
		}
		state[i] = uint32(n)
	}
	index, ok := objects.Int64Of(p.Item(stateSize))
	if !ok {
		return objects.TypeErrorf("'%s' object cannot be interpreted as an integer", objects.TypeOf(p.Item(stateSize)))
	}
	if index < 0 || index > stateSize {
		return objects.ValueErrorf("invalid state")
	}
	g.state, g.index = state, int(index)
	return nil
}

func initRandom() {
	typ := &randomType
	typ.Name, typ.Module, typ.Doc = "Random", "_random", "A source of random numbers that no other one influences."
	typ.Flags = objects.FlagBase | objects.FlagMutable
	objects.Layout[generator](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		v := typ.NewInstance()
		var arg value
		if len(args)-kw.Len() > 0 {
			arg = args[0]
		}
		return v, objects.As[generator](v).seed(t, arg)
	}
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error {
		if objects.TypeOf(self) == &randomType {
			if err := objects.NoKeywords("Random", kw); err != nil {
				return err
			}
		}
		if n := len(args) - kw.Len(); n > 1 {
			return objects.CountError("Random", n, 0, 1, false)
		}
		return nil
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "random", Doc: "A float that is at least 0.0 and less than 1.0.", Fn: func(t *thread, self value, args []value) (value, error) {
				g := objects.As[generator](self)
				a, b := g.next()>>5, g.next()>>6
				return objects.Float((float64(a)*67108864 + float64(b)) * (1.0 / 9007199254740992)), nil
			}},
			{Name: "seed", Sig: "n=None, /", Doc: "Start afresh. The same int, or objects of the same hash, lead to the same numbers; None takes its start from the system's\nrandom source.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, objects.As[generator](self).seed(t, args[0])
			}},
			{Name: "getstate", Doc: "What setstate() needs to repeat the numbers from here on.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.As[generator](self).getState(), nil
			}},
			{Name: "setstate", Sig: "state, /", Doc: "Go on from where getstate() was called.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, objects.As[generator](self).setState(t, args[0])
			}},
			{Name: "getrandbits", Sig: "k, /", Doc: "An int that is at least 0 and less than 2**k.", Fn: func(t *thread, self value, args []value) (value, error) {
				k, err := native.Int(t, args[0])
				if err != nil {
					return value{}, err
				}
				if k < 0 {
					return value{}, objects.ValueErrorf("number of bits must be non-negative")
				}
				return objects.As[generator](self).bits(k), nil
			}},
		}
	}
}
