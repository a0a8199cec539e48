package gcmodule

import (
	"fmt"
	"time"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/objects"
	"github.com/adder-lang/adder/stdlib/internal/native"
)

func collect(t *thread, self value, args []value) (value, error) {
	generation, err := native.IntOr(t, args[0], generations-1)
	if err != nil {
		return value{}, err
	}
	if generation < 0 || generation >= generations {
		return value{}, objects.ValueErrorf("invalid generation")
	}
	// A finaliser that collects finds the collection under way, as in CPython.
	if state.collecting {
		return objects.Int(0), nil
	}
	state.collecting = true
	n := run(t, generation)
	state.collecting = false
	return objects.Int(int64(n)), nil
}

// run collects between the calls of gc.callbacks.
func run(t *thread, generation int) int {
	notify(t, "start", generation, 0)
	begin := time.Now()
	if state.debug&debugStats != 0 {
		report(t, fmt.Sprintf("gc: collecting generation %d...\n", generation))
	}
	var save func(value)
	var lines []string
	if state.debug&(debugSaveAll|debugCollectable) != 0 {
		save = func(v value) {
			if state.debug&debugCollectable != 0 {
				lines = append(lines, fmt.Sprintf("gc: collectable <%s %s>\n", objects.TypeOf(v), objects.Address(v)))
			}
			if state.debug&debugSaveAll != 0 {
				state.garbage.Append(v)
			}
		}
	}
	n := objects.H.Collect(t, save)
	for _, line := range lines {
		report(t, line)
	}
	if state.debug&debugStats != 0 {
		report(t, fmt.Sprintf("gc: done, %d unreachable, 0 uncollectable, %.4fs elapsed\n", n, time.Since(begin).Seconds()))
	}
	s := &state.stats[generation]
	s.collections++
	s.collected += n
	notify(t, "stop", generation, n)
	return n
}

// report writes a line of debugging to the standard error stream of the program.
func report(t *thread, text string) {
	f, err := objects.H.SysAttr(t, "stderr")
	if err != nil || f.IsZero() || f == objects.None {
		return
	}
	if _, err := objects.CallMethod(t, f, objects.Intern("write"), native.Str(text)); err != nil {
		objects.H.Unraisable(t, err, "in gc", objects.None)
	}
}

// notify calls the functions in gc.callbacks.
func notify(t *thread, phase string, generation, n int) {
	for _, fn := range append([]value(nil), state.callbacks.Items()...) {
		info := objects.NewDict()
		info.SetStr(objects.Intern("generation"), objects.Int(int64(generation)))
		info.SetStr(objects.Intern("collected"), objects.Int(int64(n)))
		info.SetStr(objects.Intern("uncollectable"), objects.Int(0))
		if _, err := objects.Call2(t, fn, native.Str(phase), objects.ToValue(info)); err != nil {
			objects.H.Unraisable(t, err, "", fn)
		}
	}
}

func getCount(t *thread, self value, args []value) (value, error) {
	return native.Tuple(objects.Int(int64(objects.NumFinalizers())), objects.Int(0), objects.Int(0)), nil
}

func getStats(t *thread, self value, args []value) (value, error) {
	list := objects.NewList()
	for _, s := range state.stats {
		d := objects.NewDict()
		d.SetStr(objects.Intern("collections"), objects.Int(int64(s.collections)))
		d.SetStr(objects.Intern("collected"), objects.Int(int64(s.collected)))
		d.SetStr(objects.Intern("uncollectable"), objects.Int(0))
		list.Append(objects.ToValue(d))
	}
	return objects.ToValue(list), nil
}

func getThreshold(t *thread, self value, args []value) (value, error) {
	items := make([]value, generations)
	for i, n := range state.thresholds {
		items[i] = objects.Int(int64(n))
	}
	return native.Tuple(items...), nil
}

func setThreshold(t *thread, self value, args []value, kw *objects.Tuple) (value, error) {
	if kw.Len() > 0 {
		return value{}, objects.TypeErrorf("set_threshold() takes no keyword arguments")
	}
	if len(args) < 1 || len(args) > generations {
		return value{}, objects.TypeErrorf("gc.set_threshold requires 1 to 3 arguments")
	}
	thresholds := state.thresholds
	for i, v := range args {
		n, err := native.Int(t, v)
		if err != nil {
			return value{}, err
		}
		thresholds[i] = n
	}
	state.thresholds = thresholds
	return objects.None, nil
}

func setDebug(t *thread, self value, args []value) (value, error) {
	n, err := native.Int(t, args[0])
	if err != nil {
		return value{}, err
	}
	state.debug = n
	return objects.None, nil
}

func getObjects(t *thread, self value, args []value) (value, error) {
	generation := -1
	if native.Given(args[0]) {
		n, err := native.Size(t, args[0], 0)
		if err != nil {
			return value{}, err
		}
		switch {
		case n >= generations:
			return value{}, objects.ValueErrorf("generation parameter must be less than the number of available generations (%d)", generations)
		case n < 0:
			return value{}, objects.ValueErrorf("generation parameter cannot be negative")
		}
		generation = n
	}
	list := objects.NewList()
	// All objects count as the oldest generation.
	if generation < 0 || generation == generations-1 {
		for _, v := range tracked() {
			objects.Disown(v)
			list.Append(v)
		}
	}
	return objects.ToValue(list), nil
}

// reachable lists what the program can reach; what only registers hold that nothing reads any more is not among it.
func reachable() []value {
	objects.H.ClearDead()
	return objects.ReachableObjects(interp.Roots)
}

func getReferents(t *thread, self value, args []value) (value, error) {
	objs, _ := objects.TupleOf(args[0])
	list := objects.NewList()
	for _, v := range objs.Items() {
		if v.IsObject() && objects.CanRefer(v) {
			objects.Traverse(v, func(x value) {
				objects.Disown(x)
				list.Append(x)
			})
		}
	}
	return objects.ToValue(list), nil
}

func getReferrers(t *thread, self value, args []value) (value, error) {
	objs, _ := objects.TupleOf(args[0])
	list := objects.NewList()
	if objs.Len() == 0 {
		return objects.ToValue(list), nil
	}
	wanted := make(map[value]bool, objs.Len())
	for _, v := range objs.Items() {
		wanted[v] = true
	}
	for _, v := range reachable() {
		if v == args[0] {
			continue
		}
		found := false
		objects.Traverse(v, func(x value) { found = found || wanted[x] })
		if found {
			objects.Disown(v)
			list.Append(v)
		}
	}
	return objects.ToValue(list), nil
}
