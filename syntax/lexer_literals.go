package syntax

// decimalTail reads digits and underscores after a first digit and gives the character after them, or false after an
// error.
func (l *Lexer) decimalTail() (int, bool) {
	for {
		c := l.nextChar()
		for isDigit(c) {
			c = l.nextChar()
		}
		if c != '_' {
			return c, true
		}
		if c = l.nextChar(); !isDigit(c) {
			l.back(c)
			l.fail("invalid decimal literal")
			return 0, false
		}
	}
}

// number reads a number whose first digit is c.
func (l *Lexer) number(c int) Token {
	if c != '0' {
		c, ok := l.decimalTail()
		if !ok {
			return l.unplaced(ErrorToken)
		}
		if c == '.' {
			return l.fraction(l.nextChar())
		}
		return l.exponent(c)
	}
	c = l.nextChar()
	switch c {
	case 'x', 'X':
		return l.radix("hexadecimal", 16)
	case 'o', 'O':
		return l.radix("octal", 8)
	case 'b', 'B':
		return l.radix("binary", 2)
	}
	for {
		if c == '_' {
			if c = l.nextChar(); !isDigit(c) {
				l.back(c)
				l.fail("invalid decimal literal")
				return l.unplaced(ErrorToken)
			}
		}
		if c != '0' {
			break
		}
		c = l.nextChar()
	}
	zerosEnd := l.cur
	nonzero := false
	if isDigit(c) {
		nonzero = true
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.unplaced(ErrorToken)
		}
	}
	switch {
	case c == '.':
		return l.fraction(l.nextChar())
	case c == 'e' || c == 'E' || c == 'j' || c == 'J':
		return l.exponent(c)
	case nonzero && !l.extraTokens:
		l.back(c)
		l.failRange(l.start+1-l.lineStart, zerosEnd-l.lineStart,
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return l.unplaced(ErrorToken)
	}
	return l.endNumber(c, "decimal")
}

// radix reads the digits after 0x, 0o or 0b.
func (l *Lexer) radix(kind string, base int) Token {
	valid := func(c int) bool {
		if base == 16 {
			return c >= 0 && charClass[c]&hexChar != 0
		}
		return c >= '0' && c < '0'+base
	}
	c := l.nextChar()
	for {
		if c == '_' {
			c = l.nextChar()
		}
		if !valid(c) {
			if isDigit(c) {
				l.fail("invalid digit '%c' in %s literal", c, kind)
			} else {
				l.back(c)
				l.fail("invalid %s literal", kind)
			}
			return l.unplaced(ErrorToken)
		}
		for valid(c) {
			c = l.nextChar()
		}
		if c != '_' {
			break
		}
	}
	if isDigit(c) {
		l.fail("invalid digit '%c' in %s literal", c, kind)
		return l.unplaced(ErrorToken)
	}
	return l.endNumber(c, kind)
}

// fraction reads what follows a number's point; c is the first character.
func (l *Lexer) fraction(c int) Token {
	if isDigit(c) {
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.unplaced(ErrorToken)
		}
	}
	return l.exponent(c)
}

// exponent reads an exponent and an imaginary suffix, of which c is the first character, if they are there.
func (l *Lexer) exponent(c int) Token {
	if c == 'e' || c == 'E' {
		e := c
		c = l.nextChar()
		if c == '+' || c == '-' {
			if c = l.nextChar(); !isDigit(c) {
				l.back(c)
				l.fail("invalid decimal literal")
				return l.unplaced(ErrorToken)
			}
		} else if !isDigit(c) {
			l.back(c)
			if !l.checkNumberEnd(e, "decimal") {
				return l.unplaced(ErrorToken)
			}
			l.back(e)
			return l.simple(Number, l.start)
		}
		var ok bool
		if c, ok = l.decimalTail(); !ok {
			return l.unplaced(ErrorToken)
		}
	}
	if c == 'j' || c == 'J' {
		return l.endNumber(l.nextChar(), "imaginary")
	}
	return l.endNumber(c, "decimal")
}

// endNumber makes the token of a number that is followed by c.
func (l *Lexer) endNumber(c int, kind string) Token {
	if !l.checkNumberEnd(c, kind) {
		return l.unplaced(ErrorToken)
	}
	l.back(c)
	return l.simple(Number, l.start)
}

