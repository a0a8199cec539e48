# Adder needs Go, git and make, nothing else. The two commands are `make test` and `make bench`.

GO ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.1

# The executable keeps its symbol table, which profilers read, and drops the debugging tables (a third of its size). Its
# collections stop the program instead of running beside it, which suits programs that compute: see ARCHITECTURE.md. For pauses
# of a millisecond at most with a large heap, run it with GODEBUG=gcstoptheworld=0.
TAGS = stdlibzip
LDFLAGS = -w -X runtime.godebugDefault=gcstoptheworld=1
BUILD = CGO_ENABLED=0 $(GO) build -trimpath -tags '$(TAGS)' -ldflags='$(LDFLAGS)'

BIN = bin
LINKS = $(BIN)/python3.13 $(BIN)/python3 $(BIN)/python
ARCHIVE = stdlib/lib/stdlib.zip
IMAGE = stdlib/image/image.bin

# How long `make fuzz` runs each target, and which CPython the comparing targets ask.
FUZZTIME ?= 30s
PYTHON ?= python3.13

.DELETE_ON_ERROR:

.PHONY: all build archive test checks go-test bench profile ast-check code-check math-check fuzz differential record clean

all: build

build: $(LINKS)

# Always asked: the go command itself knows what has changed.
.PHONY: $(BIN)/adder
$(BIN)/adder: $(ARCHIVE) $(IMAGE)
	$(BUILD) -o $@ ./cmd/adder

$(LINKS): $(BIN)/adder
	@ln -sfn adder $@

archive: $(ARCHIVE)

$(ARCHIVE): stdlib/internal/mkstdlib/main.go
	$(GO) generate ./stdlib/lib

# The compiled code of the modules that every start imports: made anew whenever the compiler may have changed.
.PHONY: $(IMAGE)
$(IMAGE): $(ARCHIVE)
	$(GO) run ./stdlib/internal/mkimage -zip $(ARCHIVE) -o $@.new
	@if cmp -s $@.new $@; then rm $@.new; else mv $@.new $@; fi

test: checks go-test

checks: $(ARCHIVE) $(IMAGE)
	@unformatted=$$(gofmt -l .); if [ -n "$$unformatted" ]; then echo "gofmt these files:"; echo "$$unformatted"; exit 1; fi
	$(GO) vet -tags '$(TAGS)' ./...
	GOARCH=arm64 $(GO) vet ./...
	$(GO) run $(STATICCHECK) -tags '$(TAGS)' ./...
	GOARCH=arm64 $(GO) build -tags '$(TAGS)' ./...
	$(GO) build -tags '$(TAGS) nojit' ./...

go-test: build
	ADDER=$(CURDIR)/$(BIN)/adder $(GO) test -tags '$(TAGS)' -timeout 15m ./...

bench: build
	$(BIN)/adder bench --json $(BIN)/bench.json --svg $(BIN)/bench.svg $(BENCHFLAGS)

# Renews the profile that the compiler reads (profile-guided optimisation): what the benchmark programs spend their time on
# in the interpreter.
profile: $(ARCHIVE) $(IMAGE)
	mkdir -p $(BIN)/profile
	$(BUILD) -tags '$(TAGS) profile' -o $(BIN)/profile/adder ./cmd/adder
	for program in benchmarks/programs/*.py; do \
		name=$$(basename $$program .py); \
		[ $$name = harness ] || ADDER_PROFILE=$(BIN)/profile/$$name.pprof \
			$(BIN)/profile/adder -X jit=off $$program --iterations 6 >/dev/null; \
	done
	$(GO) tool pprof -proto $(BIN)/profile/*.pprof >cmd/adder/default.pgo

# Compares the syntax trees of an installed CPython's whole library, its tests included, with CPython's own.
ast-check:
	$(GO) run ./syntax/internal/astcheck -python $(PYTHON)

# Compiles the same files, writes and reads their code, verifies and compares it; errors are compared with CPython's.
code-check:
	$(GO) run ./stdlib/internal/codecheck -python $(PYTHON)

# Compares every function of math with CPython's on random arguments, bit by bit.
math-check: build
	$(GO) run ./stdlib/mathmodule/internal/mathcheck -python $(PYTHON) -adder $(BIN)/adder

# Runs every fuzz target in turn for FUZZTIME.
fuzz: $(ARCHIVE)
	@set -e; for package in $$($(GO) list ./...); do \
		for target in $$($(GO) test -tags '$(TAGS)' -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
			echo "$$package $$target"; \
			$(GO) test -tags '$(TAGS)' -run '^$$' -fuzz "^$$target$$" -fuzztime $(FUZZTIME) $$package; \
		done; \
	done

# Compares Adder with CPython on random programs for FUZZTIME, from the seed SEED on; what differs goes, shrunk, to bin/differences.
SEED ?= 1
differential: build
	$(GO) run ./tests/internal/differential -adder $(BIN)/adder -python $(PYTHON) -seed $(SEED) -time $(FUZZTIME) -out $(BIN)/differences

# Records again what CPython prints for the programs in tests/programs.
record:
	PYTHON=$(PYTHON) $(GO) run ./tests/internal/record

clean:
	rm -rf $(BIN) $(ARCHIVE)
