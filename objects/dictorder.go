package objects

// Changes of the order of a dict's entries, for collections.OrderedDict. Entries are moved by their positions: to the back
// by adding them anew, to the front into room that removed entries have left there, or that is made, as much as there are
// entries, so that a move takes constant time on average.

// MoveToEnd moves the entry of a key behind the last, or before the first entry; ok is false where there is none.
func (d *Dict) MoveToEnd(t *Thread, key Value, last bool) (ok bool, err error) {
	hash, err := Hash(t, key)
	if err != nil {
		return false, err
	}
	p, err := d.find(t, key, hash)
	if err != nil || p < 0 {
		return false, err
	}
	if last {
		d.moveToBack(p)
	} else {
		d.moveToFront(p)
	}
	return true, nil
}

func (d *Dict) moveToBack(p int) {
	d.trim()
	if p == len(d.entries)-1 {
		return
	}
	e := d.entries[p]
	d.removeAt(p)
	d.insert(e.hash, e.key, e.value)
}

func (d *Dict) moveToFront(p int) {
	d.skipRemoved()
	if p == int(d.first) {
		return
	}
	if d.first == 0 {
		gap := max(4, len(d.entries))
		entries := make([]dictEntry, gap+len(d.entries), 2*gap+len(d.entries))
		copy(entries[gap:], d.entries)
		d.entries, d.first = entries, int32(gap)
		p += gap
		if d.index != nil || len(entries) > dictLinear {
			d.rebuild()
		}
	}
	q := int(d.first) - 1
	if d.index != nil {
		*d.indexOf(p) = int32(q)
	}
	d.entries[q], d.entries[p] = d.entries[p], dictEntry{}
	d.first--
	d.changed()
	d.trim()
}

// skipRemoved makes first the position of the first entry, of which there must be one.
func (d *Dict) skipRemoved() {
	for d.entries[d.first].key.IsZero() {
		d.first++
	}
}

// PopFirst removes the first entry; ok is false where there is none.
func (d *Dict) PopFirst() (key, v Value, ok bool) {
	if d.used == 0 {
		return Value{}, Value{}, false
	}
	d.skipRemoved()
	e := d.entries[d.first]
	d.removeAt(int(d.first))
	return e.key, e.value, true
}
