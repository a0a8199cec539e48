package bytecode

import "testing"

// TestLiveness follows registers through a call, a loop and a handler.
func TestLiveness(t *testing.T) {
	code := []Instr{
		0:  MakeLong(LoadInt, 2, 1),
		1:  MakeLong(LoadConst, 3, 0),
		2:  Make(Move, 4, 2, 0),
		3:  Make(Call, 3, 1, 2),            // R2 := R3(R4)
		4:  Make(AddInt, 5, 2, 1),          // the loop
		5:  Make(Move, 6, 5, 0),            // may go to the handler
		6:  MakeLong(JumpIfTrue, 5, -3),    // to 4
		7:  Make(Return, 6, 0, 0),          //
		8:  Make(Move, 5, 7, 0),            // the handler reads R7
		9:  MakeLong(JumpTo, 0, int32(-4)), // to 6
		10: Make(Trap, 0, 0, 0),
	}
	l := Liveness(code, []Handler{{Start: 5, End: 6, Target: 8, Reg: 6}}, 1, 8)
	for _, c := range []struct {
		pc, reg int
		live    bool
	}{
		{0, 0, true}, {0, 2, false}, {1, 2, true}, {2, 4, false}, {3, 4, true}, {3, 3, true}, {3, 2, false},
		{4, 2, true}, {6, 2, true}, {7, 2, false}, {5, 7, true}, {0, 7, true}, {7, 7, false}, {8, 5, false}, {8, 6, true},
		{5, 6, false},
	} {
		if got := l.Has(c.pc, c.reg); got != c.live {
			t.Errorf("R%d before %d: live is %v", c.reg, c.pc, got)
		}
	}
	if l.After(3, 4) || l.After(3, 3) || l.After(3, 2) || !l.After(3, 7) {
		t.Error("after the call only R7 is live")
	}
}
