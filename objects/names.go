package objects

import "sync"

// Interned strings: equal names are one object, so that attribute lookups compare pointers. Identifiers are few and
// live as long as code that names them; nothing is ever removed.
var interned struct {
	sync.Mutex
	m map[string]*Str
}

// Intern returns the one Str of a name.
func Intern(s string) *Str {
	interned.Lock()
	defer interned.Unlock()
	if p, ok := interned.m[s]; ok {
		return p
	}
	if interned.m == nil {
		interned.m = make(map[string]*Str, 4096)
	}
	p := NewStr(s)
	p.interned = true
	interned.m[s] = p
	return p
}

// InternStr returns the interned Str that equals s.
func InternStr(s *Str) *Str {
	if s.interned {
		return s
	}
	interned.Lock()
	defer interned.Unlock()
	key := s.String()
	if p, ok := interned.m[key]; ok {
		return p
	}
	if s.typ != &StrType {
		s = NewStr(key)
	}
	s.interned = true
	interned.m[key] = s
	return s
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
