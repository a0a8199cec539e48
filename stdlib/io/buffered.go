package io

import (
	"bytes"
	"sync"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// DefaultBufferSize is io.DEFAULT_BUFFER_SIZE in bytes.
const DefaultBufferSize = 8192

// The buffered classes.
var bufferedReaderType, bufferedWriterType, bufferedRandomType, bufferedRWPairType objects.Type

// buffered is a BufferedReader, BufferedWriter or BufferedRandom.
type buffered struct {
	base
	raw value
	// file is raw where that is exactly a FileIO: its methods need not be called through Python then.
	file     *fileIO
	reader   bool
	writer   bool
	ok       bool // __init__ has run
	detached bool
	size     int
	// rbuf[rpos:] has been read from raw and not yet given out.
	rbuf []byte
	rpos int
	// unsaved has been taken and not yet written to raw. Never both unsaved and rbuf[rpos:] hold bytes.
	unsaved *pending
	// at is the position of raw, -1 where it is not known.
	at    int64
	owner *thread
}

func (b *buffered) value() value { return objects.ToValue(b) }

// bufferLock guards all buffered files: a thread that finds one in use by another waits for the next leave.
var bufferLock = struct {
	sync.Mutex
	cond    *sync.Cond
	waiting int
}{}

// enter takes the file for a thread: raw's methods run without the global lock.
func (b *buffered) enter(t *thread) error {
	if b.owner == nil {
		b.owner = t
		return nil
	}
	if b.owner == t {
		r, err := objects.ReprString(t, b.value())
		if err != nil {
			return err
		}
		return objects.RuntimeErrorf("reentrant call inside %s", r)
	}
	for b.owner != nil {
		bufferLock.Lock()
		if bufferLock.cond == nil {
			bufferLock.cond = sync.NewCond(&bufferLock.Mutex)
		}
		bufferLock.waiting++
		bufferLock.Unlock()
		objects.H.Blocking(t, func() {
			bufferLock.Lock()
			if b.owner != nil {
				bufferLock.cond.Wait()
			}
			bufferLock.waiting--
			bufferLock.Unlock()
		})
	}
	b.owner = t
	return nil
}

func (b *buffered) leave() {
	if bufferLock.waiting == 0 {
		b.owner = nil
		return
	}
	bufferLock.Lock()
	b.owner = nil
	bufferLock.cond.Broadcast()
	bufferLock.Unlock()
}

// usable fails where __init__ has not run or the raw stream is gone.
func (b *buffered) usable() error {
	if b.ok {
		return nil
	}
	if b.detached {
		return objects.ValueErrorf("raw stream has been detached")
	}
	return objects.ValueErrorf("I/O operation on uninitialized object")
}

func (b *buffered) isClosed(t *thread) (bool, error) {
	if b.file != nil {
		return b.file.fd < 0, nil
	}
	return isClosed(t, b.raw)
}

// open checks that the file can be used; what begins the message: "read of closed file".
func (b *buffered) open(t *thread, what string) error {
	if err := b.usable(); err != nil {
		return err
	}
	closed, err := b.isClosed(t)
	if err == nil && closed && len(b.rbuf)-b.rpos == 0 {
		return objects.ValueErrorf("%s of closed file", what)
	}
	if err == nil && closed {
		return objects.ValueErrorf("%s of closed file", what)
	}
	return err
}

// setup is __init__.
func (b *buffered) setup(t *thread, raw value, size int, reader, writer bool) error {
	b.ok = false
	if size <= 0 {
		return objects.ValueErrorf("buffer size must be strictly positive")
	}
	if err := objects.CheckSize(size, 1); err != nil {
		return err
	}
	b.raw, b.file = raw, nil
	if objects.Is(raw, &fileIOType) {
		b.file = objects.As[fileIO](raw)
	}
	b.reader, b.writer, b.size, b.detached = reader, writer, size, false
	b.rbuf, b.rpos, b.at = nil, 0, -1
	if b.unsaved != nil {
		b.unsaved.markClean()
	}
	b.unsaved = nil
	if writer {
		b.unsaved = &pending{}
		if b.file != nil && b.file.regular {
			b.unsaved.file = b.file
		} else {
			registerWriter(b.value())
		}
	}
	if b.file == nil {
		// As CPython, which asks for the position and lets errors pass.
		if _, err := b.tellRaw(t); err != nil && !objects.IsError(err, &objects.ExceptionType) {
			return err
		}
	}
	b.ok = true
	return nil
}

// tellRaw asks for the position of raw.
func (b *buffered) tellRaw(t *thread) (int64, error) {
	var n int64
	var err error
	if b.file != nil {
		if b.file.fd < 0 {
			return -1, errClosedFile()
		}
		n, err = b.file.seek(t, 0, 1)
	} else {
		var r value
		if r, err = objects.CallMethod(t, b.raw, names.tell); err == nil {
			n, err = b.offset(t, r, "tell")
		}
	}
	if err != nil {
		return -1, err
	}
	b.at = n
	return n, nil
}

// offset converts what a raw stream gave as its position.
func (b *buffered) offset(t *thread, r value, method string) (int64, error) {
	n, err := native.Int64(t, r)
	if err == nil && n < 0 {
		err = objects.Errorf(&objects.OSErrorType, "Raw stream returned invalid position %d", n)
	}
	return n, err
}

func (b *buffered) seekRaw(t *thread, offset int64, whence int) (int64, error) {
	var n int64
	var err error
	if b.file != nil {
		if b.file.fd < 0 {
			return -1, errClosedFile()
		}
		n, err = b.file.seek(t, offset, whence)
	} else {
		var r value
		if r, err = objects.CallMethod(t, b.raw, names.seek, objects.Int(offset), objects.Int(int64(whence))); err == nil {
			n, err = b.offset(t, r, "seek")
		}
	}
	b.at = -1
	if err != nil {
		return -1, err
	}
	b.at = n
	return n, nil
}

// readRaw reads once; none reports that raw would block.
func (b *buffered) readRaw(t *thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		if err := b.file.check(b.file.readable, "reading"); err != nil {
			return 0, false, err
		}
		n, none, err = b.file.readOnce(t, p)
	} else {
		for {
			n, none, err = readInto(t, b.raw, names.readinto, p)
			if err == nil || !objects.IsError(err, &objects.InterruptedErrorType) {
				break
			}
		}
	}
	if b.at >= 0 {
		b.at += int64(n)
	}
	return n, none, err
}

