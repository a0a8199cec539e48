package lib

import (
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"sort"
	"strings"
	"sync"
	"time"
)

// Version is the release of CPython whose library the archive holds.
const Version = "3.13.1"

// ContentsSum is the SHA-256 of the archive's names and contents, in hexadecimal. It is what mkstdlib checks, and it
// names the directory that the library is unpacked to.
const ContentsSum = "0cabe698f19d284ac2930084f5130ac1f40d02786b7efe31e4b1f407ff065edb"

// FS returns the embedded library and true, or nil and false in a build without it. The root of the archive is what
// an installed Python calls lib/python3.13. Its first use builds the index; a damaged archive shows as an
// error of every operation.
func FS() (*Archive, bool) {
	if archive == "" {
		return nil, false
	}
	return &embedded, true
}

var embedded = Archive{data: archive}

// Archive is a read-only file system in a zip file held in memory, whose central directory is sorted by name. It is
// safe for concurrent use. It implements [fs.FS], [fs.ReadFileFS], [fs.ReadDirFS] and [fs.StatFS].
type Archive struct {
	data  string
	once  sync.Once
	files []entry
	err   error
}

// entry is one file of the archive, as the central directory describes it.
type entry struct {
	name   string // path within the archive, a piece of its bytes
	offset uint32 // of the local header
	packed uint32 // bytes in the archive
	size   uint32 // bytes when unpacked
	crc    uint32 // IEEE CRC-32 of the contents
	method uint16 // stored or deflated
}

// New returns the file system of a zip file. The file must have no comment, no extra fields that matter (no zip64), and
// its names sorted bytewise, as mkstdlib writes it.
func New(zip string) *Archive { return &Archive{data: zip} }

// The records of the zip format (APPNOTE 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16).
const (
	endLength    = 22
	endMark      = 0x06054b50
	entryLength  = 46
	entryMark    = 0x02014b50
	localLength  = 30
	localMark    = 0x04034b50
	stored       = 0
	deflated     = 8
	directoryBit = fs.ModeDir | 0o555
	fileBit      = 0o444
)

var errDamaged = errors.New("the library archive is damaged")

// index reads the central directory, once.
func (a *Archive) index() ([]entry, error) {
	a.once.Do(func() {
		a.files, a.err = readDirectory(a.data)
	})
	return a.files, a.err
}

func readDirectory(data string) ([]entry, error) {
	if len(data) < endLength {
		return nil, errDamaged
	}
	end := []byte(data[len(data)-endLength:])
	le := binary.LittleEndian
	count := int(le.Uint16(end[10:]))
	length, start := uint64(le.Uint32(end[12:])), uint64(le.Uint32(end[16:]))
	if le.Uint32(end) != endMark || start+length > uint64(len(data)-endLength) {
		return nil, errDamaged
	}
	files := make([]entry, 0, count)
	rest := data[start : start+length]
	for len(rest) >= entryLength {
		var head [entryLength]byte
		copy(head[:], rest)
		name := int(le.Uint16(head[28:]))
		next := entryLength + name + int(le.Uint16(head[30:])) + int(le.Uint16(head[32:]))
		if le.Uint32(head[:]) != entryMark || next > len(rest) {
			return nil, errDamaged
		}
		e := entry{
			name:   rest[entryLength : entryLength+name],
			method: le.Uint16(head[10:]),
			crc:    le.Uint32(head[16:]),
			packed: le.Uint32(head[20:]),
			size:   le.Uint32(head[24:]),
			offset: le.Uint32(head[42:]),
		}
		if len(files) > 0 && files[len(files)-1].name >= e.name {
			return nil, fmt.Errorf("%w: %s is out of order", errDamaged, e.name)
		}
		files = append(files, e)
		rest = rest[next:]
	}
	if len(rest) != 0 || len(files) != count {
		return nil, errDamaged
	}
	return files, nil
}

// find returns the index of the first file whose name is not below name.
func find(files []entry, name string) int {
	return sort.Search(len(files), func(i int) bool { return files[i].name >= name })
}

// lookup finds a name: a file (the entry), or a directory (its first entry's index).
func (a *Archive) lookup(op, name string) (file *entry, first int, err error) {
	if !fs.ValidPath(name) {
		return nil, 0, &fs.PathError{Op: op, Path: name, Err: fs.ErrInvalid}
	}
	files, err := a.index()
	if err != nil {
		return nil, 0, &fs.PathError{Op: op, Path: name, Err: err}
	}
	if name == "." {
		return nil, 0, nil
	}
	i := find(files, name)
	if i < len(files) && files[i].name == name {
		return &files[i], i, nil
	}
	i = find(files, name+"/")
	if i < len(files) && strings.HasPrefix(files[i].name, name+"/") {
		return nil, i, nil
	}
	return nil, 0, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
}

// ReadFile returns the contents of a file, checked against its sum. The caller owns the slice.
func (a *Archive) ReadFile(name string) ([]byte, error) {
	file, _, err := a.lookup("read", name)
	if err != nil {
		return nil, err
	}
	if file == nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errors.New("is a directory")}
	}
	contents, err := a.unpack(file)
	if err != nil {
		return nil, &fs.PathError{Op: "read", Path: name, Err: err}
	}
	return contents, nil
}

