//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"encoding/binary"
	"fmt"
	"strings"
	"sync"

	_ "github.com/adder-lang/adder/asm/internal/cleanenv/restore" // before and after golang-asm initialises
	"github.com/twitchyliquid64/golang-asm/obj"
)

// This file is what both ports share of the way to golang-asm. An instruction is an obj.Prog; the port's arch
// assembles the list. golang-asm's Builder would print a bad instruction to standard output and drop it, so the
// package uses obj.Link itself, with a diagnostic function that turns the first complaint into an error.

// linkMu is held while golang-asm runs: it is not safe for concurrent use.
var linkMu sync.Mutex

// link is golang-asm's context, made at the first use; guarded by linkMu.
var link *obj.Link

// progBlock is the unit in which instructions are allocated: an obj.Prog has some 300 bytes, and a trace a few
// hundred of them.
type progBlock [128]obj.Prog

var progBlocks = sync.Pool{New: func() any { return new(progBlock) }}

// program collects instructions; each port's assembler embeds it.
type program struct {
	blocks      []*progBlock
	used        int // of the last block
	first, last *obj.Prog

	labels   []label
	fixups   []fixup
	notes    []noteAt
	slots    []slotRef
	words    []uintptr // room for further slots; the array never moves
	err      error
	finished bool
}

type label struct {
	at *obj.Prog // nil until bound
}

// fixup is a jump to a label that was not bound yet.
type fixup struct {
	at     *obj.Prog
	to     Label
	branch bool // at is a branch of golang-asm's; else the four bytes of a distance, written after the layout
}

type noteAt struct {
	at   *obj.Prog
	text string
}

func (p *program) alloc() *obj.Prog {
	if len(p.blocks) == 0 || p.used == len(progBlock{}) {
		p.blocks = append(p.blocks, progBlocks.Get().(*progBlock))
		p.used = 0
	}
	q := &p.blocks[len(p.blocks)-1][p.used]
	p.used++
	return q
}

// emit appends an instruction.
func (p *program) emit(as obj.As) *obj.Prog {
	q := p.alloc()
	q.As = as
	if p.first == nil {
		p.first = q
	} else {
		p.last.Link = q
	}
	p.last = q
	return q
}

func (p *program) fail(format string, args ...any) {
	if p.err == nil {
		p.err = fmt.Errorf("asm: "+format, args...)
	}
}

func (p *program) NewLabel() Label {
	p.labels = append(p.labels, label{})
	return Label(len(p.labels) - 1)
}

// known reports whether l is a label of this program, and remembers an error if not.
func (p *program) known(l Label) bool {
	if l < 0 || int(l) >= len(p.labels) {
		p.fail("unknown label %d", l)
		return false
	}
	return true
}

func (p *program) Bind(l Label) {
	if !p.known(l) {
		return
	}
	if p.labels[l].at != nil {
		p.fail("label %d bound twice", l)
		return
	}
	p.labels[l].at = p.emit(obj.ANOP)
}

func (p *program) Note(text string) {
	p.notes = append(p.notes, noteAt{p.emit(obj.ANOP), text})
}

// newSlot makes a data word for JumpSlot. The words lie on the Go heap, which does not move, in arrays without
// pointers that the Object keeps alive.
func (p *program) newSlot(initial Label) (Slot, *uintptr) {
	p.known(initial)
	if len(p.words) == 0 {
		p.words = make([]uintptr, 32)
	}
	word := &p.words[0]
	p.words = p.words[1:]
	p.slots = append(p.slots, slotRef{word, initial})
	return Slot(len(p.slots) - 1), word
}

func (p *program) Finish() (*Object, error) {
	if p.finished {
		return nil, fmt.Errorf("asm: Finish called twice")
	}
	p.finished = true
	defer func() {
		for _, b := range p.blocks {
			*b = progBlock{}
			progBlocks.Put(b)
		}
		p.blocks, p.first, p.last = nil, nil, nil
	}()
	for i, l := range p.labels {
		if l.at == nil && p.wanted(Label(i)) {
			p.fail("label %d never bound", i)
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	for _, f := range p.fixups {
		if f.branch {
			f.at.To.SetTarget(p.labels[f.to].at)
		}
	}
	code, err := assemble(p.first, p.alloc)
	if err != nil {
		return nil, err
	}
	o := &Object{Bytes: code, slots: p.slots, labels: make([]int32, len(p.labels))}
	for i, l := range p.labels {
		o.labels[i] = -1
		if l.at != nil {
			o.labels[i] = int32(l.at.Pc)
		}
	}
	for _, f := range p.fixups {
		if f.branch {
			continue
		}
		end := int32(f.at.Pc) + 4
		binary.LittleEndian.PutUint32(code[f.at.Pc:], uint32(o.labels[f.to]-end))
	}
	for _, n := range p.notes {
		o.Notes = append(o.Notes, Note{int(n.at.Pc), n.text})
	}
	return o, nil
}

// wanted reports whether anything refers to l. A label that nothing uses need not be bound.
func (p *program) wanted(l Label) bool {
	for _, f := range p.fixups {
		if f.to == l {
			return true
		}
	}
	for _, s := range p.slots {
		if s.initial == l {
			return true
		}
	}
	return false
}

// assemble encodes a list of instructions.
func assemble(first *obj.Prog, alloc obj.ProgAlloc) (code []byte, err error) {
	linkMu.Lock()
	defer linkMu.Unlock()
	var complaints []string
	diag := func(format string, args ...any) {
		if len(complaints) < 4 {
			complaints = append(complaints, strings.TrimSpace(fmt.Sprintf(format, args...)))
		}
	}
	if link == nil {
		l := obj.Linknew(arch)
		l.IsAsm = true // else conditional jumps are padded to 32-byte boundaries with instructions of its own
		l.DiagFunc = diag
		arch.Init(l)
		link = l
	}
	link.DiagFunc = diag
	link.DiagFlush = func() {}
	link.Errors = 0
	defer func() {
		// golang-asm indexes its tables with what it is given.
		if r := recover(); r != nil {
			code, err = nil, fmt.Errorf("asm: encoder failed: %v", r)
		}
	}()
	for q := first; q != nil; q = q.Link {
		q.Ctxt = link
	}
	s := &obj.LSym{Func: &obj.FuncInfo{Text: first}}
	arch.Assemble(link, s, func() *obj.Prog { q := alloc(); q.Ctxt = link; return q })
	if len(complaints) > 0 || link.Errors > 0 {
		return nil, fmt.Errorf("asm: encoder: %s", strings.Join(complaints, "; "))
	}
	return s.P, nil
}
