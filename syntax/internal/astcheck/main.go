// Command astcheck compares the trees that package syntax makes with those of an installed CPython, file by file.
//
//	go run ./syntax/internal/astcheck -python PATH [DIR…]
//
// It reads every .py file below the directories (by default the library of that Python, tests included), asks a
// long-lived Python process for each file's `ast.dump(…, include_attributes=True, indent=1)` or its syntax error, and
// prints what differs and how many files were compared. With -write it writes the hashes of the trees instead, as
// syntax/testdata/ast_hashes.tsv has them; with -cache it keeps Python's answers in a file and uses them again.
package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/adder-lang/adder/internal/cpython"
	"github.com/adder-lang/adder/syntax"
)

// fileName is what both sides call the source, since messages name it.
const fileName = "source.py"

// answer is what Python says of a file: the hash of the tree's dump, or the error.
type answer struct {
	Hash  string `json:"hash,omitempty"`
	Error []any  `json:"error,omitempty"` // type, message, lineno, offset, end_lineno, end_offset, text
}

func main() {
	python := flag.String("python", "python3.13", "the Python to compare with")
	cache := flag.String("cache", "", "file that keeps Python's answers")
	write := flag.String("write", "", "write hashes to this file instead of comparing")
	jobs := flag.Int("jobs", 2, "Python processes")
	verbose := flag.Bool("v", false, "show where trees differ")
	flag.Parse()
	if err := run(*python, *cache, *write, *jobs, *verbose, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "astcheck:", err)
		os.Exit(1)
	}
}

func run(python, cache, write string, jobs int, verbose bool, dirs []string) error {
	if len(dirs) == 0 {
		dir, err := cpython.Library(python)
		if err != nil {
			return err
		}
		dirs = []string{dir}
	}
	files, err := cpython.Files(dirs)
	if err != nil {
		return err
	}
	known := map[string]answer{}
	if cache != "" {
		if b, err := os.ReadFile(cache); err == nil {
			if err := json.Unmarshal(b, &known); err != nil {
				return err
			}
		}
	}
	if err := ask(python, files, known, jobs); err != nil {
		return err
	}
	if cache != "" {
		b, err := json.Marshal(known)
		if err != nil {
			return err
		}
		if err := os.WriteFile(cache, b, 0o644); err != nil {
			return err
		}
	}
	if write != "" {
		return writeHashes(write, dirs[0], files, known)
	}
	helper, err := cpython.Start(python, fileName)
	if err != nil {
		return err
	}
	defer helper.Stop()
	var shower *cpython.Child
	if verbose {
		shower = helper
	}
	differ := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			return err
		}
		if d := compare(f, src, known[f], helper, shower); d != "" {
			differ++
			fmt.Printf("%s: %s\n", f, d)
		}
	}
	fmt.Printf("%d files compared, %d differ\n", len(files), differ)
	if differ > 0 {
		return errors.New("trees differ")
	}
	return nil
}

// decoder decodes text with the codecs of a Python.
func decoder(c *cpython.Child) func(encoding string, data []byte) (string, error) {
	return func(encoding string, data []byte) (string, error) {
		text, err := c.Decode(encoding, data)
		if errors.Is(err, cpython.ErrUnknownEncoding) {
			err = syntax.UnknownEncoding{Name: encoding}
		}
		return text, err
	}
}

// ask gets the answers that are not known yet.
func ask(python string, files []string, known map[string]answer, jobs int) error {
	work := make(chan string)
	errs := make(chan error, jobs)
	var mu sync.Mutex
	var wg sync.WaitGroup
	for range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := cpython.Start(python, fileName)
			if err != nil {
				errs <- err
				for range work {
				}
				return
			}
			defer c.Stop()
			for f := range work {
				line, err := c.Ask("hash", f)
				var a answer
				if err == nil {
					err = json.Unmarshal([]byte(line), &a)
				}
				if err != nil {
					errs <- fmt.Errorf("%s: %w", f, err)
					for range work {
					}
					return
				}
				mu.Lock()
				known[f] = a
				mu.Unlock()
			}
		}()
	}
	for _, f := range files {
		mu.Lock()
		_, ok := known[f]
		mu.Unlock()
		if !ok {
			work <- f
		}
	}
	close(work)
	wg.Wait()
	select {
	case err := <-errs:
		return err
	default:
		return nil
	}
}

// compare says how our reading of a file differs from Python's, or nothing.
func compare(file string, src []byte, want answer, helper, shower *cpython.Child) string {
	res, err := syntax.Parse(src, syntax.Options{Filename: fileName, Decode: decoder(helper)})
	if err != nil {
		e := err.(*syntax.Error)
		if want.Error == nil {
			return fmt.Sprintf("rejected: %s %q at %d:%d", e.Kind, e.Msg, e.Line, e.Col)
		}
		got := []any{e.Kind, e.Msg, e.Line, e.Col, e.EndLine, e.EndCol, e.Text}
		if e.NoLocation {
			got = []any{e.Kind, e.Msg, nil, nil, nil, nil, nil}
		} else if e.NoEnd {
			got[4], got[5] = nil, nil
		}
		if !e.HasText {
			got[6] = nil
		}
		if a, b := fmt.Sprint(got), fmt.Sprint(want.Error); a != b {
			return fmt.Sprintf("error\n got  %s\n want %s", a, b)
		}
		return ""
	}
	if want.Error != nil {
		return fmt.Sprintf("accepted, but Python says %v", want.Error)
	}
	h := sha256.New()
	if err := syntax.WriteDump(h, res.Mod); err != nil {
		return err.Error()
	}
	if hex.EncodeToString(h.Sum(nil)) == want.Hash {
		return ""
	}
	if shower == nil {
		return "trees differ"
	}
	line, err := shower.Ask("dump", file)
	if err != nil {
		return err.Error()
	}
	var dump string
	if err := json.Unmarshal([]byte(line), &dump); err != nil {
		return err.Error()
	}
	return "trees differ " + firstDifference(syntax.Dump(res.Mod), dump)
}

// shownLines is how many lines of a tree are shown before a difference.
const shownLines = 8

// firstDifference shows the first lines that differ, and some before them.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	i := 0
	for i < len(g) && i < len(w) && g[i] == w[i] {
		i++
	}
	var b strings.Builder
	fmt.Fprintf(&b, "at line %d of the dump\n", i+1)
	for _, l := range g[max(0, i-shownLines):i] {
		fmt.Fprintln(&b, "      ", l)
	}
	for _, l := range g[i:min(i+3, len(g))] {
		fmt.Fprintln(&b, "  got ", l)
	}
	for _, l := range w[i:min(i+3, len(w))] {
		fmt.Fprintln(&b, "  want", l)
	}
	return b.String()
}

// writeHashes writes the name of each file, relative to dir, and the hash of its tree.
func writeHashes(path, dir string, files []string, known map[string]answer) error {
	var b strings.Builder
	for _, f := range files {
		rel, err := filepath.Rel(dir, f)
		if err != nil {
			return err
		}
		a := known[f]
		if a.Error != nil {
			return fmt.Errorf("%s: %v", f, a.Error)
		}
		fmt.Fprintf(&b, "%s\t%s\n", filepath.ToSlash(rel), a.Hash)
	}
	return os.WriteFile(path, []byte(b.String()), 0o644)
}
