package compile

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
	"slices"
)

func (u *unit) stmts(list []syntax.Stmt) {
	u.c.depth++
	if u.c.depth > maxDepth {
		failRecursion()
	}
	for _, s := range list {
		mark := u.temp
		u.pos = s.Span()
		u.stmt(s)
		u.temp = mark
	}
	u.c.depth--
}

func (u *unit) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.ExprStmt:
		u.exprStmt(s)
	case *syntax.Assign:
		u.assign(s)
	case *syntax.AugAssign:
		u.augAssign(s)
	case *syntax.AnnAssign:
		u.annAssign(s)
	case *syntax.Return:
		u.returnStmt(s)
	case *syntax.If:
		u.ifStmt(s)
	case *syntax.While:
		u.while(s)
	case *syntax.For:
		if s.Async {
			u.asyncFor(s)
		} else {
			u.forStmt(s)
		}
	case *syntax.Pass:
		u.nop(s.Pos)
	case *syntax.Break:
		u.breakStmt(s)
	case *syntax.Continue:
		u.continueStmt(s)
	case *syntax.FunctionDef:
		u.functionDef(s)
	case *syntax.ClassDef:
		u.classDef(s)
	case *syntax.TypeAlias:
		u.typeAlias(s)
	case *syntax.Delete:
		for _, t := range s.Targets {
			u.del(t)
		}
	case *syntax.Raise:
		u.raise(s)
	case *syntax.Try:
		if s.Star {
			u.tryStar(s)
		} else {
			u.try(s)
		}
	case *syntax.With:
		if s.Async {
			u.asyncWith(s, 0)
		} else {
			u.with(s, 0)
		}
	case *syntax.Assert:
		u.assert(s)
	case *syntax.Import:
		u.importStmt(s)
	case *syntax.ImportFrom:
		u.importFrom(s)
	case *syntax.Match:
		u.match(s)
	case *syntax.Global, *syntax.Nonlocal:
	}
}

func (u *unit) exprStmt(s *syntax.ExprStmt) {
	if u.interactive && u.parent == nil {
		r := u.expr(s.Value)
		u.emit(bytecode.PrintExpr, r, 0, 0)
		return
	}
	if _, ok := s.Value.(*syntax.Constant); ok {
		u.nop(s.Pos)
		return
	}
	u.effect(s.Value)
}

// effect evaluates an expression for what it does.
func (u *unit) effect(e syntax.Expr) {
	mark := u.temp
	if n, ok := e.(*syntax.Name); ok {
		u.pos = n.Pos
		u.load(n.ID, u.alloc())
	} else {
		u.expr(e)
	}
	u.temp = mark
}

// finalWrite reports whether evaluating e into a variable's register writes it only at the very end, so that the old
// value is still there for the expression itself and for handlers.
func finalWrite(e syntax.Expr) bool {
	switch e := e.(type) {
	case *syntax.BinOp, *syntax.UnaryOp, *syntax.Attribute, *syntax.Subscript, *syntax.Call, *syntax.Constant, *syntax.Name,
		*syntax.Await, *syntax.Lambda, *syntax.JoinedStr:
		return true
	case *syntax.Compare:
		return len(e.Ops) == 1
	case *syntax.IfExp:
		return finalWrite(e.Body) && finalWrite(e.OrElse)
	case *syntax.List:
		return len(e.Elts) < maxDisplay && !hasStarred(e.Elts)
	case *syntax.Tuple:
		return len(e.Elts) < maxDisplay && !hasStarred(e.Elts)
	}
	return false
}

func (u *unit) assign(s *syntax.Assign) {
	if len(s.Targets) == 1 {
		if n, ok := s.Targets[0].(*syntax.Name); ok {
			if r := u.localReg(n.ID); r >= 0 && finalWrite(s.Value) {
				u.exprTo(s.Value, r)
				u.setBound(r)
				return
			}
		}
		if t, ok := s.Targets[0].(*syntax.Tuple); ok && u.swap(t, s.Value) {
			return
		}
	}
	r := u.operand(s.Value)
	for _, t := range s.Targets {
		u.assignTo(t, r)
	}
}

