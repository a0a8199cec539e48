package datetime

// Units of time.
const (
	secondsPerDay = 24 * 60 * 60
	usPerSecond   = 1_000_000
	usPerDay      = secondsPerDay * usPerSecond
)

// maxOrdinal is the number of the last day that a date can be: 31 December 9999.
const maxOrdinal = 3_652_059

// ymd is a day of the calendar.
type ymd struct {
	year       uint16
	month, day uint8
}

// hms is a time of day. fold is 1 for the second reading of a time that a clock shows twice (PEP 495).
type hms struct {
	hour, minute, second, fold uint8
	us                         uint32
}

func isLeap(year int) bool { return year%4 == 0 && (year%100 != 0 || year%400 == 0) }

// monthStarts are the numbers of days before each month of a year that is not a leap year.
var monthStarts = [...]int16{0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365}

func daysInMonth(year, month int) int {
	n := int(monthStarts[month+1] - monthStarts[month])
	if month == 2 && isLeap(year) {
		n++
	}
	return n
}

// yearDay is the number of a day within its year, from 1.
func (d ymd) yearDay() int {
	n := int(monthStarts[d.month]) + int(d.day)
	if d.month > 2 && isLeap(int(d.year)) {
		n++
	}
	return n
}

// daysBeforeYear counts the days from the year 1 on.
func daysBeforeYear(year int) int {
	y := year - 1
	return y*365 + y/4 - y/100 + y/400
}

// ordinal is the number of a day, 1 January of the year 1 being 1.
func (d ymd) ordinal() int { return daysBeforeYear(int(d.year)) + d.yearDay() }

// fromOrdinal returns the year, month and day of the day with a number, which is positive; the year may be past maxYear.
//
// Years are counted from 1 March, so that the leap day comes last, within periods of 400 years, which all have 146,097
// days (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013).
func fromOrdinal(n int) (year, month, day int) {
	n += 305 // since 1 March of the year 0
	period := n / 146_097
	n %= 146_097
	year = (n - n/1460 + n/36_524 - n/146_096) / 365
	n -= 365*year + year/4 - year/100
	shifted := (5*n + 2) / 153 // months since March
	day = n - (153*shifted+2)/5 + 1
	month = shifted + 3
	if month > 12 {
		month -= 12
		year++
	}
	return period*400 + year, month, day
}

// dayOf is fromOrdinal for a number of at most maxOrdinal.
func dayOf(n int) ymd {
	y, m, d := fromOrdinal(n)
	return ymd{uint16(y), uint8(m), uint8(d)}
}

// plus is the day that many days later; ok is false where no date can be that.
func (d ymd) plus(days int) (day ymd, ok bool) {
	if n := int(d.day) + days; n >= 1 && n <= 28 {
		// Within the month.
		d.day = uint8(n)
		return d, true
	}
	n := d.ordinal() + days
	if n < 1 || n > maxOrdinal {
		return ymd{}, false
	}
	return dayOf(n), true
}

// weekday is 0 for Monday to 6 for Sunday.
func (d ymd) weekday() int { return (d.ordinal() + 6) % 7 }

// isoYearStart is the number of the Monday with which a year of ISO 8601 begins: its first week is the one that has the
// year's first Thursday.
func isoYearStart(year int) int {
	first := daysBeforeYear(year) + 1
	weekday := (first + 6) % 7
	monday := first - weekday
	if weekday > 3 {
		monday += 7
	}
	return monday
}

// isoCalendar returns year and week of ISO 8601 and the weekday from 1.
func (d ymd) isoCalendar() (year, week, weekday int) {
	n := d.ordinal()
	year = int(d.year)
	start := isoYearStart(year)
	if n < start {
		year--
		start = isoYearStart(year)
	} else if next := isoYearStart(year + 1); n >= next {
		year++
		start = next
	}
	return year, (n-start)/7 + 1, (n-start)%7 + 1
}

// isoWeeks is the number of weeks of a year of ISO 8601, 52 or 53.
func isoWeeks(year int) int { return (isoYearStart(year+1) - isoYearStart(year)) / 7 }

// key orders days.
func (d ymd) key() uint32 { return uint32(d.year)<<16 | uint32(d.month)<<8 | uint32(d.day) }

// key orders times of day; fold does not count.
func (c hms) key() uint64 {
	return uint64(c.hour)<<40 | uint64(c.minute)<<32 | uint64(c.second)<<24 | uint64(c.us)
}

// seconds since midnight.
func (c hms) seconds() int { return int(c.hour)*3600 + int(c.minute)*60 + int(c.second) }

// micros are microseconds since midnight.
func (c hms) micros() int64 { return int64(c.seconds())*usPerSecond + int64(c.us) }

// clockOf is the time of day a number of microseconds after midnight.
func clockOf(us int64) hms {
	s := int(us / usPerSecond)
	return hms{hour: uint8(s / 3600), minute: uint8(s / 60 % 60), second: uint8(s % 60), us: uint32(us % usPerSecond)}
}

// instant is a date and time of day as microseconds since midnight before day 0.
func instant(d ymd, c hms) int64 { return int64(d.ordinal())*usPerDay + c.micros() }

// floorDiv divides, rounding towards minus infinity; b is positive.
func floorDiv(a, b int64) (q, r int64) {
	q, r = a/b, a%b
	if r < 0 {
		q--
		r += b
	}
	return q, r
}
