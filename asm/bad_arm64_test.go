//go:build linux && !nojit

package asm

import (
	"github.com/twitchyliquid64/golang-asm/obj"
	"github.com/twitchyliquid64/golang-asm/obj/arm64"
)

// badProg is an instruction that the processor does not have: a multiplication by a constant.
func badProg() *obj.Prog {
	bad := &obj.Prog{As: arm64.AMUL, From: obj.Addr{Type: obj.TYPE_CONST, Offset: 5}, To: obj.Addr{Type: obj.TYPE_REG, Reg: arm64.REG_R0}}
	return &obj.Prog{As: obj.ANOP, Link: bad}
}
