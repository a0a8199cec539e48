package objects

import (
	"slices"
	"unsafe"
)

// Set is a set or a frozenset: a hash table with open addressing. Table sizes, the order of probing and the moments of
// growth are those of CPython, because the order in which a set iterates follows from them and programs print sets: a
// probe looks at a slot and the nine behind it, then jumps; the table grows fourfold when three fifths are used.
//
// Concurrency: as [Dict].
type Set struct {
	Head
	table  []setEntry // length is a power of two, nil for a new set
	fill   int        // slots in use, removed members included
	used   int
	finger int   // where pop() goes on
	hash   int64 // of a frozenset, once computed
	// foreign says that a member may be of a type whose comparison runs Python code.
	foreign bool
	// plain says that the table is memory that the collector does not scan: no member is an object.
	plain bool
	// version changes when the table is replaced.
	version uint32
}

type setEntry struct {
	key  Value
	hash int64
}

const (
	setMinSize = 8
	// setProbes is the number of neighbouring slots looked at before a jump.
	setProbes = 9
	// setLarge is the number of members past which a set only doubles.
	setLarge = 50000
)

// removedMember is the key of slots whose member was removed.
var removedObject = singleton{Head{&ObjectType}}

func removedKey() Value { return Value{unsafe.Pointer(&removedObject)} }

// NewSet makes an empty set.
func NewSet() *Set { return newSetAs(&SetType) }

// setWithTable is a set with room for its first table: one allocation instead of two.
type setWithTable[T any] struct {
	Set
	slots T
}

// newSetAs makes an empty set or frozenset, of exactly that type.
func newSetAs(typ *Type) *Set {
	p := new(setWithTable[[setMinSize]setEntry])
	p.typ = typ
	p.table = p.slots[:]
	return &p.Set
}

// newSetFor makes an empty set or frozenset of exactly that type, whose table is that of a new set that takes the members of
// another one at once (see merge).
func newSetFor(typ *Type, o *Set) *Set {
	if o.used*5 < (setMinSize-1)*3 {
		return newSetAs(typ)
	}
	size := setSize(o.used * 2)
	if size == 4*setMinSize {
		p := new(setWithTable[[4 * setMinSize]setEntry])
		p.typ = typ
		p.table = p.slots[:]
		return &p.Set
	}
	p := &Set{Head: Head{typ}}
	p.makeTable(size, o.plain)
	return p
}

// setSize returns the size of a table for more than minUsed members.
func setSize(minUsed int) int {
	size := setMinSize
	for size <= minUsed {
		size <<= 1
	}
	return size
}

// makeTable gives s an empty table.
func (s *Set) makeTable(size int, plain bool) {
	s.plain = plain
	if plain {
		s.table = unsafe.Slice((*setEntry)(unsafe.Pointer(unsafe.SliceData(make([]uint64, 2*size)))), size)
	} else {
		s.table = make([]setEntry, size)
	}
}

// setPlain reports whether a table has no members that are objects; the mark of removed ones is a variable of the program.
func setPlain(table []setEntry) bool {
	for i := range table {
		if k := table[i].key; k.IsObject() && k != removedKey() {
			return false
		}
	}
	return true
}

// scanned moves a plain table to memory that the collector scans: an object is about to be added.
func (s *Set) scanned() {
	old := s.table
	s.makeTable(len(old), false)
	copy(s.table, old)
}

// NewFrozenset makes a frozenset of items; it is zero where one of them is not hashable.
func NewFrozenset(t *Thread, items []Value) Value {
	s := newSetAs(&FrozensetType)
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return Value{}
		}
	}
	return ToValue(s)
}

// NewSetOf makes a set of items; one that is not hashable is an error.
func NewSetOf(t *Thread, items []Value) (Value, error) {
	s := NewSet()
	for _, v := range items {
		if err := s.Add(t, v); err != nil {
			return Value{}, err
		}
	}
	return ToValue(s), nil
}

// SetItems returns the members of a set or frozenset in the order of iteration.
func SetItems(v Value) []Value {
	s := As[Set](v)
	return s.appendTo(make([]Value, 0, s.used))
}

// appendTo appends the members in the order of iteration.
func (s *Set) appendTo(items []Value) []Value {
	for i := range s.table {
		if k := s.table[i].key; !k.IsZero() && k != removedKey() {
			items = append(items, k)
		}
	}
	return items
}

