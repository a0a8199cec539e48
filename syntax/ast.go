package syntax

import "math/big"

// Pos is the extent of a node in its source, as Python's ast module gives it: lines count from 1, columns are offsets
// in bytes of the line's UTF-8 form and count from 0, the end is exclusive.
type Pos struct {
	Line, Col, EndLine, EndCol int32
}

// Span returns the extent itself, so that every node that embeds a Pos is a [Node].
func (p Pos) Span() Pos { return p }

// Node is any node that has a position: a statement, an expression, a pattern, an argument, a keyword, an alias,
// an exception handler or a type parameter.
type Node interface{ Span() Pos }

// Expr is an expression node (`expr` of Python's abstract grammar).
type Expr interface {
	Node
	expr()
}

// Stmt is a statement node (`stmt` of Python's abstract grammar).
type Stmt interface {
	Node
	stmt()
}

// Pattern is a pattern of a match statement (`pattern`).
type Pattern interface {
	Node
	pattern()
}

// TypeParam is a type parameter of PEP 695 (`type_param`).
type TypeParam interface {
	Node
	typeParam()
}

// Mod is the root of a tree (`mod`): *Module, *Interactive, *Expression or *FunctionType.
type Mod interface{ mod() }

// The roots.
type (
	Module struct {
		Body        []Stmt
		TypeIgnores []TypeIgnore
	}
	Interactive  struct{ Body []Stmt }
	Expression   struct{ Body Expr }
	FunctionType struct {
		ArgTypes []Expr
		Returns  Expr
	}
	// TypeIgnore is a `# type: ignore` comment.
	TypeIgnore struct {
		Line int32
		Tag  string
	}
)

func (*Module) mod()       {}
func (*Interactive) mod()  {}
func (*Expression) mod()   {}
func (*FunctionType) mod() {}

// The statements. A nil expression or an empty string stands for an absent optional field.
type (
	FunctionDef struct {
		Pos
		Name        string
		Args        *Arguments
		Body        []Stmt
		Decorators  []Expr
		Returns     Expr
		TypeComment *string
		TypeParams  []TypeParam
		Async       bool // AsyncFunctionDef in Python's tree
	}
	ClassDef struct {
		Pos
		Name       string
		Bases      []Expr
		Keywords   []*Keyword
		Body       []Stmt
		Decorators []Expr
		TypeParams []TypeParam
	}
	Return struct {
		Pos
		Value Expr
	}
	Delete struct {
		Pos
		Targets []Expr
	}
	Assign struct {
		Pos
		Targets     []Expr
		Value       Expr
		TypeComment *string
	}
	TypeAlias struct {
		Pos
		Name       Expr
		TypeParams []TypeParam
		Value      Expr
	}
	AugAssign struct {
		Pos
		Target Expr
		Op     Operator
		Value  Expr
	}
	AnnAssign struct {
		Pos
		Target     Expr
		Annotation Expr
		Value      Expr
		Simple     bool
	}
	For struct {
		Pos
		Target      Expr
		Iter        Expr
		Body        []Stmt
		OrElse      []Stmt
		TypeComment *string
		Async       bool // AsyncFor
	}
	While struct {
		Pos
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}
	If struct {
		Pos
		Test   Expr
		Body   []Stmt
		OrElse []Stmt
	}
	With struct {
		Pos
		Items       []WithItem
		Body        []Stmt
		TypeComment *string
		Async       bool // AsyncWith
	}
	Match struct {
		Pos
		Subject Expr
		Cases   []MatchCase
	}
	Raise struct {
		Pos
		Exc   Expr
		Cause Expr
	}
	Try struct {
		Pos
		Body      []Stmt
		Handlers  []*ExceptHandler
		OrElse    []Stmt
		FinalBody []Stmt
		Star      bool // TryStar
	}
	Assert struct {
		Pos
		Test Expr
		Msg  Expr
	}
	Import struct {
		Pos
		Names []*Alias
	}
	ImportFrom struct {
		Pos
		Module string
		// NoModule is true for `from . import x`, where Python's field is None.
		NoModule bool
		Names    []*Alias
		Level    int
	}
	Global struct {
		Pos
		Names []string
	}
	Nonlocal struct {
		Pos
		Names []string
	}
	ExprStmt struct { // Expr in Python's tree
		Pos
		Value Expr
	}
	Pass     struct{ Pos }
	Break    struct{ Pos }
	Continue struct{ Pos }
)

