# The modules behind hashlib, compared with known values and with each other.
import _md5, _sha1, _sha2, _sha3, _blake2, hashlib, hmac, random, array

def show(f, *a, **k):
    try:
        r = f(*a, **k)
        print(getattr(f, '__name__', f), a, k, '->', r if not hasattr(r, 'hexdigest') else r.name)
    except Exception as e:
        print(getattr(f, '__name__', f), a, k, '->', type(e).__name__, e)

makers = [_md5.md5, _sha1.sha1, _sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512, _sha3.sha3_224, _sha3.sha3_256,
          _sha3.sha3_384, _sha3.sha3_512, _blake2.blake2b, _blake2.blake2s]
for m in makers:
    print(m.__name__, m.__module__, type(m).__name__, m.__text_signature__)
    h = m()
    print(h.name, h.digest_size, h.block_size, type(h).__module__, type(h).__name__)
    print(h.hexdigest())
    for n in (1, 63, 64, 65, 127, 128, 129, 1000):
        h.update(bytes(i & 255 for i in range(n)))
        c = h.copy()
        print(n, h.hexdigest() == c.hexdigest() == h.digest().hex(), h.hexdigest()[:24])
    c.update(b'x')
    print(c.digest() != h.digest())
    show(m, 'x'); show(m, 1); show(m, b'', 1); show(m, string=b'x'); show(m, data=b'x'); show(m, usedforsecurity=False)
    show(m, b'', usedforsecurity=''); show(h.update, 'x'); show(h.update, 1); show(h.update, None); show(h.digest, 1)
    show(h.update)
    h.update(array.array('H', [1, 2])); h.update(bytearray(b'z')); h.update(memoryview(b'abc')[1:])
    print(h.hexdigest())
    show(type(h))
for m in _sha3.shake_128, _sha3.shake_256:
    h = m(b'abc')
    print(m.__name__, m.__text_signature__, h.name, h.digest_size, h.block_size, h._capacity_bits, h._rate_bits, h._suffix)
    for n in (0, 1, 5, 200, -1, 2**29, 'x', 2**70, 1.0):
        show(h.hexdigest, n)
    print(h.copy().digest(20) == h.digest(20))
    show(h.digest)
for m in _sha3.sha3_224, _sha3.sha3_512:
    h = m(b'abc')
    print(h._capacity_bits, h._rate_bits, h._suffix)
for m in _blake2.blake2b, _blake2.blake2s:
    print(m.MAX_DIGEST_SIZE, m.MAX_KEY_SIZE, m.SALT_SIZE, m.PERSON_SIZE)
    for k in ({'digest_size': 0}, {'digest_size': 65}, {'digest_size': 20}, {'salt': b'x'*17}, {'salt': b'salt'}, {'person': b'x'*17},
              {'person': b'me'}, {'key': b'x'*65}, {'key': b'secret'}, {'key': b'x'*32}, {'fanout': -1}, {'fanout': 256}, {'fanout': 3},
              {'depth': 0}, {'depth': 256}, {'depth': 7}, {'leaf_size': -1}, {'leaf_size': 2**32}, {'leaf_size': 2**32-1}, {'node_offset': -1},
              {'node_offset': 2**64}, {'node_offset': 2**48}, {'node_offset': 2**48-1}, {'node_depth': 256}, {'node_depth': 9}, {'inner_size': -1},
              {'inner_size': 65}, {'inner_size': 30}, {'last_node': 1}, {'key': 'x'}, {'salt': 1}, {'digest_size': 'x'}, {'fanout': 'x'},
              {'leaf_size': 'x'}, {'leaf_size': 2**64}, {'foo': 1}):
        try:
            print(m.__name__, k, m(b'abc', **k).hexdigest())
        except Exception as e:
            print(m.__name__, k, type(e).__name__, e)

# hashlib, hmac and what builds on them
for name in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(name, b'data')
    print(name, h.name, h.hexdigest(8) if name.startswith('shake') else h.hexdigest())
for f in hashlib.md5, hashlib.sha256, hashlib.sha3_256, hashlib.blake2b:
    print(f(b'abc').hexdigest())
print(hmac.new(b'key', b'message', 'sha256').hexdigest(), hmac.new(b'k'*200, b'm', hashlib.md5).hexdigest())
print(hmac.digest(b'key', b'message', 'sha512').hex()[:32], hmac.compare_digest(b'a', b'a'), hmac.compare_digest('a', 'b'))
try:
    hashlib.new('nonsense')
except ValueError as e:
    print(str(e).split()[0:3])
random.seed('text'); print(random.random(), random.randint(1, 1000), random.choice('abcdef'))
random.seed(b'bytes'); print(random.getrandbits(70))
