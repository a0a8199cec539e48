package syntax

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/adder-lang/adder/internal/ucd"
)

// Limits of CPython's lexer, which programs can reach.
const (
	maxIndents       = 100 // levels of indentation
	maxBrackets      = 200 // open brackets
	maxFStrings      = 150 // f-strings within f-strings
	maxFStringFields = 3   // replacement fields within format specifications
	tabSize          = 8
)

// lexStatus says how the lexer stands; all but lexOK and lexEOF are errors of the last token.
type lexStatus uint8

const (
	lexOK lexStatus = iota
	lexEOF
	lexEOFString  // the source ended inside a triple-quoted string; lexer.err has the error
	lexEOLString  // the source ended inside a string; lexer.err has the error
	lexError      // lexer.err has the error
	lexDedent     // an unindent that matches no outer level
	lexTabs       // tabs and spaces mixed
	lexTooDeep    // too many levels of indentation
	lexContinuing // something follows a backslash
	lexDecode     // a name is not UTF-8
)

// bracket is an open bracket.
type bracket struct {
	char byte
	line int32
	col  int32
}

// fmode is the state of an f-string that is being read. kind tells text from a replacement field.
type fmode struct {
	inField    bool // reading tokens of a replacement field
	quote      byte
	quoteSize  uint8
	raw        bool
	debug      bool // a bare '=' was seen in the field
	inSpec     bool
	depth      int // brackets open within the f-string
	fieldDepth int // value of depth outside the innermost field, -1 at the top
	start      int // offset, line and line's offset of the f-string's beginning
	startLine  int32
	lineStart  int
}

// Lexer makes the tokens of a Python program. Use [NewLexer] and call [Lexer.Next] until it gives [EndMarker] or
// [ErrorToken]. The parser drives it lazily, so that it stops at the first error either of them finds.
//
// It reads line by line, like CPython's: cur never passes inp, the end of the line that was read last. Errors depend on
// which line that is.
type Lexer struct {
	src       string // newlines normalised, no NUL unless allowed
	cur       int
	inp       int // end of the current line
	buf       int // beginning of the current line, or of the line where the current token begins
	lineStart int
	start     int // beginning of the current token, or -1
	line      int32
	status    lexStatus
	unread    int // bytes since buf if the source ended inside a token

	firstLine      int32 // line of the beginning of a string
	multiLineStart int   // offset of that line

	atLineStart bool
	pending     int // indents (> 0) or dedents (< 0) not given yet
	indent      int
	indents     [maxIndents]int32
	altIndents  [maxIndents]int32

	level    int
	brackets [maxBrackets]bracket
	fmodes   []fmode

	typeComments bool
	// extraTokens makes the lexer serve Python's tokenize module: it gives comments and all line ends, accepts unmatched
	// brackets and gives no warnings.
	extraTokens    bool
	commentNewline bool

	filename string
	err      *Error
	warn     func(Warning)
}

// NewLexer makes a lexer for text whose newlines are normalised. With extraTokens it gives comments and non-logical
// newlines too, as Python's tokenize module does.
func NewLexer(text, filename string, extraTokens bool) *Lexer {
	return &Lexer{src: text, filename: filename, extraTokens: extraTokens, atLineStart: true, start: -1}
}

// Source gives the text that the tokens' offsets refer to.
func (l *Lexer) Source() string { return l.src }

// LineStart gives the offset at which the line of the last token's end begins.
func (l *Lexer) LineStart() int { return l.lineStart }

