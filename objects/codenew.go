package objects

import (
	"encoding/binary"
	"slices"

	"github.com/adder-lang/adder/bytecode"
)

// codeNew is types.CodeType(...): a code object from the attributes of another one. The bytes of co_code, co_linetable and
// co_exceptiontable are Adder's own; the verifier rejects what the interpreter could not run.
func codeNew(t *Thread, typ *Type, args []Value) (Value, error) {
	c := NewCode()
	var nlocals, stack, flags, first int
	for i, p := range []*int{&c.ArgCount, &c.PosOnlyArgCount, &c.KwOnlyArgCount, &nlocals, &stack, &flags} {
		n, err := IndexInt(t, args[i], &OverflowErrorType)
		if err != nil {
			return Value{}, err
		}
		*p = n
	}
	blob := func(i int) ([]byte, error) {
		b, ok := BytesOf(args[i])
		if !ok {
			return nil, TypeErrorf("code() argument %d must be bytes, not %s", i+1, TypeOf(args[i]))
		}
		return b, nil
	}
	tuple := func(i int) ([]Value, error) {
		if args[i].IsZero() {
			return nil, nil
		}
		p, ok := TupleOf(args[i])
		if !ok {
			return nil, TypeErrorf("code() argument %d must be tuple, not %s", i+1, TypeOf(args[i]))
		}
		return p.Items(), nil
	}
	instrs, err := blob(6)
	if err != nil {
		return Value{}, err
	}
	if c.Consts, err = tuple(7); err != nil {
		return Value{}, err
	}
	c.Consts = append([]Value(nil), c.Consts...)
	var lists [4][]Value
	for j, i := range [...]int{8, 9, 16, 17} {
		if lists[j], err = tuple(i); err != nil {
			return Value{}, err
		}
	}
	for i, p := range map[int]**Str{10: &c.Filename, 11: &c.Name, 12: &c.QualName} {
		s, ok := StrOf(args[i])
		if !ok {
			return Value{}, TypeErrorf("code() argument %d must be str, not %s", i+1, argTypeName(args[i]))
		}
		*p = s
	}
	if first, err = IndexInt(t, args[13], &OverflowErrorType); err != nil {
		return Value{}, err
	}
	lines, err := blob(14)
	if err != nil {
		return Value{}, err
	}
	handlers, err := blob(15)
	if err != nil {
		return Value{}, err
	}
	for _, x := range [...]struct {
		n    int
		name string
	}{{c.ArgCount, "argcount"}, {c.PosOnlyArgCount, "posonlyargcount"}, {c.KwOnlyArgCount, "kwonlyargcount"}, {nlocals, "nlocals"}} {
		if x.n < 0 {
			return Value{}, ValueErrorf("code: %s must not be negative", x.name)
		}
	}
	for j, p := range [...]*[]*Str{&c.Names, &c.VarNames, &c.FreeVars, &c.CellVars} {
		if *p, err = nameList(lists[j]); err != nil {
			return Value{}, err
		}
	}
	c.Flags, c.FirstLine = CodeFlags(flags), int32(first)
	if len(c.Consts) > 0 {
		_, c.HasDoc = StrOf(c.Consts[0])
	}
	if c.NumParams() > len(c.VarNames) {
		return Value{}, ValueErrorf("code: co_varnames is too small")
	}
	if nlocals != len(c.VarNames) {
		return Value{}, ValueErrorf("code: co_nlocals != len(co_varnames)")
	}
	if !c.decodeInstrs(instrs) {
		return Value{}, ValueErrorf("code: co_code is malformed")
	}
	c.NRegs = c.NumLocals() + stack
	if !c.decodeTables(lines, handlers) || CheckCode(c) != nil {
		return Value{}, ValueErrorf("code: co_code is malformed")
	}
	return ToValue(c), nil
}

func nameList(items []Value) ([]*Str, error) {
	names := make([]*Str, len(items))
	for i, v := range items {
		s, ok := StrOf(v)
		if !ok {
			return nil, TypeErrorf("name tuples must contain only strings, not '%s'", TypeOf(v))
		}
		names[i] = InternStr(s)
	}
	return names, nil
}

