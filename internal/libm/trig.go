package libm

import (
	"math"
	"math/bits"
)

// pi/256 as three floats: the products of the first two with a whole number below 2^20 are exact.
const (
	stepA = 0x1.921fb54400000p-7
	stepB = 0x1.0b4611a600000p-41
	stepC = 0x1.3198a2e037073p-76

	stepInverse = 0x1.45f306dc9c883p+6
)

// reduce writes x as k*pi/256 + r with |r| <= pi/512; of k only the lowest nine bits matter, which are a turn.
func reduce(x float64) (r num, k int) {
	ax := math.Abs(x)
	if ax < 6000 {
		n, i := toInt(float64(x * stepInverse))
		a := x - float64(n*stepA)
		b := float64(n * stepB)
		h := a - b
		r = fastSum(h, ((a-h)-b)-float64(n*stepC))
		if math.Abs(r.hi) > 0x1p-40 || n == 0 {
			return r, i
		}
		// Close to a multiple more of its bits count.
		if ax < 0.001 {
			return r, i
		}
	}
	r, k = reduceLarge(ax)
	if x < 0 {
		return neg(r), -k
	}
	return r, k
}

// reduceLarge is reduce for any positive x of normal size: x times 2/pi, of which only the bits count that are not whole
// turns and those that 128 bits of the fraction need (Payne and Hanek, "Radian reduction for trigonometric functions",
// 1983).
func reduceLarge(x float64) (r num, k int) {
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
	// Nearest multiple of a 128th of a quarter turn.
	f := q[1]
	k = int(q[0]&3)<<7 | int(f>>57)
	f &= 1<<57 - 1
	negative := f>>56 != 0
	f1, f2 := q[2], q[3]
	if negative {
		k++
		var c uint64
		f2, c = bits.Add64(^f2, 1, 0)
		f1, c = bits.Add64(^f1, 0, c)
		f = (^f + c) & (1<<57 - 1)
	}
	// f, f1, f2 have units of 2^-64, 2^-128, 2^-192: normalise to 106 bits.
	hi := fastSum(float64(f)*0x1p-64, 0)
	v := addFloat(hi, float64(f1>>32)*0x1p-96)
	v = addFloat(v, float64(f1&(1<<32-1))*0x1p-128)
	v = addFloat(v, float64(f2>>32)*0x1p-160)
	if f > 1<<53 {
		// f itself has more bits than a float.
		v = twoSum(float64(f>>32)*0x1p-32, float64(f&(1<<32-1))*0x1p-64)
		v = addFloat(v, float64(f1>>32)*0x1p-96)
		v = addFloat(v, float64(f1&(1<<32-1))*0x1p-128)
	}
	r = mul(v, piHalfNum)
	if negative {
		r = neg(r)
	}
	return r, k
}

// turn returns a*cos(r) + b*sin(r), for a and b the sine and cosine of a multiple of pi/256.
func turn(a, b *num, r num) num {
	h := r.hi
	h2 := float64(h * h)
	sin := float64(float64(h*h2) * (-1.0/6 + float64(h2*(1.0/120-float64(h2*(1.0/5040))))))
	cos := float64(h2 * (-1.0/2 + float64(h2*(1.0/24-float64(h2*(1.0/720))))))
	p := twoProd(b.hi, h)
	s := fastSum(a.hi, p.hi)
	lo := s.lo + (p.lo + (a.lo + float64(b.lo*h)) + (float64(b.hi*(r.lo+sin)) + float64(a.hi*(cos-float64(h*r.lo)))))
	return fastSum(s.hi, lo)
}

// sinAt and cosAt return the sine and the cosine of k*pi/256 + r.
func sinAt(k int, r num) num {
	j := k & 127
	var s num
	if k&128 == 0 {
		s = turn(&sinTable[j], &sinTable[128-j], r)
	} else {
		s = turn(&sinTable[128-j], &sinTable[j], neg(r))
	}
	if k&256 != 0 {
		return neg(s)
	}
	return s
}

func cosAt(k int, r num) num { return sinAt(k+128, r) }

// sinCos returns both of a finite x that is not tiny.
func sinCos(x float64) (sin, cos num) {
	r, k := reduce(x)
	return sinAt(k, r), cosAt(k, r)
}

// quarters writes x as n*pi/2 + a with |a| of pi/4 or a little more; of n only the lowest two bits matter.
func quarters(x float64) (a num, n int) {
	ax := math.Abs(x)
	switch {
	case ax < 0.855469:
		return num{x, 0}, 0
	case ax < 2.426265:
		a, n = fastSum(ax-piHalfNum.hi, -piHalfNum.lo), 1
	case ax < 105414350:
		const magic = 0x1.8p52
		z := math.FMA(ax, 2/math.Pi, magic)
		n = int(int32(math.Float64bits(z)))
		k, p := z-magic, &quarterParts
		h := math.FMA(-k, p[1], math.FMA(-k, p[0], ax))
		b := math.FMA(-k, p[2], h)
		c := math.FMA(-k, p[3], b)
		a = num{c, math.FMA(-k, p[2], h-b) + math.FMA(-k, p[3], b-c)}
	default:
		a, n = reduceLarge(ax)
		n = (n + 64)
		j := n&127 - 64
		n >>= 7
		a = add(mulFloat(piHalfNum, float64(j)/128), a)
	}
	if x < 0 {
		return neg(a), -n
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

func Tan(x float64) float64 {
	switch {
	case x-x != 0:
		return math.NaN()
	case math.Abs(x) < 0x1p-26:
		return x + float64(x*float64(x*x))/3
	}
	s, c := sinCos(x)
	t := quotient(s, c)
	return t.hi + t.lo
}

// SinCos returns the sine and the cosine of x in radians.
func SinCos(x float64) (sin, cos float64) { return Sin(x), Cos(x) }
