package layering

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/adder-lang/adder"

// below lists what each top-level folder is built on. A folder may import what stands here, what that is built on in
// turn, and its own sub-folders; tests within a package are free.
var below = map[string][]string{
	"asm":        {},
	"benchmarks": {},
	"bytecode":   {},
	"cmd":        {"interp", "jit", "stdlib", "benchmarks"},
	"compile":    {"syntax", "bytecode", "objects"},
	"internal":   {},
	"interp":     {"compile", "objects"},
	"ir":         {"objects"},
	"jit":        {"interp", "ir", "asm"},
	"objects":    {"bytecode", "internal"},
	"stdlib":     {"objects", "interp", "compile"},
	"syntax":     {"internal"},
	"tests":      {},
}

// reach returns all folders that a folder may import.
func reach(folder string) map[string]bool {
	all := map[string]bool{}
	var walk func(string)
	walk = func(f string) {
		if !all[f] {
			all[f] = true
			for _, next := range below[f] {
				walk(next)
			}
		}
	}
	walk(folder)
	return all
}

// goPackage is what the tests need of a package's files, all build tags together.
type goPackage struct {
	folder     string // relative to the root, with slashes
	documented bool
	imports    map[string]string // import path to the file that has it
}

// packages parses every Go file of the repository that is not a test.
func packages(t *testing.T) []*goPackage {
	t.Helper()
	root, err := filepath.Abs("../..")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]*goPackage{}
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			name := d.Name()
			if path != root && (name == "testdata" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(path, ".go") {
			return nil
		}
		text, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, text, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(filepath.Dir(relative))
		p := found[folder]
		if p == nil {
			p = &goPackage{folder: folder, imports: map[string]string{}}
			found[folder] = p
		}
		p.documented = p.documented || isPackageComment(file)
		if strings.HasSuffix(path, "_test.go") {
			return nil
		}
		for _, spec := range file.Imports {
			name, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			p.imports[name] = relative
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	var list []*goPackage
	for _, p := range found {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b *goPackage) int { return strings.Compare(a.folder, b.folder) })
	return list
}

func isPackageComment(file *ast.File) bool {
	if file.Doc == nil {
		return false
	}
	text := file.Doc.Text()
	return strings.HasPrefix(text, "Package ") || strings.HasPrefix(text, "Command ")
}

func TestArrowsGoOneWay(t *testing.T) {
	for _, p := range packages(t) {
		top, _, _ := strings.Cut(p.folder, "/")
		if _, known := below[top]; !known {
			t.Errorf("%s: the folder %q is not in the table", p.folder, top)
			continue
		}
		allowed := reach(top)
		for name, file := range p.imports {
			rest, ours := strings.CutPrefix(name, module+"/")
			if !ours {
				continue
			}
			if target, _, _ := strings.Cut(rest, "/"); !allowed[target] {
				t.Errorf("%s imports %s, against the table", file, rest)
			}
		}
	}
}

func TestTableHasNoCycle(t *testing.T) {
	for folder, direct := range below {
		for _, next := range direct {
			if _, known := below[next]; !known {
				t.Errorf("%s is built on %s, which is not in the table", folder, next)
			}
			if reach(next)[folder] {
				t.Errorf("%s and %s are built on each other", folder, next)
			}
		}
	}
}

func TestEveryPackageHasAComment(t *testing.T) {
	list := packages(t)
	if len(list) < 4 {
		t.Fatalf("only %d packages found", len(list))
	}
	for _, p := range list {
		if !p.documented {
			t.Errorf("%s has no package comment", p.folder)
		}
	}
}
