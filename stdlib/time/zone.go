package time

import (
	"bytes"
	"encoding/binary"
	"os"
	"strings"
	gotime "time"

	"github.com/adder-lang/adder/objects"
)

// zone is the local time zone as TZ describes it.
var zone struct {
	loc *gotime.Location
	// offsets are in seconds west of Greenwich, as time.timezone and time.altzone; names are of standard and summer time.
	std, alt int
	names    [2]string
	hasDST   bool
}

// local returns the local time zone.
func local() *gotime.Location {
	if zone.loc == nil {
		loadZone()
	}
	return zone.loc
}

// Offset returns how far local time is ahead of UTC, in seconds, and what the zone is called, at a number of seconds since
// the Epoch.
func Offset(seconds int64) (offset int, name string) {
	name, offset = gotime.Unix(seconds, 0).In(local()).Zone()
	return offset, name
}

// loadZone reads TZ as the C library does: a file below the zone directory, a rule of POSIX, or the system's zone.
func loadZone() {
	tz, set := os.LookupEnv("TZ")
	zone.loc = gotime.UTC
	switch {
	case !set:
		if b, err := os.ReadFile("/etc/localtime"); err == nil {
			if loc, err := gotime.LoadLocationFromTZData("Local", b); err == nil {
				zone.loc = loc
			}
		}
	case tz == "" || tz == "UTC" || tz == "GMT":
	default:
		name := strings.TrimPrefix(tz, ":")
		if strings.HasPrefix(name, "/") {
			if b, err := os.ReadFile(name); err == nil {
				if loc, err := gotime.LoadLocationFromTZData(name, b); err == nil {
					zone.loc = loc
					break
				}
			}
		}
		if loc, err := gotime.LoadLocation(name); err == nil && name != "Local" {
			zone.loc = loc
			break
		}
		if loc := ruleZone(tz); loc != nil {
			zone.loc = loc
		}
	}
	// The names and offsets are those in force in winter and summer of this year.
	year := gotime.Now().In(zone.loc).Year()
	n1, o1 := gotime.Date(year, 1, 1, 0, 0, 0, 0, zone.loc).Zone()
	n2, o2 := gotime.Date(year, 7, 1, 0, 0, 0, 0, zone.loc).Zone()
	if o1 > o2 {
		n1, o1, n2, o2 = n2, o2, n1, o1
	}
	zone.std, zone.alt = -o1, -o2
	zone.names = [2]string{n1, n2}
	zone.hasDST = o1 != o2
}

// ruleZone makes a zone of a rule such as "EST5EDT,M3.2.0,M11.1.0". Before 1970 the C library does not apply the rule: what is
// in force then is what it gives for the Epoch.
func ruleZone(rule string) *gotime.Location {
	name, offset, rest, ok := ruleHead(rule)
	if !ok {
		return nil
	}
	if rest != "" && !strings.Contains(rest, ",") {
		// The rules of the United States, which the C library assumes.
		rule += ",M3.2.0,M11.1.0"
	}
	loc := zoneFile(rule, name, offset, false)
	if loc != nil {
		if epoch := gotime.Unix(0, 0).In(loc); epoch.IsDST() {
			name, offset := epoch.Zone()
			loc = zoneFile(rule, name, offset, true)
		}
	}
	return loc
}

// zoneFile makes a zone whose time has a name and an offset up to the Epoch, and follows a rule from there. Go reads rules at
// the end of zone files only, so a file is built around it; its one transition is at the Epoch.
func zoneFile(rule, name string, offset int, dst bool) *gotime.Location {
	var b bytes.Buffer
	header := func(transitions int) {
		b.WriteString("TZif2")
		b.Write(make([]byte, 15))
		for _, n := range [...]int{0, 0, 0, transitions, 1, len(name) + 1} {
			_ = binary.Write(&b, binary.BigEndian, uint32(n))
		}
	}
	body := func() {
		_ = binary.Write(&b, binary.BigEndian, int32(offset))
		_ = binary.Write(&b, binary.BigEndian, dst)
		b.WriteByte(0)
		b.WriteString(name)
		b.WriteByte(0)
	}
	header(0)
	body()
	header(1)
	b.Write(make([]byte, 8+1))
	body()
	b.WriteString("\n" + rule + "\n")
	loc, err := gotime.LoadLocationFromTZData(rule, b.Bytes())
	if err != nil {
		return nil
	}
	return loc
}

// ruleHead reads the name and the offset of standard time, in seconds east of Greenwich, from a rule.
func ruleHead(rule string) (name string, offset int, rest string, ok bool) {
	i := 0
	if strings.HasPrefix(rule, "<") {
		if i = strings.IndexByte(rule, '>'); i < 0 {
			return "", 0, "", false
		}
		name = rule[1:i]
		i++
	} else {
		for i < len(rule) && (rule[i] >= 'A' && rule[i] <= 'Z' || rule[i] >= 'a' && rule[i] <= 'z') {
			i++
		}
		name = rule[:i]
	}
	if len(name) < 3 || i == len(rule) {
		return "", 0, "", false
	}
	sign := -1
	switch rule[i] {
	case '-':
		sign = 1
		i++
	case '+':
		i++
	}
	unit := 3600
	for digits := 0; ; i++ {
		n := 0
		digits = 0
		for i < len(rule) && rule[i] >= '0' && rule[i] <= '9' {
			n = n*10 + int(rule[i]-'0')
			digits++
			i++
		}
		if digits == 0 || n > 167 {
			return "", 0, "", false
		}
		offset += sign * n * unit
		unit /= 60
		if unit == 0 || i == len(rule) || rule[i] != ':' {
			break
		}
	}
	return name, offset, rule[i:], true
}

// setZoneAttributes sets timezone, altzone, daylight and tzname.
func setZoneAttributes(m *objects.Module) {
	loadZone()
	m.Set("timezone", objects.Int(int64(zone.std)))
	m.Set("altzone", objects.Int(int64(zone.alt)))
	m.Set("daylight", objects.Int(0))
	if zone.hasDST {
		m.Set("daylight", objects.Int(1))
	}
	m.Set("tzname", objects.ToValue(objects.NewTuple(objects.StrValue(zone.names[0]), objects.StrValue(zone.names[1]))))
}
