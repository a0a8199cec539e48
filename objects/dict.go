package objects

import (
	"slices"
	"unsafe"
)

// Dict is a hash table that keeps the order of insertion: an array of entries in that order, and an index of open
// addressing from hashes to entries. Tables of up to eight entries have no index and are searched.
//
// version changes whenever a key is added or removed or the entries move: a cache that remembers an entry's position
// stays right while it is unchanged. Assigning to an existing key keeps it.
//
// Concurrency: without the global lock a dict would have a lock for writers, readers validating the version.
type Dict struct {
	Head
	entries []dictEntry // removed ones have a zero key
	index   []int32     // -1: free; else a position in entries; length is a power of two
	used    int
	version uint64
	// strKeys says that every key is an exact str: lookups of str compare no other type.
	mixedKeys bool
	// foreign says that a key may be of a type whose comparison runs Python code.
	foreign bool
	// watched says that somebody wants to know of assignments: see Watch.
	watched bool
	// first is a position before which every entry is removed.
	first int32
	// slots holds __slots__ values of an instance whose attributes this dictionary is.
	slots []Value
}

type dictEntry struct {
	hash  int64
	key   Value
	value Value
}

const (
	dictLinear = 8
	freeSlot   = -1
	goneSlot   = -2
)

var dictVersion uint64

func (d *Dict) changed() {
	dictVersion++
	d.version = dictVersion
}

// NewDict makes an empty dict.
func NewDict() *Dict { return &Dict{Head: Head{&DictType}} }

// NewDictSize makes an empty dict with room for n entries.
func NewDictSize(n int) *Dict {
	switch {
	case n == 0:
		return NewDict()
	case n <= 4:
		p := new(dictWithEntries[[4]dictEntry])
		p.typ = &DictType
		p.entries = p.room[:0]
		return &p.Dict
	case n <= 8:
		p := new(dictWithEntries[[8]dictEntry])
		p.typ = &DictType
		p.entries = p.room[:0]
		return &p.Dict
	}
	d := NewDict()
	d.entries = make([]dictEntry, 0, n)
	return d
}

// dictWithEntries is a dict with room for its first entries: one allocation instead of two.
type dictWithEntries[T any] struct {
	Dict
	room T
}

// DictOf returns v as a dict, where it is one or of a derived type.
func DictOf(v Value) (*Dict, bool) {
	if typ := objectType(v); typ != nil && (typ == &DictType || typ.Flags&FlagDictSub != 0) {
		return As[Dict](v), true
	}
	return nil, false
}

// Len returns the number of entries.
func (d *Dict) Len() int { return d.used }

// Version identifies the set of keys and their positions.
func (d *Dict) Version() uint64 {
	if d.version == 0 {
		d.changed()
	}
	return d.version
}

// PresentVersion is the version for comparing with one that a cache remembered; 0 equals none.
func (d *Dict) PresentVersion() uint64 { return d.version }

// EntryValue returns the value at a position that a cache remembered under the present version.
func (d *Dict) EntryValue(i int) Value { return d.entries[i].value }

// SetEntryValue assigns to a position that a cache remembered under the present version.
func (d *Dict) SetEntryValue(i int, v Value) { d.entries[i].value = v }

// NextEntry iterates: it returns the entry at or behind position i and the position to go on with.
func (d *Dict) NextEntry(i int) (key, value Value, next int, ok bool) {
	i = max(i, int(d.first))
	for i < len(d.entries) {
		e := &d.entries[i]
		i++
		if !e.key.IsZero() {
			return e.key, e.value, i, true
		}
	}
	return Value{}, Value{}, i, false
}

// PrevEntry iterates backwards: it returns the entry at or before position i.
func (d *Dict) PrevEntry(i int) (key, value Value, next int, ok bool) {
	if i >= len(d.entries) {
		i = len(d.entries) - 1
	}
	for i >= 0 {
		e := &d.entries[i]
		i--
		if !e.key.IsZero() {
			return e.key, e.value, i, true
		}
	}
	return Value{}, Value{}, i, false
}

// NumPositions is the number of positions, removed entries included.
func (d *Dict) NumPositions() int { return len(d.entries) }