// codeBytes is co_code: what codeWords gives in a form that the module dis can read.
func codeBytes(c *Code) []byte {
	raw := codeWords(c)
	b := append(make([]byte, 0, 3*len(raw)), disResume, 0)
	data := func(bytes []byte) {
		for _, x := range bytes {
			b = append(b, disNop, x)
		}
	}
	for _, i := range c.Instrs {
		word := raw[:8]
		raw = raw[8:]
		g := GeneralInstr(c, i)
		op, arg := disName(c, g)
		if arg > 0xFFFF {
			op = disNop
		}
		start := len(b)
		if op != disNop {
			b = append(b, disExtended, byte(arg>>8), op, byte(arg))
		}
		if op == disLoadGlobal || op == disLoadAttr {
			// What follows are their inline caches to dis.
			b = append(b, word...)
			if op == disLoadAttr {
				b = append(b, make([]byte, 2*disAttrCaches-len(word))...)
			}
		} else {
			data(word)
		}
		for len(b) < start+disInstr {
			b = append(b, disNop, 0)
		}
	}
	data(raw)
	return b
}

// CPython's opcodes that co_code shows: the accesses to names, by which inspect.getclosurevars and others go, and NOP for
// everything else, after the RESUME that is there in CPython. Each instruction takes up the same space.
const (
	disNop        = 30
	disExtended   = 71
	disLoadAttr   = 82
	disLoadGlobal = 91
	disLoadName   = 92
	disResume     = 149

	disAttrCaches = 9  // units of two bytes behind LOAD_ATTR; LOAD_GLOBAL has four
	disInstr      = 24 // bytes for each instruction
	disResumeSize = 2  // of RESUME before them, where a frame stands that is being entered
)

// disOffset returns where the instruction pc lies in co_code: f_lasti, tb_lasti and co_lines() count so.
func disOffset(pc int) int { return disResumeSize + disInstr*pc }

// disPC is the reverse of disOffset.
func disPC(offset int) int { return max(offset-disResumeSize, 0) / disInstr }

// disName gives the opcode and operand with which CPython would access the name that an instruction does.
func disName(c *Code, i bytecode.Instr) (op byte, arg int) {
	site, shift := -1, 0
	switch i.Op() {
	case bytecode.LoadGlobal:
		op, site, shift = disLoadGlobal, i.B(), 1
	case bytecode.LoadAttr, bytecode.LoadMethod:
		op, site, shift = disLoadAttr, i.C(), 1
	case bytecode.LoadName:
		op, site = disLoadName, i.B()
	}
	if site < 0 || site >= len(c.Sites) {
		return disNop, 0
	}
	n := slices.Index(c.Names, c.Sites[site].Name)
	if n < 0 {
		return disNop, 0
	}
	return op, n << shift
}

// rawCode takes what codeWords gave out of what codeBytes made of it; ok is false where that is not its form.
func rawCode(b []byte) (raw []byte, ok bool) {
	take := func(pairs []byte) {
		for i := 1; i < len(pairs); i += 2 {
			raw = append(raw, pairs[i])
		}
	}
	if len(b) < disResumeSize || b[0] != disResume {
		return nil, false
	}
	b = b[disResumeSize:]
	for {
		if len(b) < disInstr {
			return nil, false
		}
		group := b[:disInstr]
		b = b[disInstr:]
		switch {
		case group[0] != disExtended:
			take(group[:16])
		case group[2] == disLoadName:
			take(group[4:20])
		default:
			raw = append(raw, group[4:12]...)
		}
		if bytecode.Instr(binary.LittleEndian.Uint64(raw[len(raw)-8:])).Op() == bytecode.Trap {
			break
		}
	}
	if len(b)%2 != 0 {
		return nil, false
	}
	take(b)
	return raw, true
}

