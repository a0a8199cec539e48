package io

import (
	"weak"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
)

// pending are the bytes that a writer has taken and not yet written.
//
// CPython writes them when the last reference to a file goes, so that a program may leave a file open and read it right
// after. Here nobody notices that reference going. So a writer over a regular file stands in the list of dirty ones
// while it has unsaved bytes, and everything through which a program could look at the file (opening a file, asking for
// its status, starting a process, ending) calls FlushPending first. The list does not keep the file objects alive.
type pending struct {
	data []byte
	// file is the descriptor's owner where the bytes may be written behind the program's back, else nil.
	file       *fileIO
	next, prev *pending
	dirty      bool
}

// dirtyList is the head of the list of writers with unsaved bytes.
//
// Concurrency: without the global lock it would have a lock of its own.
var dirtyList pending

func (p *pending) markDirty() {
	p.dirty = true
	p.next, p.prev = dirtyList.next, &dirtyList
	if p.next != nil {
		p.next.prev = p
	}
	dirtyList.next = p
}

func (p *pending) markClean() {
	if !p.dirty {
		return
	}
	p.dirty = false
	p.prev.next = p.next
	if p.next != nil {
		p.next.prev = p.prev
	}
	p.next, p.prev = nil, nil
}

// add takes bytes.
func (p *pending) add(b []byte) {
	p.data = append(p.data, b...)
	if !p.dirty && p.file != nil {
		p.markDirty()
	}
}

// drop forgets the first n bytes.
func (p *pending) drop(n int) {
	if n >= len(p.data) {
		p.data = p.data[:0]
		p.markClean()
		return
	}
	p.data = p.data[:copy(p.data, p.data[n:])]
}

// FlushPending writes what writers of regular files hold. Errors are left to the program's own flush.
func FlushPending(t *thread) {
	for p := dirtyList.next; p != nil; {
		next := p.next
		for len(p.data) > 0 && p.file.fd >= 0 {
			n, err := unix.Write(p.file.fd, p.data)
			if err == unix.EINTR {
				continue
			}
			if err != nil || n <= 0 {
				break
			}
			p.drop(n)
		}
		if p.file.fd < 0 {
			p.data = nil
			p.markClean()
		}
		p = next
	}
}

// openTexts are the text files that may hold text which their buffer has not seen, and buffers over objects of the
// program: they are flushed when the program ends.
var openWriters []weak.Pointer[objects.Head]

// registerWriter remembers a file object that has to be flushed at the end.
func registerWriter(v value) {
	if len(openWriters) == cap(openWriters) {
		live := openWriters[:0]
		for _, w := range openWriters {
			if w.Value() != nil {
				live = append(live, w)
			}
		}
		clear(openWriters[len(live):])
		openWriters = live
	}
	openWriters = append(openWriters, weak.Make(objects.As[objects.Head](v)))
}

// FlushAll flushes every writer at the end of the program.
func FlushAll(t *thread) {
	for _, w := range openWriters {
		h := w.Value()
		if h == nil {
			continue
		}
		v := objects.ToValue(h)
		if closed, err := isClosed(t, v); err != nil || closed {
			continue
		}
		_ = flushOf(t, v)
	}
	FlushPending(t)
}
