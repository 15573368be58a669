# Onrecord: `make run` opens it, `make test` checks it, `make help` lists the rest.

GO       ?= go
TAGS     := migrated_fynedo,x11
LINT     := v2.15.0
FUZZTIME ?= 20s
VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS  := -s -w -X main.version=$(VERSION)
PURE     := CGO_ENABLED=0 $(GO)

.DEFAULT_GOAL := help
.PHONY: help run test build build-app build-cli check window-test screenshots race lint bench fuzz crash-test train package clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: ## Set up what is missing and open the app (in the terminal where there is no display)
	@.ci/run-app "$(MAKE)"

build: build-cli build-app ## Build bin/onrecord and bin/onrecord-cli

build-cli: ## Build the command line alone: pure Go, static
	$(PURE) build -trimpath -ldflags '$(LDFLAGS)' -o bin/onrecord-cli ./cmd/onrecord-cli

build-app: ## Build the desktop app alone
	@.ci/packages build
	CGO_ENABLED=1 $(GO) build -trimpath -tags '$(TAGS)' -ldflags '$(LDFLAGS)' -o bin/onrecord ./cmd/onrecord

test: check window-test ## Set up what is missing and run every test

check: ## Run the tests that need no window and no cgo
	$(PURE) vet -tags migrated_fynedo ./...
	$(PURE) test -tags migrated_fynedo -timeout 15m ./...

window-test: ## Drive the real window under Xvfb; skipped with one line where that cannot be set up
	@.ci/window-test "$(MAKE)"

screenshots: ## Take the pictures of docs/screenshots anew
	@.ci/screenshots "$(MAKE)"

race: ## Run the tests of everything concurrent under the race detector
	CGO_ENABLED=1 $(GO) test -race -short -tags migrated_fynedo ./claims/desk/... ./claims/match/... ./storage/... ./ui/kit/...

lint: ## Check style, mistakes and the import rules
	@.ci/lint $(LINT)

bench: ## Run the benchmarks
	$(PURE) test -tags migrated_fynedo -run '^$$' -bench . -benchmem ./...

fuzz: ## Fuzz every parser for FUZZTIME each
	@.ci/fuzz "$(FUZZTIME)"

crash-test: ## Kill a working process 500 times and check the archive after each
	ONRECORD_CRASHES=500 $(PURE) test -run Crash -timeout 60m -v ./storage/...

train: ## Make every learned weight again from the corpora beside the repository
	$(PURE) run ./cmd/train all

package: build ## Make an installable archive in dist/
	@.ci/package "$(VERSION)"

clean: ## Remove what was built
	rm -rf bin dist artefacts
