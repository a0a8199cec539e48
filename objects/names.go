package objects

import (
	"hash/maphash"
	"sync"
	"unsafe"
)

// Interned strings: equal names are one object, so that attribute lookups compare pointers. Identifiers are few and
// live as long as code that names them; nothing is ever removed.
var interned internTable

// internTable is a set of strings with open addressing. Its size is a power of two.
type internTable struct {
	sync.Mutex
	slots []*Str
	count int
	seed  maphash.Seed
}

// find returns the slot of the string with the given memory, which is empty where there is none. The table is locked.
func (t *internTable) find(b []byte, kind uint8) **Str {
	if t.slots == nil {
		t.seed = maphash.MakeSeed()
		t.slots = make([]*Str, 1<<13)
	} else if 4*t.count >= 3*len(t.slots) {
		old := t.slots
		t.slots = make([]*Str, 2*len(old))
		for _, s := range old {
			if s != nil {
				*t.find(s.bytes(), s.kind) = s
			}
		}
	}
	mask := uint64(len(t.slots) - 1)
	for i := maphash.Bytes(t.seed, b) & mask; ; i = (i + 1) & mask {
		p := &t.slots[i]
		if s := *p; s == nil || s.kind == kind && string(s.bytes()) == string(b) {
			return p
		}
	}
}

// add puts a string in its slot.
func (t *internTable) add(slot **Str, s *Str) *Str {
	s.interned = true
	*slot = s
	t.count++
	return s
}

// Intern returns the one Str of a name.
func Intern(s string) *Str { return InternBytes(unsafe.Slice(unsafe.StringData(s), len(s))) }

// InternBytes is Intern of a name in UTF-8 or WTF-8.
func InternBytes(s []byte) *Str {
	interned.Lock()
	defer interned.Unlock()
	if !isASCII(s) {
		p := NewStr(string(s))
		slot := interned.find(p.bytes(), p.kind)
		if *slot != nil {
			return *slot
		}
		return interned.add(slot, p)
	}
	slot := interned.find(s, 1)
	if *slot != nil {
		return *slot
	}
	p := layStr(newPermanent(strSize(len(s), 1)), len(s), 1)
	copy(p.bytes(), s)
	p.ascii = true
	return interned.add(slot, p)
}

// InternStr returns the interned Str that equals s.
func InternStr(s *Str) *Str {
	if s.interned {
		return s
	}
	interned.Lock()
	defer interned.Unlock()
	slot := interned.find(s.bytes(), s.kind)
	if *slot != nil {
		return *slot
	}
	if s.typ != &StrType {
		s = NewStr(s.String())
	}
	return interned.add(slot, s)
}

// permanent is memory for interned strings outside the collected heap: a third of what a start makes are names, which the
// collector would mark one by one each time.
var permanent struct {
	words [48 << 10]uint64
	used  uintptr
}

// newPermanent allocates words for an object without pointers that lives as long as the process.
func newPermanent(words uintptr) unsafe.Pointer {
	if i := permanent.used; words <= uintptr(len(permanent.words))-i {
		permanent.used += words
		return unsafe.Pointer(&permanent.words[i])
	}
	return newPlain(words)
}

// The names that the core itself uses.
var (
	strDoc, strModule, strName, strQualname, strDict, strWeakref, strSlots, strClass, strBases                         *Str
	strNew, strInit, strDel, strRepr, strStr, strHash, strCall, strGetattr, strGetattribute                            *Str
	strSetattr, strDelattr, strIter, strNext, strGet, strSet, strDelete, strAwait, strAiter                            *Str
	strAnext, strBuffer, strReleaseBuffer, strBool, strLen, strGetitem, strSetitem, strDelitem, strContains            *Str
	strLengthHint, strClassGetitem, strStaticAttributes, strInitSubclass, strSetName                                   *Str
	strClasscell, strClassdictcell, strFirstlineno, strMroEntries, strPrepare, strMro                                  *Str
	strFormat, strBytes, strIndex, strReversed, strRound, strTrunc, strComplex, strDir, strSlotnames, strWarnUnawaited *Str
	strInstancecheck, strSubclasscheck, strAbstractmethods, strIsabstractmethod, strAnnotations                        *Str
	strTypeParams, strOrigBases, strMissing, strAll, strFile, strSpec, strLoader, strPackage                           *Str
	strPath, strBuiltins, strNotes, strMatchArgs, strReduce, strReduceEx, strGetstate                                  *Str
	strGetnewargs, strGetnewargsEx, strCopyreg, strEnter, strExit, strAenter, strAexit, strWrapped                     *Str
	strSend, strThrow, strClose, strKeys, strOrigClass, strEmpty, strBuiltins0                                         *Str
)