// swap compiles a, b = x, y without making a tuple: the values are evaluated into temporaries and then stored.
func (u *unit) swap(t *syntax.Tuple, value syntax.Expr) bool {
	v, ok := value.(*syntax.Tuple)
	if !ok || len(v.Elts) != len(t.Elts) || len(v.Elts) > 3 || len(v.Elts) < 2 || hasStarred(v.Elts) || hasStarred(t.Elts) {
		return false
	}
	regs := make([]int, len(v.Elts))
	for i, e := range v.Elts {
		regs[i] = u.alloc()
		u.exprTo(e, regs[i])
	}
	for i, e := range t.Elts {
		u.assignTo(e, regs[i])
	}
	return true
}

// assignTo binds a target to the value in a register.
func (u *unit) assignTo(t syntax.Expr, src int) {
	mark := u.temp
	saved := u.pos
	u.pos = t.Span()
	switch t := t.(type) {
	case *syntax.Name:
		u.store(t.ID, src)
	case *syntax.Attribute:
		obj := u.operand(t.Value)
		u.pos = attrPos(t)
		u.noteSelfAttr(t)
		u.emit(bytecode.StoreAttr, obj, src, u.site(u.scope.mangle(t.Attr)))
	case *syntax.Subscript:
		obj := u.operandWith(t.Value, t.Slice)
		key := u.operand(t.Slice)
		u.pos = t.Pos
		u.emit(bytecode.StoreItem, obj, key, src)
	case *syntax.Tuple:
		u.unpack(t.Elts, src)
	case *syntax.List:
		u.unpack(t.Elts, src)
	case *syntax.Starred:
		u.c.fail(t.Pos, "starred assignment target must be in a list or tuple")
	}
	u.pos = saved
	u.temp = mark
}

// noteSelfAttr records attributes that methods assign through self, for __static_attributes__.
func (u *unit) noteSelfAttr(t *syntax.Attribute) {
	if n, ok := t.Value.(*syntax.Name); ok && n.ID == "self" {
		for p := u; p != nil; p = p.parent {
			if p.scope.kind == classScope {
				p.staticAttrs[t.Attr] = true
				return
			}
		}
	}
}

func (u *unit) unpack(elts []syntax.Expr, src int) {
	star := -1
	for i, e := range elts {
		if _, ok := e.(*syntax.Starred); ok {
			if star >= 0 {
				u.c.fail(u.pos, "multiple starred expressions in assignment")
			}
			star = i
		}
	}
	// Targets that are plain local variables side by side could be written directly; a temporary each keeps the order of
	// stores right when a later one fails.
	w := u.allocN(len(elts))
	if star < 0 {
		u.emit(bytecode.UnpackSeq, w, src, len(elts))
	} else {
		if star > 255 || len(elts)-star-1 > 255 {
			u.c.fail(u.pos, "too many expressions in star-unpacking assignment")
		}
		u.emit(bytecode.UnpackEx, w, src, star|(len(elts)-star-1)<<8)
	}
	for i, e := range elts {
		if s, ok := e.(*syntax.Starred); ok {
			e = s.Value
		}
		u.assignTo(e, w+i)
	}
}

var augOps = map[syntax.Operator]bytecode.Op{syntax.Add: bytecode.IAdd, syntax.Sub: bytecode.ISub, syntax.Mult: bytecode.IMul,
	syntax.MatMult: bytecode.IMatMul, syntax.Div: bytecode.ITrueDiv, syntax.Mod_: bytecode.IMod, syntax.Pow: bytecode.IPow,
	syntax.LShift: bytecode.ILShift, syntax.RShift: bytecode.IRShift, syntax.BitOr: bytecode.IOr, syntax.BitXor: bytecode.IXor,
	syntax.BitAnd: bytecode.IAnd, syntax.FloorDiv: bytecode.IFloorDiv}

// augmented emits dst := old op= value.
func (u *unit) augmented(s *syntax.AugAssign, dst, old int) {
	if i, ok := u.immediate(s.Value); ok && (s.Op == syntax.Add || s.Op == syntax.Sub) {
		op := bytecode.IAddInt
		if s.Op == syntax.Sub {
			op = bytecode.ISubInt
		}
		u.pos = s.Pos
		u.emit(op, dst, old, i)
		return
	}
	v := u.operand(s.Value)
	u.pos = s.Pos
	u.emit(augOps[s.Op], dst, old, v)
}

