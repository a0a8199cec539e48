// Command mkimage compiles the frozen modules into the image that the binary embeds.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/adder-lang/adder/interp"
	"github.com/adder-lang/adder/stdlib"
	"github.com/adder-lang/adder/stdlib/image"
	"github.com/adder-lang/adder/stdlib/lib"
	"github.com/adder-lang/adder/stdlib/marshal"
)

func main() {
	out := flag.String("o", "image.bin", "the image to write")
	archive := flag.String("zip", "", "the library archive")
	flag.Parse()
	if err := write(*out, *archive); err != nil {
		fmt.Fprintln(os.Stderr, "mkimage:", err)
		os.Exit(1)
	}
}

func write(out, archive string) error {
	zip, err := os.ReadFile(archive)
	if err != nil {
		return err
	}
	files := lib.New(string(zip))
	t := interp.Init()
	var img []byte
	for _, m := range stdlib.FrozenModules() {
		src, err := files.ReadFile(m.File)
		if err != nil {
			return err
		}
		code, err := stdlib.CompileFile(t, src, m.Filename())
		if err != nil {
			return err
		}
		b, err := marshal.DumpImage(t, code)
		if err != nil {
			return err
		}
		img = image.Append(img, m.Name, b)
	}
	return os.WriteFile(out, img, 0o644)
}
