package objects

import "testing"

func BenchmarkIntMul64(b *testing.B) {
	th := newTestThread(b)
	h, m, mask := Uint64Value(14695981039346656037), Int(1099511628211), Uint64Value(1<<64-1)
	for b.Loop() {
		p, _ := Binary(th, OpMul, h, m)
		h, _ = Binary(th, OpAnd, p, mask)
	}
}

func BenchmarkFloatRepr(b *testing.B) {
	th := newTestThread(b)
	for b.Loop() {
		Repr(th, Float(3.14159))
	}
}

func BenchmarkIntStr(b *testing.B) {
	th := newTestThread(b)
	for b.Loop() {
		ToStr(th, Int(123456))
	}
}

func BenchmarkSplitJoin(b *testing.B) {
	th := newTestThread(b)
	s, sep := StrValue("the quick brown fox jumps over the lazy dog"), StrValue(" ")
	for b.Loop() {
		l, err := strSplit(th, s, []Value{sep, {}})
		if err != nil {
			b.Fatal(err)
		}
		strJoin(th, sep, []Value{l})
	}
}

func BenchmarkFormat(b *testing.B) {
	th := newTestThread(b)
	spec := StrValue(">10.3f")
	for b.Loop() {
		Format(th, Float(3.14159), spec)
	}
}
