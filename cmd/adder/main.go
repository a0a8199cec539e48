// Command adder is a Python 3.13 that takes the place of python: the same command line, environment, exit codes and
// library. Called by the name adder it also has commands of its own (ast, dis, bench, jit), which a script of that name
// in the current directory hides.
package main

import (
	"os"
)

func main() {
	stop := startProfile()
	code := run(os.Args)
	stop()
	os.Exit(code)
}
