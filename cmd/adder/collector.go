package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/objects"
)

// The collector's policy. Python programs allocate much that dies young, and a collection costs about the same however much
// of that there is. So a small heap may grow by freeGarbage before it is collected, which costs the benchmark programs 5 %
// of their time; 4 MB, Go's own policy, would cost them 30 %. A larger heap may grow to three times its live part (twice
// costs the programs with some ten megabytes of live data 15 %), a very large one to twice. The memory limit, where the
// environment sets one, makes Go collect more often as it is approached.
const (
	// freeGarbage is the number of bytes that may be allocated between collections however small the heap is.
	freeGarbage = 16 << 20
	// maxPercent is the growth that freeGarbage means for the 4 MB that Go takes for the size of a smaller heap, middlePercent
	// that of an ordinary heap and minPercent that of one with more than largeHeap bytes, in per cent of the live part.
	maxPercent    = 400
	middlePercent = 200
	minPercent    = 100
	largeHeap     = 256 << 20
)

// tuneCollector sets the policy, unless the environment (GOGC) has one.
func tuneCollector() {
	debug.SetMaxStack(4 << 30)
	// A fault in machine code becomes a Go panic, which the driver turns into a report.
	debug.SetPanicOnFault(true)
	// What the machine does not have cannot be allocated, and Go ends the process that tries.
	if bytes := machineMemory(); bytes > 0 {
		objects.SetMemoryLimit(bytes)
	}
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.SetGCPercent(maxPercent)
	// An object without references is finalised by each collection.
	c := &collectorTuner{percent: maxPercent, sample: []metrics.Sample{{Name: "/gc/heap/live:bytes"}}}
	runtime.SetFinalizer(c, (*collectorTuner).collected)
}

// machineMemory is the memory of the machine in bytes, swap included, or 0 where it is not known.
func machineMemory() uint64 {
	var info unix.Sysinfo_t
	if unix.Sysinfo(&info) != nil {
		return 0
	}
	return (uint64(info.Totalram) + uint64(info.Totalswap)) * uint64(info.Unit)
}

type collectorTuner struct {
	percent int
	sample  []metrics.Sample
}

// collected runs after a collection and chooses the growth until the next one.
func (c *collectorTuner) collected() {
	runtime.SetFinalizer(c, (*collectorTuner).collected)
	metrics.Read(c.sample)
	if c.sample[0].Value.Kind() != metrics.KindUint64 {
		return
	}
	percent := growth(c.sample[0].Value.Uint64())
	// Setting it stops the program for some 20 µs.
	if d := percent - c.percent; d > c.percent/8 || -d > c.percent/8 {
		c.percent = percent
		debug.SetGCPercent(percent)
	}
}

// growth is the growth in per cent for a number of live bytes.
func growth(live uint64) int {
	if live > largeHeap {
		return minPercent
	}
	return int(min(max(freeGarbage*100/max(live, 1), middlePercent), maxPercent))
}
