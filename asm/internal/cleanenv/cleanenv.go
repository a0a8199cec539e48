// Package cleanenv hides from golang-asm the environment variables that it reads while it initialises.
//
// golang-asm is the back end of Go's own assembler. Its package objabi reads GOARM, GOPPC64 and others into
// variables when the program starts, and ends the process where one has a value that it does not know; later a GOOS
// that it does not know ends the process too. A Python program must not care how its user configured a Go tool
// chain, so these variables are emptied (golang-asm treats empty as absent) before objabi initialises and given
// their values back straight after.
//
// Go initialises packages in dependency order and, among those that are ready, in the order of their import paths.
// This package imports nothing but syscall, which objabi needs as well, and its path sorts before golang-asm's:
// so it always comes first. Package restore imports objabi and this one, and gives the values back.
//
// A variable is emptied in place rather than removed, so that the order of the environment, which a Python program
// can see in os.environ, stays what it was.
package cleanenv

import "syscall"

// Names are the variables that golang-asm's objabi reads, and those that its next version might.
var Names = [...]string{"GOROOT", "GOARCH", "GOOS", "GO386", "GOAMD64", "GOARM", "GOARM64", "GOMIPS", "GOMIPS64", "GOPPC64", "GORISCV64", "GOWASM", "GOEXPERIMENT", "GO_EXTLINK_ENABLED"}

// hidden holds the value of each of Names that was set and not empty.
var hidden [len(Names)]string

func init() {
	for i, name := range Names {
		if v, ok := syscall.Getenv(name); ok && v != "" {
			hidden[i] = v
			syscall.Setenv(name, "")
		}
	}
}

// Restore gives the hidden variables their values back. Calls after the first do nothing.
func Restore() {
	for i, v := range hidden {
		if v != "" {
			syscall.Setenv(Names[i], v)
			hidden[i] = ""
		}
	}
}
