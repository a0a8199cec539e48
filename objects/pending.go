package objects

func initCode()                                              {}
func initFrame()                                             {}
func initTraceback()                                         {}
func initWeakref()                                           {}
func registerDel(v Value)                                    {}
func FrameLocalsSnapshot(t *Thread, f *Frame) (Value, error) { return Value{}, nil }

var weakrefGetSet GetSetDef
