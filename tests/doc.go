// Package tests runs whole Python programs and compares what they print with what CPython prints.
//
// A program is a file programs/NAME.py, one feature a file; programs/NAME.expect holds the exit code, standard output and
// standard error that CPython 3.13 gave, recorded by tests/internal/record. Every program runs with the JIT off and
// with it eager, and both must agree with the record byte for byte. The prefix of a name is its area: lang (syntax and
// statements), type (built-in types), class, gen (generators and coroutines), exc (exceptions and tracebacks), syn (syntax
// errors), bui (built-in functions), lib (the library), prog (whole small programs), sys (the interpreter seen from inside), limit (hard limits), exit.
//
// programs/expected_failures.txt lists the programs that are known to fail, each with its reason. An entry whose program
// passes is an error too, so that the list can only tell the truth.
//
// The executable is the one that the environment variable ADDER names, or one built for the run.
package tests