// Err gives the error behind an [ErrorToken].
func (l *Lexer) Err() *Error {
	if l.err != nil {
		return l.err
	}
	mk := func(kind, msg string, col, end int) *Error {
		return &Error{Kind: kind, Msg: msg, Filename: l.filename, Line: int(l.line), Col: col, EndLine: int(l.line),
			EndCol: end, Text: l.src[l.buf:l.inp], HasText: true}
	}
	switch l.status {
	case lexEOF:
		if l.level > 0 {
			b := l.brackets[l.level-1]
			e := mk("SyntaxError", fmt.Sprintf("'%c' was never closed", b.char), int(b.col)+1, 0)
			e.Line, e.EndLine = int(b.line), int(b.line)
			return e
		}
		return mk("SyntaxError", "unexpected EOF while parsing", l.cur-l.lineStart, -1)
	case lexDedent:
		return mk("IndentationError", "unindent does not match any outer indentation level", l.cur-l.lineStart, -1)
	case lexTabs:
		return mk("TabError", "inconsistent use of tabs and spaces in indentation", 1, 0)
	case lexTooDeep:
		return mk("IndentationError", "too many levels of indentation", 1, 0)
	case lexDecode:
		s := l.src[l.start:l.cur]
		return mk("SyntaxError", unicodeErrorPrefix+utf8Message(s, invalidUTF8(s)), l.cur-l.lineStart, -1)
	case lexContinuing:
		return mk("SyntaxError", "unexpected character after line continuation character", l.cur-l.buf, 0)
	}
	return nil
}

// nextChar reads a byte, from the next line where need be, or gives -1 at the end.
func (l *Lexer) nextChar() int {
	if l.cur == l.inp && !l.nextLine() {
		return -1
	}
	c := l.src[l.cur]
	l.cur++
	return int(c)
}

// back undoes nextChar.
func (l *Lexer) back(c int) {
	if c >= 0 {
		l.cur--
	}
}

// nextLine makes the next line the current one.
func (l *Lexer) nextLine() bool {
	if l.status != lexOK {
		return false
	}
	if l.inp == len(l.src) {
		l.status = lexEOF
		if l.start >= 0 || len(l.fmodes) > 0 {
			l.unread = l.inp - l.buf
		}
		return false
	}
	end := len(l.src)
	if i := strings.IndexByte(l.src[l.inp:], '\n'); i >= 0 {
		end = l.inp + i + 1
	}
	if l.start < 0 {
		l.buf = l.cur
	}
	l.line++
	l.inp = end
	l.lineStart = l.cur
	if strings.IndexByte(l.src[l.cur:end], 0) >= 0 {
		l.fail("source code cannot contain null bytes")
		l.cur = l.inp
		return false
	}
	return true
}

// fail records an error that ends at the current character.
func (l *Lexer) fail(format string, args ...any) Kind {
	col := countChars(l.src[l.lineStart:l.cur])
	return l.failRange(col, col, format, args...)
}

// failRange records an error in the current line between two columns that count characters from 1.
func (l *Lexer) failRange(col, end int, format string, args ...any) Kind {
	if l.status == lexError {
		return ErrorToken
	}
	msg := format
	if len(args) > 0 {
		msg = fmt.Sprintf(format, args...)
	}
	text := l.src[l.lineStart:]
	if i := strings.IndexAny(text, "\n\x00"); i >= 0 {
		text = text[:i]
	}
	l.err = &Error{Kind: "SyntaxError", Msg: msg, Filename: l.filename, Line: int(l.line), Col: col, EndLine: int(l.line),
		EndCol: end, Text: replaceInvalid(text), HasText: true}
	l.status = lexError
	return ErrorToken
}

// warning gives a warning about the current line.
func (l *Lexer) warning(category, msg string) {
	if l.warn == nil {
		return
	}
	col := int32(l.cur - l.lineStart)
	l.warn(Warning{Category: category, Message: msg, Line: int(l.line),
		Span: Pos{Line: l.line, Col: col, EndLine: l.line, EndCol: col}})
}

// Next gives the next token. After an [ErrorToken], [Lexer.Err] has the error.
func (l *Lexer) Next() Token {
	if n := len(l.fmodes); n > 0 && !l.fmodes[n-1].inField {
		return l.fstringToken()
	}
	return l.token()
}

// unplaced makes a token without columns.
func (l *Lexer) unplaced(k Kind) Token {
	return Token{Kind: k, Level: uint8(l.level), Start: int32(l.cur), End: int32(l.cur),
		Pos: Pos{Line: l.line, Col: -1, EndLine: l.line, EndCol: -1}}
}

