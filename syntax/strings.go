package syntax

import "strings"

// strings reads adjacent string literals and joins them.
func (p *parser) strings() Expr {
	start := p.pos
	var parts []Expr
	for {
		switch p.kind() {
		case String:
			parts = append(parts, p.stringLiteral())
		case FStringStart:
			e := p.fstring()
			if e == nil {
				if parts == nil {
					p.pos = start
					return nil
				}
				return p.joinStrings(parts, p.from(start))
			}
			parts = append(parts, e)
		default:
			if len(parts) == 1 {
				if c, ok := parts[0].(*Constant); ok {
					return c
				}
			}
			return p.joinStrings(parts, p.from(start))
		}
	}
}

// stringLiteral reads a literal of type str or bytes.
func (p *parser) stringLiteral() Expr {
	at := p.pos
	t := p.toks[at]
	s := p.src[t.Start:t.End]
	p.pos++
	i := 0
	var isBytes, raw bool
	for ; s[i] != '"' && s[i] != '\''; i++ {
		switch s[i] | 0x20 {
		case 'b':
			isBytes = true
		case 'r':
			raw = true
		}
	}
	quote := 1
	if len(s)-i >= 6 && s[i+1] == s[i] && s[i+2] == s[i] {
		quote = 3
	}
	body := s[i+quote : len(s)-quote]
	c := &Constant{Pos: t.Pos, U: s[0] == 'u'}
	c.Value.Kind = StrConst
	if isBytes {
		c.Value.Kind = BytesConst
		for j := 0; j < len(body); j++ {
			if body[j] >= 0x80 {
				p.raiseAt(t.Pos, "bytes can only contain ASCII literal characters")
			}
		}
	}
	if raw || strings.IndexByte(body, '\\') < 0 {
		if i := invalidUTF8(body); i >= 0 {
			p.raise("%s", unicodeErrorPrefix+utf8Message(body, i))
		}
		c.Value.Str = body
		return c
	}
	var invalid string
	var err *escapeError
	if isBytes {
		c.Value.Str, invalid, err = decodeBytes(body)
	} else {
		c.Value.Str, invalid, err = decodeString(body)
	}
	if err != nil {
		p.raise("%s", err.msg)
	}
	p.warnEscape(invalid, &t)
	return c
}

// warnEscape warns of an escape that is not one.
func (p *parser) warnEscape(invalid string, t *Token) {
	if invalid == "" {
		return
	}
	if (t.Kind == FStringMiddle || t.Kind == FStringEnd) && (invalid == "{" || invalid == "}") {
		return // the lexer has warned
	}
	msg := "invalid escape sequence '\\" + invalid + "'"
	if invalid[0] >= '4' && invalid[0] <= '7' {
		msg = "invalid octal escape sequence '\\" + invalid + "'"
	}
	p.warn(Warning{Category: "SyntaxWarning", Message: msg, Line: int(t.Line), Span: t.Pos})
}

// fstring reads an f-string.
func (p *parser) fstring() Expr {
	start := p.pos
	prefix := p.text(start)
	raw := strings.ContainsAny(prefix, "rR")
	p.pos++
	p.enter(exprCost)
	var parts []Expr
	for {
		if p.kind() == FStringMiddle {
			t := p.toks[p.pos]
			p.pos++
			s := p.src[t.Start:t.End]
			if i := invalidUTF8(s); i >= 0 {
				p.raiseCodec(utf8Message(s, i))
			}
			parts = append(parts, &Constant{Pos: t.Pos, Value: Const{Kind: StrConst, Str: s}})
			continue
		}
		if p.kind() != LBrace {
			break
		}
		e := p.field()
		if e == nil {
			break
		}
		if j, ok := e.(*JoinedStr); ok {
			// The text and the value of a field with `=`.
			parts = append(parts, j.Values...)
		} else {
			parts = append(parts, e)
		}
	}
	p.leave(exprCost)
	if p.kind() != FStringEnd {
		p.pos = start
		return nil
	}
	end := p.toks[p.pos]
	p.pos++
	kept := parts[:0]
	for _, e := range parts {
		if c, ok := e.(*Constant); ok {
			if !raw && strings.IndexByte(c.Value.Str, '\\') >= 0 {
				c.Value.Str = p.decodePart(c.Value.Str, &end)
			}
			if c.Value.Str == "" {
				continue
			}
		}
		kept = append(kept, e)
	}
	return &JoinedStr{p.from(start), kept}
}

