// Package stdlib puts the standard library together: the table of native modules, one folder each, the frozen modules,
// and the steps from a fresh interpreter to one that can import.
//
// The pure-Python part of the library comes from the archive in package lib (or from an installed tree that PYTHONHOME
// names). A single binary unpacks it once into the user's cache, because tools insist on a real directory; the modules
// that every start needs are frozen: their code comes out of the binary.
package stdlib
