// Package benchmarks holds programs that measure a Python and the runner that compares Pythons with them.
//
// The programs (folder programs) are embedded, so that an installed Adder has them. Each is an algorithm that checks its own
// result; programs/harness.py says how one is run and what it prints. testdata/results.txt records every result at a tiny size; the
// tests compare it with what Adder, with its JIT off, on and eager, and the other Pythons give, and prove that each check refuses a
// result that was altered.
//
// A run is a number of rounds. In a round every program runs on every Python in turn, so that a change of the machine's
// speed meets all of them, and the order of the Pythons rotates from round to round. For a program and a Python a
// round makes two processes: one with a single iteration, whose whole time seen from outside is the cold time, and one
// with many, of which the median of the second half is the warm time. The peak of memory is the larger of the two
// processes', as the kernel counts resident pages.
//
// Ratios are paired: within a round, the time of the baseline divided by that of the other, so that above 1 is
// faster than the baseline. A program's ratio is the median over the rounds and its spread their minimum and maximum. The
// geometric mean over the programs is taken for each round; again the median, the minimum and the maximum are given. With
// the few rounds of a usual run the extremes say more than an interval computed from an assumed distribution.
package benchmarks
