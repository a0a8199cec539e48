package compile

import (
	"math"
	"slices"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// maxDisplay is the number of items past which a display or an argument list is built piece by piece: a window of
// registers holds at most so many.
const maxDisplay = 60

// expr evaluates an expression. The result is a variable's own register where the expression is one, else a temporary.
func (u *unit) expr(e syntax.Expr) int {
	if n, ok := e.(*syntax.Name); ok {
		u.pos = n.Pos
		return u.load(n.ID, -1)
	}
	dst := u.alloc()
	u.exprTo(e, dst)
	return dst
}

// operand is expr; the register stays valid until the caller releases its temporaries.
func (u *unit) operand(e syntax.Expr) int { return u.expr(e) }

// operandWith is operand for a value that is used after others have been evaluated: where one of those rebinds variables
// by :=, a variable is copied first.
func (u *unit) operandWith(e syntax.Expr, later ...syntax.Expr) int {
	r := u.expr(e)
	if r < len(u.varNames) || len(u.comps) > 0 {
		if _, ok := e.(*syntax.Name); ok {
			for _, l := range later {
				if u.scope.usesWalrus && containsWalrus(l) {
					t := u.alloc()
					u.emit(bytecode.Move, t, r, 0)
					return t
				}
			}
		}
	}
	return r
}

// containsWalrus reports whether evaluating e may rebind a variable.
func containsWalrus(e syntax.Expr) bool {
	found := false
	syntax.Walk(e, func(n any) bool {
		switch n.(type) {
		case *syntax.NamedExpr:
			found = true
		case *syntax.Lambda:
			return false
		}
		return !found
	})
	return found
}

var binOps = map[syntax.Operator]bytecode.Op{syntax.Add: bytecode.Add, syntax.Sub: bytecode.Sub, syntax.Mult: bytecode.Mul,
	syntax.MatMult: bytecode.MatMul, syntax.Div: bytecode.TrueDiv, syntax.Mod_: bytecode.Mod, syntax.Pow: bytecode.Pow,
	syntax.LShift: bytecode.LShift, syntax.RShift: bytecode.RShift, syntax.BitOr: bytecode.Or, syntax.BitXor: bytecode.Xor,
	syntax.BitAnd: bytecode.And, syntax.FloorDiv: bytecode.FloorDiv}

var cmpOps = [...]bytecode.Op{syntax.Eq: bytecode.Eq, syntax.NotEq: bytecode.Ne, syntax.Lt: bytecode.Lt,
	syntax.LtE: bytecode.Le, syntax.Gt: bytecode.Gt, syntax.GtE: bytecode.Ge, syntax.Is: bytecode.Is,
	syntax.IsNot: bytecode.IsNot, syntax.In: bytecode.In, syntax.NotIn: bytecode.NotIn}

// smallInt returns the value of an int constant that fits an immediate operand.
func smallInt(e syntax.Expr) (int, bool) {
	switch e := e.(type) {
	case *syntax.Constant:
		if e.Value.Kind == syntax.IntConst && e.Value.Big == nil && e.Value.Int >= math.MinInt16 && e.Value.Int <= math.MaxInt16 {
			return int(e.Value.Int), true
		}
	case *syntax.UnaryOp:
		if e.Op == syntax.USub {
			if i, ok := smallInt(e.Operand); ok && i > math.MinInt16 {
				return -i, true
			}
		}
	}
	return 0, false
}

// immediate is smallInt for an operand that the instruction holds itself; co_consts shows it all the same.
func (u *unit) immediate(e syntax.Expr) (int, bool) {
	i, ok := smallInt(e)
	if ok {
		u.constant(objects.InlineInt(int64(i)))
	}
	return i, ok
}

// checkSubscript warns of subscripts that cannot work: a comma is missing before the bracket.
func (u *unit) checkSubscript(e *syntax.Subscript) {
	if e.Ctx != syntax.Load {
		return
	}
	container := u.inferType(e.Value)
	switch container {
	case "NoneType", "ellipsis", "int", "float", "complex", "bool", "set", "generator", "function":
		u.c.warn(e.Pos, "'"+container+"' object is not subscriptable; perhaps you missed a comma?")
		return
	case "tuple", "list", "str", "bytes":
	default:
		return
	}
	key := u.inferType(e.Slice)
	switch key {
	case "object", "int", "bool", "slice":
		return
	}
	u.c.warn(e.Pos, container+" indices must be integers or slices, not "+key+"; perhaps you missed a comma?")
}

// exprTo evaluates an expression into a register. dst is a temporary, or a variable's register where finalWrite holds.
func (u *unit) exprTo(e syntax.Expr, dst int) {
	u.c.depth++
	if u.c.depth > maxDepth {
		failRecursion()
	}
	mark := u.temp
	saved := u.pos
	u.pos = e.Span()
	u.exprNode(e, dst)
	u.pos = saved
	u.temp = mark
	u.c.depth--
}

func (u *unit) exprNode(e syntax.Expr, dst int) {
	if v, ok := u.fold(e); ok {
		u.loadConst(dst, v)
		return
	}
	switch e := e.(type) {
	case *syntax.Name:
		u.load(e.ID, dst)
	case *syntax.BinOp:
		u.binOp(e, dst)
	case *syntax.UnaryOp:
		op := [...]bytecode.Op{syntax.Invert: bytecode.Invert, syntax.Not: bytecode.Not, syntax.UAdd: bytecode.Pos, syntax.USub: bytecode.Neg}[e.Op]
		r := u.operand(e.Operand)
		u.pos = e.Pos
		u.emit(op, dst, r, 0)
	case *syntax.BoolOp:
		u.boolOp(e, dst)
	case *syntax.Compare:
		u.compare(e, dst)
	case *syntax.Call:
		u.call(e, dst)
	case *syntax.Attribute:
		u.attribute(e, dst)
	case *syntax.Subscript:
		u.checkSubscript(e)
		obj := u.operandWith(e.Value, e.Slice)
		key := u.operand(e.Slice)
		u.pos = e.Pos
		u.emit(bytecode.LoadItem, dst, obj, key)
	case *syntax.Slice:
		u.slice(e, dst)
	case *syntax.Constant:
		u.loadConst(dst, ConstValue(e.Value))
	case *syntax.IfExp:
		orelse, end := u.label(), u.label()
		u.condJump(e.Test, false, orelse)
		before := u.saveBound()
		u.exprTo(e.Body, dst)
		u.jump(bytecode.JumpTo, 0, end)
		u.place(orelse)
		u.bound, before = before, u.bound
		u.exprTo(e.OrElse, dst)
		u.joinBound(before)
		u.place(end)
	case *syntax.NamedExpr:
		u.exprTo(e.Value, dst)
		u.pos = e.Pos
		u.store(e.Target.(*syntax.Name).ID, dst)
	case *syntax.Tuple:
		u.display(e.Elts, dst, bytecode.BuildTuple)
	case *syntax.List:
		u.display(e.Elts, dst, bytecode.BuildList)
	case *syntax.Set:
		u.display(e.Elts, dst, bytecode.BuildSet)
	case *syntax.Dict:
		u.dict(e, dst)
	case *syntax.Lambda:
		u.lambda(e, dst)
	case *syntax.ListComp:
		u.comprehension(e, e.Generators, e.Elt, nil, dst)
	case *syntax.SetComp:
		u.comprehension(e, e.Generators, e.Elt, nil, dst)
	case *syntax.DictComp:
		u.comprehension(e, e.Generators, e.Key, e.Value, dst)
	case *syntax.GeneratorExp:
		u.comprehension(e, e.Generators, e.Elt, nil, dst)
	case *syntax.JoinedStr:
		u.joinedStr(e, dst)
	case *syntax.FormattedValue:
		u.formattedValue(e, dst)
	case *syntax.Await:
		if f, ok := u.scope.node.(*syntax.FunctionDef); ok && !f.Async && u.scope.kind == functionScope {
			u.c.fail(e.Pos, "'await' outside async function")
		}
		r := u.operand(e.Value)
		u.pos = e.Pos
		u.emit(bytecode.GetAwaitable, dst, r, 0)
		u.await(dst, dst)
	case *syntax.Yield:
		u.yieldExpr(e, dst)
	case *syntax.YieldFrom:
		if u.scope.coroutine {
			u.c.fail(e.Pos, "'yield from' inside async function")
		}
		r := u.operand(e.Value)
		u.pos = e.Pos
		it := u.alloc()
		u.emit(bytecode.GetYieldFrom, it, r, 0)
		u.await(dst, it)
	case *regExpr:
		u.emit(bytecode.Move, dst, e.reg, 0)
	case *syntax.Starred:
		u.c.fail(e.Pos, "can't use starred expression here")
	}
}

func (u *unit) binOp(e *syntax.BinOp, dst int) {
	// A left-deep chain is emitted from its innermost term without recursion.
	chain := []*syntax.BinOp{e}
	left := e.Left
	for {
		b, ok := left.(*syntax.BinOp)
		if !ok {
			break
		}
		if _, ok := u.fold(b); ok {
			break
		}
		chain = append(chain, b)
		left = b.Left
	}
	if len(chain) > 1 {
		acc := u.alloc()
		later := chain[len(chain)-1].Right
		l := u.operandWith(left, later)
		for i := len(chain) - 1; i >= 0; i-- {
			target := acc
			if i == 0 {
				target = dst
			}
			mark := u.temp
			u.binary(chain[i], target, l)
			u.temp = mark
			l = acc
		}
		return
	}
	l := u.operandWith(e.Left, e.Right)
	u.binary(e, dst, l)
}

// binary emits dst := l op e.Right.
func (u *unit) binary(e *syntax.BinOp, dst, l int) {
	if i, ok := u.immediate(e.Right); ok {
		op := bytecode.Trap
		switch e.Op {
		case syntax.Add:
			op = bytecode.AddInt
		case syntax.Sub:
			op = bytecode.SubInt
		case syntax.Mult:
			op = bytecode.MulInt
		}
		if op != bytecode.Trap {
			u.pos = e.Pos
			u.emit(op, dst, l, i)
			return
		}
	}
	r := u.operand(e.Right)
	u.pos = e.Pos
	u.emit(binOps[e.Op], dst, l, r)
}

func (u *unit) boolOp(e *syntax.BoolOp, dst int) {
	end := u.label()
	op := bytecode.JumpIfFalse
	if e.Or {
		op = bytecode.JumpIfTrue
	}
	var before []bool
	for i, v := range e.Values {
		u.exprTo(v, dst)
		if i == 0 {
			before = u.saveBound()
		}
		if i < len(e.Values)-1 {
			u.pos = e.Pos
			u.jump(op, dst, end)
		}
	}
	u.bound = before
	u.place(end)
}

func (u *unit) compare(e *syntax.Compare, dst int) {
	u.checkCompare(e)
	if len(e.Ops) == 1 {
		l := u.operandWith(e.Left, e.Comparators[0])
		r := u.comparator(e.Ops[0], e.Comparators[0])
		u.pos = e.Pos
		u.emit(cmpOps[e.Ops[0]], dst, l, r)
		return
	}
	end := u.label()
	l := u.operandWith(e.Left, e.Comparators...)
	var before []bool
	for i, op := range e.Ops {
		r := u.operandWith(e.Comparators[i], e.Comparators[i+1:]...)
		u.pos = e.Pos
		u.emit(cmpOps[op], dst, l, r)
		if i == 0 {
			before = u.saveBound()
		}
		if i < len(e.Ops)-1 {
			u.jump(bytecode.JumpIfFalse, dst, end)
		}
		l = r
	}
	u.bound = before
	u.place(end)
}

// comparator evaluates the right side of a comparison; displays of constants behind `in` become constants.
func (u *unit) comparator(op syntax.CmpOp, e syntax.Expr) int {
	if op == syntax.In || op == syntax.NotIn {
		return u.constantDisplay(e)
	}
	return u.operand(e)
}

// iterable evaluates what a loop walks over; displays of constants, which nobody else can see, become constants.
func (u *unit) iterable(e syntax.Expr) int { return u.constantDisplay(e) }

// constantDisplay evaluates an expression, a list of constants as a constant tuple and a set of them as a constant frozenset.
func (u *unit) constantDisplay(e syntax.Expr) int {
	var v objects.Value
	switch s := e.(type) {
	case *syntax.List:
		if items, ok := u.foldItems(s.Elts); ok {
			v = objects.ToValue(objects.NewTuple(items...))
		}
	case *syntax.Set:
		if items, ok := u.foldItems(s.Elts); ok {
			v = u.constantSet(items)
		}
	}
	if v.IsZero() {
		return u.operand(e)
	}
	r := u.alloc()
	u.loadConst(r, v)
	return r
}

// checkCompare warns of `is` with a literal.
func (u *unit) checkCompare(e *syntax.Compare) {
	ok := u.checkIsArg(e.Left)
	left := e.Left
	for i, op := range e.Ops {
		right := u.checkIsArg(e.Comparators[i])
		if op == syntax.Is || op == syntax.IsNot {
			if !right || !ok {
				c := left
				if ok {
					c = e.Comparators[i]
				}
				msg := `"is" with '` + u.constTypeName(c) + `' literal. Did you mean "=="?`
				if op == syntax.IsNot {
					msg = `"is not" with '` + u.constTypeName(c) + `' literal. Did you mean "!="?`
				}
				u.c.warn(e.Pos, msg)
			}
		}
		ok = right
		left = e.Comparators[i]
	}
}

// isOperand returns the value of an operand of `is` that is a constant, as the optimised tree has them.
func (u *unit) isOperand(e syntax.Expr) (objects.Value, bool) {
	if c, ok := e.(*syntax.Constant); ok {
		return ConstValue(c.Value), true
	}
	if t, ok := e.(*syntax.Tuple); ok {
		items, ok := u.foldItems(t.Elts)
		if !ok {
			return objects.Value{}, false
		}
		return objects.ToValue(objects.NewTuple(items...)), true
	}
	return u.fold(e)
}

// checkIsArg reports whether an operand may stand beside `is`.
func (u *unit) checkIsArg(e syntax.Expr) bool {
	v, ok := u.isOperand(e)
	return !ok || v == objects.None || v == objects.True || v == objects.False || v == objects.Ellipsis
}

func (u *unit) constTypeName(e syntax.Expr) string {
	v, ok := u.isOperand(e)
	if !ok {
		return "object"
	}
	return objects.TypeOf(v).Name
}

var fusedJumps = map[bytecode.Op][2]bytecode.Op{
	bytecode.Lt: {bytecode.JumpLt, bytecode.JumpNotLt}, bytecode.Le: {bytecode.JumpLe, bytecode.JumpNotLe},
	bytecode.Eq: {bytecode.JumpEq, bytecode.JumpNotEq}, bytecode.Ne: {bytecode.JumpNe, bytecode.JumpNotNe},
	bytecode.Gt: {bytecode.JumpGt, bytecode.JumpNotGt}, bytecode.Ge: {bytecode.JumpGe, bytecode.JumpNotGe},
}

// intOffset is the distance from a fused jump to its form with a small int.
const intOffset = bytecode.JumpLtInt - bytecode.JumpLt

// condJump jumps to label where the truth of e equals sense, and goes on otherwise.
func (u *unit) condJump(e syntax.Expr, sense bool, label int) {
	mark := u.temp
	defer func() { u.temp = mark }()
	if v, ok := u.constTruth(e); ok {
		if v == sense {
			u.jump(bytecode.JumpTo, 0, label)
			u.dead = false
		}
		return
	}
	u.pos = e.Span()
	switch e := e.(type) {
	case *syntax.UnaryOp:
		if e.Op == syntax.Not {
			u.condJump(e.Operand, !sense, label)
			return
		}
	case *syntax.BoolOp:
		// `and` is decided by a false operand, `or` by a true one.
		decides := e.Or
		if decides == sense {
			var before []bool
			for i, v := range e.Values {
				u.condJump(v, sense, label)
				if i == 0 {
					before = u.saveBound()
				}
			}
			if sense {
				u.bound = before
			}
			return
		}
		skip := u.label()
		var before []bool
		for i, v := range e.Values {
			if i == len(e.Values)-1 {
				u.condJump(v, sense, label)
			} else {
				u.condJump(v, decides, skip)
			}
			if i == 0 {
				before = u.saveBound()
			}
		}
		u.bound = before
		u.place(skip)
		return
	case *syntax.Compare:
		if len(e.Ops) > 1 {
			u.chainJump(e, sense, label)
			return
		}
		op := cmpOps[e.Ops[0]]
		if op == bytecode.Is || op == bytecode.IsNot {
			if c, ok := e.Comparators[0].(*syntax.Constant); ok && c.Value.Kind == syntax.NoneConst {
				r := u.operand(e.Left)
				jump := bytecode.JumpIfNone
				if (op == bytecode.Is) != sense {
					jump = bytecode.JumpIfNotNone
				}
				u.pos = e.Pos
				u.jump(jump, r, label)
				return
			}
		}
		if fused, ok := fusedJumps[op]; ok && !u.long {
			u.checkCompare(e)
			jump := fused[0]
			if !sense {
				jump = fused[1]
			}
			l := u.operandWith(e.Left, e.Comparators[0])
			if i, ok := u.immediate(e.Comparators[0]); ok {
				u.pos = e.Pos
				u.jumpShort(jump+intOffset, l, i, label)
				return
			}
			r := u.operand(e.Comparators[0])
			u.pos = e.Pos
			u.jumpShort(jump, l, r, label)
			return
		}
	}
	r := u.operand(e)
	u.pos = e.Span()
	if sense {
		u.jump(bytecode.JumpIfTrue, r, label)
	} else {
		u.jump(bytecode.JumpIfFalse, r, label)
	}
}

// chainJump is condJump for a < b < c.
func (u *unit) chainJump(e *syntax.Compare, sense bool, label int) {
	u.checkCompare(e)
	l := u.operandWith(e.Left, e.Comparators...)
	t := u.alloc()
	skip := u.label()
	var before []bool
	for i, op := range e.Ops {
		r := u.operandWith(e.Comparators[i], e.Comparators[i+1:]...)
		u.pos = e.Pos
		last := i == len(e.Ops)-1
		target, want := label, sense
		if !last {
			want = false
			if sense {
				target = skip
			}
		}
		if fused, ok := fusedJumps[cmpOps[op]]; ok && !u.long {
			jump := fused[0]
			if !want {
				jump = fused[1]
			}
			u.jumpShort(jump, l, r, target)
		} else {
			u.emit(cmpOps[op], t, l, r)
			if want {
				u.jump(bytecode.JumpIfTrue, t, target)
			} else {
				u.jump(bytecode.JumpIfFalse, t, target)
			}
		}
		if i == 0 {
			before = u.saveBound()
		}
		l = r
	}
	u.bound = before
	u.place(skip)
}

// attrPos is the position of the access to an attribute: that of its name where the object stands on an earlier line,
// which matters in chains over several lines.
func attrPos(a *syntax.Attribute) syntax.Pos {
	if a.EndLine == a.Line {
		return a.Pos
	}
	return syntax.Pos{Line: a.EndLine, EndLine: a.EndLine, Col: a.EndCol - int32(len(a.Attr)), EndCol: a.EndCol}
}

func (u *unit) attribute(e *syntax.Attribute, dst int) {
	if u.superAttr(e, dst, false) {
		return
	}
	obj := u.operand(e.Value)
	u.pos = attrPos(e)
	u.emit(bytecode.LoadAttr, dst, obj, u.site(u.scope.mangle(e.Attr)))
}

// superAttr compiles super().x and super(a, b).x without making the super object. For a method, dst is the window.
func (u *unit) superAttr(e *syntax.Attribute, dst int, method bool) bool {
	call, ok := e.Value.(*syntax.Call)
	if !ok || len(call.Keywords) > 0 || hasStarred(call.Args) {
		return false
	}
	n, ok := call.Func.(*syntax.Name)
	if !ok || n.ID != "super" || u.scope.kind != functionScope || len(u.comps) > 0 {
		return false
	}
	if k, _ := u.resolve("super"); k != nameGlobal {
		return false
	}
	var first string
	switch len(call.Args) {
	case 0:
		if u.nparams == 0 || u.argCount == 0 {
			return false
		}
		if k, _ := u.resolveMangled("__class__"); k != nameCell {
			return false
		}
		first = u.varNames[0]
	case 2:
	default:
		return false
	}
	w := u.allocN(3)
	u.pos = n.Pos
	u.load("super", w)
	if len(call.Args) == 2 {
		u.exprTo(call.Args[0], w+1)
		u.exprTo(call.Args[1], w+2)
	} else {
		_, r := u.resolveMangled("__class__")
		u.emit(bytecode.LoadDeref, w+1, r, 0)
		if c, ok := u.cells[first]; ok {
			u.emit(bytecode.LoadDeref, w+2, c, 0)
		} else {
			u.emit(bytecode.Move, w+2, 0, 0)
		}
	}
	u.pos = attrPos(e)
	flag := 0
	if method {
		flag = superMethod
	}
	if len(call.Args) == 0 {
		flag |= superNoArgs
	}
	u.emit(bytecode.LoadSuper, w, u.site(u.scope.mangle(e.Attr)), flag)
	u.emit(bytecode.Move, dst, w, 0)
	if method {
		u.emit(bytecode.Move, dst+1, w+1, 0)
	}
	return true
}

// Flags of LOAD_SUPER.
const (
	superMethod = 1 << iota // for a call
	superNoArgs             // written super(): what is called where the name means something else
)

func (u *unit) slice(e *syntax.Slice, dst int) {
	w := u.allocN(3)
	part := func(e syntax.Expr, r int) {
		if e == nil {
			u.loadConst(r, objects.None)
		} else {
			u.exprTo(e, r)
		}
	}
	part(e.Lower, w)
	part(e.Upper, w+1)
	n := 2
	if e.Step != nil {
		u.exprTo(e.Step, w+2)
		n = 3
	}
	u.pos = e.Pos
	u.emit(bytecode.BuildSlice, dst, w, n)
}

func hasStarred(elts []syntax.Expr) bool {
	return slices.ContainsFunc(elts, func(e syntax.Expr) bool {
		_, ok := e.(*syntax.Starred)
		return ok
	})
}

// constantSet makes the frozenset of a display of constants; it is zero where one is not hashable. It is made twice, the
// second time in the order of the first, as CPython does when it unites equal constants: the order of the members shows it.
func (u *unit) constantSet(items []objects.Value) objects.Value {
	v := objects.NewFrozenset(u.c.Thread, items)
	if v.IsZero() {
		return v
	}
	l, err := objects.ToList(u.c.Thread, v)
	if err != nil {
		return objects.Value{}
	}
	ordered := make([]objects.Value, l.Len())
	for i := range ordered {
		ordered[i] = l.Item(i)
	}
	return objects.NewFrozenset(u.c.Thread, ordered)
}

// display builds a tuple, list or set.
func (u *unit) display(elts []syntax.Expr, dst int, op bytecode.Op) {
	pos := u.pos
	if op == bytecode.BuildSet && len(elts) > 2 {
		if items, ok := u.foldItems(elts); ok {
			// As CPython does from three constants on, a set takes over a constant one; the order of its members shows it.
			if f := u.constantSet(items); !f.IsZero() {
				acc, r := u.alloc(), u.alloc()
				u.emit(op, acc, acc, 0)
				u.loadConst(r, f)
				u.emit(bytecode.SetUpdate, acc, r, 0)
				u.emit(bytecode.Move, dst, acc, 0)
				return
			}
		}
	}
	if len(elts) <= maxDisplay && !hasStarred(elts) {
		w := u.allocN(len(elts))
		for i, e := range elts {
			u.exprTo(e, w+i)
		}
		u.pos = pos
		if len(elts) == 0 {
			w = dst // see beginComp
		}
		u.emit(op, dst, w, len(elts))
		return
	}
	// In pieces: into a list or a set, then made a tuple.
	acc := u.alloc()
	build, add, extend := bytecode.BuildList, bytecode.ListAppend, bytecode.ListExtend
	if op == bytecode.BuildSet {
		build, add, extend = bytecode.BuildSet, bytecode.SetAdd, bytecode.SetUpdate
	}
	u.emit(build, acc, acc, 0)
	for _, e := range elts {
		mark := u.temp
		if s, ok := e.(*syntax.Starred); ok {
			r := u.operand(s.Value)
			u.pos = s.Pos
			u.emit(extend, acc, r, 0)
		} else {
			r := u.operand(e)
			u.pos = e.Span()
			u.emit(add, acc, r, 0)
		}
		u.temp = mark
	}
	u.pos = pos
	if op == bytecode.BuildTuple {
		u.emit(bytecode.ListToTuple, dst, acc, 0)
	} else {
		u.emit(bytecode.Move, dst, acc, 0)
	}
}

func (u *unit) dict(e *syntax.Dict, dst int) {
	if len(e.Values) <= maxDisplay/2 && !slices.Contains(e.Keys, nil) {
		w := u.allocN(2 * len(e.Values))
		for i := range e.Values {
			u.exprTo(e.Keys[i], w+2*i)
			u.exprTo(e.Values[i], w+2*i+1)
		}
		u.pos = e.Pos
		u.emit(bytecode.BuildMap, dst, w, len(e.Values))
		return
	}
	acc := u.alloc()
	u.emit(bytecode.BuildMap, acc, acc, 0)
	for i := range e.Values {
		mark := u.temp
		if e.Keys[i] == nil {
			r := u.operand(e.Values[i])
			u.pos = e.Pos
			u.emit(bytecode.DictUpdate, acc, r, 0)
		} else {
			k := u.operandWith(e.Keys[i], e.Values[i])
			v := u.operand(e.Values[i])
			u.pos = e.Pos
			u.emit(bytecode.MapAdd, acc, k, v)
		}
		u.temp = mark
	}
	u.emit(bytecode.Move, dst, acc, 0)
}

func (u *unit) joinedStr(e *syntax.JoinedStr, dst int) {
	switch len(e.Values) {
	case 0:
		u.loadConst(dst, objects.StrValue(""))
		return
	case 1:
		u.exprTo(e.Values[0], dst)
		return
	}
	if len(e.Values) > maxDisplay {
		acc := u.alloc()
		u.loadConst(acc, objects.StrValue(""))
		for i := 0; i < len(e.Values); i += maxDisplay - 1 {
			part := e.Values[i:min(i+maxDisplay-1, len(e.Values))]
			mark := u.temp
			w := u.allocN(len(part) + 1)
			u.emit(bytecode.Move, w, acc, 0)
			for j, v := range part {
				u.exprTo(v, w+1+j)
			}
			u.pos = e.Pos
			u.emit(bytecode.BuildString, acc, w, len(part)+1)
			u.temp = mark
		}
		u.emit(bytecode.Move, dst, acc, 0)
		return
	}
	w := u.allocN(len(e.Values))
	for i, v := range e.Values {
		u.exprTo(v, w+i)
	}
	u.pos = e.Pos
	u.emit(bytecode.BuildString, dst, w, len(e.Values))
}

func (u *unit) formattedValue(e *syntax.FormattedValue, dst int) {
	r := u.operand(e.Value)
	if e.Conversion > 0 {
		t := u.alloc()
		u.pos = e.Pos
		u.emit(bytecode.Convert, t, r, map[int32]int{'s': 1, 'r': 2, 'a': 3}[e.Conversion])
		r = t
	}
	if e.FormatSpec != nil {
		s := u.operand(e.FormatSpec)
		u.pos = e.Pos
		u.emit(bytecode.FormatSpec, dst, r, s)
		return
	}
	u.pos = e.Pos
	u.emit(bytecode.FormatSimple, dst, r, 0)
}

func (u *unit) yieldExpr(e *syntax.Yield, dst int) {
	r := u.alloc()
	if e.Value == nil {
		u.loadConst(r, objects.None)
	} else {
		u.exprTo(e.Value, r)
	}
	u.pos = e.Pos
	if u.scope.coroutine {
		u.emit(bytecode.AsyncGenWrap, r, r, 0)
	}
	u.emit(bytecode.Yield, dst, r, 0)
}

// await delegates to the iterator in register it until it is exhausted; dst becomes its result. An exception thrown in
// while it is suspended goes to the iterator by way of the generator object, and CLEANUP_THROW turns the StopIteration
// that this may end in into the result.
//
//	      LOAD v, None
//	send: SEND y, it, v      → skips the next instruction with the result in y
//	      jump step
//	      jump done
//	step: YIELD v, y         under H
//	      jump send
//	H:    CLEANUP_THROW exc, y
//	done: MOVE dst, y
func (u *unit) await(dst, it int) {
	mark := u.temp
	w := u.allocN(4)
	src, v, y, exc := w, w+1, w+2, w+3
	u.emit(bytecode.Move, src, it, 0)
	u.loadConst(v, objects.None)
	send, step, done, clean := u.label(), u.label(), u.label(), u.label()
	u.place(send)
	u.emit(bytecode.Send, y, src, v)
	u.jump(bytecode.JumpTo, 0, step)
	u.jump(bytecode.JumpTo, 0, done)
	u.place(step)
	outer := u.pushHandler(clean, exc)
	u.emit(bytecode.Yield, v, y, 1)
	u.handler = outer
	u.jump(bytecode.JumpTo, 0, send)
	u.place(clean)
	u.emit(bytecode.CleanupThrow, exc, y, 0)
	u.place(done)
	u.emit(bytecode.Move, dst, y, 0)
	u.temp = mark
}
