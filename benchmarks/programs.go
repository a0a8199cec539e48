package benchmarks

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed programs/*.py
var sources embed.FS

// harness is the file that all programs import.
const harness = "harness.py"

// Programs returns the names of all programs, in the order of the table: the eight fundamental ones,
// then the others by name.
func Programs() []string {
	first := []string{"int_loop", "float_loop", "calls", "objects", "strings", "dicts", "generators", "sorting"}
	entries, err := sources.ReadDir("programs")
	if err != nil {
		panic(err) // the folder is embedded; without it the package does not build
	}
	names := slices.Clone(first)
	for _, e := range entries {
		name := strings.TrimSuffix(e.Name(), ".py")
		if e.Name() != harness && !slices.Contains(first, name) {
			names = append(names, name)
		}
	}
	return names
}

// Describe returns the first line of a program's doc string.
func Describe(name string) (string, error) {
	text, err := sources.ReadFile("programs/" + name + ".py")
	if err != nil {
		return "", fmt.Errorf("there is no program %q", name)
	}
	line, _, _ := strings.Cut(string(text), "\n")
	return strings.Trim(line, `"`), nil
}

// unpack writes all programs into a folder, where any Python can run them.
func unpack(dir string) error {
	return fs.WalkDir(sources, "programs", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := sources.ReadFile(path)
		if err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(dir, d.Name()), text, 0o644)
	})
}