func initNames() {
	for _, n := range []struct {
		p    **Str
		name string
	}{
		{&strDoc, "__doc__"}, {&strModule, "__module__"}, {&strName, "__name__"}, {&strQualname, "__qualname__"},
		{&strDict, "__dict__"}, {&strWeakref, "__weakref__"}, {&strSlots, "__slots__"}, {&strClass, "__class__"},
		{&strBases, "__bases__"}, {&strNew, "__new__"}, {&strInit, "__init__"}, {&strDel, "__del__"},
		{&strRepr, "__repr__"}, {&strStr, "__str__"}, {&strHash, "__hash__"}, {&strCall, "__call__"},
		{&strGetattr, "__getattr__"}, {&strGetattribute, "__getattribute__"}, {&strSetattr, "__setattr__"},
		{&strDelattr, "__delattr__"}, {&strIter, "__iter__"}, {&strNext, "__next__"}, {&strGet, "__get__"},
		{&strSet, "__set__"}, {&strDelete, "__delete__"}, {&strAwait, "__await__"}, {&strAiter, "__aiter__"},
		{&strAnext, "__anext__"}, {&strBuffer, "__buffer__"}, {&strReleaseBuffer, "__release_buffer__"}, {&strBool, "__bool__"}, {&strLen, "__len__"},
		{&strGetitem, "__getitem__"}, {&strSetitem, "__setitem__"}, {&strDelitem, "__delitem__"},
		{&strContains, "__contains__"}, {&strLengthHint, "__length_hint__"}, {&strClassGetitem, "__class_getitem__"},
		{&strStaticAttributes, "__static_attributes__"}, {&strInitSubclass, "__init_subclass__"},
		{&strSetName, "__set_name__"}, {&strClasscell, "__classcell__"}, {&strClassdictcell, "__classdictcell__"},
		{&strFirstlineno, "__firstlineno__"}, {&strMroEntries, "__mro_entries__"}, {&strPrepare, "__prepare__"},
		{&strMro, "mro"}, {&strFormat, "__format__"}, {&strBytes, "__bytes__"}, {&strIndex, "__index__"},
		{&strReversed, "__reversed__"}, {&strRound, "__round__"}, {&strTrunc, "__trunc__"}, {&strComplex, "__complex__"},
		{&strDir, "__dir__"}, {&strInstancecheck, "__instancecheck__"}, {&strSubclasscheck, "__subclasscheck__"},
		{&strAbstractmethods, "__abstractmethods__"}, {&strIsabstractmethod, "__isabstractmethod__"},
		{&strAnnotations, "__annotations__"}, {&strTypeParams, "__type_params__"}, {&strOrigBases, "__orig_bases__"},
		{&strMissing, "__missing__"}, {&strAll, "__all__"}, {&strFile, "__file__"}, {&strSpec, "__spec__"},
		{&strLoader, "__loader__"}, {&strPackage, "__package__"}, {&strPath, "__path__"},
		{&strBuiltins, "__builtins__"}, {&strNotes, "__notes__"}, {&strMatchArgs, "__match_args__"},
		{&strReduce, "__reduce__"}, {&strReduceEx, "__reduce_ex__"}, {&strGetstate, "__getstate__"},
		{&strGetnewargs, "__getnewargs__"}, {&strGetnewargsEx, "__getnewargs_ex__"}, {&strCopyreg, "copyreg"},
		{&strEnter, "__enter__"}, {&strExit, "__exit__"}, {&strAenter, "__aenter__"}, {&strAexit, "__aexit__"},
		{&strWrapped, "__wrapped__"}, {&strSend, "send"}, {&strThrow, "throw"}, {&strClose, "close"},
		{&strKeys, "keys"}, {&strSlotnames, "__slotnames__"}, {&strWarnUnawaited, "_warn_unawaited_coroutine"}, {&strOrigClass, "__orig_class__"}, {&strEmpty, ""}, {&strBuiltins0, "builtins"},
	} {
		*n.p = Intern(n.name)
	}
}
