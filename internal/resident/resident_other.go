//go:build !linux

package resident

// DropExecutable does nothing where the system has no such call.
func DropExecutable() {}
