//go:build linux && !nojit

package asm

import (
	"github.com/twitchyliquid64/golang-asm/obj"
	"github.com/twitchyliquid64/golang-asm/obj/x86"
)

// badProg is an instruction that the processor does not have: a byte move between two float registers.
func badProg() *obj.Prog {
	r := obj.Addr{Type: obj.TYPE_REG, Reg: x86.REG_X0}
	return &obj.Prog{As: x86.AMOVB, From: r, To: r}
}
