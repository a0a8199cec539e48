package objects

import (
	"sync"
	"unsafe"
)

var initOnce sync.Once

// Init fills the built-in types. It must run before anything else of the package is used; further calls do nothing. It
// builds no dictionaries: each type makes its own when it is first looked into.
func Init() {
	initOnce.Do(func() {
		initNames()
		initSlots()
		for _, f := range [...]func(){
			initObject, initType, initSuper, initProperty, initClassMethod, initDescriptors, initBuiltin, initFunction,
			initCode, initFrame, initTraceback, initCell, initModule, initNamespace, initSingletons, initGenerator,
			initAsyncGen, initWeakref, initGenericAlias, initUnion, initMappingProxy,
			initInt, initFloat, initComplex, initBytes, initByteArray, initMemoryView, initStr,
			initTuple, initList, initDict, initDictViews, initSet, initRange, initSlice, initIterators, initItertypes,
			initExceptions, initOSErrors, initExceptionGroups, initAnext,
		} {
			f()
		}
		typeOrder()
	})
}

// layout declares that the instances of typ are T; those of derived types with attributes have Attrs behind it.
func layout[T any](typ *Type) {
	typ.size = unsafe.Sizeof(*new(T))
	typ.Alloc = alloc[T]
}

// layoutAttrs declares that the instances of typ are T, which has its Attrs at the given offset.
func layoutAttrs[T any](typ *Type, offset uintptr, hasDict bool) {
	typ.size = unsafe.Sizeof(*new(T))
	typ.Alloc = allocWhole[T]
	typ.AttrsOffset = offset
	typ.HasDict = hasDict
}

// withAttrs is the instance of a class that derives from a built-in type.
type withAttrs[T any] struct {
	base T
	Attrs
}

func alloc[T any](typ *Type) Value {
	if typ.AttrsOffset == 0 {
		return allocWhole[T](typ)
	}
	p := new(withAttrs[T])
	(*Head)(unsafe.Pointer(p)).typ = typ
	return ToValue(p)
}

func allocWhole[T any](typ *Type) Value {
	p := new(T)
	(*Head)(unsafe.Pointer(p)).typ = typ
	return ToValue(p)
}

// typeOrder sets the metatype of the types that values may refer to before they are ready.
func typeOrder() {
	TypeType.ready()
	ObjectType.ready()
}
