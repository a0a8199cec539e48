package sysconfigdata

// Multiarch is the name of the processor and the system in the paths of libraries.
const Multiarch = "x86_64-linux-gnu"
