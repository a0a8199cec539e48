package syntax

import (
	"bytes"
	"fmt"
	"strings"
)

// Mode says what a program is read as.
type Mode uint8

// The modes.
const (
	ExecMode     Mode = iota // a module
	EvalMode                 // an expression
	SingleMode               // a statement of an interactive session
	FuncTypeMode             // a signature type comment (PEP 484)
)

// Options are what compile() can ask of the parser.
type Options struct {
	Filename string
	Mode     Mode
	// TypeComments makes nodes keep type comments (PyCF_TYPE_COMMENTS).
	TypeComments bool
	// AllowIncomplete makes input that ends too early an "_IncompleteInputError" (PyCF_ALLOW_INCOMPLETE_INPUT).
	AllowIncomplete bool
	// DontImplyDedent makes the end of a single statement not close its blocks (PyCF_DONT_IMPLY_DEDENT).
	DontImplyDedent bool
	// BarryAsBDFL makes <> the operator for inequality (CO_FUTURE_BARRY_AS_BDFL of
	// compile(); as in CPython, the __future__ import in the program itself changes nothing).
	BarryAsBDFL bool
	// FeatureVersion is the minor version of the language whose syntax alone is wanted; 0 is the newest.
	FeatureVersion int
	// MaxIntDigits is the limit of sys.set_int_max_str_digits: 0 for its default, negative for none.
	MaxIntDigits int
	// FromFile says that the source was read from a file rather than given as an object, which changes one message.
	FromFile bool
	// Decode decodes text in an encoding other than UTF-8, Latin-1 and ASCII; nil where there are no codecs. The error's
	// message is that of the Python exception; [UnknownEncoding] stands for an encoding that does not exist.
	Decode func(encoding string, data []byte) (string, error)
}

// Result is a program that has been read.
type Result struct {
	Mod      Mod
	Warnings []Warning
	// Encoding is the source's encoding.
	Encoding string
}

// Parse decodes (PEP 263) and reads a program. An error is an [*Error].
func Parse(src []byte, o Options) (*Result, error) {
	if !o.FromFile && bytes.IndexByte(src, 0) >= 0 {
		return nil, nullBytes(o)
	}
	d, err := decodeSource(src, o)
	if err != nil {
		return nil, err
	}
	return parse(d, o)
}

// ParseString reads a program that is text already. Lone surrogates are three bytes each (WTF-8).
func ParseString(src string, o Options) (*Result, error) {
	if err := checkSurrogates(src, o.Filename); err != nil {
		return nil, err
	}
	if strings.IndexByte(src, 0) >= 0 {
		return nil, nullBytes(o)
	}
	return parse(decoded{text: src, encoding: "utf-8"}, o)
}

func nullBytes(o Options) *Error {
	return &Error{Kind: "SyntaxError", Msg: "source code string cannot contain null bytes", Filename: o.Filename, NoLocation: true}
}

// maxDepth is the depth of nesting at which the parser gives up with a MemoryError. CPython counts active rules of its
// grammar and stops at this many; the costs are how many rules it has active for each level of a construct, measured
// by nesting them until it gives up. A Go frame of the parser takes some hundred bytes, so that this bounds the stack to
// a few megabytes.
const (
	maxDepth  = 6000
	baseCost  = 31 // a statement and an expression in it
	exprCost  = 1
	groupCost = 26 // with exprCost: an expression in round brackets
	listCost  = 28 // the same in other brackets
	callCost  = 23
	blockCost = 6
)

// parser reads one program. It is a recursive descent over the grammar. Functions give nil (or false) where the input
// does not match, leaving the place where it was; the rare choices that one token does not decide are made by trying.
//
// The first pass knows only correct programs. If it fails, a second pass starts with checks set: the functions of the
// diagnose files are then consulted, at the places and in the order of CPython's error productions, and raise the
// special messages. What they do not explain is "invalid syntax" at the last token that the first pass looked at.
//
// An error is raised by panic with a bailout and recovered in parse.
type parser struct {
	lex   *Lexer
	src   string
	toks  []Token
	pos   int
	opts  Options
	depth int

	checks   bool // the second pass: consult the diagnose functions
	second   bool
	started  bool // a token was read since the last implied newline (single mode)
	memo     map[memoKey]memoValue
	warnings []Warning
	ignores  []TypeIgnore
}

// bailout is the panic that carries an error out of the parser.
type bailout struct{ err *Error }

type memoKey struct {
	rule rule
	pos  int32
}

type memoValue struct {
	node any
	end  int
}

// rule names a function whose results the second pass remembers.
type rule uint8

