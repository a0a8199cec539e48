package syntax

func (p *parser) checkNamed()                                  {}
func (p *parser) checkExpression()                             {}
func (p *parser) checkGroup()                                  {}
func (p *parser) checkGenexp()                                 {}
func (p *parser) checkListComp()                               {}
func (p *parser) checkForTarget()                              {}
func (p *parser) checkKeyword()                                {}
func (p *parser) checkStarredArgument()                        {}
func (p *parser) checkDefault()                                {}
func (p *parser) checkTypeParams()                             {}
func (p *parser) checkAssignment()                             {}
func (p *parser) checkDel()                                    {}
func (p *parser) checkImport()                                 {}
func (p *parser) checkImportTargets()                          {}
func (p *parser) checkMatch()                                  {}
func (p *parser) checkCase()                                   {}
func (p *parser) checkClass()                                  {}
func (p *parser) checkFunc()                                   {}
func (p *parser) checkTypeComments()                           {}
func (p *parser) checkElse()                                   {}
func (p *parser) checkFor()                                    {}
func (p *parser) checkWithIndent()                             {}
func (p *parser) checkWith()                                   {}
func (p *parser) checkWithItem()                               {}
func (p *parser) checkTry()                                    {}
func (p *parser) checkFinally()                                {}
func (p *parser) checkAsPattern()                              {}
func (p *parser) checkMappingPattern()                         {}
func (p *parser) checkClassPattern()                           {}
func (p *parser) checkField()                                  {}
func (p *parser) checkParameters(b bool)                       {}
func (p *parser) checkStarParameter(b bool)                    {}
func (p *parser) checkMappingParameter(b bool)                 {}
func (p *parser) checkExceptIndent(b bool)                     {}
func (p *parser) checkExcept(b bool)                           {}
func (p *parser) checkTypeParam(s string)                      {}
func (p *parser) checkHead(a, b string)                        {}
func (p *parser) checkNotOperand(f func(*parser) Expr)         {}
func (p *parser) notFactor() Expr                              { return nil }
func (p *parser) bracesChecked() Expr                          { return p.braces() }
func (p *parser) callChecked() ([]Expr, []*Keyword, bool)      { return nil, nil, false }
func (p *parser) argumentsChecked() ([]Expr, []*Keyword, bool) { return nil, nil, false }
func (p *parser) assignmentChecked() Stmt                      { return p.assignment() }
