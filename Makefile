# The commands that the README names. `make help` lists them.

PREFIX ?= /usr/local
DESTDIR ?=
HOST ?= 127.0.0.1
PORT ?= 8080
STORE ?= sijil.gpkg
# The Swift runtime goes into the binary, so that it starts fast and runs without a toolchain; a
# program exports nothing, and looking names up in 35,000 exports would slow its start.
RELEASE_FLAGS := -c release --product sijil --static-swift-stdlib -Xlinker --no-export-dynamic
RELEASE := .build/release/sijil

.PHONY: help run test test-clients build install uninstall format lint check docs clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: build ## Set up, load data/ into sijil.gpkg, print the map and a summary, serve on 127.0.0.1:8080
	@if [ -e "$(STORE)" ]; then \
	  echo "run: $(STORE) is there already, keeping it (remove it to load data/ again)"; \
	else \
	  echo "run: creating $(STORE) from data/"; $(RELEASE) init --store "$(STORE)"; \
	fi
	@$(RELEASE) map --store "$(STORE)"
	@$(RELEASE) summary --by grade --format chart --store "$(STORE)"
	@$(RELEASE) ledger log --store "$(STORE)"
	@echo "run: serving on http://$(HOST):$(PORT) (Ctrl-C stops)"
	@$(RELEASE) serve --store "$(STORE)" --host "$(HOST)" --port "$(PORT)"

build: ## Install what is missing and build the release binary
	@scripts/bootstrap run
	@echo "build: release binary (the first time takes several minutes)"
	@swift build $(RELEASE_FLAGS)

test: ## Set up and run every test
	@scripts/bootstrap test
	@echo "test: building (the first time takes several minutes), then every test"
	@swift build --build-tests
	@swift test --skip-build --parallel

test-clients: ## Ask the service with curl, GDAL, QGIS, OWSLib, schemathesis and a browser
	@scripts/bootstrap clients
	@swift build --product sijil
	@scripts/test-clients "$$(swift build --show-bin-path)/sijil"

install: build ## Install the binary, data, completions and man page under PREFIX
	@scripts/install "$(DESTDIR)$(PREFIX)" "$(RELEASE)"

uninstall: ## Remove what install put under PREFIX
	@scripts/install --remove "$(DESTDIR)$(PREFIX)"

format: ## Format the sources in place
	@swift format format --in-place --parallel --recursive Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift

lint: ## Check format and layering
	@swift format lint --strict --parallel --recursive Sources Tests Benchmarks/Sources Benchmarks/Package.swift Package.swift
	@scripts/check-layering

docs: build ## Regenerate the real output and the maps shown in README and docs
	@scripts/render-docs "$(RELEASE)"
	@scripts/render-maps "$(RELEASE)"

check: ## Everything CI runs
	@.ci/run

clean: ## Remove build products
	@swift package clean
