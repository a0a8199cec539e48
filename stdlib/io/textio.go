package io

import (
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/codecs"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// textIOType is TextIOWrapper.
var textIOType objects.Type

// textIO is a TextIOWrapper.
type textIO struct {
	base
	ok       bool
	detached bool
	buffer   value
	// fast is buffer where that is exactly one of our buffered classes over a FileIO.
	fast     *buffered
	encoding string
	errors   string
	kind     codecKind
	info     value // the CodecInfo, looked up when it is needed
	encoder  value // an incremental encoder, for encodings without a fast path
	decoder  decoder
	// universal is decoder where it handles newlines.
	universal *newlineDecoder

	lineBuffering, writeThrough bool
	readTranslate, readUniv     bool
	readNL                      string // "" for universal modes
	writeNL                     string // what "\n" becomes, "" for no translation
	newline                     *string
	canRead, canWrite           bool
	seekable, telling           bool
	hasRead1                    bool
	chunkSize                   int

	// chunk[used:] has been decoded and not yet given out.
	chunk *objects.Str
	used  int
	// snapshot tells how the chunk came about: the decoder's flags before it and the bytes that were decoded. It is
	// what tell() starts from.
	snapshot      bool
	snapshotFlags value
	snapshotInput []byte
	b2cRatio      float64
	// out is encoded text that buffer has not seen; a fast buffer is given it at once.
	out []byte
}

func (x *textIO) value() value { return objects.ToValue(x) }

func (x *textIO) usable() error {
	if x.ok {
		return nil
	}
	if x.detached {
		return objects.ValueErrorf("underlying buffer has been detached")
	}
	return objects.ValueErrorf("I/O operation on uninitialized object")
}

func (x *textIO) isClosed(t *thread) (bool, error) {
	if x.fast != nil {
		if x.fast.file == nil {
			return true, x.fast.usable()
		}
		return x.fast.file.fd < 0, nil
	}
	return isClosed(t, x.buffer)
}

// open checks that the file can be used.
func (x *textIO) open(t *thread) error {
	if err := x.usable(); err != nil {
		return err
	}
	closed, err := x.isClosed(t)
	if err == nil && closed {
		return objects.ValueErrorf("I/O operation on closed file.")
	}
	return err
}

// localeEncoding is the encoding of files that name none.
func localeEncoding() string {
	if utf8Mode() {
		return "utf-8"
	}
	return "UTF-8"
}

// flag returns a field of sys.flags.
func flag(name string) int64 {
	if interp.S.Sys == nil || interp.S.Main == nil {
		return 0
	}
	f := interp.S.Sys.GetStr(objects.Intern("flags"))
	if f.IsZero() {
		return 0
	}
	v, err := objects.FindAttr(interp.S.Main, f, objects.Intern(name))
	if err != nil || v.IsZero() {
		return 0
	}
	n, _ := objects.Int64Of(v)
	return n
}

func utf8Mode() bool { return flag("utf8_mode") != 0 }

// textOptions are the arguments of TextIOWrapper.
type textOptions struct {
	encoding, errors, newline   value // zero or None: default
	lineBuffering, writeThrough bool
}

func (x *textIO) setup(t *thread, buffer value, o textOptions) error {
	x.ok, x.detached = false, false
	encoding := ""
	if native.Given(o.encoding) {
		s, ok := objects.StrOf(o.encoding)
		if !ok {
			return objects.TypeErrorf("TextIOWrapper() argument 'encoding' must be str or None, not %s", objects.TypeOf(o.encoding))
		}
		encoding = s.String()
		if strings.IndexByte(encoding, 0) >= 0 {
			return objects.ValueErrorf("embedded null character")
		}
	} else if flag("warn_default_encoding") != 0 {
		if err := objects.H.Warn(t, &objects.EncodingWarningType, "'encoding' argument not specified", 1); err != nil {
			return err
		}
	}
	if encoding == "" && native.Given(o.encoding) {
		return objects.Errorf(&objects.LookupErrorType, "unknown encoding: %s", "")
	}
	if encoding == "" || encoding == "locale" {
		encoding = localeEncoding()
	}
	errors := "strict"
	if native.Given(o.errors) {
		s, ok := objects.StrOf(o.errors)
		if !ok {
			return objects.TypeErrorf("TextIOWrapper() argument 'errors' must be str or None, not %s", objects.TypeOf(o.errors))
		}
		errors = s.String()
		if strings.IndexByte(errors, 0) >= 0 {
			return objects.ValueErrorf("embedded null character")
		}
	}
	newline := (*string)(nil)
	if !o.newline.IsZero() {
		var err error
		if newline, err = newlineArg(t, o.newline, "TextIOWrapper() argument 'newline'"); err != nil {
			return err
		}
	}
	x.encoding, x.errors = encoding, errors
	x.kind, x.info, x.encoder = codecOf(encoding), value{}, value{}
	if x.kind == codecOther {
		if _, err := x.codec(t); err != nil {
			return err
		}
	}
	x.buffer, x.fast = buffer, nil
	if typ := objects.TypeOf(buffer); typ == &bufferedReaderType || typ == &bufferedWriterType || typ == &bufferedRandomType {
		if b := objects.As[buffered](buffer); b.ok && b.file != nil {
			x.fast = b
		}
	}
	x.lineBuffering, x.writeThrough = o.lineBuffering, o.writeThrough
	x.setNewline(newline)
	x.chunkSize, x.out = DefaultBufferSize, nil
	x.chunk, x.used, x.snapshot = nil, 0, false
	x.b2cRatio = 0
	var err error
	if f := x.fast; f != nil {
		if f.file.fd < 0 {
			return errClosedFile()
		}
		x.canRead, x.canWrite = f.reader && f.file.readable, f.writer && f.file.writable
		x.seekable, x.hasRead1 = f.file.isSeekable(), f.reader
	} else {
		if x.seekable, err = ask(t, buffer, names.seekable); err != nil {
			return err
		}
		if x.canRead, err = ask(t, buffer, names.readable); err != nil {
			return err
		}
		if x.canWrite, err = ask(t, buffer, names.writable); err != nil {
			return err
		}
		r, err := objects.FindAttr(t, buffer, names.read1)
		if err != nil {
			return err
		}
		x.hasRead1 = !r.IsZero()
		if x.canWrite {
			registerWriter(x.value())
		}
	}
	x.telling = x.seekable
	if err := x.makeCoders(t); err != nil {
		return err
	}
	x.ok = true
	return x.startEncoder(t)
}

func (x *textIO) setNewline(newline *string) {
	x.newline = newline
	x.readUniv = newline == nil || *newline == ""
	x.readTranslate = newline == nil
	x.readNL, x.writeNL = "", ""
	if newline != nil {
		x.readNL = *newline
		if *newline != "" && *newline != "\n" {
			x.writeNL = *newline
		}
	}
}

// codec returns the CodecInfo of the encoding.
func (x *textIO) codec(t *thread) (value, error) {
	if x.info.IsZero() {
		info, err := codecs.LookupText(t, x.encoding, "codecs.open()")
		if err != nil {
			return value{}, err
		}
		x.info = info
	}
	return x.info, nil
}

// makeCoders makes the decoder and the encoder.
func (x *textIO) makeCoders(t *thread) error {
	x.decoder, x.universal, x.encoder = nil, nil, value{}
	if x.canRead {
		if x.kind != codecOther {
			x.decoder = &nativeDecoder{kind: x.kind, errors: x.errors}
		} else {
			d, err := x.incremental(t, "incrementaldecoder")
			if err != nil {
				return err
			}
			x.decoder = pyDecoder{d}
		}
		if x.readUniv {
			x.universal = &newlineDecoder{inner: x.decoder, translates: x.readTranslate}
			x.decoder = x.universal
		}
	}
	if x.canWrite && x.kind == codecOther {
		e, err := x.incremental(t, "incrementalencoder")
		if err != nil {
			return err
		}
		x.encoder = e
	}
	return nil
}

// incremental makes an incremental encoder or decoder of the codec.
func (x *textIO) incremental(t *thread, which string) (value, error) {
	info, err := x.codec(t)
	if err != nil {
		return value{}, err
	}
	fn, err := objects.GetAttr(t, info, objects.Intern(which))
	if err != nil {
		return value{}, err
	}
	return objects.Call1(t, fn, native.Str(x.errors))
}

// startEncoder tells an encoder that the file does not begin here, so that it writes no byte order mark.
func (x *textIO) startEncoder(t *thread) error {
	if !x.seekable || x.encoder.IsZero() {
		return nil
	}
	pos, err := objects.CallMethod(t, x.buffer, names.tell)
	if err != nil {
		return err
	}
	zero, err := objects.Equal(t, pos, objects.Int(0))
	if err != nil || zero {
		return err
	}
	_, err = objects.CallMethod(t, x.encoder, names.setstate, objects.Int(0))
	return err
}

// save hands encoded text to buffer.
func (x *textIO) save(t *thread) error {
	if len(x.out) == 0 {
		return nil
	}
	b := objects.NewBytes(x.out)
	x.out = nil
	for {
		_, err := objects.CallMethod(t, x.buffer, names.write, b)
		if err != nil && objects.IsError(err, &objects.InterruptedErrorType) {
			continue
		}
		return err
	}
}

func (x *textIO) flush(t *thread) error {
	x.telling = x.seekable
	if err := x.save(t); err != nil {
		return err
	}
	if f := x.fast; f != nil {
		if !f.writer {
			return nil
		}
		if err := f.enter(t); err != nil {
			return err
		}
		err := f.flush(t)
		f.leave()
		return err
	}
	return flushOf(t, x.buffer)
}

// write is TextIOWrapper.write.
func (x *textIO) write(t *thread, s *objects.Str) error {
	if !x.canWrite {
		return unsupported("not writable")
	}
	newline := false
	if x.lineBuffering || x.writeNL != "" {
		newline = indexOf(s, '\n', 0) >= 0
		if newline && x.writeNL != "" {
			s = replaceNewlines(s, x.writeNL)
		}
	}
	needFlush := x.lineBuffering && (newline || indexOf(s, '\r', 0) >= 0)
	if err := x.encode(t, s, needFlush); err != nil {
		return err
	}
	if needFlush {
		if err := x.flush(t); err != nil {
			return err
		}
	}
	if x.snapshot {
		// What has been read ahead counts only where the position can be told; a socket keeps it.
		x.chunk, x.used, x.snapshot = nil, 0, false
	}
	if x.decoder != nil {
		return x.decoder.reset(t)
	}
	return nil
}

// encode encodes text into the buffer, or into out.
func (x *textIO) encode(t *thread, s *objects.Str, flushed bool) error {
	if f := x.fast; f != nil && x.kind != codecOther && f.owner == nil && f.have() == 0 && !x.writeThrough {
		// Straight into the buffer below, where there is room.
		u := f.unsaved
		if u.data == nil {
			u.data = make([]byte, 0, f.size)
		}
		if n := len(u.data); n+s.Len() <= f.size {
			out, ok := appendEncoded(x.kind, u.data, s)
			if ok {
				u.data = out
				if !u.dirty && u.file != nil && len(out) > 0 {
					u.markDirty()
				}
				if len(out) > f.size {
					return x.saveFast(t, f)
				}
				return nil
			}
		}
	}
	var b []byte
	if x.kind != codecOther {
		var ok bool
		if b, ok = appendEncoded(x.kind, nil, s); !ok {
			var err error
			if b, err = codecs.EncodeStr(t, codecNames[x.kind], s, x.errors); err != nil {
				return err
			}
		}
	} else {
		r, err := objects.CallMethod(t, x.encoder, names.encode, s.Value())
		if err != nil {
			return err
		}
		var ok bool
		if b, ok = objects.BytesOf(r); !ok {
			return objects.TypeErrorf("encoder should return a bytes object, not '%s'", objects.TypeOf(r))
		}
	}
	if f := x.fast; f != nil {
		if err := f.enter(t); err != nil {
			return err
		}
		_, err := f.write(t, b)
		if err == nil && x.writeThrough {
			err = f.flush(t)
		}
		f.leave()
		return err
	}
	if len(x.out)+len(b) > x.chunkSize && len(x.out) > 0 {
		if err := x.save(t); err != nil {
			return err
		}
	}
	x.out = append(x.out, b...)
	if len(x.out) >= x.chunkSize || flushed || x.writeThrough {
		return x.save(t)
	}
	return nil
}

func (x *textIO) saveFast(t *thread, f *buffered) error {
	if err := f.enter(t); err != nil {
		return err
	}
	err := f.save(t)
	f.leave()
	return err
}

func (x *textIO) close(t *thread) error {
	closed, err := x.isClosed(t)
	if err != nil || closed {
		return err
	}
	var first error
	if objects.TypeOf(x.value()).Flags&objects.FlagHeap != 0 {
		first = flushOf(t, x.value())
	} else {
		first = x.flush(t)
	}
	objects.UnregisterFinalizer(x.value())
	if x.fast != nil {
		return chain(first, x.fast.close(t))
	}
	return chain(first, closeOf(t, x.buffer))
}

// newTextIO makes a TextIOWrapper for open() and the standard streams.
func newTextIO(t *thread, buffer value, o textOptions) (*textIO, error) {
	x := objects.As[textIO](textIOType.Alloc(&textIOType))
	return x, x.setup(t, buffer, o)
}

func textIOInit(t *thread, self value, args []value) error {
	o := textOptions{encoding: args[1], errors: args[2], newline: args[3]}
	var err error
	if o.lineBuffering, err = native.Bool(t, args[4], false); err != nil {
		return err
	}
	if o.writeThrough, err = native.Bool(t, args[5], false); err != nil {
		return err
	}
	return objects.As[textIO](self).setup(t, args[0], o)
}
