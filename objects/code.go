package objects

import "unsafe"

import "github.com/adder-lang/adder/bytecode"

// CodeFlags are co_flags, with CPython's values.
type CodeFlags uint32

// The flags of code objects.
const (
	CoOptimized         CodeFlags = 0x1
	CoNewLocals         CodeFlags = 0x2
	CoVarArgs           CodeFlags = 0x4
	CoVarKeywords       CodeFlags = 0x8
	CoNested            CodeFlags = 0x10
	CoGenerator         CodeFlags = 0x20
	CoCoroutine         CodeFlags = 0x80
	CoIterableCoroutine CodeFlags = 0x100
	CoAsyncGenerator    CodeFlags = 0x200
	CoFutureBarry       CodeFlags = 0x400000
	CoFutureAnnotations CodeFlags = 0x1000000
	CoNoMonitoring      CodeFlags = 0x2000000
)

// Code is a code object. Everything but the instructions, which specialise in place, and the caches is immutable.
//
// The registers of a frame are: the parameters and other locals in the order of co_varnames, the cells of co_cellvars
// (a cell parameter has a register of its own beside its cell), the free variables of co_freevars, then temporaries.
type Code struct {
	Head
	Name, QualName, Filename *Str
	FirstLine                int32
	Flags                    CodeFlags
	ArgCount                 int // positional parameters, positional-only ones included
	PosOnlyArgCount          int
	KwOnlyArgCount           int
	// NRegs is the number of registers of a frame.
	NRegs int
	// VarNames, CellVars and FreeVars are the names of the registers below NTemps.
	VarNames, CellVars, FreeVars []*Str
	// Instrs are the instructions, a trap behind the last.
	Instrs []bytecode.Instr
	Consts []Value
	// Names are the names that instructions refer to, as co_names.
	Names []*Str
	// Sites are the name and the inline cache of each instruction that has one.
	Sites []Site
	// Exceptions is the exception table, in order of precedence (innermost first).
	Exceptions []bytecode.Handler
	// unloaded says that what stands between NRegs and here is still in packed; see Loaded.
	unloaded bool
	// positions has an entry for each instruction but the trap; of code that was read it is unpacked when it is first wanted.
	positions []bytecode.Position
	// packed is what bytecode.PackPositions made of the positions or, of unloaded code, what the loader reads.
	packed []byte
	// Inlined are the variables of inlined comprehensions, those of inner ones first.
	Inlined []InlinedVar

	// Simple says that a call with exactly ArgCount positional arguments needs no binding.
	Simple bool
	// Generates says the same of a generator, coroutine or asynchronous generator that begins with RETURN_GENERATOR.
	Generates bool
	// Doc says that the first constant is the documentation.
	HasDoc bool
	// TraceOpcodes says that frames of the code tell their trace function of each instruction.
	TraceOpcodes bool
	// Calls counts the calls of the code for the JIT; see interp.SetJIT.
	Calls uint32
	// JIT is what the JIT keeps for the code.
	JIT any
	// Extra caches what Python code reads.
	names, varNames, cellVars, freeVars *Tuple
	hash                                int64
}

// Positions returns the position of each instruction but the trap.
//
// Concurrency: without the global lock two threads might unpack it at once, to the same contents.
func (c *Code) Positions() []bytecode.Position {
	if c.packed != nil {
		c.positions = bytecode.UnpackPositions(c.packed, max(len(c.Instrs)-1, 0), c.FirstLine)
		c.packed = nil
	}
	return c.positions
}

// SetPositions sets the positions of new code.
func (c *Code) SetPositions(p []bytecode.Position) { c.positions = p }

// SetPackedPositions sets what bytecode.PackPositions made of the positions and FirstLine.
func (c *Code) SetPackedPositions(b []byte) { c.packed = b }

// Of the functions of the modules that a start imports few are ever called. So their code is made of what a function needs, all
// that is above VarNames, and the rest is read at the first call or when something else asks for it: whoever has code that
// may not have run calls Loaded first. Unloaded code is neither Simple nor Generates, which keeps it off the fast paths.

// loadCode reads the rest of unloaded code; package marshal sets it.
var loadCode func(c *Code, data []byte)

