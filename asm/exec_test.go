//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"errors"
	"math"
	"math/bits"
	"strings"
	"testing"
	"unsafe"
)

// testMemory is the code space of a test.
func testMemory(t testing.TB) *Memory {
	t.Helper()
	m, err := NewMemory(32 << 20)
	if err != nil {
		t.Fatal(err)
	}
	if err := m.testReuse(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(); err != nil {
			t.Error(err)
		}
	})
	return m
}

// build assembles and publishes what emit emits.
func build(t testing.TB, m *Memory, emit func(a Assembler)) *Code {
	t.Helper()
	a, err := New()
	if err != nil {
		t.Fatal(err)
	}
	emit(a)
	o, err := a.Finish()
	if err != nil {
		t.Fatal(err)
	}
	c, err := m.Publish(o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// single runs code from its start to its first exit, with raw words going in and out.
type single struct {
	code uintptr
	raw  []uint64
	exit uint32
}

func (s *single) Start(v View) uintptr {
	for i, x := range s.raw {
		v.SetRaw(i, x)
	}
	return s.code
}

func (s *single) Exit(n uint32, v View) uintptr {
	s.exit = n
	for i := range s.raw {
		s.raw[i] = v.Raw(i)
	}
	return 0
}

// call runs code once and returns its exit number; raw is updated.
func call(t testing.TB, c *Code, raw ...uint64) (exit uint32, out []uint64) {
	t.Helper()
	var attention uint32
	s := &single{code: c.Start, raw: raw}
	if err := Run(NewContext(&attention), s); err != nil {
		t.Fatal(err)
	}
	return s.exit, s.raw
}

var ints = []int64{0, 1, -1, 2, -2, 3, -3, 7, -7, 10, 63, 64, -64, 255, -256, 4095, 4096, -4095, -4096, 1<<31 - 1, 1 << 31, -1 << 31, -1<<31 - 1,
	1 << 32, 1<<48 - 1, -1 << 48, 3037000499, 3037000500, math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 0x123456789abcdef}

var floats = []float64{0, math.Copysign(0, -1), 1, -1, 0.5, -2.5, 3, 1e300, -1e300, 5e-324, math.Inf(1), math.Inf(-1), math.NaN(),
	9.2e18, 9.3e18, -9.2e18, -9.3e18, 1 << 53, math.MaxInt64, math.MinInt64, 2.9999, -2.9999}

// shapes are the ways in which a destination may coincide with a source: registers of dst, a, b.
func shapes(r []Reg) [][3]Reg {
	return [][3]Reg{{r[0], r[1], r[2]}, {r[0], r[0], r[1]}, {r[0], r[1], r[0]}, {r[1], r[0], r[2]}, {r[len(r)-1], r[1], r[0]}, {r[0], r[1], r[len(r)-1]}}
}

func goInt(op IntOp, a, b int64) (int64, bool) {
	switch op {
	case Add:
		return a + b, (a+b > a) != (b > 0) && b != 0
	case Sub:
		return a - b, (a-b < a) != (b > 0) && b != 0
	case Mul:
		hi, lo := bits.Mul64(uint64(a), uint64(b))
		s := int64(hi)
		if a < 0 {
			s -= b
		}
		if b < 0 {
			s -= a
		}
		return int64(lo), s != int64(lo)>>63
	case And:
		return a & b, false
	case Or:
		return a | b, false
	case Xor:
		return a ^ b, false
	case Shl:
		x := a << (b & 63)
		return x, x>>(b&63) != a
	case Shr:
		return int64(uint64(a) >> (b & 63)), false
	}
	return a >> (b & 63), false
}

func TestIntegerOperations(t *testing.T) {
	m := testMemory(t)
	for op := Add; op < numIntOps; op++ {
		for _, s := range shapes(GPRs) {
			plain := build(t, m, func(a Assembler) {
				a.Load(s[1], W64, RawSlot(0))
				a.Load(s[2], W64, RawSlot(1))
				a.Int(op, s[0], s[1], s[2])
				a.Store(W64, RawSlot(2), s[0])
				a.Exit(1)
			})
			var checked *Code
			if op == Add || op == Sub || op == Mul || op == Shl {
				checked = build(t, m, func(a Assembler) {
					over := a.NewLabel()
					a.Load(s[1], W64, RawSlot(0))
					a.Load(s[2], W64, RawSlot(1))
					a.IntOverflow(op, s[0], s[1], s[2], over)
					a.Store(W64, RawSlot(2), s[0])
					a.Exit(1)
					a.Bind(over)
					a.Exit(2)
				})
			}
			for _, x := range ints {
				for _, y := range ints {
					want, over := goInt(op, x, y)
					_, out := call(t, plain, uint64(x), uint64(y), 0)
					if int64(out[2]) != want {
						t.Fatalf("%v %v: %d, %d gives %d, want %d", op, s, x, y, int64(out[2]), want)
					}
					if checked == nil || op == Shl && (y < 0 || y > 63) {
						continue
					}
					exit, out := call(t, checked, uint64(x), uint64(y), 0)
					if (exit == 2) != over || !over && int64(out[2]) != want {
						t.Fatalf("%v with overflow %v: %d, %d gives exit %d, %d, want %d, %v", op, s, x, y, exit, int64(out[2]), want, over)
					}
				}
			}
			plain.Free()
			if checked != nil {
				checked.Free()
			}
		}
		for _, v := range ints {
			for _, d := range []Reg{GPRs[0], GPRs[1]} {
				src := GPRs[0]
				c := build(t, m, func(a Assembler) {
					over := a.NewLabel()
					a.Load(src, W64, RawSlot(0))
					a.IntImm(op, d, src, v)
					a.Store(W64, RawSlot(1), d)
					if op == Add || op == Sub || op == Mul || op == Shl && v >= 0 && v < 64 {
						a.Load(src, W64, RawSlot(0))
						a.IntImmOverflow(op, d, src, v, over)
						a.Store(W64, RawSlot(2), d)
					}
					a.Exit(1)
					a.Bind(over)
					a.Exit(2)
				})
				for _, x := range ints {
					want, over := goInt(op, x, v)
					exit, out := call(t, c, uint64(x), 0, 0)
					if int64(out[1]) != want {
						t.Fatalf("%v: %d, constant %d gives %d, want %d", op, x, v, int64(out[1]), want)
					}
					if op <= Mul && (exit == 2) != over || exit == 1 && op <= Mul && int64(out[2]) != want {
						t.Fatalf("%v with overflow: %d, constant %d gives exit %d, %d, want %d", op, x, v, exit, int64(out[2]), want)
					}
				}
				c.Free()
			}
		}
	}
}

func TestNegAndDivision(t *testing.T) {
	m := testMemory(t)
	neg := build(t, m, func(a Assembler) {
		over := a.NewLabel()
		a.Load(GPRs[0], W64, RawSlot(0))
		a.Neg(GPRs[1], GPRs[0])
		a.Store(W64, RawSlot(1), GPRs[1])
		a.NegOverflow(GPRs[0], GPRs[0], over)
		a.Exit(1)
		a.Bind(over)
		a.Exit(2)
	})
	for _, x := range ints {
		exit, out := call(t, neg, uint64(x), 0)
		if int64(out[1]) != -x || (exit == 2) != (x == math.MinInt64) {
			t.Errorf("-%d: exit %d, %d", x, exit, int64(out[1]))
		}
	}
	for _, s := range append(shapes(GPRs), shapes(GPRs[2:])...) {
		c := build(t, m, func(a Assembler) {
			for i, r := range GPRs {
				a.MoveImm(r, int64(1000+i))
			}
			a.Load(s[1], W64, RawSlot(0))
			a.Load(s[2], W64, RawSlot(1))
			a.DivFloor(s[0], s[1], s[2])
			a.Store(W64, RawSlot(2), s[0])
			a.Load(s[1], W64, RawSlot(0))
			a.Load(s[2], W64, RawSlot(1))
			a.ModFloor(s[0], s[1], s[2])
			a.Store(W64, RawSlot(3), s[0])
			for i, r := range GPRs {
				a.Store(W64, RawSlot(4+i), r)
			}
			a.Exit(1)
		})
		for _, x := range ints {
			for _, y := range ints {
				if y == 0 || x == math.MinInt64 && y == -1 {
					continue
				}
				q, r := x/y, x%y
				if r != 0 && (r^y) < 0 {
					q, r = q-1, r+y
				}
				_, out := call(t, c, append([]uint64{uint64(x), uint64(y)}, make([]uint64, 30)...)...)
				if int64(out[2]) != q || int64(out[3]) != r {
					t.Fatalf("%v: divmod(%d, %d) gives %d, %d, want %d, %d", s, x, y, int64(out[2]), int64(out[3]), q, r)
				}
				for i, g := range GPRs {
					if g != s[0] && g != s[1] && g != s[2] && out[4+i] != uint64(1000+i) {
						t.Fatalf("division changed %v", g)
					}
				}
			}
		}
		c.Free()
	}
}

func goCond[T int64 | uint64 | float64](c Cond, a, b T) bool {
	switch c {
	case EQ:
		return a == b
	case NE:
		return a != b
	case LT, ULT:
		return a < b
	case LE, ULE:
		return a <= b
	case GT, UGT:
		return a > b
	}
	return a >= b
}

func goIntCond(c Cond, a, b int64) bool {
	if c >= ULT {
		return goCond(c, uint64(a), uint64(b))
	}
	return goCond(c, a, b)
}

func b2i(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// emitBranchResult stores in raw slot i whether branch branches.
func emitBranchResult(a Assembler, i int, branch func(l Label)) {
	yes, end := a.NewLabel(), a.NewLabel()
	branch(yes)
	a.StoreImm(W64, RawSlot(i), 0)
	a.Jump(end)
	a.Bind(yes)
	a.StoreImm(W64, RawSlot(i), 1)
	a.Bind(end)
}

func TestComparisons(t *testing.T) {
	m := testMemory(t)
	x, y, z := GPRs[0], GPRs[1], GPRs[len(GPRs)-1]
	for c := EQ; c < numConds; c++ {
		code := build(t, m, func(a Assembler) {
			a.Load(x, W64, RawSlot(0))
			a.Load(y, W64, RawSlot(1))
			a.Set(z, c, x, y)
			a.Store(W64, RawSlot(2), z)
			emitBranchResult(a, 3, func(l Label) { a.Branch(c, x, y, l) })
			emitBranchResult(a, 4, func(l Label) { a.BranchMem(c, W64, RawSlot(0), y, l) })
			emitBranchResult(a, 5, func(l Label) { a.BranchMem(c, U32, RawSlot(0), y, l) })
			emitBranchResult(a, 6, func(l Label) { a.BranchMem(c, S8, RawSlot(0), y, l) })
			a.Exit(0)
		})
		for _, p := range ints {
			for _, q := range ints {
				_, out := call(t, code, uint64(p), uint64(q), 9, 9, 9, 9, 9)
				want := b2i(goIntCond(c, p, q))
				want32, want8 := b2i(goIntCond(c, int64(int32(p)), int64(int32(q)))), b2i(goIntCond(c, int64(int8(p)), int64(int8(q))))
				if c >= ULT {
					want32, want8 = b2i(goIntCond(c, int64(uint32(p)), int64(uint32(q)))), b2i(goIntCond(c, int64(uint8(p)), int64(uint8(q))))
				}
				if out[2] != want || out[3] != want || out[4] != want || out[5] != want32 || out[6] != want8 {
					t.Fatalf("%d %v %d: %v, want %d, %d, %d", p, c, q, out[2:], want, want32, want8)
				}
			}
		}
		code.Free()
		for _, v := range ints {
			code := build(t, m, func(a Assembler) {
				a.Load(x, W64, RawSlot(0))
				a.SetImm(z, c, x, v)
				a.Store(W64, RawSlot(1), z)
				emitBranchResult(a, 2, func(l Label) { a.BranchImm(c, x, v, l) })
				emitBranchResult(a, 3, func(l Label) { a.BranchMemImm(c, W64, RawSlot(0), int32(v), l) })
				emitBranchResult(a, 4, func(l Label) { a.BranchMemImm(c, U16, RawSlot(0), int32(v), l) })
				a.Exit(0)
			})
			for _, p := range ints {
				_, out := call(t, code, uint64(p), 9, 9, 9, 9)
				want, want64 := b2i(goIntCond(c, p, v)), b2i(goIntCond(c, p, int64(int32(v))))
				want16 := b2i(goIntCond(c, int64(int16(p)), int64(int16(v))))
				if c >= ULT {
					want16 = b2i(goIntCond(c, int64(uint16(p)), int64(uint16(v))))
				}
				if out[1] != want || out[2] != want || out[3] != want64 || out[4] != want16 {
					t.Fatalf("%d %v constant %d: %v, want %d, %d, %d", p, c, v, out[1:], want, want64, want16)
				}
			}
			code.Free()
		}
	}
	for _, mask := range []int64{1, 0x80, 0x100, -1 << 48, 0xfffe << 47, -1} {
		code := build(t, m, func(a Assembler) {
			a.Load(x, W64, RawSlot(0))
			emitBranchResult(a, 1, func(l Label) { a.BranchBits(true, x, mask, l) })
			emitBranchResult(a, 2, func(l Label) { a.BranchBits(false, x, mask, l) })
			emitBranchResult(a, 3, func(l Label) { a.BranchMemBits(true, U8, RawSlot(0), int32(mask), l) })
			a.Exit(0)
		})
		for _, p := range ints {
			_, out := call(t, code, uint64(p), 9, 9, 9)
			if out[1] != b2i(p&mask != 0) || out[2] != b2i(p&mask == 0) || out[3] != b2i(uint8(p)&uint8(mask) != 0) {
				t.Fatalf("%#x & %#x: %v", p, mask, out)
			}
		}
		code.Free()
	}
}

func TestFloatOperations(t *testing.T) {
	m := testMemory(t)
	for op := FAdd; op < numFloatOps; op++ {
		for _, s := range shapes(FPRs) {
			code := build(t, m, func(a Assembler) {
				a.Load(s[1], W64, RawSlot(0))
				a.Load(s[2], W64, RawSlot(1))
				a.Float(op, s[0], s[1], s[2])
				a.Store(W64, RawSlot(2), s[0])
				a.Exit(0)
			})
			for _, x := range floats {
				for _, y := range floats {
					if s[1] == s[2] {
						y = x
					}
					var want float64
					switch op {
					case FAdd:
						want = x + y
					case FSub:
						want = x - y
					case FMul:
						want = x * y
					case FDiv:
						want = x / y
					case FNeg:
						want = -x
					case FAbs:
						want = math.Abs(x)
					case FSqrt:
						want = math.Sqrt(x)
					}
					_, out := call(t, code, math.Float64bits(x), math.Float64bits(y), 0)
					if got := math.Float64frombits(out[2]); got != got && want != want {
						continue
					} else if out[2] != math.Float64bits(want) {
						t.Fatalf("%v %v: %v, %v gives %v, want %v", op, s, x, y, got, want)
					}
				}
			}
			code.Free()
		}
	}
	f, g, r := FPRs[0], FPRs[1], GPRs[0]
	for c := EQ; c <= GE; c++ {
		code := build(t, m, func(a Assembler) {
			a.Load(f, W64, RawSlot(0))
			a.Load(g, W64, RawSlot(1))
			a.SetFloat(r, c, f, g)
			a.Store(W64, RawSlot(2), r)
			emitBranchResult(a, 3, func(l Label) { a.BranchFloat(c, true, f, g, l) })
			emitBranchResult(a, 4, func(l Label) { a.BranchFloat(c, false, f, g, l) })
			a.Exit(0)
		})
		for _, x := range floats {
			for _, y := range floats {
				_, out := call(t, code, math.Float64bits(x), math.Float64bits(y), 9, 9, 9)
				if want := b2i(goCond(c, x, y)); out[2] != want || out[3] != want || out[4] != 1-want {
					t.Fatalf("%v %v %v: %v, want %d", x, c, y, out[2:], want)
				}
			}
		}
		code.Free()
	}
	code := build(t, m, func(a Assembler) {
		a.Load(r, W64, RawSlot(0))
		a.IntToFloat(f, r)
		a.Store(W64, RawSlot(1), f)
		a.Exit(0)
	})
	for _, x := range ints {
		if _, out := call(t, code, uint64(x), 0); out[1] != math.Float64bits(float64(x)) {
			t.Errorf("float(%d): %v", x, math.Float64frombits(out[1]))
		}
	}
	code = build(t, m, func(a Assembler) {
		fail := a.NewLabel()
		a.Load(f, W64, RawSlot(0))
		a.FloatToInt(r, f, fail)
		a.Store(W64, RawSlot(1), r)
		a.Exit(1)
		a.Bind(fail)
		a.Exit(2)
	})
	for _, x := range floats {
		exit, out := call(t, code, math.Float64bits(x), 0)
		fits := x > math.MinInt64 && x < math.MaxInt64
		if (exit == 1) != fits || fits && int64(out[1]) != int64(x) {
			t.Errorf("int(%v): exit %d, %d", x, exit, int64(out[1]))
		}
	}
}

func TestMemoryAndMoves(t *testing.T) {
	m := testMemory(t)
	data := make([]uint64, 1<<13)
	for i := range data {
		data[i] = 0x8182838485868788 + uint64(i)*0x0101010101010101
	}
	base, index, r, f := GPRs[0], GPRs[1], GPRs[2], FPRs[3]
	addr := uint64(uintptr(unsafe.Pointer(&data[0])))
	extend := [numWidths]func(x uint64) uint64{
		func(x uint64) uint64 { return uint64(uint8(x)) }, func(x uint64) uint64 { return uint64(int8(x)) },
		func(x uint64) uint64 { return uint64(uint16(x)) }, func(x uint64) uint64 { return uint64(int16(x)) },
		func(x uint64) uint64 { return uint64(uint32(x)) }, func(x uint64) uint64 { return uint64(int32(x)) },
		func(x uint64) uint64 { return x },
	}
	for w := U8; w < numWidths; w++ {
		for _, disp := range []int{0, 8, 120, 128, 248, 256, 1024, 4096, 32760, 32768, 65528} {
			for _, scale := range []uint8{0, 1, 2, 4, 8} {
				at := Mem{Base: base, Disp: int32(disp)}
				var i uint64
				if scale != 0 {
					at.Index, at.Scale = index, scale
					i = -uint64(disp) / 8 * 8 / uint64(scale) // a large or negative index that meets the displacement
					if disp == 0 {
						i = 16
					}
				}
				code := build(t, m, func(a Assembler) {
					a.Load(base, W64, RawSlot(0))
					a.Load(index, W64, RawSlot(1))
					a.Load(r, w, at)
					a.Store(W64, RawSlot(2), r)
					a.Address(r, at)
					a.Store(W64, RawSlot(3), r)
					a.MoveImm(r, 0x1122334455667788)
					a.Store(w, at, r)
					a.Load(r, W64, at)
					a.Store(W64, RawSlot(4), r)
					a.StoreImm(w, at, -3)
					a.Load(f, W64, at)
					a.Move(r, f)
					a.Store(W64, RawSlot(5), r)
					a.Exit(0)
				})
				off := uint64(disp) + i*uint64(scale)
				if scale == 0 {
					off = uint64(disp)
				} else if disp != 0 {
					i = uint64(int64(-disp) / int64(scale))
					off = uint64(disp) + i*uint64(scale)
				}
				word := &data[off/8]
				old := *word
				_, out := call(t, code, addr, i, 0, 0, 0, 0)
				*word = old
				n := uint(w.Bytes() * 8)
				keep := ^uint64(0) << n
				if n == 64 {
					keep = 0
				}
				if out[2] != extend[w](old) || out[3] != addr+off || out[4] != old&keep|0x1122334455667788&^keep || out[5] != old&keep|^uint64(2)&^keep {
					t.Fatalf("%v at %+v: %x, old word %x", w, at, out, old)
				}
				code.Free()
			}
		}
	}
	code := build(t, m, func(a Assembler) {
		for i, v := range ints {
			a.MoveImm(r, v)
			a.Store(W64, RawSlot(i), r)
		}
		a.Exit(0)
	})
	_, out := call(t, code, make([]uint64, len(ints))...)
	for i, v := range ints {
		if int64(out[i]) != v {
			t.Errorf("constant %d: %d", v, int64(out[i]))
		}
	}
}

func TestParallelMove(t *testing.T) {
	m := testMemory(t)
	g, f := GPRs, FPRs
	for _, moves := range [][]Move{
		{{g[0], g[1]}, {g[1], g[0]}},
		{{g[0], g[1]}, {g[1], g[2]}, {g[2], g[0]}, {g[3], g[0]}},
		{{g[0], g[1]}, {g[1], g[2]}, {g[2], g[3]}, {g[3], g[3]}},
		{{g[0], g[1]}, {g[1], g[0]}, {g[2], g[3]}, {g[3], g[4]}, {g[4], g[2]}, {f[0], f[1]}, {f[1], f[2]}, {f[2], f[0]}, {f[4], g[1]}, {g[5], f[1]}},
		{{g[0], g[4]}, {g[1], g[0]}, {g[2], g[1]}, {g[3], g[2]}, {g[4], g[3]}, {f[5], f[1]}, {f[6], f[1]}},
	} {
		regs := append(append([]Reg{}, g[:6]...), f[:7]...)
		want := map[Reg]uint64{}
		for i, r := range regs {
			want[r] = uint64(100 + i)
		}
		before := map[Reg]uint64{}
		for r, v := range want {
			before[r] = v
		}
		for _, mv := range moves {
			want[mv.Dst] = before[mv.Src]
		}
		code := build(t, m, func(a Assembler) {
			for i, r := range regs {
				a.Load(r, W64, RawSlot(i))
			}
			ParallelMove(a, append([]Move{}, moves...))
			for i, r := range regs {
				a.Store(W64, RawSlot(i), r)
			}
			a.Exit(0)
		})
		in := make([]uint64, len(regs))
		for i := range in {
			in[i] = uint64(100 + i)
		}
		_, out := call(t, code, in...)
		for i, r := range regs {
			if out[i] != want[r] {
				t.Errorf("%v: %v is %d, want %d", moves, r, out[i], want[r])
			}
		}
	}
}

// looper enters code, follows resume addresses by exit number, and counts exits.
type looper struct {
	start  uintptr
	resume map[uint32]uintptr
	onExit func(n uint32, v View)
	exits  map[uint32]int
	onInit func(v View)
}

func (h *looper) Start(v View) uintptr {
	h.exits = map[uint32]int{}
	if h.onInit != nil {
		h.onInit(v)
	}
	return h.start
}

func (h *looper) Exit(n uint32, v View) uintptr {
	h.exits[n]++
	if h.onExit != nil {
		h.onExit(n, v)
	}
	return h.resume[n]
}

// TestSlotsAndResume attaches a side trace to a guard exit, runs it, detaches it, and resumes at labels; the code's
// bytes do not change.
func TestSlotsAndResume(t *testing.T) {
	m := testMemory(t)
	r := GPRs[0]
	var slot Slot
	var back, stub Label
	main := build(t, m, func(a Assembler) {
		guard := a.NewLabel()
		stub, back = a.NewLabel(), a.NewLabel()
		a.Load(r, W64, RawSlot(0))
		a.BranchImm(GT, r, 5, guard)
		a.Exit(1)
		a.Bind(back)
		a.StoreImm(W64, RawSlot(1), 77)
		a.Exit(4)
		a.Bind(guard)
		slot = a.JumpSlot(stub)
		a.Bind(stub)
		a.Exit(2)
	})
	side := build(t, m, func(a Assembler) {
		a.StoreImm(W64, RawSlot(1), 33)
		a.Exit(3)
	})
	link := build(t, m, func(a Assembler) { a.JumpAddress(main.Label(back)) })
	before := strings.Join(Disassemble(runnable(main), 0), "\n")
	for _, s := range []struct {
		set  uintptr
		in   uint64
		exit uint32
		raw  uint64
	}{{0, 5, 1, 0}, {0, 6, 2, 0}, {side.Start, 6, 3, 33}, {side.Start, 5, 1, 0}, {link.Start, 6, 4, 77}, {main.Label(stub), 6, 2, 0}} {
		if s.set != 0 {
			main.SetSlot(slot, s.set)
		}
		exit, out := call(t, main, s.in, 0)
		if exit != s.exit || out[1] != s.raw {
			t.Errorf("slot %#x, input %d: exit %d with %d, want %d with %d", s.set, s.in, exit, out[1], s.exit, s.raw)
		}
	}
	main.SetSlot(slot, side.Start)
	main.ResetSlot(slot)
	if main.Slot(slot) != main.Label(stub) {
		t.Error("ResetSlot does not restore the stub")
	}
	if strings.Join(Disassemble(runnable(main), 0), "\n") != before {
		t.Error("published code changed")
	}
	h := &looper{start: main.Start, resume: map[uint32]uintptr{1: main.Label(back)}}
	var attention uint32
	if err := RunWide(NewContext(&attention), h); err != nil || h.exits[1] != 1 || h.exits[4] != 1 {
		t.Errorf("resume: %v, %v", err, h.exits)
	}
}

// runnable is the code as the processor sees it.
func runnable(c *Code) []byte {
	off := c.Start - uintptr(c.memory.run)
	return unsafe.Slice((*byte)(unsafe.Add(c.memory.run, off)), c.Size)
}

// TestWrongOperands: bad instructions become errors of Finish, and leave nothing behind for the next assembly.
func TestWrongOperands(t *testing.T) {
	g, f := GPRs[0], FPRs[0]
	for name, emit := range map[string]func(a Assembler){
		"float for integer":  func(a Assembler) { a.Int(Add, g, f, g) },
		"integer for float":  func(a Assembler) { a.Float(FAdd, f, g, f) },
		"no register":        func(a Assembler) { a.Move(g, NoReg) },
		"wild register":      func(a Assembler) { a.MoveImm(200, 1) },
		"wild base":          func(a Assembler) { a.Load(g, W64, Mem{Base: 99}) },
		"scale":              func(a Assembler) { a.Load(g, W64, Mem{Base: g, Index: g, Scale: 3}) },
		"width":              func(a Assembler) { a.Load(g, 50, At(g, 0)) },
		"float width":        func(a Assembler) { a.Store(U8, At(g, 0), f) },
		"operation":          func(a Assembler) { a.Int(99, g, g, g) },
		"cannot overflow":    func(a Assembler) { a.IntOverflow(And, g, g, g, a.NewLabel()) },
		"condition":          func(a Assembler) { a.Set(g, 77, g, g) },
		"unsigned floats":    func(a Assembler) { a.SetFloat(g, ULT, f, f) },
		"unknown label":      func(a Assembler) { a.Jump(5) },
		"label never bound":  func(a Assembler) { a.Jump(a.NewLabel()) },
		"slot never bound":   func(a Assembler) { a.JumpSlot(a.NewLabel()) },
		"label bound twice":  func(a Assembler) { l := a.NewLabel(); a.Bind(l); a.Bind(l) },
		"shift out of range": func(a Assembler) { l := a.NewLabel(); a.Bind(l); a.IntImmOverflow(Shl, g, g, 64, l) },
	} {
		a, _ := New()
		emit(a)
		a.Exit(0)
		if _, err := a.Finish(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	code := build(t, testMemory(t), func(a Assembler) { a.Exit(1234567) })
	if exit, _ := call(t, code); exit != 1234567 {
		t.Errorf("exit %d", exit)
	}
}

// TestEncoderComplaint: what golang-asm itself rejects is an error with its text, not a line on standard output.
func TestEncoderComplaint(t *testing.T) {
	_, err := assemble(badProg(), nil)
	if err == nil || !strings.Contains(err.Error(), "encoder") {
		t.Errorf("error %v", err)
	}
}

// TestManyJumps assembles a program of the shape that makes golang-asm's own branch shortening start over again and
// again, and runs it.
func TestManyJumps(t *testing.T) {
	m := testMemory(t)
	const n = 3000
	r := GPRs[0]
	code := build(t, m, func(a Assembler) {
		labels := make([]Label, n)
		for i := range labels {
			labels[i] = a.NewLabel()
		}
		a.Load(r, W64, RawSlot(0))
		for i := 0; i < n; i++ {
			a.BranchImm(EQ, r, int64(i), labels[n-1-i])
			if i >= 11 {
				a.Bind(labels[i-11])
			}
			a.IntImm(Add, r, r, 1)
		}
		for i := n - 11; i < n; i++ {
			a.Bind(labels[i])
		}
		a.Store(W64, RawSlot(0), r)
		a.Exit(9)
	})
	if exit, _ := call(t, code, 1<<40); exit != 9 {
		t.Errorf("exit %d", exit)
	}
}

func TestCodeSpace(t *testing.T) {
	m, err := NewMemory(1)
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close()
	var all []*Code
	emit := func(a Assembler) {
		for i := 0; i < 40; i++ {
			a.StoreImm(W64, RawSlot(0), int32(i))
		}
		a.Exit(uint32(len(all)))
	}
	for {
		a, _ := New()
		emit(a)
		o, err := a.Finish()
		if err != nil {
			t.Fatal(err)
		}
		c, err := m.Publish(o)
		if errors.Is(err, ErrNoSpace) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, c)
	}
	if len(all) < 4 {
		t.Fatalf("only %d pieces in %d bytes", len(all), m.Size())
	}
	for i, c := range all {
		if exit, _ := call(t, c); exit != uint32(i) {
			t.Errorf("piece %d exits with %d", i, exit)
		}
	}
	for i := 0; i < len(all); i += 2 {
		all[i].Free()
		all[i].Free() // harmless
	}
	for i := 1; i < len(all); i += 2 {
		if exit, _ := call(t, all[i]); exit != uint32(i) {
			t.Errorf("after freeing: piece %d exits with %d", i, exit)
		}
		all[i].Free()
	}
	if m.Used() != 0 || len(m.holes) != 1 || m.holes[0].size != m.Size() {
		t.Errorf("after freeing everything: %d used, holes %v", m.Used(), m.holes)
	}
}

func TestNotes(t *testing.T) {
	m := testMemory(t)
	c := build(t, m, func(a Assembler) {
		a.Note("start")
		a.MoveImm(GPRs[0], 1<<40)
		a.Note("exit")
		a.Exit(1)
	})
	n := c.Notes()
	if len(n) != 2 || n[0] != (Note{0, "start"}) || n[1].Text != "exit" || n[1].Offset == 0 {
		t.Errorf("notes %v", n)
	}
}

func BenchmarkEnterAndExit(b *testing.B) {
	m := testMemory(b)
	c := build(b, m, func(a Assembler) { a.Exit(1) })
	h := &repeat{code: c.Start, n: b.N}
	var attention uint32
	Run(NewContext(&attention), h)
}

func BenchmarkActivation(b *testing.B) {
	m := testMemory(b)
	c := build(b, m, func(a Assembler) { a.Exit(1) })
	var attention uint32
	ctx := NewContext(&attention)
	for b.Loop() {
		Run(ctx, &repeat{code: c.Start, n: 1})
	}
}

type repeat struct {
	code uintptr
	n    int
}

func (h *repeat) Start(v View) uintptr { return h.code }

func (h *repeat) Exit(n uint32, v View) uintptr {
	if h.n--; h.n <= 0 {
		return 0
	}
	return h.code
}

func BenchmarkAssemble(b *testing.B) {
	for b.Loop() {
		a, _ := New()
		l := a.NewLabel()
		for i := 0; i < 500; i++ {
			a.IntOverflow(Add, GPRs[i%4], GPRs[1], GPRs[2], l)
		}
		a.Bind(l)
		a.Exit(0)
		a.Finish()
	}
}
