package programs

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Program is one test program and how it wants to be run. Lines of the form "#: KEY VALUE" at the head of its file say
// so: "flags" (options of the interpreter), "args" (of the program), "env" (NAME=VALUE, repeatable), "stdin" (a line of
// standard input, repeatable).
type Program struct {
	Name  string // of the file, without .py
	Dir   string // absolute folder of the file, where it runs
	Flags []string
	Args  []string
	Env   []string
	Stdin string
}

// Load finds all programs of a folder, sorted by name. Helper modules live in sub-folders and are no programs.
func Load(dir string) ([]Program, error) {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.py"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var list []Program
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		p := Program{Name: strings.TrimSuffix(filepath.Base(file), ".py"), Dir: dir}
		for line := range strings.Lines(string(text)) {
			directive, ok := strings.CutPrefix(strings.TrimRight(line, "\n"), "#: ")
			if !ok {
				break
			}
			key, value, _ := strings.Cut(directive, " ")
			switch key {
			case "flags":
				p.Flags = strings.Fields(value)
			case "args":
				p.Args = strings.Fields(value)
			case "env":
				p.Env = append(p.Env, value)
			case "stdin":
				p.Stdin += value + "\n"
			default:
				return nil, fmt.Errorf("%s: unknown directive %q", file, key)
			}
		}
		list = append(list, p)
	}
	return list, nil
}

// Result is what a program leaves behind. In the two texts the folder of the programs is taken out of every path, so that
// a traceback reads the same wherever the repository lies.
type Result struct {
	Exit           int // exit code; -1 where a signal ended it
	Stdout, Stderr string
}

// Run runs the program in a clean environment, at most for limit.
func (p Program) Run(interpreter string, flags []string, limit time.Duration) (Result, error) {
	home, err := os.MkdirTemp("", "home")
	if err != nil {
		return Result{}, err
	}
	defer os.RemoveAll(home)
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	args := slices.Concat(flags, p.Flags, []string{p.Name + ".py"}, p.Args)
	cmd := exec.CommandContext(ctx, interpreter, args...)
	cmd.Dir = p.Dir
	cmd.Env = append([]string{
		"PATH=" + os.Getenv("PATH"), "HOME=" + home, "TMPDIR=" + home, "LANG=C.UTF-8", "TZ=UTC",
		"PYTHONHASHSEED=0", "PYTHONDONTWRITEBYTECODE=1",
	}, p.Env...)
	cmd.Stdin = strings.NewReader(p.Stdin)
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	cmd.WaitDelay = time.Second
	err = cmd.Run()
	var exit *exec.ExitError
	switch {
	case ctx.Err() != nil:
		return Result{}, fmt.Errorf("still running after %v", limit)
	case err != nil && !errors.As(err, &exit):
		return Result{}, err
	}
	relative := func(text []byte) string { return strings.ReplaceAll(string(text), p.Dir+"/", "") }
	return Result{cmd.ProcessState.ExitCode(), relative(stdout.Bytes()), relative(stderr.Bytes())}, nil
}

// ExpectFile is the path of the program's record.
func (p Program) ExpectFile() string { return filepath.Join(p.Dir, p.Name+".expect") }

// noNewline follows a section whose text does not end in a newline, as diff prints it.
const noNewline = "\\ no newline at the end\n"

const (
	stdoutHead = "-- stdout --\n"
	stderrHead = "-- stderr --\n"
)

// Format is the text form of a result: the exit code, then each output under its heading.
func (r Result) Format() string {
	var b strings.Builder
	fmt.Fprintf(&b, "exit %d\n", r.Exit)
	section := func(head, text string) {
		b.WriteString(head)
		b.WriteString(text)
		if text != "" && !strings.HasSuffix(text, "\n") {
			b.WriteString("\n" + noNewline)
		}
	}
	section(stdoutHead, r.Stdout)
	section(stderrHead, r.Stderr)
	return b.String()
}

// Parse reads what Format wrote.
func Parse(text string) (Result, error) {
	first, rest, ok1 := strings.Cut(text, "\n"+stdoutHead)
	number, ok2 := strings.CutPrefix(first, "exit ")
	code, err := strconv.Atoi(number)
	// An empty standard output leaves its heading right before the next one.
	stdout, stderr, ok3 := strings.Cut("\n"+rest, "\n"+stderrHead)
	if !ok1 || !ok2 || !ok3 || err != nil {
		return Result{}, errors.New("a record has an exit code, a standard output and a standard error")
	}
	section := func(s string) string {
		if cut, ok := strings.CutSuffix(s, "\n"+noNewline); ok {
			return cut
		}
		return s
	}
	if stdout != "" {
		stdout = stdout[1:] + "\n"
	}
	return Result{code, section(stdout), section(stderr)}, nil
}

// Expected reads the program's record.
func (p Program) Expected() (Result, error) {
	text, err := os.ReadFile(p.ExpectFile())
	if err != nil {
		return Result{}, err
	}
	result, err := Parse(string(text))
	if err != nil {
		return Result{}, fmt.Errorf("%s: %w", p.ExpectFile(), err)
	}
	return result, nil
}

// Difference describes the first lines in which two results differ; it is empty where they are equal.
func Difference(got, want Result) string {
	var b strings.Builder
	if got.Exit != want.Exit {
		fmt.Fprintf(&b, "exit code %d, want %d\n", got.Exit, want.Exit)
	}
	compare := func(what, got, want string) {
		if got == want {
			return
		}
		g, w := strings.SplitAfter(got, "\n"), strings.SplitAfter(want, "\n")
		at := 0
		for at < len(g) && at < len(w) && g[at] == w[at] {
			at++
		}
		fmt.Fprintf(&b, "%s differs from line %d:\n", what, at+1)
		show := func(mark string, lines []string) {
			const context = 8 // lines that show what went wrong without drowning the next failure
			for i := at; i < min(at+context, len(lines)); i++ {
				fmt.Fprintf(&b, "  %s%s\n", mark, strings.TrimSuffix(lines[i], "\n"))
			}
		}
		show("- ", w)
		show("+ ", g)
	}
	compare("stdout", got.Stdout, want.Stdout)
	compare("stderr", got.Stderr, want.Stderr)
	return b.String()
}

// Failures reads a list of programs that are known to fail: a name and the reason a line; # begins a comment.
func Failures(file string) (map[string]string, error) {
	text, err := os.ReadFile(file)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, _ := strings.Cut(line, " ")
		if strings.TrimSpace(reason) == "" {
			return nil, fmt.Errorf("%s: %s has no reason", file, name)
		}
		if _, twice := reasons[name]; twice {
			return nil, fmt.Errorf("%s: %s stands twice", file, name)
		}
		reasons[name] = strings.TrimSpace(reason)
	}
	return reasons, nil
}
