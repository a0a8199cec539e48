package asm

import (
	"errors"
	"sync/atomic"
	"unsafe"
)

// ErrUnsupported is what every part of the package returns where machine code cannot be made: on other processors
// and systems, and in builds with the tag nojit.
var ErrUnsupported = errors.New("no machine code on this platform")

// Note is a text attached to a place in code.
type Note struct {
	Offset int // bytes from the start of the code
	Text   string
}

// Object is encoded code that has no address yet. The code may lie anywhere.
type Object struct {
	Bytes  []byte
	Notes  []Note
	labels []int32   // offset of each label; -1 if it was never bound
	slots  []slotRef // by Slot
}

type slotRef struct {
	word    *uintptr
	initial Label
}

// Code is published code: it can run. The Go object keeps the data words that the machine code uses, so whoever can
// enter the code or a trace that links to it keeps the Code too.
type Code struct {
	Start  uintptr // address of the first instruction
	Size   int     // bytes
	obj    *Object
	memory *Memory
}

// Label is the address of a label, for entries and for resuming after an exit.
func (c *Code) Label(l Label) uintptr { return c.Start + uintptr(c.obj.labels[l]) }

// Notes are the texts attached to the code.
func (c *Code) Notes() []Note { return c.obj.Notes }

// Bytes are the published instructions. They must not be written.
func (c *Code) Bytes() []byte {
	at := c.Start
	return unsafe.Slice(*(**byte)(unsafe.Pointer(&at)), c.Size)
}

// SetSlot makes the jumps through slot s go to the address from now on, on all threads, also those that are inside
// the code. The published code itself is never changed.
func (c *Code) SetSlot(s Slot, target uintptr) {
	atomic.StoreUintptr(c.obj.slots[s].word, target)
}

// ResetSlot takes back SetSlot.
func (c *Code) ResetSlot(s Slot) { c.SetSlot(s, c.Label(c.obj.slots[s].initial)) }

// Slot is the address that slot s holds.
func (c *Code) Slot(s Slot) uintptr { return atomic.LoadUintptr(c.obj.slots[s].word) }

// Free returns the memory. No activation on any thread may be inside the code, and none may enter it again.
func (c *Code) Free() {
	if c.memory != nil {
		c.memory.free(c.Start, c.Size)
		c.memory = nil
	}
}
