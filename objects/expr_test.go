package objects

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/adder-lang/adder/syntax"
)

// exprEval evaluates expressions through the protocols of this package, without the interpreter: enough of the language
// for tables of expressions with recorded results.
type exprEval struct {
	t     *Thread
	names *Dict
}

func (e *exprEval) constant(c *syntax.Const) Value {
	switch c.Kind {
	case syntax.TrueConst:
		return True
	case syntax.FalseConst:
		return False
	case syntax.EllipsisConst:
		return Ellipsis
	case syntax.IntConst:
		if c.Big != nil {
			return BigInt(c.Big)
		}
		return Int(c.Int)
	case syntax.FloatConst:
		return Float(c.Float)
	case syntax.ComplexConst:
		return NewComplex(complex(0, c.Float))
	case syntax.StrConst:
		return StrValue(c.Str)
	case syntax.BytesConst:
		return NewBytes([]byte(c.Str))
	}
	return None
}

var exprBinary = map[syntax.Operator]BinaryOp{syntax.Add: OpAdd, syntax.Sub: OpSub, syntax.Mult: OpMul, syntax.Div: OpTrueDiv,
	syntax.Mod_: OpMod, syntax.Pow: OpPow, syntax.LShift: OpLShift, syntax.RShift: OpRShift, syntax.BitOr: OpOr,
	syntax.BitXor: OpXor, syntax.BitAnd: OpAnd, syntax.FloorDiv: OpFloorDiv}

var exprCompare = map[syntax.CmpOp]CompareOp{syntax.Eq: OpEq, syntax.NotEq: OpNe, syntax.Lt: OpLt, syntax.LtE: OpLe, syntax.Gt: OpGt, syntax.GtE: OpGe}

