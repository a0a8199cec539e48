package objects

// ModuleDef declares a native module.
type ModuleDef struct {
	Name string
	Doc  string
	// Methods returns the functions of the module.
	Methods func() []FuncDef
	// Exec adds types and constants to the fresh module.
	Exec func(t *Thread, m *Module) error
	// Package makes the module a package (its __path__ is empty).
	Package bool
}

// NewNativeModule makes the module that a declaration describes.
func NewNativeModule(t *Thread, def *ModuleDef) (*Module, error) {
	m := NewModule(def.Name)
	d := m.Dictionary()
	if def.Doc != "" {
		d.SetStr(strDoc, StrValue(def.Doc))
	}
	name := Intern(def.Name).Value()
	if def.Methods != nil {
		defs := def.Methods()
		for i := range defs {
			b := NewBuiltin(&defs[i], ToValue(m))
			As[Builtin](b).Module = name
			d.SetStr(Intern(defs[i].Name), b)
		}
	}
	if def.Exec != nil {
		if err := def.Exec(t, m); err != nil {
			return nil, err
		}
		// Types that the module shows have their metatype from here on at the latest.
		for i := 0; ; {
			_, v, next, ok := d.NextEntry(i)
			if !ok {
				break
			}
			if v.IsObject() && (*Head)(v.word).typ == nil {
				As[Type](v).ready()
			}
			i = next
		}
	}
	return m, nil
}

// Dictionary returns the module's dictionary.
func (m *Module) Dictionary() *Dict { return (*Dict)(m.ext) }

// Set binds a name in the module.
func (m *Module) Set(name string, v Value) { m.Dictionary().SetStr(Intern(name), v) }

// Get returns the value of a name, zero where it is absent.
func (m *Module) Get(name string) Value { return m.Dictionary().GetStr(Intern(name)) }
