package sys

import (
	"fmt"
	"hash/fnv"
	"testing"

	"github.com/adder-lang/adder/bytecode"
)

// A .pyc file that another version of the bytecode wrote must not be read: who changes the opcodes gives CacheTag a new number
// and writes both here.
func TestCacheTag(t *testing.T) {
	h := fnv.New64a()
	for op := range bytecode.NumOps {
		info := bytecode.Table[op]
		fmt.Fprintln(h, op, info.Name, info.A, info.B, info.C)
	}
	const tag, opcodes = "adder-313-8", 0x69fc78a80af35edc
	if got := h.Sum64(); got != opcodes || CacheTag != tag {
		t.Errorf("the opcodes are %#x under %s, known are %#x under %s", got, CacheTag, uint64(opcodes), tag)
	}
}