// SetCodeLoader says how the rest of unloaded code is read from its data. What cannot be read is a fault of the build: it panics.
func SetCodeLoader(f func(c *Code, data []byte)) { loadCode = f }

// SetUnloaded gives code the data that Loaded will have read.
func (c *Code) SetUnloaded(data []byte) { c.unloaded, c.packed = true, data }

// Loaded returns the code, complete.
func (c *Code) Loaded() *Code {
	if c.unloaded {
		c.load()
	}
	return c
}

func (c *Code) load() {
	data := c.packed
	c.unloaded, c.packed = false, nil
	loadCode(c, data)
}

// Derive sets what follows from the rest: Simple and Generates.
func (c *Code) Derive() {
	simple := c.Flags&(CoVarArgs|CoVarKeywords) == 0 && c.KwOnlyArgCount == 0
	generator := c.Flags&(CoGenerator|CoCoroutine|CoAsyncGenerator) != 0
	c.Simple = simple && !generator
	if generator {
		bytecode.MarkYields(c.Instrs, c.Exceptions)
	}
	c.Generates = simple && generator && len(c.Instrs) > 0 && c.Instrs[0].Op() == bytecode.ReturnGenerator
}

// InlinedVar is a variable of a comprehension that is part of the code around it (PEP 709): the register that it has
// during the instructions from Start to before End.
type InlinedVar struct {
	Name       *Str
	Reg        uint16
	Cell       bool // the register holds a cell
	Start, End int32
}

// NumLocals is the number of registers with names: varnames, cellvars and freevars.
func (c *Code) NumLocals() int { return len(c.VarNames) + len(c.CellVars) + len(c.FreeVars) }

// NumParams is the number of registers that a call fills.
func (c *Code) NumParams() int {
	n := c.ArgCount + c.KwOnlyArgCount
	if c.Flags&CoVarArgs != 0 {
		n++
	}
	if c.Flags&CoVarKeywords != 0 {
		n++
	}
	return n
}

// Site is the name that an instruction refers to and its inline cache.
type Site struct {
	Name *Str
	// Shape and Version say for which objects the cache holds: a shape (instances), and the version of its type.
	Shape   *Shape
	Type    *Type
	Version uint64
	// Offset is the byte offset of an inline value or the index of another one.
	Offset int32
	// ShapeOffset is the byte offset of the shape in objects of the type.
	ShapeOffset int32
	// Misses counts failed caches, so that a site that keeps failing stays generic.
	Misses uint16
	Kind   SiteKind
	// Value is what the lookup found: a function, a class attribute, a global.
	Value Value
	// Next is the shape after a store that adds an attribute.
	Next *Shape
	// Keys and KeysVersion are the dictionaries of a global lookup.
	Dict        *Dict
	DictVersion uint64
}

// SiteKind says what an inline cache holds.
type SiteKind uint8

// The kinds of inline caches.
const (
	SiteEmpty       SiteKind = iota
	SiteInline               // the value lies in the instance at Offset
	SiteSlot                 // the same for a member of __slots__, which may hold no value
	SiteExt                  // the value lies in the array of further values at index Offset
	SiteAdd                  // a store adds an attribute: shape Shape becomes Next
	SiteClassValue           // Value is the attribute, found in the type
	SiteMethod               // Value is a function of the type: bind it to the object
	SiteProperty             // Value is a Python function that computes the attribute
	SiteModule               // Dict is the dictionary of the module, Offset the entry
	SiteGlobal               // Offset is the entry in the globals
	SiteBuiltin              // Value was found in the builtins
	SiteTypeAttr             // the object is the type Type itself; Value is the attribute
	SitePolymorphic          // too many misses: generic for good
)

// Function is a Python function.
type Function struct {
	Head
	Attrs
	Code     *Code
	Globals  *Dict
	Builtins *Dict
	Closure  *Tuple
	Defaults *Tuple // nil: none
	// ModuleName is __module__, zero where the globals had no name.
	ModuleName Value
	extra      *functionExtra
	// Version changes when code, defaults or closure are replaced; traces rely on it.
	Version uint32
}

