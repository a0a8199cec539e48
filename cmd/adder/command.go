package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/adder-lang/adder/benchmarks"
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/jit"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib"
	"github.com/adder-lang/adder/syntax"
)

// commandNames are Adder's own commands.
var commandNames = []string{"ast", "dis", "bench", "jit", "help"}

// runCommand runs one of them.
func runCommand(argv []string) int {
	root := &cobra.Command{Use: "adder", Short: "Python 3.13 with a tracing JIT", SilenceUsage: true}
	root.CompletionOptions.DisableDefaultCmd = true
	root.AddCommand(astCommand(), disCommand(), jitCommand(), benchmarks.Command())
	root.SetArgs(argv[1:])
	if err := root.Execute(); err != nil {
		return 1
	}
	return 0
}

func astCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "ast FILE",
		Short: "print the syntax tree of a program as ast.dump does",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			src, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			res, err := syntax.Parse(src, syntax.Options{Filename: args[0], FromFile: true})
			if err != nil {
				return err
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			if err := syntax.WriteDump(w, res.Mod); err != nil {
				return err
			}
			fmt.Fprintln(w)
			return w.Flush()
		},
	}
}

func disCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "dis FILE",
		Short: "print the bytecode of a program",
		Args:  cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			src, err := os.ReadFile(args[0])
			if err != nil {
				return err
			}
			t := interp.Init()
			code, err := stdlib.CompileFile(t, src, args[0])
			if err != nil {
				return err
			}
			fmt.Fprint(cmd.OutOrStdout(), objects.Disassemble(code))
			return nil
		},
	}
}

func jitCommand() *cobra.Command {
	c := &cobra.Command{Use: "jit", Short: "look at what the JIT does"}
	c.AddCommand(&cobra.Command{
		Use:   "dump FILE [ARG...]",
		Short: "run a program and print its traces: source, IR and machine code",
		Args:  cobra.MinimumNArgs(1),
		// Options before the file are the interpreter's own.
		DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := parseOptions(append([]string{os.Args[0]}, args...))
			if err != nil {
				return err
			}
			dumpTo = cmd.ErrOrStderr()
			os.Exit(program(o))
			return nil
		},
	})
	return c
}

// setupJIT starts the compiler as the options say. Where it cannot run, Adder goes on without it and says so if it was
// asked for.
func setupJIT(o *options) {
	if o.jit == "off" {
		return
	}
	opts := jit.Options{Eager: o.jit == "eager", Dump: dumpTo}
	if o.jitLog {
		opts.Log = os.Stderr
	}
	if err := jit.Start(opts); err != nil && (o.jitLog || o.jit == "eager") {
		fmt.Fprintln(os.Stderr, "adder: running without the JIT:", err)
	}
}

// errnoOf returns the number of a system error, 0 where err is none.
func errnoOf(err error) int {
	var e syscall.Errno
	if errors.As(err, &e) {
		return int(e)
	}
	return 0
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
