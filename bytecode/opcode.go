package bytecode

// Op is an opcode.
type Op uint16

// Operand says what an operand field means.
type Operand uint8

// The meanings of operands.
const (
	None    Operand = iota
	Use             // a register that is read
	Def             // a register that is written
	UseDef          // a register that is read and written
	Const           // a constant; 32 bits in B and C
	ConstC          // a constant; 16 bits
	SiteRef         // a name with an inline cache
	NameRef         // a name
	Imm             // a signed number
	Imm32           // a signed number of 32 bits in B and C
	Count           // a number of registers or items
	Flag            // a small number whose meaning the opcode gives
	Jump            // a jump of 32 bits in B and C
	JumpC           // a jump of 16 bits in C
	Window          // the first register of a call or a range: see the opcode
	Cell            // a register that holds a cell
)

// Effects are what an instruction may do beyond its registers.
type Effects uint8

// The effects.
const (
	Raises  Effects = 1 << iota // may raise an exception
	Calls                       // may run Python code
	Ends                        // does not continue with the next instruction
	Jumps                       // may jump
	Special                     // a specialised form: General is what it falls back to
)

// Info describes an opcode.
type Info struct {
	Name    string
	A, B, C Operand
	Effects Effects
	General Op // of a specialised opcode
}

// The opcodes. The comment is the meaning: R are the registers of the frame, K the constants, S the sites (a name and
// an inline cache), N the names.
const (
	Trap Op = iota // never runs; ends every code array

	// Moves.
	Move       // R[A] := R[B]
	LoadConst  // R[A] := K[BC]
	LoadInt    // R[A] := BC as a signed int
	Clear      // R[A] := no value
	CheckBound // UnboundLocalError or NameError for variable A where R[A] is no value

	// Arithmetic: R[A] := R[B] op R[C], in the order of the language reference's operators.
	Add
	Sub
	Mul
	MatMul
	TrueDiv
	FloorDiv
	Mod
	Pow
	LShift
	RShift
	And
	Xor
	Or
	// In place: R[A] := R[B] op= R[C].
	IAdd
	ISub
	IMul
	IMatMul
	ITrueDiv
	IFloorDiv
	IMod
	IPow
	ILShift
	IRShift
	IAnd
	IXor
	IOr
	AddInt  // R[A] := R[B] + C (a small int)
	IAddInt // R[A] := R[B] += C
	SubInt  // R[A] := R[B] - C
	ISubInt // R[A] := R[B] -= C
	MulInt  // R[A] := R[B] * C

	Neg    // R[A] := -R[B]
	Pos    // R[A] := +R[B]
	Invert // R[A] := ~R[B]
	Not    // R[A] := not R[B]
	ToBool // R[A] := bool(R[B])

	// Comparison: R[A] := R[B] op R[C].
	Lt
	Le
	Eq
	Ne
	Gt
	Ge
	Is
	IsNot
	In
	NotIn

	// Jumps. A jump backwards polls and counts.
	JumpTo        // pc += BC
	JumpIfTrue    // if R[A]: pc += BC
	JumpIfFalse   // if not R[A]: pc += BC
	JumpIfNone    // if R[A] is None: pc += BC
	JumpIfNotNone // if R[A] is not None: pc += BC
	JumpLt        // if R[A] < R[B]: pc += C
	JumpLe
	JumpEq
	JumpNe
	JumpGt
	JumpGe
	JumpNotLt // if not R[A] < R[B]: pc += C
	JumpNotLe
	JumpNotEq
	JumpNotNe
	JumpNotGt
	JumpNotGe
	JumpLtInt // if R[A] < B (a small int): pc += C
	JumpLeInt
	JumpEqInt
	JumpNeInt
	JumpGtInt
	JumpGeInt
	JumpNotLtInt // if not R[A] < B: pc += C
	JumpNotLeInt
	JumpNotEqInt
	JumpNotNeInt
	JumpNotGtInt
	JumpNotGeInt

	// Names.
	LoadGlobal     // R[A] := global or built-in S[B]
	StoreGlobal    // global S[B] := R[A]
	DeleteGlobal   // del global S[B]
	LoadName       // R[A] := name S[B] of a module or class body: its namespace, the globals, the built-ins
	StoreName      // namespace[S[B]] := R[A]
	DeleteName     // del namespace[S[B]]
	MakeCell       // R[A] := a cell that holds R[B] (no value where B is A)
	LoadDeref      // R[A] := contents of the cell R[B]
	StoreDeref     // contents of the cell R[B] := R[A]
	DeleteDeref    // contents of the cell R[B] := no value
	LoadClassDeref // R[A] := R[C] is the namespace: name of variable B in it, else the contents of the cell R[B]
	LoadFromDict   // R[A] := name S[B] in the mapping R[C], else the global or built-in
	LoadLocals     // R[A] := the namespace of the body

	// Attributes and items.
	LoadAttr   // R[A] := R[B].S[C]
	StoreAttr  // R[A].S[C] := R[B]
	DeleteAttr // del R[A].S[C]
	LoadMethod // R[A], R[A+1] := the function R[B].S[C] and R[B], or the attribute and no value
	LoadSuper  // R[A] := super(R[A+1], R[A+2]).S[B]; C 1: as LoadMethod into R[A], R[A+1]. R[A] is the global super
	LoadItem   // R[A] := R[B][R[C]]
	StoreItem  // R[A][R[B]] := R[C]
	DeleteItem // del R[A][R[B]]
	BuildSlice // R[A] := slice(R[B], R[B+1], R[B+2]); C 2 or 3: the number of parts given

	// Displays. R[B…] are C registers.
	BuildTuple   // R[A] := (R[B], …)
	BuildList    // R[A] := [R[B], …]; where there are none and B is not A, R[B] is an iterator over what will be added
	BuildSet     // R[A] := {R[B], …}
	BuildMap     // R[A] := {R[B]: R[B+1], …}; C pairs
	BuildString  // R[A] := R[B] + …, all str
	ListAppend   // R[A].append(R[B])
	SetAdd       // R[A].add(R[B])
	MapAdd       // R[A][R[B]] := R[C]
	ListExtend   // R[A].extend(R[B]); C 1: for a call, whose error differs
	SetUpdate    // R[A].update(R[B])
	DictUpdate   // R[A].update(R[B]), R[B] a mapping
	KeywordDict  // R[A] := R[B], the one ** of the call of R[C], where it is a dict, else a dict of that mapping
	DictMerge    // R[A].update(R[B]) for the call of R[C], duplicates are errors
	ListToTuple  // R[A] := tuple(R[B])
	UnpackSeq    // R[A], … := R[B]; C items
	UnpackEx     // R[A], … := R[B] with a starred one: C is items before | items after << 8
	FormatSimple // R[A] := format(R[B])
	FormatSpec   // R[A] := format(R[B], R[C])
	Convert      // R[A] := str (C 1), repr (2) or ascii (3) of R[B]

	// Iteration.
	RangeIter       // where R[A] is range and its B arguments from R[A+1] on are small ints: R[C] := the iterator, and CALL and GET_ITER, which follow, are skipped
	GetIter         // R[A] := iter(R[B]); C 1: for a loop that alone will ever see it
	ForIter         // R[B] := next(R[A]) and pc += C, or on to the next instruction where it is exhausted
	GetAIter        // R[A] := aiter(R[B])
	GetANext        // R[A] := the awaitable of anext(R[B])
	EndAsyncFor     // StopAsyncIteration in R[A] ends the loop, else it is raised again
	GetAwaitable    // R[A] := the iterator to await R[B]; C says what for: 0 await, 1 async with enter, 2 exit
	GetYieldFrom    // R[A] := iter(R[B]), which may be a coroutine only in one
	Send            // send R[C] to the iterator R[B]: R[A] := the yielded value, or the result and skip one instruction
	Yield           // yield R[B]; R[A] := what is sent. C: see YieldDelegated
	ReturnGenerator // return the generator of this frame and stop before the next instruction
	AsyncGenWrap    // R[A] := R[B] wrapped as a value of an asynchronous generator

	// Functions and calls. The window of a call: R[A] the callable, arguments from R[A+1]; for a method R[A+1] is self or
	// no value and arguments follow from R[A+2].
	Call           // R[C] := R[A](R[A+1], …), B arguments
	CallMethod     // R[C] := the method R[A] with self R[A+1] and B further arguments
	CallKw         // R[A] := R[A](R[A+1], …), B arguments, the last ones named by the tuple K[C]
	CallMethodKw   // R[A] := the method R[A], B arguments without self, the last ones named by K[C]
	CallEx         // R[C] := R[A](*R[A+1], **R[A+2]); B 1 where there are keywords
	Return         // return R[A]
	ReturnNone     // return None
	MakeGenexpr    // R[A] := the generator of a generator expression: of the code R[B], over R[B+1], with the cells from R[B+2] on; C registers
	MakeArgGenexpr // as MAKE_GENEXPR, where the generator is the only argument of the call that follows
	MakeFunction   // R[A] := a function of the code K[BC]
	SetFuncAttr    // of the function R[A]: R[B] is C 1 defaults, 2 keyword defaults, 3 annotations, 4 closure, 5 type parameters
	LoadBuildClass // R[A] := builtins.__build_class__

	// Exceptions.
	Raise              // raise R[A] from R[B]; C is the number of operands: 0 re-raises the one being handled
	Reraise            // raise R[A] again as it is
	PushExc            // R[A] becomes the exception being handled; R[B] keeps the one before
	PopExc             // R[A], kept by PushExc, is the exception being handled again
	CheckExcMatch      // R[A] := the exception R[B] matches R[C]
	CheckEgMatch       // R[A], R[A+1] := rest and matching part of the group R[B] for R[C]
	PrepReraiseStar    // R[A] := the exception to raise after except*: R[B] the original, R[C] the list of results
	LoadAssertionError // R[A] := AssertionError
	BeforeWith         // R[A] := the bound __exit__ of R[B]; R[A+1] := its __enter__()
	BeforeAsyncWith    // as BeforeWith with __aexit__ and __aenter__
	WithExit           // R[A] := the exit function R[B] called with None, None, None
	WithExceptExit     // R[A] := the exit function R[B] called with the exception R[C]
	CleanupThrow       // an exception R[A] thrown into a delegation: StopIteration gives R[B] its value, else raised again

	// Imports.
	ImportName // R[A] := __import__(S[B], fromlist R[A+1], level R[A]) with the level and the list in the window
	ImportFrom // R[A] := from R[B] import N[C]
	ImportStar // from R[A] import *

	// Pattern matching.
	MatchSequence // R[A] := R[B] is a sequence for patterns
	MatchMapping  // R[A] := R[B] is a mapping for patterns
	MatchKeys     // R[A] := the tuple of values of R[B] for the keys R[C], or None
	MatchClass    // R[A] := the tuple of attributes or None: R[B] the subject, R[B+1] the class, R[B+2] the names, C positional
	GetLen        // R[A] := len(R[B])
	DictCopyRest  // R[A] := a dict of R[B] without the keys R[C]

	// Others.
	SetupAnnotations // make __annotations__ in the namespace where it is missing
	PrintExpr        // sys.displayhook(R[A])
	Intrinsic1       // R[A] := intrinsic C of R[B]
	Intrinsic2       // R[A] := intrinsic C of R[B], R[B+1]
	EnterTrace       // a loop with machine code: trace A; the instruction that it replaced is kept by the JIT

	// Specialised forms.
	LoadAttrInline  // LoadAttr of a value that lies in the instance
	LoadAttrMethod0 // LoadMethod that found a function of the type
	LoadGlobalFast  // LoadGlobal whose entry in the globals is known
	LoadBuiltinFast // LoadGlobal found in the built-ins
	StoreAttrInline // StoreAttr to a value that lies in the instance
	ForIterRange    // ForIter over a range of inline ints
	ForIterList     // ForIter over a list
	LoadItemListInt // LoadItem of a list by an inline int

	NumOps
)

