package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"

	"github.com/adder-lang/adder/stdlib/sys"
)

// options are what the command line says, after the rules of CPython's.
type options struct {
	flags    sys.Flags
	xoptions [][2]string
	warnings []string
	command  string
	module   string
	script   string
	hasCmd   bool
	hasMod   bool
	args     []string // sys.argv
	orig     []string
	unbuffer bool
	skipLine bool
	jit      string
	jitLog   bool
	checkPyc string
	env      bool // PYTHON* variables count
}

// usageError is a command line that cannot be understood: exit code 2.
type usageError string

func (e usageError) Error() string { return string(e) }

const usageLine = "usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.\n"

// exitNow is a command line that asks for text only.
type exitNow struct{ code int }

func (e exitNow) Error() string { return "" }

// parseOptions reads the command line.
func parseOptions(argv []string) (*options, error) {
	o := &options{orig: argv, env: true, jit: "on"}
	o.flags.HashRandomization = 1
	o.flags.IntMaxStrDigits = 4300
	rest := argv[1:]
	i := 0
	versions := 0
	value := func(arg string, j *int, short byte) (string, error) {
		if *j+1 < len(arg) {
			v := arg[*j+1:]
			*j = len(arg)
			return v, nil
		}
		i++
		if i >= len(rest) {
			return "", usageError(fmt.Sprintf("Argument expected for the -%c option", short))
		}
		*j = len(arg)
		return rest[i], nil
	}
parsing:
	for ; i < len(rest); i++ {
		arg := rest[i]
		if arg == "-" || arg == "" || arg[0] != '-' {
			break
		}
		if arg == "--" {
			i++
			break
		}
		if strings.HasPrefix(arg, "--") {
			switch {
			case arg == "--help":
				printHelp(argv[0])
				return nil, exitNow{0}
			case arg == "--help-env", arg == "--help-xoptions", arg == "--help-all":
				printLongHelp(argv[0], arg)
				return nil, exitNow{0}
			case arg == "--version":
				versions++
				continue
			case arg == "--check-hash-based-pycs":
				i++
				if i >= len(rest) {
					return nil, usageError("Argument expected for the --check-hash-based-pycs option")
				}
				switch rest[i] {
				case "always", "never", "default":
					o.checkPyc = rest[i]
				default:
					return nil, usageError("--check-hash-based-pycs must be one of 'default', 'always', or 'never'")
				}
				continue
			}
			return nil, usageError("unknown option " + arg)
		}
		for j := 1; j < len(arg); j++ {
			switch c := arg[j]; c {
			case 'b':
				o.flags.BytesWarning++
			case 'B':
				o.flags.DontWriteBytecode++
			case 'd':
				o.flags.Debug++
			case 'E':
				o.flags.IgnoreEnvironment++
				o.env = false
			case 'h', '?':
				printHelp(argv[0])
				return nil, exitNow{0}
			case 'i':
				o.flags.Inspect++
				o.flags.Interactive++
			case 'I':
				o.flags.Isolated++
				o.flags.IgnoreEnvironment++
				o.flags.NoUserSite++
				o.flags.SafePath = true
				o.env = false
			case 'O':
				o.flags.Optimize++
			case 'P':
				o.flags.SafePath = true
			case 'q':
				o.flags.Quiet++
			case 's':
				o.flags.NoUserSite++
			case 'S':
				o.flags.NoSite++
			case 'u':
				o.unbuffer = true
			case 'v':
				o.flags.Verbose++
			case 'V':
				versions++
			case 'x':
				o.skipLine = true
			case 'R', 't':
			case 'J':
				return nil, usageError("-J is reserved for Jython")
			case 'W':
				v, err := value(arg, &j, 'W')
				if err != nil {
					return nil, err
				}
				o.warnings = append(o.warnings, v)
			case 'X':
				v, err := value(arg, &j, 'X')
				if err != nil {
					return nil, err
				}
				if err := o.xoption(v); err != nil {
					return nil, err
				}
			case 'c':
				v, err := value(arg, &j, 'c')
				if err != nil {
					return nil, err
				}
				o.command, o.hasCmd = v, true
				i++
				break parsing
			case 'm':
				v, err := value(arg, &j, 'm')
				if err != nil {
					return nil, err
				}
				o.module, o.hasMod = v, true
				i++
				break parsing
			default:
				return nil, usageError(fmt.Sprintf("Unknown option: -%c", c))
			}
		}
	}
	if versions > 0 {
		if versions > 1 {
			fmt.Println("Python " + sys.VersionText())
		} else {
			fmt.Println("Python " + sys.Version)
		}
		return nil, exitNow{0}
	}
	rest = rest[i:]
	switch {
	case o.hasCmd:
		o.args = append([]string{"-c"}, rest...)
	case o.hasMod:
		o.args = append([]string{"-m"}, rest...)
	case len(rest) > 0:
		o.script = rest[0]
		o.args = rest
	default:
		o.args = []string{""}
	}
	o.environment()
	return o, nil
}

// xoption reads a -X option. Unknown ones are kept for sys._xoptions.
func (o *options) xoption(text string) error {
	name, v, _ := strings.Cut(text, "=")
	switch name {
	case "jit":
		switch v {
		case "on", "off", "eager":
			o.jit = v
		case "":
			o.jit = "on"
		default:
			return usageError("-X jit takes on, off or eager")
		}
	case "jit-log":
		o.jitLog = true
	case "dev":
		o.flags.DevMode = true
	case "utf8":
		o.flags.UTF8Mode = 1
		if v == "0" {
			o.flags.UTF8Mode = 0
		}
	case "int_max_str_digits":
		n, err := strconv.Atoi(v)
		if err != nil || n != 0 && n < 640 {
			return usageError("-X int_max_str_digits: invalid limit; must be >= 640 or 0 for unlimited.")
		}
		o.flags.IntMaxStrDigits = n
	case "warn_default_encoding":
		o.flags.WarnDefaultEncoding = 1
	}
	o.xoptions = append(o.xoptions, [2]string{name, v})
	return nil
}

