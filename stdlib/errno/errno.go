// Package errno is the module errno: the error numbers of the system.
package errno

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "errno",
	Doc:  "The numbers of the system's errors; the dict errorcode has their names.",
	Exec: func(t *objects.Thread, m *objects.Module) error {
		codes := objects.NewDictSize(len(native.Errnos))
		for i := range native.Errnos {
			e := &native.Errnos[i]
			name := objects.Intern(e.Name)
			m.Set(e.Name, objects.Int(int64(e.Num)))
			key := objects.Int(int64(e.Num))
			if old, err := codes.Get(t, key); err != nil {
				return err
			} else if old.IsZero() {
				if err := codes.Set(t, key, name.Value()); err != nil {
					return err
				}
			}
		}
		m.Set("errorcode", objects.ToValue(codes))
		return nil
	},
}
