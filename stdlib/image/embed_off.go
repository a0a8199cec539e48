//go:build !stdlibzip

package image

const data = ""