func (u *unit) augAssign(s *syntax.AugAssign) {
	switch t := s.Target.(type) {
	case *syntax.Name:
		u.pos = t.Pos
		if r := u.localReg(t.ID); r >= 0 {
			u.load(t.ID, -1)
			old := r
			if containsWalrus(s.Value) {
				old = u.alloc()
				u.emit(bytecode.Move, old, r, 0)
			}
			u.augmented(s, r, old)
			u.setBound(r)
			return
		}
		old := u.alloc()
		u.load(t.ID, old)
		u.augmented(s, old, old)
		u.store(t.ID, old)
	case *syntax.Attribute:
		obj := u.operandWith(t.Value, s.Value)
		old := u.alloc()
		u.pos = attrPos(t)
		name := u.scope.mangle(t.Attr)
		u.noteSelfAttr(t)
		u.emit(bytecode.LoadAttr, old, obj, u.site(name))
		u.augmented(s, old, old)
		u.pos = attrPos(t)
		u.emit(bytecode.StoreAttr, obj, old, u.site(name))
	case *syntax.Subscript:
		obj := u.operandWith(t.Value, t.Slice, s.Value)
		key := u.operandWith(t.Slice, s.Value)
		old := u.alloc()
		u.pos = t.Pos
		u.emit(bytecode.LoadItem, old, obj, key)
		u.augmented(s, old, old)
		u.pos = t.Pos
		u.emit(bytecode.StoreItem, obj, key, old)
	}
}

func (u *unit) setupAnnotations() {
	u.emit(bytecode.SetupAnnotations, 0, 0, 0)
}

func (u *unit) annAssign(s *syntax.AnnAssign) {
	if s.Value != nil {
		u.assign(&syntax.Assign{Pos: s.Pos, Targets: []syntax.Expr{s.Target}, Value: s.Value})
	}
	u.pos = s.Pos
	switch t := s.Target.(type) {
	case *syntax.Name:
		if !s.Simple || u.scope.kind.functionLike() {
			// Annotations of locals are not evaluated.
			return
		}
		v := u.annotationExpr(s.Annotation)
		ann := u.alloc()
		u.emit(bytecode.LoadName, ann, u.site("__annotations__"), 0)
		key := u.alloc()
		u.loadConst(key, objects.Intern(u.scope.mangle(t.ID)).Value())
		u.pos = s.Pos
		u.emit(bytecode.StoreItem, ann, key, v)
	case *syntax.Attribute:
		if s.Value == nil {
			u.effect(t.Value)
		}
	case *syntax.Subscript:
		if s.Value == nil {
			u.effect(t.Value)
			u.effect(t.Slice)
		}
	}
}

// annotationExpr evaluates an annotation, or gives its source text under the future import.
func (u *unit) annotationExpr(e syntax.Expr) int {
	r := u.alloc()
	if u.c.Futures&objects.CoFutureAnnotations != 0 {
		u.pos = e.Span()
		u.loadConst(r, objects.StrValue(syntax.Unparse(e)))
		return r
	}
	if s, ok := e.(*syntax.Starred); ok {
		// *args: *Ts unpacks to exactly one item.
		v := u.operand(s.Value)
		u.emit(bytecode.UnpackSeq, r, v, 1)
		return r
	}
	u.exprTo(e, r)
	return r
}

func (u *unit) returnNone() { u.emit(bytecode.ReturnNone, 0, 0, 0) }

func (u *unit) returnStmt(s *syntax.Return) {
	if !u.scope.kind.functionLike() {
		u.c.fail(s.Pos, "'return' outside function")
	}
	if s.Value != nil && u.scope.generator && u.scope.coroutine {
		u.c.fail(s.Pos, "'return' with value in async generator")
	}
	if s.Value == nil {
		u.unwindAll(-1)
		u.pos = s.Pos
		u.returnNone()
		return
	}
	r := u.operand(s.Value)
	if u.mustUnwind() {
		if r < u.temp && r < len(u.varNames) {
			// A finally part may rebind the variable.
			t := u.alloc()
			u.emit(bytecode.Move, t, r, 0)
			r = t
		}
		u.unwindAll(r)
	}
	u.pos = s.Pos
	u.emit(bytecode.Return, r, 0, 0)
}

