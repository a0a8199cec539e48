//go:build unix

package benchmarks

import (
	"os"
	"runtime"
	"syscall"
)

// peakOf returns the peak of resident memory of an ended process, in bytes.
func peakOf(state *os.ProcessState) int64 {
	usage, ok := state.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0
	}
	if runtime.GOOS == "darwin" || runtime.GOOS == "ios" {
		return usage.Maxrss // bytes there, KiB everywhere else
	}
	return usage.Maxrss * 1024
}