// decodePart replaces the escapes in text of an f-string; t is the token that warnings point to.
func (p *parser) decodePart(s string, t *Token) string {
	text, invalid, err := decodeString(s)
	if err != nil {
		p.raise("%s", err.msg)
	}
	p.warnEscape(invalid, t)
	return text
}

// decodeSpec is decodePart for a format specification, where CPython lets the codec's own exception out.
func (p *parser) decodeSpec(s string, t *Token) string {
	text, invalid, err := decodeString(s)
	if err != nil {
		p.raiseCodec(strings.TrimPrefix(err.msg, unicodeErrorPrefix))
	}
	p.warnEscape(invalid, t)
	return text
}

// raiseCodec raises a codec's exception as it is.
func (p *parser) raiseCodec(msg string) {
	panic(bailout{&Error{Kind: "UnicodeDecodeError", Msg: msg, Filename: p.opts.Filename, NoLocation: true}})
}

// field reads a replacement field. One with `=` gives a JoinedStr of the field's text and its value.
func (p *parser) field() Expr {
	start := p.pos
	e := p.fieldBody()
	if e == nil {
		p.pos = start
		if p.checks {
			p.checkField()
		}
		p.pos = start
	}
	return e
}

func (p *parser) fieldBody() Expr {
	start := p.pos
	if !p.accept(LBrace) {
		return nil
	}
	value := p.yieldOrStar()
	if value == nil {
		return nil
	}
	debug := p.accept(Equal)
	textEnd := p.pos // the token before which the field's text ends
	conv, convAt := int32(-1), -1
	if p.kind() == Exclamation && p.kindAt(1) == NameToken {
		bang, name := p.toks[p.pos], p.toks[p.pos+1]
		if bang.Line != name.Line || bang.EndCol != name.Col {
			p.raiseRange(bang.Pos, name.Pos, "f-string: conversion type must come right after the exclamanation mark")
		}
		convAt = p.pos + 1
		p.pos += 2
	}
	var spec Expr
	specAt := -1
	if p.kind() == Colon {
		specAt = p.pos
		spec = p.formatSpec()
	}
	if !p.accept(RBrace) {
		return nil
	}
	pos := p.from(start)
	if convAt >= 0 {
		name := p.ident(convAt)
		if name != "s" && name != "r" && name != "a" {
			p.raiseAt(p.toks[convAt].Pos, "f-string: invalid conversion character %s: expected 's', 'r', or 'a'", quoteStr(name))
		}
		conv = int32(name[0])
	} else if debug && spec == nil {
		conv = 'r'
	}
	f := &FormattedValue{pos, value, conv, spec}
	if !debug {
		return f
	}
	end := Pos{EndLine: pos.EndLine, EndCol: pos.EndCol}
	switch {
	case convAt >= 0:
		t := p.toks[convAt]
		end.EndLine, end.EndCol = t.Line, t.Col
	case specAt >= 0:
		t := p.toks[specAt]
		end.EndLine, end.EndCol = t.Line, t.Col+1
	}
	text := withoutComments(p.src[p.toks[start].End:p.toks[textEnd].Start])
	c := &Constant{Pos: Pos{pos.Line, pos.Col + 1, end.EndLine, end.EndCol - 1}, Value: Const{Kind: StrConst, Str: text}}
	return &JoinedStr{Pos{pos.Line, pos.Col, end.EndLine, end.EndCol}, []Expr{c, f}}
}

