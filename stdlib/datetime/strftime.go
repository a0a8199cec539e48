package datetime

import (
	"fmt"
	"strings"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// strftime formats a date, time or datetime through time.strftime() of tuple. The directives that a struct_time cannot
// answer, %f, %z, %:z and %Z, are replaced in the format first; arg is what a time zone is asked about.
func strftime(t *thread, self value, format *objects.Str, tuple, arg value) (value, error) {
	text, err := utf8Of(t, format)
	if err != nil {
		return value{}, err
	}
	if strings.IndexByte(text, '%') >= 0 {
		if text, err = replaceDirectives(t, self, text, arg); err != nil {
			return value{}, err
		}
	}
	// The C string ends at the first NUL.
	text, _, _ = strings.Cut(text, "\x00")
	fn, err := timeAttribute(t, "strftime")
	if err != nil {
		return value{}, err
	}
	return objects.Call2(t, fn, native.Str(text), tuple)
}

func replaceDirectives(t *thread, self value, format string, arg value) (string, error) {
	var zone value
	us := uint32(0)
	switch {
	case isTime(self):
		zone, us = asTime(self).zone, asTime(self).us
	case objects.IsInstance(self, &dateTimeType):
		zone, us = asDateTime(self).zone, asDateTime(self).us
	}
	var b strings.Builder
	// What a directive stands for, once it has been asked for.
	offsets, name := map[string]string{}, ""
	named := false
	for format != "" {
		i := strings.IndexByte(format, '%')
		if i < 0 || i+1 == len(format) {
			break
		}
		b.WriteString(format[:i])
		directive := format[i : i+2]
		format = format[i+2:]
		switch {
		case directive == "%:" && strings.HasPrefix(format, "z"):
			directive, format = "%:z", format[1:]
			fallthrough
		case directive == "%z":
			text, known := offsets[directive]
			if !known {
				d, err := callOffset(t, zone, names.utcoffset, arg)
				if err != nil {
					return "", err
				}
				if d != nil {
					text = string(appendOffset(nil, d, strings.Trim(directive, "%z")))
				}
				offsets[directive] = text
			}
			b.WriteString(text)
		case directive == "%Z":
			if !named {
				v, err := callName(t, zone, arg)
				if err != nil {
					return "", err
				}
				if !v.IsZero() {
					if name, err = plainName(t, v); err != nil {
						return "", err
					}
				}
				named = true
			}
			b.WriteString(name)
		case directive == "%f":
			fmt.Fprintf(&b, "%06d", us)
		default:
			b.WriteString(directive)
		}
	}
	b.WriteString(format)
	return b.String(), nil
}
