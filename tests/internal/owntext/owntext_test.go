package main

import (
	"fmt"
	"slices"
	"testing"
)

// The sources have no sentence of CPython's doc strings.
func TestOwnText(t *testing.T) {
	found, err := search("../../..", recordFile)
	if err != nil {
		t.Fatal(err)
	}
	for _, place := range found {
		t.Error(place)
	}
}

func TestSentences(t *testing.T) {
	got := sentences("f(x, /)\n--\n\ngetsockopt(level, option[, buffersize]) -> value\n\nA sentence that goes on over\ntwo lines, and is long. Short one. Another one that is long enough to be counted: yes!")
	want := []string{"a sentence that goes on over two lines and is long", "another one that is long enough to be counted"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestTexts(t *testing.T) {
	for _, test := range []struct {
		ending, source string
		want           []string
	}{
		{".go", "package p\n\n// One\n// two.\nvar x = \"a\" + `b`", []string{"5ab", "3One\ntwo.\n"}},
		{".py", "# One\n  # two\nx = 'it\\'s'  # three\ny = '''a\nb''', \"#\"", []string{"1# One\n  # two", "3'it\\'s'", "3# three", "4'''a\nb'''", "5\"#\""}},
		{".md", "One\ntwo\n\n| a | b |\n| c | d |", []string{"1One\ntwo", "4", "4 a ", "4 b ", "4", "5 c ", "5 d ", "5"}},
	} {
		var got []string
		err := readers[test.ending]([]byte(test.source), func(line int, text string) { got = append(got, fmt.Sprint(line, text)) })
		if err != nil || !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, %v", test.ending, got, err)
		}
	}
}
