//go:build !linux || (!amd64 && !arm64) || nojit

package asm

import (
	"errors"
	"testing"
)

// TestUnsupported: without machine code everything refuses, and nothing panics.
func TestUnsupported(t *testing.T) {
	if Supported() {
		t.Error("supported")
	}
	if _, err := New(); !errors.Is(err, ErrUnsupported) {
		t.Errorf("New: %v", err)
	}
	if _, err := NewMemory(1 << 20); !errors.Is(err, ErrUnsupported) {
		t.Errorf("NewMemory: %v", err)
	}
	var attention uint32
	ctx := NewContext(&attention)
	if err := Run(ctx, nil); !errors.Is(err, ErrUnsupported) {
		t.Errorf("Run: %v", err)
	}
	if err := SelfTest(nil); !errors.Is(err, ErrUnsupported) {
		t.Errorf("SelfTest: %v", err)
	}
}
