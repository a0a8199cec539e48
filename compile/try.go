package compile

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// Statements that handle exceptions. While a handler runs, the exception is the thread's handled one (PUSH_EXC), and the
// one before lies in a register; every way out of the handler puts it back (POP_EXC), the exceptional one through a
// cleanup handler of its own:
//
//	   body            runs under H
//	   jump end
//	H: PUSH_EXC        exception in e; from here on under C
//	   …
//	   POP_EXC
//	   jump end
//	C: POP_EXC, RERAISE

// handlerRegs takes the registers of a handler: the exception, the saved one, and the exception of the cleanup.
func (u *unit) handlerRegs() (exc, saved, exc2 int) {
	w := u.allocN(3)
	return w, w + 1, w + 2
}

// cleanup emits the handler that restores the handled exception and raises on.
func (u *unit) cleanup(label, saved, exc2 int) {
	u.place(label)
	u.pos = syntax.Pos{}
	u.emit(bytecode.PopExc, saved, 0, 0)
	u.emit(bytecode.Reraise, exc2, 0, 0)
}

func (u *unit) try(s *syntax.Try) {
	u.nop(s.Pos)
	if len(s.FinalBody) > 0 {
		u.tryFinally(s)
		return
	}
	u.tryExcept(s)
}

func (u *unit) tryFinally(s *syntax.Try) {
	exc, saved, exc2 := u.handlerRegs()
	handler, clean, end := u.label(), u.label(), u.label()
	outer := u.pushHandler(handler, exc)
	before := u.saveBound()
	u.push(block{kind: finallyTry, final: s.FinalBody, handler: outer})
	if len(s.Handlers) > 0 {
		u.tryExcept(s)
	} else {
		u.stmts(s.Body)
	}
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.handler = outer
	var endBound []bool
	if !u.dead {
		u.finalCopy(s.FinalBody)
		if !u.dead {
			endBound = u.saveBound()
			u.jump(bytecode.JumpTo, 0, end)
		}
	}
	u.place(handler)
	u.bound = before
	u.pos = syntax.Pos{}
	u.emit(bytecode.PushExc, exc, saved, 0)
	u.pushHandler(clean, exc2)
	u.push(block{kind: finallyEnd, saved: saved, handler: outer})
	u.finalCopy(s.FinalBody)
	u.blocks = u.blocks[:len(u.blocks)-1]
	if !u.dead {
		u.pos = endOf(s.FinalBody)
		u.emit(bytecode.Reraise, exc, 0, 0)
	}
	u.handler = outer
	u.cleanup(clean, saved, exc2)
	u.place(end)
	if endBound != nil {
		u.bound = endBound
	} else {
		u.dead = true
	}
}

// endOf returns the place of the statement that a body ends with, none where more than one way leads out of it.
func endOf(body []syntax.Stmt) syntax.Pos {
	switch s := body[len(body)-1].(type) {
	case *syntax.If, *syntax.For, *syntax.While, *syntax.With, *syntax.Try, *syntax.Match:
		return syntax.Pos{}
	default:
		return s.Span()
	}
}

// finalCopy compiles one copy of a finally part. The scopes inside are found by their nodes, so that copies share them.
func (u *unit) finalCopy(body []syntax.Stmt) { u.stmts(body) }

