# The one door. Every target works from a fresh Debian 12 with `make` and `git`:
# it installs what is missing from packages.txt, configures, builds and runs.
SHELL := /bin/bash
export PATH := /usr/sbin:/usr/bin:/sbin:/bin
PRESET ?= release
BUILD := build/$(PRESET)
JOBS ?= 2

.PHONY: help deps configure build demo stop run test bench fuzz check-all format format-check clean

help: ## what can be done here
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 22

deps:
	@tools/install_packages packages.txt

configure: deps
	@mkdir -p build
	@cmake --preset $(PRESET) >$(BUILD).configure.log 2>&1 || { cat $(BUILD).configure.log; exit 1; }

build: configure ## everything, in build/$(PRESET)/
	@cmake --build --preset $(PRESET) -j $(JOBS)

demo: configure ## the main job, from five systems to a reopened case; also MUNICIPALITY=oda, iga, …
	@cmake --build --preset $(PRESET) -j $(JOBS) --target programs
	@$(BUILD)/tsunagu demo $(if $(MUNICIPALITY),--municipality $(MUNICIPALITY))

stop: ## ends the daemon that `make demo` left running
	@$(BUILD)/tsunagu demo --stop

run: configure ## the daemon in the foreground on run/, with the configuration in config/
	@cmake --build --preset $(PRESET) -j $(JOBS) --target programs
	@tools/run_here $(BUILD)

test: build ## all tests
	@ctest --preset $(PRESET)

bench: build ## ours beside a bare limit, in the same run
	@tools/bench $(BUILD)

fuzz: ## each parser for SECONDS=60
	@$(MAKE) build PRESET=asan
	@tools/fuzz build/asan $(or $(SECONDS),60)

check-all: ## all presets, all tests, clang-tidy and the format
	@$(MAKE) format-check
	@for preset in release debug asan; do $(MAKE) build PRESET=$$preset && \
	  ctest --test-dir build/$$preset --output-on-failure -j $(JOBS) || exit 1; done
	@tools/tidy build/asan

format: ## formats every source
	@git ls-files '*.cpp' '*.hpp' '*.h' | xargs clang-format -i

format-check:
	@git ls-files '*.cpp' '*.hpp' '*.h' | xargs clang-format --dry-run --Werror

clean: ## removes build/ (data in run/ stays)
	@rm -rf build