const (
	ruleExpression rule = iota
	ruleStarExpression
	ruleNamed
	ruleDisjunction
	ruleInversion
	ruleBitOr
	ruleFactor
	rulePrimary
	ruleAtom
	ruleAtomUnchecked
	ruleStrings
	ruleArguments
	ruleBlock
	ruleSimple
	ruleStarTarget
	ruleInvalidNamed
	rulePattern
	ruleSubpattern
	ruleTypeParam
	ruleLambdaParams
	ruleTypeParams
)

func parse(d decoded, o Options) (res *Result, err error) {
	text := normalizeNewlines(d.text, o.Mode == ExecMode)
	p := &parser{src: text, opts: o}
	p.lex = NewLexer(text, o.Filename, false)
	p.lex.typeComments = o.TypeComments
	p.lex.warn = p.warn
	p.toks = make([]Token, 0, len(text)/5+16)
	mod, e := p.run()
	if e != nil {
		e.Warnings = p.warnings
		return nil, e
	}
	return &Result{Mod: mod, Warnings: p.warnings, Encoding: d.encoding}, nil
}

// run makes the passes.
func (p *parser) run() (Mod, *Error) {
	mod, err := p.pass()
	if mod != nil {
		return mod, nil
	}
	if p.opts.AllowIncomplete && p.atSourceEnd() {
		return nil, p.incomplete()
	}
	if err != nil {
		return nil, p.settle(err)
	}
	last := p.toks[len(p.toks)-1]
	if err := p.explain(last); err != nil {
		return nil, err
	}
	return nil, p.generic(last)
}

// explain makes the second pass.
func (p *parser) explain(last Token) *Error {
	p.pos, p.depth = 0, 0
	p.checks, p.second = true, true
	p.memo = map[memoKey]memoValue{}
	p.started = false
	_, err := p.pass()
	if p.opts.AllowIncomplete && p.atSourceEnd() {
		return p.incomplete()
	}
	if err != nil {
		return p.settle(err)
	}
	return nil
}

// pass reads the program once. It gives neither a tree nor an error where the input just does not match.
func (p *parser) pass() (mod Mod, err *Error) {
	defer func() {
		if r := recover(); r != nil {
			b, ok := r.(bailout)
			if !ok {
				panic(r)
			}
			mod, err = nil, b.err
		}
	}()
	switch p.opts.Mode {
	case EvalMode:
		return p.evalInput(), nil
	case SingleMode:
		mod := p.singleInput()
		if mod != nil && p.moreSource() {
			return nil, p.errorAtLast("SyntaxError", "multiple statements found while compiling a single statement")
		}
		return mod, nil
	case FuncTypeMode:
		return p.funcTypeInput(), nil
	}
	return p.fileInput(), nil
}

// moreSource says whether more than comments follows what was read.
func (p *parser) moreSource() bool {
	rest := p.src[p.lex.cur:]
	for {
		rest = strings.TrimLeft(rest, " \t\n\f")
		if rest == "" || rest[0] != '#' {
			return rest != ""
		}
		i := strings.IndexByte(rest, '\n')
		if i < 0 {
			return false
		}
		rest = rest[i:]
	}
}

// atSourceEnd says whether the lexer stopped because the source ended.
func (p *parser) atSourceEnd() bool {
	switch p.lex.status {
	case lexEOF, lexEOFString, lexEOLString:
		return true
	}
	return false
}

func (p *parser) incomplete() *Error {
	return p.errorAtLast("_IncompleteInputError", "incomplete input")
}

// generic makes the error of input that nothing explains.
func (p *parser) generic(last Token) *Error {
	switch last.Kind {
	case Indent:
		return p.errorAtLast("IndentationError", "unexpected indent")
	case Dedent:
		return p.errorAtLast("IndentationError", "unexpected unindent")
	}
	return p.rest(p.errorAt(last.Pos, "invalid syntax"))
}

// settle gives errors of the lexer further on their due: they go before an error that the parser found.
func (p *parser) settle(err *Error) *Error {
	if p.lex.status != lexOK || err.Kind == "MemoryError" {
		return err
	}
	return p.rest(err)
}

// rest reads the remaining tokens, to find errors that go before err.
func (p *parser) rest(err *Error) *Error {
	line := p.toks[len(p.toks)-1].Line
	p.lex.warn = nil
	for {
		t := p.lex.Next()
		if t.Kind == ErrorToken {
			if len(p.lex.fmodes) > 0 {
				return err // what is wrong within f-strings does not count
			}
			if p.lex.err != nil {
				return p.lex.err
			}
			if l := p.lex.level; l != 0 && line > p.lex.brackets[l-1].line {
				return p.unclosed()
			}
			return err
		}
		if t.Kind == EndMarker {
			return err
		}
	}
}

// unclosed reports the innermost open bracket.
func (p *parser) unclosed() *Error {
	b := p.lex.brackets[p.lex.level-1]
	return p.located("SyntaxError", fmt.Sprintf("'%c' was never closed", b.char), int(b.line), int(b.col)+1, int(b.line), 0)
}

