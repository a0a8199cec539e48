package datetime

import (
	"math"
	"strings"

	"github.com/adder-lang/adder/objects"
)

// intArg converts an argument that CPython's format string declares as "i".
func intArg(t *thread, v value) (int, error) {
	if v.IsInline() {
		if n := v.Inline(); n == int64(int32(n)) {
			return int(n), nil
		}
	}
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	switch {
	case !ok:
		return 0, objects.OverflowErrorf("Python int too large to convert to C long")
	case n > math.MaxInt32:
		return 0, objects.OverflowErrorf("signed integer is greater than maximum")
	case n < math.MinInt32:
		return 0, objects.OverflowErrorf("signed integer is less than minimum")
	}
	return int(n), nil
}

// constructor declares the arguments of a type's call: ints first, then a tzinfo where zone is its index, then fold.
// required of them have no default.
type constructor struct {
	def      objects.FuncDef
	params   []string
	required int
	zone     int // -1: none
	position int // how many may be given by position
}

// fields are the arguments of a constructor, converted; zone is as it was given, zero for None and where it was omitted.
type fields struct {
	n    [9]int
	zone value
}

// read checks and converts arguments. CPython converts each one as it comes to it, so that the error of a wrong type comes
// before that of a missing argument behind it.
func (c *constructor) read(t *thread, f *fields, args []value, kw *objects.Tuple) error {
	if n := len(args); kw.Len() == 0 && n >= c.required && n <= c.position {
		for i, v := range args {
			if err := c.convert(t, f, i, v); err != nil {
				return err
			}
		}
		return nil
	}
	var bound [9]value
	err := c.def.BindArgs(bound[:len(c.params)], args, kw)
	if err != nil && len(args) > len(c.params) {
		return err
	}
	npos := len(args) - kw.Len()
	for i := range c.params {
		v := bound[i]
		if err != nil {
			v = c.given(i, args[:min(npos, c.position)], args[npos:], kw)
			if v.IsZero() && i < c.required {
				return err
			}
		}
		if !v.IsZero() {
			if err := c.convert(t, f, i, v); err != nil {
				return err
			}
		}
	}
	return err
}

// given finds the argument of a parameter, zero where there is none.
func (c *constructor) given(i int, args, keywords []value, kw *objects.Tuple) value {
	if i < len(args) {
		return args[i]
	}
	for k, v := range keywords {
		if objects.As[objects.Str](kw.Item(k)).String() == c.params[i] {
			return v
		}
	}
	return value{}
}

func (c *constructor) convert(t *thread, f *fields, i int, v value) (err error) {
	if i == c.zone {
		f.zone = v
		return nil
	}
	f.n[i], err = intArg(t, v)
	return err
}

// checkDay makes a day of numbers that may be out of range.
func checkDay(year, month, day int) (ymd, error) {
	switch {
	case year < minYear || year > maxYear:
		return ymd{}, objects.ValueErrorf("year %d is out of range", year)
	case month < 1 || month > 12:
		return ymd{}, objects.ValueErrorf("month must be in 1..12")
	case day < 1 || day > daysInMonth(year, month):
		return ymd{}, objects.ValueErrorf("day is out of range for month")
	}
	return ymd{uint16(year), uint8(month), uint8(day)}, nil
}

// checkClock makes a time of day of numbers that may be out of range.
func checkClock(hour, minute, second, us, fold int) (hms, error) {
	switch {
	case hour < 0 || hour > 23:
		return hms{}, objects.ValueErrorf("hour must be in 0..23")
	case minute < 0 || minute > 59:
		return hms{}, objects.ValueErrorf("minute must be in 0..59")
	case second < 0 || second > 59:
		return hms{}, objects.ValueErrorf("second must be in 0..59")
	case us < 0 || us > 999_999:
		return hms{}, objects.ValueErrorf("microsecond must be in 0..999999")
	case fold != 0 && fold != 1:
		return hms{}, objects.ValueErrorf("fold must be either 0 or 1")
	}
	return hms{uint8(hour), uint8(minute), uint8(second), uint8(fold), uint32(us)}, nil
}

// zoneArg checks a tzinfo argument; the result is zero for None.
func zoneArg(v value) (value, error) {
	if v.IsZero() || v == objects.None {
		return value{}, nil
	}
	if !objects.IsInstance(v, &tzinfoType) {
		return value{}, objects.TypeErrorf("tzinfo argument must be None or of a tzinfo subclass, not type '%s'", objects.TypeOf(v))
	}
	return v, nil
}

// exactly wraps a method that takes n arguments by position, with the messages of CPython's PyArg_ParseTuple. full is its
// name, with that of its type unless it is a class method.
func exactly(full string, n int, fn func(t *thread, self value, args []value) (value, error)) objects.CallFunc {
	return func(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
		if kw.Len() > 0 {
			return value{}, objects.TypeErrorf("%s() takes no keyword arguments", full)
		}
		if len(args) != n {
			s := "s"
			if n == 1 {
				s = ""
			}
			return value{}, objects.TypeErrorf("%s() takes exactly %d argument%s (%d given)", full[strings.IndexByte(full, '.')+1:], n, s, len(args))
		}
		return fn(t, self, args)
	}
}
