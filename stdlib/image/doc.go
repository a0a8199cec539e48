// Package image holds the compiled code of the frozen modules: what a start imports is not compiled again each time but
// read from the binary, a module at a time.
//
// The file is made by mkimage and embedded in builds with the tag stdlibzip. It is a sequence of entries, each the name of
// the module and the marshalled code, both with their length before them as four bytes, little-endian.
package image