// writeRaw writes once; none reports that raw would block.
func (b *buffered) writeRaw(t *thread, p []byte) (n int, none bool, err error) {
	if b.file != nil {
		if err := b.file.check(b.file.writable, "writing"); err != nil {
			return 0, false, err
		}
		n, none, err = b.file.writeOnce(t, p)
	} else {
		var r value
		// The memory may be used again before the program lets go of what it was given.
		own := objects.NewBytes(bytes.Clone(p))
		view, verr := viewOf(t, own)
		if verr != nil {
			return 0, false, verr
		}
		if r, err = objects.CallMethod(t, b.raw, names.write, view); err != nil {
			return 0, false, err
		}
		if r == objects.None {
			return 0, true, nil
		}
		n, err = objects.IndexInt(t, r, &objects.ValueErrorType)
		if err == nil && (n < 0 || n > len(p)) {
			err = objects.Errorf(&objects.OSErrorType, "raw write() returned invalid length %d (should have been between 0 and %d)", n, len(p))
		}
	}
	if err == nil && b.at >= 0 {
		b.at += int64(n)
	}
	return n, none, err
}

func viewOf(t *thread, v value) (value, error) {
	buf, err := objects.GetBuffer(t, v, objects.BufSimple)
	if err != nil {
		return value{}, err
	}
	return objects.NewMemoryView(buf), nil
}

// have is the number of bytes that can be given out without reading.
func (b *buffered) have() int { return len(b.rbuf) - b.rpos }

// take gives out n bytes of the read buffer.
func (b *buffered) take(n int) []byte {
	p := b.rbuf[b.rpos : b.rpos+n]
	b.rpos += n
	return p
}

