package resident

import (
	"os"
	"strconv"
	"strings"
	"testing"
)

// residentFile is the resident memory that is backed by files, in KB.
func residentFile(t *testing.T) int {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(b)) {
		if f := strings.Fields(line); len(f) == 3 && f[0] == "RssFile:" {
			n, _ := strconv.Atoi(f[1])
			return n
		}
	}
	t.Skip("the kernel does not tell")
	return 0
}

func TestDropExecutable(t *testing.T) {
	before := residentFile(t)
	DropExecutable()
	after := residentFile(t)
	// The test goes on, so that some pages are back.
	if after >= before || after == 0 {
		t.Errorf("%d KB of files resident, %d before", after, before)
	}
}