func (u *unit) mustUnwind() bool {
	for i := range u.blocks {
		if k := u.blocks[i].kind; k != whileBlock && k != forBlock && k != tryBlock {
			return true
		}
	}
	return false
}

// unwindAll leaves every block around the present point.
func (u *unit) unwindAll(keep int) {
	u.unwind(0)
}

// unwind leaves the blocks from the innermost to index n, running what has to run on the way out.
func (u *unit) unwind(n int) {
	savedBlocks, savedHandler, savedPos := u.blocks, u.handler, u.pos
	for i := len(u.blocks) - 1; i >= n; i-- {
		b := u.blocks[i]
		u.blocks = savedBlocks[:i:i]
		if b.star {
			u.failStar(savedPos)
		}
		switch b.kind {
		case finallyTry:
			u.handler = b.handler
			mark := u.temp
			u.stmts(b.final)
			u.temp = mark
		case finallyEnd:
			u.handler = b.handler
			u.emit(bytecode.PopExc, b.saved, 0, 0)
		case handlerBlock:
			u.handler = b.handler
			u.emit(bytecode.PopExc, b.saved, 0, 0)
			if b.name != "" {
				u.clearHandlerName(b.name)
			}
		case withBlock:
			u.handler = b.handler
			u.pos = b.pos
			t := u.alloc()
			u.emit(bytecode.WithExit, t, b.exit, 0)
			u.temp = t
		case asyncWithBlock:
			u.handler = b.handler
			u.pos = b.pos
			t := u.alloc()
			u.emit(bytecode.WithExit, t, b.exit, 0)
			u.emit(bytecode.GetAwaitable, t, t, 2)
			u.await(t, t)
			u.temp = t
		case tryBlock:
			u.handler = b.handler
		}
		u.pos = savedPos
	}
	u.blocks, u.handler, u.pos = savedBlocks, savedHandler, savedPos
	// The caller emits the jump or the return under the outermost handler that is left.
}

// outerHandler is the handler outside of block n.
func (u *unit) outerHandler(n int) int32 {
	for i := n; i < len(u.blocks); i++ {
		switch u.blocks[i].kind {
		case whileBlock, forBlock:
		default:
			return u.blocks[i].handler
		}
	}
	return u.handler
}

func (u *unit) breakStmt(s *syntax.Break) {
	u.nop(s.Pos)
	for i := len(u.blocks) - 1; i >= 0; i-- {
		if k := u.blocks[i].kind; k == whileBlock || k == forBlock {
			u.unwind(i + 1)
			h := u.handler
			u.handler = u.outerHandler(i + 1)
			u.jump(bytecode.JumpTo, 0, u.blocks[i].end)
			u.handler = h
			u.noteExit(&u.blocks[i])
			return
		}
	}
	u.outsideLoop(s.Pos, "'break' outside loop")
}

// outsideLoop reports break or continue without a loop; in an except* clause that is what is wrong first.
func (u *unit) outsideLoop(pos syntax.Pos, msg string) {
	for i := range u.blocks {
		if u.blocks[i].star {
			u.failStar(pos)
		}
	}
	u.c.fail(pos, msg)
}

func (u *unit) failStar(pos syntax.Pos) {
	u.c.fail(pos, "'break', 'continue' and 'return' cannot appear in an except* block")
}

// noteExit joins what is bound here into what is bound behind the loop.
func (u *unit) noteExit(b *block) {
	if *b.exitBound == nil {
		*b.exitBound = u.saveBound()
		return
	}
	for i, v := range u.bound {
		(*b.exitBound)[i] = (*b.exitBound)[i] && v
	}
}

func (u *unit) continueStmt(s *syntax.Continue) {
	u.nop(s.Pos)
	for i := len(u.blocks) - 1; i >= 0; i-- {
		if k := u.blocks[i].kind; k == whileBlock || k == forBlock {
			u.unwind(i + 1)
			h := u.handler
			u.handler = u.outerHandler(i + 1)
			u.jump(bytecode.JumpTo, 0, u.blocks[i].start)
			u.handler = h
			return
		}
	}
	u.outsideLoop(s.Pos, "'continue' not properly in loop")
}

