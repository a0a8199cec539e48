package libm

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"math/rand/v2"
	"os/exec"
	"strings"
	"testing"
)

// Where the points of tanTable, logPoints and log2Points come from. Gal's method interpolates from points where the function is very
// close to a float, so that the table needs no second float. Many points near the middle of an interval do; which of them the
// C library uses shows in the last bits of its results. With
//
//	go test ./internal/libm -run TestFindPoints -timeout 2h -v -python python3.13
//
// all points that come into question are tried, and the numbers for points.py are printed: for each interval those of the
// point with which most results are those of that Python.
var pointsPython = flag.String("python", "", "the Python to find the points of the tables with")

const bigPrec = 400

func bigFloat(x float64) *big.Float { return new(big.Float).SetPrec(bigPrec).SetFloat64(x) }

// bigSeries sums the terms that step makes of each other, the first for n = 1, until they vanish.
func bigSeries(first *big.Float, step func(term *big.Float, n int)) *big.Float {
	sum, term := bigFloat(0), new(big.Float).Copy(first)
	for n := 1; term.Sign() != 0 && term.MantExp(nil) > -bigPrec+20; n++ {
		sum.Add(sum, term)
		step(term, n)
	}
	return sum
}

// bigTan is tan(x) for small x.
func bigTan(x float64) *big.Float {
	v := bigFloat(x)
	square := bigFloat(0).Mul(v, v)
	taylor := func(first *big.Float, odd int) *big.Float {
		return bigSeries(first, func(term *big.Float, n int) {
			term.Mul(term, square).Quo(term, bigFloat(float64(-(2*n-1+odd)*(2*n+odd))))
		})
	}
	return bigFloat(0).Quo(taylor(v, 1), taylor(bigFloat(1), 0))
}

// bigLog is log(x) for x near 1.
func bigLog(x float64) *big.Float {
	z := bigFloat(x)
	z.Quo(bigFloat(0).Sub(z, bigFloat(1)), bigFloat(0).Add(z, bigFloat(1)))
	square := bigFloat(0).Mul(z, z)
	power := bigFloat(0).Add(z, z)
	return bigSeries(power, func(term *big.Float, n int) {
		power.Mul(power, square)
		term.Quo(power, bigFloat(float64(2*n+1)))
	})
}

// word128 is a fraction of 128 bits.
type word128 struct{ hi, lo uint64 }

func (a word128) plus(b word128) word128 {
	lo, c := bits.Add64(a.lo, b.lo, 0)
	hi, _ := bits.Add64(a.hi, b.hi, c)
	return word128{hi, lo}
}

// fraction is what lies after the point of x, as in two's complement.
func fraction(x *big.Float) word128 {
	n, _ := new(big.Float).SetMantExp(x, 128).Int(nil)
	n.And(n, new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 128), big.NewInt(1)))
	return word128{new(big.Int).Rsh(n, 64).Uint64(), n.Uint64()}
}

// scan reports the k below n for which c[0]+c[1]k+c[2]k²+c[3]k³ is nearer to a whole number than tolerance, with how much it
// is above. It steps by differences, which are exact but for the rounding of the coefficients.
func scan(c [4]*big.Float, n int64, tolerance float64, found func(k int64, above float64)) {
	sum := func(terms ...float64) *big.Float {
		s := bigFloat(0)
		for i, f := range terms {
			s.Add(s, bigFloat(0).Mul(bigFloat(f), c[i+1]))
		}
		return s
	}
	v, d1, d2, d3 := fraction(c[0]), fraction(sum(1, 1, 1)), fraction(sum(0, 2, 6)), fraction(sum(0, 0, 6))
	limit := uint64(tolerance * 0x1p64)
	for k := range n {
		if v.hi+limit < 2*limit {
			found(k, float64(int64(v.hi))*0x1p-64)
		}
		v, d1, d2 = v.plus(d1), d1.plus(d2), d2.plus(d3)
	}
}

