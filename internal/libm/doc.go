// Package libm computes elementary functions as the C library does that CPython is commonly built with (glibc 2.36 on
// amd64), on every processor. Go's own math package differs from it in the last place or more.
//
// Two kinds of functions stand here. Those that the C library computes nearly correctly rounded (exp, log, pow, sin, cos,
// tan, asin, acos, atan and their kin) are computed in double-double arithmetic: a number ([num]) is the unevaluated sum of
// two floats, about 105 bits. A table gives the value at a near point, a short series the rest, with an error of 2^-66 or
// so of the result, which is then rounded once. exp, log and pow test whether that error could change the rounding and
// begin again with 2^-95 where it could; the others leave it, since the C library rounds wrongly more often.
//
// The functions that the C library takes from FDLIBM (Sun Microsystems, 1993), and that err by an ulp there, follow
// FDLIBM's published formulas, so that they err alike.
//
// Products that are added to something are converted with float64, which forbids a fused multiplication.
package libm
