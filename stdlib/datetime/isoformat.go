package datetime

import (
	"strings"

	"github.com/adder-lang/adder/objects"
)

func append2(b []byte, n uint8) []byte { return append(b, '0'+n/10, '0'+n%10) }

// appendDigits writes n with that many digits.
func appendDigits(b []byte, n, digits int) []byte {
	at := len(b) + digits
	b = append(b, "000000"[:digits]...)
	for n > 0 {
		at--
		b[at] = '0' + byte(n%10)
		n /= 10
	}
	return b
}

// appendISO writes a day as YYYY-MM-DD.
func (d ymd) appendISO(b []byte) []byte {
	b = appendDigits(b, int(d.year)%10_000, 4)
	b = append2(append(b, '-'), d.month)
	return append2(append(b, '-'), d.day)
}

// precision says how much of a time of day isoformat() writes.
type precision uint8

// The precisions; auto writes microseconds where they are not zero.
const (
	auto precision = iota
	hours
	minutes
	seconds
	milliseconds
	microseconds
)

var precisions = [...]string{"auto", "hours", "minutes", "seconds", "milliseconds", "microseconds"}

// appendISO writes a time of day as HH[:MM[:SS[.mmm[uuu]]]].
func (c hms) appendISO(b []byte, p precision) []byte {
	if p == auto {
		p = seconds
		if c.us != 0 {
			p = microseconds
		}
	}
	b = append2(b, c.hour)
	if p >= minutes {
		b = append2(append(b, ':'), c.minute)
	}
	if p >= seconds {
		b = append2(append(b, ':'), c.second)
	}
	switch p {
	case milliseconds:
		b = appendDigits(append(b, '.'), int(c.us)/1000, 3)
	case microseconds:
		b = appendDigits(append(b, '.'), int(c.us), 6)
	}
	return b
}

// timespec reads the argument timespec of isoformat(), argument number position.
func timespec(t *thread, v value, position int) (precision, error) {
	if v.IsZero() {
		return auto, nil
	}
	s, err := cText(t, v, "isoformat", position)
	if err != nil {
		return 0, err
	}
	if strings.IndexByte(s, 0) >= 0 {
		return 0, objects.ValueErrorf("embedded null character")
	}
	for i, name := range precisions {
		if s == name {
			return precision(i), nil
		}
	}
	return 0, objects.ValueErrorf("Unknown timespec value")
}

// cText is a str argument in UTF-8; lone surrogates raise UnicodeEncodeError.
func cText(t *thread, v value, fn string, position int) (string, error) {
	s, err := strArg(v, fn, position)
	if err != nil {
		return "", err
	}
	return utf8Of(t, s)
}

func utf8Of(t *thread, s *objects.Str) (string, error) {
	if s.IsASCII() {
		return s.String(), nil
	}
	b, err := objects.EncodeUTF8(t, s, "strict")
	return string(b), err
}

// strArg is an argument that must be a str.
func strArg(v value, fn string, position int) (*objects.Str, error) {
	s, ok := objects.StrOf(v)
	if !ok {
		var got any = objects.TypeOf(v)
		if v == objects.None {
			got = "None"
		}
		return nil, objects.TypeErrorf("%s() argument %d must be str, not %s", fn, position, got)
	}
	return s, nil
}
