package compile

import (
	"math"
	"math/big"
	"slices"
	"strconv"

	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// unit is the code object being made for one scope.
type unit struct {
	c      *compiler
	parent *unit
	scope  *scope
	// comps are the inlined comprehensions around the present point, innermost last.
	comps []*compFrame

	name, qualname string
	firstLine      int32
	pos            syntax.Pos

	instrs    []bytecode.Instr
	positions []bytecode.Position
	handlers  []int32 // for each instruction: the handler it runs under, -1 for none
	handler   int32
	targets   []handlerTarget
	inlined   []objects.InlinedVar
	fixups    []fixup
	labels    []int32 // position of each label, -1: not yet placed
	placed    int     // position of the last label

	consts     []objects.Value
	constIndex map[constKey]int
	names      []*objects.Str
	nameIndex  map[string]int
	sites      []objects.Site
	siteIndex  map[string]int

	varNames, cellVars, freeVars []string
	regs                         map[string]int // registers of varNames
	cells                        map[string]int // registers of cellVars and freeVars
	ownClass                     int            // of a class: the register of the cell __class__ that its functions see
	nparams                      int
	temp, maxReg                 int
	bound                        []bool // by register of a local: known to be bound here
	everDeleted                  map[string]bool
	dead                         bool // the present point cannot be reached

	blocks []block
	// nopPos is the position of a line that is waiting for an instruction; see nop.
	nopPos syntax.Pos
	// long says that short jumps did not fit and long forms are to be used.
	long bool

	staticAttrs               map[string]bool
	argCount, posOnly, kwOnly int
	interactive               bool
	hasDoc                    bool
}

// compFrame is an inlined comprehension: the registers of the names that it binds.
type compFrame struct {
	scope *scope
	regs  map[string]int
	cells map[string]bool // those whose register holds a cell
	bound map[int]bool    // the registers, and whether they are known to be bound
}

type handlerTarget struct {
	label int
	reg   int
}

type fixup struct {
	at    int
	label int
	short bool
}

// blockKind is the kind of a block that control flow may have to leave.
type blockKind uint8

const (
	whileBlock   blockKind = iota
	forBlock               // the iterator is in a register, nothing to undo
	tryBlock               // the body of try … except: nothing to undo
	finallyTry             // the body of try … finally: the finally part runs on the way out
	finallyEnd             // the finally part after an exception: the handled exception is restored
	handlerBlock           // an except clause: the handled exception is restored, the name unbound
	withBlock              // the exit function is called
	asyncWithBlock
)

// block is a statement around the present point that break, continue and return have to leave in order.
type block struct {
	kind       blockKind
	start, end int  // labels of continue and break
	saved      int  // register of the handled exception before
	star       bool // an except* clause, which nothing leaves
	exit       int  // register of the exit function
	name       string
	final      []syntax.Stmt
	pos        syntax.Pos
	handler    int32 // the handler outside of the block
	exitBound  *[]bool
}

// maxBlocks is the number of blocks that may nest, as CPython's CO_MAXBLOCKS.
const maxBlocks = 21

func (u *unit) push(b block) {
	n := len(u.blocks)
	if b.kind == handlerBlock {
		// CPython has a block for the handlers of a try around that of each.
		n++
	}
	if n >= maxBlocks {
		u.c.fail(u.pos, "too many statically nested blocks")
	}
	u.blocks = append(u.blocks, b)
}

type constKey struct {
	kind byte
	text string
}

func (c *compiler) newUnit(parent *unit, s *scope, name string, firstLine int32) *unit {
	u := &unit{c: c, parent: parent, scope: s, name: name, firstLine: firstLine, handler: -1,
		constIndex: map[constKey]int{}, nameIndex: map[string]int{}, siteIndex: map[string]int{},
		regs: map[string]int{}, cells: map[string]int{}, everDeleted: map[string]bool{}, staticAttrs: map[string]bool{}}
	u.qualname = u.makeQualname()
	return u
}

// makeQualname follows PEP 3155.
func (u *unit) makeQualname() string {
	p := u.parent
	if p == nil {
		return u.name
	}
	if p.scope.kind >= typeParamsScope {
		// Type parameter scopes are invisible, but for what lies in the module.
		if p.parent == nil || p.parent.scope.kind == moduleScope && p.parent.parent == nil {
			return u.name
		}
		p = p.parent
	}
	if p.scope.kind == moduleScope {
		return u.name
	}
	if u.scope.kind == functionScope || u.scope.kind == classScope {
		if y := p.scope.symbols[p.scope.mangle(u.name)]; y != nil && y.scope == globalExplicit {
			return u.name
		}
	}
	if p.scope.kind == functionScope || p.scope.kind == lambdaScope || p.scope.kind == compScope {
		return p.qualname + ".<locals>." + u.name
	}
	return p.qualname + "." + u.name
}

// layout gives registers to the names of the scope.
func (u *unit) layout() {
	s := u.scope
	add := func(name string) {
		if _, ok := u.regs[name]; !ok {
			u.regs[name] = len(u.varNames)
			u.varNames = append(u.varNames, name)
		}
	}
	if s.kind.functionLike() {
		for _, name := range s.params {
			add(name)
		}
		u.nparams = len(u.varNames)
		for _, name := range s.order {
			if y := s.symbols[name]; y.scope == local {
				add(name)
			}
			if s.symbols[name].flags&deleted != 0 {
				u.everDeleted[name] = true
			}
		}
	}
	var cells, frees []string
	for _, name := range s.order {
		y := s.symbols[name]
		if y.scope == cell {
			cells = append(cells, name)
		}
		if y.scope == free || y.flags&defFreeClass != 0 {
			frees = append(frees, name)
		}
	}
	if s.kind == classScope {
		if s.needsClass {
			cells = append(cells, "__class__")
		}
		if s.needsClassDict {
			cells = append(cells, "__classdict__")
		}
	}
	slices.Sort(cells)
	slices.Sort(frees)
	u.cellVars, u.freeVars = cells, frees
	r := len(u.varNames)
	for _, name := range cells {
		if s.kind == classScope && name == "__class__" {
			u.ownClass = r
		}
		u.cells[name] = r
		r++
	}
	for _, name := range frees {
		u.cells[name] = r
		r++
	}
	u.temp = r
	u.maxReg = r
	if r > bytecode.MaxRegisters {
		u.c.fail(u.pos, "too many variables in one function")
	}
	u.bound = make([]bool, len(u.varNames))
	for i := range u.nparams {
		u.bound[i] = true
	}
}

// prologue makes cells and, for generators, the generator.
func (u *unit) prologue() {
	for _, name := range u.cellVars {
		r := u.cellReg(name)
		if p, ok := u.regs[name]; ok && p < u.nparams {
			u.emit(bytecode.MakeCell, r, p, 0)
		} else {
			u.emit(bytecode.MakeCell, r, r, 0)
		}
	}
	if u.scope.generator || u.scope.coroutine {
		u.emit(bytecode.ReturnGenerator, 0, 0, 0)
	}
}

// alloc takes the next temporary register.
func (u *unit) alloc() int { return u.allocN(1) }

// allocN takes n consecutive temporaries.
func (u *unit) allocN(n int) int {
	r := u.temp
	u.temp += n
	if u.temp > u.maxReg {
		u.maxReg = u.temp
		if u.maxReg > bytecode.MaxRegisters {
			u.c.fail(u.pos, "too many values for one frame")
		}
	}
	return r
}

func (u *unit) emit(op bytecode.Op, a, b, c int) int {
	return u.put(bytecode.Make(op, a, b, c))
}

func (u *unit) emitLong(op bytecode.Op, a int, bc int) int {
	return u.put(bytecode.MakeLong(op, a, int32(bc)))
}

// nop gives a line that has no instructions of its own (pass, try, the test of while True) one that does nothing, so that
// tracers see the line, unless an instruction beside it has the same line.
func (u *unit) nop(pos syntax.Pos) {
	u.flushNop()
	u.nopPos = pos
}

// flushNop emits what nop asked for where the instruction before does not show the line already.
func (u *unit) flushNop() {
	pos := u.nopPos
	u.nopPos = syntax.Pos{}
	if n := len(u.instrs); pos.Line == 0 || u.dead || n > 0 && u.positions[n-1].Line == pos.Line && u.placed < n {
		return
	}
	saved := u.pos
	u.pos = pos
	u.put(bytecode.MakeLong(bytecode.JumpTo, 0, 0))
	u.pos = saved
	u.dead = false
}

func (u *unit) put(i bytecode.Instr) int {
	if u.nopPos.Line != 0 {
		if u.nopPos.Line == u.pos.Line {
			u.nopPos = syntax.Pos{}
		} else {
			u.flushNop()
		}
	}
	at := len(u.instrs)
	u.instrs = append(u.instrs, i)
	p := bytecode.Position{Line: u.pos.Line, EndLine: u.pos.EndLine, Col: u.pos.Col, EndCol: u.pos.EndCol}
	if u.pos.Line == 0 {
		p.Col, p.EndCol = -1, -1
	}
	u.positions = append(u.positions, p)
	u.handlers = append(u.handlers, u.handler)
	info := &bytecode.Table[i.Op()]
	if info.Effects&bytecode.Ends != 0 {
		u.dead = true
	}
	return at
}

// label makes a label; place puts it at the next instruction.
func (u *unit) label() int {
	u.labels = append(u.labels, -1)
	return len(u.labels) - 1
}

func (u *unit) place(l int) {
	u.flushNop()
	u.labels[l] = int32(len(u.instrs))
	u.placed = len(u.instrs)
	u.dead = false
}

// jump emits an instruction whose B and C are a jump of 32 bits.
func (u *unit) jump(op bytecode.Op, a, label int) {
	at := u.emitLong(op, a, 0)
	u.fixups = append(u.fixups, fixup{at, label, false})
}

// jumpShort emits an instruction whose C is a jump of 16 bits.
func (u *unit) jumpShort(op bytecode.Op, a, b, label int) {
	at := u.emit(op, a, b, 0)
	u.fixups = append(u.fixups, fixup{at, label, true})
}

// patch fills in the jumps. It reports false where a short one does not reach.
func (u *unit) patch() bool {
	for _, f := range u.fixups {
		d := int(u.labels[f.label]) - (f.at + 1)
		if f.short {
			if d < math.MinInt16 || d > math.MaxInt16 {
				return false
			}
			i := u.instrs[f.at]
			u.instrs[f.at] = bytecode.Make(i.Op(), i.A(), i.B(), d)
		} else {
			i := u.instrs[f.at]
			u.instrs[f.at] = bytecode.MakeLong(i.Op(), i.A(), int32(d))
		}
	}
	return true
}

// pushHandler begins a handler: instructions up to popHandler continue at label, with the exception in reg.
func (u *unit) pushHandler(label, reg int) (outer int32) {
	outer = u.handler
	u.targets = append(u.targets, handlerTarget{label, reg})
	u.handler = int32(len(u.targets) - 1)
	return outer
}

// exceptionTable makes runs of instructions under the same handler.
func (u *unit) exceptionTable() []bytecode.Handler {
	var table []bytecode.Handler
	for i := 0; i < len(u.handlers); {
		h := u.handlers[i]
		j := i
		for j < len(u.handlers) && u.handlers[j] == h {
			j++
		}
		if h >= 0 {
			t := u.targets[h]
			table = append(table, bytecode.Handler{Start: int32(i), End: int32(j), Target: u.labels[t.label], Reg: uint16(t.reg)})
		}
		i = j
	}
	return table
}

// site returns the index of an inline cache for a name. Past the operand's range, instructions share one.
func (u *unit) site(name string) int {
	if len(u.sites) >= 0xFFF0 {
		if i, ok := u.siteIndex[name]; ok {
			return i
		}
		if len(u.sites) >= 0xFFFF {
			u.c.fail(u.pos, "too many different names in one block")
		}
	}
	u.nameRef(name)
	u.sites = append(u.sites, objects.Site{Name: objects.Intern(name)})
	i := len(u.sites) - 1
	u.siteIndex[name] = i
	return i
}

// nameRef returns the index of a name in co_names.
func (u *unit) nameRef(name string) int {
	if i, ok := u.nameIndex[name]; ok {
		return i
	}
	i := len(u.names)
	u.names = append(u.names, objects.Intern(name))
	u.nameIndex[name] = i
	return i
}

// constant returns the index of a constant.
func (u *unit) constant(v objects.Value) int {
	k, ok := keyOf(v)
	if ok {
		if i, ok := u.constIndex[k]; ok {
			return i
		}
	}
	u.consts = append(u.consts, v)
	i := len(u.consts) - 1
	if ok {
		u.constIndex[k] = i
	}
	return i
}

// keyOf distinguishes constants that compare equal but differ: 1, 1.0 and True, 0.0 and -0.0.
func keyOf(v objects.Value) (constKey, bool) {
	switch {
	case v.IsInline():
		return constKey{'i', strconv.FormatInt(v.Inline(), 10)}, true
	case v.IsFloat():
		return constKey{'f', strconv.FormatUint(math.Float64bits(v.Float()), 16)}, true
	case v == objects.None, v == objects.True, v == objects.False, v == objects.Ellipsis:
		return constKey{'s', strconv.FormatUint(v.Bits(), 16)}, true
	}
	if s, ok := objects.StrOf(v); ok {
		return constKey{'u', s.String()}, true
	}
	if b, ok := objects.BytesOf(v); ok {
		return constKey{'b', string(b)}, true
	}
	if t, ok := objects.TupleOf(v); ok {
		text := ""
		for _, x := range t.Items() {
			k, ok := keyOf(x)
			if !ok {
				return constKey{}, false
			}
			text += string(k.kind) + strconv.Itoa(len(k.text)) + ":" + k.text
		}
		return constKey{'t', text}, true
	}
	return constKey{}, false
}

// ConstValue makes the value of a constant of the tree.
func ConstValue(c syntax.Const) objects.Value {
	switch c.Kind {
	case syntax.TrueConst:
		return objects.True
	case syntax.FalseConst:
		return objects.False
	case syntax.EllipsisConst:
		return objects.Ellipsis
	case syntax.IntConst:
		if c.Big != nil {
			return objects.BigInt(new(big.Int).Set(c.Big))
		}
		return objects.Int(c.Int)
	case syntax.FloatConst:
		return objects.Float(c.Float)
	case syntax.ComplexConst:
		return objects.NewComplex(complex(c.Real, c.Float))
	case syntax.StrConst:
		if len(c.Str) <= 64 && isIdentifierLike(c.Str) {
			return objects.Intern(c.Str).Value()
		}
		return objects.StrValue(c.Str)
	case syntax.BytesConst:
		return objects.NewBytes([]byte(c.Str))
	case syntax.TupleConst, syntax.FrozensetConst:
		items := make([]objects.Value, len(c.Elts))
		for i, e := range c.Elts {
			items[i] = ConstValue(e)
		}
		if c.Kind == syntax.FrozensetConst {
			return objects.NewFrozenset(nil, items)
		}
		return objects.ToValue(objects.NewTuple(items...))
	}
	return objects.None
}

// isIdentifierLike says which string constants CPython interns.
func isIdentifierLike(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// loadConst puts a constant into a register.
func (u *unit) loadConst(dst int, v objects.Value) {
	if v.IsInline() {
		if i := v.Inline(); i >= math.MinInt32 && i <= math.MaxInt32 {
			u.constant(v)
			u.emitLong(bytecode.LoadInt, dst, int(i))
			return
		}
	}
	u.emitLong(bytecode.LoadConst, dst, u.constant(v))
}

// finish makes the code object.
func (u *unit) finish() *objects.Code {
	trap := len(u.instrs)
	u.instrs = append(u.instrs, bytecode.Make(bytecode.Trap, 0, 0, 0))
	_ = trap
	code := objects.NewCode()
	strs := func(names []string) []*objects.Str {
		out := make([]*objects.Str, len(names))
		for i, n := range names {
			out[i] = objects.Intern(n)
		}
		return out
	}
	code.Name = objects.Intern(u.name)
	code.QualName = objects.NewStr(u.qualname)
	code.Filename = u.c.filenameStr
	code.FirstLine = u.firstLine
	code.ArgCount, code.PosOnlyArgCount, code.KwOnlyArgCount = u.argCount, u.posOnly, u.kwOnly
	code.NRegs = u.maxReg
	code.VarNames, code.CellVars, code.FreeVars = strs(u.varNames), strs(u.cellVars), strs(u.freeVars)
	code.Instrs = slices.Clip(u.instrs)
	code.SetPositions(slices.Clip(u.positions))
	code.Consts, code.Names, code.Sites = slices.Clip(u.consts), slices.Clip(u.names), slices.Clip(u.sites)
	code.Exceptions = u.exceptionTable()
	code.Inlined = slices.Clip(u.inlined)
	code.HasDoc = u.hasDoc
	code.Flags = u.flags()
	code.Derive()
	return code
}

func (u *unit) flags() objects.CodeFlags {
	var f objects.CodeFlags
	s := u.scope
	if s.kind.functionLike() {
		f |= objects.CoNewLocals | objects.CoOptimized
		if s.nested {
			f |= objects.CoNested
		}
		switch {
		case s.generator && s.coroutine:
			f |= objects.CoAsyncGenerator
		case s.generator:
			f |= objects.CoGenerator
		case s.coroutine:
			f |= objects.CoCoroutine
		}
		if s.varArgs {
			f |= objects.CoVarArgs
		}
		if s.varKeywords {
			f |= objects.CoVarKeywords
		}
	} else if s.coroutine && s.kind == moduleScope {
		f |= objects.CoCoroutine
	}
	return f | u.c.Futures
}

// place of a name.
type nameKind uint8

const (
	nameReg nameKind = iota
	nameCell
	nameGlobal
	nameLocals // a module or class namespace
	nameClassDeref
	nameFromDict // a type parameter scope inside a class: its namespace, then the globals
	nameDictDeref
)

// resolve says where a name lives at the present point.
func (u *unit) resolve(name string) (kind nameKind, reg int) {
	name = u.scope.mangle(name)
	return u.resolveMangled(name)
}

func (u *unit) resolveMangled(name string) (kind nameKind, reg int) {
	for i := len(u.comps) - 1; i >= 0; i-- {
		f := u.comps[i]
		y := f.scope.symbols[name]
		if y == nil {
			continue
		}
		switch y.scope {
		case local, cell:
			r := f.regs[name]
			if f.cells[name] {
				return nameCell, r
			}
			return nameReg, r
		case globalExplicit, globalImplicit:
			if u.scope.kind == moduleScope && y.scope == globalImplicit {
				// The namespace may be one that exec() or eval() was given.
				return nameLocals, 0
			}
			if u.scope.kind == moduleScope || u.scope.kind == classScope {
				return nameGlobal, 0
			}
		}
		if u.scope.kind == classScope && i == 0 {
			if r, ok := u.cells[name]; ok {
				return nameCell, r
			}
			return nameGlobal, 0
		}
	}
	y := u.scope.symbols[name]
	if y == nil {
		if r, ok := u.cells[name]; ok {
			return nameCell, r
		}
		if u.scope.kind.functionLike() {
			return nameGlobal, 0
		}
		return nameLocals, 0
	}
	switch y.scope {
	case local:
		if u.scope.kind.functionLike() {
			return nameReg, u.regs[name]
		}
		return nameLocals, 0
	case cell:
		return nameCell, u.cells[name]
	case free:
		if u.scope.kind == classScope {
			return nameClassDeref, u.cells[name]
		}
		if u.scope.seesClass && name != "__classdict__" {
			return nameDictDeref, u.cells[name]
		}
		return nameCell, u.cells[name]
	case globalExplicit:
		return nameGlobal, 0
	default:
		if _, ok := u.cells["__classdict__"]; ok && u.scope.seesClass {
			return nameFromDict, 0
		}
		if u.scope.kind.functionLike() {
			return nameGlobal, 0
		}
		return nameLocals, 0
	}
}

// isBound reports whether the variable in register r is known to hold a value here.
func (u *unit) isBound(r int) bool {
	if r < len(u.bound) {
		return u.bound[r]
	}
	for _, f := range u.comps {
		if bound, own := f.bound[r]; own {
			return bound
		}
	}
	return true
}

func (u *unit) setBound(r int) {
	for _, f := range u.comps {
		if _, own := f.bound[r]; own {
			f.bound[r] = true
		}
	}
	if r < len(u.bound) && !u.everDeleted[u.varNames[r]] {
		u.bound[r] = true
	}
}

// saveBound and joinBound keep what is known at a fork and where paths meet.
// saveBound copies what is known to be bound. The copy is never nil, which stands for a point that is not reached.
func (u *unit) saveBound() []bool { return append(make([]bool, 0, len(u.bound)), u.bound...) }

func (u *unit) joinBound(other []bool) {
	for i := range u.bound {
		u.bound[i] = u.bound[i] && other[i]
	}
}

// load puts a name into a register; where it has one of its own that is returned.
func (u *unit) load(name string, dst int) int {
	kind, r := u.resolve(name)
	m := u.scope.mangle(name)
	switch kind {
	case nameReg:
		if !u.isBound(r) {
			u.emit(bytecode.CheckBound, r, 0, 0)
			u.setBound(r)
		}
		if dst < 0 {
			return r
		}
		if dst != r {
			u.emit(bytecode.Move, dst, r, 0)
		}
		return dst
	}
	if dst < 0 {
		dst = u.alloc()
	}
	switch kind {
	case nameCell:
		u.emit(bytecode.LoadDeref, dst, r, 0)
	case nameGlobal:
		u.emit(bytecode.LoadGlobal, dst, u.site(m), 0)
	case nameLocals:
		u.emit(bytecode.LoadName, dst, u.site(m), 0)
	case nameClassDeref:
		mark := u.temp
		ns := u.alloc()
		u.emit(bytecode.LoadLocals, ns, 0, 0)
		u.temp = mark
		u.emit(bytecode.LoadClassDeref, dst, r, ns)
	case nameDictDeref:
		mark := u.temp
		ns := u.alloc()
		u.emit(bytecode.LoadDeref, ns, u.cells["__classdict__"], 0)
		u.temp = mark
		u.emit(bytecode.LoadClassDeref, dst, r, ns)
	case nameFromDict:
		mark := u.temp
		ns := u.alloc()
		u.emit(bytecode.LoadDeref, ns, u.cells["__classdict__"], 0)
		u.temp = mark
		u.emit(bytecode.LoadFromDict, dst, u.site(m), ns)
	}
	return dst
}

// store binds a name to the value in a register.
func (u *unit) store(name string, src int) {
	kind, r := u.resolve(name)
	m := u.scope.mangle(name)
	switch kind {
	case nameReg:
		if r != src {
			u.emit(bytecode.Move, r, src, 0)
		}
		u.setBound(r)
	case nameCell, nameClassDeref, nameDictDeref:
		u.emit(bytecode.StoreDeref, src, r, 0)
	case nameGlobal, nameFromDict:
		u.emit(bytecode.StoreGlobal, src, u.site(m), 0)
	case nameLocals:
		u.emit(bytecode.StoreName, src, u.site(m), 0)
	}
}

// localReg returns the register of a name that is a local variable here, or -1.
func (u *unit) localReg(name string) int {
	if kind, r := u.resolve(name); kind == nameReg {
		return r
	}
	return -1
}

// remove unbinds a name.
func (u *unit) remove(name string) {
	kind, r := u.resolve(name)
	m := u.scope.mangle(name)
	switch kind {
	case nameReg:
		if !u.isBound(r) || u.everDeletedReg(r) {
			u.emit(bytecode.CheckBound, r, 0, 0)
		}
		u.emit(bytecode.Clear, r, 0, 0)
		if r < len(u.bound) {
			u.bound[r] = false
		}
	case nameCell, nameClassDeref, nameDictDeref:
		u.emit(bytecode.DeleteDeref, 0, r, 0)
	case nameGlobal, nameFromDict:
		u.emit(bytecode.DeleteGlobal, 0, u.site(m), 0)
	case nameLocals:
		u.emit(bytecode.DeleteName, 0, u.site(m), 0)
	}
}

func (u *unit) everDeletedReg(r int) bool {
	return r < len(u.varNames) && u.everDeleted[u.varNames[r]]
}
