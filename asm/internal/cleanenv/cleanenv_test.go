package cleanenv

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestNamesAreComplete reads golang-asm's source for the variables that it asks for.
func TestNamesAreComplete(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/twitchyliquid64/golang-asm").Output()
	if err != nil {
		t.Skip("no module source: ", err)
	}
	found := 0
	asked := regexp.MustCompile(`(?:envOr|Getenv|LookupEnv)\("(\w+)"`)
	files, _ := filepath.Glob(filepath.Join(strings.TrimSpace(string(dir)), "objabi", "*.go"))
	for _, file := range files {
		source, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllSubmatch(source, -1) {
			found++
			if name := string(m[1]); !slices.Contains(Names[:], name) {
				t.Errorf("%s reads %s, which Names lacks", filepath.Base(file), name)
			}
		}
	}
	if found == 0 {
		t.Error("found no variable at all")
	}
}
