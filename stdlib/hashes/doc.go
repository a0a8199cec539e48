// Package hashes is the modules _md5, _sha1, _sha2, _sha3 and _blake2, from which hashlib takes its constructors. The
// functions of FIPS 180 and 202 and MD5 are those of Go's crypto packages; BLAKE2 (RFC 7693) is computed here, because
// Python offers its whole parameter block. digest.go is what all hash objects share.
package hashes

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha3"
	"crypto/sha512"
	"hash"

	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)

// The types of hash objects.
var md5Type, sha1Type, sha224Type, sha256Type, sha384Type, sha512Type, sha3224Type, sha3256Type, sha3384Type, sha3512Type,
	shake128Type, shake256Type, blake2bType, blake2sType objects.Type

// kinds are the hash functions whose objects a function of the module makes.
func kinds(module string) []*kind {
	switch module {
	case "_md5":
		return []*kind{{typ: &md5Type, typeName: "md5", name: "md5", title: "MD5", make: md5.New}}
	case "_sha1":
		return []*kind{{typ: &sha1Type, typeName: "sha1", name: "sha1", title: "SHA1", make: sha1.New}}
	case "_sha2":
		return []*kind{
			{typ: &sha224Type, typeName: "SHA224Type", name: "sha224", title: "SHA-224", make: sha256.New224},
			{typ: &sha256Type, typeName: "SHA256Type", name: "sha256", title: "SHA-256", make: sha256.New},
			{typ: &sha384Type, typeName: "SHA384Type", name: "sha384", title: "SHA-384", make: sha512.New384},
			{typ: &sha512Type, typeName: "SHA512Type", name: "sha512", title: "SHA-512", make: sha512.New},
		}
	case "_sha3":
		return []*kind{
			{typ: &sha3224Type, name: "sha3_224", make: func() hash.Hash { return sha3.New224() }},
			{typ: &sha3256Type, name: "sha3_256", make: func() hash.Hash { return sha3.New256() }},
			{typ: &sha3384Type, name: "sha3_384", make: func() hash.Hash { return sha3.New384() }},
			{typ: &sha3512Type, name: "sha3_512", make: func() hash.Hash { return sha3.New512() }},
			{typ: &shake128Type, name: "shake_128", extendable: true, make: func() hash.Hash { return &shake{sha3.NewSHAKE128()} }},
			{typ: &shake256Type, name: "shake_256", extendable: true, make: func() hash.Hash { return &shake{sha3.NewSHAKE256()} }},
		}
	}
	return nil
}

// simple declares a module whose hash objects are made by functions, since their types cannot be called.
func simple(module string) objects.ModuleDef {
	return objects.ModuleDef{
		Name: module,
		Methods: func() []objects.FuncDef {
			var defs []objects.FuncDef
			for _, k := range kinds(module) {
				defs = append(defs, objects.FuncDef{Name: k.name, Sig: "string=b'', *, usedforsecurity=True",
					Doc: "Start to compute " + k.title + ", with the bytes of string as the first to hash.",
					Fn: func(t *thread, self value, args []value) (value, error) {
						return k.newObject(t, args[0])
					}})
			}
			return defs
		},
		Exec: func(t *thread, m *objects.Module) error {
			for _, k := range kinds(module) {
				k.complete(module)
				name := k.typeName
				if k.title == "MD5" || k.title == "SHA1" {
					name = k.title + "Type"
				}
				m.Set(name, objects.NewType(k.typ))
			}
			return nil
		},
	}
}

// The declarations of the modules.
var (
	MD5  = simple("_md5")
	SHA1 = simple("_sha1")
	SHA2 = simple("_sha2")
	SHA3 = objects.ModuleDef{
		Name: "_sha3",
		Exec: func(t *thread, m *objects.Module) error {
			for _, k := range kinds("_sha3") {
				k.complete("_sha3")
				m.Set(k.name, objects.NewType(k.typ))
			}
			m.Set("implementation", objects.StrValue("Go"))
			return nil
		},
	}
	Blake2 = objects.ModuleDef{
		Name: "_blake2",
		Doc:  "The hash functions BLAKE2b and BLAKE2s, for hashlib.\n",
		Exec: execBlake2,
	}
)
