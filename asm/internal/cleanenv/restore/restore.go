// Package restore ends what package cleanenv began: once golang-asm's objabi has read the environment, the user's
// values return. It holds an initialiser only; import it for its effect, beside golang-asm.
package restore

import (
	"github.com/adder-lang/adder/asm/internal/cleanenv"
	_ "github.com/twitchyliquid64/golang-asm/objabi" // initialises before this package
)

func init() { cleanenv.Restore() }