// findStr returns the position of a str key, or -1.
func (d *Dict) findStr(name *Str, hash int64) int {
	if d.index == nil {
		for i := range d.entries {
			e := &d.entries[i]
			if e.key.word == unsafe.Pointer(name) {
				return i
			}
		}
		if name.interned && !d.mixedKeys {
			// Most keys are interned too; then pointers would have been equal.
			for i := range d.entries {
				e := &d.entries[i]
				if e.hash == hash && !e.key.IsZero() {
					if k := As[Str](e.key); !k.interned && k.Equal(name) {
						return i
					}
				}
			}
			return -1
		}
		for i := range d.entries {
			e := &d.entries[i]
			if e.hash == hash && !e.key.IsZero() {
				if k, ok := StrOf(e.key); ok && k.Equal(name) {
					return i
				}
			}
		}
		return -1
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		p := d.index[i]
		if p == freeSlot {
			return -1
		}
		if p >= 0 {
			e := &d.entries[p]
			if e.key.word == unsafe.Pointer(name) {
				return int(p)
			}
			if e.hash == hash {
				if k, ok := StrOf(e.key); ok && k.Equal(name) {
					return int(p)
				}
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

// FindStr returns the position of a str key for a cache, or -1.
func (d *Dict) FindStr(name *Str) int { return d.findStr(name, name.Hash()) }

// GetStr returns the value of a str key, zero where it is absent.
func (d *Dict) GetStr(name *Str) Value {
	if i := d.findStr(name, name.Hash()); i >= 0 {
		return d.entries[i].value
	}
	return Value{}
}

// FindName is GetStr where a key may be of another type and equal the name: comparing those may run Python code.
func (d *Dict) FindName(t *Thread, name *Str) (Value, error) {
	if i := d.findStr(name, name.Hash()); i >= 0 {
		return d.entries[i].value, nil
	}
	if d.mixedKeys {
		return d.Get(t, name.Value())
	}
	return Value{}, nil
}

// HasStr reports whether a str key is there.
func (d *Dict) HasStr(name *Str) bool { return d.findStr(name, name.Hash()) >= 0 }

// SetStr assigns to a str key.
func (d *Dict) SetStr(name *Str, v Value) {
	hash := name.Hash()
	if i := d.findStr(name, hash); i >= 0 {
		d.entries[i].value = v
		return
	}
	d.insert(hash, ToValue(name), v)
}

// DeleteStr removes a str key and reports whether it was there.
func (d *Dict) DeleteStr(name *Str) bool {
	i := d.findStr(name, name.Hash())
	if i < 0 {
		return false
	}
	d.removeAt(i)
	return true
}

// find returns the position of a key, or -1. Comparing keys may run Python code, which may change the dict; then the
// search begins anew.
func (d *Dict) find(t *Thread, key Value, hash int64) (int, error) {
	if Is(key, &StrType) && !d.mixedKeys {
		return d.findStr(As[Str](key), hash), nil
	}
restart:
	version, entries := d.version, len(d.entries)
	if d.index == nil {
		for i := 0; i < len(d.entries); i++ {
			e := &d.entries[i]
			if e.key == key && !key.IsZero() {
				return i, nil
			}
			if e.hash == hash && !e.key.IsZero() {
				eq, err := d.sameKey(t, e.key, key)
				if err != nil {
					return -1, err
				}
				if d.version != version || len(d.entries) != entries {
					goto restart
				}
				if eq {
					return i, nil
				}
			}
		}
		return -1, nil
	}
	mask := uint64(len(d.index) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		p := d.index[i]
		if p == freeSlot {
			return -1, nil
		}
		if p >= 0 {
			e := &d.entries[p]
			if e.key == key {
				return int(p), nil
			}
			if e.hash == hash {
				eq, err := d.sameKey(t, e.key, key)
				if err != nil {
					return -1, err
				}
				if d.version != version || len(d.entries) != entries {
					goto restart
				}
				if eq {
					return int(p), nil
				}
			}
		}
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
}

func (d *Dict) sameKey(t *Thread, a, b Value) (bool, error) {
	if BothInline(a, b) {
		return a == b, nil
	}
	return Equal(t, a, b)
}

// Get returns the value of a key, zero where it is absent; an unhashable key is an error.
func (d *Dict) Get(t *Thread, key Value) (Value, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return Value{}, err
	}
	return d.GetHash(t, key, hash)
}

// GetHash is Get with the key's hash known.
func (d *Dict) GetHash(t *Thread, key Value, hash int64) (Value, error) {
	i, err := d.find(t, key, hash)
	if err != nil || i < 0 {
		return Value{}, err
	}
	return d.entries[i].value, nil
}

// Set assigns to a key.
func (d *Dict) Set(t *Thread, key, v Value) error {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	return d.SetHash(t, key, hash, v)
}

// SetHash is Set with the key's hash known.
func (d *Dict) SetHash(t *Thread, key Value, hash int64, v Value) error {
	i, err := d.find(t, key, hash)
	if err != nil {
		return err
	}
	if i >= 0 {
		d.entries[i].value = v
		return nil
	}
	d.insert(hash, key, v)
	return nil
}

// Delete removes a key and returns its value, zero where it was absent.
func (d *Dict) Delete(t *Thread, key Value) (Value, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return Value{}, err
	}
	i, err := d.find(t, key, hash)
	if err != nil || i < 0 {
		return Value{}, err
	}
	v := d.entries[i].value
	d.removeAt(i)
	return v, nil
}

// insert adds a key that is known to be absent.
func (d *Dict) insert(hash int64, key, v Value) {
	if len(d.entries) == cap(d.entries) && d.used <= len(d.entries)/2 && len(d.entries) > dictLinear {
		d.compact()
	}
	if !Is(key, &StrType) {
		d.mixedKeys = true
		d.foreign = d.foreign || !comparesPlainly(key)
	}
	if len(d.entries) == cap(d.entries) {
		// From 5 entries on doubled: the allocator has sizes for them.
		entries := make([]dictEntry, len(d.entries), max(5, 2*len(d.entries)))
		copy(entries, d.entries)
		d.entries = entries
	}
	d.entries = append(d.entries, dictEntry{hash, key, v})
	d.used++
	d.changed()
	n := len(d.entries)
	if d.index == nil {
		if n > dictLinear {
			d.rebuild()
		}
		return
	}
	if n*3 > len(d.index)*2 {
		d.rebuild()
		return
	}
	d.indexAdd(hash, int32(n-1))
}

func (d *Dict) indexAdd(hash int64, p int32) {
	mask := uint64(len(d.index) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for d.index[i] >= 0 {
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
	d.index[i] = p
}

// indexOf returns the slot of the index that holds the position of an entry.
func (d *Dict) indexOf(p int) *int32 {
	mask := uint64(len(d.index) - 1)
	hash := d.entries[p].hash
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for d.index[i] != int32(p) {
		perturb >>= 5
		i = (i*5 + perturb + 1) & mask
	}
	return &d.index[i]
}

// compact squeezes removed entries out.
func (d *Dict) compact() {
	live := d.entries[:0]
	for _, e := range d.entries {
		if !e.key.IsZero() {
			live = append(live, e)
		}
	}
	clear(d.entries[len(live):])
	d.entries, d.first = live, 0
	d.changed()
	if d.index != nil {
		d.rebuild()
	}
}

// reserve makes room for n more entries, which a merge is about to add, where they are many: else few of them may be new.
func (d *Dict) reserve(n int) {
	n += len(d.entries)
	if n <= cap(d.entries) || n > maxReserved {
		return
	}
	entries := make([]dictEntry, len(d.entries), n)
	copy(entries, d.entries)
	d.entries = entries
	d.changed()
	if n > dictLinear && len(d.index) < n*3/2 {
		d.rebuild()
	}
}

// maxReserved is the number of entries past which a dict grows as entries come.
const maxReserved = 1 << 24

// rebuild makes the index for the entries that there is room for and more, at most half full.
func (d *Dict) rebuild() {
	size := 16
	for size < max(len(d.entries)*2, cap(d.entries)*3/2) {
		size *= 2
	}
	if len(d.index) == size {
		for i := range d.index {
			d.index[i] = freeSlot
		}
	} else {
		d.index = make([]int32, size)
		for i := range d.index {
			d.index[i] = freeSlot
		}
	}
	for i := range d.entries {
		if !d.entries[i].key.IsZero() {
			d.indexAdd(d.entries[i].hash, int32(i))
		}
	}
}

// removeAt removes the entry at a position.
func (d *Dict) removeAt(p int) {
	if d.index != nil {
		*d.indexOf(p) = goneSlot
	}
	d.entries[p] = dictEntry{}
	d.used--
	d.changed()
	if p == int(d.first) {
		d.first++
	}
}

// trim takes removed entries away from the end. Only popitem() may: after a deletion an iterator that has passed the entry
// has to see that another one comes behind it.
func (d *Dict) trim() {
	n := len(d.entries)
	for n > 0 && d.entries[n-1].key.IsZero() {
		n--
	}
	d.entries = d.entries[:n]
	if n == 0 {
		d.first = 0
	}
	if n == 0 && d.index != nil {
		for i := range d.index {
			d.index[i] = freeSlot
		}
	}
}

// Clear removes everything.
func (d *Dict) Clear() {
	d.entries, d.index, d.used, d.first, d.mixedKeys, d.foreign = nil, nil, 0, 0, false, false
	d.changed()
}

// Copy returns a dict with the same entries.
func (d *Dict) Copy() *Dict {
	if n := d.used; n > 0 && n <= dictLinear && len(d.entries) == n && d.index == nil {
		c := NewDictSize(n)
		c.entries = append(c.entries, d.entries...)
		c.used, c.mixedKeys, c.foreign = n, d.mixedKeys, d.foreign
		return c
	}
	c := NewDict()
	c.copyTables(d)
	return c
}

// copyTables gives an empty dict the entries of another.
func (d *Dict) copyTables(o *Dict) {
	d.mixedKeys, d.foreign, d.used = o.mixedKeys, o.foreign, o.used
	if o.used == len(o.entries) {
		// Nothing was removed: the tables are copied as they are.
		d.entries = slices.Clone(o.entries)
		d.index = slices.Clone(o.index)
		return
	}
	d.entries = make([]dictEntry, 0, o.used)
	for i := range o.entries {
		if !o.entries[i].key.IsZero() {
			d.entries = append(d.entries, o.entries[i])
		}
	}
	if len(d.entries) > dictLinear {
		d.rebuild()
	}
}
