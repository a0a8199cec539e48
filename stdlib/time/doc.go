// Package time is the module time: clocks, sleeping, and broken-down time.
package time

import (
	"github.com/adder-lang/adder/objects"
)

type (
	value  = objects.Value
	thread = objects.Thread
)
