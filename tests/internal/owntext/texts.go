package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"regexp"
	"strconv"
	"strings"
)

// readers are the functions that report the texts of a file, each with the line it begins in, by the ending of its name.
var readers = map[string]func(source []byte, report func(line int, text string)) error{
	".go": goTexts,
	".py": pythonTexts,
	".md": markdownTexts,
}

// goTexts reports the constant strings and the comments of a Go file.
func goTexts(source []byte, report func(line int, text string)) error {
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "", source, parser.ParseComments)
	if err != nil {
		return err
	}
	line := func(at token.Pos) int { return set.Position(at).Line }
	ast.Inspect(file, func(n ast.Node) bool {
		expr, ok := n.(ast.Expr)
		if !ok {
			return true
		}
		text, ok := constant(expr)
		if ok {
			report(line(expr.Pos()), text)
		}
		return !ok
	})
	for _, group := range file.Comments {
		report(line(group.Pos()), group.Text())
	}
	return nil
}

// constant returns the value of a string literal, or of several joined by +.
func constant(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, err := strconv.Unquote(e.Value)
			return text, err == nil
		}
	case *ast.BinaryExpr:
		left, ok := constant(e.X)
		right, ok2 := constant(e.Y)
		return left + right, ok && ok2 && e.Op == token.ADD
	}
	return "", false
}

// pythonToken is a string literal or a block of comments of a Python file; a string ends with its line unless it has three
// quotes.
var pythonToken = regexp.MustCompile(`(?s)""".*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|(?-s:#.*(?:\n[ \t]*#.*)*)`)

// pythonTexts reports the string literals and the comments of a Python file.
func pythonTexts(source []byte, report func(line int, text string)) error {
	for _, at := range pythonToken.FindAllIndex(source, -1) {
		text := string(source[at[0]:at[1]])
		if text[0] != '#' {
			text = strings.ReplaceAll(text, `\n`, "\n")
		}
		report(1+strings.Count(string(source[:at[0]]), "\n"), text)
	}
	return nil
}

// markdownTexts reports the paragraphs and the cells of the tables of a Markdown file.
func markdownTexts(source []byte, report func(line int, text string)) error {
	line := 1
	for paragraph := range strings.SplitSeq(string(source), "\n\n") {
		for row := range strings.SplitSeq(paragraph, "\n|") {
			for cell := range strings.SplitSeq(row, "|") {
				report(line, cell)
			}
			line += 1 + strings.Count(row, "\n")
		}
		line++
	}
	return nil
}
