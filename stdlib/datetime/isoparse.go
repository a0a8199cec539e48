package datetime

import (
	"github.com/adder-lang/adder/objects"
)

// Reading of ISO 8601, as much of it as CPython takes: dates of the calendar and of weeks, with hyphens or without, times
// with colons or without, fractions of seconds, and offsets from UTC.

// scanner reads digits from text; ok turns false at the first thing that is amiss.
type scanner struct {
	text string
	at   int
	ok   bool
}

func (s *scanner) left() int { return len(s.text) - s.at }

// peek is the next byte, 0 at the end.
func (s *scanner) peek() byte {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

// accept skips a byte if it is the next one.
func (s *scanner) accept(c byte) bool {
	if s.left() > 0 && s.text[s.at] == c {
		s.at++
		return true
	}
	return false
}

// number reads that many digits.
func (s *scanner) number(digits int) int {
	if s.left() < digits {
		s.ok = false
		return 0
	}
	n := 0
	for range digits {
		c := s.text[s.at] - '0'
		s.ok = s.ok && c <= 9
		n = n*10 + int(c)
		s.at++
	}
	return n
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// readDay reads a date: YYYY-MM-DD, YYYYMMDD, YYYY-Www[-D] or YYYYWww[D]. The caller has seen to the length of the text; CPython
// does not look at what is behind a short form either.
func readDay(text string) (year, month, day int, ok bool) {
	s := scanner{text: text, ok: true}
	year = s.number(4)
	hyphens := s.accept('-')
	if s.accept('W') {
		week, weekday := s.number(2), 1
		if s.left() > 0 {
			s.ok = s.ok && s.accept('-') == hyphens
			weekday = s.number(1)
		}
		if !s.ok || year < minYear || week < 1 || week > isoWeeks(year) || weekday < 1 || weekday > 7 {
			return 0, 0, 0, false
		}
		year, month, day = fromOrdinal(isoYearStart(year) + 7*(week-1) + weekday - 1)
		return year, month, day, true
	}
	month = s.number(2)
	if s.accept('-') != hyphens {
		return 0, 0, 0, false
	}
	day = s.number(2)
	return year, month, day, s.ok
}

// moment is a time of day that has been read, with the offset from UTC if there was one.
type moment struct {
	hour, minute, second, us int
	zoned                    bool
	offset                   int64 // microseconds
}

// readClock reads HH[:MM[:SS]][.f], with colons or without, as leniently as CPython: a fraction may follow each part, the
// sign before it may be missing where there are no colons, and be a colon where there are. The fraction is one of a second
// always. It reports whether that was all of the text, which may end in a NUL.
func (s *scanner) readClock() (hour, minute, second, us int, whole bool) {
	colons := false
	for i, part := range [...]*int{&hour, &minute, &second} {
		*part = s.number(2)
		if !s.ok {
			return hour, minute, second, us, false
		}
		c := s.peek()
		if s.left() <= 1 {
			return hour, minute, second, us, c == 0
		}
		if i == 0 {
			colons = c == ':'
		}
		if colons && c == ':' {
			s.at++
			continue
		}
		if c == '.' || c == ',' {
			s.at++
			break
		}
		if colons {
			s.ok = false
			return hour, minute, second, us, false
		}
	}
	digits := min(s.left(), 6)
	us = s.number(digits)
	for range 6 - digits {
		us *= 10
	}
	// Digits past the microseconds are dropped.
	for isDigit(s.peek()) {
		s.at++
	}
	return hour, minute, second, us, s.peek() == 0
}

// readTime reads a time with an offset from UTC, which is all of the text. Before an offset anything may follow the time, and
// microseconds alone are none, as in CPython.
func readTime(text string) (m moment, ok bool) {
	zone := 0
	for zone < len(text) && text[zone] != '+' && text[zone] != '-' && text[zone] != 'Z' {
		zone++
	}
	s := scanner{text: text[:zone], ok: true}
	var whole bool
	m.hour, m.minute, m.second, m.us, whole = s.readClock()
	if !s.ok || zone == len(text) {
		return m, s.ok && whole
	}
	m.zoned = true
	sign := text[zone]
	if sign == 'Z' {
		return m, zone+1 == len(text) || text[zone+1] == 0
	}
	s = scanner{text: text[zone+1:], ok: true}
	hour, minute, second, us, whole := s.readClock()
	if n := hour*3600 + minute*60 + second; n != 0 {
		m.offset = int64(n)*usPerSecond + int64(us)
	}
	if sign == '-' {
		m.offset = -m.offset
	}
	return m, s.ok && whole
}

// separatorAt finds where the date of a date and time ends, by its format. A date of a week may or may not have a weekday,
// which what follows decides; the result is at most the length of the text, -1 where there is no date.
func separatorAt(text string) int {
	const week, day = len("YYYYWww"), len("YYYY-MM-DD")
	n := len(text)
	if n <= week {
		return n
	}
	if text[4] != '-' {
		if text[4] != 'W' {
			return len("YYYYMMDD")
		}
		// The digits behind the week: an even number of them begins with the separator, as far as can be told.
		end := week
		for end < n && isDigit(text[end]) {
			end++
		}
		switch {
		case end < week+2:
			return end
		case end%2 == 0:
			return week
		}
		return week + 1
	}
	if text[5] != 'W' {
		return day
	}
	if n <= week+1 || text[week+1] != '-' {
		return week + 1
	}
	if n == week+2 {
		return -1
	}
	if n > day && isDigit(text[day]) {
		// YYYY-Www-DD: the hyphen is rather a separator than the digit is.
		return week + 1
	}
	return day
}

// invalid is the error of text that cannot be read.
func invalid(t *thread, v value) error {
	r, err := objects.ReprString(t, v)
	if err != nil {
		return err
	}
	return objects.ValueErrorf("Invalid isoformat string: %s", r)
}

func isoText(v value) (*objects.Str, error) {
	s, ok := objects.StrOf(v)
	if !ok {
		return nil, objects.TypeErrorf("fromisoformat: argument must be str")
	}
	return s, nil
}

func dateFromISOFormat(t *thread, cls value, args []value) (value, error) {
	s, err := isoText(args[0])
	if err != nil {
		return value{}, err
	}
	text := s.String()
	year, month, day, ok := readDay(text)
	if n := len(text); !ok || n != 7 && n != 8 && n != 10 {
		return value{}, invalid(t, args[0])
	}
	typ, _ := objects.TypeFrom(cls)
	return newDate(t, typ, year, month, day)
}

// zoneOf is the time zone of an offset that has been read.
func (m *moment) timezone(t *thread) (value, error) {
	if !m.zoned {
		return value{}, nil
	}
	return newTimezone(t, deltaOfMicros(&deltaType, m.offset), value{})
}

func timeFromISOFormat(t *thread, cls value, args []value) (value, error) {
	s, err := isoText(args[0])
	if err != nil {
		return value{}, err
	}
	text := s.String()
	if len(text) > 0 && text[0] == 'T' {
		text = text[1:]
	}
	m, ok := readTime(text)
	if !ok {
		return value{}, invalid(t, args[0])
	}
	zone, err := m.timezone(t)
	if err != nil {
		return value{}, err
	}
	typ, _ := objects.TypeFrom(cls)
	c, err := checkClock(m.hour, m.minute, m.second, m.us, 0)
	if err != nil {
		return value{}, err
	}
	return newTime(t, typ, c, zone)
}

func dateTimeFromISOFormat(t *thread, cls value, args []value) (value, error) {
	s, err := isoText(args[0])
	if err != nil {
		return value{}, err
	}
	// All but the separator is ASCII.
	bytes := make([]byte, s.Len())
	at := -1
	for i := range s.Len() {
		r := s.At(i)
		if r >= 0x80 {
			if at >= 0 {
				return value{}, invalid(t, args[0])
			}
			at, r = i, 0x80
		}
		bytes[i] = byte(r)
	}
	text := string(bytes)
	end := separatorAt(text)
	if len(text) < 7 || end < 0 || at >= 0 && at != end {
		return value{}, invalid(t, args[0])
	}
	end = min(end, len(text))
	year, month, day, ok := readDay(text[:end])
	var m moment
	if ok && end < len(text) {
		m, ok = readTime(text[end+1:])
	}
	if !ok {
		return value{}, invalid(t, args[0])
	}
	zone, err := m.timezone(t)
	if err != nil {
		return value{}, err
	}
	typ, _ := objects.TypeFrom(cls)
	d, err := checkDay(year, month, day)
	if err != nil {
		return value{}, err
	}
	c, err := checkClock(m.hour, m.minute, m.second, m.us, 0)
	if err != nil {
		return value{}, err
	}
	return newDateTime(t, typ, d, c, zone)
}
