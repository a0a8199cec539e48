package mathmodule

import (
	"math"
	"math/big"
	"math/bits"

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

func gcd(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	if err := objects.NoKeywords("math.gcd", kw); err != nil {
		return value{}, err
	}
	r := objects.Int(0)
	for _, v := range args {
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

// sumProd keeps a sum of ints of machine size while it sees nothing else, then one of floats in three times their
// precision, products of a float and an int included. What is neither goes the common way, and so does all that follows it.
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
	var whole int64
	var long longSum
	inInts, inFloats, someFloats := true, true, false
	endInts := func() (err error) {
		if inInts {
			inInts = false
			total, err = objects.Binary(t, objects.OpAdd, total, objects.Int(whole))
		}
		return err
	}
	endFloats := func() (err error) {
		inFloats = false
		if someFloats {
			someFloats = false
			total, err = objects.Binary(t, objects.OpAdd, total, objects.Float(long.float()))
		}
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
		if !a.IsZero() && inInts {
			if sum, ok := addProduct(whole, a, b); ok {
				whole = sum
				continue
			}
		}
		if err := endInts(); err != nil {
			return value{}, err
		}
		if !a.IsZero() && inFloats {
			if x, y, ok := floatPair(a, b); ok {
				if sum := long.addProduct(x, y); sum.hi-sum.hi == 0 {
					long, someFloats = sum, true
					continue
				}
			}
		}
		if err := endFloats(); err != nil {
			return value{}, err
		}
		if a.IsZero() {
			return total, nil
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

// addProduct returns sum + a*b if a and b are ints, no bools or instances of a subclass, and all fits into 64 bits.
func addProduct(sum int64, a, b value) (int64, bool) {
	if objects.TypeOf(a) != &objects.IntType || objects.TypeOf(b) != &objects.IntType {
		return 0, false
	}
	x, okX := objects.Int64Of(a)
	y, okY := objects.Int64Of(b)
	if !okX || !okY {
		return 0, false
	}
	hi, lo := bits.Mul64(abs64(x), abs64(y))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	r := x * y
	s := sum + r
	if (sum^s)&(r^s) < 0 {
		return 0, false
	}
	return s, true
}

// floatPair converts a float and a float or an int.
func floatPair(a, b value) (x, y float64, ok bool) {
	if !a.IsFloat() && !b.IsFloat() {
		return 0, 0, false
	}
	x, okX := exactFloat(a)
	y, okY := exactFloat(b)
	return x, y, okX && okY
}

// exactFloat is the float of a float or of an int or bool that is no instance of a subclass.
func exactFloat(v value) (float64, bool) {
	if v.IsFloat() {
		return v.Float(), true
	}
	if v.IsInline() {
		return float64(v.Inline()), true
	}
	if typ := objects.TypeOf(v); typ != &objects.IntType && typ != &objects.BoolType {
		return 0, false
	}
	f, _ := new(big.Float).SetInt(objects.BigOf(v)).Float64()
	return f, f-f == 0
}
