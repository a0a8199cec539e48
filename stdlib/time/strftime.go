package time

import (
	"fmt"
	"strconv"
	"strings"
	gotime "time"
)

// isoWeek returns the year and week of ISO 8601.
func (b *broken) isoWeek() (year int64, week int) {
	wday := (b.wday + 6) % 7
	// The Thursday of the week decides which year the week belongs to.
	thursday := b.yday - wday + 3
	year = b.year
	switch n := daysIn(year); {
	case thursday < 0:
		year--
		thursday += daysIn(year)
	case thursday >= n:
		thursday -= n
		year++
	}
	return year, thursday/7 + 1
}

func daysIn(year int64) int {
	if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
		return 366
	}
	return 365
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// Format is strftime() in the C locale, as the C library of Linux formats, with its flags (_ - 0 ^ #) and widths.
func (b *broken) format(f string) string {
	var out strings.Builder
	for i := 0; i < len(f); i++ {
		if f[i] != '%' {
			out.WriteByte(f[i])
			continue
		}
		begin := i
		i++
		var flag byte
		upper, swap := false, false
	flags:
		for ; i < len(f); i++ {
			switch f[i] {
			case '_', '-', '0', '+':
				flag = f[i]
			case '^':
				upper = true
			case '#':
				swap = true
			default:
				break flags
			}
		}
		width := -1
		for ; i < len(f) && f[i] >= '0' && f[i] <= '9'; i++ {
			width = max(width, 0)*10 + int(f[i]-'0')
			if width > 1<<16 {
				width = 1 << 16
			}
		}
		for i < len(f) && (f[i] == 'E' || f[i] == 'O') {
			i++
		}
		if i >= len(f) {
			out.WriteString(f[begin:])
			break
		}
		text, ok := b.directive(f[i], flag, width)
		if !ok {
			out.WriteString(f[begin : i+1])
			continue
		}
		switch {
		case swap && f[i] == 'Z':
			text = strings.ToLower(text)
		case swap && f[i] == 'p':
			text = strings.ToLower(text)
		case upper || swap:
			text = strings.ToUpper(text)
		}
		if pad := width - len(text); pad > 0 && f[i] != 'z' {
			fill := " "
			if flag == '0' {
				fill = "0"
			}
			text = strings.Repeat(fill, pad) + text
		}
		out.WriteString(text)
	}
	return out.String()
}

// number writes a number of at least digits places; flags and width change the padding.
func number(n int64, digits int, pad, flag byte, width int) string {
	switch flag {
	case '-':
		return strconv.FormatInt(n, 10)
	case '_':
		pad = ' '
	case '0', '+':
		pad = '0'
	}
	digits = max(digits, width)
	s := strconv.FormatInt(n, 10)
	sign := ""
	if n < 0 {
		sign, s = "-", s[1:]
	}
	if k := digits - len(s) - len(sign); k > 0 {
		if pad == ' ' {
			return strings.Repeat(" ", k) + sign + s
		}
		s = strings.Repeat("0", k) + s
	}
	return sign + s
}

func (b *broken) directive(c, flag byte, width int) (string, bool) {
	two := func(n int) string { return number(int64(n), 2, '0', flag, width) }
	spaced := func(n int) string { return number(int64(n), 2, ' ', flag, width) }
	hour12 := (b.hour+11)%12 + 1
	switch c {
	case '%':
		return "%", true
	case 'n':
		return "\n", true
	case 't':
		return "\t", true
	case 'a':
		return shortDays[b.wday], true
	case 'A':
		return longDays[b.wday], true
	case 'b', 'h':
		return shortMonths[b.mon], true
	case 'B':
		return longMonths[b.mon], true
	case 'c':
		return b.format("%a %b %e %H:%M:%S %Y"), true
	case 'C':
		return number(floorDiv(b.year, 100), 1, '0', flag, width), true
	case 'd':
		return two(b.mday), true
	case 'D', 'x':
		return b.format("%m/%d/%y"), true
	case 'e':
		return spaced(b.mday), true
	case 'F':
		return number(b.year, 1, '0', 0, 0) + b.format("-%m-%d"), true
	case 'g':
		y, _ := b.isoWeek()
		return number(y-floorDiv(y, 100)*100, 2, '0', flag, width), true
	case 'G':
		y, _ := b.isoWeek()
		return number(y, 1, '0', flag, width), true
	case 'H':
		return two(b.hour), true
	case 'I':
		return two(hour12), true
	case 'j':
		return number(int64(b.yday+1), 3, '0', flag, width), true
	case 'k':
		return spaced(b.hour), true
	case 'l':
		return spaced(hour12), true
	case 'm':
		return two(b.mon + 1), true
	case 'M':
		return two(b.min), true
	case 'p', 'P':
		s := "AM"
		if b.hour >= 12 {
			s = "PM"
		}
		if c == 'P' {
			s = strings.ToLower(s)
		}
		return s, true
	case 'r':
		return b.format("%I:%M:%S %p"), true
	case 'R':
		return b.format("%H:%M"), true
	case 's':
		u := gotime.Date(int(b.year), gotime.Month(b.mon+1), b.mday, b.hour, b.min, b.sec, 0, local())
		return strconv.FormatInt(u.Unix(), 10), true
	case 'S':
		return two(b.sec), true
	case 'T', 'X':
		return b.format("%H:%M:%S"), true
	case 'u':
		return number(int64((b.wday+6)%7+1), 1, '0', flag, width), true
	case 'U':
		return two((b.yday + 7 - b.wday) / 7), true
	case 'V':
		_, w := b.isoWeek()
		return two(w), true
	case 'w':
		return number(int64(b.wday), 1, '0', flag, width), true
	case 'W':
		return two((b.yday + 7 - (b.wday+6)%7) / 7), true
	case 'y':
		return number(b.year-floorDiv(b.year, 100)*100, 2, '0', flag, width), true
	case 'Y':
		return number(b.year, 1, '0', flag, width), true
	case 'z':
		if b.isdst < 0 {
			return "", true
		}
		off, sign := b.offset, '+'
		if off < 0 {
			off, sign = -off, '-'
		}
		return fmt.Sprintf("%c%02d%02d", sign, off/3600, off/60%60), true
	case 'Z':
		return b.zone, true
	case '+':
		return b.format("%a %b %e %H:%M:%S %Z %Y"), true
	}
	return "", false
}
