package cmath

import "math"

// special is what a function gives where an argument is not finite (C99, annex G): a letter for each of the real and the
// imaginary part, rows by the real part of the argument and columns by the imaginary: minus infinity, negative, -0, 0,
// positive, infinity, NaN. A dot stands where a formula decides, an e for a domain error.
type special struct{ re, im string }

// rowSize is the length of a row with the space after it.
const rowSize = 8

var (
	acosSpecial  = special{"tpppptn h....hn h....hh h....hh h....hn q0000qn nnnnnnn", "iiiIIIi i....In i....In i....In i....In iiiIIIi innnnIn"}
	acoshSpecial = special{"iiiiiii i....in i....in i....in i....in iiiiiii innnnin", "TPPpptn H....hn H....hn H....hn H....hn Qoo00qn nnnnnnn"}
	asinhSpecial = special{"IIIIIII I....In I....In i....in i....in iiiiiii innnnin", "Qoo00qn H....hn H....hn H....hn H....hn Qoo00qn nno0nnn"}
	atanhSpecial = special{"ooooooo o....on o....oo 0....00 0....0n 0000000 0nnnn0n", "HHHhhhn H....hn H....hn H....hn H....hn HHHhhhn Hnnnnhn"}
	coshSpecial  = special{"e.ii.ei e....en e....en e....en e....en e.ii.ei nnnnnnn", "e.0o.en e....en e....e0 e....e0 e....en e.o0.en nn00nnn"}
	expSpecial   = special{"0.00.00 e....en e....en e....en e....en e.ii.ei nnnnnnn", "0.o0.00 e....en e....en e....en e....en e.o0.en nno0nnn"}
	logSpecial   = special{"iiiiiii i....in i....in i....in i....in iiiiiii innnnin", "TPPpptn H....hn H....hn H....hn H....hn Qoo00qn nnnnnnn"}
	sinhSpecial  = special{"e.II.ei e....en e....e0 e....e0 e....en e.ii.ei nnnnnnn", "e.o0.en e....en e....en e....en e....en e.o0.en nno0nnn"}
	sqrtSpecial  = special{"i0000in i....in i....in i....in i....in iiiiiii innnnin", "IIIiiii I....in I....in I....in I....in Ioo00in Innnnin"}
	tanhSpecial  = special{"m.mm.mm e....en e....en e....en e....en 1.11.11 nnnnnnn", "0.o0.00 e....en e....en e....en e....en 0.o0.00 nno0nnn"}
	rectSpecial  = special{"e.II.ei e....en 0....00 0....00 e....en e.ii.ei nnnnnnn", "e.0o.en e....en 0....00 0....00 e....en e.o0.en nn00nnn"}
)

// kind numbers a float as the rows and columns of the tables.
func kind(x float64) int {
	switch {
	case x != x:
		return 6
	case math.IsInf(x, 1):
		return 5
	case math.IsInf(x, -1):
		return 0
	case x > 0:
		return 4
	case x < 0:
		return 1
	case math.Signbit(x):
		return 2
	}
	return 3
}

func letter(c byte) float64 {
	switch c {
	case 'o':
		return math.Copysign(0, -1)
	case 'i':
		return math.Inf(1)
	case 'I':
		return math.Inf(-1)
	case 'n':
		return math.NaN()
	case 'q':
		return math.Pi / 4
	case 'Q':
		return -math.Pi / 4
	case 't':
		return 3 * math.Pi / 4
	case 'T':
		return -3 * math.Pi / 4
	case 'h':
		return math.Pi / 2
	case 'H':
		return -math.Pi / 2
	case 'p':
		return math.Pi
	case 'P':
		return -math.Pi
	case '1':
		return 1
	case 'm':
		return -1
	}
	return 0
}

// at looks an argument up.
func (s *special) at(x, y float64) (complex128, fault) {
	i := kind(x)*rowSize + kind(y)
	if s.re[i] == 'e' {
		return complex(math.NaN(), math.NaN()), domain
	}
	return complex(letter(s.re[i]), letter(s.im[i])), none
}
