package sre

// The numbers that re._constants gives to the operations of a compiled pattern. Every skip is relative to its own word.
const (
	opFailure             = iota // FAILURE
	opSuccess                    // SUCCESS
	opAny                        // ANY: any character but a newline
	opAnyAll                     // ANY_ALL
	opAssert                     // ASSERT skip back … SUCCESS
	opAssertNot                  // ASSERT_NOT skip back … SUCCESS
	opAt                         // AT position
	opBranch                     // BRANCH (skip … JUMP end)* 0
	opCategory                   // CATEGORY code
	opCharset                    // CHARSET and 8 words of bits
	opBigCharset                 // BIGCHARSET count, 64 words of chunk numbers, count chunks of 8 words
	opGroupRef                   // GROUPREF group
	opGroupRefExists             // GROUPREF_EXISTS group skip
	opIn                         // IN skip set FAILURE
	opInfo                       // INFO skip flags min max …
	opJump                       // JUMP skip
	opLiteral                    // LITERAL character
	opMark                       // MARK number
	opMaxUntil                   // MAX_UNTIL, the end of a REPEAT
	opMinUntil                   // MIN_UNTIL, the end of a lazy REPEAT
	opNotLiteral                 // NOT_LITERAL character
	opNegate                     // NEGATE, at the beginning of a set
	opRange                      // RANGE low high
	opRepeat                     // REPEAT skip min max …
	opRepeatOne                  // REPEAT_ONE skip min max item SUCCESS
	opSubpattern                 // only in the parser's output
	opMinRepeatOne               // MIN_REPEAT_ONE skip min max item SUCCESS
	opAtomicGroup                // ATOMIC_GROUP skip … SUCCESS
	opPossessiveRepeat           // POSSESSIVE_REPEAT skip min max … SUCCESS
	opPossessiveRepeatOne        // POSSESSIVE_REPEAT_ONE skip min max item SUCCESS
	opGroupRefIgnore
	opInIgnore
	opLiteralIgnore
	opNotLiteralIgnore
	opGroupRefLocIgnore
	opInLocIgnore
	opLiteralLocIgnore
	opNotLiteralLocIgnore
	opGroupRefUniIgnore
	opInUniIgnore
	opLiteralUniIgnore
	opNotLiteralUniIgnore
	opRangeUniIgnore
)

// The positions that AT asks for.
const (
	atBeginning = iota
	atBeginningLine
	atBeginningString
	atBoundary
	atNonBoundary
	atEnd
	atEndLine
	atEndString
	atLocBoundary
	atLocNonBoundary
	atUniBoundary
	atUniNonBoundary
	numAt
)

// The categories of characters; each is followed by its complement.
const (
	catDigit        = 0
	catSpace        = 2
	catWord         = 4
	catLinebreak    = 6
	catLocWord      = 8
	catUniDigit     = 10
	catUniSpace     = 12
	catUniWord      = 14
	catUniLinebreak = 16
	numCategories   = 18
)

// The flags of a pattern.
const (
	flagIgnoreCase = 2
	flagLocale     = 4
	flagMultiline  = 8
	flagDotAll     = 16
	flagUnicode    = 32
	flagVerbose    = 64
	flagDebug      = 128
	flagASCII      = 256
)

// The flags of the INFO block.
const (
	infoPrefix  = 1
	infoLiteral = 2
	infoCharset = 4
)

// The version of the code that re._compiler makes, and the limits of its words.
const (
	magic     = 20230612
	codeSize  = 4
	maxRepeat = 1<<32 - 1
	maxGroups = 1 << 30
)