// sampled returns random arguments between low and high and Python's results.
func sampled(t *testing.T, function string, low, high float64) (x, y []float64) {
	const driver = `
import math, struct, sys
f = getattr(math, sys.argv[1])
sys.stdout.buffer.write(b"".join(struct.pack("<d", f(x)) for x, in struct.iter_unpack("<d", sys.stdin.buffer.read())))
`
	r := rand.New(rand.NewPCG(1, math.Float64bits(low)))
	x, y = make([]float64, 100000), make([]float64, 100000)
	for i := range x {
		x[i] = low + (high-low)*r.Float64()
	}
	in := new(bytes.Buffer)
	binary.Write(in, binary.LittleEndian, x)
	cmd := exec.Command(*pointsPython, "-c", driver, function)
	cmd.Stdin = in
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := binary.Read(bytes.NewReader(out), binary.LittleEndian, y); err != nil {
		t.Fatal(err)
	}
	return x, y
}

// agreeing returns the point for which f differs least often from y.
func agreeing(points []float64, use func(p float64), f func(float64) float64, x, y []float64) (best float64, differ int) {
	differ = len(x) + 1
	for _, p := range points {
		use(p)
		n := 0
		for i := 0; i < len(x) && n < differ; i++ {
			if f(x[i]) != y[i] {
				n++
			}
		}
		if n < differ {
			best, differ = p, n
		}
	}
	use(best)
	return best, differ
}

// tanPoints lists the points nearer than 1e-8 to centre where the tangent and the cotangent are within 2^-10 ulp of a float.
func tanPoints(centre float64) (points []float64) {
	tan := bigTan(centre)
	start, _ := tan.Float64()
	ulp := math.Nextafter(start, 2) - start
	// The derivatives are polynomials of the tangent: 1+t², t+t³, (1+t²)(1+3t²)/3.
	t := func(c ...float64) *big.Float {
		s := bigFloat(0)
		for i := len(c) - 1; i >= 0; i-- {
			s.Add(s.Mul(s, tan), bigFloat(c[i]))
		}
		return s
	}
	rest, _ := bigFloat(0).Sub(tan, bigFloat(start)).Float64()
	slope, bend, twist := t(1, 0, 1), t(0, 1, 0, 1), t(1.0/3, 0, 4.0/3, 0, 1)
	s1, _ := slope.Float64()
	s2, _ := bend.Float64()
	for _, step := range []float64{math.Nextafter(centre, 2) - centre, math.Nextafter(centre, 0) - centre} {
		in := func(f *big.Float, times int) *big.Float {
			f = bigFloat(0).Quo(f, bigFloat(ulp))
			for range times {
				f.Mul(f, bigFloat(step))
			}
			return f
		}
		scan([4]*big.Float{in(tan, 0), in(slope, 1), in(bend, 2), in(twist, 3)}, int64(1e-8/math.Abs(step)), 0x1p-10, func(k int64, above float64) {
			dx := float64(k) * step
			// The float that the tangent is close to.
			f := start + ulp*math.Round((rest+dx*(s1+dx*s2))/ulp-above)
			cot := quotient(num{1, 0}, num{f, above * ulp})
			if math.Abs(cot.lo) < 0x1p-10*(math.Nextafter(cot.hi, 100)-cot.hi) {
				points = append(points, centre+dx)
			}
		})
	}
	return points
}

// logarithm describes a table of reciprocals and logarithms: of the mantissas from 11/16 to 11/8, in as many steps from 1 to
// 2 and twice as many below.
type logarithm struct {
	function string
	f        func(float64) float64
	points   []struct{ inv, log float64 }
	steps    int
	unit     *big.Float // the logarithm of e
	reach    int64      // how many floats from that of the middle a reciprocal may be
}

func logarithms() []logarithm {
	one := bigFloat(1)
	ln2, _, err := big.ParseFloat("0.693147180559945309417232121458176568075500134360255254", 10, bigPrec, big.ToNearestEven)
	if err != nil {
		panic(err)
	}
	return []logarithm{
		{"log", Log, logPoints[:], 128, one, 1 << 29},
		{"log2", Log2, log2Points[:], 64, bigFloat(0).Quo(one, ln2), 1 << 30},
	}
}

// step is where interval j begins and how wide it is.
func (l *logarithm) step(j int) (low, width float64) {
	n := float64(l.steps)
	if below := l.steps * 5 / 8; j >= below {
		return 1 + float64(j-below)/n, 1 / n
	}
	return 11.0/16 + float64(j)/(2*n), 1 / (2 * n)
}

