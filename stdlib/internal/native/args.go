package native

import (
	"math"
	"math/big"
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Int converts an argument to a C int; OverflowError where it does not fit.
func Int(t *thread, v value) (int, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	if !ok || n > math.MaxInt32 || n < math.MinInt32 {
		return 0, objects.OverflowErrorf("Python int too large to convert to C int")
	}
	return int(n), nil
}

// IntOr is Int with a default for an omitted argument.
func IntOr(t *thread, v value, def int) (int, error) {
	if v.IsZero() {
		return def, nil
	}
	return Int(t, v)
}

// Int64 converts an argument to a signed 64-bit number (off_t, long long).
func Int64(t *thread, v value) (int64, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, err
	}
	n, ok := objects.Int64Of(i)
	if !ok {
		return 0, objects.OverflowErrorf("Python int too large to convert to C long")
	}
	return n, nil
}

// Size converts an argument to Py_ssize_t: None and an omitted argument are def.
func Size(t *thread, v value, def int) (int, error) {
	if v.IsZero() || v == objects.None {
		return def, nil
	}
	if v.IsInline() {
		return int(v.Inline()), nil
	}
	if objects.TypeOf(v).Number.Unary[objects.OpIndex] == nil && !objects.IsInt(v) {
		return 0, objects.TypeErrorf("argument should be integer or None, not '%s'", objects.TypeOf(v))
	}
	return objects.IndexInt(t, v, &objects.OverflowErrorType)
}

// Uint32 converts an argument to an unsigned 32-bit number such as uid_t, where -1 means "unchanged".
func Uint32(t *thread, v value, what string) (uint32, error) {
	i, err := objects.Index(t, v)
	if err != nil {
		return 0, objects.TypeErrorf("%s should be integer, not %s", what, objects.TypeOf(v))
	}
	n, ok := objects.Int64Of(i)
	if n == -1 && ok {
		return math.MaxUint32, nil
	}
	if !ok || n < 0 || n > math.MaxUint32 {
		word := "greater than maximum"
		if objects.Sign(i) < 0 {
			word = "less than minimum"
		}
		return 0, objects.OverflowErrorf("%s is %s", what, word)
	}
	return uint32(n), nil
}

// Float converts an argument to a float: a float, __float__ or __index__.
func Float(t *thread, v value) (float64, error) {
	if v.IsFloat() {
		return v.Float(), nil
	}
	if f, ok := objects.FloatOf(v); ok {
		return f, nil
	}
	if v.IsInline() {
		return float64(v.Inline()), nil
	}
	if objects.IsInt(v) {
		f, _ := new(big.Float).SetInt(objects.BigOf(v)).Float64()
		if math.IsInf(f, 0) {
			return 0, objects.OverflowErrorf("int too large to convert to float")
		}
		return f, nil
	}
	typ := objects.TypeOf(v)
	r, found, err := objects.CallSpecial(t, v, objects.Intern("__float__"))
	if err != nil {
		return 0, err
	}
	if found {
		f, ok := objects.FloatOf(r)
		if !ok {
			return 0, objects.TypeErrorf("%s.__float__ returned non-float (type %s)", typ, objects.TypeOf(r))
		}
		return f, nil
	}
	if typ.Number.Unary[objects.OpIndex] != nil {
		i, err := objects.Index(t, v)
		if err != nil {
			return 0, err
		}
		return Float(t, i)
	}
	return 0, objects.TypeErrorf("must be real number, not %s", typ)
}

// Bool is the truth of an argument, def where it was omitted.
func Bool(t *thread, v value, def bool) (bool, error) {
	if v.IsZero() {
		return def, nil
	}
	return objects.Truth(t, v)
}

// Or returns v, or def where v was omitted.
func Or(v, def value) value {
	if v.IsZero() {
		return def
	}
	return v
}

// None is v, or None where v is absent.
func None(v value) value { return Or(v, objects.None) }

// Given reports whether an argument was given and is not None.
func Given(v value) bool { return !v.IsZero() && v != objects.None }

func nothing() {}

// Bytes returns the contents of a bytes-like object and a function that ends their use.
func Bytes(t *thread, v value) ([]byte, func(), error) {
	if objects.Is(v, &objects.BytesType) {
		b, _ := objects.BytesOf(v)
		return b, nothing, nil
	}
	buf, err := objects.GetBuffer(t, v, objects.BufSimple)
	if err != nil {
		return nil, nil, err
	}
	if buf.Release == nil {
		return buf.Bytes(), nothing, nil
	}
	return buf.Bytes(), buf.Release, nil
}

// WritableBytes returns the memory of an object that can be written to, such as a bytearray, and a function that ends
// its use. fn names the function in messages, or the function and the argument ("recv_into() argument 1").
func WritableBytes(t *thread, v value, fn string) ([]byte, func(), error) {
	typ := objects.TypeOf(v)
	if !strings.Contains(fn, " argument ") {
		fn += " argument"
	}
	if objects.Is(v, &objects.BytesType) {
		return nil, nil, objects.TypeErrorf("%s must be read-write bytes-like object, not bytes", fn)
	}
	buf, err := objects.GetBuffer(t, v, objects.BufWritable)
	if err == nil && buf.ReadOnly {
		if buf.Release != nil {
			buf.Release()
		}
		err = objects.TypeErrorf("x")
	}
	if err != nil {
		return nil, nil, objects.TypeErrorf("%s must be read-write bytes-like object, not %s", fn, typ)
	}
	if buf.Release == nil {
		return buf.Bytes(), nothing, nil
	}
	return buf.Bytes(), buf.Release, nil
}

// Text returns a str argument as a Go string; fn and arg name it in the message.
func Text(v value, fn, arg string) (string, error) {
	s, ok := objects.StrOf(v)
	if !ok {
		if arg == "" {
			return "", objects.TypeErrorf("%s() argument must be str, not %s", fn, TypeName(v))
		}
		return "", objects.TypeErrorf("%s() argument %s must be str, not %s", fn, arg, TypeName(v))
	}
	return s.String(), nil
}

// TypeName is the name of v's type in messages of argument conversion, which say None for None.
func TypeName(v value) string {
	if v == objects.None {
		return "None"
	}
	return objects.TypeOf(v).TpName()
}

// Tuple makes a tuple as a value.
func Tuple(items ...value) value { return objects.ToValue(objects.NewTuple(items...)) }

// Str makes a str.
func Str(s string) value { return objects.StrValue(s) }

// Timespec converts a time in seconds, an int or a float, rounding towards minus infinity as for file times.
func Timespec(t *thread, v value) (unix.Timespec, error) {
	if v.IsFloat() || objects.IsFloatObject(v) {
		f, err := Float(t, v)
		if err != nil {
			return unix.Timespec{}, err
		}
		if math.IsNaN(f) {
			return unix.Timespec{}, objects.ValueErrorf("Invalid value NaN (not a number)")
		}
		whole := math.Floor(f)
		ns := math.Floor(float64((f - whole) * 1e9))
		if ns >= 1e9 {
			ns -= 1e9
			whole++
		}
		if whole < -(1<<63) || whole >= 1<<63 {
			return unix.Timespec{}, objects.OverflowErrorf("timestamp out of range for platform time_t")
		}
		return unix.Timespec{Sec: int64(whole), Nsec: int64(ns)}, nil
	}
	i, err := objects.Index(t, v)
	if err != nil {
		return unix.Timespec{}, err
	}
	n, ok := objects.Int64Of(i)
	if !ok {
		return unix.Timespec{}, objects.OverflowErrorf("timestamp out of range for platform time_t")
	}
	return unix.Timespec{Sec: n}, nil
}