func (*FunctionDef) stmt() {}
func (*ClassDef) stmt()    {}
func (*Return) stmt()      {}
func (*Delete) stmt()      {}
func (*Assign) stmt()      {}
func (*TypeAlias) stmt()   {}
func (*AugAssign) stmt()   {}
func (*AnnAssign) stmt()   {}
func (*For) stmt()         {}
func (*While) stmt()       {}
func (*If) stmt()          {}
func (*With) stmt()        {}
func (*Match) stmt()       {}
func (*Raise) stmt()       {}
func (*Try) stmt()         {}
func (*Assert) stmt()      {}
func (*Import) stmt()      {}
func (*ImportFrom) stmt()  {}
func (*Global) stmt()      {}
func (*Nonlocal) stmt()    {}
func (*ExprStmt) stmt()    {}
func (*Pass) stmt()        {}
func (*Break) stmt()       {}
func (*Continue) stmt()    {}

// The expressions.
type (
	BoolOp struct {
		Pos
		Or     bool // `or`; else `and`
		Values []Expr
	}
	NamedExpr struct {
		Pos
		Target Expr
		Value  Expr
	}
	BinOp struct {
		Pos
		Left  Expr
		Op    Operator
		Right Expr
	}
	UnaryOp struct {
		Pos
		Op      UnaryOperator
		Operand Expr
	}
	Lambda struct {
		Pos
		Args *Arguments
		Body Expr
	}
	IfExp struct {
		Pos
		Test   Expr
		Body   Expr
		OrElse Expr
	}
	// Dict has a nil key where a mapping is unpacked with `**`.
	Dict struct {
		Pos
		Keys   []Expr
		Values []Expr
	}
	Set struct {
		Pos
		Elts []Expr
	}
	ListComp struct {
		Pos
		Elt        Expr
		Generators []Comprehension
	}
	SetComp struct {
		Pos
		Elt        Expr
		Generators []Comprehension
	}
	DictComp struct {
		Pos
		Key        Expr
		Value      Expr
		Generators []Comprehension
	}
	GeneratorExp struct {
		Pos
		Elt        Expr
		Generators []Comprehension
	}
	Await struct {
		Pos
		Value Expr
	}
	Yield struct {
		Pos
		Value Expr
	}
	YieldFrom struct {
		Pos
		Value Expr
	}
	Compare struct {
		Pos
		Left        Expr
		Ops         []CmpOp
		Comparators []Expr
	}
	Call struct {
		Pos
		Func     Expr
		Args     []Expr
		Keywords []*Keyword
	}
	FormattedValue struct {
		Pos
		Value      Expr
		Conversion int32 // -1, or the code point of 's', 'r' or 'a'
		FormatSpec Expr  // *JoinedStr or nil
	}
	JoinedStr struct {
		Pos
		Values []Expr
	}
	Constant struct {
		Pos
		Value Const
		U     bool // the literal had the prefix u (`kind='u'`)
	}
	Attribute struct {
		Pos
		Value Expr
		Attr  string
		Ctx   ExprContext
	}
	Subscript struct {
		Pos
		Value Expr
		Slice Expr
		Ctx   ExprContext
	}
	Starred struct {
		Pos
		Value Expr
		Ctx   ExprContext
	}
	Name struct {
		Pos
		ID  string // normalised (NFKC)
		Ctx ExprContext
	}
	List struct {
		Pos
		Elts []Expr
		Ctx  ExprContext
	}
	Tuple struct {
		Pos
		Elts []Expr
		Ctx  ExprContext
	}
	Slice struct {
		Pos
		Lower, Upper, Step Expr
	}
)

func (*BoolOp) expr()         {}
func (*NamedExpr) expr()      {}
func (*BinOp) expr()          {}
func (*UnaryOp) expr()        {}
func (*Lambda) expr()         {}
func (*IfExp) expr()          {}
func (*Dict) expr()           {}
func (*Set) expr()            {}
func (*ListComp) expr()       {}
func (*SetComp) expr()        {}
func (*DictComp) expr()       {}
func (*GeneratorExp) expr()   {}
func (*Await) expr()          {}
func (*Yield) expr()          {}
func (*YieldFrom) expr()      {}
func (*Compare) expr()        {}
func (*Call) expr()           {}
func (*FormattedValue) expr() {}
func (*JoinedStr) expr()      {}
func (*Constant) expr()       {}
func (*Attribute) expr()      {}
func (*Subscript) expr()      {}
func (*Starred) expr()        {}
func (*Name) expr()           {}
func (*List) expr()           {}
func (*Tuple) expr()          {}
func (*Slice) expr()          {}

// ConstKind says which field of a [Const] holds.
type ConstKind uint8

