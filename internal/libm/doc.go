// Package libm computes elementary functions as the C library does that CPython is commonly built with (glibc 2.36 on
// amd64), on every processor. Go's own math package differs from it in the last place or more.
//
// Programs print floats to the last digit, so that the aim is not the nearest float but that of the C library, which is
// another once in a thousand times. Where it errs depends on how it rounds on the way: on the points of its tables, on
// the polynomials, on their order of evaluation, and on which products are fused into sums. The methods are those of the
// literature; what it leaves open was found by comparing results (mathcheck does that).
//
// exp, exp2 and the exponential in pow add a short polynomial to a table of 2**(j/128) (Tang, "Table-driven implementation
// of the exponential function", 1989). log, log2 and tan interpolate between points where the function is very close to a
// float (Gal and Bachelis, "An accurate elementary mathematical library for the IEEE floating point standard", 1991); sin
// and cos between multiples of 1/128, with twice the bits. sin, cos and tan find the quarter turn with pi/2 in four parts or, for
// large angles, with 2/pi in 1,280 bits. The polynomials are minimax approximations, of exp, exp2 and pow with each coefficient rounded before the next is found; tables.py computes them and all tables, and
// points_test.go finds the points.
//
// expm1, log1p, the hyperbolic functions and their inverses, log10, cbrt, erf and erfc are FDLIBM's (Sun Microsystems, 1993), by
// its published formulas. gamma and lgamma are CPython's own, from Lanczos' approximation.
//
// asin and acos add Taylor's series to a table of values at the middles of steps of 1/256.
//
// The logarithm in pow is the sum of two floats. Reciprocals of 8 bits leave a remainder that a fused multiply-add gives
// exactly, and only the terms from its third power on are rounded. That is nearer than 2^-70 of the result but around 1, where
// the errors of the polynomial and of its rounding show in the power, for large exponents.
//
// log2 near 1, atan and atan2, and asin and acos near 1 are computed in double-double arithmetic: a number ([num]) is the
// unevaluated sum of two floats, about 105 bits. A table (log2 near 1 has pow's logarithm) gives the value at a near point, a
// short series the rest, with an error of 2^-66 or so of the result, which is then rounded once. That is nearly always the
// nearest float; the C library's own roundings on the way are not known here, but for the bias of its arctangent.
//
// Products that are added to something are converted with float64 where they are rounded first, and go through math.FMA
// where they are not: left to itself the compiler would fuse them on some processors only. On a processor without such an
// instruction math.FMA is a slow function, but exact.
package libm
