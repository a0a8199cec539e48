package ir

import (
	"strings"
	"testing"
)

// snap makes a snapshot without registers.
func snap(b *Builder, pc int32) func() uint16 {
	return func() uint16 { return b.Snapshot(Snapshot{PC: pc}) }
}

// lines compares IR text; leading tabs of the expectation are dropped.
func lines(t *testing.T, got, want string) {
	t.Helper()
	want = strings.ReplaceAll(strings.TrimPrefix(want, "\n"), "\t", "")
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// sum builds s += x; x += 1 while x < n, with registers 0 (n), 1 (s) and 2 (x).
func sum(b *Builder) {
	entry := b.Snapshot(Snapshot{PC: 3})
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	n := b.Special(LoadInt, I64, base, NoRef, 0, entry)
	s := b.Special(LoadInt, I64, base, NoRef, 1, entry)
	x := b.Special(LoadInt, I64, base, NoRef, 2, entry)
	unused := b.Special(LoadFloat, F64, base, NoRef, 3, entry)
	b.Special(Loop, Void, NoRef, NoRef, 0, 0)
	b.LoopAt = len(b.Instrs) - 1
	pn := b.Special(Phi, I64, n, NoRef, 0, 0)
	ps := b.Special(Phi, I64, s, NoRef, 1, 0)
	px := b.Special(Phi, I64, x, NoRef, 2, 0)
	pu := b.Special(Phi, F64, unused, NoRef, 3, 0)
	state := func(pc int32, s, x Ref) func() uint16 {
		return func() uint16 {
			return b.Snapshot(Snapshot{PC: pc, Slots: []Slot{{0, pn}, {1, s}, {2, x}, {3, pu}}})
		}
	}
	s2 := b.Emit(AddOv, ps, px, state(4, ps, px))
	x2 := b.Emit(AddOv, px, b.Int(1), state(5, s2, px))
	b.Emit(Lt, x2, pn, state(7, s2, x2))
	b.Special(Poll, Void, NoRef, NoRef, 0, state(3, s2, x2)())
	if !b.CloseLoop(map[Ref]Ref{pn: pn, ps: s2, px: x2, pu: pu}) {
		panic("the loop does not close")
	}
}

func TestLoop(t *testing.T) {
	b := NewBuilder()
	sum(b)
	EliminateDead(&b.Trace)
	lines(t, b.String(), `
	0000  addr base
	0001  i64  loadint    r0 exit 0 -> 3
	0002  i64  loadint    r1 exit 0 -> 3
	0003  i64  loadint    r2 exit 0 -> 3
	----  loop
	0007  i64  phi        r1 0002 0010
	0008  i64  phi        r2 0003 0012
	0010  i64  addov      0007 0008 exit 1 -> 4 {r1: 0007, r2: 0008}
	0011  i64  int        +1
	0012  i64  addov      0008 +1 exit 2 -> 5 {r1: 0010, r2: 0008}
	0013  void lt         0012 0001 exit 3 -> 7 {r1: 0010, r2: 0012}
	0014  void poll        exit 4 -> 3 {r1: 0010, r2: 0012}
	0015  void jump
	`)
}

func TestCloseLoopTypeChange(t *testing.T) {
	b := NewBuilder()
	entry := b.Snapshot(Snapshot{})
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	x := b.Special(LoadInt, I64, base, NoRef, 0, entry)
	b.Special(Loop, Void, NoRef, NoRef, 0, 0)
	b.LoopAt = len(b.Instrs) - 1
	p := b.Special(Phi, I64, x, NoRef, 0, 0)
	f := b.Emit(IntToFloat, p, NoRef, nil)
	if b.CloseLoop(map[Ref]Ref{p: f}) {
		t.Error("a register that becomes a float closes an int loop")
	}
}

func TestFold(t *testing.T) {
	max := int64(1<<63 - 1)
	for _, c := range []struct {
		op   Op
		x, y int64
		want int64
		ok   bool
	}{
		{AddOv, 2, 3, 5, true}, {AddOv, max, 1, 0, false}, {SubOv, -max, 2, 0, false}, {SubOv, 5, 7, -2, true},
		{MulOv, 1 << 32, 1 << 32, 0, false}, {MulOv, -3, 4, -12, true}, {MulOv, 0, max, 0, true},
		{DivFloor, -7, 2, -4, true}, {ModFloor, -7, 2, 1, true}, {DivFloor, 7, 0, 0, false}, {ModFloor, 7, -2, 0, false},
		{ShlOv, 1, 62, 1 << 62, true}, {ShlOv, 3, 62, 0, false}, {Sar, -8, 1, -4, true}, {And, 12, 10, 8, true},
		{Or, 12, 10, 14, true}, {Xor, 12, 10, 6, true},
	} {
		if got, ok := evalInt(c.op, c.x, c.y); ok != c.ok || ok && got != c.want {
			t.Errorf("%s %d %d = %d, %v; want %d, %v", c.op, c.x, c.y, got, ok, c.want, c.ok)
		}
	}
}

func TestBuilderSharesAndFolds(t *testing.T) {
	b := NewBuilder()
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	x := b.Special(LoadInt, I64, base, NoRef, 0, b.Snapshot(Snapshot{}))
	y := b.Special(LoadInt, I64, base, NoRef, 1, 0)
	if b.Emit(And, x, y, nil) != b.Emit(And, x, y, nil) {
		t.Error("equal pure instructions are not shared")
	}
	if b.Emit(AddOv, b.Int(4), x, snap(b, 1)) != b.Emit(AddOv, x, b.Int(4), snap(b, 2)) {
		t.Error("a constant on the left of a commutative operation is not moved")
	}
	if b.Emit(AddOv, x, b.Int(0), snap(b, 1)) != x {
		t.Error("x + 0 is not x")
	}
	n := len(b.Instrs)
	first := b.Emit(Lt, x, y, snap(b, 3))
	if b.Emit(Lt, x, y, snap(b, 4)) != first || len(b.Instrs) != n+1 {
		t.Error("a guard that holds already is emitted again")
	}
	if b.Emit(Lt, b.Int(1), b.Int(2), snap(b, 5)) != NoRef {
		t.Error("a guard on constants that hold is emitted")
	}
	if r := b.Emit(FAdd, b.Float(0.5), b.Float(0.25), nil); b.Instrs[r].Op != ConstFloat {
		t.Error("floats are not folded")
	}
}

// TestOps checks that the table describes every operation.
func TestOps(t *testing.T) {
	for op := Op(0); op < NumOps; op++ {
		if Ops[op].Name == "" {
			t.Errorf("operation %d has no name", op)
		}
	}
}
