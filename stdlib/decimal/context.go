package decimal

import (
	"strconv"
	"strings"

	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var contextType objects.Type

// context is a Context. Its mappings traps and flags are made when they are asked for and write to the fields.
type context struct {
	objects.Head
	decnum.Context
	traps, status decnum.Status
	// capitals is 1 where exponents are written with E, 0 for e.
	capitals            int64
	trapsDict, flagDict value
}

// roundingNames are the names of the roundings, by the numbers of the arithmetic.
var roundingNames = [...]string{
	decnum.RoundUp: "ROUND_UP", decnum.RoundDown: "ROUND_DOWN", decnum.RoundCeiling: "ROUND_CEILING", decnum.RoundFloor: "ROUND_FLOOR",
	decnum.RoundHalfUp: "ROUND_HALF_UP", decnum.RoundHalfDown: "ROUND_HALF_DOWN", decnum.RoundHalfEven: "ROUND_HALF_EVEN", decnum.Round05Up: "ROUND_05UP",
}

func roundingOf(v value) (decnum.Rounding, error) {
	if s, ok := objects.StrOf(v); ok {
		text := s.String()
		for i, name := range roundingNames {
			if name == text {
				return decnum.Rounding(i), nil
			}
		}
	}
	return 0, objects.TypeErrorf("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
}

func contextOf(v value) (*context, bool) {
	if v.IsObject() && objects.IsInstance(v, &contextType) {
		return objects.As[context](v), true
	}
	return nil, false
}

// newContext makes a context with the settings of another, or with those of the first default context.
func newContext(typ *objects.Type, from *context) *context {
	c := objects.As[context](typ.NewInstance())
	if from != nil {
		c.Context, c.traps, c.status, c.capitals = from.Context, from.traps, from.status, from.capitals
		return c
	}
	c.Context = decnum.Context{Prec: 28, Emax: 999999, Emin: -999999, Round: decnum.RoundHalfEven}
	c.traps = decnum.Invalid | decnum.DivisionByZero | decnum.Overflow
	c.capitals = 1
	return c
}

func (c *context) copy() *context { return newContext(&contextType, c) }

// signal records what an operation reported and raises what is trapped.
func (c *context) signal(s decnum.Status) error {
	c.status |= s
	if s&(c.traps|decnum.MallocError) != 0 {
		if s&decnum.MallocError != 0 {
			return objects.Errorf(&objects.MemoryErrorType, "")
		}
		return errorOf(s & c.traps)
	}
	return nil
}

// letter is the exponent's letter.
func (c *context) letter() byte {
	if c.capitals != 0 {
		return 'E'
	}
	return 'e'
}

// attribute is a settable attribute of a context.
type attribute struct {
	name string
	get  func(c *context) value
	set  func(t *thread, c *context, v value) error
}

// limited makes the setter of a number between two limits.
func limited(set func(c *context, n int64), low, high int64, message string) func(t *thread, c *context, v value) error {
	return func(t *thread, c *context, v value) error {
		if !objects.IsInt(v) {
			return objects.TypeErrorf("an integer is required")
		}
		n, ok := objects.Int64Of(v)
		if !ok {
			return objects.OverflowErrorf("Python int too large to convert to C ssize_t")
		}
		if n < low || n > high {
			return objects.ValueErrorf("%s", message)
		}
		set(c, n)
		return nil
	}
}

// attributes are the attributes of a context in the order in which Context() takes them.
var attributes = [...]attribute{
	{"prec", func(c *context) value { return objects.Int(c.Prec) },
		limited(func(c *context, n int64) { c.Prec = n }, 1, decnum.MaxPrec, "valid range for prec is [1, MAX_PREC]")},
	{"rounding", func(c *context) value { return objects.Intern(roundingNames[c.Round]).Value() }, func(t *thread, c *context, v value) error {
		r, err := roundingOf(v)
		if err == nil {
			c.Round = r
		}
		return err
	}},
	{"Emin", func(c *context) value { return objects.Int(c.Emin) },
		limited(func(c *context, n int64) { c.Emin = n }, decnum.MinEmin, 0, "valid range for Emin is [MIN_EMIN, 0]")},
	{"Emax", func(c *context) value { return objects.Int(c.Emax) },
		limited(func(c *context, n int64) { c.Emax = n }, 0, decnum.MaxEmax, "valid range for Emax is [0, MAX_EMAX]")},
	{"capitals", func(c *context) value { return objects.Int(c.capitals) },
		limited(func(c *context, n int64) { c.capitals = n }, 0, 1, "valid values for capitals are 0 or 1")},
	{"clamp", func(c *context) value { return objects.Bool01(c.Clamp) },
		limited(func(c *context, n int64) { c.Clamp = n == 1 }, 0, 1, "valid values for clamp are 0 or 1")},
}

// setAll sets the attributes that are given: those of the table, then flags and traps, which may be lists.
func (c *context) setAll(t *thread, args []value) error {
	for i, v := range args {
		if !native.Given(v) {
			continue
		}
		if i < len(attributes) {
			if err := attributes[i].set(t, c, v); err != nil {
				return err
			}
			continue
		}
		var s decnum.Status
		var err error
		if _, isList := objects.ListOf(v); isList {
			s, err = statusOfList(v)
		} else {
			s, err = statusOfDict(t, v)
		}
		if err != nil {
			return err
		}
		if i == len(attributes) {
			c.status = s
		} else {
			c.traps = s
		}
	}
	return nil
}

// mapping returns the mapping of the traps, or of the flags.
func (c *context) mapping(name string) value {
	at, status := &c.flagDict, &c.status
	if name == "traps" {
		at, status = &c.trapsDict, &c.traps
	}
	if at.IsZero() {
		*at = newSignalDict(c, status)
	}
	return *at
}

// names lists the signals of conditions as repr() shows them.
func names(s decnum.Status) string {
	var list []string
	for _, i := range reprOrder {
		if s&signals[i].status != 0 {
			list = append(list, signals[i].name)
		}
	}
	return "[" + strings.Join(list, ", ") + "]"
}

func (c *context) String() string {
	number := func(n int64) string { return strconv.FormatInt(n, 10) }
	clamp := "0"
	if c.Clamp {
		clamp = "1"
	}
	return "Context(prec=" + number(c.Prec) + ", rounding=" + roundingNames[c.Round] + ", Emin=" + number(c.Emin) + ", Emax=" + number(c.Emax) +
		", capitals=" + number(c.capitals) + ", clamp=" + clamp + ", flags=" + names(c.status) + ", traps=" + names(c.traps) + ")"
}

func initContext() {
	typ := &contextType
	typ.Name, typ.Module = "Context", "decimal"
	typ.TextSig = "(prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None)"
	typ.Doc = "Precision, range of exponents, rounding, flags and traps of arithmetic:\nwhat operations round to, what they report and what they raise.\n\n    >>> Context(prec=4, rounding=ROUND_UP).divide(Decimal(1), Decimal(3))\n    Decimal('0.3334')\n\n"
	typ.Flags = objects.FlagBase
	objects.Layout[context](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		c := newContext(typ, defaultContext)
		c.status = 0
		return objects.ToValue(c), nil
	}
	typ.Init = objects.InitBound("", "prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None",
		func(t *thread, self value, args []value) error { return objects.As[context](self).setAll(t, args) })
	typ.Repr = func(t *thread, self value) (value, error) { return native.Str(objects.As[context](self).String()), nil }
	typ.Traverse = func(v value, visit func(value)) {
		c := objects.As[context](v)
		native.Visit(visit, c.trapsDict, c.flagDict)
	}
	typ.GetAttr = func(t *thread, self value, name *objects.Str) (value, error) {
		if n := name.String(); n == "traps" || n == "flags" {
			return objects.As[context](self).mapping(n), nil
		}
		return objects.GenericGetAttr(t, self, name)
	}
	typ.SetAttr = func(t *thread, self value, name *objects.Str, v value) error {
		if v.IsZero() {
			return objects.Errorf(&objects.AttributeErrorType, "context attributes cannot be deleted")
		}
		n := name.String()
		if n != "traps" && n != "flags" {
			return objects.GenericSetAttr(t, self, name, v)
		}
		s, err := statusOfDict(t, v)
		if err != nil {
			return err
		}
		if n == "traps" {
			objects.As[context](self).traps = s
		} else {
			objects.As[context](self).status = s
		}
		return nil
	}
	typ.GetSets = func() []objects.GetSetDef {
		var defs []objects.GetSetDef
		for i := range attributes {
			a := &attributes[i]
			defs = append(defs, objects.GetSetDef{Name: a.name,
				Get: func(t *thread, self value) (value, error) { return a.get(objects.As[context](self)), nil },
				Set: func(t *thread, self, v value) error { return a.set(t, objects.As[context](self), v) }})
		}
		return defs
	}
	typ.Methods = contextMethods
}
