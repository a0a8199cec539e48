//go:build linux && !nojit

#include "go_asm.h"
#include "textflag.h"
#include "funcdata.h"

// func enter(ctx *Context, code uintptr, values unsafe.Pointer) uint64
//
// The stack while machine code runs:
//
//	| values, code, ctx     | arguments, in Run's frame
//	| 8 bytes               |
//	| return into Run       | <- SP, saved by the assembler's prologue
//	| Run's frame pointer   |
//
// LR holds the return into enter: where a fault looks for its caller.
TEXT ·enter(SB), NOSPLIT, $16-32
	NO_LOCAL_POINTERS
	MOVD ctx+0(FP), R26
	MOVD code+8(FP), R0
	MOVD values+16(FP), R25
	MOVD g, Context_g(R26)
	MOVD R25, Context_base(R26)
	MOVD RSP, R1
	MOVD R1, Context_sp(R26)
	MOVD Context_flag(R26), R1
	MOVWU (R1), R1
	MOVD R1, Context_barrier(R26)
	CALL (R0)
	MOVD R0, ret+24(FP)
	RET

// func readG(words *[4]uint64)
TEXT ·readG(SB), NOSPLIT, $0-8
	MOVD words+0(FP), R0
	MOVD 0(g), R1
	MOVD R1, 0(R0)
	MOVD 8(g), R1
	MOVD R1, 8(R0)
	MOVD 16(g), R1
	MOVD R1, 16(R0)
	MOVD 24(g), R1
	MOVD R1, 24(R0)
	RET

// The instructions that maintain the caches, by their encodings, with the address in R0.
#define DC_CVAU_R0 WORD $0xd50b7b20
#define IC_IVAU_R0 WORD $0xd50b7520
#define DSB_ISH WORD $0xd5033b9f
#define ISB_SY WORD $0xd5033fdf

// func cacheType() uint64
TEXT ·cacheType(SB), NOSPLIT, $0-8
	MRS CTR_EL0, R0
	MOVD R0, ret+0(FP)
	RET

// func cleanData(from, to unsafe.Pointer, line uintptr)
TEXT ·cleanData(SB), NOSPLIT, $0-24
	MOVD from+0(FP), R0
	MOVD to+8(FP), R1
	MOVD line+16(FP), R2
clean:
	DC_CVAU_R0
	ADD R2, R0
	CMP R1, R0
	BLO clean
	DSB_ISH
	RET

// func dropInstructions(from, to unsafe.Pointer, line uintptr)
TEXT ·dropInstructions(SB), NOSPLIT, $0-24
	MOVD from+0(FP), R0
	MOVD to+8(FP), R1
	MOVD line+16(FP), R2
drop:
	IC_IVAU_R0
	ADD R2, R0
	CMP R1, R0
	BLO drop
	DSB_ISH
	ISB_SY
	RET

// func syncCode()
TEXT ·syncCode(SB), NOSPLIT, $0-0
	ISB_SY
	RET
