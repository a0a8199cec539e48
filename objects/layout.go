package objects

// Layout declares that the instances of a native type are T, which begins with [Head]; those of derived types with
// attributes have them behind it.
func Layout[T any](typ *Type) { layout[T](typ) }

// LayoutAttrs declares that the instances of a native type are T, which begins with [Head] and holds its [Attrs] at the
// given offset. hasDict says that instances have a __dict__.
func LayoutAttrs[T any](typ *Type, offset uintptr, hasDict bool) { layoutAttrs[T](typ, offset, hasDict) }