func (u *unit) tryExcept(s *syntax.Try) {
	exc, saved, exc2 := u.handlerRegs()
	handler, clean, end := u.label(), u.label(), u.label()
	outer := u.pushHandler(handler, exc)
	before := u.saveBound()
	u.push(block{kind: tryBlock, handler: outer})
	u.stmts(s.Body)
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.handler = outer
	u.stmts(s.OrElse)
	var endBound []bool
	join := func() {
		if u.dead {
			return
		}
		if endBound == nil {
			endBound = u.saveBound()
		} else {
			u.joinInto(&endBound)
		}
		u.pos = syntax.Pos{}
		u.jump(bytecode.JumpTo, 0, end)
	}
	join()
	u.place(handler)
	u.bound = append([]bool(nil), before...)
	u.pos = syntax.Pos{}
	u.emit(bytecode.PushExc, exc, saved, 0)
	u.pushHandler(clean, exc2)
	cleanHandler := u.handler
	for i, h := range s.Handlers {
		u.pos = h.Pos
		next := u.label()
		u.bound = append([]bool(nil), before...)
		if h.Type == nil {
			if i < len(s.Handlers)-1 {
				u.c.fail(h.Pos, "default 'except:' must be last")
			}
		} else {
			mark := u.temp
			typ := u.operand(h.Type)
			m := u.alloc()
			u.pos = h.Type.Span()
			u.emit(bytecode.CheckExcMatch, m, exc, typ)
			u.temp = mark
			u.jump(bytecode.JumpIfFalse, m, next)
		}
		u.pos = h.Pos
		if h.Name == "" {
			u.push(block{kind: handlerBlock, saved: saved, handler: outer})
			u.stmts(h.Body)
			u.blocks = u.blocks[:len(u.blocks)-1]
			if !u.dead {
				u.handler = outer
				u.pos = syntax.Pos{}
				u.emit(bytecode.PopExc, saved, 0, 0)
				join()
			}
		} else {
			u.store(h.Name, exc)
			// The name is unbound on every way out, an exception included.
			exc3 := u.alloc()
			nameClean := u.label()
			u.pushHandler(nameClean, exc3)
			u.push(block{kind: handlerBlock, saved: saved, name: h.Name, handler: outer})
			u.stmts(h.Body)
			u.blocks = u.blocks[:len(u.blocks)-1]
			if !u.dead {
				u.handler = outer
				u.pos = syntax.Pos{}
				u.emit(bytecode.PopExc, saved, 0, 0)
				u.clearHandlerName(h.Name)
				join()
			}
			u.handler = cleanHandler
			u.place(nameClean)
			u.pos = syntax.Pos{}
			u.clearHandlerName(h.Name)
			u.emit(bytecode.Reraise, exc3, 0, 0)
		}
		u.handler = cleanHandler
		u.place(next)
	}
	if n := len(s.Handlers); s.Handlers[n-1].Type != nil {
		u.pos = s.Handlers[n-1].Type.Span()
		u.emit(bytecode.Reraise, exc, 0, 0)
	}
	u.handler = outer
	u.cleanup(clean, saved, exc2)
	u.place(end)
	if endBound != nil {
		u.bound = endBound
	} else {
		u.dead = true
	}
}

// clearHandlerName unbinds the name of an except clause; a program may have done so already.
func (u *unit) clearHandlerName(name string) {
	mark := u.temp
	r := u.alloc()
	u.loadConst(r, objects.None)
	u.store(name, r)
	kind, reg := u.resolve(name)
	if kind == nameReg {
		u.emit(bytecode.Clear, reg, 0, 0)
		if reg < len(u.bound) {
			u.bound[reg] = false
		}
	} else {
		u.remove(name)
	}
	u.temp = mark
}

// tryStar compiles try … except*: each clause takes the part of the group that matches; what the clauses raise and what
// is left is raised at the end as one group.
func (u *unit) tryStar(s *syntax.Try) {
	u.nop(s.Pos)
	if len(s.FinalBody) > 0 {
		inner := *s
		inner.FinalBody = nil
		u.tryFinally(&syntax.Try{Pos: s.Pos, Body: []syntax.Stmt{&inner}, FinalBody: s.FinalBody})
		return
	}
	exc, saved, exc2 := u.handlerRegs()
	handler, clean, end := u.label(), u.label(), u.label()
	outer := u.pushHandler(handler, exc)
	before := u.saveBound()
	u.push(block{kind: tryBlock, handler: outer})
	u.stmts(s.Body)
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.handler = outer
	u.stmts(s.OrElse)
	if !u.dead {
		u.jump(bytecode.JumpTo, 0, end)
	}
	u.place(handler)
	u.bound = append([]bool(nil), before...)
	u.pos = syntax.Pos{}
	u.emit(bytecode.PushExc, exc, saved, 0)
	u.pushHandler(clean, exc2)
	cleanHandler := u.handler
	results := u.alloc()
	u.emit(bytecode.BuildList, results, results, 0)
	w := u.allocN(2) // the rest and the matching part
	u.emit(bytecode.Move, w, exc, 0)
	for _, h := range s.Handlers {
		u.pos = h.Pos
		next, failed := u.label(), u.label()
		mark := u.temp
		typ := u.operand(h.Type)
		u.pos = h.Type.Span()
		u.emit(bytecode.CheckEgMatch, w, w, typ)
		u.temp = mark
		u.jump(bytecode.JumpIfNone, w+1, next)
		u.pos = h.Pos
		saved2, exc3 := u.alloc(), u.alloc()
		u.emit(bytecode.PushExc, w+1, saved2, 0)
		if h.Name != "" {
			u.store(h.Name, w+1)
		}
		u.pushHandler(failed, exc3)
		u.push(block{kind: handlerBlock, saved: saved, name: h.Name, handler: outer, star: true})
		u.stmts(h.Body)
		u.blocks = u.blocks[:len(u.blocks)-1]
		u.handler = cleanHandler
		if !u.dead {
			u.pos = syntax.Pos{}
			u.emit(bytecode.PopExc, saved2, 0, 0)
			if h.Name != "" {
				u.clearHandlerName(h.Name)
			}
			u.jump(bytecode.JumpTo, 0, next)
		}
		u.place(failed)
		u.pos = syntax.Pos{}
		u.emit(bytecode.PopExc, saved2, 0, 0)
		if h.Name != "" {
			u.clearHandlerName(h.Name)
		}
		u.emit(bytecode.ListAppend, results, exc3, 0)
		u.place(next)
		u.bound = append([]bool(nil), before...)
	}
	u.pos = syntax.Pos{}
	u.emit(bytecode.ListAppend, results, w, 0)
	r := u.alloc()
	u.emit(bytecode.PrepReraiseStar, r, exc, results)
	none := u.label()
	u.jump(bytecode.JumpIfNone, r, none)
	u.emit(bytecode.Reraise, r, 0, 0)
	u.place(none)
	u.handler = outer
	u.emit(bytecode.PopExc, saved, 0, 0)
	u.jump(bytecode.JumpTo, 0, end)
	u.cleanup(clean, saved, exc2)
	u.place(end)
	u.bound = before
}