func (u *unit) ifStmt(s *syntax.If) {
	end := u.label()
	var ends []bool
	join := func() {
		if u.dead {
			return
		}
		if ends == nil {
			ends = u.saveBound()
			return
		}
		for i, v := range u.bound {
			ends[i] = ends[i] && v
		}
	}
	for {
		if v, ok := u.constTruth(s.Test); ok {
			u.nop(s.Test.Span())
			if v {
				u.stmts(s.Body)
				u.deadCode(s.OrElse)
				break
			}
			u.deadCode(s.Body)
			if len(s.OrElse) == 1 {
				if n, ok := s.OrElse[0].(*syntax.If); ok {
					s = n
					u.pos = s.Pos
					continue
				}
			}
			u.stmts(s.OrElse)
			break
		}
		next := u.label()
		u.condJump(s.Test, false, next)
		before := u.saveBound()
		u.stmts(s.Body)
		if len(s.OrElse) == 0 {
			join()
			u.place(next)
			u.bound = before
			break
		}
		if !u.dead {
			u.jump(bytecode.JumpTo, 0, end)
			u.dead = false
			join()
			u.dead = true
		}
		u.place(next)
		u.bound = before
		if len(s.OrElse) == 1 {
			if n, ok := s.OrElse[0].(*syntax.If); ok {
				s = n
				u.pos = s.Pos
				continue
			}
		}
		u.stmts(s.OrElse)
		break
	}
	join()
	u.place(end)
	if ends != nil {
		copy(u.bound, ends)
	}
}

// deadCode compiles statements that never run and drops their instructions: their errors count and their scopes are
// passed.
func (u *unit) deadCode(list []syntax.Stmt) {
	if len(list) == 0 {
		return
	}
	nf, ni := len(u.fixups), len(u.inlined)
	u.flushNop()
	n, placed := len(u.instrs), u.placed
	bound, dead := u.saveBound(), u.dead
	savedPos := u.pos
	u.stmts(list)
	u.pos, u.nopPos, u.placed = savedPos, syntax.Pos{}, placed
	u.instrs, u.positions, u.handlers = u.instrs[:n], u.positions[:n], u.handlers[:n]
	u.fixups, u.inlined = u.fixups[:nf], u.inlined[:ni]
	u.bound, u.dead = bound, dead
}

func (u *unit) while(s *syntax.While) {
	test, ok := u.constTruth(s.Test)
	if ok {
		u.nop(s.Test.Span())
	}
	if ok && !test {
		start, end := u.label(), u.label()
		var eb []bool
		u.push(block{kind: whileBlock, start: start, end: end, exitBound: &eb})
		u.deadCode(s.Body)
		u.blocks = u.blocks[:len(u.blocks)-1]
		u.stmts(s.OrElse)
		return
	}
	body, cont, end, orelse := u.label(), u.label(), u.label(), u.label()
	if !ok {
		u.condJump(s.Test, false, orelse)
	}
	before := u.saveBound()
	var exitBound []bool
	u.push(block{kind: whileBlock, start: cont, end: end, exitBound: &exitBound})
	u.place(body)
	u.stmts(s.Body)
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.place(cont)
	u.pos = s.Test.Span()
	if ok {
		u.jump(bytecode.JumpTo, 0, body)
	} else {
		// The test stands once more at the end, so that an iteration takes one jump. What it binds is not relied on.
		u.bound = append([]bool(nil), before...)
		u.condJump(s.Test, true, body)
		u.dead = false
	}
	u.place(orelse)
	u.bound = before
	if ok {
		u.dead = true
	}
	u.stmts(s.OrElse)
	if !u.dead && !ok {
		if exitBound == nil {
			exitBound = u.saveBound()
		} else {
			u.joinInto(&exitBound)
		}
	}
	u.place(end)
	if exitBound != nil {
		u.bound = exitBound
	}
}

func (u *unit) joinInto(other *[]bool) {
	for i, v := range u.bound {
		(*other)[i] = (*other)[i] && v
	}
}

