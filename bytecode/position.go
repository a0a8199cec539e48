package bytecode

import bin "encoding/binary"

// PackPositions writes positions as differences from the one before, the first from a line: four varints each.
func PackPositions(positions []Position, line int32) []byte {
	b := make([]byte, 0, 5*len(positions))
	for _, p := range positions {
		b = bin.AppendVarint(b, int64(p.Line)-int64(line))
		b = bin.AppendVarint(b, int64(p.EndLine)-int64(p.Line))
		b = bin.AppendVarint(b, int64(p.Col))
		b = bin.AppendVarint(b, int64(p.EndCol))
		line = p.Line
	}
	return b
}

// UnpackPositions reads n positions that PackPositions has written. What is missing or damaged becomes a position without line.
func UnpackPositions(packed []byte, n int, line int32) []Position {
	positions := make([]Position, n)
	for i := range positions {
		var f [4]int32
		for j := range f {
			x, w := bin.Varint(packed)
			if w <= 0 {
				return positions
			}
			f[j] = int32(x)
			packed = packed[w:]
		}
		line += f[0]
		positions[i] = Position{Line: line, EndLine: line + f[1], Col: f[2], EndCol: f[3]}
	}
	return positions
}
