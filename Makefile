# What people, CI and the release workflow call. `make` alone lists the targets.

SHELL := bash
.DEFAULT_GOAL := help
.NOTPARALLEL:

# CI builds exactly what Cargo.lock says; at a desk it may follow Cargo.toml.
LOCKED := $(if $(CI),--locked)

CRATES := -p interserver -p interserver-sandbox -p interserver-cli
LIBS := -p interserver -p interserver-sandbox

# Read where they are declared, and only by the targets that need them.
VERSION = $(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
MSRV = $(shell sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
TARGET ?= $(shell rustc -vV | sed -n 's/^host: //p')
FUZZ_SECONDS ?= 600

export FUZZ_SECONDS

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  \033[1m%-16s\033[0m %s\n", $$1, $$2 }' $(MAKEFILE_LIST) \
		| if [ -t 1 ] && [ -z "$${NO_COLOR:-}" ]; then cat; else sed $$'s/\033\\[[0-9]*m//g'; fi

# ---- Use it

# Cargo is quiet so that the tour is what one sees; NO_COLOR reaches both.
.PHONY: demo
demo: ## Tour the client against the sandbox; no account, no network
	@echo 'Building the client and its sandbox (the first time takes a few minutes) ...'
	@cargo run --quiet --release $(LOCKED) -p interserver-cli --bin interserver -- demo

# ---- Check it

.PHONY: test
test: setup lint test-rust test-wasm-check test-judges test-python test-npm test-kotlin test-swift test-manual test-docs test-mobile-check ## Everything: install what is missing, lint, run every test

.PHONY: setup
setup: ## Install what the tests need and this machine lacks
	@scripts/setup.sh

.PHONY: lint
lint: ## Formatting and clippy, warnings are errors
	cargo fmt --all --check
	cargo clippy --workspace --all-targets $(LOCKED) -- -D warnings

.PHONY: test-rust
test-rust: ## Tests of the Rust crates
	cargo test --workspace $(LOCKED)

.PHONY: test-wasm-check
test-wasm-check: ## The libraries compile for WebAssembly
	cargo check --lib $(LIBS) --target wasm32-unknown-unknown $(LOCKED)

.PHONY: test-judges
test-judges: ## SOAP clients that nobody here wrote call every operation of the sandbox
	scripts/judges.sh

.PHONY: test-python
test-python: ## The Python wheel: stubs, types, behaviour, processes, examples
	scripts/python.sh test

.PHONY: test-npm
test-npm: ## The npm package: Node, Chromium, bundlers, types, size
	scripts/npm.sh test

.PHONY: test-kotlin
test-kotlin: ## Kotlin and Java against the sandbox (SKIP_KOTLIN=1 leaves them out)
	scripts/uniffi.sh kotlin

.PHONY: test-swift
test-swift: ## Swift against the sandbox; fetches a Swift if there is none (SKIP_SWIFT=1)
	scripts/uniffi.sh swift

.PHONY: test-manual
test-manual: ## The manual's programs in Rust and the shell, and in what calls the shell
	scripts/manual.sh

.PHONY: test-mobile-check
test-mobile-check: ## The core and its Kotlin and Swift bindings compile for Android and iOS
	scripts/check-mobile.sh

.PHONY: test-docs
test-docs: ## The manual: searching, running examples, links, spelling, accessibility
	scripts/docs.sh build
	scripts/docs.sh test

.PHONY: msrv
msrv: ## Compile with the lowest Rust that Cargo.toml promises
	rustup toolchain install $(MSRV) --profile minimal --no-self-update
	cargo +$(MSRV) check --workspace $(LOCKED)

.PHONY: bench
bench: ## Benchmarks of the core
	cargo bench -p interserver $(LOCKED)

.PHONY: bench-python
bench-python: ## The Python wheel against zeep, suds and PHP's SoapClient
	scripts/python.sh bench

.PHONY: fuzz
fuzz: ## Fuzz each target for FUZZ_SECONDS (600); FUZZ_KEEP=1 keeps what was found
	scripts/fuzz.sh

# ---- Work on it

.PHONY: fmt
fmt: ## Format the code
	cargo fmt --all

.PHONY: stubs
stubs: ## Write the Python stubs anew from the tables
	scripts/python.sh stubs

.PHONY: examples
examples: export UPDATE_MANUAL = 1
examples: setup ## Run the manual's programs in every language and keep what they print
	scripts/manual.sh
	scripts/python.sh examples
	scripts/npm.sh examples
	scripts/uniffi.sh examples-kotlin
	scripts/uniffi.sh examples-swift

.PHONY: doc
doc: ## Build the Rust reference, warnings are errors
	RUSTDOCFLAGS="-D warnings" cargo doc --lib --no-deps $(LIBS) $(LOCKED)

.PHONY: docs
docs: ## Build the manual into docs/dist (scripts/docs.sh serve shows it)
	scripts/docs.sh build

.PHONY: clean
clean: ## Remove what was built (the judges' Python and .cache/ stay)
	cargo clean
	rm -rf dist docs/dist bindings-uniffi/kotlin/target

# ---- Release it

.PHONY: version
version: ## Print the version that all packages share
	@echo $(VERSION)

.PHONY: release-notes
release-notes: ## Print what CHANGELOG.md says about this version
	@awk -v head='## [$(VERSION)]' \
		'/^## / { on = (index($$0, head) == 1); next } /^\[[^]]*\]: / { next } on { print; n++ } END { exit !n }' CHANGELOG.md

.PHONY: crates
crates: ## Pack the Rust crates and build them from their packages
	cargo package $(CRATES) $(LOCKED)

# Cargo verifies all three before it uploads the first, then goes in the order
# of their dependencies: interserver, interserver-sandbox, interserver-cli.
.PHONY: publish-crates
publish-crates: ## Upload the Rust crates
	cargo publish $(CRATES) $(LOCKED)

.PHONY: wheel
wheel: ## Build the Python wheel for this machine into dist/
	scripts/python.sh wheel $(WHEEL_ARGUMENTS)

.PHONY: npm
npm: ## Build the npm package into dist/
	scripts/npm.sh pack

.PHONY: native
native: ## Build the library of Kotlin's jar for this machine into dist/native/
	scripts/uniffi.sh native

.PHONY: jar
jar: ## Pack the Kotlin jar, with every library in dist/native/ and this machine's, into dist/
	scripts/uniffi.sh jar

.PHONY: publish-jar
publish-jar: ## Sign and upload the jar
	scripts/uniffi.sh publish

.PHONY: aar
aar: ## Build the Android library (needs the NDK, cargo-ndk and Gradle)
	scripts/aar.sh

.PHONY: swift-package
swift-package: ## Build the Swift package with its XCFramework into dist/ (needs a Mac)
	scripts/xcframework.sh

.PHONY: release-binary
release-binary: NAME = interserver-$(VERSION)-$(TARGET)
release-binary: ## Build the CLI for TARGET (this machine) and pack it into dist/
	cargo build --release $(LOCKED) -p interserver-cli --bin interserver --target $(TARGET)
	rm -rf dist/$(NAME)
	mkdir -p dist/$(NAME)
	cp target/$(TARGET)/release/interserver$(if $(findstring windows,$(TARGET)),.exe) \
		README.md CHANGELOG.md LICENSE-MIT LICENSE-APACHE dist/$(NAME)/
	cd dist && $(if $(findstring windows,$(TARGET)),7z a -bso0 $(NAME).zip,tar -czf $(NAME).tar.gz) $(NAME)
	rm -rf dist/$(NAME)
