package syntax

import "strings"

// TokenInfo is a token as Python's tokenize module gives it. Lines count from 1, columns count characters from 0.
type TokenInfo struct {
	// Type is the token's number in the token module. With extra tokens all operators are OP.
	Type Kind
	Text string
	// Line and Col, EndLine and EndCol are the token's beginning and end.
	Line, Col, EndLine, EndCol int
	// Source is the physical line that the token stands in, or several for a string that spans them.
	Source string
}

// Tokens gives the tokens of a program one by one, as the class _tokenize.TokenizerIter does.
type Tokens struct {
	lex *Lexer
	// implicit is true if the newline at the end of the source was added.
	implicit bool
	done     bool
	// lineNumber and lineText are the last physical line given. CPython gives the same text to all tokens that end on it.
	lineNumber int32
	lineStart  int
	lineText   string
}

// NewTokens makes an iterator over the tokens of text, whose newlines are kept as they are. With extraTokens it serves
// tokenize.generate_tokens, and gives comments and all line ends.
func NewTokens(text, filename string, extraTokens bool) *Tokens {
	t := &Tokens{}
	if text != "" && text[len(text)-1] != '\n' {
		text += "\n"
		t.implicit = true
	}
	// CPython's tokenizer ends at once here, unless it serves the tokenize module.
	t.done = text == "" && !extraTokens
	t.lex = NewLexer(text, filename, extraTokens)
	return t
}

// Next gives the next token. It gives false after the last one, and an error where the source is wrong.
func (t *Tokens) Next() (TokenInfo, bool, *Error) {
	if t.done {
		return TokenInfo{}, false, nil
	}
	l := t.lex
	tok := l.Next()
	if tok.Kind == ErrorToken {
		t.done = true
		return TokenInfo{}, false, t.error()
	}
	implicit := t.implicit && l.inp == len(l.src)
	info := TokenInfo{Type: tok.Kind, Line: int(tok.Line), EndLine: int(tok.EndLine), Col: -1, EndCol: -1}
	if tok.Col >= 0 {
		info.Text = l.src[tok.Start:tok.End]
	}
	trailing := tok.Kind == EndMarker || tok.Kind == Dedent && l.status == lexEOF
	lineStart := l.lineStart
	if isStringPart(tok.Kind) {
		lineStart = l.multiLineStart
	}
	if !l.extraTokens || !trailing {
		info.Source = t.line(lineStart, trailing, implicit)
	}
	if tok.Col >= 0 {
		info.Col = countChars(l.src[lineStart : lineStart+int(tok.Col)])
		if int(tok.End) >= l.lineStart {
			info.EndCol = countChars(l.src[l.lineStart:tok.End])
		}
	}
	if tok.Kind == EndMarker {
		t.done = true
	}
	if !l.extraTokens {
		return info, true, nil
	}
	switch k := tok.Kind; {
	case trailing:
		info.Line++
		info.EndLine = info.Line
		info.Col, info.EndCol = 0, 0
	case k.IsOperator():
		info.Type = OpToken
	case k == Newline:
		switch {
		case implicit:
			info.Text = ""
		case l.src[tok.Start] == '\r':
			info.Text = "\r\n"
		default:
			info.Text = "\n"
		}
		info.EndCol++
	case k == NL && implicit:
		info.Text = ""
	}
	return info, true, nil
}

// line gives the source of the current line, from start on.
func (t *Tokens) line(start int, trailing, implicit bool) string {
	l := t.lex
	if l.line == t.lineNumber && (start == t.lineStart || trailing) {
		return t.lineText
	}
	s := ""
	if !trailing {
		s = l.src[start:l.inp]
		if implicit {
			s = strings.TrimSuffix(s, "\n")
		}
	}
	t.lineNumber, t.lineStart, t.lineText = l.line, start, s
	return s
}

// isStringPart says whether a token may have begun on an earlier line.
func isStringPart(k Kind) bool {
	return k == String || k == FStringStart || k == FStringMiddle || k == FStringEnd
}

// error gives the lexer's error as the tokenize module has it.
func (t *Tokens) error() *Error {
	l := t.lex
	if l.err != nil {
		return l.err
	}
	kind, msg := "SyntaxError", "unknown tokenization error"
	switch l.status {
	case lexEOF:
		return &Error{Kind: kind, Msg: "unexpected EOF in multi-line statement", Filename: l.filename, Line: int(l.line),
			Col: l.unread, EndLine: int(l.line), NoEnd: true}
	case lexDedent:
		kind, msg = "IndentationError", "unindent does not match any outer indentation level"
	case lexTabs:
		kind, msg = "TabError", "inconsistent use of tabs and spaces in indentation"
	case lexTooDeep:
		kind, msg = "IndentationError", "too many levels of indentation"
	case lexContinuing:
		msg = "unexpected character after line continuation character"
	}
	text := l.src[l.buf:l.inp]
	return &Error{Kind: kind, Msg: msg, Filename: l.filename, Line: int(l.line), Col: countChars(text), NoEnd: true,
		Text: strings.TrimSuffix(text, "\n"), HasText: true}
}
