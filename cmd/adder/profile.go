//go:build profile

package main

import (
	"os"
	"runtime/pprof"
)

// startProfile writes a profile of the processor's time to the file that ADDER_PROFILE names. It exists under the build tag
// profile only, for `make profile`, whose result default.pgo the compiler reads.
func startProfile() (stop func()) {
	f, err := os.Create(os.Getenv("ADDER_PROFILE"))
	if err != nil {
		return func() {}
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return func() {}
	}
	return func() {
		pprof.StopCPUProfile()
		_ = f.Close()
	}
}
