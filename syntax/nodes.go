package syntax

// Class describes a class of Python's ast module and the Go struct that stands for it.
type Class struct {
	Name string // as in Python: "BinOp", "arguments"
	Base string // the sum type it belongs to ("expr"), or its own name
	// Attributes says whether the node has lineno, col_offset, end_lineno and end_col_offset.
	Attributes bool
	Fields     []Field

	get func(n any, f []any) []any
	new func(p Pos, f []any) any
}

// Quantity says how many values a field holds.
type Quantity uint8

// The quantities.
const (
	One Quantity = iota
	Opt          // one or None (nil)
	Seq          // a list
)

// Field is a field of a node. Its values in Go are, by Type:
//
//	expr, stmt, pattern, …  a pointer to a node (with Seq of expr, nil too, in Dict.keys and arguments.kw_defaults)
//	identifier, string      a string
//	int                     an int
//	constant                a [Const]
//	operator, boolop,
//	unaryop, cmpop,
//	expr_context            a [Symbol]
//
// None is a nil, a list is a []any.
type Field struct {
	Name     string
	Type     string // as in Python's abstract grammar
	Quantity Quantity
}

// Symbol is the class of a node without fields: an operator ("Add") or a context ("Load").
type Symbol string

// Values appends the values of a node's fields to f, in the order of Fields.
func (c *Class) Values(n any, f []any) []any { return c.get(n, f) }

// New makes a node of values in the order of Fields. A value of a wrong type becomes the zero value of its field, so
// that callers check before.
func (c *Class) New(p Pos, f []any) any { return c.new(p, f) }

// The names of operators and contexts in Python's ast module, by sum type.
var (
	operatorNames = [...]string{"Add", "Sub", "Mult", "MatMult", "Div", "Mod", "Pow", "LShift", "RShift", "BitOr", "BitXor",
		"BitAnd", "FloorDiv"}
	unaryNames   = [...]string{"Invert", "Not", "UAdd", "USub"}
	cmpNames     = [...]string{"Eq", "NotEq", "Lt", "LtE", "Gt", "GtE", "Is", "IsNot", "In", "NotIn"}
	contextNames = [...]string{"Load", "Store", "Del"}
)

// Symbols gives the classes of each sum type of nodes without fields.
func Symbols() map[string][]string {
	return map[string][]string{"operator": operatorNames[:], "unaryop": unaryNames[:], "cmpop": cmpNames[:],
		"expr_context": contextNames[:], "boolop": {"And", "Or"}}
}

// String gives the operator's class in Python's ast module.
func (o Operator) String() string { return operatorNames[o] }

// String gives the operator's class in Python's ast module.
func (o UnaryOperator) String() string { return unaryNames[o] }

// String gives the operator's class in Python's ast module.
func (o CmpOp) String() string { return cmpNames[o] }

// String gives the context's class in Python's ast module.
func (c ExprContext) String() string { return contextNames[c] }

// symbol finds an operator or context by its class.
func symbol[T interface {
	~uint8
	String() string
}](v any) T {
	s, _ := v.(Symbol)
	var zero T
	n := 0
	switch any(zero).(type) {
	case Operator:
		n = len(operatorNames)
	case UnaryOperator:
		n = len(unaryNames)
	case CmpOp:
		n = len(cmpNames)
	case ExprContext:
		n = len(contextNames)
	}
	for i := 0; i < n; i++ {
		if T(i).String() == string(s) {
			return T(i)
		}
	}
	return zero
}

func cmpSymbols(ops []CmpOp) []any {
	l := make([]any, len(ops))
	for i, o := range ops {
		l[i] = Symbol(o.String())
	}
	return l
}

func cmpOps(v any) []CmpOp {
	l, _ := v.([]any)
	ops := make([]CmpOp, len(l))
	for i, o := range l {
		ops[i] = symbol[CmpOp](o)
	}
	return ops
}

func boolSymbol(or bool) Symbol {
	if or {
		return "Or"
	}
	return "And"
}

// list turns a slice into a list of values; a nil among them stays nil.
func list[T any](s []T) []any {
	l := make([]any, len(s))
	for i, v := range s {
		l[i] = v
	}
	return l
}

// refs gives pointers to the elements of a slice.
func refs[T any](s []T) []any {
	l := make([]any, len(s))
	for i := range s {
		l[i] = &s[i]
	}
	return l
}

// ref gives a pointer, or nil without type where it is nil.
func ref[T any](p *T) any {
	if p == nil {
		return nil
	}
	return p
}

func as[T any](v any) T {
	t, _ := v.(T)
	return t
}

func slice[T any](v any) []T {
	l, _ := v.([]any)
	if len(l) == 0 {
		return nil
	}
	s := make([]T, len(l))
	for i, x := range l {
		s[i], _ = x.(T)
	}
	return s
}

func values[T any](v any) []T {
	l, _ := v.([]any)
	if len(l) == 0 {
		return nil
	}
	s := make([]T, len(l))
	for i, x := range l {
		if p, ok := x.(*T); ok && p != nil {
			s[i] = *p
		}
	}
	return s
}

func optString(s *string) any {
	if s == nil {
		return nil
	}
	return *s
}

func stringPtr(v any) *string {
	s, ok := v.(string)
	if !ok {
		return nil
	}
	return &s
}

func optName(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func moduleOf(x *ImportFrom) any {
	if x.NoModule {
		return nil
	}
	return x.Module
}

func kindOf(u bool) any {
	if u {
		return "u"
	}
	return nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Walk calls f for the root and all nodes below it, parents first and children in the order of their fields. If f gives
// false, the node's children are left out. It keeps its own stack, so that depth is no danger.
func Walk(root any, f func(n any) bool) {
	stack := []any{root}
	var vals []any
	for len(stack) > 0 {
		n := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		c := ClassOf(n)
		if c == nil || !f(n) {
			continue
		}
		vals = c.Values(n, vals[:0])
		for i := len(vals) - 1; i >= 0; i-- {
			switch v := vals[i].(type) {
			case []any:
				for j := len(v) - 1; j >= 0; j-- {
					if v[j] != nil {
						stack = append(stack, v[j])
					}
				}
			case nil, string, int, Symbol, Const:
			default:
				stack = append(stack, v)
			}
		}
	}
}
