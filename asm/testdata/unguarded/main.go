// Command unguarded initialises golang-asm without package cleanenv, to show what that package is for.
package main

import _ "github.com/twitchyliquid64/golang-asm/objabi"

func main() { println("alive") }
