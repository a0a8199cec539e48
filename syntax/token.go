package syntax

// Kind is the type of a token. The kinds up to [EncodingToken] have the numbers of Python's token module; the keywords,
// which Python's tokenizer gives as names, follow them and occur only inside the parser.
type Kind uint8

// The token kinds, in the order of Python's token module.
const (
	EndMarker Kind = iota
	NameToken
	Number
	String
	Newline
	Indent
	Dedent
	LPar
	RPar
	LSqb
	RSqb
	Colon
	Comma
	Semi
	Plus
	Minus
	Star
	Slash
	VBar
	Amper
	Less
	Greater
	Equal
	Dot
	Percent
	LBrace
	RBrace
	EqEqual
	NotEqual
	LessEqual
	GreaterEqual
	Tilde
	Circumflex
	LeftShift
	RightShift
	DoubleStar
	PlusEqual
	MinEqual
	StarEqual
	SlashEqual
	PercentEqual
	AmperEqual
	VBarEqual
	CircumflexEqual
	LeftShiftEqual
	RightShiftEqual
	DoubleStarEqual
	DoubleSlash
	DoubleSlashEqual
	At
	AtEqual
	RArrow
	EllipsisToken
	ColonEqual
	Exclamation
	OpToken
	TypeIgnoreToken
	TypeCommentToken
	SoftKeyword
	FStringStart
	FStringMiddle
	FStringEnd
	Comment
	NL
	ErrorToken
	EncodingToken
)

// The keywords.
const (
	kwFalse Kind = iota + EncodingToken + 1
	kwNone
	kwTrue
	kwAnd
	kwAs
	kwAssert
	kwAsync
	kwAwait
	kwBreak
	kwClass
	kwContinue
	kwDef
	kwDel
	kwElif
	kwElse
	kwExcept
	kwFinally
	kwFor
	kwFrom
	kwGlobal
	kwIf
	kwImport
	kwIn
	kwIs
	kwLambda
	kwNonlocal
	kwNot
	kwOr
	kwPass
	kwRaise
	kwReturn
	kwTry
	kwWhile
	kwWith
	kwYield
	numKinds
)

// kindNames holds what stands in the source for kinds with fixed text, and the names of the others.
var kindNames = [numKinds]string{
	EndMarker: "ENDMARKER", NameToken: "NAME", Number: "NUMBER", String: "STRING", Newline: "NEWLINE", Indent: "INDENT",
	Dedent: "DEDENT", LPar: "(", RPar: ")", LSqb: "[", RSqb: "]", Colon: ":", Comma: ",", Semi: ";", Plus: "+", Minus: "-",
	Star: "*", Slash: "/", VBar: "|", Amper: "&", Less: "<", Greater: ">", Equal: "=", Dot: ".", Percent: "%", LBrace: "{",
	RBrace: "}", EqEqual: "==", NotEqual: "!=", LessEqual: "<=", GreaterEqual: ">=", Tilde: "~", Circumflex: "^",
	LeftShift: "<<", RightShift: ">>", DoubleStar: "**", PlusEqual: "+=", MinEqual: "-=", StarEqual: "*=", SlashEqual: "/=",
	PercentEqual: "%=", AmperEqual: "&=", VBarEqual: "|=", CircumflexEqual: "^=", LeftShiftEqual: "<<=",
	RightShiftEqual: ">>=", DoubleStarEqual: "**=", DoubleSlash: "//", DoubleSlashEqual: "//=", At: "@", AtEqual: "@=",
	RArrow: "->", EllipsisToken: "...", ColonEqual: ":=", Exclamation: "!", OpToken: "OP", TypeIgnoreToken: "TYPE_IGNORE",
	TypeCommentToken: "TYPE_COMMENT", SoftKeyword: "SOFT_KEYWORD", FStringStart: "FSTRING_START",
	FStringMiddle: "FSTRING_MIDDLE", FStringEnd: "FSTRING_END", Comment: "COMMENT", NL: "NL", ErrorToken: "ERRORTOKEN",
	EncodingToken: "ENCODING",
	kwFalse:       "False", kwNone: "None", kwTrue: "True", kwAnd: "and", kwAs: "as", kwAssert: "assert", kwAsync: "async",
	kwAwait: "await", kwBreak: "break", kwClass: "class", kwContinue: "continue", kwDef: "def", kwDel: "del",
	kwElif: "elif", kwElse: "else", kwExcept: "except", kwFinally: "finally", kwFor: "for", kwFrom: "from",
	kwGlobal: "global", kwIf: "if", kwImport: "import", kwIn: "in", kwIs: "is", kwLambda: "lambda",
	kwNonlocal: "nonlocal", kwNot: "not", kwOr: "or", kwPass: "pass", kwRaise: "raise", kwReturn: "return", kwTry: "try",
	kwWhile: "while", kwWith: "with", kwYield: "yield",
}

