module github.com/adder-lang/adder

go 1.26
