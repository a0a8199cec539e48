// Package codecs is the module _codecs: the registry of codecs and error handlers, and the built-in codecs as functions.
// UTF-7, UTF-8, UTF-16, UTF-32, ASCII and Latin-1 stand in package objects; here are the escapes and character maps.
package codecs
