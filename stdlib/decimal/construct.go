package decimal

import (
	"strconv"
	"strings"

	"github.com/adder-lang/adder/internal/decnum"
	"github.com/adder-lang/adder/objects"
)

// setInt makes r an int exactly; ok is false where it has too many digits.
func setInt(r *number, v value) bool {
	if n, ok := objects.Int64Of(v); ok {
		r.SetInt64(n)
		return true
	}
	r.SetBig(objects.BigOf(v))
	return r.Digits <= decnum.MaxDigits
}

// operand returns an operand of arithmetic: a Decimal, or an int, which is converted into room; nil for other values.
func operand(v value, room *number) *number {
	if d, ok := decimalOf(v); ok {
		return &d.number
	}
	if objects.IsInt(v) && setInt(room, v) {
		return room
	}
	return nil
}

// argument is operand for arguments of methods, which must be numbers.
func argument(v value, room *number) (*number, error) {
	if n := operand(v, room); n != nil {
		return n, nil
	}
	return nil, unsupported(v)
}

func unsupported(v value) error {
	return objects.TypeErrorf("conversion from %s to Decimal is not supported", objects.TypeOf(v).Name)
}

// construct is Decimal.__new__.
func construct(t *thread, typ *objects.Type, args []value) (value, error) {
	c, err := contextArg(t, args[1])
	if err != nil {
		return value{}, err
	}
	v := args[0]
	if v.IsZero() {
		r := objects.As[decimal](typ.NewInstance())
		return objects.ToValue(r.zero()), nil
	}
	if objects.Is(v, &decimalType) && typ == &decimalType {
		return v, nil
	}
	return convert(t, typ, v, c, true)
}

// convert makes a Decimal of a value, exactly or rounded to the context.
func convert(t *thread, typ *objects.Type, v value, c *context, exactly bool) (value, error) {
	if d, ok := decimalOf(v); ok {
		r := objects.As[decimal](typ.NewInstance())
		if exactly {
			r.number = d.number
			return objects.ToValue(r), nil
		}
		if room := c.room(); d.IsNaN() && d.Digits > room {
			r.SetNaN()
			return c.finished(r, decnum.ConversionSyntax)
		}
		r.number = d.number
		return c.finished(r, c.Finish(&r.number))
	}
	if s, ok := objects.StrOf(v); ok {
		return fromText(typ, c, asciiOf(s, exactly), exactly)
	}
	if objects.IsInt(v) {
		// CPython leaves 0 as it is here, even where the context clamps exponents.
		return fromInt(typ, v, c, exactly || objects.Sign(v) == 0)
	}
	_, isList := objects.ListOf(v)
	_, isTuple := objects.TupleOf(v)
	if isList || isTuple {
		text, err := textOfParts(t, v)
		if err != nil {
			return value{}, err
		}
		return fromText(typ, c, text, exactly)
	}
	if f, ok := objects.FloatOf(v); ok {
		if err := c.signal(decnum.FloatOperation); err != nil {
			return value{}, err
		}
		return fromFloat(typ, f, c, exactly)
	}
	return value{}, unsupported(v)
}

// room is the number of digits of a payload that the context allows.
func (c *context) room() int64 {
	if c.Clamp {
		return c.Prec - 1
	}
	return c.Prec
}

func fromText(typ *objects.Type, c *context, text string, exactly bool) (value, error) {
	r := objects.As[decimal](typ.NewInstance())
	if exactly {
		return c.finished(r, r.ParseExact(text))
	}
	return c.finished(r, c.Parse(&r.number, text))
}

func fromInt(typ *objects.Type, v value, c *context, exactly bool) (value, error) {
	r := objects.As[decimal](typ.NewInstance())
	if !setInt(&r.number, v) {
		return value{}, noMemory()
	}
	if exactly {
		return objects.ToValue(r), nil
	}
	return c.finished(r, c.Finish(&r.number))
}

