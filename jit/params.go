package jit

// The numbers that tune the compiler. Those of PyPy and LuaJIT were the starting points.
const (
	// hotLoop is the number of iterations before a loop is recorded. Recording is cheap here, so it is low; prime, so
	// that nested loops of round lengths are not always caught at the same place.
	hotLoop = 523
	// hotExit is the number of times a guard fails before a side trace is recorded.
	hotExit = 11
	// hotCall is the number of calls before a function is recorded: more than a loop needs, since a function that a loop
	// calls becomes part of the loop's trace. retryCall is how many calls later it is tried again where it cannot be done now.
	hotCall   = 1201
	retryCall = 31
	// edgePeriod is how many iterations the interpreter counts by itself between two calls.
	edgePeriod = 61
	// eagerLoop and eagerExit replace them under -X jit=eager.
	eagerLoop = 2
	eagerExit = 2
	eagerCall = 3
	// maxSideTraces bounds the side traces of one root trace.
	maxSideTraces = 64
	// penalty is the number of iterations added to a loop's threshold at its first abort; it doubles with each.
	penalty = 500
	// maxAborts is the number of aborts after which a loop or an exit is left alone.
	maxAborts = 6
	// probeEntries is the number of entries after which a root trace is judged, and fewInstrs the number of bytecode
	// instructions an entry below which it is given up: an entry and an exit cost what the interpreter takes for some forty.
	// An iterator that does not tell its length counts as unknownRounds iterations.
	probeEntries  = 64
	fewInstrs     = 50
	unknownRounds = 8
	// maxMisses is the number of entries that came to nothing before a trace may be retired.
	maxMisses = 100
	// gainInstr and gainCall are what an instruction in machine code and a call that is followed save, costHelper and costStep
	// what the round trips of a helper and of a step cost beyond what the interpreter takes for the same instruction, in
	// nanoseconds. A loop that would not gain is left alone.
	gainInstr  = 3
	gainCall   = 20
	costHelper = 9
	costStep   = 35
	// gainPush is what a frame that machine code pushes or pops saves; costEntry is what a step costs in addition that enters
	// the interpreter anew, costLeave what leaving machine code and coming back costs, of which a trace that is entered from
	// machine code saves the one half at least.
	gainPush  = 5
	costEntry = 50
	costLeave = 40
	// maxLeft is the number of recordings of a loop that may begin in its last iteration without counting as aborts.
	maxLeft = 20
	// maxCalls is the number of recordings of a loop that may come to a call which cannot be followed before the loop is
	// left to linear traces.
	maxCalls = 2
	// codeSpace is the size of the memory for machine code, in bytes: some thousand traces.
	codeSpace = 16 << 20
)
