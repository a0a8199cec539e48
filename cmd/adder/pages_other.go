//go:build !linux

package main

func dropExecutable() {}