// codeWords holds the instructions in their general form up to the trap at the end, then in words of 32 bits the
// number of the variables that have registers of their own, the number of the sites with the index in co_names of each,
// and the variables of inlined comprehensions: the index in co_varnames, the register (twice, and one more for a cell),
// the first instruction and the one behind the last.
func codeWords(c *Code) []byte {
	b := make([]byte, 0, 8*len(c.Instrs)+4*len(c.Sites))
	for _, i := range c.Instrs {
		b = binary.LittleEndian.AppendUint64(b, uint64(GeneralInstr(c, i)))
	}
	index := make(map[*Str]uint32, len(c.Names))
	for i, n := range c.Names {
		index[n] = uint32(i)
	}
	word := func(n int) { b = binary.LittleEndian.AppendUint32(b, uint32(n)) }
	word(len(c.VarNames))
	word(len(c.Sites))
	for i := range c.Sites {
		word(int(index[c.Sites[i].Name]))
	}
	shown := c.shownVarNames()
	for _, v := range c.Inlined {
		reg := 2 * int(v.Reg)
		if v.Cell {
			reg++
		}
		if i := slices.Index(shown, v.Name); i >= 0 {
			for _, n := range [...]int{i, reg, int(v.Start), int(v.End)} {
				word(n)
			}
		}
	}
	return b
}

// decodeInstrs reads what codeBytes writes.
func (c *Code) decodeInstrs(text []byte) bool {
	b, ok := rawCode(text)
	if !ok {
		return false
	}
	for {
		if len(b) < 8 {
			return false
		}
		i := bytecode.Instr(binary.LittleEndian.Uint64(b))
		b = b[8:]
		c.Instrs = append(c.Instrs, i)
		if i.Op() == bytecode.Trap {
			break
		}
	}
	if len(b)%4 != 0 || len(b) < 8 {
		return false
	}
	words := make([]int, len(b)/4)
	for i := range words {
		words[i] = int(binary.LittleEndian.Uint32(b[4*i:]))
	}
	nvars, nsites := words[0], words[1]
	words = words[2:]
	if nvars > len(c.VarNames) || nsites > len(words) || (len(words)-nsites)%4 != 0 {
		return false
	}
	c.Sites = make([]Site, nsites)
	for i, n := range words[:nsites] {
		if n >= len(c.Names) {
			return false
		}
		c.Sites[i].Name = c.Names[n]
	}
	for w := words[nsites:]; len(w) > 0; w = w[4:] {
		if w[0] >= len(c.VarNames) || w[1]/2 >= bytecode.MaxRegisters {
			return false
		}
		c.Inlined = append(c.Inlined, InlinedVar{Name: c.VarNames[w[0]], Reg: uint16(w[1] / 2), Cell: w[1]%2 != 0,
			Start: int32(w[2]), End: int32(w[3])})
	}
	c.VarNames = c.VarNames[:nvars]
	return true
}

// decodeTables reads co_linetable and co_exceptiontable.
func (c *Code) decodeTables(lines, handlers []byte) bool {
	read := func(b *[]byte) (f [4]int32, ok bool) {
		for i := range f {
			v, n := binary.Varint(*b)
			if n <= 0 {
				return f, false
			}
			f[i], *b = int32(v), (*b)[n:]
		}
		return f, true
	}
	c.positions, c.packed = make([]bytecode.Position, len(c.Instrs)-1), nil
	for i := range c.positions {
		p := bytecode.Position{Col: -1, EndCol: -1}
		if len(lines) > 0 {
			f, ok := read(&lines)
			if !ok {
				return false
			}
			p = bytecode.Position{Line: f[0], EndLine: f[1], Col: f[2], EndCol: f[3]}
		}
		c.positions[i] = p
	}
	for len(handlers) > 0 {
		f, ok := read(&handlers)
		if !ok {
			return false
		}
		c.Exceptions = append(c.Exceptions, bytecode.Handler{Start: f[0], End: f[1], Target: f[2], Reg: uint16(f[3])})
	}
	return true
}
