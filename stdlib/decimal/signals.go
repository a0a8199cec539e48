package decimal

import (
	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// condition is an exception class and the conditions of the arithmetic that it stands for.
type condition struct {
	name   string
	status decnum.Status
	bases  []string
	class  *objects.Type
}

// signals are what traps and flags have as keys, in their order, which is also the order of precedence. conditions are the
// reasons of InvalidOperation that have classes of their own.
var (
	signals = [...]condition{
		{name: "InvalidOperation", status: decnum.Invalid},
		{name: "FloatOperation", status: decnum.FloatOperation, bases: []string{"DecimalException", "TypeError"}},
		{name: "DivisionByZero", status: decnum.DivisionByZero, bases: []string{"DecimalException", "ZeroDivisionError"}},
		{name: "Overflow", status: decnum.Overflow, bases: []string{"Inexact", "Rounded"}},
		{name: "Underflow", status: decnum.Underflow, bases: []string{"Inexact", "Rounded", "Subnormal"}},
		{name: "Subnormal", status: decnum.Subnormal},
		{name: "Inexact", status: decnum.Inexact},
		{name: "Rounded", status: decnum.Rounded},
		{name: "Clamped", status: decnum.Clamped},
	}
	conditions = [...]condition{
		{name: "ConversionSyntax", status: decnum.ConversionSyntax, bases: []string{"InvalidOperation"}},
		{name: "DivisionImpossible", status: decnum.DivisionImpossible, bases: []string{"InvalidOperation"}},
		{name: "DivisionUndefined", status: decnum.DivisionUndefined, bases: []string{"InvalidOperation", "ZeroDivisionError"}},
		{name: "InvalidContext", status: decnum.InvalidContext, bases: []string{"InvalidOperation"}},
	}
	// exceptionClass is DecimalException.
	exceptionClass *objects.Type
)

// reprOrder are the signals in the order in which the repr of a context lists them.
var reprOrder = [...]int{8, 0, 2, 6, 1, 3, 7, 5, 4}

const wrongSignal = "valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]"

var signalDictType *objects.Type
var mixinType objects.Type

// initSignals makes the exception classes and SignalDict, a class derived from mapping.
func initSignals(t *thread, mapping value) error {
	known := map[string]value{
		"TypeError":         objects.ToValue(&objects.TypeErrorType),
		"ZeroDivisionError": objects.ToValue(&objects.ZeroDivisionErrorType),
	}
	makeClass := func(name string, bases ...value) (*objects.Type, error) {
		d := objects.NewDict()
		d.SetStr(objects.Intern("__module__"), native.Str("decimal"))
		v, err := objects.Call3(t, objects.ToValue(&objects.TypeType), native.Str(name), native.Tuple(bases...), objects.ToValue(d))
		if err != nil {
			return nil, err
		}
		known[name] = v
		return objects.As[objects.Type](v), nil
	}
	var err error
	if exceptionClass, err = makeClass("DecimalException", objects.ToValue(&objects.ArithmeticErrorType)); err != nil {
		return err
	}
	add := func(c *condition) error {
		if c.bases == nil {
			c.bases = []string{"DecimalException"}
		}
		var bases []value
		for _, b := range c.bases {
			bases = append(bases, known[b])
		}
		c.class, err = makeClass(c.name, bases...)
		return err
	}
	// The bases of the errors of range come last in the table.
	for i := len(signals) - 1; i >= 0; i-- {
		if err := add(&signals[i]); err != nil {
			return err
		}
	}
	for i := range conditions {
		if err := add(&conditions[i]); err != nil {
			return err
		}
	}
	initMixin()
	d := objects.NewDict()
	d.SetStr(objects.Intern("__module__"), native.Str("abc"))
	v, err := objects.Call3(t, objects.ToValue(objects.TypeOf(mapping)), native.Str("SignalDict"), native.Tuple(objects.NewType(&mixinType), mapping), objects.ToValue(d))
	if err != nil {
		return err
	}
	signalDictType = objects.As[objects.Type](v)
	return nil
}

// errorOf makes the exception of trapped conditions: the class of the first signal, with all of them as a list.
func errorOf(s decnum.Status) error {
	var class *objects.Type
	for i := range signals {
		if s&signals[i].status != 0 {
			class = signals[i].class
			break
		}
	}
	if class == nil {
		return objects.RuntimeErrorf("internal error in flags_as_exception")
	}
	return objects.NewError(class, objects.ToValue(classesOf(s)))
}

// classesOf lists the classes of conditions.
func classesOf(s decnum.Status) *objects.List {
	l := objects.NewList()
	if s&decnum.InvalidOperation != 0 {
		l.Append(objects.ToValue(signals[0].class))
	}
	for i := range conditions {
		if s&conditions[i].status != 0 {
			l.Append(objects.ToValue(conditions[i].class))
		}
	}
	for i := range signals[1:] {
		if s&signals[i+1].status != 0 {
			l.Append(objects.ToValue(signals[i+1].class))
		}
	}
	return l
}

// signalsOf lists the signals of conditions.
func signalsOf(s decnum.Status) value {
	l := objects.NewList()
	for i := range signals {
		if s&signals[i].status != 0 {
			l.Append(objects.ToValue(signals[i].class))
		}
	}
	return objects.ToValue(l)
}

// signalStatus returns the conditions of a signal's class.
func signalStatus(v value) (decnum.Status, error) {
	for i := range signals {
		if v == objects.ToValue(signals[i].class) {
			return signals[i].status, nil
		}
	}
	return 0, objects.NewError(&objects.KeyErrorType, native.Str(wrongSignal))
}

// statusOfList returns the conditions that a list of signals names.
func statusOfList(v value) (decnum.Status, error) {
	l, _ := objects.ListOf(v)
	var s decnum.Status
	for _, x := range l.Items() {
		one, err := signalStatus(x)
		if err != nil {
			return 0, err
		}
		s |= one
	}
	return s, nil
}

// statusOfDict returns the conditions that a dict of all signals sets, or a SignalDict.
func statusOfDict(t *thread, v value) (decnum.Status, error) {
	if d, ok := signalDictOf(v); ok {
		if d.status == nil {
			return 0, invalidDict()
		}
		return *d.status, nil
	}
	d, ok := objects.DictOf(v)
	if !ok {
		return 0, objects.TypeErrorf("argument must be a signal dict")
	}
	if d.Len() != len(signals) {
		return 0, objects.NewError(&objects.KeyErrorType, native.Str("invalid signal dict"))
	}
	var s decnum.Status
	for i := range signals {
		x, err := d.Get(t, objects.ToValue(signals[i].class))
		if err != nil {
			return 0, err
		}
		if x.IsZero() {
			return 0, objects.NewError(&objects.KeyErrorType, native.Str("invalid signal dict"))
		}
		set, err := objects.Truth(t, x)
		if err != nil {
			return 0, err
		}
		if set {
			s |= signals[i].status
		}
	}
	return s, nil
}

// signalDict is the mapping traps or flags of a context. status is nil where a program made it.
type signalDict struct {
	objects.Head
	status *decnum.Status
	// owner is the context, which the mapping keeps alive.
	owner value
}

func newSignalDict(c *context, status *decnum.Status) value {
	v := signalDictType.NewInstance()
	d := objects.As[signalDict](v)
	d.status, d.owner = status, objects.ToValue(c)
	return v
}

func signalDictOf(v value) (*signalDict, bool) {
	if v.IsObject() && objects.IsInstance(v, &mixinType) {
		return objects.As[signalDict](v), true
	}
	return nil, false
}

func invalidDict() error { return objects.ValueErrorf("invalid signal dict") }

// mapped runs f with a valid mapping.
func mapped[T any](self value, f func(s *decnum.Status) (T, error)) (T, error) {
	d := objects.As[signalDict](self)
	if d.status == nil {
		return *new(T), invalidDict()
	}
	return f(d.status)
}

func initMixin() {
	typ := &mixinType
	typ.Name, typ.Module = "SignalDictMixin", "decimal"
	typ.Flags = objects.FlagBase
	objects.Layout[signalDict](typ)
	typ.New = func(t *thread, typ *objects.Type, args []value, kw *objects.Tuple) (value, error) {
		return typ.NewInstance(), nil
	}
	typ.Init = func(t *thread, self value, args []value, kw *objects.Tuple) error { return nil }
	typ.Hash = objects.HashNotImplemented
	typ.Traverse = func(v value, visit func(value)) { native.Visit(visit, objects.As[signalDict](v).owner) }
	typ.Len = func(t *thread, self value) (int, error) {
		return mapped(self, func(s *decnum.Status) (int, error) { return len(signals), nil })
	}
	typ.Iter = func(t *thread, self value) (value, error) {
		return mapped(self, func(s *decnum.Status) (value, error) {
			keys := objects.MakeTuple(len(signals))
			for i := range signals {
				keys.Items()[i] = objects.ToValue(signals[i].class)
			}
			return objects.Iter(t, objects.ToValue(keys))
		})
	}
	typ.GetItem = func(t *thread, self, key value) (value, error) {
		return mapped(self, func(s *decnum.Status) (value, error) {
			bit, err := signalStatus(key)
			return objects.Bool(*s&bit != 0), err
		})
	}
	typ.SetItem = func(t *thread, self, key, v value) error {
		_, err := mapped(self, func(s *decnum.Status) (value, error) {
			if v.IsZero() {
				return value{}, objects.ValueErrorf("signal keys cannot be deleted")
			}
			bit, err := signalStatus(key)
			if err != nil {
				return value{}, err
			}
			set, err := objects.Truth(t, v)
			if err != nil {
				return value{}, err
			}
			if set {
				*s |= bit
			} else {
				*s &^= bit
			}
			return value{}, nil
		})
		return err
	}
	typ.Repr = func(t *thread, self value) (value, error) {
		return mapped(self, func(s *decnum.Status) (value, error) {
			text := "{"
			for i := range signals {
				if i > 0 {
					text += ", "
				}
				text += "<class 'decimal." + signals[i].name + "'>:"
				if *s&signals[i].status != 0 {
					text += "True"
				} else {
					text += "False"
				}
			}
			return native.Str(text + "}"), nil
		})
	}
	typ.Compare = func(t *thread, a, b value, op objects.CompareOp) (value, error) {
		return mapped(a, func(s *decnum.Status) (value, error) {
			if op != objects.OpEq && op != objects.OpNe {
				return objects.NotImplemented, nil
			}
			var other decnum.Status
			if d, ok := signalDictOf(b); ok {
				if d.status == nil {
					return value{}, invalidDict()
				}
				other = *d.status
			} else if _, ok := objects.DictOf(b); ok {
				var err error
				if other, err = statusOfDict(t, b); err != nil {
					if objects.IsError(err, &objects.KeyErrorType) {
						return objects.NotImplemented, nil
					}
					return value{}, err
				}
			} else {
				return objects.NotImplemented, nil
			}
			return objects.Bool((*s == other) == (op == objects.OpEq)), nil
		})
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "copy", Fn: func(t *thread, self value, args []value) (value, error) {
				return mapped(self, func(s *decnum.Status) (value, error) {
					d := objects.NewDict()
					for i := range signals {
						if err := d.Set(t, objects.ToValue(signals[i].class), objects.Bool(*s&signals[i].status != 0)); err != nil {
							return value{}, err
						}
					}
					return objects.ToValue(d), nil
				})
			}},
		}
	}
}