// checkNumberEnd checks the character after a number, which has been read. A keyword that can follow a number is
// accepted with a warning; other names are an error.
func (l *Lexer) checkNumberEnd(c int, kind string) bool {
	if l.extraTokens || c < 0 || c >= 128 || charClass[c]&identPart == 0 {
		return true
	}
	keyword := false
	switch c {
	case 'a':
		keyword = l.follows("nd")
	case 'e':
		keyword = l.follows("lse")
	case 'f':
		keyword = l.follows("or")
	case 'i':
		if l.cur < l.inp {
			c2 := l.src[l.cur]
			keyword = c2 == 'f' || c2 == 'n' || c2 == 's'
		}
	case 'o':
		keyword = l.follows("r")
	case 'n':
		keyword = l.follows("ot")
	}
	l.back(c)
	if !keyword {
		l.fail("invalid %s literal", kind)
		return false
	}
	l.warning("SyntaxWarning", "invalid "+kind+" literal")
	l.cur++
	return true
}

// follows says whether rest stands at the current place and ends a word.
func (l *Lexer) follows(rest string) bool {
	end := l.cur + len(rest)
	return end <= l.inp && l.src[l.cur:end] == rest && (end == len(l.src) || charClass[l.src[end]]&identPart == 0)
}

// str reads a string whose first quote has been read.
func (l *Lexer) str(quote byte) Token {
	q := int(quote)
	l.firstLine = l.line
	l.multiLineStart = l.lineStart
	size, closing := 1, 0
	escapedQuote := false
	c := l.nextChar()
	if c == q {
		if c = l.nextChar(); c == q {
			size = 3
		} else {
			closing = 1
		}
	}
	if c != q {
		l.back(c)
	}
	for closing != size {
		// Most characters of a string need no look.
		for l.cur < l.inp {
			ch := l.src[l.cur]
			if ch == quote || ch == '\\' || ch == '\n' {
				break
			}
			closing = 0
			l.cur++
		}
		c = l.nextChar()
		if l.status == lexError {
			return l.unplaced(ErrorToken)
		}
		if c < 0 || size == 1 && c == '\n' {
			return l.unterminated(c, quote, size, escapedQuote)
		}
		if c == q {
			closing++
			continue
		}
		closing = 0
		if c == '\\' {
			c = l.nextChar()
			if c == q {
				escapedQuote = true
			}
			if c == '\r' {
				l.nextChar()
			}
		}
	}
	return l.literal(String, l.start, l.cur)
}

// unterminated reports a string without end, at its beginning.
func (l *Lexer) unterminated(c int, quote byte, size int, escapedQuote bool) Token {
	l.cur = l.start + 1
	l.lineStart = l.multiLineStart
	last := l.line
	l.line = l.firstLine
	if n := len(l.fmodes); n > 0 {
		m := &l.fmodes[n-1]
		if m.quote == quote && int(m.quoteSize) == size {
			l.status = lexOK
			l.fail("f-string: expecting '}'")
			return l.unplaced(ErrorToken)
		}
	}
	l.status = lexOK
	eof := lexEOLString
	switch {
	case size == 3:
		l.fail("unterminated triple-quoted string literal (detected at line %d)", last)
		eof = lexEOFString
	case escapedQuote:
		l.fail("unterminated string literal (detected at line %d); perhaps you escaped the end quote?", last)
	default:
		l.fail("unterminated string literal (detected at line %d)", last)
	}
	if c != '\n' {
		l.status = eof
	}
	return l.unplaced(ErrorToken)
}

// fstringStart reads the beginning of an f-string, up to and including its quotes; the first has been read.
func (l *Lexer) fstringStart(quote byte) Token {
	l.firstLine = l.line
	l.multiLineStart = l.lineStart
	size := uint8(1)
	if l.cur+1 < l.inp && l.src[l.cur] == quote && l.src[l.cur+1] == quote {
		size = 3
		l.cur += 2
	}
	if len(l.fmodes)+1 >= maxFStrings {
		l.fail("too many nested f-strings")
		return l.unplaced(ErrorToken)
	}
	raw := false
	for i := l.start; l.src[i] != quote; i++ {
		raw = raw || l.src[i]|0x20 == 'r'
	}
	l.fmodes = append(l.fmodes, fmode{quote: quote, quoteSize: size, raw: raw, fieldDepth: -1, start: l.start,
		startLine: l.line, lineStart: l.lineStart})
	return l.literal(FStringStart, l.start, l.cur)
}