// of is the logarithm of x.
func (l *logarithm) of(x float64) *big.Float { return bigFloat(0).Mul(bigLog(x), l.unit) }

// reciprocals lists the floats near the reciprocal centre whose logarithms are within 2^-64 of a multiple of 2^-43.
func (l *logarithm) reciprocals(centre float64) (points []float64) {
	up := math.Nextafter(centre, 2) - centre
	for _, step := range []float64{up, -up} {
		// log(c+ks) = log c + (s/c)k - (s/c)²k²/2 + (s/c)³k³/3
		ratio := bigFloat(0).Quo(bigFloat(step), bigFloat(centre))
		var c [4]*big.Float
		power := bigFloat(0).Mul(bigFloat(-0x1p43), l.unit)
		for i := 1; i < 4; i++ {
			power.Mul(power, ratio).Neg(power)
			c[i] = bigFloat(0).Quo(power, bigFloat(float64(i)))
		}
		c[0] = bigFloat(0).Mul(l.of(centre), bigFloat(0x1p43))
		scan(c, l.reach, 0x1p-21, func(k int64, _ float64) { points = append(points, centre+float64(k)*step) })
	}
	return points
}

func TestFindPoints(t *testing.T) {
	if *pointsPython == "" {
		t.Skip("takes ten minutes and a CPython with that C library: only with -python")
	}
	fmt.Println("TAN = [")
	for j := range tanTable {
		centre := float64(16+j) / 256
		x, y := sampled(t, "tan", max(centre-1.0/512, 0.0608), min(centre+1.0/512, 0.787))
		p, differ := agreeing(tanPoints(centre), func(p float64) {
			tan := bigTan(p)
			f, _ := tan.Float64()
			cot, _ := tan.Quo(bigFloat(1), tan).Float64()
			tanTable[j].x, tanTable[j].tan, tanTable[j].cot = p, f, cot
		}, Tan, x, y)
		fmt.Printf("    %d,  # %d differ\n", int64((p-centre)*0x1p56), differ)
	}
	fmt.Println("]")
	for _, l := range logarithms() {
		fmt.Println(strings.ToUpper(l.function), "= [")
		for j := range l.points {
			low, width := l.step(j)
			scale := 1.0
			if low > 0.93 && low < 1.07 {
				scale = 2 // not by the series near 1
			}
			x, y := sampled(t, l.function, scale*low, scale*(low+width))
			centre := 1 / (low + width/2)
			p, differ := agreeing(l.reciprocals(centre), func(p float64) {
				log, _ := l.of(p).Float64()
				l.points[j].inv, l.points[j].log = p, -math.RoundToEven(log*0x1p43)*0x1p-43
			}, l.f, x, y)
			fmt.Printf("    %d,  # %d differ\n", int64((p-centre)/(math.Nextafter(centre, 2)-centre)), differ)
		}
		fmt.Println("]")
	}
}

// The values at the points are very close to floats.
func TestPoints(t *testing.T) {
	off := func(exact *big.Float, f float64) float64 {
		d, _ := exact.Sub(exact, bigFloat(f)).Float64()
		return math.Abs(d)
	}
	for j, p := range tanTable {
		if math.Abs(p.x-float64(16+j)/256) > 1e-8 {
			t.Errorf("point %d of tan lies at %g", j, p.x)
		}
		tan := bigTan(p.x)
		cot := bigFloat(0).Quo(bigFloat(1), tan)
		if d, e := off(tan, p.tan), off(cot, p.cot); d > 0x1p-62*p.tan || e > 0x1p-62*p.cot {
			t.Errorf("tan(%x) is off by %g, its reciprocal by %g", p.x, d, e)
		}
	}
	for _, l := range logarithms() {
		for j, p := range l.points {
			low, width := l.step(j)
			if math.Abs(p.inv*(low+width/2)-1) > 0x1p-22 {
				t.Errorf("reciprocal %d of %s is %g", j, l.function, p.inv)
			}
			if d := off(l.of(p.inv), -p.log); d > 0x1p-65 {
				t.Errorf("%s(%x) is off by %g", l.function, p.inv, d)
			}
		}
	}
}
