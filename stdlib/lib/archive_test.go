package lib

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
)

// sample writes a small archive the way mkstdlib does.
func sample(t testing.TB, files ...string) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range files {
		f, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(strings.Repeat("# "+name+"\n", 100))); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestFileSystem(t *testing.T) {
	a := New(sample(t, "a-b.py", "a.py", "a/__init__.py", "a/b/c.py", "a/d.py", "a0.py", "z.py"))
	if err := fstest.TestFS(a, "a.py", "a/__init__.py", "a/b/c.py", "a0.py"); err != nil {
		t.Fatal(err)
	}
	var names []string
	list, err := a.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range list {
		names = append(names, e.Name())
	}
	if got, want := strings.Join(names, " "), "a a-b.py a.py a0.py z.py"; got != want {
		t.Errorf("root lists %q, want %q", got, want)
	}
	if _, err := a.ReadFile("a/missing.py"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

// Whatever single byte is wrong, reading says so or gives the right contents; it never panics.
func TestDamage(t *testing.T) {
	whole := sample(t, "a.py", "b/c.py")
	want, err := New(whole).ReadFile("b/c.py")
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for i := range whole {
		for _, flip := range []byte{1, 0x80, 0xff} {
			data := []byte(whole)
			data[i] ^= flip
			got, err := New(string(data)).ReadFile("b/c.py")
			if err != nil {
				refused++
			} else if !bytes.Equal(got, want) {
				t.Fatalf("byte %d changed and other contents came out", i)
			}
		}
		if _, err := New(whole[:i]).ReadFile("b/c.py"); err == nil {
			t.Fatalf("cut at byte %d and still readable", i)
		}
	}
	if refused == 0 {
		t.Error("no damage was noticed")
	}
	if _, err := New(sample(t, "b.py", "a.py")).ReadFile("a.py"); err == nil {
		t.Error("an unsorted archive was accepted")
	}
}

func TestEmbedded(t *testing.T) {
	a, ok := FS()
	if !ok {
		if archive != "" {
			t.Fatal("an archive is embedded and FS denies it")
		}
		t.Skip("built without the tag stdlibzip")
	}
	modules := 0
	err := fs.WalkDir(a, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if strings.HasSuffix(name, ".py") {
			modules++
		}
		_, err = a.ReadFile(name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if modules != 543 {
		t.Errorf("%d modules, want 543", modules)
	}
	for _, name := range []string{"LICENSE.txt", "importlib/_bootstrap.py", "venv/scripts/posix/activate.csh", "ensurepip/_bundled/pip-24.3.1-py3-none-any.whl"} {
		if _, err := a.Stat(name); err != nil {
			t.Error(err)
		}
	}
}

func BenchmarkIndex(b *testing.B) {
	if archive == "" {
		b.Skip("built without the tag stdlibzip")
	}
	for b.Loop() {
		if _, err := New(archive).Stat("os.py"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkReadFile(b *testing.B) {
	a, ok := FS()
	if !ok {
		b.Skip("built without the tag stdlibzip")
	}
	for b.Loop() {
		contents, err := a.ReadFile("dataclasses.py")
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(contents)))
	}
}
