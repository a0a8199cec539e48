package dd

import (
	"bufio"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
)

// testdata/trig.txt holds results of a C library, written by testdata/trig.py: they differ from correctly rounded ones by
// an ulp in few places.
func TestFunctionsAgainstLibrary(t *testing.T) {
	f, err := os.Open("testdata/trig.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	total, differ := map[string]int{}, map[string]int{}
	for s := bufio.NewScanner(f); s.Scan(); {
		fields := strings.Fields(s.Text())
		var v [3]float64
		for i := range v {
			if v[i], err = strconv.ParseFloat(fields[i+1], 64); err != nil {
				t.Fatal(err)
			}
		}
		one := map[string]func(float64) float64{"sin": Sin, "cos": Cos, "tan": Tan, "atan": Atan, "exp": Exp, "log": Log}
		name := fields[0]
		var got float64
		switch name {
		case "atan2":
			got = Atan2(v[0], v[1])
		case "hypot":
			got = Hypot(v[0], v[1])
		default:
			got = one[name](v[0])
		}
		total[name]++
		if got == v[2] {
			continue
		}
		differ[name]++
		if math.Abs(got-v[2]) > math.Abs(v[2])*0x1p-51 {
			t.Errorf("%s(%x, %x) = %x, want %x", name, v[0], v[1], got, v[2])
		}
	}
	for name, n := range total {
		t.Logf("%s: %d of %d differ", name, differ[name], n)
		limit := n / 200
		if name == "tan" {
			// The library's tan is good to 0.6 ulp only.
			limit = n / 10
		}
		if n < 1000 || differ[name] > limit {
			t.Errorf("%s: %d of %d results differ", name, differ[name], n)
		}
	}
	if len(total) != 8 {
		t.Errorf("%d functions", len(total))
	}
}
