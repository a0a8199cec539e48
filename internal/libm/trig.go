package libm

import (
	"math"
	"math/bits"
)

// quarters writes x as n*pi/2 + a with |a| of pi/4 or a little more; of n only the lowest two bits matter.
// Small angles need no reduction as far as circleTable reaches, and those around pi/2 are exact after one subtraction.
func quarters(x float64) (a num, n int) {
	ax := math.Abs(x)
	switch {
	case ax < 0.855:
		return num{x, 0}, 0
	case ax < 2.42:
		a, n = fastSum(ax-piHalfNum.hi, -piHalfNum.lo), 1
	case ax < nearTurns:
		a, n = nearQuarters(ax)
	default:
		a, n = farQuarters(ax)
	}
	if x < 0 {
		return neg(a), -n
	}
	return a, n
}

// From nearTurns, 2^26 quarter turns, on the parts of pi/2 have not enough bits.
const nearTurns = 105414350

// nearQuarters is quarters for positive x below nearTurns.
func nearQuarters(x float64) (a num, n int) {
	const magic = 0x1.8p52
	z := math.FMA(x, 2/math.Pi, magic)
	k, p := z-magic, &quarterParts
	h := math.FMA(-k, p[1], math.FMA(-k, p[0], x))
	b := math.FMA(-k, p[2], h)
	c := math.FMA(-k, p[3], b)
	return num{c, math.FMA(-k, p[2], h-b) + math.FMA(-k, p[3], b-c)}, int(int32(math.Float64bits(z)))
}

// farQuarters is quarters for any positive x of normal size: x times 2/pi, of which only the bits count that are not whole
// turns and those that 128 bits of the fraction need (Payne and Hanek, "Radian reduction for trigonometric functions",
// 1983).
func farQuarters(x float64) (a num, n int) {
	b := math.Float64bits(x)
	m, e := b&(1<<52-1)|1<<52, int(b>>52)-1023-52
	// x = m * 2^e. The product begins at bit first of 2/pi, counted from the point: what lies above gives multiples of
	// four quarter turns, two bits more than a whole number of words.
	first := max(e-2-61, 0)
	word := func(i int) uint64 {
		at := first + 64*i
		w, s := at/64, uint(at%64)
		get := func(i int) uint64 {
			if i < len(twoOverPi) {
				return twoOverPi[i]
			}
			return 0
		}
		if s == 0 {
			return get(w)
		}
		return get(w)<<s | get(w+1)>>(64-s)
	}
	// p = m * (five words), as six words from the highest.
	var p [6]uint64
	for i := 4; i >= 0; i-- {
		hi, lo := bits.Mul64(m, word(i))
		var c uint64
		p[i+1], c = bits.Add64(p[i+1], lo, 0)
		p[i], _ = bits.Add64(hi, 0, c)
	}
	// The binary point lies 320-e+first bits above the end of p.
	point := 320 - e + first
	// Bring it to the end of the first two words of a shifted copy: q[0] whole part, q[1:4] fraction.
	shift := 384 - 64 - point
	var q [4]uint64
	for i := range q {
		at := shift + 64*i
		for j := range 2 {
			w := (at + 64*j) >> 6
			s := uint(at) & 63
			if w < 0 || w > 5 {
				continue
			}
			if j == 0 {
				q[i] |= p[w] << s
			} else if s != 0 {
				q[i] |= p[w] >> (64 - s)
			}
		}
	}
	// The nearest quarter turn.
	n = int(q[0] & 3)
	negative := q[1]>>63 != 0
	if negative {
		n++
		var c uint64
		q[3], c = bits.Add64(^q[3], 1, 0)
		q[2], c = bits.Add64(^q[2], 0, c)
		q[1] = ^q[1] + c
	}
	v := num{}
	unit := 0x1p-32
	for _, w := range q[1:] {
		v = addFloat(v, float64(w>>32)*unit)
		unit *= 0x1p-32
		v = addFloat(v, float64(w&(1<<32-1))*unit)
		unit *= 0x1p-32
	}
	a = mul(v, piHalfNum)
	if negative {
		return neg(a), n
	}
	return a, n
}

