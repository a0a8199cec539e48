package mathmodule

import (
	"math"
	"math/big"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func factorial(t *thread, self value, args []value) (value, error) {
	v, err := objects.Index(t, args[0])
	if err != nil {
		return value{}, err
	}
	if objects.Sign(v) < 0 {
		return value{}, objects.ValueErrorf("factorial() not defined for negative values")
	}
	n, ok := objects.Int64Of(v)
	if !ok {
		return value{}, objects.OverflowErrorf("factorial() argument should not exceed %d", int64(math.MaxInt64))
	}
	if n <= 20 {
		r := int64(1)
		for i := int64(2); i <= n; i++ {
			r *= i
		}
		return objects.Int(r), nil
	}
	// The result has about n·log2(n) bits.
	if err := objects.CheckSize(int(n), 8); err != nil {
		return value{}, err
	}
	return objects.BigInt(new(big.Int).MulRange(1, n)), nil
}

func isqrt(t *thread, self value, args []value) (value, error) {
	v, err := objects.Index(t, args[0])
	if err != nil {
		return value{}, err
	}
	if objects.Sign(v) < 0 {
		return value{}, objects.ValueErrorf("isqrt() argument must be nonnegative")
	}
	if v.IsInline() {
		// 49 bits are exact in a float; the square root is at most one too large after rounding.
		n := v.Inline()
		r := int64(math.Sqrt(float64(n)))
		if r*r > n {
			r--
		}
		return objects.Int(r), nil
	}
	return objects.BigInt(new(big.Int).Sqrt(objects.BigOf(v))), nil
}

func gcd64(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func abs64(i int64) uint64 {
	if i < 0 {
		return -uint64(i)
	}
	return uint64(i)
}

func gcd2(a, b value) value {
	if x, ok := objects.Int64Of(a); ok {
		if y, ok := objects.Int64Of(b); ok {
			return objects.Uint64Value(gcd64(abs64(x), abs64(y)))
		}
	}
	x, y := objects.BigOf(a), objects.BigOf(b)
	return objects.BigInt(new(big.Int).GCD(nil, nil, x.Abs(x), y.Abs(y)))
}

func gcd(t *thread, self value, args []value) (value, error) {
	r := objects.Int(0)
	for _, v := range objects.As[objects.Tuple](args[0]).Items() {
		i, err := objects.Index(t, v)
		if err != nil {
			return value{}, err
		}
		r = gcd2(r, i)
	}
	return r, nil
}

func lcm(t *thread, self value, args []value) (value, error) {
	r := big.NewInt(1)
	for _, v := range objects.As[objects.Tuple](args[0]).Items() {
		i, err := objects.Index(t, v)
		if err != nil {
			return value{}, err
		}
		b := objects.BigOf(i)
		b.Abs(b)
		if r.Sign() == 0 {
			continue
		}
		if b.Sign() == 0 {
			r.SetInt64(0)
			continue
		}
		g := new(big.Int).GCD(nil, nil, r, b)
		r.Mul(r, b.Quo(b, g))
	}
	return objects.BigInt(r), nil
}

// choice converts the arguments of comb and perm.
func choice(t *thread, args []value) (n, k *big.Int, err error) {
	a, err := objects.Index(t, args[0])
	if err != nil {
		return nil, nil, err
	}
	b, err := objects.Index(t, args[1])
	if err != nil {
		return nil, nil, err
	}
	n, k = objects.BigOf(a), objects.BigOf(b)
	if n.Sign() < 0 {
		return nil, nil, objects.ValueErrorf("n must be a non-negative integer")
	}
	if k.Sign() < 0 {
		return nil, nil, objects.ValueErrorf("k must be a non-negative integer")
	}
	return n, k, nil
}

func perm(t *thread, self value, args []value) (value, error) {
	if !native.Given(args[1]) {
		return factorial(t, self, args[:1])
	}
	n, k, err := choice(t, args)
	if err != nil {
		return value{}, err
	}
	if n.Cmp(k) < 0 {
		return objects.Int(0), nil
	}
	if !k.IsInt64() {
		return value{}, objects.OverflowErrorf("k must not exceed %d", int64(math.MaxInt64))
	}
	return objects.BigInt(falling(n, k.Int64())), nil
}

// falling is n·(n-1)·…·(n-k+1), by halves so that the factors are of like size.
func falling(n *big.Int, k int64) *big.Int {
	if n.IsInt64() && n.Int64()-k >= 0 && k > 0 {
		return new(big.Int).MulRange(n.Int64()-k+1, n.Int64())
	}
	switch k {
	case 0:
		return big.NewInt(1)
	case 1:
		return new(big.Int).Set(n)
	}
	half := k / 2
	a := falling(n, half)
	return a.Mul(a, falling(new(big.Int).Sub(n, big.NewInt(half)), k-half))
}

func comb(t *thread, self value, args []value) (value, error) {
	n, k, err := choice(t, args)
	if err != nil {
		return value{}, err
	}
	if n.Cmp(k) < 0 {
		return objects.Int(0), nil
	}
	if rest := new(big.Int).Sub(n, k); rest.Cmp(k) < 0 {
		k = rest
	}
	if !k.IsInt64() {
		return value{}, objects.OverflowErrorf("min(n - k, k) must not exceed %d", int64(math.MaxInt64))
	}
	if n.IsInt64() {
		return objects.BigInt(new(big.Int).Binomial(n.Int64(), k.Int64())), nil
	}
	r := falling(n, k.Int64())
	return objects.BigInt(r.Quo(r, new(big.Int).MulRange(1, k.Int64()))), nil
}

func prod(t *thread, self value, args []value) (value, error) {
	acc := native.Or(args[1], objects.Int(1))
	it, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	for {
		v, err := objects.Next(t, it)
		if err != nil {
			return value{}, err
		}
		if v.IsZero() {
			return acc, nil
		}
		if acc.IsFloat() && v.IsFloat() {
			acc = objects.Float(acc.Float() * v.Float())
			continue
		}
		if acc, err = objects.Binary(t, objects.OpMul, acc, v); err != nil {
			return value{}, err
		}
	}
}

// sumProd keeps a sum of ints and a sum of floats without rounding as long as it sees nothing else.
func sumProd(t *thread, self value, args []value) (value, error) {
	p, err := objects.Iter(t, args[0])
	if err != nil {
		return value{}, err
	}
	q, err := objects.Iter(t, args[1])
	if err != nil {
		return value{}, err
	}
	total := objects.Int(0)
	var exact partials
	inFloats := false
	flush := func() error {
		if !inFloats {
			return nil
		}
		inFloats = false
		sum := exact.round()
		exact = exact[:0]
		total, err = objects.Binary(t, objects.OpAdd, total, objects.Float(sum))
		return err
	}
	for {
		a, err := objects.Next(t, p)
		if err != nil {
			return value{}, err
		}
		b, err := objects.Next(t, q)
		if err != nil {
			return value{}, err
		}
		if a.IsZero() != b.IsZero() {
			return value{}, objects.ValueErrorf("Inputs are not the same length")
		}
		if a.IsZero() {
			err := flush()
			return total, err
		}
		x, okX := exactFloat(a)
		y, okY := exactFloat(b)
		if okX && okY && (a.IsFloat() || b.IsFloat()) {
			hi := float64(x * y)
			if hi-hi == 0 {
				lo := math.FMA(x, y, -hi)
				saved := append(partials(nil), exact...)
				if exact.add(hi) && exact.add(lo) {
					inFloats = true
					continue
				}
				exact = saved
			}
		}
		if err := flush(); err != nil {
			return value{}, err
		}
		r, err := objects.Binary(t, objects.OpMul, a, b)
		if err != nil {
			return value{}, err
		}
		if total, err = objects.Binary(t, objects.OpAdd, total, r); err != nil {
			return value{}, err
		}
	}
}

// exactFloat is the float of a float or of a small int.
func exactFloat(v value) (float64, bool) {
	if v.IsFloat() {
		return v.Float(), true
	}
	if v.IsInline() {
		return float64(v.Inline()), true
	}
	return 0, false
}