// The kinds of constants. Tuple and frozenset occur only after constant folding or in trees made by programs.
const (
	NoneConst ConstKind = iota
	TrueConst
	FalseConst
	EllipsisConst
	IntConst     // Int, or Big where it does not fit
	FloatConst   // Float
	ComplexConst // Float is the imaginary part, Real the real part (zero in source)
	StrConst     // Str: UTF-8, lone surrogates as three bytes each (WTF-8)
	BytesConst   // Str: the bytes
	TupleConst   // Elts
	FrozensetConst
)

// Const is the value of a constant.
type Const struct {
	Kind  ConstKind
	Int   int64
	Big   *big.Int // not nil where the int does not fit Int
	Float float64
	Real  float64
	Str   string
	Elts  []Const
}

// The patterns.
type (
	MatchValue struct {
		Pos
		Value Expr
	}
	MatchSingleton struct {
		Pos
		Value ConstKind // NoneConst, TrueConst or FalseConst
	}
	MatchSequence struct {
		Pos
		Patterns []Pattern
	}
	MatchMapping struct {
		Pos
		Keys     []Expr
		Patterns []Pattern
		Rest     string
	}
	MatchClass struct {
		Pos
		Cls         Expr
		Patterns    []Pattern
		KwdAttrs    []string
		KwdPatterns []Pattern
	}
	MatchStar struct {
		Pos
		Name string
	}
	MatchAs struct {
		Pos
		Pattern Pattern
		Name    string
	}
	MatchOr struct {
		Pos
		Patterns []Pattern
	}
)

func (*MatchValue) pattern()     {}
func (*MatchSingleton) pattern() {}
func (*MatchSequence) pattern()  {}
func (*MatchMapping) pattern()   {}
func (*MatchClass) pattern()     {}
func (*MatchStar) pattern()      {}
func (*MatchAs) pattern()        {}
func (*MatchOr) pattern()        {}

// The type parameters of PEP 695; Default is PEP 696.
type (
	TypeVar struct {
		Pos
		Name    string
		Bound   Expr
		Default Expr
	}
	ParamSpec struct {
		Pos
		Name    string
		Default Expr
	}
	TypeVarTuple struct {
		Pos
		Name    string
		Default Expr
	}
)

func (*TypeVar) typeParam()      {}
func (*ParamSpec) typeParam()    {}
func (*TypeVarTuple) typeParam() {}

// The parts of other nodes.
type (
	// Comprehension is one `for … in … if …` of a comprehension.
	Comprehension struct {
		Target Expr
		Iter   Expr
		Ifs    []Expr
		Async  bool
	}
	ExceptHandler struct {
		Pos
		Type Expr
		Name string
		Body []Stmt
	}
	// Arguments are the parameters of a function. Defaults belong to the last of PosOnly and Args together;
	// KwDefaults has an entry for each of KwOnly, nil where there is no default.
	Arguments struct {
		PosOnly    []*Arg
		Args       []*Arg
		VarArg     *Arg
		KwOnly     []*Arg
		KwDefaults []Expr
		KwArg      *Arg
		Defaults   []Expr
	}
	Arg struct {
		Pos
		Name        string
		Annotation  Expr
		TypeComment *string
	}
	// Keyword is a keyword argument; Arg is empty for `**value`.
	Keyword struct {
		Pos
		Arg   string
		Value Expr
	}
	Alias struct {
		Pos
		Name   string
		AsName string
	}
	WithItem struct {
		Context Expr
		Vars    Expr
	}
	MatchCase struct {
		Pattern Pattern
		Guard   Expr
		Body    []Stmt
	}
)

// ExprContext says whether a name, attribute, subscript, list, tuple or starred expression is read, bound or deleted.
type ExprContext uint8

// The contexts.
const (
	Load ExprContext = iota
	Store
	Del
)

// Operator is a binary operator.
type Operator uint8

// The binary operators.
const (
	Add Operator = iota
	Sub
	Mult
	MatMult
	Div
	Mod_ // Mod in Python; the name is the root interface here
	Pow
	LShift
	RShift
	BitOr
	BitXor
	BitAnd
	FloorDiv
)

// UnaryOperator is a unary operator.
type UnaryOperator uint8

// The unary operators.
const (
	Invert UnaryOperator = iota
	Not
	UAdd
	USub
)

// CmpOp is a comparison operator.
type CmpOp uint8

// The comparison operators.
const (
	Eq CmpOp = iota
	NotEq
	Lt
	LtE
	Gt
	GtE
	Is
	IsNot
	In
	NotIn
)
