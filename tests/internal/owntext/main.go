// Command owntext finds sentences of CPython's doc strings in the repository, which holds only what its authors wrote.
//
//	go run ./tests/internal/owntext -python PATH     records the sentences of this CPython, as hashes
//	go run ./tests/internal/owntext                  lists the places that have one of them
//
// The test of this package fails where there is one. Only sentences of a certain length count: a short one ("Return the
// length of x.") has hardly another wording. The signature that begins a doc string is no sentence. What CPython printed
// for a test program (tests/programs/*.expect) is not searched.
package main

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

//go:embed docs.py
var docsProgram string

// recordFile holds the hashes in ascending order, 8 bytes each, from the root of the repository.
const recordFile = "tests/internal/owntext/testdata/sentences.bin"

// minLetters is how many letters, digits and spaces a sentence has at least to count as someone's own.
const minLetters = 34

func main() {
	python := flag.String("python", "", "record the sentences of this CPython")
	flag.Parse()
	if err := run(*python); err != nil {
		fmt.Fprintln(os.Stderr, "owntext:", err)
		os.Exit(1)
	}
}

func run(python string) error {
	if python != "" {
		return record(python)
	}
	found, err := search(".", recordFile)
	for _, place := range found {
		fmt.Println(place)
	}
	return err
}

func record(python string) error {
	out, err := exec.Command(python, "-c", docsProgram).Output()
	if err != nil {
		return err
	}
	var docs []string
	if err := json.Unmarshal(out, &docs); err != nil {
		return err
	}
	var hashes []uint64
	for _, doc := range docs {
		for _, s := range sentences(doc) {
			hashes = append(hashes, hash(s))
		}
	}
	slices.Sort(hashes)
	var data bytes.Buffer
	for _, h := range slices.Compact(hashes) {
		data.Write(binary.BigEndian.AppendUint64(nil, h))
	}
	return os.WriteFile(recordFile, data.Bytes(), 0o666)
}

// search returns the places below root, as "file:line: sentence", that have a recorded sentence: in a string or a comment
// of a Go or Python file, or anywhere in a Markdown file.
func search(root, recorded string) ([]string, error) {
	data, err := os.ReadFile(filepath.Join(root, recorded))
	if err != nil {
		return nil, err
	}
	known := map[uint64]bool{}
	for ; len(data) >= 8; data = data[8:] {
		known[binary.BigEndian.Uint64(data)] = true
	}
	var found []string
	err = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		texts := readers[filepath.Ext(path)]
		if texts == nil {
			return nil
		}
		source, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		return texts(source, func(line int, text string) {
			for _, s := range sentences(text) {
				if known[hash(s)] {
					found = append(found, fmt.Sprintf("%s:%d: %s", path, line, s))
				}
			}
		})
	})
	return found, err
}

// signatureLine is a line of a doc string that says how to call something and, in a few words, what it returns.
var signatureLine = regexp.MustCompile(`(?m)^[\w.]+\(.*\)(?: --?> \(?[\w, ]{1,25}\)?)?$`)

// sentences cuts a text at empty lines and at the marks that end a sentence, and returns those that count: in lower case,
// their letters and digits only, with one space between words.
func sentences(text string) []string {
	var list []string
	var words []string
	var word strings.Builder
	end := func() {
		if s := strings.Join(words, " "); len(words) > 2 && len(s) >= minLetters {
			list = append(list, s)
		}
		words = words[:0]
	}
	newlines := 0
	for _, c := range signatureLine.ReplaceAllString(text, "\n") + "\n\n" {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			word.WriteRune(unicode.ToLower(c))
			newlines = 0
			continue
		}
		if word.Len() > 0 {
			words = append(words, word.String())
			word.Reset()
		}
		switch c {
		case '\n':
			if newlines++; newlines == 2 {
				end()
			}
		case '.', ':', ';', '!', '?':
			end()
		}
	}
	return list
}

func hash(s string) uint64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return h.Sum64()
}
