package sysconfig

// machine is the processor's name in the names of platforms.
const machine = "aarch64"
