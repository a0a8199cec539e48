package objects

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"testing"

	"github.com/adder-lang/adder/internal/ucd"
)

// The sums were computed with CPython 3.13 (Unicode 15.1):
//
//	h = hashlib.sha256()
//	for i in range(0x110000):
//	    h.update((getattr(chr(i), name)() + "\0").encode("utf-8", "surrogatepass"))
//
// and for the tests with "01"[result].
func TestEveryCharacter(t *testing.T) {
	sum := func(f func(h hash.Hash, r rune)) string {
		h := sha256.New()
		for r := range rune(0x110000) {
			f(h, r)
		}
		return hex.EncodeToString(h.Sum(nil)[:8])
	}
	one := func(r rune) *Str {
		if r < 256 {
			return CharStr(r)
		}
		return StrFromRunes([]rune{r})
	}
	var b []byte
	for name, c := range map[string]struct {
		f    func(*Str) *Str
		want string
	}{
		"lower":      {(*Str).Lower, "8c75975c17d7a031"},
		"upper":      {(*Str).Upper, "ab13cb4c0409cacc"},
		"title":      {(*Str).Title, "ce98d5f5ad5d0191"},
		"casefold":   {(*Str).Casefold, "a57358a1d5c8baa6"},
		"capitalize": {(*Str).Capitalize, "ce98d5f5ad5d0191"},
		"swapcase":   {(*Str).Swapcase, "515aba45eb78f732"},
	} {
		got := sum(func(h hash.Hash, r rune) {
			b = b[:0]
			p := c.f(one(r))
			for i := range p.n {
				b = appendWTF8(b, p.At(i))
			}
			h.Write(append(b, 0))
		})
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
	for name, c := range map[string]struct {
		mask ucd.Flags
		want string
	}{
		"isalnum":      {alnum, "8af712b76c6fe9a0"},
		"isalpha":      {ucd.Alpha, "a0e750d64f104cf8"},
		"isdecimal":    {ucd.Decimal, "6ec1b4e5fdacf7da"},
		"isdigit":      {ucd.Digit, "8f3d72fb3a2f52cb"},
		"isnumeric":    {ucd.Numeric, "0a5fe97e3aeb481c"},
		"isspace":      {ucd.Space, "6c4eda9112d4db3c"},
		"isprintable":  {ucd.Printable, "239314a62974fdba"},
		"isidentifier": {ucd.XIDStart, "ad5ff3ec702facc2"},
		"islower":      {ucd.Lower, "f3603abf8d8e9645"},
		"isupper":      {ucd.Upper, "494a3792b2eb7d33"},
	} {
		got := sum(func(h hash.Hash, r rune) {
			digit := []byte{'0'}
			if ucd.FlagsOf(r)&c.mask != 0 {
				digit[0] = '1'
			}
			h.Write(digit)
		})
		if got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