// functionExtra is what a function has that differs from its code or that few functions have: programs make many functions.
type functionExtra struct {
	name, qualName *Str
	kwDefaults     *Dict
	annotations    Value // a dict, a tuple of pairs that becomes one when it is read, or zero
	typeParams     *Tuple
	doc            Value // zero: as the code says
	genexprs       []*Function
	// spare is a generator of the function that has been taken back, with the next one in its first register.
	spare *Generator
}

// Cell holds a variable that a nested function shares.
type Cell struct {
	Head
	V Value // zero: unbound
}

// NewCell makes a cell.
func NewCell(v Value) *Cell { return &Cell{Head{&CellType}, v} }

// generatorN is a generator with its registers behind it, in one allocation.
type generatorN[T any] struct {
	Generator
	regs T
}

// NewGenerator allocates a generator with n registers: those of its code and a spare one.
func NewGenerator(n int) *Generator {
	switch {
	case n <= 6:
		p := new(generatorN[[6]Value])
		p.Base = unsafe.Pointer(&p.regs)
		return &p.Generator
	case n <= 10:
		p := new(generatorN[[10]Value])
		p.Base = unsafe.Pointer(&p.regs)
		return &p.Generator
	case n <= 16:
		p := new(generatorN[[16]Value])
		p.Base = unsafe.Pointer(&p.regs)
		return &p.Generator
	}
	g := new(Generator)
	g.Base = unsafe.Pointer(unsafe.SliceData(make([]Value, n)))
	return g
}

// GenState is the state of a generator.
type GenState uint8

// The states of generators.
const (
	GenCreated GenState = iota
	GenSuspended
	GenRunning
	GenClosed
)

// Generator is a generator, a coroutine or an asynchronous generator. It owns its registers. What most generators never have
// lies apart, so that they are small: programs make many.
type Generator struct {
	Head
	Code *Code
	Fn   *Function
	// Base is the address of register 0; a spare register lies behind the last. It is nil once the generator has been
	// closed before its first step.
	Base  unsafe.Pointer
	PC    int32
	State GenState
	// Started is set by the first step.
	Started bool
	// Registered says that the registry of finalisers holds the generator: closing it runs code. Delegated says that the
	// suspended yield is one of `yield from` or await, whose iterator lies in the register before Sent.
	Registered, Delegated bool
	// Owner says who alone has the generator, if that is known: see TakeBack.
	Owner GeneratorOwner
	// Sent is the register that receives the sent value on resumption.
	Sent uint16
	// Asynchronous generators.
	HooksInited  bool
	AsyncClosed  bool
	AsyncRunning bool
	Exc          ExcState
	Frame        *Frame
	Name         *Str
	QualName     *Str
	extra        *generatorExtra
}

// generatorExtra is what few generators have.
type generatorExtra struct {
	origin, finalizer, locals Value
}

// Origin is cr_origin, Finalizer the hook of an asynchronous generator, Locals the namespace of a body that has one; each is
// zero where there is none.
func (g *Generator) Origin() Value {
	if g.extra == nil {
		return Value{}
	}
	return g.extra.origin
}

// Finalizer is described at [Generator.Origin].
func (g *Generator) Finalizer() Value {
	if g.extra == nil {
		return Value{}
	}
	return g.extra.finalizer
}

// Locals is described at [Generator.Origin].
func (g *Generator) Locals() Value {
	if g.extra == nil {
		return Value{}
	}
	return g.extra.locals
}

// SetOrigin sets cr_origin.
func (g *Generator) SetOrigin(v Value) { g.more().origin = v }

// SetLocals sets the namespace of a body that has one.
func (g *Generator) SetLocals(v Value) { g.more().locals = v }

// GeneratorExtraOffset is where a generator has the pointer to what few have, nil for a plain one.
const GeneratorExtraOffset = unsafe.Offsetof(Generator{}.extra)

// Plain says that nobody has asked for the frame object of the generator and that it has nothing of what few have.
func (g *Generator) Plain() bool { return g.Frame == nil && g.extra == nil }

func (g *Generator) more() *generatorExtra {
	if g.extra == nil {
		g.extra = new(generatorExtra)
	}
	return g.extra
}

// Regs returns the registers.
func (g *Generator) Regs() []Value {
	if g.Base == nil {
		return nil
	}
	return unsafe.Slice((*Value)(g.Base), g.Code.NRegs+1)
}
