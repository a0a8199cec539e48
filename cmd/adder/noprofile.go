//go:build !profile

package main

// startProfile does nothing in the product: see profile.go.
func startProfile() (stop func()) { return func() {} }
