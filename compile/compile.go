package compile

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// Options say how to compile.
type Options struct {
	Filename string
	// Optimize is the level of -O: 0, 1 (no assert) or 2 (no documentation either).
	Optimize int
	// Futures are the flags of __future__ features that are inherited from the code that compiles.
	Futures objects.CodeFlags
	// TopLevelAwait allows await outside functions (ast.PyCF_ALLOW_TOP_LEVEL_AWAIT).
	TopLevelAwait bool
	// Warn issues a SyntaxWarning; its error is raised as the warning filter says. Nil: no warnings.
	Warn func(pos syntax.Pos, message string) error
	// Thread folds constants.
	Thread *objects.Thread
}

// compiler is the state of compiling one module.
type compiler struct {
	Options
	filenameStr *objects.Str
	interactive bool
	depth       int
	symtable    *symtable
}

// Error is what is wrong with a program that the grammar alone allows. Kind is the class of the exception; the columns of
// Pos are in bytes.
type Error struct {
	Kind, Msg, Filename string
	Pos                 syntax.Pos
	NoEnd               bool // only the line and the column of the beginning are told
}

// Error returns the message.
func (e *Error) Error() string { return e.Kind + ": " + e.Msg }

// compileError carries a failure out of the recursion; it never leaves the package.
type compileError struct{ err error }

// failAt raises a SyntaxError at a position.
func failAt(filename string, pos syntax.Pos, msg string) {
	panic(compileError{&Error{Kind: "SyntaxError", Msg: msg, Filename: filename, Pos: pos}})
}

func failRecursion() {
	panic(compileError{&Error{Kind: "RecursionError", Msg: "maximum recursion depth exceeded during compilation"}})
}

func (c *compiler) fail(pos syntax.Pos, msg string) { failAt(c.Filename, pos, msg) }

// failFuture reports a future statement, of which CPython tells only where it begins.
func (c *compiler) failFuture(s *syntax.ImportFrom, msg string) {
	panic(compileError{&Error{Kind: "SyntaxError", Msg: msg, Filename: c.Filename, Pos: s.Pos, NoEnd: true}})
}

func (c *compiler) warn(pos syntax.Pos, msg string) {
	if c.Warn == nil {
		return
	}
	if err := c.Warn(pos, msg); err != nil {
		panic(compileError{err})
	}
}

// Compile makes the code object of a tree. Errors are *[Error] or what Warn returned.
func Compile(m syntax.Mod, o Options) (code *objects.Code, err error) {
	defer func() {
		if r := recover(); r != nil {
			ce, ok := r.(compileError)
			if !ok {
				panic(r)
			}
			err = ce.err
		}
	}()
	c := &compiler{Options: o, filenameStr: objects.NewStr(o.Filename)}
	if mod, ok := m.(*syntax.Module); ok {
		c.futures(mod.Body)
	}
	if mod, ok := m.(*syntax.Interactive); ok {
		c.futures(mod.Body)
		c.interactive = true
	}
	c.symtable = buildSymtable(m, o.Filename, c.Futures&objects.CoFutureAnnotations != 0, o.TopLevelAwait)
	return c.unitCode(nil, c.symtable.top, "<module>", 1, func(u *unit) { u.module(m) }), nil
}

// unitCode compiles one scope. Where short jumps do not reach it does so again with long ones.
func (c *compiler) unitCode(parent *unit, s *scope, name string, firstLine int32, body func(u *unit)) *objects.Code {
	for _, long := range []bool{false, true} {
		u := c.newUnit(parent, s, name, firstLine)
		u.long = long
		u.layout()
		u.pos = syntax.Pos{Line: firstLine, EndLine: firstLine}
		u.prologue()
		body(u)
		if u.patch() {
			return u.finish()
		}
	}
	c.fail(s.pos, "code block too long")
	return nil
}

// futureFeatures are the features of __future__ with the flags that they give code objects.
var futureFeatures = map[string]objects.CodeFlags{"nested_scopes": 0, "generators": 0, "division": 0, "absolute_import": 0,
	"with_statement": 0, "print_function": 0, "unicode_literals": 0, "barry_as_FLUFL": objects.CoFutureBarry,
	"generator_stop": 0, "annotations": objects.CoFutureAnnotations}

// futures reads the future statements at the beginning of a module and rejects those elsewhere or unknown.
func (c *compiler) futures(body []syntax.Stmt) {
	allowed := true
	for i, s := range body {
		if f, ok := s.(*syntax.ImportFrom); ok && f.Module == "__future__" && f.Level == 0 {
			if !allowed {
				c.fail(f.Pos, "from __future__ imports must occur at the beginning of the file")
			}
			for _, a := range f.Names {
				flag, ok := futureFeatures[a.Name]
				switch {
				case a.Name == "braces":
					c.failFuture(f, "not a chance")
				case !ok:
					c.failFuture(f, "future feature "+a.Name+" is not defined")
				}
				c.Futures |= flag
			}
			continue
		}
		if i == 0 && docstring(body) != nil {
			continue
		}
		allowed = false
	}
}

// module compiles the root of a tree.
func (u *unit) module(m syntax.Mod) {
	switch m := m.(type) {
	case *syntax.Module:
		u.pos = syntax.Pos{Line: 0}
		if len(m.Body) > 0 {
			u.pos = syntax.Pos{Line: 1, EndLine: 1}
		}
		body := m.Body
		if u.scope.annotationsUsed {
			u.setupAnnotations()
		}
		if d := docstring(body); d != nil && u.c.Optimize < 2 {
			u.pos = d.Pos
			r := u.alloc()
			u.loadConst(r, objects.StrValue(cleanDoc(d.Value.Str)))
			u.temp = r
			u.store("__doc__", r)
			body = body[1:]
		} else if d != nil {
			body = body[1:]
		}
		u.stmts(body)
	case *syntax.Interactive:
		u.interactive = true
		if u.scope.annotationsUsed {
			u.setupAnnotations()
		}
		u.stmts(m.Body)
	case *syntax.Expression:
		mark := u.temp
		r := u.expr(m.Body)
		u.emit(bytecode.Return, r, 0, 0)
		u.temp = mark
		return
	}
	if len(u.instrs) > 0 {
		u.endReturn()
	} else {
		u.returnNone()
	}
}
