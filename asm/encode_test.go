//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// encodings lists instructions of every kind, with their operands in their special cases; the processor's
// encodingsWant gives what x/arch makes of the bytes. Registers: g, h, k integer (k the last allocatable), f, e, d
// float. Label l is bound before the instruction and m after it.
var encodings = []struct {
	name string
	emit func(a Assembler, l, m Label)
}{
	{"move", func(a Assembler, l, m Label) { a.Move(g, k) }},
	{"move same", func(a Assembler, l, m Label) { a.Move(g, g) }},
	{"move float", func(a Assembler, l, m Label) { a.Move(f, d) }},
	{"move bits to float", func(a Assembler, l, m Label) { a.Move(f, k) }},
	{"move bits from float", func(a Assembler, l, m Label) { a.Move(k, f) }},
	{"constant 0", func(a Assembler, l, m Label) { a.MoveImm(k, 0) }},
	{"constant -1", func(a Assembler, l, m Label) { a.MoveImm(g, -1) }},
	{"constant 32 bits", func(a Assembler, l, m Label) { a.MoveImm(g, 0x89abcdef) }},
	{"constant 64 bits", func(a Assembler, l, m Label) { a.MoveImm(k, 0x0123456789abcdef) }},
	{"swap", func(a Assembler, l, m Label) { a.Swap(g, k) }},
	{"swap float", func(a Assembler, l, m Label) { a.Swap(f, d) }},
	{"address", func(a Assembler, l, m Label) { a.Address(g, Mem{h, k, 8, 24}) }},
	{"load u8", func(a Assembler, l, m Label) { a.Load(g, U8, At(k, 1)) }},
	{"load s8", func(a Assembler, l, m Label) { a.Load(k, S8, At(g, -1)) }},
	{"load u16", func(a Assembler, l, m Label) { a.Load(g, U16, At(h, 2)) }},
	{"load s16", func(a Assembler, l, m Label) { a.Load(g, S16, At(h, 2)) }},
	{"load u32", func(a Assembler, l, m Label) { a.Load(g, U32, At(h, 4)) }},
	{"load s32", func(a Assembler, l, m Label) { a.Load(g, S32, At(h, 4)) }},
	{"load w64", func(a Assembler, l, m Label) { a.Load(k, W64, At(k, 0)) }},
	{"load indexed", func(a Assembler, l, m Label) { a.Load(g, W64, Mem{h, k, 8, 0}) }},
	{"load far", func(a Assembler, l, m Label) { a.Load(g, W64, At(h, 1<<20)) }},
	{"load float", func(a Assembler, l, m Label) { a.Load(d, W64, Mem{h, g, 4, 16}) }},
	{"load value slot", func(a Assembler, l, m Label) { a.Load(g, W64, ValueSlot(2)) }},
	{"load raw slot", func(a Assembler, l, m Label) { a.Load(g, W64, RawSlot(2)) }},
	{"load context", func(a Assembler, l, m Label) { a.Load(g, W64, Ctx(AuxOffset(1))) }},
	{"store u8 low register", func(a Assembler, l, m Label) { a.Store(U8, At(k, 3), h) }},
	{"store u8", func(a Assembler, l, m Label) { a.Store(U8, At(k, 3), GPRs[4]) }},
	{"store s16", func(a Assembler, l, m Label) { a.Store(S16, At(g, 2), k) }},
	{"store u32", func(a Assembler, l, m Label) { a.Store(U32, At(g, 4), k) }},
	{"store w64", func(a Assembler, l, m Label) { a.Store(W64, Mem{g, h, 1, -8}, k) }},
	{"store float", func(a Assembler, l, m Label) { a.Store(W64, At(g, 8), d) }},
	{"store constant u8", func(a Assembler, l, m Label) { a.StoreImm(U8, At(g, 0), 255) }},
	{"store constant w64", func(a Assembler, l, m Label) { a.StoreImm(W64, At(k, 8), -7) }},
	{"store zero", func(a Assembler, l, m Label) { a.StoreImm(U32, At(k, 8), 0) }},
	{"add", func(a Assembler, l, m Label) { a.Int(Add, g, h, k) }},
	{"add in place", func(a Assembler, l, m Label) { a.Int(Add, g, g, k) }},
	{"add exchanged", func(a Assembler, l, m Label) { a.Int(Add, g, k, g) }},
	{"add constant", func(a Assembler, l, m Label) { a.IntImm(Add, g, h, 100) }},
	{"add large constant", func(a Assembler, l, m Label) { a.IntImm(Add, g, g, 1<<40) }},
	{"sub exchanged", func(a Assembler, l, m Label) { a.Int(Sub, g, k, g) }},
	{"sub constant", func(a Assembler, l, m Label) { a.IntImm(Sub, g, g, 100) }},
	{"mul", func(a Assembler, l, m Label) { a.Int(Mul, k, g, h) }},
	{"mul constant", func(a Assembler, l, m Label) { a.IntImm(Mul, k, g, 1000) }},
	{"and", func(a Assembler, l, m Label) { a.Int(And, g, g, h) }},
	{"or", func(a Assembler, l, m Label) { a.Int(Or, g, g, h) }},
	{"xor", func(a Assembler, l, m Label) { a.Int(Xor, g, g, h) }},
	{"and constant", func(a Assembler, l, m Label) { a.IntImm(And, g, g, 1<<49-1) }},
	{"shl", func(a Assembler, l, m Label) { a.Int(Shl, g, h, k) }},
	{"shr constant", func(a Assembler, l, m Label) { a.IntImm(Shr, g, h, 48) }},
	{"sar constant", func(a Assembler, l, m Label) { a.IntImm(Sar, g, g, 15) }},
	{"neg", func(a Assembler, l, m Label) { a.Neg(g, h) }},
	{"add overflow back", func(a Assembler, l, m Label) { a.IntOverflow(Add, g, h, k, l) }},
	{"add overflow", func(a Assembler, l, m Label) { a.IntOverflow(Add, g, g, k, m) }},
	{"sub constant overflow", func(a Assembler, l, m Label) { a.IntImmOverflow(Sub, g, g, 1, m) }},
	{"mul overflow", func(a Assembler, l, m Label) { a.IntOverflow(Mul, g, h, k, m) }},
	{"shl overflow", func(a Assembler, l, m Label) { a.IntImmOverflow(Shl, g, h, 3, m) }},
	{"neg overflow", func(a Assembler, l, m Label) { a.NegOverflow(g, g, m) }},
	{"mod", func(a Assembler, l, m Label) { a.ModFloor(g, h, k) }},
	{"branch", func(a Assembler, l, m Label) { a.Branch(LT, g, k, m) }},
	{"branch unsigned", func(a Assembler, l, m Label) { a.Branch(UGE, g, k, l) }},
	{"branch zero", func(a Assembler, l, m Label) { a.BranchImm(EQ, k, 0, m) }},
	{"branch constant", func(a Assembler, l, m Label) { a.BranchImm(GT, g, -5, m) }},
	{"branch large constant", func(a Assembler, l, m Label) { a.BranchImm(NE, g, 0xfffe<<48-1<<63, m) }},
	{"branch memory", func(a Assembler, l, m Label) { a.BranchMem(NE, W64, At(g, 8), k, m) }},
	{"branch memory constant", func(a Assembler, l, m Label) { a.BranchMemImm(EQ, U8, At(g, 8), 200, m) }},
	{"branch bits", func(a Assembler, l, m Label) { a.BranchBits(true, g, 64, m) }},
	{"branch memory bits", func(a Assembler, l, m Label) { a.BranchMemBits(false, U32, At(g, 16), 4, m) }},
	{"set", func(a Assembler, l, m Label) { a.Set(k, LE, g, h) }},
	{"set constant", func(a Assembler, l, m Label) { a.SetImm(g, EQ, g, 3) }},
	{"fadd", func(a Assembler, l, m Label) { a.Float(FAdd, f, e, d) }},
	{"fsub exchanged", func(a Assembler, l, m Label) { a.Float(FSub, f, e, f) }},
	{"fmul", func(a Assembler, l, m Label) { a.Float(FMul, f, f, d) }},
	{"fdiv", func(a Assembler, l, m Label) { a.Float(FDiv, f, f, e) }},
	{"fneg", func(a Assembler, l, m Label) { a.Float(FNeg, f, e, NoReg) }},
	{"fabs", func(a Assembler, l, m Label) { a.Float(FAbs, f, f, NoReg) }},
	{"fsqrt", func(a Assembler, l, m Label) { a.Float(FSqrt, f, e, NoReg) }},
	{"branch float lt", func(a Assembler, l, m Label) { a.BranchFloat(LT, true, f, e, m) }},
	{"branch float not lt", func(a Assembler, l, m Label) { a.BranchFloat(LT, false, f, e, m) }},
	{"branch float eq", func(a Assembler, l, m Label) { a.BranchFloat(EQ, true, f, e, m) }},
	{"branch float ne", func(a Assembler, l, m Label) { a.BranchFloat(NE, true, f, e, m) }},
	{"set float ge", func(a Assembler, l, m Label) { a.SetFloat(g, GE, f, e) }},
	{"int to float", func(a Assembler, l, m Label) { a.IntToFloat(f, k) }},
	{"float to int", func(a Assembler, l, m Label) { a.FloatToInt(g, d, m) }},
	{"jump", func(a Assembler, l, m Label) { a.Jump(m) }},
	{"jump back", func(a Assembler, l, m Label) { a.Jump(l) }},
	{"jump address", func(a Assembler, l, m Label) { a.JumpAddress(0x7f1234567890) }},
	{"exit", func(a Assembler, l, m Label) { a.Exit(7) }},
	{"poll", func(a Assembler, l, m Label) { a.Poll(m) }},
	{"barrier", func(a Assembler, l, m Label) { a.BranchBarrier(m) }},
}

