package syntax

// This table is the one declaration of the nodes as Python sees them: class names, fields in their order, and how the
// Go structs of the tree are read and made field by field. The dump, the walk and the _ast module derive from it.

var (
	classModule = &Class{"Module", "mod", false, []Field{{"body", "stmt", Seq}, {"type_ignores", "type_ignore", Seq}}, func(n any, f []any) []any {
		x := n.(*Module)
		return append(f, list(x.Body), refs(x.TypeIgnores))
	}, func(p Pos, f []any) any {
		return &Module{Body: slice[Stmt](f[0]), TypeIgnores: values[TypeIgnore](f[1])}
	}}
	classInteractive = &Class{"Interactive", "mod", false, []Field{{"body", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*Interactive)
		return append(f, list(x.Body))
	}, func(p Pos, f []any) any {
		return &Interactive{Body: slice[Stmt](f[0])}
	}}
	classExpression = &Class{"Expression", "mod", false, []Field{{"body", "expr", One}}, func(n any, f []any) []any {
		x := n.(*Expression)
		return append(f, x.Body)
	}, func(p Pos, f []any) any {
		return &Expression{Body: as[Expr](f[0])}
	}}
	classFunctionType = &Class{"FunctionType", "mod", false, []Field{{"argtypes", "expr", Seq}, {"returns", "expr", One}}, func(n any, f []any) []any {
		x := n.(*FunctionType)
		return append(f, list(x.ArgTypes), x.Returns)
	}, func(p Pos, f []any) any {
		return &FunctionType{ArgTypes: slice[Expr](f[0]), Returns: as[Expr](f[1])}
	}}
	classFunctionDef = &Class{"FunctionDef", "stmt", true, []Field{{"name", "identifier", One}, {"args", "arguments", One}, {"body", "stmt", Seq}, {"decorator_list", "expr", Seq}, {"returns", "expr", Opt}, {"type_comment", "string", Opt}, {"type_params", "type_param", Seq}}, func(n any, f []any) []any {
		x := n.(*FunctionDef)
		return append(f, x.Name, ref(x.Args), list(x.Body), list(x.Decorators), x.Returns, optString(x.TypeComment), list(x.TypeParams))
	}, func(p Pos, f []any) any {
		return &FunctionDef{Pos: p, Name: as[string](f[0]), Args: as[*Arguments](f[1]), Body: slice[Stmt](f[2]), Decorators: slice[Expr](f[3]), Returns: as[Expr](f[4]), TypeComment: stringPtr(f[5]), TypeParams: slice[TypeParam](f[6])}
	}}
	classAsyncFunctionDef = &Class{"AsyncFunctionDef", "stmt", true, []Field{{"name", "identifier", One}, {"args", "arguments", One}, {"body", "stmt", Seq}, {"decorator_list", "expr", Seq}, {"returns", "expr", Opt}, {"type_comment", "string", Opt}, {"type_params", "type_param", Seq}}, func(n any, f []any) []any {
		x := n.(*FunctionDef)
		return append(f, x.Name, ref(x.Args), list(x.Body), list(x.Decorators), x.Returns, optString(x.TypeComment), list(x.TypeParams))
	}, func(p Pos, f []any) any {
		return &FunctionDef{Pos: p, Name: as[string](f[0]), Args: as[*Arguments](f[1]), Body: slice[Stmt](f[2]), Decorators: slice[Expr](f[3]), Returns: as[Expr](f[4]), TypeComment: stringPtr(f[5]), TypeParams: slice[TypeParam](f[6]), Async: true}
	}}
	classClassDef = &Class{"ClassDef", "stmt", true, []Field{{"name", "identifier", One}, {"bases", "expr", Seq}, {"keywords", "keyword", Seq}, {"body", "stmt", Seq}, {"decorator_list", "expr", Seq}, {"type_params", "type_param", Seq}}, func(n any, f []any) []any {
		x := n.(*ClassDef)
		return append(f, x.Name, list(x.Bases), list(x.Keywords), list(x.Body), list(x.Decorators), list(x.TypeParams))
	}, func(p Pos, f []any) any {
		return &ClassDef{Pos: p, Name: as[string](f[0]), Bases: slice[Expr](f[1]), Keywords: slice[*Keyword](f[2]), Body: slice[Stmt](f[3]), Decorators: slice[Expr](f[4]), TypeParams: slice[TypeParam](f[5])}
	}}
	classReturn = &Class{"Return", "stmt", true, []Field{{"value", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*Return)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &Return{Pos: p, Value: as[Expr](f[0])}
	}}
	classDelete = &Class{"Delete", "stmt", true, []Field{{"targets", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*Delete)
		return append(f, list(x.Targets))
	}, func(p Pos, f []any) any {
		return &Delete{Pos: p, Targets: slice[Expr](f[0])}
	}}
	classAssign = &Class{"Assign", "stmt", true, []Field{{"targets", "expr", Seq}, {"value", "expr", One}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*Assign)
		return append(f, list(x.Targets), x.Value, optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &Assign{Pos: p, Targets: slice[Expr](f[0]), Value: as[Expr](f[1]), TypeComment: stringPtr(f[2])}
	}}
	classTypeAlias = &Class{"TypeAlias", "stmt", true, []Field{{"name", "expr", One}, {"type_params", "type_param", Seq}, {"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*TypeAlias)
		return append(f, x.Name, list(x.TypeParams), x.Value)
	}, func(p Pos, f []any) any {
		return &TypeAlias{Pos: p, Name: as[Expr](f[0]), TypeParams: slice[TypeParam](f[1]), Value: as[Expr](f[2])}
	}}
	classAugAssign = &Class{"AugAssign", "stmt", true, []Field{{"target", "expr", One}, {"op", "operator", One}, {"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*AugAssign)
		return append(f, x.Target, Symbol(x.Op.String()), x.Value)
	}, func(p Pos, f []any) any {
		return &AugAssign{Pos: p, Target: as[Expr](f[0]), Op: symbol[Operator](f[1]), Value: as[Expr](f[2])}
	}}
	classAnnAssign = &Class{"AnnAssign", "stmt", true, []Field{{"target", "expr", One}, {"annotation", "expr", One}, {"value", "expr", Opt}, {"simple", "int", One}}, func(n any, f []any) []any {
		x := n.(*AnnAssign)
		return append(f, x.Target, x.Annotation, x.Value, boolInt(x.Simple))
	}, func(p Pos, f []any) any {
		return &AnnAssign{Pos: p, Target: as[Expr](f[0]), Annotation: as[Expr](f[1]), Value: as[Expr](f[2]), Simple: as[int](f[3]) != 0}
	}}
	classFor = &Class{"For", "stmt", true, []Field{{"target", "expr", One}, {"iter", "expr", One}, {"body", "stmt", Seq}, {"orelse", "stmt", Seq}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*For)
		return append(f, x.Target, x.Iter, list(x.Body), list(x.OrElse), optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &For{Pos: p, Target: as[Expr](f[0]), Iter: as[Expr](f[1]), Body: slice[Stmt](f[2]), OrElse: slice[Stmt](f[3]), TypeComment: stringPtr(f[4])}
	}}
	classAsyncFor = &Class{"AsyncFor", "stmt", true, []Field{{"target", "expr", One}, {"iter", "expr", One}, {"body", "stmt", Seq}, {"orelse", "stmt", Seq}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*For)
		return append(f, x.Target, x.Iter, list(x.Body), list(x.OrElse), optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &For{Pos: p, Target: as[Expr](f[0]), Iter: as[Expr](f[1]), Body: slice[Stmt](f[2]), OrElse: slice[Stmt](f[3]), TypeComment: stringPtr(f[4]), Async: true}
	}}
	classWhile = &Class{"While", "stmt", true, []Field{{"test", "expr", One}, {"body", "stmt", Seq}, {"orelse", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*While)
		return append(f, x.Test, list(x.Body), list(x.OrElse))
	}, func(p Pos, f []any) any {
		return &While{Pos: p, Test: as[Expr](f[0]), Body: slice[Stmt](f[1]), OrElse: slice[Stmt](f[2])}
	}}
	classIf = &Class{"If", "stmt", true, []Field{{"test", "expr", One}, {"body", "stmt", Seq}, {"orelse", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*If)
		return append(f, x.Test, list(x.Body), list(x.OrElse))
	}, func(p Pos, f []any) any {
		return &If{Pos: p, Test: as[Expr](f[0]), Body: slice[Stmt](f[1]), OrElse: slice[Stmt](f[2])}
	}}
	classWith = &Class{"With", "stmt", true, []Field{{"items", "withitem", Seq}, {"body", "stmt", Seq}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*With)
		return append(f, refs(x.Items), list(x.Body), optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &With{Pos: p, Items: values[WithItem](f[0]), Body: slice[Stmt](f[1]), TypeComment: stringPtr(f[2])}
	}}
	classAsyncWith = &Class{"AsyncWith", "stmt", true, []Field{{"items", "withitem", Seq}, {"body", "stmt", Seq}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*With)
		return append(f, refs(x.Items), list(x.Body), optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &With{Pos: p, Items: values[WithItem](f[0]), Body: slice[Stmt](f[1]), TypeComment: stringPtr(f[2]), Async: true}
	}}
	classMatch = &Class{"Match", "stmt", true, []Field{{"subject", "expr", One}, {"cases", "match_case", Seq}}, func(n any, f []any) []any {
		x := n.(*Match)
		return append(f, x.Subject, refs(x.Cases))
	}, func(p Pos, f []any) any {
		return &Match{Pos: p, Subject: as[Expr](f[0]), Cases: values[MatchCase](f[1])}
	}}
	classRaise = &Class{"Raise", "stmt", true, []Field{{"exc", "expr", Opt}, {"cause", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*Raise)
		return append(f, x.Exc, x.Cause)
	}, func(p Pos, f []any) any {
		return &Raise{Pos: p, Exc: as[Expr](f[0]), Cause: as[Expr](f[1])}
	}}
	classTry = &Class{"Try", "stmt", true, []Field{{"body", "stmt", Seq}, {"handlers", "excepthandler", Seq}, {"orelse", "stmt", Seq}, {"finalbody", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*Try)
		return append(f, list(x.Body), list(x.Handlers), list(x.OrElse), list(x.FinalBody))
	}, func(p Pos, f []any) any {
		return &Try{Pos: p, Body: slice[Stmt](f[0]), Handlers: slice[*ExceptHandler](f[1]), OrElse: slice[Stmt](f[2]), FinalBody: slice[Stmt](f[3])}
	}}
	classTryStar = &Class{"TryStar", "stmt", true, []Field{{"body", "stmt", Seq}, {"handlers", "excepthandler", Seq}, {"orelse", "stmt", Seq}, {"finalbody", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*Try)
		return append(f, list(x.Body), list(x.Handlers), list(x.OrElse), list(x.FinalBody))
	}, func(p Pos, f []any) any {
		return &Try{Pos: p, Body: slice[Stmt](f[0]), Handlers: slice[*ExceptHandler](f[1]), OrElse: slice[Stmt](f[2]), FinalBody: slice[Stmt](f[3]), Star: true}
	}}
	classAssert = &Class{"Assert", "stmt", true, []Field{{"test", "expr", One}, {"msg", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*Assert)
		return append(f, x.Test, x.Msg)
	}, func(p Pos, f []any) any {
		return &Assert{Pos: p, Test: as[Expr](f[0]), Msg: as[Expr](f[1])}
	}}
	classImport = &Class{"Import", "stmt", true, []Field{{"names", "alias", Seq}}, func(n any, f []any) []any {
		x := n.(*Import)
		return append(f, list(x.Names))
	}, func(p Pos, f []any) any {
		return &Import{Pos: p, Names: slice[*Alias](f[0])}
	}}
	classImportFrom = &Class{"ImportFrom", "stmt", true, []Field{{"module", "identifier", Opt}, {"names", "alias", Seq}, {"level", "int", Opt}}, func(n any, f []any) []any {
		x := n.(*ImportFrom)
		return append(f, moduleOf(x), list(x.Names), x.Level)
	}, func(p Pos, f []any) any {
		return &ImportFrom{Pos: p, Module: as[string](f[0]), NoModule: f[0] == nil, Names: slice[*Alias](f[1]), Level: as[int](f[2])}
	}}
	classGlobal = &Class{"Global", "stmt", true, []Field{{"names", "identifier", Seq}}, func(n any, f []any) []any {
		x := n.(*Global)
		return append(f, list(x.Names))
	}, func(p Pos, f []any) any {
		return &Global{Pos: p, Names: slice[string](f[0])}
	}}
	classNonlocal = &Class{"Nonlocal", "stmt", true, []Field{{"names", "identifier", Seq}}, func(n any, f []any) []any {
		x := n.(*Nonlocal)
		return append(f, list(x.Names))
	}, func(p Pos, f []any) any {
		return &Nonlocal{Pos: p, Names: slice[string](f[0])}
	}}
	classExpr = &Class{"Expr", "stmt", true, []Field{{"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*ExprStmt)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &ExprStmt{Pos: p, Value: as[Expr](f[0])}
	}}
	classPass = &Class{"Pass", "stmt", true, nil, func(n any, f []any) []any { return f }, func(p Pos, f []any) any {
		return &Pass{Pos: p}
	}}
	classBreak = &Class{"Break", "stmt", true, nil, func(n any, f []any) []any { return f }, func(p Pos, f []any) any {
		return &Break{Pos: p}
	}}
	classContinue = &Class{"Continue", "stmt", true, nil, func(n any, f []any) []any { return f }, func(p Pos, f []any) any {
		return &Continue{Pos: p}
	}}
	classBoolOp = &Class{"BoolOp", "expr", true, []Field{{"op", "boolop", One}, {"values", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*BoolOp)
		return append(f, boolSymbol(x.Or), list(x.Values))
	}, func(p Pos, f []any) any {
		return &BoolOp{Pos: p, Or: f[0] == Symbol("Or"), Values: slice[Expr](f[1])}
	}}
	classNamedExpr = &Class{"NamedExpr", "expr", true, []Field{{"target", "expr", One}, {"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*NamedExpr)
		return append(f, x.Target, x.Value)
	}, func(p Pos, f []any) any {
		return &NamedExpr{Pos: p, Target: as[Expr](f[0]), Value: as[Expr](f[1])}
	}}
	classBinOp = &Class{"BinOp", "expr", true, []Field{{"left", "expr", One}, {"op", "operator", One}, {"right", "expr", One}}, func(n any, f []any) []any {
		x := n.(*BinOp)
		return append(f, x.Left, Symbol(x.Op.String()), x.Right)
	}, func(p Pos, f []any) any {
		return &BinOp{Pos: p, Left: as[Expr](f[0]), Op: symbol[Operator](f[1]), Right: as[Expr](f[2])}
	}}
	classUnaryOp = &Class{"UnaryOp", "expr", true, []Field{{"op", "unaryop", One}, {"operand", "expr", One}}, func(n any, f []any) []any {
		x := n.(*UnaryOp)
		return append(f, Symbol(x.Op.String()), x.Operand)
	}, func(p Pos, f []any) any {
		return &UnaryOp{Pos: p, Op: symbol[UnaryOperator](f[0]), Operand: as[Expr](f[1])}
	}}
	classLambda = &Class{"Lambda", "expr", true, []Field{{"args", "arguments", One}, {"body", "expr", One}}, func(n any, f []any) []any {
		x := n.(*Lambda)
		return append(f, ref(x.Args), x.Body)
	}, func(p Pos, f []any) any {
		return &Lambda{Pos: p, Args: as[*Arguments](f[0]), Body: as[Expr](f[1])}
	}}
	classIfExp = &Class{"IfExp", "expr", true, []Field{{"test", "expr", One}, {"body", "expr", One}, {"orelse", "expr", One}}, func(n any, f []any) []any {
		x := n.(*IfExp)
		return append(f, x.Test, x.Body, x.OrElse)
	}, func(p Pos, f []any) any {
		return &IfExp{Pos: p, Test: as[Expr](f[0]), Body: as[Expr](f[1]), OrElse: as[Expr](f[2])}
	}}
	classDict = &Class{"Dict", "expr", true, []Field{{"keys", "expr", Seq}, {"values", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*Dict)
		return append(f, list(x.Keys), list(x.Values))
	}, func(p Pos, f []any) any {
		return &Dict{Pos: p, Keys: slice[Expr](f[0]), Values: slice[Expr](f[1])}
	}}
	classSet = &Class{"Set", "expr", true, []Field{{"elts", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*Set)
		return append(f, list(x.Elts))
	}, func(p Pos, f []any) any {
		return &Set{Pos: p, Elts: slice[Expr](f[0])}
	}}
	classListComp = &Class{"ListComp", "expr", true, []Field{{"elt", "expr", One}, {"generators", "comprehension", Seq}}, func(n any, f []any) []any {
		x := n.(*ListComp)
		return append(f, x.Elt, refs(x.Generators))
	}, func(p Pos, f []any) any {
		return &ListComp{Pos: p, Elt: as[Expr](f[0]), Generators: values[Comprehension](f[1])}
	}}
	classSetComp = &Class{"SetComp", "expr", true, []Field{{"elt", "expr", One}, {"generators", "comprehension", Seq}}, func(n any, f []any) []any {
		x := n.(*SetComp)
		return append(f, x.Elt, refs(x.Generators))
	}, func(p Pos, f []any) any {
		return &SetComp{Pos: p, Elt: as[Expr](f[0]), Generators: values[Comprehension](f[1])}
	}}
	classDictComp = &Class{"DictComp", "expr", true, []Field{{"key", "expr", One}, {"value", "expr", One}, {"generators", "comprehension", Seq}}, func(n any, f []any) []any {
		x := n.(*DictComp)
		return append(f, x.Key, x.Value, refs(x.Generators))
	}, func(p Pos, f []any) any {
		return &DictComp{Pos: p, Key: as[Expr](f[0]), Value: as[Expr](f[1]), Generators: values[Comprehension](f[2])}
	}}
	classGeneratorExp = &Class{"GeneratorExp", "expr", true, []Field{{"elt", "expr", One}, {"generators", "comprehension", Seq}}, func(n any, f []any) []any {
		x := n.(*GeneratorExp)
		return append(f, x.Elt, refs(x.Generators))
	}, func(p Pos, f []any) any {
		return &GeneratorExp{Pos: p, Elt: as[Expr](f[0]), Generators: values[Comprehension](f[1])}
	}}
	classAwait = &Class{"Await", "expr", true, []Field{{"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*Await)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &Await{Pos: p, Value: as[Expr](f[0])}
	}}
	classYield = &Class{"Yield", "expr", true, []Field{{"value", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*Yield)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &Yield{Pos: p, Value: as[Expr](f[0])}
	}}
	classYieldFrom = &Class{"YieldFrom", "expr", true, []Field{{"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*YieldFrom)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &YieldFrom{Pos: p, Value: as[Expr](f[0])}
	}}
	classCompare = &Class{"Compare", "expr", true, []Field{{"left", "expr", One}, {"ops", "cmpop", Seq}, {"comparators", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*Compare)
		return append(f, x.Left, cmpSymbols(x.Ops), list(x.Comparators))
	}, func(p Pos, f []any) any {
		return &Compare{Pos: p, Left: as[Expr](f[0]), Ops: cmpOps(f[1]), Comparators: slice[Expr](f[2])}
	}}
	classCall = &Class{"Call", "expr", true, []Field{{"func", "expr", One}, {"args", "expr", Seq}, {"keywords", "keyword", Seq}}, func(n any, f []any) []any {
		x := n.(*Call)
		return append(f, x.Func, list(x.Args), list(x.Keywords))
	}, func(p Pos, f []any) any {
		return &Call{Pos: p, Func: as[Expr](f[0]), Args: slice[Expr](f[1]), Keywords: slice[*Keyword](f[2])}
	}}
	classFormattedValue = &Class{"FormattedValue", "expr", true, []Field{{"value", "expr", One}, {"conversion", "int", One}, {"format_spec", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*FormattedValue)
		return append(f, x.Value, int(x.Conversion), x.FormatSpec)
	}, func(p Pos, f []any) any {
		return &FormattedValue{Pos: p, Value: as[Expr](f[0]), Conversion: int32(as[int](f[1])), FormatSpec: as[Expr](f[2])}
	}}
	classJoinedStr = &Class{"JoinedStr", "expr", true, []Field{{"values", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*JoinedStr)
		return append(f, list(x.Values))
	}, func(p Pos, f []any) any {
		return &JoinedStr{Pos: p, Values: slice[Expr](f[0])}
	}}
	classConstant = &Class{"Constant", "expr", true, []Field{{"value", "constant", One}, {"kind", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*Constant)
		return append(f, x.Value, kindOf(x.U))
	}, func(p Pos, f []any) any {
		return &Constant{Pos: p, Value: as[Const](f[0]), U: f[1] == "u"}
	}}
	classAttribute = &Class{"Attribute", "expr", true, []Field{{"value", "expr", One}, {"attr", "identifier", One}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*Attribute)
		return append(f, x.Value, x.Attr, Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &Attribute{Pos: p, Value: as[Expr](f[0]), Attr: as[string](f[1]), Ctx: symbol[ExprContext](f[2])}
	}}
	classSubscript = &Class{"Subscript", "expr", true, []Field{{"value", "expr", One}, {"slice", "expr", One}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*Subscript)
		return append(f, x.Value, x.Slice, Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &Subscript{Pos: p, Value: as[Expr](f[0]), Slice: as[Expr](f[1]), Ctx: symbol[ExprContext](f[2])}
	}}
	classStarred = &Class{"Starred", "expr", true, []Field{{"value", "expr", One}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*Starred)
		return append(f, x.Value, Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &Starred{Pos: p, Value: as[Expr](f[0]), Ctx: symbol[ExprContext](f[1])}
	}}
	className = &Class{"Name", "expr", true, []Field{{"id", "identifier", One}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*Name)
		return append(f, x.ID, Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &Name{Pos: p, ID: as[string](f[0]), Ctx: symbol[ExprContext](f[1])}
	}}
	classList = &Class{"List", "expr", true, []Field{{"elts", "expr", Seq}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*List)
		return append(f, list(x.Elts), Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &List{Pos: p, Elts: slice[Expr](f[0]), Ctx: symbol[ExprContext](f[1])}
	}}
	classTuple = &Class{"Tuple", "expr", true, []Field{{"elts", "expr", Seq}, {"ctx", "expr_context", One}}, func(n any, f []any) []any {
		x := n.(*Tuple)
		return append(f, list(x.Elts), Symbol(x.Ctx.String()))
	}, func(p Pos, f []any) any {
		return &Tuple{Pos: p, Elts: slice[Expr](f[0]), Ctx: symbol[ExprContext](f[1])}
	}}
	classSlice = &Class{"Slice", "expr", true, []Field{{"lower", "expr", Opt}, {"upper", "expr", Opt}, {"step", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*Slice)
		return append(f, x.Lower, x.Upper, x.Step)
	}, func(p Pos, f []any) any {
		return &Slice{Pos: p, Lower: as[Expr](f[0]), Upper: as[Expr](f[1]), Step: as[Expr](f[2])}
	}}
	classComprehension = &Class{"comprehension", "comprehension", false, []Field{{"target", "expr", One}, {"iter", "expr", One}, {"ifs", "expr", Seq}, {"is_async", "int", One}}, func(n any, f []any) []any {
		x := n.(*Comprehension)
		return append(f, x.Target, x.Iter, list(x.Ifs), boolInt(x.Async))
	}, func(p Pos, f []any) any {
		return &Comprehension{Target: as[Expr](f[0]), Iter: as[Expr](f[1]), Ifs: slice[Expr](f[2]), Async: as[int](f[3]) != 0}
	}}
	classExceptHandler = &Class{"ExceptHandler", "excepthandler", true, []Field{{"type", "expr", Opt}, {"name", "identifier", Opt}, {"body", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*ExceptHandler)
		return append(f, x.Type, optName(x.Name), list(x.Body))
	}, func(p Pos, f []any) any {
		return &ExceptHandler{Pos: p, Type: as[Expr](f[0]), Name: as[string](f[1]), Body: slice[Stmt](f[2])}
	}}
	classArguments = &Class{"arguments", "arguments", false, []Field{{"posonlyargs", "arg", Seq}, {"args", "arg", Seq}, {"vararg", "arg", Opt}, {"kwonlyargs", "arg", Seq}, {"kw_defaults", "expr", Seq}, {"kwarg", "arg", Opt}, {"defaults", "expr", Seq}}, func(n any, f []any) []any {
		x := n.(*Arguments)
		return append(f, list(x.PosOnly), list(x.Args), ref(x.VarArg), list(x.KwOnly), list(x.KwDefaults), ref(x.KwArg), list(x.Defaults))
	}, func(p Pos, f []any) any {
		return &Arguments{PosOnly: slice[*Arg](f[0]), Args: slice[*Arg](f[1]), VarArg: as[*Arg](f[2]), KwOnly: slice[*Arg](f[3]), KwDefaults: slice[Expr](f[4]), KwArg: as[*Arg](f[5]), Defaults: slice[Expr](f[6])}
	}}
	classArg = &Class{"arg", "arg", true, []Field{{"arg", "identifier", One}, {"annotation", "expr", Opt}, {"type_comment", "string", Opt}}, func(n any, f []any) []any {
		x := n.(*Arg)
		return append(f, x.Name, x.Annotation, optString(x.TypeComment))
	}, func(p Pos, f []any) any {
		return &Arg{Pos: p, Name: as[string](f[0]), Annotation: as[Expr](f[1]), TypeComment: stringPtr(f[2])}
	}}
	classKeyword = &Class{"keyword", "keyword", true, []Field{{"arg", "identifier", Opt}, {"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*Keyword)
		return append(f, optName(x.Arg), x.Value)
	}, func(p Pos, f []any) any {
		return &Keyword{Pos: p, Arg: as[string](f[0]), Value: as[Expr](f[1])}
	}}
	classAlias = &Class{"alias", "alias", true, []Field{{"name", "identifier", One}, {"asname", "identifier", Opt}}, func(n any, f []any) []any {
		x := n.(*Alias)
		return append(f, x.Name, optName(x.AsName))
	}, func(p Pos, f []any) any {
		return &Alias{Pos: p, Name: as[string](f[0]), AsName: as[string](f[1])}
	}}
	classWithitem = &Class{"withitem", "withitem", false, []Field{{"context_expr", "expr", One}, {"optional_vars", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*WithItem)
		return append(f, x.Context, x.Vars)
	}, func(p Pos, f []any) any {
		return &WithItem{Context: as[Expr](f[0]), Vars: as[Expr](f[1])}
	}}
	classMatch_case = &Class{"match_case", "match_case", false, []Field{{"pattern", "pattern", One}, {"guard", "expr", Opt}, {"body", "stmt", Seq}}, func(n any, f []any) []any {
		x := n.(*MatchCase)
		return append(f, x.Pattern, x.Guard, list(x.Body))
	}, func(p Pos, f []any) any {
		return &MatchCase{Pattern: as[Pattern](f[0]), Guard: as[Expr](f[1]), Body: slice[Stmt](f[2])}
	}}
	classMatchValue = &Class{"MatchValue", "pattern", true, []Field{{"value", "expr", One}}, func(n any, f []any) []any {
		x := n.(*MatchValue)
		return append(f, x.Value)
	}, func(p Pos, f []any) any {
		return &MatchValue{Pos: p, Value: as[Expr](f[0])}
	}}
	classMatchSingleton = &Class{"MatchSingleton", "pattern", true, []Field{{"value", "constant", One}}, func(n any, f []any) []any {
		x := n.(*MatchSingleton)
		return append(f, Const{Kind: x.Value})
	}, func(p Pos, f []any) any {
		return &MatchSingleton{Pos: p, Value: as[Const](f[0]).Kind}
	}}
	classMatchSequence = &Class{"MatchSequence", "pattern", true, []Field{{"patterns", "pattern", Seq}}, func(n any, f []any) []any {
		x := n.(*MatchSequence)
		return append(f, list(x.Patterns))
	}, func(p Pos, f []any) any {
		return &MatchSequence{Pos: p, Patterns: slice[Pattern](f[0])}
	}}
	classMatchMapping = &Class{"MatchMapping", "pattern", true, []Field{{"keys", "expr", Seq}, {"patterns", "pattern", Seq}, {"rest", "identifier", Opt}}, func(n any, f []any) []any {
		x := n.(*MatchMapping)
		return append(f, list(x.Keys), list(x.Patterns), optName(x.Rest))
	}, func(p Pos, f []any) any {
		return &MatchMapping{Pos: p, Keys: slice[Expr](f[0]), Patterns: slice[Pattern](f[1]), Rest: as[string](f[2])}
	}}
	classMatchClass = &Class{"MatchClass", "pattern", true, []Field{{"cls", "expr", One}, {"patterns", "pattern", Seq}, {"kwd_attrs", "identifier", Seq}, {"kwd_patterns", "pattern", Seq}}, func(n any, f []any) []any {
		x := n.(*MatchClass)
		return append(f, x.Cls, list(x.Patterns), list(x.KwdAttrs), list(x.KwdPatterns))
	}, func(p Pos, f []any) any {
		return &MatchClass{Pos: p, Cls: as[Expr](f[0]), Patterns: slice[Pattern](f[1]), KwdAttrs: slice[string](f[2]), KwdPatterns: slice[Pattern](f[3])}
	}}
	classMatchStar = &Class{"MatchStar", "pattern", true, []Field{{"name", "identifier", Opt}}, func(n any, f []any) []any {
		x := n.(*MatchStar)
		return append(f, optName(x.Name))
	}, func(p Pos, f []any) any {
		return &MatchStar{Pos: p, Name: as[string](f[0])}
	}}
	classMatchAs = &Class{"MatchAs", "pattern", true, []Field{{"pattern", "pattern", Opt}, {"name", "identifier", Opt}}, func(n any, f []any) []any {
		x := n.(*MatchAs)
		return append(f, x.Pattern, optName(x.Name))
	}, func(p Pos, f []any) any {
		return &MatchAs{Pos: p, Pattern: as[Pattern](f[0]), Name: as[string](f[1])}
	}}
	classMatchOr = &Class{"MatchOr", "pattern", true, []Field{{"patterns", "pattern", Seq}}, func(n any, f []any) []any {
		x := n.(*MatchOr)
		return append(f, list(x.Patterns))
	}, func(p Pos, f []any) any {
		return &MatchOr{Pos: p, Patterns: slice[Pattern](f[0])}
	}}
	classTypeIgnore = &Class{"TypeIgnore", "type_ignore", false, []Field{{"lineno", "int", One}, {"tag", "string", One}}, func(n any, f []any) []any {
		x := n.(*TypeIgnore)
		return append(f, int(x.Line), x.Tag)
	}, func(p Pos, f []any) any {
		return &TypeIgnore{Line: int32(as[int](f[0])), Tag: as[string](f[1])}
	}}
	classTypeVar = &Class{"TypeVar", "type_param", true, []Field{{"name", "identifier", One}, {"bound", "expr", Opt}, {"default_value", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*TypeVar)
		return append(f, x.Name, x.Bound, x.Default)
	}, func(p Pos, f []any) any {
		return &TypeVar{Pos: p, Name: as[string](f[0]), Bound: as[Expr](f[1]), Default: as[Expr](f[2])}
	}}
	classParamSpec = &Class{"ParamSpec", "type_param", true, []Field{{"name", "identifier", One}, {"default_value", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*ParamSpec)
		return append(f, x.Name, x.Default)
	}, func(p Pos, f []any) any {
		return &ParamSpec{Pos: p, Name: as[string](f[0]), Default: as[Expr](f[1])}
	}}
	classTypeVarTuple = &Class{"TypeVarTuple", "type_param", true, []Field{{"name", "identifier", One}, {"default_value", "expr", Opt}}, func(n any, f []any) []any {
		x := n.(*TypeVarTuple)
		return append(f, x.Name, x.Default)
	}, func(p Pos, f []any) any {
		return &TypeVarTuple{Pos: p, Name: as[string](f[0]), Default: as[Expr](f[1])}
	}}
)

// Classes are all node classes, in the order of Python's abstract grammar.
var Classes = []*Class{
	classModule, classInteractive, classExpression, classFunctionType, classFunctionDef, classAsyncFunctionDef,
	classClassDef, classReturn, classDelete, classAssign, classTypeAlias, classAugAssign,
	classAnnAssign, classFor, classAsyncFor, classWhile, classIf, classWith,
	classAsyncWith, classMatch, classRaise, classTry, classTryStar, classAssert,
	classImport, classImportFrom, classGlobal, classNonlocal, classExpr, classPass,
	classBreak, classContinue, classBoolOp, classNamedExpr, classBinOp, classUnaryOp,
	classLambda, classIfExp, classDict, classSet, classListComp, classSetComp,
	classDictComp, classGeneratorExp, classAwait, classYield, classYieldFrom, classCompare,
	classCall, classFormattedValue, classJoinedStr, classConstant, classAttribute, classSubscript,
	classStarred, className, classList, classTuple, classSlice, classComprehension,
	classExceptHandler, classArguments, classArg, classKeyword, classAlias, classWithitem,
	classMatch_case, classMatchValue, classMatchSingleton, classMatchSequence, classMatchMapping, classMatchClass,
	classMatchStar, classMatchAs, classMatchOr, classTypeIgnore, classTypeVar, classParamSpec,
	classTypeVarTuple,
}

// ClassOf gives the class of a node: a pointer to one of the structs of the tree. It gives nil for anything else.
func ClassOf(n any) *Class {
	switch x := n.(type) {
	case *Module:
		return classModule
	case *Interactive:
		return classInteractive
	case *Expression:
		return classExpression
	case *FunctionType:
		return classFunctionType
	case *FunctionDef:
		if x.Async {
			return classAsyncFunctionDef
		}
		return classFunctionDef
	case *ClassDef:
		return classClassDef
	case *Return:
		return classReturn
	case *Delete:
		return classDelete
	case *Assign:
		return classAssign
	case *TypeAlias:
		return classTypeAlias
	case *AugAssign:
		return classAugAssign
	case *AnnAssign:
		return classAnnAssign
	case *For:
		if x.Async {
			return classAsyncFor
		}
		return classFor
	case *While:
		return classWhile
	case *If:
		return classIf
	case *With:
		if x.Async {
			return classAsyncWith
		}
		return classWith
	case *Match:
		return classMatch
	case *Raise:
		return classRaise
	case *Try:
		if x.Star {
			return classTryStar
		}
		return classTry
	case *Assert:
		return classAssert
	case *Import:
		return classImport
	case *ImportFrom:
		return classImportFrom
	case *Global:
		return classGlobal
	case *Nonlocal:
		return classNonlocal
	case *ExprStmt:
		return classExpr
	case *Pass:
		return classPass
	case *Break:
		return classBreak
	case *Continue:
		return classContinue
	case *BoolOp:
		return classBoolOp
	case *NamedExpr:
		return classNamedExpr
	case *BinOp:
		return classBinOp
	case *UnaryOp:
		return classUnaryOp
	case *Lambda:
		return classLambda
	case *IfExp:
		return classIfExp
	case *Dict:
		return classDict
	case *Set:
		return classSet
	case *ListComp:
		return classListComp
	case *SetComp:
		return classSetComp
	case *DictComp:
		return classDictComp
	case *GeneratorExp:
		return classGeneratorExp
	case *Await:
		return classAwait
	case *Yield:
		return classYield
	case *YieldFrom:
		return classYieldFrom
	case *Compare:
		return classCompare
	case *Call:
		return classCall
	case *FormattedValue:
		return classFormattedValue
	case *JoinedStr:
		return classJoinedStr
	case *Constant:
		return classConstant
	case *Attribute:
		return classAttribute
	case *Subscript:
		return classSubscript
	case *Starred:
		return classStarred
	case *Name:
		return className
	case *List:
		return classList
	case *Tuple:
		return classTuple
	case *Slice:
		return classSlice
	case *Comprehension:
		return classComprehension
	case *ExceptHandler:
		return classExceptHandler
	case *Arguments:
		return classArguments
	case *Arg:
		return classArg
	case *Keyword:
		return classKeyword
	case *Alias:
		return classAlias
	case *WithItem:
		return classWithitem
	case *MatchCase:
		return classMatch_case
	case *MatchValue:
		return classMatchValue
	case *MatchSingleton:
		return classMatchSingleton
	case *MatchSequence:
		return classMatchSequence
	case *MatchMapping:
		return classMatchMapping
	case *MatchClass:
		return classMatchClass
	case *MatchStar:
		return classMatchStar
	case *MatchAs:
		return classMatchAs
	case *MatchOr:
		return classMatchOr
	case *TypeIgnore:
		return classTypeIgnore
	case *TypeVar:
		return classTypeVar
	case *ParamSpec:
		return classParamSpec
	case *TypeVarTuple:
		return classTypeVarTuple
	}
	return nil
}
