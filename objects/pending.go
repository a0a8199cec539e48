package objects

func initCode() {}
