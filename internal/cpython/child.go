// Package cpython asks an installed CPython, for the commands that compare Adder with it: a process that lives long
// answers a request a line.
package cpython

import (
	"bufio"
	_ "embed"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

//go:embed child.py
var childSource string

// ErrUnknownEncoding is the error of [Child.Decode] for an encoding without codec.
var ErrUnknownEncoding = errors.New("unknown encoding")

// Child is a Python process.
type Child struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Reader
}

// Start starts a process of the executable python, for which every source has the name fileName.
func Start(python, fileName string) (*Child, error) {
	c := &Child{cmd: exec.Command(python, "-W", "ignore", "-c", childSource, fileName)}
	c.cmd.Stderr = os.Stderr
	var err error
	if c.in, err = c.cmd.StdinPipe(); err != nil {
		return nil, err
	}
	out, err := c.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	c.out = bufio.NewReaderSize(out, 1<<16)
	return c, c.cmd.Start()
}

// Ask sends a request and returns the answer, JSON in a line: child.py lists the verbs.
func (c *Child) Ask(verb, file string) (string, error) {
	if _, err := fmt.Fprintf(c.in, "%s %s\n", verb, file); err != nil {
		return "", err
	}
	return c.out.ReadString('\n')
}

// Decode decodes data with Python's codecs.
func (c *Child) Decode(encoding string, data []byte) (string, error) {
	line, err := c.Ask("decode "+encoding, base64.StdEncoding.EncodeToString(data))
	if err != nil {
		return "", err
	}
	var a struct{ Text, Error string }
	if err := json.Unmarshal([]byte(line), &a); err != nil {
		return "", err
	}
	if strings.HasPrefix(a.Error, "unknown encoding: ") {
		return "", ErrUnknownEncoding
	}
	if a.Error != "" {
		return "", errors.New(a.Error)
	}
	return a.Text, nil
}

// Stop ends the process.
func (c *Child) Stop() {
	c.in.Close()
	// The process ends with its input; how it ends does not matter.
	_ = c.cmd.Wait()
}

// Library is the directory of a Python's library.
func Library(python string) (string, error) {
	out, err := exec.Command(python, "-c", "import sysconfig; print(sysconfig.get_path('stdlib'))").Output()
	return strings.TrimSpace(string(out)), err
}

// Files lists the .py files below directories, or the files themselves, in order; packages that were installed beside
// the library do not count.
func Files(dirs []string) ([]string, error) {
	var files []string
	for _, dir := range dirs {
		err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "site-packages":
				return filepath.SkipDir
			case !d.IsDir() && strings.HasSuffix(path, ".py"):
				files = append(files, path)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	sort.Strings(files)
	return files, nil
}
