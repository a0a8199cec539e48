package interp

import (
	"github.com/adder-lang/adder/bytecode"
	"github.com/adder-lang/adder/objects"
)

// maxMisses is the number of failures after which a site stays generic: refilling a cache costs more than a plain lookup
// and a site that sees many shapes would do so at every turn.
const maxMisses = 200

// respecialise overwrites the opcode of the instruction that runs.
func respecialise(rec *objects.Record, op bytecode.Op) {
	p := &rec.Code.Instrs[rec.PC-1]
	if p.Op() != bytecode.EnterTrace {
		*p = p.WithOp(op)
	}
}

// loadAttr is LOAD_ATTR where the inline cache has no answer. A property whose getter is a Python function pushes its
// frame.
func loadAttr(t *objects.Thread, rec *objects.Record, code *objects.Code, o value, ins bytecode.Instr) (value, *objects.Record, error) {
	s := &code.Sites[ins.C()]
	typ := objects.TypeOf(o)
	if s.Kind == objects.SiteProperty && s.Type == typ && s.Version == typ.ValidVersion() {
		r, err := pushProperty(t, s, o)
		if err != nil {
			return value{}, nil, err
		}
		r.Dst = uint16(ins.A())
		return value{}, r, nil
	}
	if s.Kind == objects.SiteClassValue && s.MethodHit(o) {
		return s.Value, nil, nil
	}
	if s.Kind == objects.SiteModule && s.HitModule(o) {
		return s.Dict.EntryValue(int(s.Offset)), nil, nil
	}
	if s.Kind == objects.SiteTypeAttr && s.HitType(o) {
		return s.Value, nil, nil
	}
	v, err := objects.GetAttr(t, o, s.Name)
	if err != nil {
		return value{}, nil, err
	}
	if s.Misses < maxMisses {
		s.Misses++
		switch s.CacheAttr(o) {
		case objects.SiteInline, objects.SiteSlot:
			respecialise(rec, bytecode.LoadAttrInline)
		case objects.SiteEmpty:
			if ins.Op() == bytecode.LoadAttrInline {
				respecialise(rec, bytecode.LoadAttr)
			}
			s.CacheOther(o, v)
		}
	}
	return v, nil, nil
}

// pushProperty pushes the getter of a property that a site has cached.
func pushProperty(t *objects.Thread, s *objects.Site, o value) (*objects.Record, error) {
	args := [1]value{o}
	return pushFunction(t, objects.As[objects.Function](s.Value), args[:], nil)
}

// storeAttr is STORE_ATTR where the inline cache has no answer.
func storeAttr(t *objects.Thread, rec *objects.Record, code *objects.Code, o, v value, ins bytecode.Instr) error {
	s := &code.Sites[ins.C()]
	if s.StoreNew(o, v) {
		return nil
	}
	adds := false
	if s.Misses < maxMisses {
		s.Misses++
		adds = s.CacheNew(o)
		if adds && ins.Op() == bytecode.StoreAttrInline {
			respecialise(rec, bytecode.StoreAttr)
		}
	}
	if err := objects.SetAttr(t, o, s.Name, v); err != nil {
		return err
	}
	if !adds && s.Misses < maxMisses && s.CacheStore(o) != objects.SiteEmpty {
		respecialise(rec, bytecode.StoreAttrInline)
	}
	return nil
}

// loadMethod is LOAD_METHOD where the inline cache has no answer: w receives the function and the object, or the
// attribute and no value.
func loadMethod(t *objects.Thread, rec *objects.Record, code *objects.Code, o value, w []value, ins bytecode.Instr) error {
	s := &code.Sites[ins.C()]
	if s.Kind == objects.SiteModule && s.HitModule(o) {
		w[0], w[1] = s.Dict.EntryValue(int(s.Offset)), value{}
		return nil
	}
	if s.Kind == objects.SiteTypeAttr && s.HitType(o) {
		w[0], w[1] = s.Value, value{}
		return nil
	}
	fn, bound, err := objects.GetMethod(t, o, s.Name)
	if err != nil {
		return err
	}
	if fn.IsZero() {
		return objects.AttributeError(o, s.Name)
	}
	w[0] = fn
	if !bound {
		w[1] = value{}
		if s.Misses < maxMisses {
			s.Misses++
			s.CacheOther(o, fn)
		}
		return nil
	}
	w[1] = o
	if s.Misses < maxMisses {
		s.Misses++
		if s.CacheMethod(o, fn) {
			respecialise(rec, bytecode.LoadAttrMethod0)
		}
	}
	return nil
}