func (u *unit) with(s *syntax.With, i int) { u.withItem(s, i, false) }

func (u *unit) asyncWith(s *syntax.With, i int) {
	u.needAsync(s.Pos, "'async with' outside async function")
	u.withItem(s, i, true)
}

func (u *unit) withItem(s *syntax.With, i int, async bool) {
	item := s.Items[i]
	w := u.allocN(2) // the exit function and the result of enter
	mgr := u.operand(item.Context)
	pos := item.Context.Span()
	u.pos = pos
	kind := withBlock
	if async {
		kind = asyncWithBlock
		u.emit(bytecode.BeforeAsyncWith, w, mgr, 0)
		u.emit(bytecode.GetAwaitable, w+1, w+1, 1)
		u.await(w+1, w+1)
	} else {
		u.emit(bytecode.BeforeWith, w, mgr, 0)
	}
	exc, saved, exc2 := u.handlerRegs()
	handler, clean, end := u.label(), u.label(), u.label()
	outer := u.pushHandler(handler, exc)
	u.push(block{kind: kind, exit: w, pos: pos, handler: outer})
	before := u.saveBound()
	if item.Vars != nil {
		u.assignTo(item.Vars, w+1)
	}
	if i+1 < len(s.Items) {
		u.withItem(s, i+1, async)
	} else {
		u.stmts(s.Body)
	}
	u.blocks = u.blocks[:len(u.blocks)-1]
	u.handler = outer
	var endBound []bool
	if !u.dead {
		endBound = u.saveBound()
		u.pos = pos
		t := u.alloc()
		u.emit(bytecode.WithExit, t, w, 0)
		if async {
			u.emit(bytecode.GetAwaitable, t, t, 2)
			u.await(t, t)
		}
		u.temp = t
		u.jump(bytecode.JumpTo, 0, end)
	}
	u.place(handler)
	u.bound = before
	u.pos = pos
	u.emit(bytecode.PushExc, exc, saved, 0)
	u.pushHandler(clean, exc2)
	r := u.alloc()
	u.emit(bytecode.WithExceptExit, r, w, exc)
	if async {
		u.emit(bytecode.GetAwaitable, r, r, 2)
		u.await(r, r)
	}
	suppress := u.label()
	u.jump(bytecode.JumpIfTrue, r, suppress)
	u.pos = syntax.Pos{}
	u.emit(bytecode.Reraise, exc, 0, 0)
	u.pos = pos
	u.place(suppress)
	u.handler = outer
	u.emit(bytecode.PopExc, saved, 0, 0)
	u.jump(bytecode.JumpTo, 0, end)
	u.cleanup(clean, saved, exc2)
	u.place(end)
	if endBound != nil {
		u.joinBound(before)
	}
}