func (e *exprEval) list(exprs []syntax.Expr) ([]Value, error) {
	var out []Value
	for _, x := range exprs {
		if s, ok := x.(*syntax.Starred); ok {
			v, err := e.eval(s.Value)
			if err != nil {
				return nil, err
			}
			items, err := ToSlice(e.t, v)
			if err != nil {
				return nil, err
			}
			out = append(out, items...)
			continue
		}
		v, err := e.eval(x)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}

func (e *exprEval) eval(x syntax.Expr) (Value, error) {
	switch x := x.(type) {
	case nil:
		return None, nil
	case *syntax.Constant:
		return e.constant(&x.Value), nil
	case *syntax.Name:
		if v := e.names.GetStr(Intern(x.ID)); !v.IsZero() {
			return v, nil
		}
		if v := BuiltinsDict(e.t).GetStr(Intern(x.ID)); !v.IsZero() {
			return v, nil
		}
		return Value{}, Errorf(&NameErrorType, "name '%s' is not defined", x.ID)
	case *syntax.BinOp:
		v, err := e.list([]syntax.Expr{x.Left, x.Right})
		if err != nil {
			return Value{}, err
		}
		return Binary(e.t, exprBinary[x.Op], v[0], v[1])
	case *syntax.UnaryOp:
		v, err := e.eval(x.Operand)
		if err != nil {
			return Value{}, err
		}
		if x.Op == syntax.Not {
			b, err := Truth(e.t, v)
			return Bool(!b), err
		}
		return Unary(e.t, map[syntax.UnaryOperator]UnaryOp{syntax.Invert: OpInvert, syntax.UAdd: OpPos, syntax.USub: OpNeg}[x.Op], v)
	case *syntax.Compare:
		v, err := e.list([]syntax.Expr{x.Left, x.Comparators[0]})
		if err != nil {
			return Value{}, err
		}
		switch x.Ops[0] {
		case syntax.In, syntax.NotIn:
			b, err := Contains(e.t, v[1], v[0])
			return Bool(b == (x.Ops[0] == syntax.In)), err
		case syntax.Is, syntax.IsNot:
			return Bool((v[0] == v[1]) == (x.Ops[0] == syntax.Is)), nil
		}
		return Compare(e.t, v[0], v[1], exprCompare[x.Ops[0]])
	case *syntax.Tuple:
		v, err := e.list(x.Elts)
		return ToValue(NewTuple(v...)), err
	case *syntax.List:
		v, err := e.list(x.Elts)
		return ToValue(NewList(v...)), err
	case *syntax.Dict:
		d := NewDict()
		for i := range x.Keys {
			v, err := e.list([]syntax.Expr{x.Keys[i], x.Values[i]})
			if err != nil {
				return Value{}, err
			}
			if err := d.Set(e.t, v[0], v[1]); err != nil {
				return Value{}, err
			}
		}
		return ToValue(d), nil
	case *syntax.Attribute:
		v, err := e.eval(x.Value)
		if err != nil {
			return Value{}, err
		}
		return GetAttr(e.t, v, Intern(x.Attr))
	case *syntax.Subscript:
		v, err := e.list([]syntax.Expr{x.Value, x.Slice})
		if err != nil {
			return Value{}, err
		}
		return GetItem(e.t, v[0], v[1])
	case *syntax.Slice:
		var part [3]Value
		for i, p := range []syntax.Expr{x.Lower, x.Upper, x.Step} {
			v, err := e.eval(p)
			if err != nil {
				return Value{}, err
			}
			part[i] = v
		}
		return NewSlice(part[0], part[1], part[2]), nil
	case *syntax.NamedExpr:
		v, err := e.eval(x.Value)
		if err == nil {
			e.names.SetStr(Intern(x.Target.(*syntax.Name).ID), v)
		}
		return v, err
	case *syntax.Call:
		fn, err := e.eval(x.Func)
		if err != nil {
			return Value{}, err
		}
		args, err := e.list(x.Args)
		if err != nil {
			return Value{}, err
		}
		var kw *Tuple
		if len(x.Keywords) > 0 {
			var names []Value
			for _, k := range x.Keywords {
				v, err := e.eval(k.Value)
				if err != nil {
					return Value{}, err
				}
				args = append(args, v)
				names = append(names, ToValue(Intern(k.Arg)))
			}
			kw = NewTuple(names...)
		}
		return Call(e.t, fn, args, kw)
	}
	return Value{}, fmt.Errorf("cannot evaluate %T", x)
}

// evalString evaluates one expression and shows the result as the recorder does.
func (e *exprEval) evalString(source string) string {
	r, err := syntax.ParseString(source, syntax.Options{Mode: syntax.EvalMode})
	if err != nil {
		return "syntax: " + err.Error()
	}
	v, err := e.eval(r.Mod.(*syntax.Expression).Body)
	var s Value
	if err == nil {
		s, err = ASCII(e.t, v)
	}
	if err != nil {
		exc := AsException(err)
		m, err := ToStr(e.t, exc.Value())
		if err != nil {
			return err.Error()
		}
		m, _ = ASCII(e.t, m)
		return "!" + exc.Type().Name + " " + As[Str](m).String()
	}
	return As[Str](s).String()
}

// TestRecorded evaluates the expressions of testdata/expr_*.txt, whose results testdata/expr.py recorded from CPython.
func TestRecorded(t *testing.T) {
	files, err := os.ReadDir("testdata")
	if err != nil {
		t.Fatal(err)
	}
	warn := H.Warn
	H.Warn = func(*Thread, *Type, string, int) error { return nil }
	defer func() { H.Warn = warn }()
	n := 0
	for _, entry := range files {
		name := entry.Name()
		if !strings.HasPrefix(name, "expr_") || !strings.HasSuffix(name, ".txt") {
			continue
		}
		t.Run(strings.TrimSuffix(name, ".txt"), func(t *testing.T) {
			f, err := os.Open("testdata/" + name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			th := newTestThread(t)
			s := bufio.NewScanner(f)
			s.Buffer(nil, 1<<20)
			for s.Scan() {
				source := s.Text()
				if !s.Scan() {
					t.Fatalf("no result for %s", source)
				}
				n++
				e := exprEval{th, NewDict()}
				if got, want := e.evalString(source), strings.TrimPrefix(s.Text(), "= "); got != want {
					t.Errorf("%s\n got %s\nwant %s", source, got, want)
				}
			}
		})
	}
	if n < 1000 {
		t.Errorf("only %d expressions", n)
	}
}