// SetOf returns v as a set or frozenset, where it is one or of a derived type.
func SetOf(v Value) (*Set, bool) {
	if typ := objectType(v); typ != nil && (typ == &SetType || typ == &FrozensetType || typ.Flags&FlagHeap != 0 &&
		(typ.IsSubtype(&SetType) || typ.IsSubtype(&FrozensetType))) {
		return As[Set](v), true
	}
	return nil, false
}

// Len returns the number of members.
func (s *Set) Len() int { return s.used }

func (s *Set) mask() int { return len(s.table) - 1 }

// Next iterates: it returns the member at or behind position i and the position to go on with.
func (s *Set) Next(i int) (v Value, next int, ok bool) {
	for ; i < len(s.table); i++ {
		if k := s.table[i].key; !k.IsZero() && k != removedKey() {
			return k, i + 1, true
		}
	}
	return Value{}, i, false
}

// lookup returns the slot of a member, or -1.
func (s *Set) lookup(t *Thread, key Value, hash int64) (int, error) {
restart:
	if s.used == 0 {
		return -1, nil
	}
	mask := uint64(len(s.table) - 1)
	i := uint64(hash) & mask
	// Most searches end at the first slot.
	if first := &s.table[i]; first.key == key {
		return int(i), nil
	} else if first.key.IsZero() {
		return -1, nil
	}
	version := s.version
	perturb := uint64(hash)
	for {
		last := i
		if i+setProbes <= mask {
			last = i + setProbes
		}
		for j := i; j <= last; j++ {
			e := &s.table[j]
			if e.key.IsZero() {
				return -1, nil
			}
			if e.hash == hash && e.key != removedKey() {
				if e.key == key {
					return int(j), nil
				}
				k := e.key
				if BothInline(k, key) {
					continue
				}
				eq, err := Equal(t, k, key)
				if err != nil {
					return -1, err
				}
				if s.version != version || s.table[j].key != k {
					goto restart
				}
				if eq {
					return int(j), nil
				}
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// Add adds a member.
func (s *Set) Add(t *Thread, key Value) error {
	hash, err := Hash(t, key)
	if err != nil {
		return err
	}
	return s.addHash(t, key, hash)
}

func (s *Set) addHash(t *Thread, key Value, hash int64) error {
	if !s.foreign && key.IsObject() && HeadType(key) != &StrType && !comparesPlainly(key) {
		s.foreign = true
	}
restart:
	if s.plain && key.IsObject() {
		s.scanned()
	}
	if s.table == nil {
		s.table = make([]setEntry, setMinSize)
	}
	version := s.version
	// The removed slot seen last takes the member.
	free := -1
	mask := uint64(len(s.table) - 1)
	perturb := uint64(hash)
	i := uint64(hash) & mask
	for {
		last := i
		if i+setProbes <= mask {
			last = i + setProbes
		}
		for j := i; j <= last; j++ {
			e := &s.table[j]
			if e.key == removedKey() {
				free = int(j)
				continue
			}
			if e.key.IsZero() {
				if free >= 0 {
					s.table[free] = setEntry{key, hash}
					s.used++
					return nil
				}
				*e = setEntry{key, hash}
				s.fill++
				s.used++
				if uint64(s.fill)*5 >= mask*3 {
					if s.used > setLarge {
						s.resize(s.used * 2)
					} else {
						s.resize(s.used * 4)
					}
				}
				return nil
			}
			if e.hash == hash {
				if e.key == key {
					return nil
				}
				k := e.key
				if BothInline(k, key) {
					continue
				}
				eq, err := Equal(t, k, key)
				if err != nil {
					return err
				}
				if s.version != version || s.table[j].key != k {
					goto restart
				}
				if eq {
					return nil
				}
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// resize makes the table large enough for more than minUsed members and drops removed ones.
func (s *Set) resize(minUsed int) {
	size := setSize(minUsed)
	old := s.table
	s.makeTable(size, size > setMinSize && (s.plain || setPlain(old)))
	s.version++
	s.fill = s.used
	if s.used == 0 {
		return
	}
	for _, e := range old {
		if !e.key.IsZero() && e.key != removedKey() {
			s.insertClean(e)
		}
	}
}

// addNew adds a member that is known to be new to a set that nothing was removed from.
func (s *Set) addNew(e setEntry) {
	if e.key.IsObject() {
		if s.plain {
			s.scanned()
		}
		s.foreign = s.foreign || HeadType(e.key) != &StrType && !comparesPlainly(e.key)
	}
	s.insertClean(e)
	s.fill++
	s.used++
	if s.fill*5 >= s.mask()*3 {
		if s.used > setLarge {
			s.resize(s.used * 2)
		} else {
			s.resize(s.used * 4)
		}
	}
}

// insertClean puts a member that is known to be new into a table without removed ones.
func (s *Set) insertClean(e setEntry) {
	mask := uint64(len(s.table) - 1)
	perturb := uint64(e.hash)
	i := uint64(e.hash) & mask
	for {
		last := i
		if i+setProbes <= mask {
			last = i + setProbes
		}
		for j := i; j <= last; j++ {
			if s.table[j].key.IsZero() {
				s.table[j] = e
				return
			}
		}
		perturb >>= 5
		i = (i*5 + 1 + perturb) & mask
	}
}

// merge adds the members of another set.
func (s *Set) merge(t *Thread, o *Set) error {
	if o == s || o.used == 0 {
		return nil
	}
	switch {
	case s.fill == 0 && (s.table == nil || o.used*5 >= (len(s.table)-1)*3):
		size := setMinSize
		if o.used*5 >= (max(len(s.table), setMinSize)-1)*3 {
			size = setSize(o.used * 2)
		}
		s.makeTable(size, o.plain)
		s.version++
	case (s.fill+o.used)*5 >= (len(s.table)-1)*3:
		s.resize((s.used + o.used) * 2)
	}
	if s.plain && !o.plain && !setPlain(o.table) {
		s.scanned()
	}
	if s.fill == 0 {
		s.version++
		if len(s.table) == len(o.table) && o.fill == o.used {
			copy(s.table, o.table)
		} else {
			for _, e := range o.table {
				if !e.key.IsZero() && e.key != removedKey() {
					s.insertClean(e)
				}
			}
		}
		s.fill, s.used, s.foreign = o.used, o.used, s.foreign || o.foreign
		return nil
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; !e.key.IsZero() && e.key != removedKey() {
			if err := s.addHash(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

// Update adds the members of an iterable.
func (s *Set) Update(t *Thread, other Value) error {
	if o, ok := SetOf(other); ok {
		return s.merge(t, o)
	}
	if Is(other, &DictType) {
		d := As[Dict](other)
		if s.table == nil {
			s.table = make([]setEntry, setMinSize)
		}
		if (s.fill+d.used)*5 >= s.mask()*3 {
			s.resize((s.used + d.used) * 2)
		}
		for i := 0; i < len(d.entries); i++ {
			if e := d.entries[i]; !e.key.IsZero() {
				if err := s.addHash(t, e.key, e.hash); err != nil {
					return err
				}
			}
		}
		return nil
	}
	switch objectType(other) {
	case &ListType:
		l := As[List](other)
		for i := 0; i < l.n; i++ {
			if err := s.Add(t, *l.At(i)); err != nil {
				return err
			}
		}
		return nil
	case &TupleType:
		for _, v := range As[Tuple](other).Items() {
			if err := s.Add(t, v); err != nil {
				return err
			}
		}
		return nil
	}
	return EachTake(t, other, func(v Value) bool {
		return !s.foreign && comparesPlainly(v) && s.Add(t, v) == nil
	}, func(v Value) error { return s.Add(t, v) })
}

// Contains reports whether key is a member.
func (s *Set) Contains(t *Thread, key Value) (bool, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	i, err := s.lookup(t, key, hash)
	return i >= 0, err
}

// Discard removes a member and reports whether it was there.
func (s *Set) Discard(t *Thread, key Value) (bool, error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	return s.discardHash(t, key, hash)
}

func (s *Set) discardHash(t *Thread, key Value, hash int64) (bool, error) {
	i, err := s.lookup(t, key, hash)
	if err != nil || i < 0 {
		return false, err
	}
	s.table[i] = setEntry{removedKey(), -1}
	s.used--
	return true, nil
}

// Clear removes all members.
func (s *Set) Clear() {
	s.table, s.fill, s.used, s.finger, s.foreign, s.plain = nil, 0, 0, 0, false, false
	s.version++
}

// Pop removes a member; it is zero where there is none.
func (s *Set) Pop() Value {
	if s.used == 0 {
		return Value{}
	}
	i := s.finger & s.mask()
	for s.table[i].key.IsZero() || s.table[i].key == removedKey() {
		i = (i + 1) & s.mask()
	}
	v := s.table[i].key
	s.table[i] = setEntry{removedKey(), -1}
	s.used--
	s.finger = i + 1
	return v
}

// copyAs returns a set of another type with the same members.
func (s *Set) copyAs(t *Thread, typ *Type) (*Set, error) {
	if typ == &SetType || typ == &FrozensetType {
		if s.fill == s.used && s.used*5 >= (setMinSize-1)*3 && len(s.table) == setSize(s.used*2) {
			// The table is copied as it is; memory that is filled at once is not cleared first.
			c := &Set{Head: Head{typ}, fill: s.fill, used: s.used, foreign: s.foreign, plain: s.plain}
			if n := 2 * len(s.table); s.plain {
				words := slices.Clone(unsafe.Slice((*uint64)(unsafe.Pointer(unsafe.SliceData(s.table))), n))
				c.table = unsafe.Slice((*setEntry)(unsafe.Pointer(unsafe.SliceData(words))), len(s.table))
			} else {
				c.table = slices.Clone(s.table)
			}
			return c, nil
		}
		c := newSetFor(typ, s)
		return c, c.merge(t, s)
	}
	c := As[Set](typ.newObject())
	return c, c.merge(t, s)
}

// grownCopy is copyAs with the table that a merge of n members would make, where it is certain that the order comes out the
// same without the smaller table in between; nil where it is not.
func (s *Set) grownCopy(typ *Type, n int) *Set {
	if s.used*5 < (setMinSize-1)*3 || s.fill != s.used {
		return nil
	}
	size := setSize(s.used * 2)
	if size != len(s.table) || (s.used+n)*5 < (size-1)*3 {
		return nil
	}
	c := &Set{Head: Head{typ}}
	c.makeTable(setSize((s.used+n)*2), s.plain)
	for i := range s.table {
		if e := s.table[i]; !e.key.IsZero() {
			c.insertClean(e)
		}
	}
	c.fill, c.used, c.foreign = s.used, s.used, s.foreign
	return c
}

// baseType is set or frozenset: what the operators of derived classes give.
func (s *Set) baseType() *Type {
	if s.typ.IsSubtype(&FrozensetType) {
		return &FrozensetType
	}
	return &SetType
}

// DifferenceUpdate removes the members of an iterable.
func (s *Set) DifferenceUpdate(t *Thread, other Value) error {
	if o, ok := SetOf(other); ok {
		if o == s {
			s.Clear()
			return nil
		}
		for i := 0; i < len(o.table); i++ {
			if e := o.table[i]; !e.key.IsZero() && e.key != removedKey() {
				if _, err := s.discardHash(t, e.key, e.hash); err != nil {
					return err
				}
			}
		}
	} else if err := Each(t, other, func(v Value) error {
		_, err := s.Discard(t, v)
		return err
	}); err != nil {
		return err
	}
	// Where more than a quarter of the slots are of removed members, they are dropped.
	if s.fill-s.used > s.mask()/4 && s.table != nil {
		if s.used > setLarge {
			s.resize(s.used * 2)
		} else {
			s.resize(s.used * 4)
		}
	}
	return nil
}

// difference returns a new set of the members that are not in other.
func (s *Set) difference(t *Thread, other Value) (*Set, error) {
	o, isSet := SetOf(other)
	d, isDict := DictOf(other)
	n := 0
	if isSet {
		n = o.used
	} else if isDict {
		n = d.used
	}
	if !isSet && !isDict || s.used>>2 > n {
		c, err := s.copyAs(t, s.baseType())
		if err != nil {
			return nil, err
		}
		return c, c.DifferenceUpdate(t, other)
	}
	r := newSetAs(s.baseType())
	plain := !s.foreign && (isSet && !o.foreign || isDict && !d.foreign)
	for i := 0; i < len(s.table); i++ {
		e := s.table[i]
		if e.key.IsZero() || e.key == removedKey() {
			continue
		}
		var p int
		var err error
		if isSet {
			p, err = o.lookup(t, e.key, e.hash)
		} else {
			p, err = d.find(t, e.key, e.hash)
		}
		if err != nil {
			return nil, err
		}
		if p < 0 {
			if plain {
				r.addNew(e)
			} else if err := r.addHash(t, e.key, e.hash); err != nil {
				return nil, err
			}
		}
	}
	return r, nil
}

// intersection returns a new set of the members that are in other too.
func (s *Set) intersection(t *Thread, other Value) (*Set, error) {
	o, isSet := SetOf(other)
	if isSet && o == s {
		return s.copyAs(t, s.baseType())
	}
	r := newSetAs(s.baseType())
	if isSet {
		// Where a comparison runs Python code the sets may change, and members come twice.
		plain := !s.foreign && !o.foreign
		a, b := s, o
		if b.used > a.used {
			a, b = b, a
		}
		for i := 0; i < len(b.table); i++ {
			e := b.table[i]
			if e.key.IsZero() || e.key == removedKey() {
				continue
			}
			p, err := a.lookup(t, e.key, e.hash)
			if err != nil {
				return nil, err
			}
			if p >= 0 {
				if plain {
					r.addNew(e)
				} else if err := r.addHash(t, e.key, e.hash); err != nil {
					return nil, err
				}
			}
		}
		return r, nil
	}
	err := Each(t, other, func(v Value) error {
		hash, err := Hash(t, v)
		if err != nil {
			return err
		}
		p, err := s.lookup(t, v, hash)
		if err != nil || p < 0 {
			return err
		}
		return r.addHash(t, v, hash)
	})
	return r, err
}

// disjoint reports whether two sets have no member in common.
func (s *Set) disjoint(t *Thread, o *Set) (bool, error) {
	if o.used > s.used {
		s, o = o, s
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; !e.key.IsZero() && e.key != removedKey() {
			if p, err := s.lookup(t, e.key, e.hash); err != nil || p >= 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// take makes s have the members of o, which must not be used afterwards.
func (s *Set) take(o *Set) {
	s.table, s.fill, s.used, s.finger, s.foreign, s.plain = o.table, o.fill, o.used, o.finger, o.foreign, o.plain
	s.version++
}

// SymmetricUpdate keeps the members that are in exactly one of s and the iterable.
func (s *Set) SymmetricUpdate(t *Thread, other Value) error {
	o, ok := SetOf(other)
	if ok && o == s {
		s.Clear()
		return nil
	}
	if !ok {
		if Is(other, &DictType) {
			d := As[Dict](other)
			for i := 0; i < len(d.entries); i++ {
				if e := d.entries[i]; !e.key.IsZero() {
					if err := s.toggle(t, e.key, e.hash); err != nil {
						return err
					}
				}
			}
			return nil
		}
		o = NewSet()
		if err := o.Update(t, other); err != nil {
			return err
		}
	}
	for i := 0; i < len(o.table); i++ {
		if e := o.table[i]; !e.key.IsZero() && e.key != removedKey() {
			if err := s.toggle(t, e.key, e.hash); err != nil {
				return err
			}
		}
	}
	return nil
}

func (s *Set) toggle(t *Thread, key Value, hash int64) error {
	removed, err := s.discardHash(t, key, hash)
	if err != nil || removed {
		return err
	}
	return s.addHash(t, key, hash)
}

// subsetOf reports whether all members are in o.
func (s *Set) subsetOf(t *Thread, o *Set) (bool, error) {
	if s.used > o.used {
		return false, nil
	}
	for i := 0; i < len(s.table); i++ {
		if e := s.table[i]; !e.key.IsZero() && e.key != removedKey() {
			p, err := o.lookup(t, e.key, e.hash)
			if err != nil || p < 0 {
				return false, err
			}
		}
	}
	return true, nil
}

// setHash is hash() of a frozenset: independent of the order, well mixed for sets of sets.
func (s *Set) setHash() int64 {
	if s.hash != 0 {
		return s.hash
	}
	var h uint64
	for _, e := range s.table {
		if !e.key.IsZero() && e.key != removedKey() {
			h ^= shuffleBits(uint64(e.hash))
		}
	}
	h ^= (uint64(s.used) + 1) * 1927868237
	h ^= h>>11 ^ h>>25
	h = h*69069 + 907133923
	if h == 1<<64-1 {
		h = 590923713
	}
	s.hash = int64(h)
	return s.hash
}
