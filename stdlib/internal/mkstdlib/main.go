// Command mkstdlib makes the archive of the pure-Python standard library that package stdlib/lib embeds.
//
// The source is a Go module, fetched and verified by the go command, that carries an unmodified copy of CPython's Lib
// folder and an unpacked pip. The program picks the Python files, the licence and the scripts that venv needs, packs
// pip into a wheel again, and writes all of it sorted by name, with no times and fixed modes. What went in is
// compared with a sum in this file; the sum covers names and contents rather than the compressed bytes, so that
// a newer compressor does not change it.
package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adder-lang/adder/stdlib/lib"
)

// The pinned source, the sum that the Go checksum database gives for it; the sum of what is taken from it is
// lib.ContentsSum.
const (
	source    = "github.com/kluctl/go-embed-python@v0.0.0-3.13.1-20241219-1"
	sourceSum = "h1:x1cSEj4Ug5mpuZgUHLvUmlc5r//KHFn6iYiRSrRcVy4="
)

// Folders of the module. The library is taken from the Windows tree because it is the one without changes to its Python
// files; the licence stands only beside the others.
const (
	libFolder = "python/internal/data/windows-amd64/Lib/"
	licence   = "python/internal/data/linux-amd64/lib/python3.13/LICENSE.txt"
	pipFolder = "pip/internal/data/"
	pipInfo   = "pip-24.3.1.dist-info/"
	pipWheel  = "ensurepip/_bundled/pip-24.3.1-py3-none-any.whl"
)

func main() {
	out := flag.String("o", "stdlib.zip", "the archive to write")
	from := flag.String("zip", "", "take the module from this zip file rather than through the go command (the sum of its contents is checked all the same)")
	flag.Parse()
	if err := run(*out, *from); err != nil {
		fmt.Fprintln(os.Stderr, "mkstdlib:", err)
		os.Exit(1)
	}
}

func run(out, from string) error {
	if from == "" {
		var err error
		if from, err = download(); err != nil {
			return err
		}
	}
	z, err := zip.OpenReader(from)
	if err != nil {
		return err
	}
	defer z.Close()
	files, err := collect(&z.Reader)
	if err != nil {
		return err
	}
	if got := sum(files); got != lib.ContentsSum {
		return fmt.Errorf("the contents have sum %s, want %s", got, lib.ContentsSum)
	}
	data, err := pack(files, zip.Deflate)
	if err != nil {
		return err
	}
	// A reader never sees half an archive.
	temporary := out + ".new"
	if err := os.WriteFile(temporary, data, 0o644); err != nil {
		return err
	}
	if err := os.Rename(temporary, out); err != nil {
		return err
	}
	fmt.Printf("%s: %d files, %d bytes, contents %.16s\n", filepath.Base(out), len(files), len(data), lib.ContentsSum)
	return nil
}

// download fetches the module into the module cache, unless it is there, and returns the name of its zip file. The go
// command checks it against the checksum database.
func download() (string, error) {
	cmd := exec.Command("go", "mod", "download", "-json", source)
	cmd.Dir = os.TempDir() // outside any module, so that go.mod stays as it is
	cmd.Env = append(os.Environ(), "GOWORK=off")
	cmd.Stderr = os.Stderr
	text, err := cmd.Output()
	var answer struct{ Zip, Sum, Error string }
	if jsonErr := json.Unmarshal(text, &answer); jsonErr != nil {
		return "", errors.Join(err, jsonErr)
	}
	switch {
	case answer.Error != "":
		return "", errors.New(answer.Error)
	case err != nil:
		return "", err
	case answer.Sum != sourceSum:
		return "", fmt.Errorf("%s has sum %s, want %s", source, answer.Sum, sourceSum)
	}
	return answer.Zip, nil
}

// file is one entry of an archive to be written.
type file struct {
	name     string
	contents []byte
}