// fill reads one more token.
func (p *parser) fill() {
	t := p.lex.Next()
	for t.Kind == TypeIgnoreToken {
		p.ignores = append(p.ignores, TypeIgnore{Line: t.Line, Tag: p.src[t.Start:t.End]})
		t = p.lex.Next()
	}
	switch t.Kind {
	case NameToken:
		t.Kind = keywordKind(p.src[t.Start:t.End])
	case EndMarker:
		if p.opts.Mode == SingleMode && p.started {
			t.Kind = Newline
			p.started = false
			if p.lex.indent > 0 && !p.opts.DontImplyDedent {
				p.lex.pending = -p.lex.indent
				p.lex.indent = 0
			}
			p.toks = append(p.toks, t)
			return
		}
	case ErrorToken:
		p.toks = append(p.toks, t)
		panic(bailout{p.lexError()})
	}
	p.started = true
	p.toks = append(p.toks, t)
}

// lexError makes the lexer's error the parser's, with columns as the parser gives them.
func (p *parser) lexError() *Error {
	if p.lex.err != nil {
		return p.lex.err
	}
	l := p.lex
	line := int(l.line)
	switch l.status {
	case lexEOF:
		if l.level > 0 {
			return p.unclosed()
		}
		return p.errorAtLast("SyntaxError", "unexpected EOF while parsing")
	case lexDedent:
		return p.errorAtLast("IndentationError", "unindent does not match any outer indentation level")
	case lexTabs:
		return p.located("TabError", "inconsistent use of tabs and spaces in indentation", line, 1, line, 0)
	case lexTooDeep:
		return p.located("IndentationError", "too many levels of indentation", line, 1, line, 0)
	case lexDecode:
		s := l.src[l.start:l.cur]
		return p.errorAtLast("SyntaxError", unicodeErrorPrefix+utf8Message(s, invalidUTF8(s)))
	case lexContinuing:
		return p.located("SyntaxError", "unexpected character after line continuation character", line, l.cur-l.buf, line, 0)
	}
	return p.located("SyntaxError", "unknown parsing error", line, 1, line, 0)
}

// warn records a warning; the second pass gives none.
func (p *parser) warn(w Warning) {
	if !p.second {
		p.warnings = append(p.warnings, w)
	}
}

// kind gives the kind of the next token.
func (p *parser) kind() Kind {
	if p.pos == len(p.toks) {
		p.fill()
	}
	return p.toks[p.pos].Kind
}

// kindAt gives the kind of the token n places after the next one.
func (p *parser) kindAt(n int) Kind {
	for p.pos+n >= len(p.toks) {
		p.fill()
	}
	return p.toks[p.pos+n].Kind
}

// accept reads a token of the given kind if it is next.
func (p *parser) accept(k Kind) bool {
	if p.kind() != k {
		return false
	}
	p.pos++
	return true
}

// text gives the text of the token at an index.
func (p *parser) text(i int) string {
	t := &p.toks[i]
	return p.src[t.Start:t.End]
}

// soft says whether the next token is the name s.
func (p *parser) soft(s string) bool {
	return p.kind() == NameToken && p.text(p.pos) == s
}

// forced reads a token that must be there.
func (p *parser) forced(k Kind) {
	if !p.accept(k) {
		p.raiseAt(p.toks[p.pos].Pos, "expected '%s'", k)
	}
}

// name reads an identifier.
func (p *parser) name() (string, bool) {
	if p.kind() != NameToken {
		return "", false
	}
	s := p.ident(p.pos)
	p.pos++
	return s, true
}

// from gives the extent of what was read since the token at index start. It ends before line ends and dedents.
func (p *parser) from(start int) Pos {
	i := p.pos - 1
	for i > 0 && isLayout(p.toks[i].Kind) {
		i--
	}
	if i < 0 {
		i = 0
	}
	t, e := &p.toks[start], &p.toks[i]
	return Pos{t.Line, t.Col, e.EndLine, e.EndCol}
}

// isLayout says whether a token only ends a line or changes the indentation.
func isLayout(k Kind) bool { return k == Newline || k == Dedent || k == Indent || k == EndMarker }

// enter counts a level of nesting.
func (p *parser) enter(cost int) {
	p.depth += cost
	if p.depth+baseCost > maxDepth {
		panic(bailout{&Error{Kind: "MemoryError", Msg: "Parser stack overflowed - Python source too complex to parse",
			Filename: p.opts.Filename, NoLocation: true}})
	}
}

func (p *parser) leave(cost int) { p.depth -= cost }

// recall looks a result up that the second pass remembers, and moves behind it.
func (p *parser) recall(r rule) (any, bool) {
	m, ok := p.memo[memoKey{r, int32(p.pos)}]
	if ok {
		p.pos = m.end
	}
	return m.node, ok
}

