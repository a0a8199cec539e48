// Package decimal is the module _decimal: Decimal and Context over the arithmetic of [decnum], with CPython's conversions,
// signals and messages.
//
// A Decimal holds a number (decimal.go, slots.go, methods.go); construct.go makes one from Python's values, format.go a text
// for a format specification. A Context (context.go, contextmethods.go) holds a context of the arithmetic, the traps and the
// flags; signals.go is what stands for them in Python: the exceptions, and the mappings traps and flags. Every operation ends in
// [context.signal], which sets flags and raises what is trapped. The current context is the value of a context variable
// (current.go).
package decimal

import (
	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	number = decnum.Number
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_decimal",
	Doc:     "C decimal arithmetic module",
	Methods: moduleFunctions,
	Exec:    exec,
}

// decimalTuple and rational are the classes DecimalTuple and numbers.Rational.
var decimalTuple, rational value

// exec makes the types at the first import; further imports show the same ones.
func exec(t *thread, m *objects.Module) error {
	if decimalType.Name == "" {
		if err := initTypes(t); err != nil {
			decimalType.Name = ""
			return err
		}
	}
	native.Export(m, &decimalType)
	native.Export(m, &contextType)
	m.Set("DecimalTuple", decimalTuple)
	for i := range signals {
		m.Set(signals[i].name, objects.ToValue(signals[i].class))
	}
	for i := range conditions {
		m.Set(conditions[i].name, objects.ToValue(conditions[i].class))
	}
	m.Set("DecimalException", objects.ToValue(exceptionClass))
	m.Set("DefaultContext", objects.ToValue(defaultContext))
	m.Set("BasicContext", objects.ToValue(basicContext))
	m.Set("ExtendedContext", objects.ToValue(extendedContext))
	for _, name := range roundingNames {
		m.Set(name, objects.Intern(name).Value())
	}
	for name, n := range map[string]int64{"MAX_PREC": decnum.MaxPrec, "MAX_EMAX": decnum.MaxEmax, "MIN_EMIN": decnum.MinEmin, "MIN_ETINY": decnum.MinEtiny} {
		m.Set(name, objects.Int(n))
	}
	m.Set("HAVE_THREADS", objects.True)
	m.Set("HAVE_CONTEXTVAR", objects.True)
	m.Set("__version__", native.Str("1.70"))
	m.Set("__libmpdec_version__", native.Str("2.5.1"))
	return nil
}

func initTypes(t *thread) error {
	numbers, err := interp.ImportModule(t, "numbers")
	if err != nil {
		return err
	}
	abc, err := interp.ImportModule(t, "collections.abc")
	if err != nil {
		return err
	}
	collections, err := interp.ImportModule(t, "collections")
	if err != nil {
		return err
	}
	initDecimal()
	initContext()
	initManager()
	for _, typ := range [...]*objects.Type{&decimalType, &contextType, &managerType} {
		objects.NewType(typ)
	}
	mapping, err := objects.GetAttrString(t, abc, "MutableMapping")
	if err != nil {
		return err
	}
	if err := initSignals(t, mapping); err != nil {
		return err
	}
	if rational, err = objects.GetAttrString(t, numbers, "Rational"); err != nil {
		return err
	}
	number, err := objects.GetAttrString(t, numbers, "Number")
	if err != nil {
		return err
	}
	if _, err := objects.CallMethod(t, number, objects.Intern("register"), objects.ToValue(&decimalType)); err != nil {
		return err
	}
	namedtuple, err := objects.GetAttrString(t, collections, "namedtuple")
	if err != nil {
		return err
	}
	if decimalTuple, err = objects.Call2(t, namedtuple, native.Str("DecimalTuple"), native.Str("sign digits exponent")); err != nil {
		return err
	}
	if err := objects.SetAttr(t, decimalTuple, objects.Intern("__module__"), native.Str("decimal")); err != nil {
		return err
	}
	initTemplates()
	objects.AddRoots(func(visit func(value)) {
		native.Visit(visit, decimalTuple, rational, variable, objects.ToValue(exceptionClass), objects.ToValue(signalDictType))
		for i := range signals {
			visit(objects.ToValue(signals[i].class))
		}
		for i := range conditions {
			visit(objects.ToValue(conditions[i].class))
		}
		for _, c := range [...]*context{defaultContext, basicContext, extendedContext} {
			visit(objects.ToValue(c))
		}
	})
	return nil
}
