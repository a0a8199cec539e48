package stdlib

import (
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/abc"
	"github.com/adder-lang/adder/stdlib/array"
	"github.com/adder-lang/adder/stdlib/ast"
	"github.com/adder-lang/adder/stdlib/atexit"
	"github.com/adder-lang/adder/stdlib/binascii"
	"github.com/adder-lang/adder/stdlib/bisect"
	"github.com/adder-lang/adder/stdlib/cmath"
	"github.com/adder-lang/adder/stdlib/codecs"
	"github.com/adder-lang/adder/stdlib/collections"
	"github.com/adder-lang/adder/stdlib/contextvars"
	"github.com/adder-lang/adder/stdlib/csv"
	"github.com/adder-lang/adder/stdlib/datetime"
	"github.com/adder-lang/adder/stdlib/decimal"
	"github.com/adder-lang/adder/stdlib/errno"
	"github.com/adder-lang/adder/stdlib/faulthandler"
	"github.com/adder-lang/adder/stdlib/fcntl"
	"github.com/adder-lang/adder/stdlib/functools"
	"github.com/adder-lang/adder/stdlib/gcmodule"
	"github.com/adder-lang/adder/stdlib/hashes"
	"github.com/adder-lang/adder/stdlib/heapq"
	"github.com/adder-lang/adder/stdlib/imp"
	"github.com/adder-lang/adder/stdlib/io"
	"github.com/adder-lang/adder/stdlib/itertools"
	"github.com/adder-lang/adder/stdlib/json"
	"github.com/adder-lang/adder/stdlib/marshal"
	"github.com/adder-lang/adder/stdlib/mathmodule"
	"github.com/adder-lang/adder/stdlib/opcode"
	"github.com/adder-lang/adder/stdlib/operator"
	"github.com/adder-lang/adder/stdlib/posix"
	"github.com/adder-lang/adder/stdlib/posixsubprocess"
	"github.com/adder-lang/adder/stdlib/queue"
	"github.com/adder-lang/adder/stdlib/random"
	"github.com/adder-lang/adder/stdlib/resource"
	"github.com/adder-lang/adder/stdlib/selectmodule"
	"github.com/adder-lang/adder/stdlib/signal"
	"github.com/adder-lang/adder/stdlib/socket"
	"github.com/adder-lang/adder/stdlib/sre"
	"github.com/adder-lang/adder/stdlib/stat"
	"github.com/adder-lang/adder/stdlib/statistics"
	"github.com/adder-lang/adder/stdlib/stringmodule"
	"github.com/adder-lang/adder/stdlib/structmodule"
	"github.com/adder-lang/adder/stdlib/suggestions"
	"github.com/adder-lang/adder/stdlib/sysconfig"
	"github.com/adder-lang/adder/stdlib/thread"
	"github.com/adder-lang/adder/stdlib/time"
	"github.com/adder-lang/adder/stdlib/tokenize"
	"github.com/adder-lang/adder/stdlib/typing"
	"github.com/adder-lang/adder/stdlib/unicodedata"
	"github.com/adder-lang/adder/stdlib/userdb"
	"github.com/adder-lang/adder/stdlib/warnings"
	"github.com/adder-lang/adder/stdlib/weakref"
	"github.com/adder-lang/adder/stdlib/zlib"
)

// natives are the native modules, sys and builtins aside, in the order of their packages.
var natives = []*objects.ModuleDef{
	&abc.Def,
	&array.Def,
	&ast.Def,
	&binascii.Def,
	&cmath.Def,
	&bisect.Def,
	&codecs.Def,
	&collections.Def,
	&contextvars.Def,
	&csv.Def,
	&datetime.Def,
	&decimal.Def,
	&functools.Def,
	&gcmodule.Def,
	&hashes.Blake2,
	&hashes.MD5,
	&hashes.SHA1,
	&hashes.SHA2,
	&hashes.SHA3,
	&heapq.Def,
	&imp.Def,
	&io.Def,
	&json.Def,
	&opcode.Def,
	&operator.Def,
	&queue.Def,
	&random.Def,
	&signal.Def,
	&sre.Def,
	&stat.Def,
	&statistics.Def,
	&stringmodule.Def,
	&structmodule.Def,
	&suggestions.Def,
	&sysconfig.Def,
	&thread.Def,
	&tokenize.Def,
	&typing.Def,
	&unicodedata.Def,
	&warnings.Def,
	&weakref.Def,
	&atexit.Def,
	&errno.Def,
	&itertools.Def,
	&marshal.Def,
	&mathmodule.Def,
	&posixsubprocess.Def,
	&socket.Def,
	&fcntl.Def,
	&resource.Def,
	&userdb.Grp,
	&userdb.Pwd,
	&faulthandler.Def,
	&zlib.Def,
	&posix.Def,
	&selectmodule.Def,
	&time.Def,
}

// Native returns the declaration of a native module, nil where there is none.
func Native(name string) *objects.ModuleDef {
	for _, d := range natives {
		if d.Name == name {
			return d
		}
	}
	return nil
}

// NativeNames lists the native modules, sys and builtins included.
func NativeNames() []string {
	names := []string{"builtins", "sys"}
	for _, d := range natives {
		names = append(names, d.Name)
	}
	return names
}
