module github.com/adder-lang/adder

go 1.26

toolchain go1.26.8