// fill reads once into the empty read buffer.
func (b *buffered) fill(t *thread) (n int, none bool, err error) {
	if cap(b.rbuf) < b.size {
		b.rbuf = make([]byte, 0, b.size)
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	n, none, err = b.readRaw(t, b.rbuf[:b.size])
	if err == nil {
		b.rbuf = b.rbuf[:n]
	}
	return n, none, err
}

func blockingError(message string, written int) error {
	e := objects.NewOSError(unix.EAGAIN, message, value{})
	if x, ok := e.(*objects.Exception); ok && x.Matches(&objects.BlockingIOErrorType) {
		objects.As[objects.OSErrorObject](x.Value()).CharactersWritten = objects.Int(int64(written))
	}
	return e
}

// save writes all unsaved bytes.
func (b *buffered) save(t *thread) error {
	if b.unsaved == nil {
		return nil
	}
	for len(b.unsaved.data) > 0 {
		n, none, err := b.writeRaw(t, b.unsaved.data)
		if err != nil {
			return err
		}
		if none {
			return blockingError("write could not complete without blocking", 0)
		}
		b.unsaved.drop(n)
	}
	b.unsaved.markClean()
	return nil
}

// rewind moves raw back over what was read ahead.
func (b *buffered) rewind(t *thread) error {
	n := b.have()
	b.rbuf, b.rpos = b.rbuf[:0], 0
	if n > 0 {
		if _, err := b.seekRaw(t, int64(-n), 1); err != nil {
			return err
		}
	}
	return nil
}

// beforeRead brings a random file from writing to reading.
func (b *buffered) beforeRead(t *thread) error {
	if b.unsaved != nil && len(b.unsaved.data) > 0 {
		return b.save(t)
	}
	return nil
}

// read returns up to n bytes, reading until it has them, the end is reached or raw would block.
func (b *buffered) read(t *thread, n int) (value, error) {
	if have := b.have(); n <= have {
		p := bytes.Clone(b.take(n))
		return objects.NewBytes(p), nil
	}
	if err := objects.CheckSize(n, 1); err != nil {
		return value{}, err
	}
	if err := b.beforeRead(t); err != nil {
		return value{}, err
	}
	room := n
	if room > 1<<20 && b.file != nil && b.file.regular {
		// A huge size is often "all": do not allocate what the file does not have.
		room = min(n, max(int(b.file.size), 1<<20))
	}
	out := make([]byte, 0, room)
	out = append(out, b.take(b.have())...)
	for len(out) < n {
		want := n - len(out)
		if want >= b.size {
			// Whole buffers go directly to their place.
			if cap(out) == len(out) {
				grown := make([]byte, len(out), min(n, 2*cap(out)+b.size))
				copy(grown, out)
				out = grown
			}
			want = min(want, cap(out)-len(out))
			if r := want - want%b.size; r > 0 {
				want = r
			}
			got, none, err := b.readRaw(t, out[len(out):len(out)+want])
			if err != nil {
				return value{}, err
			}
			if none && len(out) == 0 {
				return objects.None, nil
			}
			if none || got == 0 {
				break
			}
			out = out[:len(out)+got]
			continue
		}
		got, none, err := b.fill(t)
		if err != nil {
			return value{}, err
		}
		if none && len(out) == 0 {
			return objects.None, nil
		}
		if none || got == 0 {
			break
		}
		out = append(out, b.take(min(want, got))...)
	}
	return objects.NewBytes(out), nil
}

// readAll reads to the end.
func (b *buffered) readAll(t *thread) (value, error) {
	if err := b.beforeRead(t); err != nil {
		return value{}, err
	}
	head := bytes.Clone(b.take(b.have()))
	b.rbuf, b.rpos = b.rbuf[:0], 0
	if b.file != nil {
		if err := b.file.check(b.file.readable, "reading"); err != nil {
			return value{}, err
		}
		tail, none, err := b.file.readAll(t)
		b.at = -1
		if err != nil {
			return value{}, err
		}
		if none && len(head) == 0 {
			return objects.None, nil
		}
		if len(head) == 0 {
			return objects.NewBytes(tail), nil
		}
		return objects.NewBytes(append(head, tail...)), nil
	}
	fn, err := objects.FindAttr(t, b.raw, names.readall)
	if err != nil {
		return value{}, err
	}
	b.at = -1
	if !fn.IsZero() {
		r, err := objects.Call0(t, fn)
		if err != nil {
			return value{}, err
		}
		if r == objects.None {
			if len(head) == 0 {
				return objects.None, nil
			}
			return objects.NewBytes(head), nil
		}
		p, ok := objects.BytesOf(r)
		if !ok {
			return value{}, objects.TypeErrorf("readall() should return bytes")
		}
		if len(head) == 0 {
			return r, nil
		}
		return objects.NewBytes(append(head, p...)), nil
	}
	for {
		r, err := objects.CallMethod(t, b.raw, names.read)
		if err != nil {
			return value{}, err
		}
		if r == objects.None {
			if len(head) == 0 {
				return objects.None, nil
			}
			break
		}
		p, ok := objects.BytesOf(r)
		if !ok {
			return value{}, objects.TypeErrorf("read() should return bytes")
		}
		if len(p) == 0 {
			break
		}
		head = append(head, p...)
	}
	return objects.NewBytes(head), nil
}

// readinto reads into p, once where single is set; none reports that raw would block and nothing was read.
func (b *buffered) readinto(t *thread, p []byte, single bool) (n int, none bool, err error) {
	n = copy(p, b.rbuf[b.rpos:])
	b.rpos += n
	if n == len(p) || n > 0 && single {
		return n, false, nil
	}
	if err := b.beforeRead(t); err != nil {
		return 0, false, err
	}
	for n < len(p) {
		var got int
		if rest := p[n:]; len(rest) > b.size {
			got, none, err = b.readRaw(t, rest)
			n += max(got, 0)
		} else {
			got, none, err = b.fill(t)
			if err == nil {
				n += copy(rest, b.take(min(len(rest), got)))
			}
		}
		if err != nil {
			return 0, false, err
		}
		if none {
			return n, n == 0, nil
		}
		if got == 0 || single {
			break
		}
	}
	return n, false, nil
}

// readline returns a line of at most limit bytes (-1: no limit).
func (b *buffered) readline(t *thread, limit int) ([]byte, error) {
	// Most lines lie in the buffer whole.
	if i := bytes.IndexByte(b.rbuf[b.rpos:], '\n'); i >= 0 {
		n := i + 1
		if limit >= 0 && n > limit {
			n = limit
		}
		return bytes.Clone(b.take(n)), nil
	}
	if limit >= 0 && b.have() >= limit {
		return bytes.Clone(b.take(limit)), nil
	}
	if err := b.beforeRead(t); err != nil {
		return nil, err
	}
	line := append([]byte(nil), b.take(b.have())...)
	for limit < 0 || len(line) < limit {
		got, none, err := b.fill(t)
		if err != nil {
			return nil, err
		}
		if none || got == 0 {
			break
		}
		n := got
		i := bytes.IndexByte(b.rbuf, '\n')
		if i >= 0 {
			n = i + 1
		}
		if limit >= 0 && n > limit-len(line) {
			n = limit - len(line)
			i = n
		}
		line = append(line, b.take(n)...)
		if i >= 0 {
			break
		}
	}
	return line, nil
}

// write takes bytes; the result is their number.
func (b *buffered) write(t *thread, p []byte) (int, error) {
	if b.have() > 0 {
		if err := b.rewind(t); err != nil {
			return 0, err
		}
	}
	b.rbuf, b.rpos = b.rbuf[:0], 0
	u := b.unsaved
	if len(u.data)+len(p) <= b.size {
		if u.data == nil {
			u.data = make([]byte, 0, b.size)
		}
		u.add(p)
		return len(p), nil
	}
	total := len(p)
	if err := b.save(t); err != nil {
		if !objects.IsError(err, &objects.BlockingIOErrorType) {
			return 0, err
		}
		// Keep what there is room for and say how much that was.
		if room := b.size - len(u.data); len(p) > room {
			u.add(p[:max(room, 0)])
			return 0, blockingError("write could not complete without blocking", max(room, 0))
		}
		u.add(p)
		return total, nil
	}
	for len(p) > b.size {
		n, none, err := b.writeRaw(t, p)
		if err != nil {
			return 0, err
		}
		if none {
			u.add(p[:b.size])
			return 0, blockingError("write could not complete without blocking", total-(len(p)-b.size))
		}
		p = p[n:]
	}
	if len(p) > 0 {
		if u.data == nil {
			u.data = make([]byte, 0, b.size)
		}
		u.add(p)
	}
	return total, nil
}

// flush saves what was written and gives back what was read ahead.
func (b *buffered) flush(t *thread) error {
	if err := b.save(t); err != nil {
		return err
	}
	if b.reader && b.writer {
		return b.rewind(t)
	}
	return nil
}

// tell is the position as the program sees it.
func (b *buffered) tell(t *thread) (int64, error) {
	n, err := b.tellRaw(t)
	if err != nil {
		return -1, err
	}
	n -= int64(b.have())
	if b.unsaved != nil {
		n += int64(len(b.unsaved.data))
	}
	return max(n, 0), nil
}

func (b *buffered) seek(t *thread, offset int64, whence int) (int64, error) {
	if whence != 2 && b.reader && b.have() > 0 {
		// Within what was read ahead nothing has to be asked of raw.
		at := b.at
		if at < 0 {
			var err error
			if at, err = b.tellRaw(t); err != nil {
				return -1, err
			}
		}
		here := at - int64(b.have())
		move := offset
		if whence == 0 {
			move = offset - here
		}
		if move >= int64(-b.rpos) && move <= int64(b.have()) {
			b.rpos += int(move)
			return here + move, nil
		}
	}
	if err := b.save(t); err != nil {
		return -1, err
	}
	if whence == 1 {
		offset -= int64(b.have())
	}
	n, err := b.seekRaw(t, offset, whence)
	if err == nil {
		b.rbuf, b.rpos = b.rbuf[:0], 0
	}
	return n, err
}

func (b *buffered) close(t *thread) error {
	closed, err := b.isClosed(t)
	if err != nil || closed {
		return err
	}
	var first error
	if objects.TypeOf(b.value()).Flags&objects.FlagHeap == 0 {
		if b.writer {
			if err = b.enter(t); err != nil {
				return err
			}
			first = b.flush(t)
			b.leave()
		}
	} else {
		first = flushOf(t, b.value())
	}
	var second error
	if b.file != nil {
		second = b.file.close(t)
	} else {
		second = closeOf(t, b.raw)
	}
	b.rbuf, b.rpos = nil, 0
	objects.UnregisterFinalizer(b.value())
	if b.unsaved != nil {
		b.unsaved.data = nil
		b.unsaved.markClean()
	}
	return chain(first, second)
}
