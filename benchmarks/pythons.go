package benchmarks

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Python is one interpreter, with the options it is to run with.
type Python struct {
	Label   string   `json:"label"`   // short and unique: "jit", "nojit", "cpython", "pypy", or the user's
	Command []string `json:"command"` // the executable and its options
	Version string   `json:"version"` // as it tells of itself
}

// probe asks an interpreter who it is. The real executable matters: a launcher script would be measured too.
const probe = `import sys
print('{"name": "%s", "version": "%d.%d.%d", "executable": "%s"}' % ((sys.implementation.name,) + tuple(sys.version_info[:3]) + (sys.executable or "",)))`

// limitOfProbe ends an interpreter that does not answer.
const limitOfProbe = 20 * time.Second

type identity struct{ Name, Version, Executable string }

func identify(command []string) (identity, error) {
	var id identity
	ctx, cancel := context.WithTimeout(context.Background(), limitOfProbe)
	defer cancel()
	out, err := exec.CommandContext(ctx, command[0], append(slices.Clone(command[1:]), "-c", probe)...).Output()
	if err != nil {
		return id, fmt.Errorf("%s: %w", strings.Join(command, " "), err)
	}
	if err := json.Unmarshal(out, &id); err != nil {
		return id, fmt.Errorf("%s is no Python: %w", strings.Join(command, " "), err)
	}
	return id, nil
}

// The labels of what Find looks for.
const (
	labelJIT     = "jit"
	labelNoJIT   = "nojit"
	labelCPython = "cpython"
	labelPyPy    = "pypy"
)

// Find returns the Pythons of this machine: Adder with the JIT and without, a CPython (3.13 where there is one) and a
// PyPy, each only if it is there. adder is the path of Adder's executable; other executables that are the same file are
// not taken for CPython.
func Find(adder string) []Python {
	var found []Python
	self := realPath(adder)
	if adder != "" {
		for _, mode := range []struct{ label, flag string }{{labelJIT, "jit=on"}, {labelNoJIT, "jit=off"}} {
			command := []string{adder, "-X", mode.flag}
			if id, err := identify(command); err == nil {
				found = append(found, Python{mode.label, command, "Adder " + id.Version + " " + mode.flag})
			}
		}
	}
	for _, kind := range []struct {
		label, name, title string
		candidates         []string
	}{
		{labelCPython, "cpython", "CPython", candidates("python3.13", "python3", "python3.14", "python3.12", "python3.11", "python3.10", "python3.9")},
		{labelPyPy, "pypy", "PyPy", candidates("pypy3", "pypy3.11", "pypy3.10", "pypy3.9", "pypy")},
	} {
		for _, path := range kind.candidates {
			if realPath(path) == self {
				continue
			}
			id, err := identify([]string{path})
			if err != nil || id.Name != kind.name || realPath(id.Executable) == self {
				continue
			}
			if id.Executable != "" {
				path = id.Executable
			}
			found = append(found, Python{kind.label, []string{path}, kind.title + " " + id.Version})
			break
		}
	}
	return found
}

// candidates lists the existing files of these names: of each name in turn all along PATH, then where pyenv installs.
func candidates(names ...string) []string {
	var list []string
	for _, name := range names {
		for _, dir := range filepath.SplitList(os.Getenv("PATH")) {
			path := filepath.Join(dir, name)
			if info, err := os.Stat(path); err == nil && !info.IsDir() && info.Mode()&0o111 != 0 {
				list = append(list, path)
			}
		}
		if home, err := os.UserHomeDir(); err == nil {
			installed, _ := filepath.Glob(filepath.Join(home, ".pyenv", "versions", "*", "bin", name))
			list = append(list, installed...)
		}
	}
	return list
}

func realPath(path string) string {
	if resolved, err := filepath.EvalSymlinks(path); err == nil {
		return resolved
	}
	return path
}

// parsePython reads LABEL=COMMAND, whose command is split at spaces.
func parsePython(text string) (Python, error) {
	label, command, ok := strings.Cut(text, "=")
	words := strings.Fields(command)
	if !ok || label == "" || len(words) == 0 {
		return Python{}, fmt.Errorf("%q is not of the form LABEL=COMMAND", text)
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return Python{}, err
	}
	if words[0], err = filepath.Abs(path); err != nil { // programs run in a folder of their own
		return Python{}, err
	}
	id, err := identify(words)
	if err != nil {
		return Python{}, err
	}
	return Python{label, words, id.Name + " " + id.Version}, nil
}

// choose keeps the Pythons of the labels given, in that order; all of them where none is given.
func choose(all []Python, labels []string) ([]Python, error) {
	for i, p := range all {
		for _, q := range all[:i] {
			if p.Label == q.Label {
				return nil, fmt.Errorf("two Pythons have the label %q", p.Label)
			}
		}
	}
	if len(labels) == 0 {
		if len(all) == 0 {
			return nil, errors.New("no Python found")
		}
		return all, nil
	}
	var chosen []Python
	for _, label := range labels {
		i := slices.IndexFunc(all, func(p Python) bool { return p.Label == label })
		if i < 0 {
			return nil, fmt.Errorf("there is no Python with the label %q", label)
		}
		chosen = append(chosen, all[i])
	}
	return chosen, nil
}
