//go:build !stdlibzip

package lib

// archive is empty in a build without the library.
const archive = ""