// inflaters keeps decompressors, whose window and tables take 40 KB.
var inflaters sync.Pool

func (a *Archive) unpack(e *entry) ([]byte, error) {
	if uint64(e.offset)+localLength > uint64(len(a.data)) {
		return nil, errDamaged
	}
	head := []byte(a.data[e.offset : e.offset+localLength])
	le := binary.LittleEndian
	start := uint64(e.offset) + localLength + uint64(le.Uint16(head[26:])) + uint64(le.Uint16(head[28:]))
	if le.Uint32(head) != localMark || start+uint64(e.packed) > uint64(len(a.data)) {
		return nil, errDamaged
	}
	packed := a.data[start : start+uint64(e.packed)]
	var contents []byte
	switch e.method {
	case stored:
		contents = []byte(packed)
	case deflated:
		r, _ := inflaters.Get().(io.ReadCloser)
		if r == nil {
			r = flate.NewReader(strings.NewReader(packed))
		} else if err := r.(flate.Resetter).Reset(strings.NewReader(packed), nil); err != nil {
			return nil, err
		}
		// Deflate shrinks at most 1032 times, so that a false size cannot ask for more than its data may hold.
		if uint64(e.size) > 1032*uint64(e.packed)+64 {
			return nil, errDamaged
		}
		contents = make([]byte, e.size)
		if _, err := io.ReadFull(r, contents); err != nil {
			return nil, errors.Join(errDamaged, err)
		}
		inflaters.Put(r)
	default:
		return nil, fmt.Errorf("%w: method %d", errDamaged, e.method)
	}
	if uint32(len(contents)) != e.size || crc32.ChecksumIEEE(contents) != e.crc {
		return nil, errDamaged
	}
	return contents, nil
}

// Stat describes a file or a directory without unpacking it. Times are zero.
func (a *Archive) Stat(name string) (fs.FileInfo, error) {
	file, _, err := a.lookup("stat", name)
	if err != nil {
		return nil, err
	}
	return describe(name, file), nil
}

func describe(name string, file *entry) info {
	i := info{name: path.Base(name), dir: file == nil}
	if file != nil {
		i.size = int64(file.size)
	}
	return i
}

// ReadDir lists a directory, sorted by name.
func (a *Archive) ReadDir(name string) ([]fs.DirEntry, error) {
	file, first, err := a.lookup("readdir", name)
	if err != nil {
		return nil, err
	}
	if file != nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: errors.New("not a directory")}
	}
	prefix := name + "/"
	if name == "." {
		prefix = ""
	}
	var list []fs.DirEntry
	for i := first; i < len(a.files); {
		e := &a.files[i]
		rest, within := strings.CutPrefix(e.name, prefix)
		if !within {
			break
		}
		child, _, nested := strings.Cut(rest, "/")
		if !nested {
			list = append(list, describe(child, e))
			i++
			continue
		}
		list = append(list, describe(child, nil))
		i = find(a.files, prefix+child+"0") // '0' follows '/', so that this passes over the whole child
	}
	// "a.py" sorts before "a/x.py" in the archive while "a" sorts before "a.py" in a listing.
	sort.Slice(list, func(i, j int) bool { return list[i].Name() < list[j].Name() })
	return list, nil
}

// Open opens a file or a directory. A file is unpacked here, as a whole.
func (a *Archive) Open(name string) (fs.File, error) {
	file, _, err := a.lookup("open", name)
	if err != nil {
		return nil, err
	}
	if file == nil {
		list, err := a.ReadDir(name)
		return &openDir{info: describe(name, nil), path: name, list: list}, err
	}
	contents, err := a.unpack(file)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	return &openFile{info: describe(name, file), Reader: strings.NewReader(string(contents))}, nil
}

// info describes a file or a directory, as [fs.FileInfo] and as [fs.DirEntry].
type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string               { return i.name }
func (i info) Size() int64                { return i.size }
func (i info) ModTime() time.Time         { return time.Time{} }
func (i info) IsDir() bool                { return i.dir }
func (i info) Sys() any                   { return nil }
func (i info) Type() fs.FileMode          { return i.Mode().Type() }
func (i info) Info() (fs.FileInfo, error) { return i, nil }
func (i info) String() string             { return fs.FormatFileInfo(i) }

// Mode is read-only for everybody.
func (i info) Mode() fs.FileMode {
	if i.dir {
		return directoryBit
	}
	return fileBit
}

type openFile struct {
	info info
	*strings.Reader
}

func (f *openFile) Stat() (fs.FileInfo, error) { return f.info, nil }
func (f *openFile) Close() error               { return nil }

type openDir struct {
	info info
	path string
	list []fs.DirEntry
}

func (d *openDir) Stat() (fs.FileInfo, error) { return d.info, nil }
func (d *openDir) Close() error               { return nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.path, Err: errors.New("is a directory")}
}

func (d *openDir) ReadDir(n int) ([]fs.DirEntry, error) {
	if n <= 0 || n > len(d.list) {
		if n > 0 && len(d.list) == 0 {
			return nil, io.EOF
		}
		n = len(d.list)
	}
	part := d.list[:n]
	d.list = d.list[n:]
	return part, nil
}