// sinShort is sin(a) for |a| below 0.856.
func sinShort(a num) float64 {
	x := a.hi
	if math.Abs(x) < 0.126 {
		p, xx := &sinSmallPoly, float64(x*x)
		t := math.FMA(xx, math.FMA(xx, math.FMA(xx, math.FMA(xx, p[4], p[3]), p[2]), p[1]), p[0])
		return x + math.FMA(math.FMA(t, x, -0.5*a.lo), xx, a.lo)
	}
	ax, dx := x, a.lo
	if x < 0 {
		ax, dx = -x, -dx
	}
	const magic = 0x1.8p45
	u := ax + magic
	p := &circleTable[int(int32(math.Float64bits(u)))]
	d := ax - (u - magic)
	xx := float64(d * d)
	s := d + math.FMA(float64(d*xx), math.FMA(xx, sinPoly[1], sinPoly[0]), dx)
	c := math.FMA(xx, math.FMA(xx, math.FMA(xx, cosPoly[2], cosPoly[1]), cosPoly[0]), float64(d*dx))
	r := math.FMA(p.cos.hi, s, math.FMA(-p.sin.hi, c, math.FMA(s, p.cos.lo, p.sin.lo)))
	return math.Copysign(p.sin.hi+r, x)
}

// cosShort is cos(a) for |a| below 0.856.
func cosShort(a num) float64 {
	ax, dx := a.hi, a.lo
	if ax < 0 {
		ax, dx = -ax, -dx
	}
	const magic = 0x1.8p45
	u := ax + magic
	p := &circleTable[int(int32(math.Float64bits(u)))]
	d := ax - (u - magic) + dx
	xx := float64(d * d)
	s := math.FMA(float64(d*xx), math.FMA(xx, sinPoly[1], sinPoly[0]), d)
	c := float64(xx * math.FMA(xx, math.FMA(xx, cosPoly[2], cosPoly[1]), cosPoly[0]))
	r := math.FMA(-p.sin.hi, s, math.FMA(-p.cos.hi, c, math.FMA(-s, p.sin.lo, p.cos.lo)))
	return p.cos.hi + r
}

// sinQuarter is sin(n*pi/2 + a).
func sinQuarter(a num, n int) float64 {
	var r float64
	if n&1 == 0 {
		r = sinShort(a)
	} else {
		r = cosShort(a)
	}
	if n&2 != 0 {
		return -r
	}
	return r
}

// Sin, Cos and Tan are the functions of an angle in radians.
func Sin(x float64) float64 {
	switch {
	case x-x != 0:
		return math.NaN()
	case math.Abs(x) < 0x1p-26:
		return x
	}
	return sinQuarter(quarters(x))
}

func Cos(x float64) float64 {
	switch {
	case x-x != 0:
		return math.NaN()
	case math.Abs(x) < 0x1p-27:
		return 1
	}
	a, n := quarters(x)
	return sinQuarter(a, n+1)
}

// Tan is computed like sin and cos, but from the tangent and the cotangent of a near point: tan(p+r) = tan(p) +
// tan(r)*(tan(p)+cot(p))/(cot(p)-tan(r)).
func Tan(x float64) float64 {
	ax := math.Abs(x)
	var a num
	n := 0
	switch {
	case x-x != 0:
		return math.NaN()
	case ax < 1e-8:
		return x
	case ax <= 0.787:
		a.hi = ax
	case ax < nearTurns:
		a, n = nearQuarters(ax)
	default:
		a, n = farQuarters(ax)
	}
	negative := x < 0
	if a.hi < 0 {
		a = neg(a)
		negative = !negative
	}
	var t float64
	if a.hi <= 0.0608 {
		z := a.hi
		zz := float64(z * z)
		p := &tanSmallPoly
		q := math.FMA(zz, math.FMA(zz, math.FMA(zz, math.FMA(zz, p[4], p[3]), p[2]), p[1]), p[0])
		r := math.FMA(float64(z*zz), q, a.lo)
		if n&1 == 0 {
			t = z + r
		} else {
			c := quotient(num{1, 0}, fastSum(z, r))
			t = c.hi + c.lo
		}
	} else {
		p := &tanTable[int(math.FMA(a.hi, 256, -15.5))]
		z := a.hi - p.x + a.lo
		zz := float64(z * z)
		r := math.FMA(float64(z*zz), math.FMA(zz, tanPoly[1], tanPoly[0]), z)
		r2 := float64(r * (p.tan + p.cot))
		if n&1 == 0 {
			t = p.tan + r2/(p.cot-r)
		} else {
			t = p.cot - r2/(p.tan+r)
		}
	}
	if negative != (n&1 != 0) {
		return -t
	}
	return t
}

// SinCos returns the sine and the cosine of x in radians.
func SinCos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }
