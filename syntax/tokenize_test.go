package syntax

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"testing"
)

// TestTokens compares tokens with those of CPython 3.13.0's _tokenize.TokenizerIter, recorded in testdata/tokens.jsonl.
// The last of a list may be an error.
func TestTokens(t *testing.T) {
	f, err := os.Open("testdata/tokens.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	n := 0
	for ; sc.Scan(); n++ {
		var r struct {
			Src    string
			Extra  bool
			Tokens [][]any
		}
		if err := json.Unmarshal(sc.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		it := NewTokens(r.Src, "<string>", r.Extra)
		for i := 0; ; i++ {
			got, want := "end", "end"
			tok, ok, err := it.Next()
			if err != nil {
				got = fmt.Sprintf("%q", describe(err))
			} else if ok {
				got = fmt.Sprintf("%q", []any{float64(tok.Type), tok.Text, float64(tok.Line), float64(tok.Col),
					float64(tok.EndLine), float64(tok.EndCol), tok.Source})
			}
			if i < len(r.Tokens) {
				want = fmt.Sprintf("%q", r.Tokens[i])
				if err != nil {
					got, want = fmt.Sprint(describe(err)), fmt.Sprint(r.Tokens[i])
				}
			}
			if got != want {
				t.Errorf("%q (extra %v), token %d\n got  %s\n want %s", r.Src, r.Extra, i, got, want)
				break
			}
			if !ok {
				break
			}
		}
	}
	if n < 100 {
		t.Errorf("only %d sources recorded", n)
	}
}
