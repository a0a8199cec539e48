package mathmodule

import (
	"math"
	"math/big"

	"github.com/adder-lang/adder/internal/libm"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// rounding is ceil or floor: an int of a float, or what the special method gives.
func rounding(method string, f func(float64) float64) function {
	return func(t *thread, self value, args []value) (value, error) {
		x := args[0]
		if objects.TypeOf(x) != &objects.FloatType {
			r, found, err := objects.CallSpecial(t, x, objects.Intern(method))
			if err != nil || found {
				return r, err
			}
		}
		v, err := native.Float(t, x)
		if err != nil {
			return value{}, err
		}
		return objects.FloatToInt(f(v))
	}
}

func trunc(t *thread, self value, args []value) (value, error) {
	if f, ok := objects.FloatOf(args[0]); ok && objects.TypeOf(args[0]) == &objects.FloatType {
		return objects.FloatToInt(math.Trunc(f))
	}
	r, found, err := objects.CallSpecial(t, args[0], objects.Intern("__trunc__"))
	if err == nil && !found {
		err = objects.TypeErrorf("type %s doesn't define __trunc__ method", objects.TypeOf(args[0]).Name)
	}
	return r, err
}

func floats(t *thread, args []value, out []float64) error {
	for i := range out {
		x, err := native.Float(t, args[i])
		if err != nil {
			return err
		}
		out[i] = x
	}
	return nil
}

func fma(t *thread, self value, args []value) (value, error) {
	var a [3]float64
	if err := floats(t, args, a[:]); err != nil {
		return value{}, err
	}
	r := math.FMA(a[0], a[1], a[2])
	if r-r != 0 {
		finite := a[0]-a[0] == 0 && a[1]-a[1] == 0
		switch {
		case r != r && a[0] == a[0] && a[1] == a[1] && a[2] == a[2]:
			return value{}, objects.ValueErrorf("invalid operation in fma")
		case math.IsInf(r, 0) && finite && a[2]-a[2] == 0:
			return value{}, objects.OverflowErrorf("overflow in fma")
		}
	}
	return objects.Float(r), nil
}

func frexp(t *thread, self value, args []value) (value, error) {
	x, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	e := 0
	if x-x == 0 {
		x, e = math.Frexp(x)
	}
	return native.Tuple(objects.Float(x), objects.Int(int64(e))), nil
}

func modf(t *thread, self value, args []value) (value, error) {
	x, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	whole, frac := math.Trunc(x), x-math.Trunc(x)
	if math.IsInf(x, 0) {
		frac = 0
	}
	return native.Tuple(objects.Float(math.Copysign(frac, x)), objects.Float(whole)), nil
}

func ldexp(t *thread, self value, args []value) (value, error) {
	x, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	if !objects.IsInt(args[1]) {
		return value{}, objects.TypeErrorf("Expected an int as second argument to ldexp.")
	}
	n, ok := objects.Int64Of(args[1])
	if !ok {
		n = 1 << 40 * int64(objects.Sign(args[1]))
	}
	if x == 0 || x-x != 0 {
		return objects.Float(x), nil
	}
	// Beyond these exponents the result is zero or infinite whatever x is.
	r := math.Ldexp(x, int(min(max(n, -5000), 5000)))
	if math.IsInf(r, 0) {
		return value{}, rangeError()
	}
	return objects.Float(r), nil
}

func nextAfter(t *thread, self value, args []value) (value, error) {
	var a [2]float64
	if err := floats(t, args, a[:]); err != nil {
		return value{}, err
	}
	x, y := a[0], a[1]
	if !native.Given(args[2]) {
		if x == y {
			return objects.Float(y), nil // a zero of the other sign, too
		}
		return objects.Float(math.Nextafter(x, y)), nil
	}
	i, err := objects.Index(t, args[2])
	if err != nil {
		return value{}, err
	}
	if objects.Sign(i) < 0 {
		return value{}, objects.ValueErrorf("steps must be a non-negative integer")
	}
	steps := uint64(math.MaxUint64)
	if n, ok := objects.Uint64Of(i); ok {
		steps = n
	}
	switch {
	case steps == 0 || x != x:
		return objects.Float(x), nil
	case y != y:
		return objects.Float(y), nil
	case x == y:
		return objects.Float(y), nil
	}
	// The floats in order are the bit patterns in order, counted from zero in both directions.
	const sign = 1 << 63
	bx, by := math.Float64bits(x), math.Float64bits(y)
	ax, ay := bx&^uint64(sign), by&^uint64(sign)
	if (bx^by)&sign == 0 {
		switch {
		case ax > ay && ax-ay > steps:
			return objects.Float(math.Float64frombits(bx - steps)), nil
		case ax < ay && ay-ax > steps:
			return objects.Float(math.Float64frombits(bx + steps)), nil
		}
		return objects.Float(y), nil
	}
	switch {
	case ax+ay <= steps:
		return objects.Float(y), nil
	case ax > steps:
		return objects.Float(math.Float64frombits(bx&sign | (ax - steps))), nil
	}
	return objects.Float(math.Float64frombits(by&sign | (steps - ax))), nil
}

func ulp(t *thread, self value, args []value) (value, error) {
	x, err := native.Float(t, args[0])
	if err != nil {
		return value{}, err
	}
	x = math.Abs(x)
	if x-x != 0 {
		return objects.Float(x), nil
	}
	next := math.Nextafter(x, math.Inf(1))
	if math.IsInf(next, 0) {
		return objects.Float(x - math.Nextafter(x, 0)), nil
	}
	return objects.Float(next - x), nil
}

func isClose(t *thread, self value, args []value) (value, error) {
	var a [2]float64
	if err := floats(t, args, a[:]); err != nil {
		return value{}, err
	}
	rel, abs := 1e-9, 0.0
	for i, p := range [...]*float64{&rel, &abs} {
		if v := args[2+i]; !v.IsZero() {
			x, err := native.Float(t, v)
			if err != nil {
				return value{}, err
			}
			*p = x
		}
	}
	if rel < 0 || abs < 0 {
		return value{}, objects.ValueErrorf("tolerances must be non-negative")
	}
	x, y := a[0], a[1]
	if x == y {
		return objects.True, nil
	}
	if math.IsInf(x, 0) || math.IsInf(y, 0) {
		return objects.False, nil
	}
	diff := math.Abs(y - x)
	return objects.Bool(diff <= math.Abs(rel*y) || diff <= math.Abs(rel*x) || diff <= abs), nil
}

func pow(t *thread, self value, args []value) (value, error) {
	var a [2]float64
	if err := floats(t, args, a[:]); err != nil {
		return value{}, err
	}
	x, y := a[0], a[1]
	r := libm.Pow(x, y)
	if r-r == 0 || x-x != 0 || y-y != 0 {
		return objects.Float(r), nil
	}
	if r != r || x == 0 {
		return value{}, domainError()
	}
	return value{}, rangeError()
}

// logarithm is a logarithm of a float or of an int of any size; two is the logarithm of two.
func logarithm(t *thread, v value, log func(float64) float64, two float64) (float64, error) {
	if objects.IsInt(v) {
		if objects.Sign(v) <= 0 {
			return 0, domainError()
		}
		if _, ok := objects.Int64Of(v); !ok {
			b := objects.BigOf(v)
			shift := max(b.BitLen()-64, 0)
			if f, _ := new(big.Float).SetInt(b).Float64(); math.IsInf(f, 0) {
				// The top 64 bits, the lowest of them set where anything below is lost, round to the right mantissa.
				top := b.Rsh(b, uint(shift)).Uint64()
				m, e := math.Frexp(float64(top | 1))
				return log(m) + float64(two*float64(e+shift)), nil
			}
		}
	}
	x, err := native.Float(t, v)
	if err != nil {
		return 0, err
	}
	if x <= 0 {
		return 0, domainError()
	}
	if x-x != 0 {
		return x, nil
	}
	return log(x), nil
}

func logBase(t *thread, self value, args []value) (value, error) {
	num, err := logarithm(t, args[0], libm.Log, math.Ln2)
	if err != nil || args[1].IsZero() {
		return objects.Float(num), err
	}
	den, err := logarithm(t, args[1], libm.Log, math.Ln2)
	if err != nil {
		return value{}, err
	}
	return objects.Binary(t, objects.OpTrueDiv, objects.Float(num), objects.Float(den))
}

// norm is the Euclidean norm, from squares in double length scaled by a power of two. The order of the roundings is that
// of CPython's, which documents it beside its source (and with it Borges, "An improved algorithm for hypot(a, b)", 2019).
func norm(x []float64) float64 {
	largest, nan := 0.0, false
	for i, v := range x {
		x[i] = math.Abs(v)
		nan = nan || v != v
		largest = max(largest, x[i])
	}
	for _, v := range x {
		if math.IsInf(v, 0) {
			return v
		}
	}
	if nan {
		return math.NaN()
	}
	if largest == 0 || len(x) == 1 {
		return largest
	}
	_, e := math.Frexp(largest)
	if e < -1023 {
		// The scale below would be infinite.
		for i := range x {
			x[i] *= 0x1p1022
		}
		return norm(x) * 0x1p-1022
	}
	scale := math.Ldexp(1, -e)
	// The sum begins at 1, which is larger than any square, so that an addition loses a known part; the lost parts of
	// products and of sums are added apart.
	sum, products, sums := 1.0, 0.0, 0.0
	add := func(a, b float64) {
		p := float64(a * b)
		products += math.FMA(a, b, -p)
		s := sum + p
		sums += p - (s - sum)
		sum = s
	}
	for _, v := range x {
		v *= scale
		add(v, v)
	}
	r := math.Sqrt(sum - 1 + (products + sums))
	// One step of Newton's method with what remains.
	add(-r, r)
	r += (sum - 1 + (products + sums)) / (2 * r)
	return r / scale
}

func hypot(t *thread, self value, args []value) (value, error) {
	items := objects.As[objects.Tuple](args[0]).Items()
	var small [8]float64
	x := small[:0]
	for _, v := range items {
		f, err := native.Float(t, v)
		if err != nil {
			return value{}, err
		}
		x = append(x, f)
	}
	return objects.Float(norm(x)), nil
}

func dist(t *thread, self value, args []value) (value, error) {
	p, err := objects.ToTuple(t, args[0])
	if err != nil {
		return value{}, err
	}
	q, err := objects.ToTuple(t, args[1])
	if err != nil {
		return value{}, err
	}
	if p.Len() != q.Len() {
		return value{}, objects.ValueErrorf("both points must have the same number of dimensions")
	}
	var small [8]float64
	x := small[:0]
	for i := range p.Len() {
		a, err := native.Float(t, p.Item(i))
		if err != nil {
			return value{}, err
		}
		b, err := native.Float(t, q.Item(i))
		if err != nil {
			return value{}, err
		}
		x = append(x, math.Abs(a-b))
	}
	return objects.Float(norm(x)), nil
}

// partials are floats that do not overlap, in growing order, whose exact sum is what has been added (Shewchuk, Adaptive
// Precision Floating-Point Arithmetic, 1997).
type partials []float64

func (p *partials) add(x float64) bool {
	n := 0
	for _, y := range *p {
		if math.Abs(x) < math.Abs(y) {
			x, y = y, x
		}
		hi := x + y
		lo := y - float64(hi-x)
		if lo != 0 {
			(*p)[n] = lo
			n++
		}
		x = hi
	}
	if x-x != 0 {
		return false
	}
	*p = (*p)[:n]
	if x != 0 {
		*p = append(*p, x)
	}
	return true
}

// round is the sum, rounded once.
func (p partials) round() float64 {
	n := len(p)
	if n == 0 {
		return 0
	}
	n--
	hi, lo := p[n], 0.0
	for n > 0 {
		n--
		x, y := hi, p[n]
		hi = x + y
		if lo = y - float64(hi-x); lo != 0 {
			break
		}
	}
	// A tie is broken by what lies below.
	if n > 0 && (lo < 0 && p[n-1] < 0 || lo > 0 && p[n-1] > 0) {
		y := lo * 2
		if x := hi + y; y == float64(x-hi) {
			hi = x
		}
	}
	return hi
}

func fsum(t *thread, self value, args []value) (value, error) {
	var sum partials
	special, infinite := 0.0, 0.0
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
			break
		}
		x, err := native.Float(t, v)
		if err != nil {
			return value{}, err
		}
		if x-x != 0 {
			if math.IsInf(x, 0) {
				infinite += x
			}
			special += x
			continue
		}
		if !sum.add(x) {
			return value{}, objects.OverflowErrorf("intermediate overflow in fsum")
		}
	}
	if special != 0 {
		if infinite != infinite {
			return value{}, objects.ValueErrorf("-inf + inf in fsum")
		}
		return objects.Float(special), nil
	}
	return objects.Float(sum.round()), nil
}

// longSum is a sum of products in three times the precision of a float (Ogita, Rump and Oishi, "Accurate sum and dot
// product", 2005, algorithm 5.10).
type longSum struct{ hi, mid, low float64 }

// exactSum returns a+b and what its rounding lost.
func exactSum(a, b float64) (sum, lost float64) {
	sum = a + b
	c := sum - a
	return sum, (a - (sum - c)) + (b - c)
}

func (s longSum) addProduct(x, y float64) longSum {
	p := float64(x * y)
	hi, a := exactSum(s.hi, p)
	mid, b := exactSum(s.mid, math.FMA(x, y, -p))
	mid, c := exactSum(mid, a)
	return longSum{hi, mid, s.low + b + c}
}

func (s longSum) float() float64 {
	hi, lost := exactSum(s.mid, s.hi)
	return s.low + lost + hi
}
