package compile

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

func (u *unit) call(e *syntax.Call, dst int) {
	u.checkCallable(e.Func)
	plain := len(e.Args)+len(e.Keywords) <= maxDisplay && !hasStarred(e.Args)
	for _, k := range e.Keywords {
		if k.Arg == "" {
			plain = false
		}
	}
	if a, ok := e.Func.(*syntax.Attribute); ok && plain {
		u.methodCall(e, a, dst)
		return
	}
	w := u.alloc()
	u.exprTo(e.Func, w)
	if !plain {
		u.callEx(w, e.Args, e.Keywords, e.Pos, dst)
		return
	}
	n := u.arguments(e.Args, e.Keywords)
	u.temp = w + 1 + n
	u.soleGenexpr(e)
	u.pos = e.Pos
	if len(e.Keywords) > 0 {
		u.emit(bytecode.CallKw, w, n, u.kwNames(e.Keywords))
		u.emit(bytecode.Move, dst, w, 0)
		return
	}
	u.emit(bytecode.Call, w, n, dst)
}

func (u *unit) methodCall(e *syntax.Call, a *syntax.Attribute, dst int) {
	w := u.allocN(2)
	if !u.superAttr(a, w, true) {
		mark := u.temp
		obj := u.operand(a.Value)
		u.pos = attrPos(a)
		u.emit(bytecode.LoadMethod, w, obj, u.site(u.scope.mangle(a.Attr)))
		u.temp = mark
	}
	u.temp = w + 2
	n := u.arguments(e.Args, e.Keywords)
	u.temp = w + 2 + n
	u.soleGenexpr(e)
	u.pos = e.Pos
	if a.EndLine != a.Line {
		u.pos = syntax.Pos{Line: a.EndLine, EndLine: e.EndLine, Col: a.EndCol - int32(len(a.Attr)), EndCol: e.EndCol}
	}
	if len(e.Keywords) > 0 {
		u.emit(bytecode.CallMethodKw, w, n, u.kwNames(e.Keywords))
		u.emit(bytecode.Move, dst, w, 0)
		return
	}
	u.emit(bytecode.CallMethod, w, n, dst)
}

// soleGenexpr marks the generator expression that is the only argument of a call, and has just been compiled.
func (u *unit) soleGenexpr(e *syntax.Call) {
	if len(e.Args) != 1 || len(e.Keywords) > 0 {
		return
	}
	if _, ok := e.Args[0].(*syntax.GeneratorExp); ok {
		if last := &u.instrs[len(u.instrs)-1]; last.Op() == bytecode.MakeGenexpr {
			*last = last.WithOp(bytecode.MakeArgGenexpr)
		}
	}
}

// arguments evaluates plain arguments into the next registers and returns their number.
func (u *unit) arguments(args []syntax.Expr, kws []*syntax.Keyword) int {
	n := len(args) + len(kws)
	w := u.allocN(n)
	for i, a := range args {
		u.exprTo(a, w+i)
	}
	for i, k := range kws {
		u.exprTo(k.Value, w+len(args)+i)
	}
	return n
}

// kwNames returns the constant of the names of keyword arguments.
func (u *unit) kwNames(kws []*syntax.Keyword) int {
	names := make([]objects.Value, len(kws))
	for i, k := range kws {
		names[i] = objects.Intern(u.scope.mangle(k.Arg)).Value()
	}
	i := u.constant(objects.ToValue(objects.NewTuple(names...)))
	if i > 0xFFFF {
		u.c.fail(u.pos, "too many constants")
	}
	return i
}

// callEx compiles a call with * or ** or too many arguments: w holds the callable, w+1 becomes the tuple, w+2 the dict.
func (u *unit) callEx(w int, args []syntax.Expr, kws []*syntax.Keyword, pos syntax.Pos, dst int) {
	u.temp = w + 1
	seq := u.alloc()
	switch {
	case len(args) == 1 && hasStarred(args):
		u.exprTo(args[0].(*syntax.Starred).Value, seq)
	case !hasStarred(args):
		u.display(args, seq, bytecode.BuildTuple)
	default:
		acc := u.alloc()
		u.emit(bytecode.BuildList, acc, acc, 0)
		for _, a := range args {
			mark := u.temp
			if s, ok := a.(*syntax.Starred); ok {
				r := u.operand(s.Value)
				u.pos = s.Pos
				u.emit(bytecode.ListExtend, acc, r, 1)
			} else {
				r := u.operand(a)
				u.emit(bytecode.ListAppend, acc, r, 0)
			}
			u.temp = mark
		}
		u.emit(bytecode.ListToTuple, seq, acc, 0)
	}
	// The dict of keywords comes right behind the arguments, whatever these left in temporaries.
	u.temp = seq + 1
	hasKw := 0
	if len(kws) > 0 {
		hasKw = 1
		d := u.alloc()
		u.pos = pos
		if len(kws) == 1 && kws[0].Arg == "" {
			// Nothing runs between this and the call, which only reads the dict: no copy is made.
			r := u.operand(kws[0].Value)
			u.pos = pos
			u.emit(bytecode.KeywordDict, d, r, w)
		} else {
			u.emit(bytecode.BuildMap, d, d, 0)
			for _, k := range kws {
				mark := u.temp
				if k.Arg == "" {
					r := u.operand(k.Value)
					u.pos = pos
					u.emit(bytecode.DictMerge, d, r, w)
				} else {
					// A keyword after ** may repeat one of its keys, which is an error: merge a dict of one.
					one := u.allocN(3)
					u.loadConst(one+1, objects.Intern(u.scope.mangle(k.Arg)).Value())
					u.exprTo(k.Value, one+2)
					u.pos = pos
					u.emit(bytecode.BuildMap, one, one+1, 1)
					u.emit(bytecode.DictMerge, d, one, w)
				}
				u.temp = mark
			}
		}
	}
	u.pos = pos
	u.temp = w + 3
	if u.temp > u.maxReg {
		u.maxReg = u.temp
	}
	u.emit(bytecode.CallEx, w, hasKw, dst)
}

// checkCallable warns of calls of what cannot be called: a comma is missing.
func (u *unit) checkCallable(e syntax.Expr) {
	switch name := u.inferType(e); name {
	case "object", "function":
	default:
		u.c.warn(e.Span(), "'"+name+"' object is not callable; perhaps you missed a comma?")
	}
}

// inferType names, for warnings, the type of what is made where it stands or is known at compile time; "object" is any other.
func (u *unit) inferType(e syntax.Expr) string {
	switch e.(type) {
	case *syntax.UnaryOp, *syntax.BinOp, *syntax.Subscript:
		if v, ok := u.fold(e); ok {
			return objects.TypeOf(v).Name
		}
	}
	switch e := e.(type) {
	case *syntax.Tuple:
		return "tuple"
	case *syntax.List, *syntax.ListComp:
		return "list"
	case *syntax.Dict, *syntax.DictComp:
		return "dict"
	case *syntax.Set, *syntax.SetComp:
		return "set"
	case *syntax.GeneratorExp:
		return "generator"
	case *syntax.Lambda:
		return "function"
	case *syntax.JoinedStr, *syntax.FormattedValue:
		return "str"
	case *syntax.Constant:
		return objects.TypeOf(ConstValue(e.Value)).Name
	}
	return "object"
}
