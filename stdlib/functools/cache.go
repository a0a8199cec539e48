package functools

import (
	"unsafe"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

var cacheType, linkType objects.Type

// cache is a function that remembers its results; the least recently used go first.
type cache struct {
	head
	objects.Attrs
	fn, info     value
	entries      *objects.Dict // from keys to results, or to links where the size is bounded
	marker       value         // between positional and keyword arguments in a key
	maxSize      int           // negative: unbounded
	typed        bool
	hits, misses int
	root         *link // the ring of links: root.next is the oldest
}

// link is an entry of a bounded cache in the order of use. It is an object, so that the dictionary can hold it.
type link struct {
	head
	prev, next *link
	key, val   value
	hash       int64
}

func (l *link) unlink() { l.prev.next, l.next.prev = l.next, l.prev }

func (c *cache) append(l *link) {
	last := c.root.prev
	last.next, c.root.prev = l, l
	l.prev, l.next = last, c.root
}

// key makes the key of a call: the only argument where it is an int or a str, else a tuple of everything that matters.
func (c *cache) key(args []value, kw *objects.Tuple) value {
	if !c.typed && kw.Len() == 0 && len(args) == 1 {
		if v := args[0]; v.IsInline() || objects.Is(v, &objects.StrType) || objects.Is(v, &objects.IntType) {
			return v
		}
	}
	npos := len(args) - kw.Len()
	n := npos
	if kw.Len() > 0 {
		n += 1 + 2*kw.Len()
	}
	if c.typed {
		n += len(args)
	}
	tup := objects.MakeTuple(n)
	items := tup.Items()
	i := copy(items, args[:npos])
	if kw.Len() > 0 {
		items[i] = c.marker
		i++
		for j := range kw.Len() {
			items[i], items[i+1] = kw.Item(j), args[npos+j]
			i += 2
		}
	}
	if c.typed {
		for _, v := range args {
			items[i] = objects.ToValue(objects.TypeOf(v))
			i++
		}
	}
	return objects.ToValue(tup)
}

func cacheCall(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	c := objects.As[cache](self)
	if c.maxSize == 0 {
		c.misses++
		return objects.Call(t, c.fn, args, kw)
	}
	key := c.key(args, kw)
	hash, err := objects.Hash(t, key)
	if err != nil {
		return value{}, err
	}
	v, err := c.entries.GetHash(t, key, hash)
	if err != nil {
		return value{}, err
	}
	if !v.IsZero() {
		c.hits++
		if c.maxSize < 0 {
			return v, nil
		}
		l := objects.As[link](v)
		l.unlink()
		c.append(l)
		return l.val, nil
	}
	c.misses++
	r, err := objects.Call(t, c.fn, args, kw)
	if err != nil {
		return value{}, err
	}
	if c.maxSize < 0 {
		return r, c.entries.SetHash(t, key, hash, r)
	}
	// The call may have added the same key, or a thread.
	if v, err := c.entries.GetHash(t, key, hash); err != nil || !v.IsZero() {
		return r, err
	}
	var l *link
	if c.entries.Len() >= c.maxSize && c.root.next != c.root {
		l = c.root.next
		l.unlink()
		if _, err := c.entries.Delete(t, l.key); err != nil {
			return value{}, err
		}
	} else {
		l = &link{head: objects.MakeHead(&linkType)}
	}
	l.key, l.val, l.hash = key, r, hash
	if err := c.entries.SetHash(t, key, hash, objects.ToValue(l)); err != nil {
		return value{}, err
	}
	c.append(l)
	return r, nil
}

func (c *cache) clear() {
	c.entries = objects.NewDict()
	c.root = &link{head: objects.MakeHead(&linkType)}
	c.root.prev, c.root.next = c.root, c.root
	c.hits, c.misses = 0, 0
}

func newCache(t *thread, typ *objects.Type, args []value) (value, error) {
	if !objects.Callable(args[0]) {
		return value{}, objects.TypeErrorf("the first argument must be callable")
	}
	maxSize := -1
	if args[1] != objects.None {
		n, err := objects.IndexInt(t, args[1], nil)
		if err != nil {
			return value{}, objects.TypeErrorf("maxsize should be integer or None")
		}
		maxSize = max(n, 0)
	}
	typed, err := objects.Truth(t, args[2])
	if err != nil {
		return value{}, err
	}
	v := typ.NewInstance()
	c := objects.As[cache](v)
	c.fn, c.maxSize, c.typed, c.info = args[0], maxSize, typed, args[3]
	c.marker = objects.NewMarker()
	c.clear()
	return v, nil
}

func cacheInfo(t *thread, self value, args []value) (value, error) {
	c := objects.As[cache](self)
	size := objects.None
	if c.maxSize >= 0 {
		size = objects.Int(int64(c.maxSize))
	}
	return objects.Call(t, c.info, []value{objects.Int(int64(c.hits)), objects.Int(int64(c.misses)), size, objects.Int(int64(c.entries.Len()))}, nil)
}

func initCache() {
	linkType.Name, linkType.Module = "_lru_list_elem", "functools"
	linkType.Flags = objects.FlagNoInstantiate
	objects.Layout[link](&linkType)
	linkType.Traverse = func(v value, visit func(value)) {
		l := objects.As[link](v)
		native.Visit(visit, l.key, l.val)
	}
	objects.NewType(&linkType)

	typ := &cacheType
	typ.Name, typ.Module = "_lru_cache_wrapper", "functools"
	typ.Doc = "A function that remembers what user_function returned for which arguments.\n\nmaxsize is how many results it keeps: None is all, 0 is none. typed tells equal arguments of different types apart.\ncache_info_type is the class of what cache_info() returns.\n"
	typ.Flags = objects.FlagBase | objects.FlagWeakrefs | objects.FlagMethodDescr
	objects.LayoutAttrs[cache](typ, unsafe.Offsetof(cache{}.Attrs), true)
	typ.New = objects.NewBound("lru_cache", "user_function, maxsize, typed, cache_info_type", newCache)
	typ.Call = cacheCall
	typ.DescrGet = func(t *thread, self, obj value, owner *objects.Type) (value, error) {
		if obj.IsZero() || obj == objects.None {
			return self, nil
		}
		return objects.NewMethod(self, obj), nil
	}
	typ.Methods = func() []objects.FuncDef {
		same := func(t *thread, self value, args []value) (value, error) { return self, nil }
		return []objects.FuncDef{
			{Name: "cache_info", Doc: "Return the numbers of hits and misses, the largest size and the present one.", NoSig: true, Fn: cacheInfo},
			{Name: "cache_clear", Doc: "Forget all results, and count from 0 again.", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				objects.As[cache](self).clear()
				return objects.None, nil
			}},
			{Name: "__reduce__", NoSig: true, Fn: func(t *thread, self value, args []value) (value, error) {
				return objects.GetAttr(t, self, objects.Intern("__qualname__"))
			}},
			{Name: "__copy__", NoSig: true, Fn: same},
			{Name: "__deepcopy__", Sig: "memo, /", NoSig: true, Fn: same},
		}
	}
	typ.GetSets = func() []objects.GetSetDef { return []objects.GetSetDef{objects.DictGetSet()} }
	typ.Traverse = func(v value, visit func(value)) {
		c := objects.As[cache](v)
		native.Visit(visit, c.fn, c.info, c.marker)
		visit(objects.ToValue(c.entries))
	}
}
