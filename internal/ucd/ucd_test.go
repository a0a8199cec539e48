package ucd

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"os"
	"strings"
	"testing"
)

func points(s []rune) string {
	var b []byte
	for i, r := range s {
		if i > 0 {
			b = append(b, ' ')
		}
		b = fmt.Appendf(b, "%X", r)
	}
	return string(b)
}

// properties are the answers that testdata/hashes.py records, one for each code point.
func properties() map[string]func(r rune) string {
	bit := func(on bool) string {
		if on {
			return "1"
		}
		return "0"
	}
	flag := func(f Flags) func(rune) string {
		return func(r rune) string { return bit(FlagsOf(r)&f != 0) }
	}
	mapping := func(f func([]rune, rune) []rune) func(rune) string {
		return func(r rune) string { return points(f(nil, r)) }
	}
	p := map[string]func(r rune) string{
		"tolower": func(r rune) string { return points([]rune{SimpleLower(r)}) },
		"isalpha": flag(Alpha), "isdecimal": flag(Decimal), "isdigit": flag(Digit), "isnumeric": flag(Numeric),
		"islower": flag(Lower), "isupper": flag(Upper), "isprintable": flag(Printable), "isspace": flag(Space),
		"isalnum": flag(Alpha | Decimal | Digit | Numeric), "istitle": flag(Upper | Title),
		"isidentifier": flag(XIDStart), "isidentifierpart": flag(XIDContinue),
		"lower": mapping(AppendLower), "upper": mapping(AppendUpper), "title": mapping(AppendTitle), "casefold": mapping(AppendFold),
	}
	for prefix, d := range map[string]Database{"": Current, "old_": Old} {
		p[prefix+"category"] = d.Category
		p[prefix+"bidirectional"] = d.Bidirectional
		p[prefix+"east_asian_width"] = d.EastAsianWidth
		p[prefix+"decomposition"] = d.DecompositionText
		p[prefix+"combining"] = func(r rune) string { return fmt.Sprint(d.Combining(r)) }
		p[prefix+"mirrored"] = func(r rune) string { return bit(d.Mirrored(r)) }
		p[prefix+"decimal"] = func(r rune) string { return fmt.Sprint(d.Decimal(r)) }
		p[prefix+"digit"] = func(r rune) string { return fmt.Sprint(d.Digit(r)) }
		p[prefix+"numeric"] = func(r rune) string {
			if n, ok := d.Numeric(r); ok {
				return fmt.Sprintf("%016x", math.Float64bits(n))
			}
			return ""
		}
		p[prefix+"name"] = d.Name
		for name, f := range map[string]Form{"NFC": NFC, "NFD": NFD, "NFKC": NFKC, "NFKD": NFKD} {
			p[prefix+name] = func(r rune) string { return points(d.Normalize(f, []rune{r})) }
			p[prefix+name+"_context"] = func(r rune) string {
				return points(d.Normalize(f, []rune{'a', 0x327, r, 0x323, 0x301}))
			}
			p[prefix+"is_"+name] = func(r rune) string { return bit(d.IsNormalized(f, []rune{r})) }
		}
	}
	return p
}

// Every property of every code point is as recorded.
func TestAllCodePoints(t *testing.T) {
	file, err := os.Open("testdata/hashes.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	known := properties()
	for s := bufio.NewScanner(file); s.Scan(); {
		name, want, _ := strings.Cut(s.Text(), " ")
		f := known[name]
		h := sha256.New()
		switch {
		case name == "aliases":
			hashAliases(h.Write)
		case f == nil:
			t.Errorf("nothing answers %s", name)
			continue
		default:
			var line []byte
			for r := rune(0); r <= maxRune; r++ {
				line = append(append(line[:0], f(r)...), '\n')
				h.Write(line)
			}
		}
		delete(known, name)
		if got := hex.EncodeToString(h.Sum(nil)); got != want {
			t.Errorf("%s differs somewhere", name)
		}
	}
	for name := range known {
		t.Errorf("%s is not recorded", name)
	}
}

func hashAliases(write func([]byte) (int, error)) {
	for n := characterNames; n < characterNames+aliasNames+sequenceNames; n++ {
		name := string(appendName(nil, n, 0))
		s, ok := LookupSequence(name)
		if !ok {
			if r, ok := Current.Lookup(name); ok {
				s = []rune{r}
			}
		}
		_, _ = write([]byte(name + " " + points(s) + "\n"))
	}
}

// Every name leads back to its character.
func TestNamesLeadBack(t *testing.T) {
	named := 0
	for r := rune(0); r <= maxRune; r++ {
		name := Current.Name(r)
		if name == "" {
			continue
		}
		named++
		if got, ok := Current.Lookup(name); !ok || got != r {
			t.Fatalf("%s is %X, not %X", name, got, r)
		}
	}
	if named < 140000 {
		t.Errorf("only %d characters have names", named)
	}
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		name string
		want rune
	}{
		{"latin small letter a", 'a'}, {"HANGUL SYLLABLE GA", 0xAC00}, {"HANGUL SYLLABLE GAGG", 0xAC02}, {"HANGUL SYLLABLE A", 0xC544},
		{"CJK UNIFIED IDEOGRAPH-04E00", 0x4E00}, {"nushu character-1b170", 0x1B170}, {"LF", '\n'}, {"BELL", 0x1F514},
		{"hangul syllable ga", -1}, {"HANGUL SYLLABLE ", -1}, {"HANGUL SYLLABLE XX", -1}, {"cjk unified ideograph-4e00", -1},
		{"CJK UNIFIED IDEOGRAPH-110000", -1}, {"CJK UNIFIED IDEOGRAPH-4E0", -1}, {"", -1}, {"KEYCAP DIGIT ONE", -1},
		{"LATIN  SMALL LETTER A", -1}, {" LATIN SMALL LETTER A", -1}, {"VARIATION SELECTOR-1", 0xFE00}, {strings.Repeat("x", 300), -1},
	} {
		got, ok := Current.Lookup(c.name)
		if !ok {
			got = -1
		}
		if got != c.want {
			t.Errorf("Lookup(%q) = %X, want %X", c.name, got, c.want)
		}
	}
	if _, ok := Old.Lookup("LF"); ok {
		t.Error("Unicode 3.2.0 has no aliases")
	}
}

func TestLayoutFits(t *testing.T) {
	if len(tables) != tablesSize {
		t.Errorf("tables.bin has %d bytes, layout.go says %d", len(tables), tablesSize)
	}
}

func BenchmarkNormalize(b *testing.B) {
	s := []rune(strings.Repeat("Ångström café 각 ", 20))
	for b.Loop() {
		Current.Normalize(NFC, Current.Normalize(NFD, s))
	}
}

func BenchmarkLookup(b *testing.B) {
	for b.Loop() {
		Current.Lookup("GREEK SMALL LETTER ALPHA WITH TONOS")
	}
}

func BenchmarkName(b *testing.B) {
	for b.Loop() {
		Current.Name(0x3AC)
	}
}
