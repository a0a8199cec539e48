//go:build !linux || (!amd64 && !arm64) || nojit

package asm

// On other platforms, and with the tag nojit, the package has the same interface and refuses to work.

// Supported reports whether this build can make and run machine code on this processor.
func Supported() bool { return false }

// CtxReg holds the address of the running thread's [Context].
const CtxReg = firstGPR

// SlotReg holds the address of the running activation's values; see [ValueSlot] and [RawSlot].
const SlotReg = firstGPR + 1

// GPRs are the integer registers that a code generator may allocate: none.
var GPRs []Reg

// FPRs are the float registers that a code generator may allocate: none.
var FPRs []Reg

func gprName(int) string { return "?" }

func fprName(int) string { return "?" }

func barrierFlag() *uint32 { return new(uint32) }

// New returns ErrUnsupported.
func New() (Assembler, error) { return nil, ErrUnsupported }

// Memory is a space for machine code. None can be made here.
type Memory struct{}

// NewMemory returns ErrUnsupported.
func NewMemory(size int) (*Memory, error) { return nil, ErrUnsupported }

// Close does nothing.
func (m *Memory) Close() error { return nil }

// Size is 0.
func (m *Memory) Size() int { return 0 }

// Used is 0.
func (m *Memory) Used() int { return 0 }

// Publish returns ErrUnsupported.
func (m *Memory) Publish(o *Object) (*Code, error) { return nil, ErrUnsupported }

func (m *Memory) free(start uintptr, n int) {}

// SelfTest returns ErrUnsupported.
func SelfTest(m *Memory) error { return ErrUnsupported }

// Run returns ErrUnsupported.
func Run(ctx *Context, h Handler) error { return ErrUnsupported }

// RunWide returns ErrUnsupported.
func RunWide(ctx *Context, h Handler) error { return ErrUnsupported }

// Disassemble shows nothing.
func Disassemble(code []byte, base uint64) []string { return nil }