// simple makes a token of the current line that begins at start and ends at the current place.
func (l *Lexer) simple(k Kind, start int) Token {
	return Token{Kind: k, Level: uint8(l.level), Start: int32(start), End: int32(l.cur),
		Pos: Pos{Line: l.line, Col: int32(start - l.lineStart), EndLine: l.line, EndCol: int32(l.cur - l.lineStart)}}
}

// literal makes a string token, which may have begun on an earlier line.
func (l *Lexer) literal(k Kind, start, end int) Token {
	return Token{Kind: k, Level: uint8(l.level), Start: int32(start), End: int32(end),
		Pos: Pos{Line: l.firstLine, Col: int32(start - l.multiLineStart), EndLine: l.line, EndCol: int32(l.cur - l.lineStart)}}
}

// Classes of characters.
const (
	identStart = 1 << iota
	identPart
	digitChar
	hexChar
)

// charClass gives the classes of each byte, as sums of the constants above. It is written out so that nothing runs at
// start-up; a test checks it.
var charClass = [256]uint8{
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 0, 0, 0, 0, 0, 0,
	0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
	0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
	3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
}

func isDigit(c int) bool { return c >= '0' && c <= '9' }

// indentation reads the white space at the beginning of a line and changes pending. It reports whether the line is
// blank and, if the line is wrong, its error token.
func (l *Lexer) indentation() (blank bool, errTok Kind) {
	var col, alt, contCol int32
	var c int
	for {
		c = l.nextChar()
		if c == ' ' {
			col++
			alt++
		} else if c == '\t' {
			col = (col/tabSize + 1) * tabSize
			alt++
		} else if c == '\f' {
			col, alt = 0, 0
		} else if c == '\\' {
			// The first backslash after white space fixes the indentation of what follows.
			if contCol == 0 {
				contCol = col
			}
			if !l.continuation() {
				return false, ErrorToken
			}
		} else {
			break
		}
	}
	l.back(c)
	blank = c == '#' || c == '\n' || c == '\r'
	if blank || l.level > 0 {
		return blank, 0
	}
	if contCol != 0 {
		col, alt = contCol, contCol
	}
	switch top := l.indents[l.indent]; {
	case col == top:
		if alt != l.altIndents[l.indent] {
			return blank, l.badIndent(lexTabs)
		}
	case col > top:
		if l.indent+1 >= maxIndents {
			return blank, l.badIndent(lexTooDeep)
		}
		if alt <= l.altIndents[l.indent] {
			return blank, l.badIndent(lexTabs)
		}
		l.pending++
		l.indent++
		l.indents[l.indent] = col
		l.altIndents[l.indent] = alt
	default:
		for l.indent > 0 && col < l.indents[l.indent] {
			l.pending--
			l.indent--
		}
		if col != l.indents[l.indent] {
			return blank, l.badIndent(lexDedent)
		}
		if alt != l.altIndents[l.indent] {
			return blank, l.badIndent(lexTabs)
		}
	}
	return blank, 0
}

func (l *Lexer) badIndent(s lexStatus) Kind {
	l.status = s
	l.cur = l.inp
	return ErrorToken
}

// continuation reads what follows a backslash: the end of the line and something after it.
func (l *Lexer) continuation() bool {
	c := l.nextChar()
	if c == '\r' {
		c = l.nextChar()
	}
	if c != '\n' {
		l.status = lexContinuing
		return false
	}
	c = l.nextChar()
	if c < 0 {
		l.status = lexEOF
		l.cur = l.inp
		return false
	}
	l.back(c)
	return true
}

