package main

import (
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
	got := sentences("f(x, /)\n--\n\nA sentence that goes on over\ntwo lines, and is long. Short one. Another one that is long enough to be counted: yes!")
	want := []string{"a sentence that goes on over two lines and is long", "another one that is long enough to be counted"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}
