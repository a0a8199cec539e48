package ir

import (
	"strings"
	"testing"

	"github.com/adder-lang/adder/objects"
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

// sum builds s += x; x += 1 while x < n, with registers 0 (n), 1 (s), 2 (x) and a float in 3 that nobody needs.
func sum(b *Builder) {
	b.Head = 3
	entry := snap(b, 3)
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	load := func(op Op, n int64) Ref {
		return b.Unbox(op, b.Special(LoadReg, Val, base, NoRef, n, 0), entry)
	}
	n, s, x, unused := load(UnboxInt, 0), load(UnboxInt, 1), load(UnboxInt, 2), load(UnboxFloat, 3)
	b.BeginLoop()
	phi := func(entry Ref, reg int) Ref { return b.Phi(entry, Place{reg, -1}) }
	pn, ps, px, pu := phi(n, 0), phi(s, 1), phi(x, 2), phi(unused, 3)
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
	Optimise(&b.Trace)
	lines(t, b.String(), `
	0000  addr base
	0001  val  loadreg    r0
	0002  i64  unboxint   0001 exit 0 -> 3
	0003  val  loadreg    r1
	0004  i64  unboxint   0003 exit 1 -> 3
	0005  val  loadreg    r2
	0006  i64  unboxint   0005 exit 2 -> 3
	----  loop
	0012  i64  phi        r1 0004 0015
	0013  i64  phi        r2 0006 0016
	0015  i64  addov      0012 0013 exit 4 -> 4 {r1: 0012, r2: 0013}
	0016  i64  addov      0013 +1 exit 5 -> 5 {r1: 0015, r2: 0013}
	0017  void lt         0016 0002 exit 6 -> 7 {r1: 0015, r2: 0016}
	0018  void poll        exit 7 -> 3 {r1: 0015, r2: 0016}
	0019  void jump
	`)
}

func TestCloseLoopTypeChange(t *testing.T) {
	b := NewBuilder()
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	x := b.Unbox(UnboxInt, b.Special(LoadReg, Val, base, NoRef, 0, 0), snap(b, 0))
	b.BeginLoop()
	p := b.Phi(x, Place{0, -1})
	f := b.Emit(IntToFloat, p, NoRef, nil)
	if b.CloseLoop(map[Ref]Ref{p: f}) {
		t.Error("a register that becomes a float closes an int loop")
	}
}

// list builds a loop over an index that reads the list in register 0, with body for what else it does.
func list(b *Builder, body func(list Ref, here func() uint16)) {
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	l := b.Special(LoadReg, Val, base, NoRef, 0, 0)
	i := b.Unbox(UnboxInt, b.Special(LoadReg, Val, base, NoRef, 1, 0), snap(b, 0))
	b.BeginLoop()
	pl, pi := b.Phi(l, Place{0, -1}), b.Phi(i, Place{1, -1})
	here := func() uint16 { return b.Snapshot(Snapshot{PC: 1, Slots: []Slot{{1, pi}}}) }
	b.GuardType(pl, &objects.ListType, here)
	n := b.Load(I64, pl, objects.ListLenOffset, ListLen, Width64)
	b.Emit(Below, pi, n, here)
	data := b.Load(Addr, pl, objects.ListDataOffset, ListData, Width64)
	item := b.LoadItem(data, pi, ListItems)
	b.Emit(GuardBound, item, NoRef, here)
	body(pl, here)
	next := b.Emit(AddOv, pi, b.Int(1), here)
	b.Special(Poll, Void, NoRef, NoRef, 0, here())
	if !b.CloseLoop(map[Ref]Ref{pl: pl, pi: next}) {
		panic("the loop does not close")
	}
}

// TestHoist moves the guard on a list and the loads of its fields before the loop, as far as the loop leaves them alone.
func TestHoist(t *testing.T) {
	objects.ListType.Name = "list"
	b := NewBuilder()
	list(b, func(Ref, func() uint16) {})
	Optimise(&b.Trace)
	lines(t, b.String(), `
	0000  addr base
	0001  val  loadreg    r0
	0002  val  loadreg    r1
	0003  i64  unboxint   0002 exit 0 -> 0
	0004  void guardtype  0001 list exit 0 -> 0
	0005  i64  load       0001.8 listlen
	0006  addr load       0001.16 listdata
	----  loop
	0010  i64  phi        r1 0003 0015
	0012  void below      0010 0005 exit 2 -> 1 {r1: 0010}
	0013  val  loaditem   0006[0010] listitems
	0014  void guardbound 0013 exit 3 -> 1 {r1: 0010}
	0015  i64  addov      0010 +1 exit 4 -> 1 {r1: 0010}
	0016  void poll        exit 5 -> 1 {r1: 0010}
	0017  void jump
	`)
	b = NewBuilder()
	list(b, func(_ Ref, here func() uint16) { b.Step(0, here()) })
	Optimise(&b.Trace)
	text := b.String()
	loop := strings.Index(text, "----  loop")
	if at := strings.Index(text, "listlen"); at < loop {
		t.Errorf("the length of a list is read before a loop that runs other code\n%s", text)
	}
	if at := strings.Index(text, "guardtype"); at > loop {
		t.Errorf("the guard on a built-in type stays in the loop\n%s", text)
	}
}

// TestHeapCache answers loads from what was stored or loaded before, until something may have changed it.
func TestHeapCache(t *testing.T) {
	b := NewBuilder()
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	x := b.Special(LoadReg, Val, base, NoRef, 0, 0)
	y := b.Special(LoadReg, Val, base, NoRef, 1, 0)
	v := b.Load(Val, x, 24, Attribute, Width64)
	if b.Load(Val, x, 24, Attribute, Width64) != v {
		t.Error("a field is loaded twice")
	}
	b.StoreVal(y, 32, Attribute, v)
	if b.Load(Val, x, 24, Attribute, Width64) != v {
		t.Error("a store to another field forgets")
	}
	b.StoreVal(y, 24, Attribute, y)
	if b.Load(Val, x, 24, Attribute, Width64) == v {
		t.Error("a store to the same field of an object that may be the same does not forget")
	}
	if b.Load(Val, y, 24, Attribute, Width64) != y {
		t.Error("what was stored is not known")
	}
	b.Step(0, b.Snapshot(Snapshot{}))
	if b.Load(Val, y, 24, Attribute, Width64) == y {
		t.Error("other code does not forget")
	}
}

// TestUnusedGuards keeps the guard on an operand whose result is dropped, since the operation would have raised an error.
func TestUnusedGuards(t *testing.T) {
	b := NewBuilder()
	base := b.Special(Base, Addr, NoRef, NoRef, 0, 0)
	x := b.Special(LoadReg, Val, base, NoRef, 0, 0)
	n := b.Unbox(UnboxInt, x, snap(b, 1))
	b.Emit(AddOv, n, b.Int(1), snap(b, 1))
	EliminateDead(&b.Trace)
	lines(t, b.String(), `
	0000  addr base
	0001  val  loadreg    r0
	0002  i64  unboxint   0001 exit 0 -> 1
	`)
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
	x := b.Unbox(UnboxInt, b.Special(LoadReg, Val, base, NoRef, 0, 0), snap(b, 0))
	y := b.Unbox(UnboxInt, b.Special(LoadReg, Val, base, NoRef, 1, 0), snap(b, 0))
	if b.Box(x) != b.Instrs[x].A {
		t.Error("a number that came from a value is boxed anew")
	}
	and := b.Emit(And, x, y, nil)
	if again := b.Emit(And, x, y, nil); again != and {
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
