// Package lib holds the pure-Python part of the standard library as one archive inside the executable.
//
// The archive is a zip file that stdlib/internal/mkstdlib makes from a pinned, checksummed Go module; it is not part of
// the repository. It is embedded when the build tag stdlibzip is given (the Makefile gives it); without the tag [FS]
// reports that there is none, and everything still builds.
//
// Data passes through in three steps. The linker places the bytes; nothing is read when the program starts. The first
// use walks the zip's central directory, which is sorted by name, into an index of small records that point back into
// those bytes. A file is found by binary search and inflated only when its contents are asked for.
//
// Why deflated and not stored: the archive then adds 4.2 MB to the executable rather than 15.5 MB. Inflating runs at 115 MB/s,
// so 0.2 ms for a module of 20 KB, a small part of what compiling it costs, and what start-up itself needs is frozen elsewhere. The
// index takes 0.04 ms (BenchmarkIndex, BenchmarkReadFile).
package lib

//go:generate go run ../internal/mkstdlib -o stdlib.zip
