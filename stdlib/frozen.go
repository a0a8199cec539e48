package stdlib

import (
	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/image"
	"github.com/adder-lang/adder/stdlib/lib"
	"github.com/adder-lang/adder/stdlib/marshal"
)

// FrozenModule is a module whose code the binary contains; File is its source in the library.
type FrozenModule struct {
	Name, File string
	Package    bool
}

// frozenModules are importlib's own files and what a start with site imports, as CPython freezes them.
var frozenModules = []FrozenModule{
	{"_frozen_importlib", "importlib/_bootstrap.py", false},
	{"_frozen_importlib_external", "importlib/_bootstrap_external.py", false},
	{"zipimport", "zipimport.py", false},
	{"abc", "abc.py", false},
	{"codecs", "codecs.py", false},
	{"io", "io.py", false},
	{"_collections_abc", "_collections_abc.py", false},
	{"_sitebuiltins", "_sitebuiltins.py", false},
	{"genericpath", "genericpath.py", false},
	{"ntpath", "ntpath.py", false},
	{"posixpath", "posixpath.py", false},
	{"os", "os.py", false},
	{"site", "site.py", false},
	{"stat", "stat.py", false},
	{"importlib.util", "importlib/util.py", false},
	{"importlib.machinery", "importlib/machinery.py", false},
	{"runpy", "runpy.py", false},
}

// Filename is co_filename of the module's code.
func (m *FrozenModule) Filename() string {
	switch m.Name {
	case "_frozen_importlib":
		return "<frozen importlib._bootstrap>"
	case "_frozen_importlib_external":
		return "<frozen importlib._bootstrap_external>"
	}
	return "<frozen " + m.Name + ">"
}

// FrozenModules lists the frozen modules.
func FrozenModules() []FrozenModule { return frozenModules }

func findFrozen(name string) *FrozenModule {
	for i := range frozenModules {
		if frozenModules[i].Name == name {
			return &frozenModules[i]
		}
	}
	return nil
}

// frozenSource returns the source text of a frozen module.
func frozenSource(m *FrozenModule) ([]byte, error) {
	if home != "" {
		if b, err := readHome(m.File); err == nil {
			return b, nil
		}
	}
	fs, ok := lib.FS()
	if !ok {
		return nil, objects.Errorf(&objects.ImportErrorType, "this build contains no library and none was found")
	}
	b, err := fs.ReadFile(m.File)
	if err != nil {
		return nil, objects.Errorf(&objects.ImportErrorType, "%s", err.Error())
	}
	return b, nil
}

// frozenCode returns the code of a frozen module: read from the images in the binary, or compiled where it has none.
func frozenCode(t *objects.Thread, name string) (*objects.Code, error) {
	m := findFrozen(name)
	if m == nil {
		return nil, nil
	}
	// An installed library may be another version; its files are compiled.
	if b, ok := image.Find(name); ok && home == "" && interp.Optimize == 0 {
		v, err := marshal.LoadTrusted(t, b)
		if err != nil {
			return nil, err
		}
		return objects.As[objects.Code](v), nil
	}
	src, err := frozenSource(m)
	if err != nil {
		return nil, err
	}
	return CompileFile(t, src, m.Filename())
}

// CompileFile compiles the source text of a module.
func CompileFile(t *objects.Thread, src []byte, filename string) (*objects.Code, error) {
	v, err := objects.H.Compile(t, objects.NewBytes(src), filename, "exec", 0, true, -1)
	if err != nil {
		return nil, err
	}
	return objects.As[objects.Code](v), nil
}
