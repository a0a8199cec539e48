package objects

// ComplexType is complex.
var ComplexType Type

// Complex is a complex number.
type Complex struct {
	Head
	C complex128
}

// NewComplex makes a complex number.
func NewComplex(c complex128) Value { return ToValue(&Complex{Head{&ComplexType}, c}) }

// ComplexOf returns the value of a complex number (or of an instance of a class derived from complex).
func ComplexOf(v Value) (complex128, bool) {
	if typ := objectType(v); typ != nil && (typ == &ComplexType || typ.IsSubtype(&ComplexType)) {
		return As[Complex](v).C, true
	}
	return 0, false
}

func initComplex() {
	typ := &ComplexType
	typ.Name = "complex"
	typ.Flags = FlagBase
	layout[Complex](typ)
}
