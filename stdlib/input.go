package stdlib

import (
	"strings"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
)

// input is the built-in function: the prompt goes to sys.stdout, the line comes from sys.stdin.
func input(t *objects.Thread, prompt objects.Value) (objects.Value, error) {
	var files [3]objects.Value
	for i, name := range [...]string{"stdin", "stdout", "stderr"} {
		files[i] = interp.S.Sys.GetStr(objects.Intern(name))
		if files[i].IsZero() || files[i] == objects.None {
			return objects.Value{}, objects.RuntimeErrorf("input(): lost sys.%s", name)
		}
	}
	flush := objects.Intern("flush")
	// What the streams do with a flush is their own affair.
	_, _ = objects.CallMethod(t, files[2], flush)
	if !prompt.IsZero() {
		s, err := objects.StrString(t, prompt)
		if err != nil {
			return objects.Value{}, err
		}
		if _, err := objects.CallMethod(t, files[1], objects.Intern("write"), objects.StrValue(s)); err != nil {
			return objects.Value{}, err
		}
	}
	_, _ = objects.CallMethod(t, files[1], flush)
	v, err := objects.CallMethod(t, files[0], objects.Intern("readline"))
	if err != nil {
		return objects.Value{}, err
	}
	line, ok := objects.StrOf(v)
	if !ok {
		return objects.Value{}, objects.TypeErrorf("object.readline() returned non-string")
	}
	if line.Len() == 0 {
		return objects.Value{}, objects.Errorf(&objects.EOFErrorType, "EOF when reading a line")
	}
	return objects.StrValue(strings.TrimSuffix(line.String(), "\n")), nil
}
