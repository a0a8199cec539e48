package main

import (
	"fmt"
	"slices"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/marshal"
)

// counts is how much was checked.
type counts struct{ codes, instrs, bytes int }

// check writes a code object, reads it back, and compares.
func check(t *objects.Thread, c *objects.Code, n *counts) error {
	// What the compiler made is held to the verifier too, with those nested in it.
	if err := verify(c, n); err != nil {
		return err
	}
	data, err := marshal.Dump(t, objects.ToValue(c), marshal.Version, true)
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	n.bytes += len(data)
	v, err := marshal.Load(t, data, true)
	if err != nil {
		return fmt.Errorf("reading: %w", err)
	}
	if !objects.Is(v, &objects.CodeType) {
		return fmt.Errorf("read a %s", objects.TypeOf(v))
	}
	if err := sameCode(c, objects.As[objects.Code](v)); err != nil {
		return fmt.Errorf("read back: %w", err)
	}
	again, err := marshal.Dump(t, v, marshal.Version, true)
	if err != nil {
		return fmt.Errorf("writing again: %w", err)
	}
	if len(again) != len(data) {
		return fmt.Errorf("%d bytes become %d when they are written again", len(data), len(again))
	}
	return nil
}

func verify(c *objects.Code, n *counts) error {
	n.codes++
	n.instrs += len(c.Instrs)
	if err := objects.CheckCode(c); err != nil {
		return fmt.Errorf("%s is refused: %w", c.QualName.String(), err)
	}
	for _, k := range c.Consts {
		if objects.Is(k, &objects.CodeType) {
			if err := verify(objects.As[objects.Code](k), n); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameCode says what differs between two code objects.
func sameCode(a, b *objects.Code) error {
	type numbers struct {
		args, posOnly, kwOnly, regs int
		line                        int32
		flags                       objects.CodeFlags
		doc, simple                 bool
	}
	of := func(c *objects.Code) numbers {
		return numbers{c.ArgCount, c.PosOnlyArgCount, c.KwOnlyArgCount, c.NRegs, c.FirstLine, c.Flags, c.HasDoc, c.Simple}
	}
	if of(a) != of(b) {
		return fmt.Errorf("%s: %+v, %+v", a.QualName.String(), of(a), of(b))
	}
	names := func(what string, a, b []*objects.Str) error {
		if !slices.EqualFunc(a, b, sameText) {
			return fmt.Errorf("%s differ", what)
		}
		return nil
	}
	siteNames := func(c *objects.Code) (list []*objects.Str) {
		for i := range c.Sites {
			list = append(list, c.Sites[i].Name)
		}
		return list
	}
	for _, l := range []struct {
		what string
		a, b []*objects.Str
	}{
		{"names", []*objects.Str{a.Name, a.QualName, a.Filename}, []*objects.Str{b.Name, b.QualName, b.Filename}},
		{"variables", a.VarNames, b.VarNames}, {"cells", a.CellVars, b.CellVars}, {"free variables", a.FreeVars, b.FreeVars},
		{"global names", a.Names, b.Names}, {"sites", siteNames(a), siteNames(b)},
	} {
		if err := names(l.what, l.a, l.b); err != nil {
			return fmt.Errorf("%s: %w", a.QualName.String(), err)
		}
	}
	sameInstr := func(x, y bytecode.Instr) bool { return objects.GeneralInstr(a, x) == objects.GeneralInstr(b, y) }
	sameInlined := func(x, y objects.InlinedVar) bool {
		return sameText(x.Name, y.Name) && x.Reg == y.Reg && x.Cell == y.Cell && x.Start == y.Start && x.End == y.End
	}
	switch {
	case !slices.EqualFunc(a.Instrs, b.Instrs, sameInstr):
		return fmt.Errorf("%s: instructions differ", a.QualName.String())
	case !slices.Equal(a.Exceptions, b.Exceptions):
		return fmt.Errorf("%s: exception tables differ", a.QualName.String())
	case !slices.Equal(a.Positions(), b.Positions()):
		return fmt.Errorf("%s: positions differ", a.QualName.String())
	case !slices.EqualFunc(a.Inlined, b.Inlined, sameInlined):
		return fmt.Errorf("%s: inlined variables differ", a.QualName.String())
	case len(a.Consts) != len(b.Consts):
		return fmt.Errorf("%s: %d constants, %d constants", a.QualName.String(), len(a.Consts), len(b.Consts))
	}
	for i := range a.Consts {
		if err := sameConst(a.Consts[i], b.Consts[i]); err != nil {
			return fmt.Errorf("%s: constant %d: %w", a.QualName.String(), i, err)
		}
	}
	return nil
}

func sameText(a, b *objects.Str) bool {
	return a.String() == b.String() && a.Interned() == b.Interned()
}

// sameConst compares constants more strictly than Python's == does: types too, floats bit by bit.
func sameConst(a, b objects.Value) error {
	if objects.TypeOf(a) != objects.TypeOf(b) {
		return fmt.Errorf("%s, %s", objects.TypeOf(a), objects.TypeOf(b))
	}
	same := true
	switch objects.TypeOf(a) {
	case &objects.CodeType:
		return sameCode(objects.As[objects.Code](a), objects.As[objects.Code](b))
	case &objects.TupleType:
		return sameItems(objects.As[objects.Tuple](a).Items(), objects.As[objects.Tuple](b).Items())
	case &objects.FrozensetType:
		return sameSet(objects.SetItems(a), objects.SetItems(b))
	case &objects.StrType:
		same = sameText(objects.As[objects.Str](a), objects.As[objects.Str](b))
	case &objects.BytesType:
		x, _ := objects.BytesOf(a)
		y, _ := objects.BytesOf(b)
		same = string(x) == string(y)
	case &objects.IntType:
		same = objects.BigOf(a).Cmp(objects.BigOf(b)) == 0
	case &objects.ComplexType:
		x, y := objects.ComplexOf(a), objects.ComplexOf(b)
		if err := sameConst(objects.Float(real(x)), objects.Float(real(y))); err != nil {
			return err
		}
		return sameConst(objects.Float(imag(x)), objects.Float(imag(y)))
	default:
		// Floats, whose words are their bits, and the singletons.
		same = a == b
	}
	if !same {
		return fmt.Errorf("two values of %s", objects.TypeOf(a))
	}
	return nil
}

// sameSet compares without order, which depends on what was inserted when.
func sameSet(a, b []objects.Value) error {
	if len(a) != len(b) {
		return fmt.Errorf("%d items, %d items", len(a), len(b))
	}
	for _, x := range a {
		if !slices.ContainsFunc(b, func(y objects.Value) bool { return sameConst(x, y) == nil }) {
			return fmt.Errorf("an item of %s is missing", objects.TypeOf(x))
		}
	}
	return nil
}

func sameItems(a, b []objects.Value) error {
	if len(a) != len(b) {
		return fmt.Errorf("%d items, %d items", len(a), len(b))
	}
	for i := range a {
		if err := sameConst(a[i], b[i]); err != nil {
			return fmt.Errorf("item %d: %w", i, err)
		}
	}
	return nil
}