// environment applies the PYTHON* variables.
func (o *options) environment() {
	if !o.env {
		return
	}
	number := func(name string, p *int) {
		s := os.Getenv(name)
		if s == "" {
			return
		}
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			n = 1
		}
		*p = max(*p, n)
	}
	number("PYTHONOPTIMIZE", &o.flags.Optimize)
	number("PYTHONDONTWRITEBYTECODE", &o.flags.DontWriteBytecode)
	number("PYTHONNOUSERSITE", &o.flags.NoUserSite)
	number("PYTHONVERBOSE", &o.flags.Verbose)
	number("PYTHONDEBUG", &o.flags.Debug)
	if os.Getenv("PYTHONINSPECT") != "" {
		o.flags.Inspect = 1
	}
	if os.Getenv("PYTHONUNBUFFERED") != "" {
		o.unbuffer = true
	}
	if os.Getenv("PYTHONSAFEPATH") != "" {
		o.flags.SafePath = true
	}
	if os.Getenv("PYTHONDEVMODE") == "1" {
		o.flags.DevMode = true
	}
	if os.Getenv("PYTHONUTF8") == "1" {
		o.flags.UTF8Mode = 1
	}
	if w := os.Getenv("PYTHONWARNINGS"); w != "" {
		o.warnings = append(strings.Split(w, ","), o.warnings...)
	}
	if n, err := strconv.Atoi(os.Getenv("PYTHONINTMAXSTRDIGITS")); err == nil && (n == 0 || n >= 640) {
		given := false
		for _, x := range o.xoptions {
			given = given || x[0] == "int_max_str_digits"
		}
		if !given {
			o.flags.IntMaxStrDigits = n
		}
	}
	if os.Getenv("PYTHON_JIT") == "0" && o.jit == "on" {
		o.jit = "off"
	}
	if os.Getenv("PYTHONHASHSEED") == "0" {
		o.flags.HashRandomization = 0
	}
}

func printHelp(name string) {
	fmt.Printf("usage: %s [option] ... [-c cmd | -m mod | file | -] [arg] ...\n%s", name, helpText)
}

const helpText = `Options (and corresponding environment variables):
-b     : issue warnings about converting bytes/bytearray to str (-bb: errors)
-B     : write no .pyc files (PYTHONDONTWRITEBYTECODE)
-c cmd : run the text as a program (ends the options)
-d     : debug output of the parser, without effect (PYTHONDEBUG)
-E     : ignore PYTHON* environment variables
-h     : print this help and exit (also -? or --help)
-i     : go on interactively after the program (PYTHONINSPECT)
-I     : isolate from the user's environment (implies -E, -P and -s)
-m mod : run a module of the library as a program (ends the options)
-O     : leave assert statements out and clear __debug__ (PYTHONOPTIMIZE)
-OO    : as -O, and leave documentation strings out
-P     : do not put an unsafe path first in sys.path (PYTHONSAFEPATH)
-q     : print no version and copyright when starting interactively
-s     : do not add the user's site directory (PYTHONNOUSERSITE)
-S     : do not import site when starting
-u     : do not buffer standard output and error (PYTHONUNBUFFERED)
-v     : trace imports (PYTHONVERBOSE)
-V     : print the version and exit (also --version; -VV: more)
-W arg : control warnings, action:message:category:module:lineno (PYTHONWARNINGS)
-x     : skip the first line of the program
-X opt : set an option of this implementation; the JIT's are
         jit=on|off|eager   compile hot loops, never, or after two rounds (PYTHON_JIT=0)
         jit-log            log traces, aborts and exits
--check-hash-based-pycs always|default|never : how hash-based .pyc files are checked
file   : run a program from a file
-      : run a program from standard input
arg ...: arguments in sys.argv[1:]
`

func printLongHelp(name, which string) {
	if which == "--help-all" {
		printHelp(name)
	}
	if which != "--help-xoptions" {
		fmt.Print(envText)
	}
	if which != "--help-env" {
		fmt.Print(xText)
	}
}

const envText = `Environment variables:
PYTHONPATH             : directories put before the library in sys.path, separated by colons
PYTHONHOME             : the prefix of a library to use instead of the embedded one
PYTHONHASHSEED         : 0 to 4294967295 fixes the hash of strings; "random" is the default
PYTHONINTMAXSTRDIGITS  : the limit of digits in conversions between int and str
PYTHONIOENCODING       : encoding[:errors] of the standard streams
PYTHONSTARTUP          : a file to run when starting interactively
PYTHONUTF8             : 1 for UTF-8 mode
PYTHONBREAKPOINT       : what breakpoint() calls
PYTHONPYCACHEPREFIX    : a directory for .pyc files
PYTHON_JIT             : 0 turns the JIT off
`

const xText = `-X options:
-X dev                   : development mode (PYTHONDEVMODE)
-X int_max_str_digits=N  : the limit of digits in conversions between int and str
-X jit=on|off|eager      : the JIT
-X jit-log               : log of traces, aborts and exits on standard error
-X pycache_prefix=PATH   : a directory for .pyc files (PYTHONPYCACHEPREFIX)
-X utf8[=0|1]            : UTF-8 mode (PYTHONUTF8)
-X warn_default_encoding : warn where the default encoding of text files is used
`
