package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// floor is the share of calls whose error is CPython's, in per cent.
const floor = 99

// TestArgumentErrors compares what wrong arguments raise with the record of CPython. What differs must be listed.
func TestArgumentErrors(t *testing.T) {
	adder := os.Getenv("ADDER")
	if adder == "" {
		adder = filepath.Join(t.TempDir(), "adder")
		if out, err := exec.Command("go", "build", "-tags", "stdlibzip", "-o", adder, "../../../cmd/adder").CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
	}
	want, err := read(recordFile)
	if err != nil {
		t.Fatal(err)
	}
	listed, err := read(differenceFile)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, l := range listed {
		known[l] = true
	}
	got, err := call(adder, names(want))
	if err != nil {
		t.Fatal(err)
	}
	different, err := compare(want, got)
	if err != nil {
		t.Fatal(err)
	}
	unlisted := 0
	for _, l := range different {
		if !known[l] {
			if unlisted++; unlisted <= 20 {
				t.Errorf("not listed: %s", l)
			}
		}
	}
	if unlisted > 0 || len(listed) > len(different) {
		t.Errorf("%d differences are not listed, %d are listed of %d: see the package comment for how to list them again",
			unlisted, len(listed), len(different))
	}
	if share := 100 * float64(len(want)-len(different)) / float64(len(want)); share < floor {
		t.Errorf("only %.2f %% of %d calls give CPython's error", share, len(want))
	} else {
		t.Logf("%.2f %% of %d calls give CPython's error", share, len(want))
	}
}
