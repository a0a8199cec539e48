//go:build linux && !nojit

#include "go_asm.h"
#include "textflag.h"
#include "funcdata.h"

// func enter(ctx *Context, code uintptr, values unsafe.Pointer) uint64
//
// The stack while machine code runs:
//
//	| values, code, ctx  | arguments, in Run's frame
//	| return into Run    |
//	| saved RBP          | by the assembler's prologue
//	| 8 bytes            |
//	| return into enter  | <- SP: where a fault looks for its caller
//
TEXT ·enter(SB), NOSPLIT, $8-32
	NO_LOCAL_POINTERS
	MOVQ ctx+0(FP), R14
	MOVQ code+8(FP), AX
	MOVQ values+16(FP), R15
	MOVQ (TLS), CX
	MOVQ CX, Context_g(R14)
	MOVQ R15, Context_base(R14)
	MOVQ SP, Context_sp(R14)
	MOVQ Context_flag(R14), CX
	MOVL (CX), CX
	MOVQ CX, Context_barrier(R14)
	CALL AX
	MOVQ AX, ret+24(FP)
	RET

// func readG(words *[4]uint64)
TEXT ·readG(SB), NOSPLIT, $0-8
	MOVQ words+0(FP), AX
	MOVQ (TLS), CX
	MOVQ 0(CX), DX
	MOVQ DX, 0(AX)
	MOVQ 8(CX), DX
	MOVQ DX, 8(AX)
	MOVQ 16(CX), DX
	MOVQ DX, 16(AX)
	MOVQ 24(CX), DX
	MOVQ DX, 24(AX)
	RET
