"""Hashing: FNV-1a, SipHash-2-4 and MurmurHash3 over 64-bit words, masked by hand."""
from harness import main

MASK = 0xFFFFFFFFFFFFFFFF


def fnv1a(data):
    h = 0xCBF29CE484222325
    for byte in data:
        h = ((h ^ byte) * 0x100000001B3) & MASK
    return h


def rotate(x, bits):
    return ((x << bits) | (x >> (64 - bits))) & MASK


def sip_round(v0, v1, v2, v3):
    v0 = (v0 + v1) & MASK
    v1 = rotate(v1, 13) ^ v0
    v0 = rotate(v0, 32)
    v2 = (v2 + v3) & MASK
    v3 = rotate(v3, 16) ^ v2
    v0 = (v0 + v3) & MASK
    v3 = rotate(v3, 21) ^ v0
    v2 = (v2 + v1) & MASK
    v1 = rotate(v1, 17) ^ v2
    return v0, v1, rotate(v2, 32), v3


def siphash(data, k0, k1):
    v0, v1 = k0 ^ 0x736F6D6570736575, k1 ^ 0x646F72616E646F6D
    v2, v3 = k0 ^ 0x6C7967656E657261, k1 ^ 0x7465646279746573
    whole = len(data) // 8 * 8
    words = [int.from_bytes(data[i:i + 8], "little") for i in range(0, whole, 8)]
    words.append(int.from_bytes(data[whole:], "little") | (len(data) & 255) << 56)
    for word in words:
        v3 ^= word
        v0, v1, v2, v3 = sip_round(*sip_round(v0, v1, v2, v3))
        v0 ^= word
    v2 ^= 0xFF
    for _ in range(4):
        v0, v1, v2, v3 = sip_round(v0, v1, v2, v3)
    return v0 ^ v1 ^ v2 ^ v3


def murmur_finish(h):
    h ^= h >> 33
    h = h * 0xFF51AFD7ED558CCD & MASK
    h ^= h >> 33
    h = h * 0xC4CEB9FE1A85EC53 & MASK
    return h ^ h >> 33


def murmur_unfinish(h):
    """The inverse: products with the inverses of the odd factors modulo 2**64."""
    h ^= h >> 33
    h = h * pow(0xC4CEB9FE1A85EC53, -1, 1 << 64) & MASK
    h ^= h >> 33
    h = h * pow(0xFF51AFD7ED558CCD, -1, 1 << 64) & MASK
    return h ^ h >> 33


def run(n):
    data = bytes(i * 7 & 255 for i in range(64))
    fnv = sip = 0
    mixed = []
    h = 1
    for i in range(n):
        fnv ^= fnv1a(data[:i & 63])
        sip = siphash(data[:i & 63], sip, i)
        for _ in range(16):
            h = murmur_finish((h + i) & MASK)
        mixed.append(h)
    return fnv, sip, mixed


def check(n, result):
    # The vectors of the authors: FNV of "a" and SipHash's key 00..0f with the message 00..0e.
    key = bytes(range(16))
    k0, k1 = int.from_bytes(key[:8], "little"), int.from_bytes(key[8:], "little")
    if fnv1a(b"a") != 0xAF63DC4C8601EC8C or siphash(bytes(range(15)), k0, k1) != 0xA129CA6149BE45E5:
        return False
    fnv, sip, mixed = result
    back = mixed[-1]
    for i in range(n - 1, -1, -1):
        if mixed[i] != back:
            return False
        for _ in range(16):
            back = (murmur_unfinish(back) - i) & MASK
    data = bytes(i * 7 & 255 for i in range(64))
    again = 0
    for i in range(64):
        if (n + 63 - i) // 64 % 2:
            again ^= fnv1a(data[:i])
    return back == 1 and fnv == again and 0 <= sip <= MASK


if __name__ == "__main__":
    main(run, check, 6000)
