// Package io is the module _io: the three layers of Python's files. FileIO is a descriptor; BufferedReader,
// BufferedWriter, BufferedRandom and BufferedRWPair keep bytes; TextIOWrapper decodes, encodes and translates newlines.
// StringIO and BytesIO are files in memory.
//
// A file that open() made has short ways between the layers: a BufferedWriter over a FileIO of a regular file writes to
// the descriptor without calling methods, and a TextIOWrapper over such a buffer appends encoded text to it directly.
// Unsaved bytes of regular files are kept in a list of their own (pending.go), so that they reach the file when the
// program ends, or before somebody could look at the file, even where the file object itself has died unclosed.
package io