func (u *unit) forStmt(s *syntax.For) {
	it := u.alloc()
	u.loopIterator(it, s.Iter)
	body, next, end := u.label(), u.label(), u.label()
	u.jump(bytecode.JumpTo, 0, next)
	before := u.saveBound()
	var exitBound []bool
	u.push(block{kind: forBlock, start: next, end: end, exitBound: &exitBound})
	u.place(body)
	target := -1
	if n, ok := s.Target.(*syntax.Name); ok {
		target = u.localReg(n.ID)
	}
	if target >= 0 {
		u.setBound(target)
	} else {
		target = u.alloc()
		u.assignTo(s.Target, target)
	}
	u.stmts(s.Body)
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.place(next)
	u.pos = s.Iter.Span()
	u.forIter(it, target, body)
	u.bound = before
	u.dead = false
	u.stmts(s.OrElse)
	if exitBound != nil {
		if !u.dead {
			u.joinInto(&exitBound)
		}
		u.bound = exitBound
	}
	u.place(end)
}

// loopIterator emits what makes the iterator of a loop that alone will have it. That of range(…) is made without the range.
func (u *unit) loopIterator(it int, e syntax.Expr) {
	src := u.iterable(e)
	u.pos = e.Span()
	if c, ok := e.(*syntax.Call); ok {
		last := len(u.instrs) - 1
		if f, ok := c.Func.(*syntax.Name); ok && f.ID == "range" && u.instrs[last].Op() == bytecode.Call && u.instrs[last].C() == src {
			call := u.instrs[last]
			u.instrs = slices.Insert(u.instrs, last, bytecode.Make(bytecode.RangeIter, call.A(), call.B(), it))
			u.positions = slices.Insert(u.positions, last, u.positions[last])
			u.handlers = slices.Insert(u.handlers, last, u.handlers[last])
		}
	}
	u.emit(bytecode.GetIter, it, src, 1)
}

// forIter emits the end of a for loop: the next value goes to target and control to body, or behind the loop.
func (u *unit) forIter(it, target, body int) {
	if u.long {
		skip := u.label()
		has := u.label()
		u.jumpShort(bytecode.ForIter, it, target, has)
		u.jump(bytecode.JumpTo, 0, skip)
		u.place(has)
		u.jump(bytecode.JumpTo, 0, body)
		u.place(skip)
		return
	}
	u.jumpShort(bytecode.ForIter, it, target, body)
}

func (u *unit) asyncFor(s *syntax.For) {
	u.needAsync(s.Pos, "'async for' outside async function")
	it := u.alloc()
	src := u.operand(s.Iter)
	u.pos = s.Iter.Span()
	u.emit(bytecode.GetAIter, it, src, 0)
	next, end, stop := u.label(), u.label(), u.label()
	before := u.saveBound()
	var exitBound []bool
	u.place(next)
	exc := u.alloc()
	outer := u.pushHandler(stop, exc)
	v := u.alloc()
	u.emit(bytecode.GetANext, v, it, 0)
	u.await(v, v)
	u.handler = outer
	u.push(block{kind: forBlock, start: next, end: end, exitBound: &exitBound})
	u.assignTo(s.Target, v)
	u.stmts(s.Body)
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.pos = s.Iter.Span()
	u.jump(bytecode.JumpTo, 0, next)
	u.place(stop)
	u.emit(bytecode.EndAsyncFor, exc, 0, 0)
	u.bound = before
	u.stmts(s.OrElse)
	if exitBound != nil {
		if !u.dead {
			u.joinInto(&exitBound)
		}
		u.bound = exitBound
	}
	u.place(end)
}

// needAsync rejects asynchronous constructs outside of coroutines.
func (u *unit) needAsync(pos syntax.Pos, msg string) {
	if u.scope.kind == functionScope && u.scope.coroutine || u.c.TopLevelAwait && u.scope.kind == moduleScope {
		if f, ok := u.scope.node.(*syntax.FunctionDef); !ok || f.Async {
			return
		}
	}
	if u.scope.kind == compScope {
		return
	}
	u.c.fail(pos, msg)
}

