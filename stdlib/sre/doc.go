// Package sre is the module _sre: the engine of regular expressions.
//
// Python's own re package parses a pattern and compiles it to a list of 32-bit words, an opcode and its operands one after
// the other; [match] runs these words over the code points of a str (of one, two or four bytes) or over bytes. It
// backtracks: a stack of choices says where to go on after a failure, a trail says what to undo on the way. Both grow on
// the heap, so that neither a long text nor a deep pattern needs the stack of the process. Lookarounds, atomic groups and
// possessive repeats put a barrier on the stack of choices: success inside cuts the stack back to it.
package sre

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
	head   = objects.Head
)

// The versions and limits that the compiler of the re package checks.
const (
	magic     = 20230612
	maxRepeat = 1<<32 - 1
	maxGroups = 1<<30 - 1
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name:    "_sre",
	Methods: methods,
	Exec: func(t *thread, m *objects.Module) error {
		if patternType.Name == "" {
			initPattern()
			initMatch()
			initScanner()
		}
		for _, typ := range [...]*objects.Type{&patternType, &matchType, &scannerType, &findIterType, &templateType} {
			objects.NewType(typ)
		}
		m.Set("MAGIC", objects.Int(magic))
		m.Set("CODESIZE", objects.Int(4))
		m.Set("MAXREPEAT", objects.Int(maxRepeat))
		m.Set("MAXGROUPS", objects.Int(maxGroups))
		m.Set("copyright", native.Str(" SRE 2.2.2 Copyright (c) 1997-2002 by Secret Labs AB "))
		return nil
	},
}