// withoutComments removes what follows a hash in each line of a field's text.
func withoutComments(s string) string {
	if strings.IndexByte(s, '#') < 0 {
		return s
	}
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '#')
		if i < 0 {
			b.WriteString(s)
			return b.String()
		}
		b.WriteString(s[:i])
		j := strings.IndexByte(s[i:], '\n')
		if j < 0 {
			return b.String()
		}
		s = s[i+j:]
	}
}

// formatSpec reads a format specification from its colon.
func (p *parser) formatSpec() Expr {
	start := p.pos
	p.pos++
	var parts []Expr
	for {
		if p.kind() == FStringMiddle {
			t := p.toks[p.pos]
			p.pos++
			s := p.src[t.Start:t.End]
			if strings.IndexByte(s, '\\') >= 0 {
				s = p.decodeSpec(s, &t)
			}
			parts = append(parts, &Constant{Pos: t.Pos, Value: Const{Kind: StrConst, Str: s}})
			continue
		}
		if p.kind() != LBrace {
			break
		}
		e := p.field()
		if e == nil {
			break
		}
		parts = append(parts, e)
	}
	kept := parts[:0]
	for _, e := range parts {
		if c, ok := e.(*Constant); ok && c.Value.Str == "" {
			continue
		}
		kept = append(kept, e)
	}
	pos := p.from(start)
	if len(kept) == 1 {
		if _, ok := kept[0].(*Constant); !ok {
			return p.joinStrings(kept, pos)
		}
	}
	if len(kept) <= 1 {
		return &JoinedStr{pos, kept}
	}
	return p.joinStrings(kept, pos)
}

// joinStrings joins adjacent literals: neighbouring constants become one, and f-strings become one JoinedStr.
func (p *parser) joinStrings(parts []Expr, pos Pos) Expr {
	var hasBytes, hasStr, hasFString bool
	for _, e := range parts {
		if c, ok := e.(*Constant); !ok {
			hasFString = true
		} else if c.Value.Kind == BytesConst {
			hasBytes = true
		} else {
			hasStr = true
		}
	}
	if hasBytes && (hasStr || hasFString) {
		p.raise("cannot mix bytes and nonbytes literals")
	}
	if !hasFString {
		first := parts[0].(*Constant)
		if len(parts) == 1 && !hasBytes {
			return first
		}
		var b strings.Builder
		for _, e := range parts {
			b.WriteString(e.(*Constant).Value.Str)
		}
		if !hasBytes {
			pos.Line, pos.Col = first.Line, first.Col
			last := parts[len(parts)-1].(*Constant)
			pos.EndLine, pos.EndCol = last.EndLine, last.EndCol
		}
		return &Constant{Pos: pos, Value: Const{Kind: first.Value.Kind, Str: b.String()}, U: first.U}
	}
	var flat []Expr
	for _, e := range parts {
		if j, ok := e.(*JoinedStr); ok {
			flat = append(flat, j.Values...)
		} else {
			flat = append(flat, e)
		}
	}
	var out []Expr
	for i := 0; i < len(flat); i++ {
		c, ok := flat[i].(*Constant)
		if !ok {
			out = append(out, flat[i])
			continue
		}
		j := i + 1
		for j < len(flat) {
			if _, ok := flat[j].(*Constant); !ok {
				break
			}
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, e := range flat[i:j] {
				b.WriteString(e.(*Constant).Value.Str)
			}
			last := flat[j-1].(*Constant)
			c = &Constant{Pos: Pos{c.Line, c.Col, last.EndLine, last.EndCol},
				Value: Const{Kind: StrConst, Str: b.String()}, U: c.U}
			i = j - 1
		}
		if c.Value.Str != "" {
			out = append(out, c)
		}
	}
	return &JoinedStr{pos, out}
}
