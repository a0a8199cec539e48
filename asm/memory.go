//go:build linux && (amd64 || arm64) && !nojit

package asm

import (
	"errors"
	"fmt"
	"sort"
	"sync"
	"unsafe"

	"golang.org/x/sys/unix"
)

// ErrNoSpace is what Publish returns when the code space is full. Freeing unused code may help.
var ErrNoSpace = errors.New("code space is full")

// codeAlign is the alignment of each piece of code: a cache line, so that no line is shared between code that
// runs and code that is being written.
const codeAlign = 64

// The system calls that a hardened system may refuse; tests replace them.
var (
	sysMemfdCreate = unix.MemfdCreate
	sysFtruncate   = unix.Ftruncate
	sysMmap        = unix.MmapPtr
)

// Memory is a space for machine code. The same pages are mapped twice: once to be written, once to be run, so no page
// is ever both (what hardened systems forbid), and none changes its protection while another thread runs in it.
// Pages cost memory when they are first written.
type Memory struct {
	mu    sync.Mutex
	write unsafe.Pointer // start of the mapping that can be written
	run   unsafe.Pointer // start of the mapping that can run
	size  int
	used  int
	holes []hole // free space, in order of address, never adjacent

	noReuse bool // freed space stays unused; see testReuse
}

type hole struct{ offset, size int }

// NewMemory reserves a code space of at least size bytes, in whole pages. The error says what the system refused.
func NewMemory(size int) (*Memory, error) {
	page := unix.Getpagesize()
	if size <= 0 || size > 1<<30 {
		return nil, fmt.Errorf("asm: code space of %d bytes", size)
	}
	size = (size + page - 1) / page * page
	fd, err := sysMemfdCreate("adder-code", unix.MFD_CLOEXEC|unix.MFD_EXEC)
	if err == unix.EINVAL {
		// Kernels before 6.3 do not know the flag, and need none.
		fd, err = sysMemfdCreate("adder-code", unix.MFD_CLOEXEC)
	}
	if err != nil {
		return nil, fmt.Errorf("asm: executable memory refused: memfd_create: %w", err)
	}
	defer unix.Close(fd)
	if err := sysFtruncate(fd, int64(size)); err != nil {
		return nil, fmt.Errorf("asm: executable memory refused: ftruncate: %w", err)
	}
	write, err := sysMmap(fd, 0, nil, uintptr(size), unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, fmt.Errorf("asm: executable memory refused: mmap to write: %w", err)
	}
	run, err := sysMmap(fd, 0, nil, uintptr(size), unix.PROT_READ|unix.PROT_EXEC, unix.MAP_SHARED)
	if err != nil {
		unix.MunmapPtr(write, uintptr(size))
		return nil, fmt.Errorf("asm: executable memory refused: mmap to run: %w", err)
	}
	return &Memory{write: write, run: run, size: size, holes: []hole{{0, size}}}, nil
}

// Close unmaps the space. Nothing may run in it, then or later.
func (m *Memory) Close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.write == nil {
		return nil
	}
	err := errors.Join(unix.MunmapPtr(m.write, uintptr(m.size)), unix.MunmapPtr(m.run, uintptr(m.size)))
	m.write, m.run, m.holes, m.used, m.size = nil, nil, nil, 0, 0
	return err
}

// Size is the size of the space in bytes.
func (m *Memory) Size() int { return m.size }

// Used is the number of bytes that published code occupies.
func (m *Memory) Used() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.used
}

// Publish copies an object into the space and makes it runnable. An object is published once: its jump slots belong
// to this copy.
func (m *Memory) Publish(o *Object) (*Code, error) {
	if len(o.Bytes) == 0 {
		return nil, errors.New("asm: no code")
	}
	offset, ok := m.alloc(len(o.Bytes))
	if !ok {
		return nil, ErrNoSpace
	}
	to := unsafe.Add(m.write, offset)
	copy(unsafe.Slice((*byte)(to), len(o.Bytes)), o.Bytes)
	run := unsafe.Add(m.run, offset)
	cleanCache(to, run, uintptr(len(o.Bytes)))
	c := &Code{Start: uintptr(run), Size: len(o.Bytes), obj: o, memory: m}
	for i := range o.slots {
		c.ResetSlot(Slot(i))
	}
	o.Bytes = nil // they are there
	codeEpoch.Add(1)
	return c, nil
}

func roundUp(n int) int { return (n + codeAlign - 1) &^ (codeAlign - 1) }

// alloc takes the first hole that is large enough.
func (m *Memory) alloc(n int) (offset int, ok bool) {
	n = roundUp(n)
	m.mu.Lock()
	defer m.mu.Unlock()
	for i := range m.holes {
		h := &m.holes[i]
		if h.size < n {
			continue
		}
		offset = h.offset
		h.offset += n
		h.size -= n
		if h.size == 0 {
			m.holes = append(m.holes[:i], m.holes[i+1:]...)
		}
		m.used += n
		return offset, true
	}
	return 0, false
}

// free makes a hole again and joins it with its neighbours.
func (m *Memory) free(start uintptr, n int) {
	n = roundUp(n)
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.run == nil {
		return
	}
	h := hole{int(start - uintptr(m.run)), n}
	m.used -= n
	if m.noReuse {
		return
	}
	i := sort.Search(len(m.holes), func(i int) bool { return m.holes[i].offset > h.offset })
	m.holes = append(m.holes, hole{})
	copy(m.holes[i+1:], m.holes[i:])
	m.holes[i] = h
	if i+1 < len(m.holes) && h.offset+h.size == m.holes[i+1].offset {
		m.holes[i].size += m.holes[i+1].size
		m.holes = append(m.holes[:i+1], m.holes[i+2:]...)
	}
	if i > 0 && m.holes[i-1].offset+m.holes[i-1].size == h.offset {
		m.holes[i-1].size += m.holes[i].size
		m.holes = append(m.holes[:i], m.holes[i+1:]...)
	}
}