var (
	g, h, k = GPRs[0], GPRs[1], GPRs[len(GPRs)-1]
	f, e, d = FPRs[0], FPRs[1], FPRs[len(FPRs)-1]
)

// TestEncodings compares the disassembly of each instruction. With ADDER_UPDATE set it prints the table instead.
func TestEncodings(t *testing.T) {
	update := os.Getenv("ADDER_UPDATE") != ""
	for _, c := range encodings {
		a, _ := New()
		l, m := a.NewLabel(), a.NewLabel()
		a.Bind(l)
		c.emit(a, l, m)
		a.Bind(m)
		o, err := a.Finish()
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		code := o.Bytes[:o.labels[m]]
		var text []string
		for at := 0; at < len(code); {
			s, n := decode(code[at:], uint64(at))
			text = append(text, s)
			at += n
		}
		got := strings.Join(text, "; ")
		if update {
			fmt.Printf("\t%q: %q,\n", c.name, got)
		} else if want, ok := encodingsWant[c.name]; !ok || got != want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, want)
		}
	}
	if !update && len(encodingsWant) != len(encodings) {
		t.Errorf("%d expectations for %d instructions", len(encodingsWant), len(encodings))
	}
}

func TestDisassemble(t *testing.T) {
	a, _ := New()
	a.Int(Add, g, g, h)
	s := a.NewLabel()
	a.JumpSlot(s)
	a.Bind(s)
	a.Exit(2)
	o, err := a.Finish()
	if err != nil {
		t.Fatal(err)
	}
	lines := Disassemble(o.Bytes, 0x1000)
	if len(lines) < 5 || !strings.Contains(lines[0], "add") || strings.Contains(strings.Join(lines, ""), "(bad)") && len(o.Bytes)%16 != 0 {
		t.Errorf("disassembly:\n%s", strings.Join(lines, "\n"))
	}
	if lines := Disassemble([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}, 0); len(lines) == 0 || !strings.Contains(lines[0], "(bad)") {
		t.Errorf("nonsense disassembles as %q", lines)
	}
}

func TestNames(t *testing.T) {
	for _, s := range []string{g.String(), f.String(), CtxReg.String(), NoReg.String(), Reg(200).String(), W64.String(), UGE.String(), Sar.String(), FSqrt.String(), Cond(99).String()} {
		if s == "" {
			t.Error("empty name")
		}
	}
	seen := map[string]bool{}
	for _, r := range append(append([]Reg{CtxReg, SlotReg}, GPRs...), FPRs...) {
		if seen[r.String()] {
			t.Errorf("register %v twice", r)
		}
		seen[r.String()] = true
	}
	for i := range numWidths {
		if i.String() == "" || i.Bytes() == 0 {
			t.Errorf("width %d has no name", i)
		}
	}
}