// The intrinsics of Intrinsic1.
const (
	IntrinsicStopIterationError = iota + 1 // StopIteration out of a generator becomes RuntimeError
	IntrinsicTypeVar                       // TypeVar(R[B])
	IntrinsicParamSpec
	IntrinsicTypeVarTuple
	IntrinsicSubscriptGeneric // Generic[R[B]]
	IntrinsicTypeAlias        // TypeAliasType of (name, type parameters, value function)
	IntrinsicImportStarCheck
)

// The intrinsics of Intrinsic2.
const (
	IntrinsicTypeVarBound       = iota + 1 // TypeVar(R[B], evaluate bound = R[B+1])
	IntrinsicTypeVarConstraints            // TypeVar(R[B], evaluate constraints = R[B+1])
	IntrinsicSetTypeParams                 // function R[B].__type_params__ := R[B+1]
	IntrinsicSetDefault                    // type parameter R[B], evaluate default = R[B+1]
)

const raises = Raises | Calls

// Table describes every opcode.
var Table = [NumOps]Info{
	Trap:       {Name: "TRAP", Effects: Ends},
	Move:       {Name: "MOVE", A: Def, B: Use},
	LoadConst:  {Name: "LOAD_CONST", A: Def, B: Const},
	LoadInt:    {Name: "LOAD_INT", A: Def, B: Imm32},
	Clear:      {Name: "CLEAR", A: Def},
	CheckBound: {Name: "CHECK_BOUND", A: Use, Effects: Raises},

	Add: binary("ADD"), Sub: binary("SUB"), Mul: binary("MUL"), MatMul: binary("MATMUL"), TrueDiv: binary("TRUE_DIV"),
	FloorDiv: binary("FLOOR_DIV"), Mod: binary("MOD"), Pow: binary("POW"), LShift: binary("LSHIFT"),
	RShift: binary("RSHIFT"), And: binary("AND"), Xor: binary("XOR"), Or: binary("OR"),
	IAdd: binary("IADD"), ISub: binary("ISUB"), IMul: binary("IMUL"), IMatMul: binary("IMATMUL"),
	ITrueDiv: binary("ITRUE_DIV"), IFloorDiv: binary("IFLOOR_DIV"), IMod: binary("IMOD"), IPow: binary("IPOW"),
	ILShift: binary("ILSHIFT"), IRShift: binary("IRSHIFT"), IAnd: binary("IAND"), IXor: binary("IXOR"), IOr: binary("IOR"),
	AddInt: immediate("ADD_INT"), IAddInt: immediate("IADD_INT"), SubInt: immediate("SUB_INT"),
	ISubInt: immediate("ISUB_INT"), MulInt: immediate("MUL_INT"),

	Neg: unary("NEG"), Pos: unary("POS"), Invert: unary("INVERT"), Not: unary("NOT"), ToBool: unary("TO_BOOL"),

	Lt: binary("LT"), Le: binary("LE"), Eq: binary("EQ"), Ne: binary("NE"), Gt: binary("GT"), Ge: binary("GE"),
	Is: {Name: "IS", A: Def, B: Use, C: Use}, IsNot: {Name: "IS_NOT", A: Def, B: Use, C: Use},
	In: binary("IN"), NotIn: binary("NOT_IN"),

	JumpTo:        {Name: "JUMP", B: Jump, Effects: Jumps | Ends},
	JumpIfTrue:    {Name: "JUMP_IF_TRUE", A: Use, B: Jump, Effects: Jumps | raises},
	JumpIfFalse:   {Name: "JUMP_IF_FALSE", A: Use, B: Jump, Effects: Jumps | raises},
	JumpIfNone:    {Name: "JUMP_IF_NONE", A: Use, B: Jump, Effects: Jumps},
	JumpIfNotNone: {Name: "JUMP_IF_NOT_NONE", A: Use, B: Jump, Effects: Jumps},
	JumpLt:        compareJump("JUMP_LT"), JumpLe: compareJump("JUMP_LE"), JumpEq: compareJump("JUMP_EQ"),
	JumpNe: compareJump("JUMP_NE"), JumpGt: compareJump("JUMP_GT"), JumpGe: compareJump("JUMP_GE"),
	JumpNotLt: compareJump("JUMP_NOT_LT"), JumpNotLe: compareJump("JUMP_NOT_LE"), JumpNotEq: compareJump("JUMP_NOT_EQ"),
	JumpNotNe: compareJump("JUMP_NOT_NE"), JumpNotGt: compareJump("JUMP_NOT_GT"), JumpNotGe: compareJump("JUMP_NOT_GE"),
	JumpLtInt: compareJumpInt("JUMP_LT_INT"), JumpLeInt: compareJumpInt("JUMP_LE_INT"), JumpEqInt: compareJumpInt("JUMP_EQ_INT"),
	JumpNeInt: compareJumpInt("JUMP_NE_INT"), JumpGtInt: compareJumpInt("JUMP_GT_INT"), JumpGeInt: compareJumpInt("JUMP_GE_INT"),
	JumpNotLtInt: compareJumpInt("JUMP_NOT_LT_INT"), JumpNotLeInt: compareJumpInt("JUMP_NOT_LE_INT"),
	JumpNotEqInt: compareJumpInt("JUMP_NOT_EQ_INT"), JumpNotNeInt: compareJumpInt("JUMP_NOT_NE_INT"),
	JumpNotGtInt: compareJumpInt("JUMP_NOT_GT_INT"), JumpNotGeInt: compareJumpInt("JUMP_NOT_GE_INT"),

	LoadGlobal:     {Name: "LOAD_GLOBAL", A: Def, B: SiteRef, Effects: raises},
	StoreGlobal:    {Name: "STORE_GLOBAL", A: Use, B: SiteRef, Effects: raises},
	DeleteGlobal:   {Name: "DELETE_GLOBAL", B: SiteRef, Effects: raises},
	LoadName:       {Name: "LOAD_NAME", A: Def, B: SiteRef, Effects: raises},
	StoreName:      {Name: "STORE_NAME", A: Use, B: SiteRef, Effects: raises},
	DeleteName:     {Name: "DELETE_NAME", B: SiteRef, Effects: raises},
	MakeCell:       {Name: "MAKE_CELL", A: Def, B: Use},
	LoadDeref:      {Name: "LOAD_DEREF", A: Def, B: Cell, Effects: Raises},
	StoreDeref:     {Name: "STORE_DEREF", A: Use, B: Cell},
	DeleteDeref:    {Name: "DELETE_DEREF", B: Cell, Effects: Raises},
	LoadClassDeref: {Name: "LOAD_CLASS_DEREF", A: Def, B: Cell, C: Use, Effects: raises},
	LoadFromDict:   {Name: "LOAD_FROM_DICT", A: Def, B: SiteRef, C: Use, Effects: raises},
	LoadLocals:     {Name: "LOAD_LOCALS", A: Def},

	LoadAttr:   {Name: "LOAD_ATTR", A: Def, B: Use, C: SiteRef, Effects: raises},
	StoreAttr:  {Name: "STORE_ATTR", A: Use, B: Use, C: SiteRef, Effects: raises},
	DeleteAttr: {Name: "DELETE_ATTR", A: Use, C: SiteRef, Effects: raises},
	LoadMethod: {Name: "LOAD_METHOD", A: Window, B: Use, C: SiteRef, Effects: raises},
	LoadSuper:  {Name: "LOAD_SUPER", A: Window, B: SiteRef, C: Flag, Effects: raises},
	LoadItem:   binary("LOAD_ITEM"),
	StoreItem:  {Name: "STORE_ITEM", A: Use, B: Use, C: Use, Effects: raises},
	DeleteItem: {Name: "DELETE_ITEM", A: Use, B: Use, Effects: raises},
	BuildSlice: {Name: "BUILD_SLICE", A: Def, B: Window, C: Count},

	BuildTuple:   {Name: "BUILD_TUPLE", A: Def, B: Window, C: Count},
	BuildList:    {Name: "BUILD_LIST", A: Def, B: Window, C: Count},
	BuildSet:     {Name: "BUILD_SET", A: Def, B: Window, C: Count, Effects: raises},
	BuildMap:     {Name: "BUILD_MAP", A: Def, B: Window, C: Count, Effects: raises},
	BuildString:  {Name: "BUILD_STRING", A: Def, B: Window, C: Count, Effects: Raises},
	ListAppend:   {Name: "LIST_APPEND", A: Use, B: Use},
	SetAdd:       {Name: "SET_ADD", A: Use, B: Use, Effects: raises},
	MapAdd:       {Name: "MAP_ADD", A: Use, B: Use, C: Use, Effects: raises},
	ListExtend:   {Name: "LIST_EXTEND", A: Use, B: Use, C: Flag, Effects: raises},
	SetUpdate:    {Name: "SET_UPDATE", A: Use, B: Use, Effects: raises},
	DictUpdate:   {Name: "DICT_UPDATE", A: Use, B: Use, Effects: raises},
	KeywordDict:  {Name: "KEYWORD_DICT", A: Def, B: Use, C: Use, Effects: raises},
	DictMerge:    {Name: "DICT_MERGE", A: Use, B: Use, C: Use, Effects: raises},
	ListToTuple:  {Name: "LIST_TO_TUPLE", A: Def, B: Use},
	UnpackSeq:    {Name: "UNPACK_SEQUENCE", A: Window, B: Use, C: Count, Effects: raises},
	UnpackEx:     {Name: "UNPACK_EX", A: Window, B: Use, C: Count, Effects: raises},
	FormatSimple: {Name: "FORMAT_SIMPLE", A: Def, B: Use, Effects: raises},
	FormatSpec:   {Name: "FORMAT_SPEC", A: Def, B: Use, C: Use, Effects: raises},
	Convert:      {Name: "CONVERT", A: Def, B: Use, C: Flag, Effects: raises},

	RangeIter:       {Name: "RANGE_ITER", A: Window, B: Count, C: Def},
	GetIter:         {Name: "GET_ITER", A: Def, B: Use, C: Flag, Effects: raises},
	ForIter:         {Name: "FOR_ITER", A: Use, B: Def, C: JumpC, Effects: Jumps | raises},
	GetAIter:        {Name: "GET_AITER", A: Def, B: Use, Effects: raises},
	GetANext:        {Name: "GET_ANEXT", A: Def, B: Use, Effects: raises},
	EndAsyncFor:     {Name: "END_ASYNC_FOR", A: Use, Effects: raises},
	GetAwaitable:    {Name: "GET_AWAITABLE", A: Def, B: Use, C: Flag, Effects: raises},
	GetYieldFrom:    {Name: "GET_YIELD_FROM", A: Def, B: Use, Effects: raises},
	Send:            {Name: "SEND", A: Def, B: Use, C: Use, Effects: raises | Jumps},
	Yield:           {Name: "YIELD", A: Def, B: Use, C: Flag, Effects: raises},
	ReturnGenerator: {Name: "RETURN_GENERATOR"},
	AsyncGenWrap:    {Name: "ASYNC_GEN_WRAP", A: Def, B: Use},

	Call:           {Name: "CALL", A: Window, B: Count, C: Def, Effects: raises},
	CallMethod:     {Name: "CALL_METHOD", A: Window, B: Count, C: Def, Effects: raises},
	CallKw:         {Name: "CALL_KW", A: Window, B: Count, C: ConstC, Effects: raises},
	CallMethodKw:   {Name: "CALL_METHOD_KW", A: Window, B: Count, C: ConstC, Effects: raises},
	CallEx:         {Name: "CALL_EX", A: Window, B: Flag, C: Def, Effects: raises},
	Return:         {Name: "RETURN", A: Use, Effects: Ends},
	ReturnNone:     {Name: "RETURN_NONE", Effects: Ends},
	MakeGenexpr:    {Name: "MAKE_GENEXPR", A: Def, B: Window, C: Count, Effects: Raises},
	MakeArgGenexpr: {Name: "MAKE_ARG_GENEXPR", A: Def, B: Window, C: Count, Effects: Raises},
	MakeFunction:   {Name: "MAKE_FUNCTION", A: Def, B: Const},
	SetFuncAttr:    {Name: "SET_FUNCTION_ATTRIBUTE", A: Use, B: Use, C: Flag},
	LoadBuildClass: {Name: "LOAD_BUILD_CLASS", A: Def, Effects: Raises},

	Raise:              {Name: "RAISE", A: Use, B: Use, C: Flag, Effects: raises | Ends},
	Reraise:            {Name: "RERAISE", A: Use, Effects: Raises | Ends},
	PushExc:            {Name: "PUSH_EXC", A: Use, B: Def},
	PopExc:             {Name: "POP_EXC", A: Use},
	CheckExcMatch:      {Name: "CHECK_EXC_MATCH", A: Def, B: Use, C: Use, Effects: raises},
	CheckEgMatch:       {Name: "CHECK_EG_MATCH", A: Window, B: Use, C: Use, Effects: raises},
	PrepReraiseStar:    {Name: "PREP_RERAISE_STAR", A: Def, B: Use, C: Use, Effects: raises},
	LoadAssertionError: {Name: "LOAD_ASSERTION_ERROR", A: Def},
	BeforeWith:         {Name: "BEFORE_WITH", A: Window, B: Use, Effects: raises},
	BeforeAsyncWith:    {Name: "BEFORE_ASYNC_WITH", A: Window, B: Use, Effects: raises},
	WithExit:           {Name: "WITH_EXIT", A: Def, B: Use, Effects: raises},
	WithExceptExit:     {Name: "WITH_EXCEPT_EXIT", A: Def, B: Use, C: Use, Effects: raises},
	CleanupThrow:       {Name: "CLEANUP_THROW", A: Use, B: Def, Effects: Raises},

	ImportName: {Name: "IMPORT_NAME", A: Window, B: SiteRef, Effects: raises},
	ImportFrom: {Name: "IMPORT_FROM", A: Def, B: Use, C: NameRef, Effects: raises},
	ImportStar: {Name: "IMPORT_STAR", A: Use, Effects: raises},

	MatchSequence: {Name: "MATCH_SEQUENCE", A: Def, B: Use},
	MatchMapping:  {Name: "MATCH_MAPPING", A: Def, B: Use},
	MatchKeys:     {Name: "MATCH_KEYS", A: Def, B: Use, C: Use, Effects: raises},
	MatchClass:    {Name: "MATCH_CLASS", A: Def, B: Window, C: Count, Effects: raises},
	GetLen:        {Name: "GET_LEN", A: Def, B: Use, Effects: raises},
	DictCopyRest:  {Name: "DICT_COPY_REST", A: Def, B: Use, C: Use, Effects: raises},

	SetupAnnotations: {Name: "SETUP_ANNOTATIONS", Effects: raises},
	PrintExpr:        {Name: "PRINT_EXPR", A: Use, Effects: raises},
	Intrinsic1:       {Name: "INTRINSIC_1", A: Def, B: Use, C: Flag, Effects: raises},
	Intrinsic2:       {Name: "INTRINSIC_2", A: Def, B: Window, C: Flag, Effects: raises},
	EnterTrace:       {Name: "ENTER_TRACE", Effects: raises | Jumps | Special},

	LoadAttrInline:  {Name: "LOAD_ATTR_INLINE", A: Def, B: Use, C: SiteRef, Effects: raises | Special, General: LoadAttr},
	LoadAttrMethod0: {Name: "LOAD_METHOD_FUNC", A: Window, B: Use, C: SiteRef, Effects: raises | Special, General: LoadMethod},
	LoadGlobalFast:  {Name: "LOAD_GLOBAL_FAST", A: Def, B: SiteRef, Effects: raises | Special, General: LoadGlobal},
	LoadBuiltinFast: {Name: "LOAD_BUILTIN_FAST", A: Def, B: SiteRef, Effects: raises | Special, General: LoadGlobal},
	StoreAttrInline: {Name: "STORE_ATTR_INLINE", A: Use, B: Use, C: SiteRef, Effects: raises | Special, General: StoreAttr},
	ForIterRange:    {Name: "FOR_ITER_RANGE", A: Use, B: Def, C: JumpC, Effects: Jumps | raises | Special, General: ForIter},
	ForIterList:     {Name: "FOR_ITER_LIST", A: Use, B: Def, C: JumpC, Effects: Jumps | raises | Special, General: ForIter},
	LoadItemListInt: {Name: "LOAD_ITEM_LIST_INT", A: Def, B: Use, C: Use, Effects: raises | Special, General: LoadItem},
}

func binary(name string) Info    { return Info{Name: name, A: Def, B: Use, C: Use, Effects: raises} }
func unary(name string) Info     { return Info{Name: name, A: Def, B: Use, Effects: raises} }
func immediate(name string) Info { return Info{Name: name, A: Def, B: Use, C: Imm, Effects: raises} }
func compareJump(name string) Info {
	return Info{Name: name, A: Use, B: Use, C: JumpC, Effects: Jumps | raises}
}
func compareJumpInt(name string) Info {
	return Info{Name: name, A: Use, B: Imm, C: JumpC, Effects: Jumps | raises}
}

// General returns the opcode that a specialised one stands for; others are returned as they are.
func (op Op) General() Op {
	if Table[op].Effects&Special != 0 && op != EnterTrace {
		return Table[op].General
	}
	return op
}

// String returns the name of the opcode.
func (op Op) String() string {
	if op < NumOps {
		return Table[op].Name
	}
	return "INVALID"
}
