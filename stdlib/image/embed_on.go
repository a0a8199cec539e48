//go:build stdlibzip

package image

import _ "embed"

//go:embed image.bin
var data string
