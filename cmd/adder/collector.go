package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"time"

	"golang.org/x/sys/unix"

	"github.com/adder-lang/adder/internal/resident"
	"github.com/adder-lang/adder/objects"
)

// The collector's policy. Python programs allocate much that dies young, and a collection costs about the same however much
// of that there is. So how much may be allocated between two collections follows from what lives, what a collection costs
// and how fast the program allocates. Where several heaps share a memory, or the sizes of several programs count alike, the time
// spent for a given sum is least if each may grow by a multiple of the root of (live bytes * bytes allocated in the time of a
// collection): "Optimal heap limits for reducing browser memory use", Kirisame, Shenoy and Panchekha, 2022. A program that
// allocates little stays small, one that allocates fast is collected seldom. The memory limit, where the environment sets one,
// makes Go collect more often as it is approached.
const (
	// garbageWeight is that multiple, squared: more of it is faster and larger.
	garbageWeight = 11
	// fixedMemory is what a process takes beside its heap, in bytes: it counts as living.
	fixedMemory = 10 << 20
	// At least minGarbage bytes may be allocated between collections, and a leastShare of the live bytes.
	minGarbage, leastShare = 2 << 20, 4
	// At most twice the live bytes, and more than that below maxGarbage.
	maxGarbage = 16 << 20
	// firstGarbage is what may be allocated before anything is known of the program, which is more than a start takes.
	firstGarbage = 5 << 20
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
	debug.SetGCPercent(percent(0, firstGarbage))
	// An object without references is finalised by each collection.
	c := &collectorTuner{percent: percent(0, firstGarbage), last: time.Now()}
	for i, name := range tunerMetrics {
		c.samples[i].Name = name
	}
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

// What the tuner reads: bytes that live, bytes ever allocated, and the time that collections took on all processors.
var tunerMetrics = [...]string{"/gc/heap/live:bytes", "/gc/heap/allocs:bytes", "/cpu/classes/gc/total:cpu-seconds"}

type collectorTuner struct {
	percent int
	samples [len(tunerMetrics)]metrics.Sample
	// At the last collection: when it was, bytes ever allocated, seconds of collections.
	last      time.Time
	allocated uint64
	spent     float64
	// garbage is what was found right after it.
	garbage uint64
}

// collected runs after a collection and chooses the growth until the next one.
func (c *collectorTuner) collected() {
	runtime.SetFinalizer(c, (*collectorTuner).collected)
	if c.allocated == 0 {
		// The program has begun to need memory.
		resident.DropExecutable()
	}
	metrics.Read(c.samples[:])
	for _, s := range c.samples {
		if s.Value.Kind() == metrics.KindBad {
			return
		}
	}
	live, allocated, spent := c.samples[0].Value.Uint64(), c.samples[1].Value.Uint64(), c.samples[2].Value.Float64()
	now := time.Now()
	cost := (spent - c.spent) / float64(runtime.GOMAXPROCS(0))
	rate := float64(allocated-c.allocated) / max(now.Sub(c.last).Seconds()-cost, 1e-4)
	c.last, c.allocated, c.spent = now, allocated, spent
	wanted := garbage(live, rate, cost)
	if c.garbage != 0 {
		// One collection more or less busy than the others changes little.
		wanted = (wanted + c.garbage) / 2
	}
	c.garbage = wanted
	percent := percent(live, wanted)
	// Setting it stops the program for some 20 µs.
	if d := percent - c.percent; d > c.percent/8 || -d > c.percent/8 {
		c.percent = percent
		debug.SetGCPercent(percent)
	}
}

// garbage is the number of bytes that may be allocated until the next collection: live is the number of bytes that live, rate
// how many the program allocates in a second, cost the seconds that a collection takes.
func garbage(live uint64, rate, cost float64) uint64 {
	wanted := math.Sqrt(float64(live+fixedMemory) * rate * cost * garbageWeight)
	least, most := max(minGarbage, live/leastShare), max(2*live, maxGarbage)
	return uint64(min(max(wanted, float64(least)), float64(most)))
}

// percent is the setting of Go's collector that lets a heap grow by garbage bytes. Go takes a smaller heap than 4 MB for one
// of 4 MB.
func percent(live, garbage uint64) int {
	const smallest = 4 << 20
	p := (live + garbage) * 100 / smallest
	if live > 0 {
		p = min(p, garbage*100/live)
	}
	return int(max(p, 1))
}
