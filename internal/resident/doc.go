// Package resident keeps few pages of the executable in memory.
//
// The executable is some 20 MB, of which a start touches a quarter, a page here and a page there. Linux maps sixteen pages
// around each page of a file that is touched ("fault-around"), so that twice as much is resident as is needed; and what only
// the start needed stays. Importing the package turns the former off, early: the package needs nothing that is initialised
// late. [DropExecutable] mends the latter.
package resident
