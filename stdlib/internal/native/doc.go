// Package native holds what native modules share: conversion of arguments as CPython's C API does it, paths in the
// encoding of the file system, errors of the operating system, and system calls that signals interrupt.
package native