// collect takes from the module what belongs into the archive, sorted by name.
func collect(z *zip.Reader) ([]file, error) {
	var files, pip []file
	for _, f := range z.File {
		name, ok := strings.CutPrefix(f.Name, source+"/")
		if !ok {
			return nil, fmt.Errorf("%s is outside the module", f.Name)
		}
		inPip := strings.HasPrefix(name, pipFolder)
		as, inLib := libName(name)
		if !inPip && !inLib {
			continue
		}
		contents, err := read(f)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		if inPip {
			pip = append(pip, file{strings.TrimPrefix(name, pipFolder), contents})
		} else {
			files = append(files, file{as, contents})
		}
	}
	wheel, err := wheel(pip)
	if err != nil {
		return nil, err
	}
	files = append(files, file{pipWheel, wheel})
	slices.SortFunc(files, func(a, b file) int { return strings.Compare(a.name, b.name) })
	return files, nil
}

// libName tells whether a file of the module belongs into the library, and under which name.
func libName(name string) (string, bool) {
	if name == licence {
		return "LICENSE.txt", true
	}
	name, ok := strings.CutPrefix(name, libFolder)
	if !ok || strings.HasPrefix(name, "site-packages/") {
		return "", false
	}
	scripts := strings.HasPrefix(name, "venv/scripts/common/") || strings.HasPrefix(name, "venv/scripts/posix/")
	return name, scripts || path.Ext(name) == ".py"
}

func read(f *zip.File) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// wheel packs an unpacked pip again, as the wheel it was installed from: the files that RECORD names, each checked
// against its hash there, less what the installer added. Its entries are stored, because the archive around it is
// compressed and because its bytes then depend on no compressor.
func wheel(unpacked []file) ([]byte, error) {
	have := make(map[string][]byte, len(unpacked))
	for _, f := range unpacked {
		have[f.name] = f.contents
	}
	rows, err := csv.NewReader(bytes.NewReader(have[pipInfo+"RECORD"])).ReadAll()
	if err != nil {
		return nil, err
	}
	var files []file
	var record bytes.Buffer
	for _, row := range rows {
		name := row[0]
		switch {
		case strings.HasPrefix(name, "../"), strings.Contains(name, "__pycache__/"), name == pipInfo+"RECORD",
			name == pipInfo+"INSTALLER", name == pipInfo+"REQUESTED":
			continue
		}
		contents, ok := have[name]
		if packed, gz := have[name+".gz"]; !ok && gz {
			r, err := gzip.NewReader(bytes.NewReader(packed))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if contents, err = io.ReadAll(r); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
		} else if !ok {
			return nil, fmt.Errorf("pip lacks %s", name)
		}
		hash := sha256.Sum256(contents)
		if want := "sha256=" + base64.RawURLEncoding.EncodeToString(hash[:]); row[1] != want {
			return nil, fmt.Errorf("%s has hash %s, RECORD says %s", name, want, row[1])
		}
		files = append(files, file{name, contents})
		fmt.Fprintf(&record, "%s,%s,%d\n", name, row[1], len(contents))
	}
	if len(files) == 0 {
		return nil, errors.New("the RECORD of pip is empty or missing")
	}
	// The format asks for the dist-info folder at the end, with RECORD as the last file.
	slices.SortFunc(files, func(a, b file) int {
		if x, y := strings.HasPrefix(a.name, pipInfo), strings.HasPrefix(b.name, pipInfo); x != y {
			if x {
				return 1
			}
			return -1
		}
		return strings.Compare(a.name, b.name)
	})
	fmt.Fprintf(&record, "%sRECORD,,\n", pipInfo)
	return pack(append(files, file{pipInfo + "RECORD", record.Bytes()}), zip.Store)
}

// pack writes a zip file without times, comments and extra fields.
func pack(files []file, method uint16) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) {
		return flate.NewWriter(w, flate.BestCompression)
	})
	for _, f := range files {
		head := &zip.FileHeader{Name: f.name, Method: method}
		head.SetMode(0o644)
		entry, err := w.CreateHeader(head)
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(f.contents); err != nil {
			return nil, err
		}
	}
	err := w.Close()
	return out.Bytes(), err
}

// sum is the SHA-256, in hexadecimal, of all names and contents, each with its length before it.
func sum(files []file) string {
	h := sha256.New()
	for _, f := range files {
		fmt.Fprintf(h, "%d %s %d\n", len(f.name), f.name, len(f.contents))
		h.Write(f.contents)
	}
	return fmt.Sprintf("%x", h.Sum(nil))
}
