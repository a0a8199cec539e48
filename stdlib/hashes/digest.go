package hashes

import (
	"crypto/sha3"
	"hash"
	"math"
	"strconv"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// kind is a hash function.
type kind struct {
	typ        *objects.Type
	typeName   string // where it differs from name
	name       string
	title      string // in the doc string
	extendable bool   // digest() takes the length
	make       func() hash.Hash
}

// object is a hash object.
type object struct {
	objects.Head
	sum  hash.Hash
	name string
}

// shake makes an extendable-output function look like a hash.
type shake struct{ *sha3.SHAKE }

func (s *shake) Size() int { return 0 }

// Clone implements [hash.Cloner].
func (s *shake) Clone() (hash.Cloner, error) {
	c := *s.SHAKE
	return &shake{&c}, nil
}

// Sum appends an output of len(b) bytes, overwriting b, and leaves the state as it is.
func (s *shake) Sum(b []byte) []byte {
	c := *s.SHAKE
	_, _ = c.Read(b)
	return b
}

func (k *kind) newObject(t *thread, data value) (value, error) {
	return newObject(t, k.typ, k.name, k.make(), data)
}

func newObject(t *thread, typ *objects.Type, name string, sum hash.Hash, data value) (value, error) {
	v := typ.NewInstance()
	o := objects.As[object](v)
	o.sum, o.name = sum, name
	if data.IsZero() {
		return v, nil
	}
	return v, o.update(t, data)
}

// update hashes the contents of an object with a buffer.
func (o *object) update(t *thread, data value) error {
	if _, ok := objects.StrOf(data); ok {
		return objects.TypeErrorf("Strings must be encoded before hashing")
	}
	if objects.TypeOf(data).Buffer == nil {
		return objects.TypeErrorf("object supporting the buffer API required")
	}
	b, release, err := native.Bytes(t, data)
	if err != nil {
		return err
	}
	_, _ = o.sum.Write(b)
	release()
	return nil
}

func (o *object) copy() (value, error) {
	c, err := o.sum.(hash.Cloner).Clone()
	if err != nil {
		return value{}, objects.RuntimeErrorf("%s", err.Error())
	}
	v := objects.TypeOf(objects.ToValue(o)).NewInstance()
	n := objects.As[object](v)
	n.sum, n.name = c, o.name
	return v, nil
}

// maxShake is the first length of an output that is too large, in bytes.
const maxShake = 1 << 29

// length converts the length of an output, in bytes.
func length(t *thread, v value) (int, error) {
	n, err := unsigned(t, v, math.MaxUint64)
	if err != nil {
		return 0, err
	}
	if n >= maxShake {
		return 0, objects.ValueErrorf("length is too large")
	}
	return int(n), nil
}

// unsigned converts an argument to an unsigned C long.
func unsigned(t *thread, v value, limit uint64) (uint64, error) {
	if !objects.IsInt(v) {
		return 0, objects.TypeErrorf("an integer is required")
	}
	if objects.Sign(v) < 0 {
		return 0, objects.ValueErrorf("value must be positive")
	}
	n, ok := objects.Uint64Of(v)
	if !ok || n > limit {
		return 0, objects.OverflowErrorf("Python int too large to convert to C unsigned long")
	}
	return n, nil
}

// digest returns the value of the hash so far.
func (o *object) digest(t *thread, args []value) ([]byte, error) {
	if len(args) == 0 {
		return o.sum.Sum(nil), nil
	}
	n, err := length(t, args[0])
	if err != nil {
		return nil, err
	}
	return o.sum.Sum(make([]byte, n)), nil
}

// complete fills the type in at the first import.
func (k *kind) complete(module string) {
	if k.typ.Name != "" {
		return
	}
	name := k.name
	if k.typeName != "" {
		name = k.typeName
		k.typ.Flags = objects.FlagNoInstantiate
	} else {
		// CPython's constructors of this family all report errors under the name of the first.
		k.typ.New = objects.NewBound("sha3_224", "data=?, /, *, usedforsecurity=True", func(t *thread, typ *objects.Type, args []value) (value, error) {
			return k.newObject(t, args[0])
		})
		what := "SHA3 object\n\nStart to compute the SHA-3 function whose digests have " + strconv.Itoa(k.make().Size()) + " bytes."
		if k.extendable {
			what = "SHAKE object\n\nStart to compute a function of the SHA-3 family whose digests are as long as you like."
		}
		k.typ.Doc = name + "([data], *, usedforsecurity=True) -> " + what
	}
	describe(k.typ, name, module, k.extendable)
	if module != "_sha3" {
		return
	}
	common := k.typ.GetSets
	k.typ.GetSets = func() []objects.GetSetDef {
		rate := k.make().BlockSize()
		suffix := byte(6)
		if k.extendable {
			suffix = 0x1f
		}
		return append(common(),
			objects.GetSetDef{Name: "_capacity_bits", Get: func(t *thread, self value) (value, error) { return objects.Int(int64(1600 - 8*rate)), nil }},
			objects.GetSetDef{Name: "_rate_bits", Get: func(t *thread, self value) (value, error) { return objects.Int(int64(8 * rate)), nil }},
			objects.GetSetDef{Name: "_suffix", Get: func(t *thread, self value) (value, error) { return objects.NewBytes([]byte{suffix}), nil }})
	}
}

// describe fills in what the types of all hash objects share.
func describe(typ *objects.Type, name, module string, extendable bool) {
	typ.Name, typ.Module = name, module
	objects.Layout[object](typ)
	typ.Methods = func() []objects.FuncDef {
		sig := ""
		if extendable {
			sig = "length, /"
		}
		update := objects.FuncDef{Name: "update", Sig: "obj, /", Doc: "Hash the bytes of obj, too.",
			Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.None, objects.As[object](self).update(t, args[0])
			}}
		if module == "_sha3" || module == "_blake2" {
			update.Sig, update.Doc = "data, /", "Hash the bytes of data, too."
		}
		return []objects.FuncDef{
			{Name: "copy", Doc: "Return another hash object that has hashed the same bytes.", Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.As[object](self).copy()
			}},
			{Name: "digest", Sig: sig, Doc: "Return the digest of all bytes so far.", Fn: func(t *thread, self value, args []value) (value, error) {
				b, err := objects.As[object](self).digest(t, args)
				if err != nil {
					return value{}, err
				}
				return objects.NewBytes(b), nil
			}},
			{Name: "hexdigest", Sig: sig, Doc: "Return the digest of all bytes so far, as hexadecimal digits.", Fn: func(t *thread, self value, args []value) (value, error) {
				b, err := objects.As[object](self).digest(t, args)
				if err != nil {
					return value{}, err
				}
				return objects.HexText(b), nil
			}},
			update,
		}
	}
	typ.GetSets = func() []objects.GetSetDef {
		return []objects.GetSetDef{
			{Name: "block_size", Get: func(t *thread, self value) (value, error) {
				return objects.Int(int64(objects.As[object](self).sum.BlockSize())), nil
			}},
			{Name: "digest_size", Get: func(t *thread, self value) (value, error) {
				return objects.Int(int64(objects.As[object](self).sum.Size())), nil
			}},
			{Name: "name", Get: func(t *thread, self value) (value, error) {
				return native.Str(objects.As[object](self).name), nil
			}},
		}
	}
}
