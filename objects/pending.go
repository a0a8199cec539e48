package objects

func initObject()                                                  {}
func initType()                                                    {}
func initSuper()                                                   {}
func initProperty()                                                {}
func initClassMethod()                                             {}
func initFunction()                                                {}
func initCode()                                                    {}
func initFrame()                                                   {}
func initTraceback()                                               {}
func initCell()                                                    {}
func initModule()                                                  {}
func initNamespace()                                               {}
func initSingletons()                                              {}
func initGenerator()                                               {}
func initAsyncGen()                                                {}
func initWeakref()                                                 {}
func initGenericAlias()                                            {}
func initUnion()                                                   {}
func initMappingProxy()                                            {}
func initStr()                                                     {}
func initTuple()                                                   {}
func initList()                                                    {}
func initDict()                                                    {}
func initDictViews()                                               {}
func initSet()                                                     {}
func initRange()                                                   {}
func initSlice()                                                   {}
func initIterators()                                               {}
func initItertypes()                                               {}
func initOSErrors()                                                {}
func initExceptionGroups()                                         {}
func BuiltinsDict(t *Thread) *Dict                                 { return nil }
func moduleAttributeError(v Value, name *Str) error                { return nil }
func objectRepr(t *Thread, v Value) (Value, error)                 { return Value{}, nil }
func NewGenericAlias(t *Thread, origin, args Value) (Value, error) { return Value{}, nil }
func NewFrozenset(t *Thread, items []Value) Value                  { return Value{} }
func initExceptions()                                              { initExceptionTypes() }