func fromFloat(typ *objects.Type, f float64, c *context, exactly bool) (value, error) {
	r := objects.As[decimal](typ.NewInstance())
	s := r.SetFloat(f)
	if !exactly {
		s |= c.Finish(&r.number)
	}
	return c.finished(r, s)
}

// fromNumber is from_float: a float or an int.
func fromNumber(t *thread, v value, c *context, exactly bool) (value, error) {
	if objects.IsInt(v) {
		return fromInt(&decimalType, v, c, exactly)
	}
	if f, ok := objects.FloatOf(v); ok {
		return fromFloat(&decimalType, f, c, exactly)
	}
	return value{}, objects.TypeErrorf("argument must be int or float")
}

// asciiOf writes a text with the digits of all scripts as ASCII; what cannot be part of a number makes it empty, so that it
// is no number. In lenient mode white space around it and underscores go.
func asciiOf(s *objects.Str, lenient bool) string {
	if s.IsASCII() {
		text := s.String()
		if lenient {
			text = strings.TrimFunc(text, objects.IsSpace)
			if strings.IndexByte(text, '_') >= 0 {
				text = strings.ReplaceAll(text, "_", "")
			}
		}
		return text
	}
	first, end := 0, s.Len()
	if lenient {
		for first < end && objects.IsSpace(s.At(first)) {
			first++
		}
		for first < end && objects.IsSpace(s.At(end-1)) {
			end--
		}
	}
	b := make([]byte, 0, end-first)
	for i := first; i < end; i++ {
		c := s.At(i)
		switch {
		case c == '_' && lenient:
		case c > 0 && c < 128:
			b = append(b, byte(c))
		case objects.IsSpace(c):
			b = append(b, ' ')
		default:
			d := objects.DecimalValue(c)
			if d < 0 {
				return ""
			}
			b = append(b, byte('0'+d))
		}
	}
	return string(b)
}

// textOfParts makes the text of a number that is given as sign, digits and exponent.
func textOfParts(t *thread, v value) (string, error) {
	parts, err := objects.ToTuple(t, v)
	if err != nil {
		return "", err
	}
	if parts.Len() != 3 {
		return "", objects.ValueErrorf("argument must be a sequence of length 3")
	}
	sign := parts.Item(0)
	n, ok := objects.Int64Of(sign)
	if !ok || n != 0 && n != 1 {
		return "", objects.ValueErrorf("sign must be an integer with the value 0 or 1")
	}
	text := "+"
	if n == 1 {
		text = "-"
	}
	var exp int64
	special := false
	if s, ok := objects.StrOf(parts.Item(2)); ok {
		special = true
		switch s.String() {
		case "F":
			return text + "Inf", nil
		case "n":
			text += "NaN"
		case "N":
			text += "sNaN"
		default:
			return "", objects.ValueErrorf("string argument in the third position must be 'F', 'n' or 'N'")
		}
	} else {
		if !objects.IsInt(parts.Item(2)) {
			return "", objects.ValueErrorf("exponent must be an integer")
		}
		if exp, ok = objects.Int64Of(parts.Item(2)); !ok {
			return "", objects.OverflowErrorf("Python int too large to convert to C ssize_t")
		}
	}
	wrong := objects.ValueErrorf("coefficient must be a tuple of digits")
	_, isList := objects.ListOf(parts.Item(1))
	_, isTuple := objects.TupleOf(parts.Item(1))
	if !isList && !isTuple {
		return "", wrong
	}
	digits, err := objects.ToTuple(t, parts.Item(1))
	if err != nil {
		return "", err
	}
	b := append(make([]byte, 0, digits.Len()+32), text...)
	for _, x := range digits.Items() {
		d, ok := objects.Int64Of(x)
		if !ok || d < 0 || d > 9 {
			return "", wrong
		}
		b = append(b, byte('0'+d))
	}
	if special {
		return string(b), nil
	}
	if digits.Len() == 0 {
		b = append(b, '0')
	}
	b = append(b, 'E')
	return string(strconv.AppendInt(b, exp, 10)), nil
}
