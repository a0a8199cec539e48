//go:build stdlibzip

package lib

import _ "embed"

//go:embed stdlib.zip
var archive string