// String gives the token's fixed text, or its name in Python's token module.
func (k Kind) String() string {
	if k < numKinds {
		return kindNames[k]
	}
	return "?"
}

// IsOperator says whether the tokenize module calls the kind OP.
func (k Kind) IsOperator() bool { return k >= LPar && k <= Exclamation }

// maxKeyword is the length of the longest keyword.
const maxKeyword = 8

// keywordKind gives the keyword spelt s, or NameToken.
func keywordKind(s string) Kind {
	if len(s) < 2 || len(s) > maxKeyword {
		return NameToken
	}
	switch s {
	case "False":
		return kwFalse
	case "None":
		return kwNone
	case "True":
		return kwTrue
	case "and":
		return kwAnd
	case "as":
		return kwAs
	case "assert":
		return kwAssert
	case "async":
		return kwAsync
	case "await":
		return kwAwait
	case "break":
		return kwBreak
	case "class":
		return kwClass
	case "continue":
		return kwContinue
	case "def":
		return kwDef
	case "del":
		return kwDel
	case "elif":
		return kwElif
	case "else":
		return kwElse
	case "except":
		return kwExcept
	case "finally":
		return kwFinally
	case "for":
		return kwFor
	case "from":
		return kwFrom
	case "global":
		return kwGlobal
	case "if":
		return kwIf
	case "import":
		return kwImport
	case "in":
		return kwIn
	case "is":
		return kwIs
	case "lambda":
		return kwLambda
	case "nonlocal":
		return kwNonlocal
	case "not":
		return kwNot
	case "or":
		return kwOr
	case "pass":
		return kwPass
	case "raise":
		return kwRaise
	case "return":
		return kwReturn
	case "try":
		return kwTry
	case "while":
		return kwWhile
	case "with":
		return kwWith
	case "yield":
		return kwYield
	}
	return NameToken
}

// Token is one token. Its text is source[Start:End]. Lines count from 1; columns are bytes from the line's start. A
// token without place (INDENT, DEDENT and ENDMARKER, unless the lexer gives all tokens) has the columns -1.
type Token struct {
	Kind  Kind
	Level uint8 // brackets open after the token
	Start int32
	End   int32
	Pos
}

// operator1 to operator3 give the kind of an operator of one to three characters.
func operator1(c byte) Kind {
	switch c {
	case '(':
		return LPar
	case ')':
		return RPar
	case '[':
		return LSqb
	case ']':
		return RSqb
	case '{':
		return LBrace
	case '}':
		return RBrace
	case ':':
		return Colon
	case ',':
		return Comma
	case ';':
		return Semi
	case '+':
		return Plus
	case '-':
		return Minus
	case '*':
		return Star
	case '/':
		return Slash
	case '|':
		return VBar
	case '&':
		return Amper
	case '<':
		return Less
	case '>':
		return Greater
	case '=':
		return Equal
	case '.':
		return Dot
	case '%':
		return Percent
	case '~':
		return Tilde
	case '^':
		return Circumflex
	case '@':
		return At
	case '!':
		return Exclamation
	}
	return OpToken
}

func operator2(c, d byte) Kind {
	if d == '=' {
		switch c {
		case '=':
			return EqEqual
		case '!':
			return NotEqual
		case '<':
			return LessEqual
		case '>':
			return GreaterEqual
		case '+':
			return PlusEqual
		case '-':
			return MinEqual
		case '*':
			return StarEqual
		case '/':
			return SlashEqual
		case '%':
			return PercentEqual
		case '&':
			return AmperEqual
		case '|':
			return VBarEqual
		case '^':
			return CircumflexEqual
		case '@':
			return AtEqual
		case ':':
			return ColonEqual
		}
		return OpToken
	}
	switch {
	case c == '*' && d == '*':
		return DoubleStar
	case c == '/' && d == '/':
		return DoubleSlash
	case c == '<' && d == '<':
		return LeftShift
	case c == '>' && d == '>':
		return RightShift
	case c == '<' && d == '>':
		return NotEqual
	case c == '-' && d == '>':
		return RArrow
	}
	return OpToken
}

func operator3(c, d, e byte) Kind {
	if e == '=' && c == d {
		switch c {
		case '*':
			return DoubleStarEqual
		case '/':
			return DoubleSlashEqual
		case '<':
			return LeftShiftEqual
		case '>':
			return RightShiftEqual
		}
	}
	return OpToken
}