// fstringToken reads a token of an f-string's text: its end, a piece of text, or the bracket that begins a field.
func (l *Lexer) fstringToken() Token {
	m := &l.fmodes[len(l.fmodes)-1]
	l.start = l.cur
	l.firstLine = l.line
	l.multiLineStart = l.lineStart

	c := l.nextChar()
	if c == '{' {
		peek := l.nextChar()
		l.back(peek)
		l.back(c)
		if peek != '{' {
			m.fieldDepth++
			if m.fieldDepth >= maxFStringFields {
				l.fail("f-string: expressions nested too deeply")
				return l.unplaced(ErrorToken)
			}
			m.inField = true
			return l.token()
		}
	} else {
		l.back(c)
	}
	// The line may have been read just now.
	if l.cur == l.lineStart && l.start == l.cur {
		l.firstLine, l.multiLineStart = l.line, l.lineStart
	}
	ended := true
	for i := uint8(0); i < m.quoteSize; i++ {
		if c = l.nextChar(); c != int(m.quote) {
			l.back(c)
			ended = false
			break
		}
	}
	if ended {
		l.fmodes = l.fmodes[:len(l.fmodes)-1]
		return l.literal(FStringEnd, l.start, l.cur)
	}
	return l.fstringMiddle(m)
}

// fstringMiddle reads text of an f-string up to a field, a doubled bracket or the closing quotes.
func (l *Lexer) fstringMiddle(m *fmode) Token {
	closing := uint8(0)
	if l.cur > l.start {
		// Quotes that did not end the string are text.
		l.cur = l.start
	}
	named := false // inside \N{…}
	for closing != m.quoteSize {
		c := l.nextChar()
		if l.status == lexError {
			return l.unplaced(ErrorToken)
		}
		inSpec := m.inSpec && m.fieldDepth >= 0
		if c < 0 || m.quoteSize == 1 && c == '\n' {
			if inSpec && c == '\n' {
				l.back(c)
				m.inField = true
				m.inSpec = false
				return l.literal(FStringMiddle, l.start, l.cur)
			}
			return l.unterminatedFString(c, m)
		}
		if c == int(m.quote) {
			closing++
			continue
		}
		closing = 0
		switch c {
		case '{':
			peek := l.nextChar()
			if peek != '{' || inSpec {
				l.back(peek)
				l.back(c)
				m.fieldDepth++
				if m.fieldDepth >= maxFStringFields {
					l.fail("f-string: expressions nested too deeply")
					return l.unplaced(ErrorToken)
				}
				m.inField = true
				m.inSpec = false
				return l.literal(FStringMiddle, l.start, l.cur)
			}
			return l.literal(FStringMiddle, l.start, l.cur-1)
		case '}':
			if named {
				return l.literal(FStringMiddle, l.start, l.cur)
			}
			peek := l.nextChar()
			if peek == '}' && !inSpec && m.depth == 0 {
				return l.literal(FStringMiddle, l.start, l.cur-1)
			}
			l.back(peek)
			l.back(c)
			m.inField = true
			m.inSpec = false
			return l.literal(FStringMiddle, l.start, l.cur)
		case '\\':
			peek := l.nextChar()
			if peek == '\r' {
				peek = l.nextChar()
			}
			if peek == '{' || peek == '}' {
				if !m.raw {
					l.warning("SyntaxWarning", "invalid escape sequence '\\"+string(rune(peek))+"'")
				}
				l.back(peek)
				continue
			}
			if !m.raw && peek == 'N' {
				if peek = l.nextChar(); peek == '{' {
					named = true
				} else {
					l.back(peek)
				}
			}
		}
	}
	l.cur -= int(m.quoteSize)
	return l.literal(FStringMiddle, l.start, l.cur)
}

// unterminatedFString reports an f-string without end, at its beginning.
func (l *Lexer) unterminatedFString(c int, m *fmode) Token {
	l.cur = m.start + 1
	l.lineStart = m.lineStart
	last := l.line
	l.line = m.startLine
	l.status = lexOK
	if m.quoteSize == 3 {
		l.fail("unterminated triple-quoted f-string literal (detected at line %d)", last)
		if c != '\n' {
			l.status = lexEOFString
		}
	} else {
		l.fail("unterminated f-string literal (detected at line %d)", last)
	}
	return l.unplaced(ErrorToken)
}