// token reads a token outside the text of f-strings.
func (l *Lexer) token() Token {
	blank := false
nextline:
	l.start = -1
	blank = false
	if l.atLineStart {
		l.atLineStart = false
		var bad Kind
		if blank, bad = l.indentation(); bad != 0 {
			return l.unplaced(bad)
		}
	}
	l.start = l.cur
	if l.pending != 0 {
		t := l.unplaced(Indent)
		if l.pending < 0 {
			l.pending++
			t.Kind = Dedent
			if l.extraTokens {
				t.Col, t.EndCol = int32(l.cur-l.lineStart), int32(l.cur-l.lineStart)
			}
		} else {
			l.pending--
			if l.extraTokens {
				t.Start = int32(l.lineStart)
				t.Col, t.EndCol = 0, int32(l.cur-l.lineStart)
			}
		}
		return t
	}
	l.back(l.nextChar())

again:
	l.start = -1
	c := l.nextChar()
	for c == ' ' || c == '\t' || c == '\f' {
		c = l.nextChar()
	}
	start := l.cur - 1
	if c < 0 {
		start = l.cur
	}
	l.start = start

	if c == '#' {
		for c >= 0 && c != '\n' && c != '\r' {
			c = l.nextChar()
		}
		if l.typeComments {
			if t, ok := l.typeComment(start, c, blank); ok {
				return t
			}
		}
		if l.extraTokens {
			l.back(c)
			l.commentNewline = blank
			return l.simple(Comment, start)
		}
	}
	if c < 0 {
		if l.level == 0 && l.status == lexEOF {
			return l.unplaced(EndMarker)
		}
		return l.unplaced(ErrorToken)
	}
	if charClass[c]&identStart != 0 {
		return l.name(c)
	}
	if c == '\r' {
		c = l.nextChar()
	}
	if c == '\n' {
		l.atLineStart = true
		if blank || l.level > 0 {
			if l.extraTokens {
				l.commentNewline = false
				return l.simple(NL, start)
			}
			goto nextline
		}
		if l.commentNewline && l.extraTokens {
			l.commentNewline = false
			return l.simple(NL, start)
		}
		t := l.simple(Newline, start)
		t.End-- // the newline is no part of the text
		return t
	}
	if c == '.' {
		c = l.nextChar()
		if isDigit(c) {
			return l.fraction(c)
		}
		if c == '.' {
			if c = l.nextChar(); c == '.' {
				return l.simple(EllipsisToken, start)
			}
			l.back(c)
			l.back('.')
		} else {
			l.back(c)
		}
		return l.simple(Dot, start)
	}
	if isDigit(c) {
		return l.number(c)
	}
	if c == '\'' || c == '"' {
		return l.str(byte(c))
	}
	if c == '\\' {
		if !l.continuation() {
			return l.unplaced(ErrorToken)
		}
		goto again
	}
	return l.operator(byte(c))
}

// typeComment makes a TYPE_COMMENT or TYPE_IGNORE of the comment at start, if it is one. c is the character after it,
// already read.
func (l *Lexer) typeComment(start, c int, blank bool) (Token, bool) {
	end := l.cur
	if c >= 0 {
		end--
	}
	p := start + 1
	skip := func() {
		for p < end && (l.src[p] == ' ' || l.src[p] == '\t') {
			p++
		}
	}
	skip()
	if !strings.HasPrefix(l.src[p:end], "type:") {
		return Token{}, false
	}
	p += len("type:")
	skip()
	l.back(c)
	const word = "ignore"
	if rest := l.src[p:end]; strings.HasPrefix(rest, word) {
		after := p + len(word)
		if after == end || l.src[after] < 128 && !isAlnum(l.src[after]) {
			t := l.simple(TypeIgnoreToken, after)
			if blank {
				// The line end belongs to the tag, in CPython.
				l.nextChar()
				l.atLineStart = true
				t.End = int32(l.cur)
			}
			return t, true
		}
	}
	return l.simple(TypeCommentToken, p), true
}

func isAlnum(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

// name reads an identifier, or a string if it turns out to be one's prefix.
func (l *Lexer) name(c int) Token {
	var b, r, u, f bool
prefix:
	for {
		switch {
		case !(b || u || f) && (c == 'b' || c == 'B'):
			b = true
		case !(b || u || r || f) && (c == 'u' || c == 'U'):
			u = true
		case !(r || u) && (c == 'r' || c == 'R'):
			r = true
		case !(f || b || u) && (c == 'f' || c == 'F'):
			f = true
		default:
			break prefix
		}
		c = l.nextChar()
		if c == '"' || c == '\'' {
			if f {
				return l.fstringStart(byte(c))
			}
			return l.str(byte(c))
		}
	}
	if c >= 0 {
		l.cur--
	}
	var bits byte
	for l.cur < l.inp {
		ch := l.src[l.cur]
		if charClass[ch]&identPart == 0 {
			break
		}
		bits |= ch
		l.cur++
	}
	if bits >= utf8.RuneSelf && !l.extraTokens && !l.checkIdentifier() {
		return l.unplaced(ErrorToken)
	}
	return l.simple(NameToken, l.start)
}

// checkIdentifier reports the first character of the current name that cannot be part of one.
func (l *Lexer) checkIdentifier() bool {
	s := l.src[l.start:l.cur]
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if size == 1 && r == utf8.RuneError {
			l.status = lexDecode
			return false
		}
		if i == 0 && !isXIDStart(r) || i > 0 && !isXIDContinue(r) {
			l.cur = l.start + i + size
			if isPrintable(r) {
				l.fail("invalid character '%c' (U+%04X)", r, r)
			} else {
				l.fail("invalid non-printable character U+%04X", r)
			}
			return false
		}
		i += size
	}
	return true
}

