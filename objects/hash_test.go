package objects

import (
	"math"
	"math/big"
	"slices"
	"testing"
)

// TestHashes compares with hashes that CPython 3.13 gave under the same seeds.
func TestHashes(t *testing.T) {
	th := newTestThread(t)
	defer SetHashKey(hashKey[0], hashKey[1])
	big30 := new(big.Int).Exp(big.NewInt(10), big.NewInt(30), nil)
	for _, c := range []struct {
		seed uint32
		want []int64
	}{
		{0, []int64{-4594863902769663758, -8987264511797054986, 4716306870164936884, 3291541819775287794, 3785724242978802311, 4984778385329142680, 1152921504606846977, 465258685558744706, -1000000000000000000, 1, 5740354900026072187, 314159, 1224995262755759164, 5980786650781276345, 230584300921369408}},
		{1, []int64{-4667308735975688587, 273500931539872481, -7768696696657216243, 6515188088311800068, 500036314421443289, 768158994095518086, 1152921504606846977, 465258685558744706, -1000000000000000000, 1, 5740354900026072187, 314159, 1224995262755759164, 5980786650781276345, 230584300921369408}},
		{42, []int64{3869580338025362921, -4967867280426853130, 7983575944829578391, 1074132530334861433, -8868897825882322955, 5995469909100543569, 1152921504606846977, 465258685558744706, -1000000000000000000, 1, 5740354900026072187, 314159, 1224995262755759164, 5980786650781276345, 230584300921369408}},
	} {
		SetHashSeed(c.seed)
		// New strings: those that exist keep the hash of another seed.
		values := []Value{StrValue("abc"), StrValue("äbc"), StrValue("Δx"), StrValue("aaaaaaaaaaaaaaaaaaaa"), NewBytes([]byte("12345678")),
			ToValue(NewTuple(Int(1), Float(2.5), StrValue("a"))), Float(1.5), BigInt(big30), Int(-1e18), Int(1 << 61),
			ToValue(NewTuple()), Float(math.Inf(1)), Float(1e300), ToValue(NewRange(th, Int(3), Int(9), Int(1))), Float(0.1)}
		for i, v := range values {
			h, err := Hash(th, v)
			if err != nil || h != c.want[i] {
				t.Errorf("seed %d, value %d: hash %d, want %d (%v)", c.seed, i, h, c.want[i], err)
			}
		}
	}
}

func TestSort(t *testing.T) {
	th := newTestThread(t)
	seed := uint64(1)
	next := func(n int) int {
		seed = seed*6364136223846793005 + 1442695040888963407
		return int(seed>>33) % n
	}
	for _, n := range []int{0, 1, 2, 23, 24, 25, 100, 1000, 5000} {
		for shape := range 4 {
			// Each pair is a key with few values and its position: stability shows.
			pairs := make([]sortPair[int64], n)
			for i := range pairs {
				k := next(50)
				switch shape {
				case 1:
					k = i / 7
				case 2:
					k = -i / 3
				case 3:
					k = i % 97
				}
				pairs[i] = sortPair[int64]{int64(k), Int(int64(i))}
			}
			want := slices.Clone(pairs)
			slices.SortStableFunc(want, func(a, b sortPair[int64]) int { return int(a.key - b.key) })
			powersort(pairs, func(a, b sortPair[int64]) bool { return a.key < b.key })
			if !slices.Equal(pairs, want) {
				t.Fatalf("n %d, shape %d: wrong order", n, shape)
			}
		}
	}
	l := NewList(StrValue("b"), Int(1))
	if err := l.Sort(th, Value{}, false); err == nil || err.Error() != "TypeError: '<' not supported between instances of 'int' and 'str'" {
		t.Fatal(err)
	}
}
