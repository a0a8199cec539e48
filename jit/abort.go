package jit

// Abort is why a recording ended without a trace.
type Abort uint8

// The reasons.
const (
	NoAbort Abort = iota
	AbortOpcode
	AbortType
	AbortInnerLoop
	AbortLeft
	AbortTooLong
	AbortUnstable
	AbortException
	AbortRegisters
	AbortSpace
	AbortAssembler
	AbortHooks
	AbortGenerator
	AbortGain
	AbortCall
	numAborts
)

var abortTexts = [numAborts]string{
	NoAbort:        "",
	AbortOpcode:    "instruction not compiled",
	AbortType:      "operand of a type not compiled",
	AbortInnerLoop: "inner loop",
	AbortLeft:      "left the loop",
	AbortTooLong:   "trace too long",
	AbortUnstable:  "a variable changes its type in the loop",
	AbortException: "exception",
	AbortRegisters: "too many values for the registers",
	AbortSpace:     "code space is full",
	AbortAssembler: "assembler error",
	AbortHooks:     "a hook was installed",
	AbortGenerator: "resumes a generator",
	AbortGain:      "not quicker than the interpreter",
	AbortCall:      "calls a function that has a trace of its own",
}

// String returns the reason as the log shows it.
func (a Abort) String() string { return abortTexts[a] }
