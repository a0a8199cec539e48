package io

import (
	"strings"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// Def declares the module.
var Def = objects.ModuleDef{
	Name: "_io",
	Doc:  "The classes of files, and open(), which makes them.",
	Methods: func() []objects.FuncDef {
		return []objects.FuncDef{
			{Name: "open", Sig: "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None",
				Doc: "Open a file, given by its path or descriptor, and return an object that reads or writes it; OSError if that fails.", Fn: openFunc},
			{Name: "open_code", Sig: "path", Doc: "Open a file of code to read its bytes.", Fn: openCode},
			{Name: "text_encoding", Sig: "encoding, stacklevel=2, /", Doc: "Return encoding, or the name of the one that open() takes if that is None: 'utf-8' in UTF-8 mode, otherwise 'locale'.", Fn: textEncoding},
		}
	},
	Exec: execModule,
}

var initialised bool

// Init makes the types of the module; it needs only the object model.
func Init(t *thread) error {
	if initialised {
		return nil
	}
	initNames()
	initBase()
	initFileIO()
	initBuffered()
	initBytesIO()
	initNewline()
	initStringIO()
	initTextIO()
	ns := objects.NewDict()
	ns.SetStr(objects.Intern("__module__"), native.Str("io"))
	bases := native.Tuple(objects.ToValue(&objects.OSErrorType), objects.ToValue(&objects.ValueErrorType))
	cls, err := objects.Call3(t, objects.ToValue(&objects.TypeType), objects.Intern("UnsupportedOperation").Value(), bases, objects.ToValue(ns))
	if err != nil {
		return err
	}
	unsupportedOperation = objects.As[objects.Type](cls)
	initialised = true
	return nil
}

func execModule(t *thread, m *objects.Module) error {
	if err := Init(t); err != nil {
		return err
	}
	m.Set("DEFAULT_BUFFER_SIZE", objects.Int(DefaultBufferSize))
	m.Set("UnsupportedOperation", objects.ToValue(unsupportedOperation))
	m.Set("BlockingIOError", objects.ToValue(&objects.BlockingIOErrorType))
	for _, typ := range [...]*objects.Type{&ioBaseType, &rawIOBaseType, &bufferedIOBaseType, &textIOBaseType, &fileIOType,
		&bytesIOType, &bytesIOBufferType, &stringIOType, &bufferedReaderType, &bufferedWriterType, &bufferedRandomType,
		&bufferedRWPairType, &incrementalNewlineDecoderType, &textIOType} {
		m.Set(typ.Name, objects.ToValue(typ))
	}
	return nil
}

// modeFlags are the parts of open()'s mode.
type modeFlags struct {
	creating, reading, writing, appending, updating, text, binary bool
}

func parseMode(mode string) (m modeFlags, raw string, err error) {
	invalid := func() error { return objects.ValueErrorf("invalid mode: '%s'", mode) }
	for i, c := range mode {
		if strings.ContainsRune(mode[:i], c) {
			return m, "", invalid()
		}
		switch c {
		case 'x':
			m.creating = true
		case 'r':
			m.reading = true
		case 'w':
			m.writing = true
		case 'a':
			m.appending = true
		case '+':
			m.updating = true
		case 't':
			m.text = true
		case 'b':
			m.binary = true
		default:
			return m, "", invalid()
		}
	}
	for _, p := range [...]struct {
		on bool
		c  string
	}{{m.creating, "x"}, {m.reading, "r"}, {m.writing, "w"}, {m.appending, "a"}, {m.updating, "+"}} {
		if p.on {
			raw += p.c
		}
	}
	if m.text && m.binary {
		return m, "", objects.ValueErrorf("can't have text and binary mode at once")
	}
	n := 0
	for _, on := range [...]bool{m.creating, m.reading, m.writing, m.appending} {
		if on {
			n++
		}
	}
	if n != 1 {
		return m, "", objects.ValueErrorf("must have exactly one of create/read/write/append mode")
	}
	return m, raw, nil
}

func openFunc(t *thread, self value, args []value) (value, error) {
	mode := "r"
	if !args[1].IsZero() {
		var err error
		if mode, err = native.Text(args[1], "open", "'mode'"); err != nil {
			return value{}, err
		}
	}
	buffering := -1
	if !args[2].IsZero() {
		var err error
		if buffering, err = native.Int(t, args[2]); err != nil {
			return value{}, err
		}
	}
	for i, name := range [...]string{3: "'encoding'", 4: "'errors'", 5: "'newline'"} {
		if name != "" && native.Given(args[i]) {
			if _, ok := objects.StrOf(args[i]); !ok {
				return value{}, objects.TypeErrorf("open() argument %s must be str or None, not %s", name, objects.TypeOf(args[i]))
			}
		}
	}
	closefd, err := native.Bool(t, args[6], true)
	if err != nil {
		return value{}, err
	}
	return open(t, args[0], mode, buffering, args[3], args[4], args[5], closefd, args[7])
}

// open is the built-in function open().
func open(t *thread, file value, mode string, buffering int, encoding, errors, newline value, closefd bool, opener value) (value, error) {
	if !objects.IsInt(file) {
		var err error
		if file, err = native.FSPath(t, file); err != nil {
			return value{}, err
		}
	}
	m, rawMode, err := parseMode(mode)
	if err != nil {
		return value{}, err
	}
	if m.binary {
		switch {
		case native.Given(encoding):
			return value{}, objects.ValueErrorf("binary mode doesn't take an encoding argument")
		case native.Given(errors):
			return value{}, objects.ValueErrorf("binary mode doesn't take an errors argument")
		case native.Given(newline):
			return value{}, objects.ValueErrorf("binary mode doesn't take a newline argument")
		}
	}
	if m.binary && buffering == 1 {
		err := objects.H.Warn(t, &objects.RuntimeWarningType, "line buffering (buffering=1) isn't supported in binary "+
			"mode, the default buffer size will be used", 1)
		if err != nil {
			return value{}, err
		}
	}
	raw := newFileIO(&fileIOType)
	if err := raw.open(t, file, rawMode, closefd, opener); err != nil {
		return value{}, err
	}
	// fail closes what has been opened so far.
	fail := func(err error) (value, error) {
		return value{}, chain(raw.close(t), err)
	}
	lineBuffering := false
	tty := raw.slow && isTerminal(raw.fd)
	if buffering == 1 || buffering < 0 && tty {
		buffering, lineBuffering = -1, !m.binary
	}
	if buffering < 0 {
		// The block size that the file system prefers, within sane bounds.
		buffering = DefaultBufferSize
		if raw.blksize > 1 {
			buffering = max(min(raw.blksize, 8<<20), DefaultBufferSize)
		}
	}
	if buffering == 0 {
		if !m.binary {
			return fail(objects.ValueErrorf("can't have unbuffered text I/O"))
		}
		objects.RegisterFinalizer(raw.value())
		return raw.value(), nil
	}
	var b *buffered
	switch {
	case m.updating:
		if !raw.isSeekable() {
			return fail(unsupported("File or stream is not seekable."))
		}
		b = objects.As[buffered](bufferedRandomType.Alloc(&bufferedRandomType))
		err = b.setup(t, raw.value(), buffering, true, true)
	case m.reading:
		b = objects.As[buffered](bufferedReaderType.Alloc(&bufferedReaderType))
		err = b.setup(t, raw.value(), buffering, true, false)
	default:
		b = objects.As[buffered](bufferedWriterType.Alloc(&bufferedWriterType))
		err = b.setup(t, raw.value(), buffering, false, true)
	}
	if err != nil {
		return fail(err)
	}
	if m.binary {
		objects.RegisterFinalizer(b.value())
		return b.value(), nil
	}
	x, err := newTextIO(t, b.value(), textOptions{encoding: encoding, errors: errors, newline: newline, lineBuffering: lineBuffering})
	if err != nil {
		return fail(err)
	}
	if err := objects.SetAttr(t, x.value(), names.mode, native.Str(mode)); err != nil {
		return fail(err)
	}
	objects.RegisterFinalizer(x.value())
	return x.value(), nil
}

func openCode(t *thread, self value, args []value) (value, error) {
	if _, ok := objects.StrOf(args[0]); !ok {
		return value{}, objects.TypeErrorf("open_code() argument 'path' must be str, not %s", objects.TypeOf(args[0]))
	}
	return open(t, args[0], "rb", -1, value{}, value{}, value{}, true, value{})
}

func textEncoding(t *thread, self value, args []value) (value, error) {
	if native.Given(args[0]) {
		return args[0], nil
	}
	level, err := native.IntOr(t, args[1], 2)
	if err != nil {
		return value{}, err
	}
	if flag("warn_default_encoding") != 0 {
		if err := objects.H.Warn(t, &objects.EncodingWarningType, "'encoding' argument not specified", level); err != nil {
			return value{}, err
		}
	}
	if utf8Mode() {
		return objects.Intern("utf-8").Value(), nil
	}
	return objects.Intern("locale").Value(), nil
}

// Open is open() for other native modules and for the start of the interpreter.
func Open(t *thread, file value, mode string, buffering int) (value, error) {
	return open(t, file, mode, buffering, value{}, value{}, value{}, true, value{})
}

// StreamOptions say how a standard stream is to be made.
type StreamOptions struct {
	FD               int
	Name             string // "<stdin>"
	Encoding, Errors string
	Write            bool
	Unbuffered       bool
	Line             bool // line buffered even where it is no terminal
}

// NewStream makes a standard stream; it is None where the descriptor is not open.
func NewStream(t *thread, o StreamOptions) (value, error) {
	if err := Init(t); err != nil {
		return value{}, err
	}
	var st unix.Stat_t
	if unix.Fstat(o.FD, &st) != nil {
		return objects.None, nil
	}
	raw := newFileIO(&fileIOType)
	mode := "r"
	if o.Write {
		mode = "w"
	}
	if err := raw.open(t, objects.Int(int64(o.FD)), mode, false, value{}); err != nil {
		if objects.IsError(err, &objects.IsADirectoryErrorType) {
			return objects.None, nil
		}
		return value{}, err
	}
	name := native.Str(o.Name)
	if err := objects.SetAttr(t, raw.value(), names.name, name); err != nil {
		return value{}, err
	}
	buffer := raw.value()
	if !o.Unbuffered || !o.Write {
		typ := &bufferedReaderType
		if o.Write {
			typ = &bufferedWriterType
		}
		b := objects.As[buffered](typ.Alloc(typ))
		if err := b.setup(t, raw.value(), DefaultBufferSize, !o.Write, o.Write); err != nil {
			return value{}, err
		}
		buffer = b.value()
	}
	line := o.Line || raw.slow && isTerminal(raw.fd)
	newline := native.Str("\n")
	if !o.Write {
		newline = objects.None
	}
	x, err := newTextIO(t, buffer, textOptions{encoding: native.Str(o.Encoding), errors: native.Str(o.Errors), newline: newline,
		lineBuffering: line && o.Write, writeThrough: o.Unbuffered && o.Write})
	if err != nil {
		return value{}, err
	}
	return x.value(), objects.SetAttr(t, x.value(), names.mode, native.Str(mode))
}
