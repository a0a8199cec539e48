"""Bytes: base64, hexadecimal, CRC-32, Adler-32 and run-length coding by hand over bytes and bytearrays."""
from harness import main

ALPHABET = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
POSITIONS = {c: i for i, c in enumerate(ALPHABET)}


def encode(data):
    out = bytearray()
    for i in range(0, len(data) - 2, 3):
        word = data[i] << 16 | data[i + 1] << 8 | data[i + 2]
        out.append(ALPHABET[word >> 18])
        out.append(ALPHABET[word >> 12 & 63])
        out.append(ALPHABET[word >> 6 & 63])
        out.append(ALPHABET[word & 63])
    rest = len(data) % 3
    if rest:
        word = int.from_bytes(data[-rest:] + bytes(3 - rest), "big")
        last = [ALPHABET[word >> 18], ALPHABET[word >> 12 & 63], ALPHABET[word >> 6 & 63]]
        out += bytes(last[:rest + 1]) + b"=" * (3 - rest)
    return bytes(out)


def decode(text):
    out = bytearray()
    word = bits = 0
    for c in text:
        if c == 61:
            break
        word = word << 6 | POSITIONS[c]
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(word >> bits)
            word &= (1 << bits) - 1
    return bytes(out)


def crc_table():
    table = []
    for i in range(256):
        for _ in range(8):
            i = i >> 1 ^ (0xEDB88320 if i & 1 else 0)
        table.append(i)
    return table


def crc32(data, table):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = table[(crc ^ byte) & 255] ^ crc >> 8
    return crc ^ 0xFFFFFFFF


def adler32(data):
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def pack_runs(data):
    out = bytearray()
    i = 0
    while i < len(data):
        j = i
        while j < len(data) and data[j] == data[i] and j - i < 255:
            j += 1
        out += bytes((j - i, data[i]))
        i = j
    return out


def unpack_runs(data):
    return b"".join([data[i + 1:i + 2] * data[i] for i in range(0, len(data), 2)])


def run(n):
    table = crc_table()
    data = bytearray()
    state = 7
    while len(data) < n:
        state = state * 16807 % 2147483647
        data += bytes([state >> 8 & 255]) * (state % 7)
    data = bytes(data[:n])
    text = encode(data)
    return data, text, decode(text), crc32(data, table), adler32(data), unpack_runs(pack_runs(data))


def check(n, result):
    data, text, back, crc, adler, runs = result
    table = crc_table()
    if crc32(b"123456789", table) != 0xCBF43926 or adler32(b"Wikipedia") != 0x11E60398 or encode(b"light w") != b"bGlnaHQgdw==":
        return False
    a = (1 + sum(data)) % 65521
    b = (n + sum((n - i) * v for i, v in enumerate(data))) % 65521
    # A message followed by its own checksum has the residue of CRC-32.
    residue = crc32(data + crc.to_bytes(4, "little"), table)
    return len(data) == n and data == back == runs and adler == b << 16 | a and residue == 0x2144DF1C and len(text) == (n + 2) // 3 * 4


if __name__ == "__main__":
    main(run, check, 200000)
