package datetime

import (
	"fmt"
	"math"
	"math/big"
	"math/bits"
	"strconv"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// maxDeltaDays bounds the days of a timedelta in both directions.
const maxDeltaDays = 999_999_999

var deltaType typeOf

// delta is a timedelta: days may be negative, seconds and microseconds are not and stay below a day and a second.
type delta struct {
	objects.Head
	days, seconds, us int32
}

func asDelta(v value) *delta { return objects.As[delta](v) }

// isDelta reports whether v is a timedelta or of a derived class.
func isDelta(v value) bool { return objects.Is(v, &deltaType) || objects.IsInstance(v, &deltaType) }

// makeDelta makes an instance of parts that are in their ranges.
func makeDelta(typ *typeOf, days, seconds, us int32) value {
	v := typ.NewInstance()
	d := asDelta(v)
	d.days, d.seconds, d.us = days, seconds, us
	return v
}

// newDelta makes an instance of parts of any size below 2**31 or so.
func newDelta(typ *typeOf, days, seconds, us int64) (value, error) {
	carry, us := floorDiv(us, usPerSecond)
	carry, seconds = floorDiv(seconds+carry, secondsPerDay)
	days += carry
	if days < -maxDeltaDays || days > maxDeltaDays {
		return value{}, objects.OverflowErrorf("days=%d; must have magnitude <= %d", days, maxDeltaDays)
	}
	return makeDelta(typ, int32(days), int32(seconds), int32(us)), nil
}

// deltaOfMicros makes a timedelta of microseconds; those of an int64 are always in its range.
func deltaOfMicros(typ *typeOf, us int64) value {
	days, us := floorDiv(us, usPerDay)
	return makeDelta(typ, int32(days), int32(us/usPerSecond), int32(us%usPerSecond))
}

// deltaOfBig is deltaOfMicros for a number of any size.
func deltaOfBig(typ *typeOf, us *big.Int) (value, error) {
	if us.IsInt64() {
		return deltaOfMicros(typ, us.Int64()), nil
	}
	days, rest := new(big.Int).DivMod(us, big.NewInt(usPerDay), new(big.Int))
	if !days.IsInt64() || days.Int64() != int64(int32(days.Int64())) {
		return value{}, objects.OverflowErrorf("Python int too large to convert to C int")
	}
	return newDelta(typ, days.Int64(), 0, rest.Int64())
}

// micros is the length in microseconds; ok is false where it does not fit.
func (d *delta) micros() (us int64, ok bool) {
	if d.days > math.MaxInt64/usPerDay-1 || d.days < math.MinInt64/usPerDay {
		return 0, false
	}
	return int64(d.days)*usPerDay + d.withinDay(), true
}

// withinDay is the part of the length that is not whole days, in microseconds.
func (d *delta) withinDay() int64 { return int64(d.seconds)*usPerSecond + int64(d.us) }

// big is the length in microseconds.
func (d *delta) big() *big.Int {
	n := new(big.Int).Mul(big.NewInt(int64(d.days)), big.NewInt(usPerDay))
	return n.Add(n, big.NewInt(d.withinDay()))
}

// total is the length in microseconds as an int of Python.
func (d *delta) total() value {
	if us, ok := d.micros(); ok {
		return objects.Int(us)
	}
	return objects.BigInt(d.big())
}

func (d *delta) isZero() bool { return d.days == 0 && d.seconds == 0 && d.us == 0 }

// compare is negative, zero or positive.
func (d *delta) compare(o *delta) int {
	if d.days != o.days {
		return int(d.days) - int(o.days)
	}
	if d.seconds != o.seconds {
		return int(d.seconds) - int(o.seconds)
	}
	return int(d.us) - int(o.us)
}

// deltaParts are the parameters of timedelta() and how many microseconds each is worth.
var deltaParts = [...]struct {
	name  string
	worth int64
}{
	{"days", usPerDay}, {"seconds", usPerSecond}, {"microseconds", 1}, {"milliseconds", 1000},
	{"minutes", 60 * usPerSecond}, {"hours", 3600 * usPerSecond}, {"weeks", 7 * usPerDay},
}

// deltaOrder is the order in which CPython adds the parts up, the smallest unit first: sums of fractions depend on it.
var deltaOrder = [...]int{2, 3, 1, 4, 5, 0, 6}

// microSum adds up microseconds: small, or large once that overflows, and a fraction below the microsecond from floats.
type microSum struct {
	small    int64
	large    *big.Int
	fraction float64
}

// add adds n times worth.
func (s *microSum) add(n, worth int64) {
	if s.large == nil {
		hi, lo := bits.Mul64(uint64(max(n, -n)), uint64(worth))
		if n != math.MinInt64 && hi == 0 && lo <= math.MaxInt64 {
			product := int64(lo)
			if n < 0 {
				product = -product
			}
			if sum := s.small + product; (sum > s.small) == (product > 0) {
				s.small = sum
				return
			}
		}
	}
	s.addBig(big.NewInt(n), worth)
}

func (s *microSum) addBig(n *big.Int, worth int64) {
	if s.large == nil {
		s.large = big.NewInt(s.small)
	}
	s.large.Add(s.large, new(big.Int).Mul(n, big.NewInt(worth)))
}

// addFloat adds f times worth, both the whole part and what the fraction makes of the unit.
func (s *microSum) addFloat(f float64, worth int64) error {
	if math.IsNaN(f) {
		return objects.ValueErrorf("cannot convert float NaN to integer")
	}
	if math.IsInf(f, 0) {
		return objects.OverflowErrorf("cannot convert float infinity to integer")
	}
	whole, fraction := math.Modf(f)
	if math.Abs(whole) < 1<<62 {
		s.add(int64(whole), worth)
	} else {
		n, _ := big.NewFloat(whole).Int(nil)
		s.addBig(n, worth)
	}
	if fraction != 0 {
		whole, fraction = math.Modf(float64(worth) * fraction)
		s.fraction += fraction
		s.add(int64(whole), 1)
	}
	return nil
}

// round adds the fraction, rounded to the nearest microsecond such that a tie makes the sum even.
func (s *microSum) round() {
	if s.fraction == 0 {
		return
	}
	odd := s.small&1 != 0
	if s.large != nil {
		odd = s.large.Bit(0) != 0
	}
	whole := math.Round(s.fraction)
	if math.Abs(whole-s.fraction) == 0.5 {
		if whole = math.RoundToEven(s.fraction); odd {
			whole = math.RoundToEven(s.fraction+1) - 1
		}
	}
	s.add(int64(whole), 1)
}

func deltaNew(t *thread, typ *typeOf, args []value) (value, error) {
	var sum microSum
	for _, i := range deltaOrder {
		v, part := args[i], &deltaParts[i]
		switch {
		case v.IsZero():
		case v.IsInline():
			sum.add(v.Inline(), part.worth)
		case objects.IsInt(v):
			if n, ok := objects.Int64Of(v); ok {
				sum.add(n, part.worth)
			} else {
				sum.addBig(objects.BigOf(v), part.worth)
			}
		default:
			f, ok := objects.FloatOf(v)
			if !ok {
				return value{}, objects.TypeErrorf("unsupported type for timedelta %s component: %s", part.name, objects.TypeOf(v))
			}
			if err := sum.addFloat(f, part.worth); err != nil {
				return value{}, err
			}
		}
	}
	sum.round()
	if sum.large != nil {
		return deltaOfBig(typ, sum.large)
	}
	return deltaOfMicros(typ, sum.small), nil
}

func deltaRepr(t *thread, self value) (value, error) {
	d := asDelta(self)
	b := append([]byte(objects.TypeOf(self).TpName()), '(')
	for _, part := range [...]struct {
		name string
		n    int32
	}{{"days", d.days}, {"seconds", d.seconds}, {"microseconds", d.us}} {
		if part.n == 0 {
			continue
		}
		if b[len(b)-1] != '(' {
			b = append(b, ", "...)
		}
		b = append(append(b, part.name...), '=')
		b = strconv.AppendInt(b, int64(part.n), 10)
	}
	if b[len(b)-1] == '(' {
		b = append(b, '0')
	}
	return native.Str(string(append(b, ')'))), nil
}

func deltaStr(t *thread, self value) (value, error) {
	d := asDelta(self)
	var b []byte
	if d.days != 0 {
		b = strconv.AppendInt(b, int64(d.days), 10)
		b = append(b, " day"...)
		if d.days != 1 && d.days != -1 {
			b = append(b, 's')
		}
		b = append(b, ", "...)
	}
	b = fmt.Appendf(b, "%d:%02d:%02d", d.seconds/3600, d.seconds/60%60, d.seconds%60)
	if d.us != 0 {
		b = fmt.Appendf(b, ".%06d", d.us)
	}
	return native.Str(string(b)), nil
}

// deltaHash is that of the tuple of the three parts.
func deltaHash(t *thread, self value) (int64, error) { return asDelta(self).hash(), nil }

func (d *delta) hash() int64 {
	days := int64(d.days)
	if days == -1 {
		days = -2
	}
	return objects.TupleHash(days, int64(d.seconds), int64(d.us))
}

func deltaCompare(t *thread, a, b value, op objects.CompareOp) (value, error) {
	if !isDelta(b) {
		return objects.NotImplemented, nil
	}
	return ordered(asDelta(a).compare(asDelta(b)), op), nil
}

// ordered is the result of a comparison whose operands compare as c does with 0.
func ordered(c int, op objects.CompareOp) value {
	switch op {
	case objects.OpLt:
		return objects.Bool(c < 0)
	case objects.OpLe:
		return objects.Bool(c <= 0)
	case objects.OpEq:
		return objects.Bool(c == 0)
	case objects.OpNe:
		return objects.Bool(c != 0)
	case objects.OpGt:
		return objects.Bool(c > 0)
	}
	return objects.Bool(c >= 0)
}

func deltaMethods() []objects.FuncDef {
	return []objects.FuncDef{
		{Name: "total_seconds", Doc: "The whole duration in seconds, as a float.", Fn: func(t *thread, self value, args []value) (value, error) {
			return deltaSeconds(t, asDelta(self))
		}},
		{Name: "__reduce__", Doc: "Return the class and the arguments that make an equal duration, for pickle.", Fn: func(t *thread, self value, args []value) (value, error) {
			d := asDelta(self)
			return native.Tuple(objects.ToValue(objects.TypeOf(self)),
				native.Tuple(objects.Int(int64(d.days)), objects.Int(int64(d.seconds)), objects.Int(int64(d.us)))), nil
		}},
	}
}

func initDelta() {
	typ := &deltaType
	typ.Name, typ.Module = "timedelta", "datetime"
	typ.Doc = "timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)\n\n" +
		"A duration, to the microsecond. The arguments are ints or floats of either sign and are added up."
	typ.Flags = objects.FlagBase
	objects.Layout[delta](typ)
	typ.New = objects.NewBound("__new__", "days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0", deltaNew)
	typ.Repr, typ.Str, typ.Hash, typ.Compare = deltaRepr, deltaStr, deltaHash, deltaCompare
	typ.Bool = func(t *thread, self value) (bool, error) { return !asDelta(self).isZero(), nil }
	typ.Number = deltaNumber()
	typ.Methods = deltaMethods
	typ.GetSets = func() []objects.GetSetDef {
		part := func(name, doc string, get func(d *delta) int32) objects.GetSetDef {
			return objects.GetSetDef{Name: name, Doc: doc, Member: true, Get: func(t *thread, self value) (value, error) {
				return objects.InlineInt(int64(get(asDelta(self)))), nil
			}}
		}
		return []objects.GetSetDef{
			part("days", "The whole days, negative where the duration is.", func(d *delta) int32 { return d.days }),
			part("seconds", "The seconds beyond whole days, from 0 to 86399.", func(d *delta) int32 { return d.seconds }),
			part("microseconds", "The microseconds beyond whole seconds, from 0 to 999999.", func(d *delta) int32 { return d.us }),
		}
	}
}
