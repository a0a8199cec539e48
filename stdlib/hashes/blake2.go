package hashes

import (
	"encoding/binary"
	"hash"
	"math"
	"strconv"

	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

// blakeKind is BLAKE2b or BLAKE2s. Sizes are in bytes.
type blakeKind struct {
	typ       *objects.Type
	name      string
	digest    int // largest digest and key
	salt      int // size of salt and person
	maxOffset uint64
	start     func(params []byte, size int, lastNode bool) hash.Hash
}

func execBlake2(t *thread, m *objects.Module) error {
	for _, k := range []*blakeKind{
		{&blake2bType, "blake2b", 64, 16, math.MaxUint64, func(p []byte, n int, last bool) hash.Hash { return newBlake[uint64](p, n, last) }},
		{&blake2sType, "blake2s", 32, 8, 1<<48 - 1, func(p []byte, n int, last bool) hash.Hash { return newBlake[uint32](p, n, last) }},
	} {
		if k.typ.Name == "" {
			k.complete()
		}
		native.Export(m, k.typ)
		prefix := "BLAKE2" + string(k.name[6]-'a'+'A') + "_"
		for _, c := range []struct {
			name string
			n    int
		}{{"MAX_DIGEST_SIZE", k.digest}, {"MAX_KEY_SIZE", k.digest}, {"SALT_SIZE", k.salt}, {"PERSON_SIZE", k.salt}} {
			m.Set(prefix+c.name, objects.Int(int64(c.n)))
			objects.SetTypeAttr(k.typ, objects.Intern(c.name), objects.Int(int64(c.n)))
		}
	}
	return nil
}

func (k *blakeKind) complete() {
	typ := k.typ
	typ.Doc = "Start to compute BLAKE2" + k.name[6:] + ", with the bytes of data as the first to hash."
	typ.TextSig = "(data=b'', /, *, digest_size=_blake2." + k.name + ".MAX_DIGEST_SIZE,\n        key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0,\n        node_offset=0, node_depth=0, inner_size=0, last_node=False,\n        usedforsecurity=True)"
	typ.New = objects.NewBound(k.name, "data=b'', /, *, digest_size=0, key=b'', salt=b'', person=b'', fanout=1, depth=1, leaf_size=0, node_offset=0, node_depth=0, inner_size=0, last_node=False, usedforsecurity=True",
		func(t *thread, typ *objects.Type, a []value) (value, error) { return k.newObject(t, a) })
	describe(typ, k.name, "_blake2", false)
}

// bytesUpTo copies a bytes-like argument of a limited length to dst.
func bytesUpTo(t *thread, v value, dst []byte, name string) (int, error) {
	if v.IsZero() {
		return 0, nil
	}
	b, release, err := native.Bytes(t, v)
	if err != nil {
		return 0, err
	}
	defer release()
	if len(b) > len(dst) {
		return 0, objects.ValueErrorf("maximum %s length is %d bytes", name, len(dst))
	}
	return copy(dst, b), nil
}

// newObject makes a hash object; a are the arguments of the constructor. The parameter block (RFC 7693, section 2.5 and
// the BLAKE2 paper, section 2.8) is the digest's, the key's sizes, fanout, depth, the leaf size in 4 bytes, the node's
// offset in 8 or 6 bytes, its depth, the inner size, and, in its second half, salt and person.
func (k *blakeKind) newObject(t *thread, a []value) (value, error) {
	params := make([]byte, k.digest)
	var key [128]byte
	size, err := native.IntOr(t, a[1], k.digest)
	if err != nil {
		return value{}, err
	}
	fanout, err := native.IntOr(t, a[5], 1)
	if err != nil {
		return value{}, err
	}
	depth, err := native.IntOr(t, a[6], 1)
	if err != nil {
		return value{}, err
	}
	nodeDepth, err := native.IntOr(t, a[9], 0)
	if err != nil {
		return value{}, err
	}
	inner, err := native.IntOr(t, a[10], 0)
	if err != nil {
		return value{}, err
	}
	lastNode, err := native.Bool(t, a[11], false)
	if err != nil {
		return value{}, err
	}
	if size <= 0 || size > k.digest {
		return value{}, objects.ValueErrorf("digest_size must be between 1 and %d bytes", k.digest)
	}
	if _, err := bytesUpTo(t, a[3], params[k.digest-2*k.salt:k.digest-k.salt], "salt"); err != nil {
		return value{}, err
	}
	if _, err := bytesUpTo(t, a[4], params[k.digest-k.salt:], "person"); err != nil {
		return value{}, err
	}
	if fanout < 0 || fanout > 255 {
		return value{}, objects.ValueErrorf("fanout must be between 0 and 255")
	}
	if depth <= 0 || depth > 255 {
		return value{}, objects.ValueErrorf("depth must be between 1 and 255")
	}
	var leaf, offset uint64
	if !a[7].IsZero() {
		if leaf, err = unsigned(t, a[7], math.MaxUint64); err != nil {
			return value{}, err
		}
		if leaf > math.MaxUint32 {
			return value{}, objects.OverflowErrorf("leaf_size is too large")
		}
	}
	if !a[8].IsZero() {
		if objects.IsInt(a[8]) && objects.Sign(a[8]) > 0 {
			if _, ok := objects.Uint64Of(a[8]); !ok {
				return value{}, objects.OverflowErrorf("int too big to convert")
			}
		}
		if offset, err = unsigned(t, a[8], math.MaxUint64); err != nil {
			return value{}, err
		}
		if offset > k.maxOffset {
			return value{}, objects.OverflowErrorf("node_offset is too large")
		}
	}
	if nodeDepth < 0 || nodeDepth > 255 {
		return value{}, objects.ValueErrorf("node_depth must be between 0 and 255")
	}
	if inner < 0 || inner > k.digest {
		return value{}, objects.ValueErrorf("inner_size must be between 0 and is %s", strconv.Itoa(k.digest))
	}
	keySize, err := bytesUpTo(t, a[2], key[:k.digest], "key")
	if err != nil {
		return value{}, err
	}
	params[0], params[1], params[2], params[3] = byte(size), byte(keySize), byte(fanout), byte(depth)
	binary.LittleEndian.PutUint32(params[4:], uint32(leaf))
	binary.LittleEndian.PutUint64(params[8:], offset)
	at := 16
	if k.digest == 32 {
		at = 14
	}
	params[at], params[at+1] = byte(nodeDepth), byte(inner)
	sum := k.start(params, size, lastNode)
	if keySize > 0 {
		_, _ = sum.Write(key[:2*k.digest])
	}
	return newObject(t, k.typ, k.name, sum, a[0])
}
