package interp

import (
	"errors"
	"os"
	"strings"

	"github.com/adder-lang/adder/compile"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/syntax"
)

// Flags of compile() and of co_flags that are passed on.
const (
	flagFutureMask      = 0x1FF0000
	flagFutureBarry     = 0x400000
	flagOnlyAST         = 0x400
	flagTypeComments    = 0x1000
	flagTopLevelAwait   = 0x2000
	flagAllowIncomplete = 0x4000
	flagDontImplyDedent = 0x200
	flagOptimizedAST    = 0x8400
	flagFromFile        = 1 << 40 // not one of compile(): the text comes from a file
)

// Optimize is the level of -O for the process.
var Optimize int

// ASTFromTree and TreeFromAST convert between the parser's tree and objects of the module _ast, which sets them.
var (
	ASTFromTree func(t *objects.Thread, m syntax.Mod) (value, error)
	TreeFromAST func(t *objects.Thread, v value, mode string) (syntax.Mod, error)
)

// CompileFile compiles the text of a file, which messages about its encoding say.
func CompileFile(t *objects.Thread, src []byte, filename string) (value, error) {
	return compileSource(t, objects.NewBytes(src), filename, "exec", flagFromFile, true, -1)
}

// DecodeSource decodes source text whose encoding is neither UTF-8 nor
// Latin-1. It asks the codecs of the library; a tool that runs without the
// library replaces it.
var DecodeSource = decodeText

func decodeText(t *objects.Thread, encoding string, data []byte) (string, error) {
	v, err := objects.Decode(t, objects.NewBytes(data), data, encoding, "strict")
	if err != nil {
		if objects.IsError(err, &objects.LookupErrorType) {
			return "", syntax.UnknownEncoding{Name: encoding}
		}
		if s, serr := objects.StrString(t, objects.AsException(err).Value()); serr == nil {
			return "", errors.New(s)
		}
		return "", err
	}
	s, ok := objects.StrOf(v)
	if !ok {
		return "", errors.New("decoder did not return a string object (type=" + objects.TypeOf(v).TpName() + ")")
	}
	return s.String(), nil
}

// compileSource is compile(): source text, bytes, or an AST object.
func compileSource(t *objects.Thread, source value, filename, mode string, flags int, dontInherit bool, optimize int) (value, error) {
	if optimize < 0 {
		optimize = Optimize
	}
	if !dontInherit && t.Cur != nil {
		flags |= int(t.Cur.Code.Flags) & flagFutureMask
	}
	o := compile.Options{Filename: filename, Optimize: optimize, Futures: objects.CodeFlags(flags & flagFutureMask),
		TopLevelAwait: flags&flagTopLevelAwait != 0, Thread: t}
	var src []byte
	text := false
	switch {
	case objects.IsInstance(source, &objects.StrType):
		s, _ := objects.StrOf(source)
		src, text = []byte(s.String()), true
	default:
		b, ok, err := objects.BufferBytes(t, source)
		if err != nil {
			return value{}, err
		}
		if ok {
			src = b
			break
		}
		if TreeFromAST == nil {
			return value{}, objects.TypeErrorf("compile() arg 1 must be a string, bytes or AST object")
		}
		m, err := TreeFromAST(t, source, mode)
		if err != nil {
			return value{}, err
		}
		if flags&flagOnlyAST != 0 {
			return source, nil
		}
		o.Warn = warner(t, o.Filename, nil)
		code, err := compile.Compile(m, o)
		if err != nil {
			return value{}, RaiseSyntax(t, err, nil)
		}
		return objects.ToValue(code), nil
	}
	po := syntax.Options{Filename: filename, TypeComments: flags&flagTypeComments != 0, BarryAsBDFL: flags&flagFutureBarry != 0}
	po.Decode = func(encoding string, data []byte) (string, error) { return DecodeSource(t, encoding, data) }
	switch mode {
	case "eval":
		po.Mode = syntax.EvalMode
	case "single":
		po.Mode = syntax.SingleMode
	case "func_type":
		po.Mode = syntax.FuncTypeMode
	default:
		po.Mode = syntax.ExecMode
	}
	po.FeatureVersion = flags >> objects.FeatureVersionShift
	po.FromFile = flags&flagFromFile != 0
	po.AllowIncomplete = flags&flagAllowIncomplete != 0
	po.DontImplyDedent = flags&flagDontImplyDedent != 0
	var res *syntax.Result
	var err error
	if text {
		res, err = syntax.ParseString(string(src), po)
	} else {
		res, err = syntax.Parse(src, po)
	}
	if err != nil {
		var pe *syntax.Error
		if errors.As(err, &pe) {
			if werr := parserWarnings(t, pe.Warnings, filename, src); werr != nil {
				return value{}, werr
			}
		}
		if text && errors.As(err, &pe) && pe.Kind == "UnicodeEncodeError" {
			// The exception of the codec itself, with its attributes.
			_, err = objects.Encode(t, source, "utf-8", "strict")
			return value{}, err
		}
		return value{}, RaiseSyntax(t, err, src)
	}
	if err := parserWarnings(t, res.Warnings, filename, src); err != nil {
		return value{}, err
	}
	if flags&flagOnlyAST != 0 {
		if ASTFromTree == nil {
			return value{}, objects.RuntimeErrorf("the module _ast is missing")
		}
		return ASTFromTree(t, res.Mod)
	}
	o.Warn = warner(t, filename, src)
	code, err := compile.Compile(res.Mod, o)
	if err != nil {
		return value{}, RaiseSyntax(t, err, src)
	}
	return objects.ToValue(code), nil
}

