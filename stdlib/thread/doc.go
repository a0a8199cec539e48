// Package thread is the module _thread: threads, locks and thread-local data. A Python thread is a goroutine that holds
// the global lock while it runs Python code.
package thread