// remember keeps a result of the second pass that began at start.
func (p *parser) remember(r rule, start int, node any) {
	p.memo[memoKey{r, int32(start)}] = memoValue{node, p.pos}
}

// startMemo makes the first pass remember results too, because it has begun to read again.
func (p *parser) startMemo() {
	if p.memo == nil {
		p.memo = map[memoKey]memoValue{}
	}
}

// memoExpr runs f, remembering its result if there is a memory.
func (p *parser) memoExpr(r rule, f func(*parser) Expr) Expr {
	if p.memo == nil {
		return f(p)
	}
	if r == ruleAtom && !p.checks {
		r = ruleAtomUnchecked
	}
	start := p.pos
	if n, ok := p.recall(r); ok {
		e, _ := n.(Expr)
		return e
	}
	e := f(p)
	if e == nil {
		p.pos = start
		p.remember(r, start, nil)
		return nil
	}
	p.remember(r, start, e)
	return e
}

// Raising.

// raise raises a SyntaxError at the last token that was read from the source.
func (p *parser) raise(format string, args ...any) {
	panic(bailout{p.errorAtLast("SyntaxError", fmt.Sprintf(format, args...))})
}

// since raises a SyntaxError where syntax that was just read is newer than the version that is wanted.
func (p *parser) since(version int, what string) {
	if v := p.opts.FeatureVersion; v > 0 && v < version {
		p.raise("%s only supported in Python 3.%d and greater", what, version)
	}
}

// raiseIndent raises an IndentationError at the last token that was read from the source.
func (p *parser) raiseIndent(format string, args ...any) {
	panic(bailout{p.errorAtLast("IndentationError", fmt.Sprintf(format, args...))})
}

// raiseNext raises a SyntaxError at the next token.
func (p *parser) raiseNext(msg string) {
	p.kind()
	panic(bailout{p.errorAtToken("SyntaxError", p.toks[p.pos], msg)})
}

// raiseAt raises a SyntaxError at a node or token.
func (p *parser) raiseAt(at Pos, format string, args ...any) {
	panic(bailout{p.errorAt(at, fmt.Sprintf(format, args...))})
}

// raiseRange raises a SyntaxError from the beginning of a to the end of b.
func (p *parser) raiseRange(a, b Pos, format string, args ...any) {
	a.EndLine, a.EndCol = b.EndLine, b.EndCol
	panic(bailout{p.errorAt(a, fmt.Sprintf(format, args...))})
}

// raiseFrom raises a SyntaxError from a token to where the lexer stands.
func (p *parser) raiseFrom(a Pos, format string, args ...any) {
	panic(bailout{p.located("SyntaxError", fmt.Sprintf(format, args...), int(a.Line), int(a.Col)+1, int(p.lex.line),
		p.lex.cur-p.lex.lineStart)})
}

func (p *parser) errorAt(at Pos, msg string) *Error {
	return p.located("SyntaxError", msg, int(at.Line), int(at.Col)+1, int(at.EndLine), int(at.EndCol)+1)
}

// errorAtLast makes an error at the last token that was read from the source.
func (p *parser) errorAtLast(kind, msg string) *Error {
	if len(p.toks) == 0 {
		return p.located(kind, msg, 0, 0, 0, -1)
	}
	return p.errorAtToken(kind, p.toks[len(p.toks)-1], msg)
}

func (p *parser) errorAtToken(kind string, t Token, msg string) *Error {
	col, end := int(t.Col)+1, -1
	if t.Col == -1 {
		col = p.lex.cur - p.lex.lineStart
	}
	if t.EndCol != -1 {
		end = int(t.EndCol) + 1
	}
	return p.located(kind, msg, int(t.Line), col, int(t.EndLine), end)
}

// located makes an error. Columns count bytes from 1; they become characters.
func (p *parser) located(kind, msg string, line, col, endLine, endCol int) *Error {
	text := p.lineText(line)
	col = charColumn(text, col)
	endCol = charColumn(text, endCol)
	return &Error{Kind: kind, Msg: msg, Filename: p.opts.Filename, Line: line, Col: col, EndLine: endLine, EndCol: endCol,
		Text: text, HasText: true}
}

// lineText gives the line of source that an error in it shows: what the lexer has read if that is the line, with its
// newline, or the line without.
func (p *parser) lineText(line int) string {
	l := p.lex
	s := p.src
	if int(l.line) <= line && l.inp > l.buf {
		s = s[l.buf:l.inp]
	} else {
		for i := 1; i < line; i++ {
			j := strings.IndexByte(s, '\n')
			if j < 0 {
				break
			}
			s = s[j+1:]
		}
		if j := strings.IndexByte(s, '\n'); j >= 0 {
			s = s[:j]
		}
	}
	return replaceInvalid(s)
}
