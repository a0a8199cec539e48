// Package signal is the module _signal. Signals arrive on a goroutine, which marks them and wakes the main thread; their
// Python handlers run there at a safepoint, or where the main thread waits.
//
// A mask set by pthread_sigmask is kept here and not in the kernel: Go's runtime has threads of its own that would receive
// a signal which the Python thread blocks.
package signal
