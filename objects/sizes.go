package objects

import (
	"strings"
	"sync"
)

// The sizes in bytes that a program sees in __basicsize__, __itemsize__ and __sizeof__: those of CPython's structs on a
// processor of 64 bits, since programs that print sys.getsizeof() expect these. What Go takes is another matter.

// basicSizes are the sizes of the built-in types, by their names; derived types that are not listed are as large as their base.
var basicSizes = sync.OnceValue(func() map[string]int64 {
	m := map[string]int64{}
	for size, names := range map[int64]string{
		16: "object NoneType NotImplementedType ellipsis",
		24: "FrameLocalsProxy SimpleNamespace cell dict_items dict_keys dict_values float generic_alias_iterator int mappingproxy tuple",
		32: "UnionType bytearray_iterator bytes_iterator callable_iterator classmethod complex filter iterator list_iterator " +
			"list_reverseiterator map method-wrapper reversed staticmethod str_ascii_iterator str_iterator tuple_iterator",
		33: "bytes",
		40: "async_generator_asend async_generator_athrow list longrange_iterator range_iterator slice super traceback",
		48: "dict getset_descriptor member_descriptor memory_iterator method range set_iterator zip",
		56: "builtin_function_or_method bytearray classmethod_descriptor dict_itemiterator dict_keyiterator dict_reverseitemiterator " +
			"dict_reversekeyiterator dict_reversevalueiterator dict_valueiterator enumerate method_descriptor module wrapper_descriptor",
		64:  "GenericAlias property str",
		72:  "BaseException",
		80:  "NameError StopIteration SystemExit",
		88:  "AttributeError BaseExceptionGroup",
		104: "ImportError",
		112: "OSError UnicodeDecodeError UnicodeEncodeError UnicodeTranslateError",
		136: "SyntaxError frame",
		144: "async_generator coroutine function generator memoryview",
		200: "code frozenset set",
		928: "type",
	} {
		for _, name := range strings.Fields(names) {
			m[name] = size
		}
	}
	return m
})

// itemSizes are the sizes of what objects of a type hold any number of.
var itemSizes = map[string]int64{
	"async_generator": 8, "bytes": 1, "code": 2, "coroutine": 8, "frame": 8, "generator": 8, "int": 4, "memoryview": 8, "tuple": 8, "type": 40,
}

// headerSize is what CPython's objects begin with beyond Adder's: the count of references.
const headerSize = 8

// gcHead and managedHead are what lies before an object that takes part in collections, and before one of a class that gives it
// a dictionary or weak references.
const (
	gcHead      = 16
	managedHead = 16
)

// sized returns the type whose struct an instance of typ has, and whether its size is known.
func (typ *Type) sized(sizes map[string]int64) (int64, bool) {
	for t := typ; t != nil; t = t.Base {
		if t.Flags&FlagHeap == 0 && (t.Module == "" || t.Module == "builtins" || t.Module == "types") {
			if n, ok := sizes[t.Name]; ok {
				return n, true
			}
		}
		if t == typ.solid {
			break
		}
	}
	return 0, false
}

// basicSize is __basicsize__.
func (typ *Type) basicSize() int64 {
	typ.ready()
	n, ok := typ.sized(basicSizes())
	if !ok {
		n = int64(typ.solid.size) + headerSize
	}
	return n + 8*int64(typ.nslots)
}

// itemSize is __itemsize__.
func (typ *Type) itemSize() int64 {
	typ.ready()
	n, _ := typ.sized(itemSizes)
	return n
}

// sizeOf is object.__sizeof__: the struct, and the items that it holds itself.
func sizeOf(v Value) int64 {
	typ := TypeOf(v)
	n := typ.basicSize()
	switch {
	case typ.Flags&FlagTupleSub != 0:
		n += 8 * int64(As[Tuple](v).Len())
	case typ.Flags&FlagBytesSub != 0:
		n += int64(len(As[Bytes](v).data))
	}
	return n
}

// HiddenSize is what sys.getsizeof adds to __sizeof__: the memory before the object.
func HiddenSize(typ *Type) int {
	typ.ready()
	heap := typ.Flags&FlagHeap != 0
	if !heap && typ.Traverse == nil && !strings.HasSuffix(typ.Name, "_descriptor") {
		return 0
	}
	n := gcHead
	if heap && (typ.HasDict && !typ.solid.HasDict || typ.Flags&FlagWeakrefs != 0 && typ.solid.Flags&FlagWeakrefs == 0) {
		n += managedHead
	}
	return n
}

// dictTableSize is the size of the table of a dict of n entries. CPython begins with room for 5 and doubles.
func dictTableSize(n int, strKeys bool) int64 {
	slots := int64(8)
	for slots*2/3 < int64(n) {
		slots *= 2
	}
	index := slots // bytes
	switch {
	case slots > 1<<15:
		index *= 4
	case slots > 1<<7:
		index *= 2
	}
	entry := int64(24)
	if strKeys {
		entry = 16
	}
	return 32 + index + slots*2/3*entry
}
