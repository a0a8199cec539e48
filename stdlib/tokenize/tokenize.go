// Package tokenize is the module _tokenize: Adder's lexer for the module tokenize.
package tokenize

import (
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
	"github.com/adder-lang/adder/syntax"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_tokenize", Exec: func(t *thread, m *objects.Module) error {
	initIter()
	m.Set("TokenizerIter", objects.ToValue(&iterType))
	return nil
}}

// tokenizer is an instance of TokenizerIter.
type tokenizer struct {
	objects.Head
	tokens *syntax.Tokens
	source string
}

var iterType objects.Type

func initIter() {
	typ := &iterType
	if typ.Name != "" {
		return
	}
	typ.Name, typ.Module = "TokenizerIter", "_tokenize"
	objects.Layout[tokenizer](typ)
	typ.New = objects.NewBound("TokenizerIter", "readline, *, encoding=None, extra_tokens=False", newIter)
	typ.Iter = func(t *thread, self value) (value, error) { return self, nil }
	typ.Next = next
	objects.NewType(typ)
}

// newIter reads the whole source: the lexer works on text.
func newIter(t *thread, typ *objects.Type, args []value) (value, error) {
	extra, err := native.Bool(t, args[2], false)
	if err != nil {
		return value{}, err
	}
	encoding := value{}
	if native.Given(args[1]) {
		encoding = args[1]
	}
	var b strings.Builder
	for {
		line, err := objects.Call0(t, args[0])
		if err != nil {
			if objects.IsError(err, &objects.StopIterationType) {
				break
			}
			return value{}, err
		}
		if !encoding.IsZero() && objects.IsInstance(line, &objects.BytesType) {
			if line, err = objects.CallMethod(t, line, objects.Intern("decode"), encoding, objects.StrValue("replace")); err != nil {
				return value{}, err
			}
		}
		s, ok := objects.StrOf(line)
		if !ok {
			return value{}, objects.TypeErrorf("readline() returned a non-string object")
		}
		if s.Len() == 0 {
			break
		}
		b.WriteString(s.String())
	}
	it := objects.As[tokenizer](typ.Alloc(typ))
	it.source = b.String()
	it.tokens = syntax.NewTokens(it.source, "<string>", extra)
	return objects.ToValue(it), nil
}

func next(t *thread, self value) (value, error) {
	it := objects.As[tokenizer](self)
	tok, ok, serr := it.tokens.Next()
	if serr != nil {
		return value{}, interp.RaiseSyntax(t, serr, []byte(it.source))
	}
	if !ok {
		return value{}, nil
	}
	pair := func(a, b int) value { return native.Tuple(objects.Int(int64(a)), objects.Int(int64(b))) }
	return native.Tuple(objects.Int(int64(tok.Type)), native.Str(tok.Text), pair(tok.Line, tok.Col), pair(tok.EndLine, tok.EndCol), native.Str(tok.Source)), nil
}
