package datetime

import (
	"strconv"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var isoDateType typeOf

// isoDate is the result of isocalendar(): a tuple of year, week and weekday.
type isoDate struct{ objects.Tuple }

func makeISODate(year, week, weekday value) value {
	v := isoDateType.NewInstance()
	objects.SetTupleItems(objects.As[objects.Tuple](v), []value{year, week, weekday})
	return v
}

func (d ymd) isoDate() value {
	year, week, weekday := d.isoCalendar()
	return makeISODate(objects.Int(int64(year)), objects.Int(int64(week)), objects.Int(int64(weekday)))
}

func initISODate() {
	typ := &isoDateType
	typ.Name, typ.Module = "IsoCalendarDate", "datetime"
	typ.Doc = "A date of the calendar of ISO 8601: a tuple of year, week and weekday, which are its attributes too."
	typ.Base, typ.Flags = &objects.TupleType, objects.FlagTupleSub
	objects.Layout[isoDate](typ)
	typ.New = objects.NewBound("IsoCalendarDate", "year, week, weekday", func(t *thread, typ *typeOf, args []value) (value, error) {
		for _, v := range args {
			if _, err := intArg(t, v); err != nil {
				return value{}, err
			}
		}
		return makeISODate(args[0], args[1], args[2]), nil
	})
	typ.Repr = func(t *thread, self value) (value, error) {
		b := append([]byte(objects.TypeOf(self).TpName()), "(year="...)
		for i, label := range [...]string{"", ", week=", ", weekday="} {
			n, err := intArg(t, objects.As[isoDate](self).Item(i))
			if err != nil {
				return value{}, err
			}
			b = strconv.AppendInt(append(b, label...), int64(n), 10)
		}
		return native.Str(string(append(b, ')'))), nil
	}
	typ.Methods = func() []objects.FuncDef {
		return []objects.FuncDef{{Name: "__reduce__", Doc: "Pickle as a plain tuple.", Fn: func(t *thread, self value, args []value) (value, error) {
			items := native.Tuple(objects.As[isoDate](self).Items()...)
			return native.Tuple(objects.ToValue(&objects.TupleType), native.Tuple(items)), nil
		}}}
	}
	typ.GetSets = func() []objects.GetSetDef {
		item := func(name string, i int) objects.GetSetDef {
			return objects.GetSetDef{Name: name, Get: func(t *thread, self value) (value, error) { return objects.As[isoDate](self).Item(i), nil }}
		}
		return []objects.GetSetDef{item("year", 0), item("week", 1), item("weekday", 2)}
	}
}