// parserWarnings issues the warnings of the parser. One that the filters turn into an exception is a SyntaxError at the
// place.
func parserWarnings(t *objects.Thread, list []syntax.Warning, filename string, src []byte) error {
	for _, w := range list {
		err := syntaxWarning(t, w.Category, w.Message, filename, w.Line)
		if err == nil {
			continue
		}
		if w.Category != "SyntaxWarning" || !objects.IsError(err, &objects.SyntaxWarningType) {
			return err
		}
		text, p := objects.None, w.Span
		col, endCol := int(p.Col), int(p.EndCol)
		if line, ok := sourceLine(src, int(p.Line)); ok {
			text = objects.StrValue(line)
			col = runesIn(line, col)
			if p.EndLine == p.Line {
				endCol = runesIn(line, endCol)
			}
		}
		if p.Line == p.EndLine && p.Col == p.EndCol {
			// The lexer's own: at the character that it read last, in a line that it has not read to its end.
			if s, ok := objects.StrOf(text); ok {
				text = objects.StrValue(strings.TrimSuffix(s.String(), "\n"))
			}
			col, endCol = col-1, endCol-1
		}
		return syntaxError("SyntaxError", w.Message, filename, int(p.Line), col+1, int(p.EndLine), endCol+1, false, text)
	}
	return nil
}

// SyntaxWarnHook issues a warning about source text at a line. The module _warnings sets it.
var SyntaxWarnHook func(t *objects.Thread, category *objects.Type, message, filename string, line int) error

func syntaxWarning(t *objects.Thread, category, message, filename string, line int) error {
	if SyntaxWarnHook == nil {
		return nil
	}
	typ := &objects.SyntaxWarningType
	if category == "DeprecationWarning" {
		typ = &objects.DeprecationWarningType
	}
	return SyntaxWarnHook(t, typ, message, filename, line)
}

// warner makes the compiler's Warn function. A warning that the filters turn into an error is a SyntaxError.
func warner(t *objects.Thread, filename string, src []byte) func(syntax.Pos, string) error {
	return func(pos syntax.Pos, msg string) error {
		err := syntaxWarning(t, "SyntaxWarning", msg, filename, int(pos.Line))
		if err != nil && objects.IsError(err, &objects.SyntaxWarningType) {
			return &compile.Error{Kind: "SyntaxError", Msg: msg, Filename: filename, Pos: pos}
		}
		return err
	}
}

// RaiseSyntax turns an error of the parser or the compiler into the exception.
func RaiseSyntax(t *objects.Thread, err error, src []byte) error {
	var pe *syntax.Error
	if errors.As(err, &pe) {
		text := objects.None
		if pe.HasText {
			text = objects.StrValue(pe.Text)
		}
		if pe.NoLocation && syntaxKind(pe.Kind) {
			return objects.MakeSyntaxError(syntaxType(pe.Kind), pe.Msg, nil)
		}
		return syntaxError(pe.Kind, pe.Msg, pe.Filename, pe.Line, pe.Col, pe.EndLine, pe.EndCol, pe.NoEnd, text)
	}
	var ce *compile.Error
	if errors.As(err, &ce) {
		if ce.Kind == "RecursionError" {
			return objects.Errorf(&objects.RecursionErrorType, "%s", ce.Msg)
		}
		p := ce.Pos
		text := objects.None
		col, endCol := int(p.Col), int(p.EndCol)
		// The compiler shows the line of a file only; the text of a string is gone by then.
		file, ferr := os.ReadFile(ce.Filename)
		if line, ok := sourceLine(file, int(p.Line)); ok && ferr == nil {
			text = objects.StrValue(line)
			col = runesIn(line, col)
			if p.EndLine == p.Line {
				endCol = runesIn(line, endCol)
			}
		}
		return syntaxError(ce.Kind, ce.Msg, ce.Filename, int(p.Line), col+1, int(p.EndLine), endCol+1, ce.NoEnd, text)
	}
	return err
}

func runesIn(line string, bytes int) int {
	return len([]rune(line[:min(bytes, len(line))]))
}

// sourceLine returns a line of source text, with its newline.
func sourceLine(src []byte, line int) (string, bool) {
	if src == nil || line < 1 {
		return "", false
	}
	start := 0
	for n := 1; n < line; n++ {
		i := start
		for i < len(src) && src[i] != '\n' {
			i++
		}
		if i == len(src) {
			return "", false
		}
		start = i + 1
	}
	end := start
	for end < len(src) && src[end] != '\n' {
		end++
	}
	return string(src[start:end]) + "\n", true
}

// syntaxType is the class of an error of the parser, SyntaxError where it is another kind of error.
func syntaxType(kind string) *objects.Type {
	switch kind {
	case "IndentationError":
		return &objects.IndentationErrorType
	case "TabError":
		return &objects.TabErrorType
	case "_IncompleteInputError":
		return &objects.IncompleteInputErrorType
	}
	return &objects.SyntaxErrorType
}

func syntaxKind(kind string) bool {
	return kind == "SyntaxError" || syntaxType(kind) != &objects.SyntaxErrorType
}

func syntaxError(kind, msg, filename string, line, col, endLine, endCol int, noEnd bool, text value) error {
	typ := syntaxType(kind)
	switch kind {
	case "MemoryError":
		return objects.Errorf(&objects.MemoryErrorType, "%s", msg)
	case "ValueError":
		return objects.ValueErrorf("%s", msg)
	case "RecursionError":
		return objects.Errorf(&objects.RecursionErrorType, "%s", msg)
	}
	end, endOffset := objects.Int(int64(endLine)), objects.Int(int64(endCol))
	if noEnd {
		endOffset = objects.None
		if endLine == 0 {
			end = objects.None
		}
	}
	details := objects.NewTuple(objects.StrValue(filename), objects.Int(int64(line)), objects.Int(int64(col)), text, end, endOffset)
	return objects.MakeSyntaxError(typ, msg, details)
}
