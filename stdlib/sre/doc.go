// Package sre is the module _sre, the engine below re.
//
// The parser and the compiler of regular expressions are Python (re._parser, re._compiler); they give a list of 32-bit
// words. A program is that list, checked once, with its character sets prepared. A machine runs a program over the
// characters of a subject by backtracking: what it may go back to stands on an explicit stack, so that the depth of Go's
// stack does not depend on the subject. Groups are restored from the same stack, and the turns of a repeat are immutable
// nodes, so that going back is never more than cutting the two.
//
// The engine is generic over the width of a character (one, two or four bytes); bytes-like subjects are of width one.
package sre

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_sre",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if !ready {
			ready = true
			initPattern()
			initMatch()
		}
		m.Set("MAGIC", objects.Int(magic))
		m.Set("CODESIZE", objects.Int(codeSize))
		m.Set("MAXREPEAT", objects.Int(maxRepeat))
		m.Set("MAXGROUPS", objects.Int(maxGroups))
		m.Set("copyright", objects.StrValue(" SRE 2.2.2, the engine of Adder "))
		for _, typ := range [...]*objects.Type{&patternType, &matchType, &scannerType, &templateType} {
			objects.NewType(typ)
		}
		return nil
	},
}

// ready says that the types have been filled.
var ready bool

func methods() []objects.FuncDef {
	one := func(f func(c uint32) value) func(*thread, value, []value) (value, error) {
		return func(t *thread, self value, args []value) (value, error) {
			c, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			return f(uint32(c)), nil
		}
	}
	number := func(c uint32) value { return objects.Int(int64(int32(c))) }
	return []objects.FuncDef{
		{Name: "compile", Sig: "pattern, flags, code, groups, groupindex, indexgroup", Fn: compile},
		{Name: "template", Sig: "pattern, template, /", Doc: "template($module, pattern, template, /)", Fn: newTemplate},
		{Name: "getcodesize", Fn: func(*thread, value, []value) (value, error) { return objects.Int(codeSize), nil }},
		{Name: "ascii_iscased", Sig: "character, /", Fn: one(func(c uint32) value {
			return objects.Bool(lowerASCII(c) != upperASCII(c))
		})},
		{Name: "unicode_iscased", Sig: "character, /", Fn: one(func(c uint32) value {
			return objects.Bool(lowerUnicode(c) != c || upperUnicode(c) != c)
		})},
		{Name: "ascii_tolower", Sig: "character, /", Fn: one(func(c uint32) value { return number(lowerASCII(c)) })},
		{Name: "unicode_tolower", Sig: "character, /", Fn: one(func(c uint32) value { return number(lowerUnicode(c)) })},
	}
}
