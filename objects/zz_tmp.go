package objects

func JoinStrings(vs []Value) (Value, error)                           { return None, nil }
func ValidWTF8(b []byte) bool                                         { return true }
func DecodeUTF8(t *Thread, b []byte, e string) (Value, error)         { return StrValue(string(b)), nil }
