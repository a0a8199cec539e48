module github.com/adder-lang/adder

go 1.26.0

toolchain go1.26.8

require (
	github.com/spf13/cobra v1.10.2
	github.com/twitchyliquid64/golang-asm v0.15.1
	golang.org/x/arch v0.32.0
	golang.org/x/sys v0.49.0
)

require (
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/spf13/pflag v1.0.9 // indirect
)
