// Package opcode is the module _opcode. It describes CPython's opcodes, which the library's opcode and dis modules are
// written for; Adder's own bytecode has no stack, so that stack_effect knows no opcode.
package opcode

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// Def declares the module.
var Def = objects.ModuleDef{Name: "_opcode", Doc: "What the library's modules opcode and dis ask the interpreter.", Methods: methods, Exec: func(t *thread, m *objects.Module) error {
	m.Set("ENABLE_SPECIALIZATION", objects.True)
	return nil
}}

// The opcodes that have a property, by name: their numbers stand in the library's _opcode_metadata.
var (
	withConst = []string{"LOAD_CONST", "RETURN_CONST", "INSTRUMENTED_RETURN_CONST"}
	withName  = []string{"DELETE_ATTR", "DELETE_GLOBAL", "DELETE_NAME", "IMPORT_FROM", "IMPORT_NAME", "LOAD_ATTR",
		"LOAD_FROM_DICT_OR_GLOBALS", "LOAD_GLOBAL", "LOAD_NAME", "LOAD_SUPER_ATTR", "STORE_ATTR", "STORE_GLOBAL", "STORE_NAME",
		"LOAD_METHOD", "LOAD_SUPER_METHOD", "LOAD_ZERO_SUPER_ATTR", "LOAD_ZERO_SUPER_METHOD"}
	withJump = []string{"FOR_ITER", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT", "JUMP_FORWARD", "POP_JUMP_IF_FALSE",
		"POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE", "POP_JUMP_IF_TRUE", "SEND", "JUMP", "JUMP_NO_INTERRUPT"}
	withFree  = []string{"DELETE_DEREF", "LOAD_DEREF", "LOAD_FROM_DICT_OR_DEREF", "MAKE_CELL", "STORE_DEREF"}
	withLocal = []string{"DELETE_FAST", "LOAD_FAST", "LOAD_FAST_AND_CLEAR", "LOAD_FAST_CHECK", "LOAD_FAST_LOAD_FAST", "STORE_FAST",
		"STORE_FAST_LOAD_FAST", "STORE_FAST_STORE_FAST", "LOAD_CLOSURE", "STORE_FAST_MAYBE_NULL"}
	withExc = []string{"SETUP_CLEANUP", "SETUP_FINALLY", "SETUP_WITH"}

	operators = [][2]string{{"ADD", "+"}, {"AND", "&"}, {"FLOOR_DIVIDE", "//"}, {"LSHIFT", "<<"}, {"MATRIX_MULTIPLY", "@"},
		{"MULTIPLY", "*"}, {"REMAINDER", "%"}, {"OR", "|"}, {"POWER", "**"}, {"RSHIFT", ">>"}, {"SUBTRACT", "-"},
		{"TRUE_DIVIDE", "/"}, {"XOR", "^"}}
	intrinsics1 = []string{"INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR",
		"INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE", "INTRINSIC_TYPEVAR",
		"INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE", "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"}
	intrinsics2 = []string{"INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND",
		"INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS", "INTRINSIC_SET_TYPEPARAM_DEFAULT"}
)

// metadata returns a value of the module _opcode_metadata.
func metadata(t *thread, name string) (value, error) {
	m, err := interp.ImportModule(t, "_opcode_metadata")
	if err != nil {
		return value{}, err
	}
	return objects.GetAttrString(t, m, name)
}

// nameOf returns the name of an opcode, empty where it has none.
func nameOf(t *thread, n int) (string, error) {
	v, err := metadata(t, "opmap")
	if err != nil {
		return "", err
	}
	d, ok := objects.DictOf(v)
	if !ok {
		return "", objects.TypeErrorf("opmap must be a dict")
	}
	for i := 0; ; {
		k, x, next, ok := d.NextEntry(i)
		if !ok {
			return "", nil
		}
		i = next
		if x == objects.Int(int64(n)) {
			return objects.StrString(t, k)
		}
	}
}

func methods() []objects.FuncDef {
	has := func(name string, list []string) objects.FuncDef {
		return objects.FuncDef{Name: name, Sig: "opcode", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			op, err := nameOf(t, n)
			if err != nil {
				return value{}, err
			}
			for _, s := range list {
				if s == op {
					return objects.True, nil
				}
			}
			return objects.False, nil
		}}
	}
	strs := func(name string, list []string) objects.FuncDef {
		return objects.FuncDef{Name: name, Fn: func(*thread, value, []value) (value, error) {
			l := objects.NewList()
			for _, s := range list {
				l.Append(objects.StrValue(s))
			}
			return objects.ToValue(l), nil
		}}
	}
	return []objects.FuncDef{
		{Name: "stack_effect", Sig: "opcode, oparg=None, /, *, jump=None", Doc: "Raise ValueError, since the instructions of this interpreter have no stack.", Fn: func(*thread, value, []value) (value, error) {
			return value{}, objects.ValueErrorf("invalid opcode or oparg")
		}},
		{Name: "is_valid", Sig: "opcode", Doc: "Tell whether opcode is the number of an instruction of CPython.", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			op, err := nameOf(t, n)
			return objects.Bool(op != ""), err
		}},
		{Name: "has_arg", Sig: "opcode", Fn: func(t *thread, self value, args []value) (value, error) {
			n, err := native.Int(t, args[0])
			if err != nil {
				return value{}, err
			}
			v, err := metadata(t, "HAVE_ARGUMENT")
			if err != nil {
				return value{}, err
			}
			first, err := native.Int(t, v)
			if err != nil {
				return value{}, err
			}
			op, err := nameOf(t, n)
			return objects.Bool(n > first && op != ""), err
		}},
		has("has_const", withConst), has("has_name", withName), has("has_jump", withJump), has("has_free", withFree),
		has("has_local", withLocal), has("has_exc", withExc),
		strs("get_intrinsic1_descs", intrinsics1), strs("get_intrinsic2_descs", intrinsics2),
		{Name: "get_nb_ops", Doc: "Return the name and the symbol of each binary operator, in pairs.", Fn: func(*thread, value, []value) (value, error) {
			l := objects.NewList()
			for _, prefix := range [][2]string{{"NB_", ""}, {"NB_INPLACE_", "="}} {
				for _, o := range operators {
					l.Append(native.Tuple(native.Str(prefix[0]+o[0]), native.Str(o[1]+prefix[1])))
				}
			}
			return objects.ToValue(l), nil
		}},
		{Name: "get_executor", Sig: "*, code, offset", Doc: "Return None: code has no executors.", Fn: func(*thread, value, []value) (value, error) {
			return objects.None, nil
		}},
		{Name: "get_specialization_stats", Doc: "Return None: nothing is counted.", Fn: func(*thread, value, []value) (value, error) {
			return objects.None, nil
		}},
	}
}