func (u *unit) del(t syntax.Expr) {
	mark := u.temp
	u.pos = t.Span()
	switch t := t.(type) {
	case *syntax.Name:
		u.remove(t.ID)
	case *syntax.Attribute:
		obj := u.operand(t.Value)
		u.pos = attrPos(t)
		u.emit(bytecode.DeleteAttr, obj, 0, u.site(u.scope.mangle(t.Attr)))
	case *syntax.Subscript:
		obj := u.operandWith(t.Value, t.Slice)
		key := u.operand(t.Slice)
		u.pos = t.Pos
		u.emit(bytecode.DeleteItem, obj, key, 0)
	case *syntax.Tuple:
		for _, e := range t.Elts {
			u.del(e)
		}
	case *syntax.List:
		for _, e := range t.Elts {
			u.del(e)
		}
	}
	u.temp = mark
}

func (u *unit) raise(s *syntax.Raise) {
	switch {
	case s.Exc == nil:
		u.emit(bytecode.Raise, 0, 0, 0)
	case s.Cause == nil:
		r := u.operand(s.Exc)
		u.pos = s.Pos
		u.emit(bytecode.Raise, r, 0, 1)
	default:
		r := u.operandWith(s.Exc, s.Cause)
		c := u.operand(s.Cause)
		u.pos = s.Pos
		u.emit(bytecode.Raise, r, c, 2)
	}
}

func (u *unit) assert(s *syntax.Assert) {
	if t, ok := s.Test.(*syntax.Tuple); ok && len(t.Elts) > 0 {
		u.c.warn(s.Pos, "assertion is always true, perhaps remove parentheses?")
	}
	if u.c.Optimize > 0 {
		u.deadCode([]syntax.Stmt{&syntax.ExprStmt{Pos: s.Pos, Value: s.Test}})
		if s.Msg != nil {
			u.deadCode([]syntax.Stmt{&syntax.ExprStmt{Pos: s.Pos, Value: s.Msg}})
		}
		return
	}
	ok := u.label()
	u.condJump(s.Test, true, ok)
	before := u.saveBound()
	u.pos = s.Pos
	w := u.alloc()
	u.emit(bytecode.LoadAssertionError, w, 0, 0)
	if s.Msg != nil {
		a := u.alloc()
		u.exprTo(s.Msg, a)
		u.pos = s.Pos
		u.emit(bytecode.Call, w, 1, w)
	}
	u.pos = s.Test.Span()
	u.emit(bytecode.Raise, w, 0, 1)
	u.place(ok)
	u.bound = before
}

func (u *unit) importStmt(s *syntax.Import) {
	for _, a := range s.Names {
		mark := u.temp
		w := u.allocN(2)
		u.loadConst(w, objects.InlineInt(0))
		u.loadConst(w+1, objects.None)
		u.emit(bytecode.ImportName, w, u.site(a.Name), 0)
		rest := a.Name
		first, more, dotted := cutDot(rest)
		if a.AsName == "" {
			u.store(first, w)
		} else {
			for dotted {
				first, more, dotted = cutDot(more)
				u.emit(bytecode.ImportFrom, w+1, w, u.nameRef(first))
				u.emit(bytecode.Move, w, w+1, 0)
			}
			u.store(a.AsName, w)
		}
		u.temp = mark
	}
}

// cutDot splits a dotted name at the first dot.
func cutDot(name string) (first, rest string, dotted bool) {
	for i := range name {
		if name[i] == '.' {
			return name[:i], name[i+1:], true
		}
	}
	return name, "", false
}

func (u *unit) importFrom(s *syntax.ImportFrom) {
	w := u.allocN(2)
	names := make([]objects.Value, len(s.Names))
	for i, a := range s.Names {
		names[i] = objects.Intern(a.Name).Value()
	}
	u.loadConst(w, objects.InlineInt(int64(s.Level)))
	u.loadConst(w+1, objects.ToValue(objects.NewTuple(names...)))
	u.emit(bytecode.ImportName, w, u.site(s.Module), 0)
	for _, a := range s.Names {
		u.pos = s.Pos
		if a.Name == "*" {
			u.emit(bytecode.ImportStar, w, 0, 0)
			return
		}
		u.emit(bytecode.ImportFrom, w+1, w, u.nameRef(a.Name))
		name := a.AsName
		if name == "" {
			name = a.Name
		}
		u.store(name, w+1)
	}
}