// isXIDStart and isXIDContinue are the properties of Unicode's annex 31 that identifiers are made by, isPrintable is
// str.isprintable of one character.
func isXIDStart(r rune) bool    { return ucd.FlagsOf(r)&ucd.XIDStart != 0 }
func isXIDContinue(r rune) bool { return ucd.FlagsOf(r)&ucd.XIDContinue != 0 }
func isPrintable(r rune) bool   { return ucd.FlagsOf(r)&ucd.Printable != 0 }

// operator reads an operator or bracket, whose first character is c.
func (l *Lexer) operator(c byte) Token {
	start := l.start
	var m *fmode
	if n := len(l.fmodes); n > 0 {
		m = &l.fmodes[n-1]
	}
	inField := m != nil && m.fieldDepth >= 0
	if c == ':' && inField && m.depth-1 == m.fieldDepth {
		m.inField = false
		m.inSpec = true
		return l.simple(Colon, start)
	}
	if c2 := l.nextChar(); c2 >= 0 {
		if k := operator2(c, byte(c2)); k != OpToken {
			if c3 := l.nextChar(); c3 >= 0 {
				if k3 := operator3(c, byte(c2), byte(c3)); k3 != OpToken {
					k = k3
				} else {
					l.back(c3)
				}
			}
			return l.simple(k, start)
		}
		l.back(c2)
	}
	switch c {
	case '(', '[', '{':
		if l.level >= maxBrackets {
			l.fail("too many nested parentheses")
			return l.unplaced(ErrorToken)
		}
		l.brackets[l.level] = bracket{char: c, line: l.line, col: int32(start - l.lineStart)}
		l.level++
		if m != nil {
			m.depth++
		}
	case ')', ']', '}':
		if !l.closeBracket(c, m) {
			return l.unplaced(ErrorToken)
		}
	}
	if c < ' ' || c == 127 {
		l.fail("invalid non-printable character U+%04X", c)
		return l.unplaced(ErrorToken)
	}
	if c == '=' && inField {
		m.debug = true
	}
	return l.simple(operator1(c), start)
}

// closeBracket accounts for a closing bracket.
func (l *Lexer) closeBracket(c byte, m *fmode) bool {
	if m != nil && m.depth == 0 && c == '}' {
		l.fail("f-string: single '}' is not allowed")
		return false
	}
	if !l.extraTokens && l.level == 0 {
		l.fail("unmatched '%c'", c)
		return false
	}
	if l.level > 0 {
		l.level--
		open := l.brackets[l.level]
		if !l.extraTokens && !(open.char == '(' && c == ')' || open.char == '[' && c == ']' || open.char == '{' && c == '}') {
			switch {
			case m != nil && open.char == '{' && m.depth-1 == m.fieldDepth:
				l.fail("f-string: unmatched '%c'", c)
			case open.line != l.line:
				l.fail("closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.char, open.line)
			default:
				l.fail("closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.char)
			}
			return false
		}
	}
	if m != nil {
		m.depth--
		if m.depth < 0 {
			l.fail("f-string: unmatched '%c'", c)
			return false
		}
		if c == '}' && m.depth == m.fieldDepth {
			m.fieldDepth--
			m.inField = false
			m.inSpec = false
			m.debug = false
		}
	}
	return true
}
