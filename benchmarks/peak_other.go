//go:build !unix

package benchmarks

import "os"

// peakOf knows nothing where there is no rusage.
func peakOf(*os.ProcessState) int64 { return 0 }
