# The two commands of a fresh machine are `make run` and `make test`. Everything else is for whoever works on Needsform.
# Windows has no make: there, `py -3 tools/setup_environment.py` sets up and `.venv\Scripts\python -m needsform` opens the program.

ifeq ($(OS),Windows_NT)
  BIN := .venv/Scripts
else
  BIN := .venv/bin
endif
PYTHON := $(BIN)/python

DEMO_CASE ?= resources/cases/1-ward-start.json
DEMO_JOURNEY ?= assessment
DEMO_OUT ?= demo
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run test thorough faults check lint format demo screenshots bench interop translations build lock

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name what; do \
		printf '%-20s %s\n' "$$name" "$$what"; done

# Any Python from 3.11 on will do. The one called python3 is asked first, since that is the one people mean.
setup: ## prepare .venv, the libraries of Qt and the translations; takes a moment only the first time
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python py; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
			exec "$$python" tools/setup_environment.py $(SETUP_ARGS); \
		fi; \
	done; \
	echo 'Needsform needs Python 3.11 or newer, and none was found here.' >&2; \
	echo 'On Debian 12 or later and Ubuntu 24.04 or later: sudo apt-get install python3 python3-venv' >&2; \
	exit 1

run: setup ## open the program (without a display: run the demo instead)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo 'There is no display here, so the whole journey runs through the real windows out of sight.'; \
		$(MAKE) --no-print-directory demo; \
	else \
		$(PYTHON) -m needsform; \
	fi

test: setup ## run every test, on as many cores as there are
	@$(PYTHON) -m pytest -n auto --dist loadgroup $(ARGS)

thorough: setup ## the same with many more sheets, sizes and cases; takes a while
	@NEEDSFORM_THOROUGH=1 $(PYTHON) -m pytest -n auto --dist loadgroup $(ARGS)

faults: setup ## kill, cut off, fill and damage at length; `make faults ARGS="power_cut --scale 0.1 --seed 7"` chooses
	@$(PYTHON) -m tests.faults $(ARGS)

check: lint test ## run the linters, then every test

lint: setup ## ruff, ruff format, mypy --strict and the import contracts
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy
	@$(BIN)/lint-imports --no-logo

format: setup ## let ruff lay out the code
	@$(PYTHON) -m ruff check --fix .
	@$(PYTHON) -m ruff format .

demo: setup ## drive the real windows through a whole case; leaves the sheet and a picture of every screen
	@$(PYTHON) -m needsform demo --journey "$(DEMO_JOURNEY)" --case "$(DEMO_CASE)" --out "$(DEMO_OUT)"
	@echo 'The sheet is $(DEMO_OUT)/sheet.pdf; the pictures of the screens are $(DEMO_OUT)/*.png'

screenshots: setup ## draw the pictures of the documentation again
	@$(PYTHON) -m tools.screenshots $(ARGS)

bench: setup ## measure start, ticks, sheet and memory against bare versions of the same
	@$(PYTHON) -m tools.bench $(ARGS)

interop: setup ## hand Bundles and the form to other people's FHIR programs (needs Node.js and Chromium)
	@$(PYTHON) -m tools.interop $(ARGS)

translations: setup ## gather the words of the program and say what is not yet translated
	@$(PYTHON) -m tools.translations update

build: SETUP_ARGS := --build
build: setup ## build the program that needs no Python, in dist/needsform, and let it test itself
	@$(PYTHON) -m PyInstaller --noconfirm --clean --log-level WARN build_installer.spec
	@dist/needsform/needsform --self-check
	@echo 'The program is dist/needsform/needsform; the whole folder goes together.'

# uv writes one lock file for all systems, with hashes; it is fetched for this alone and not kept.
# The pins that still fit stay as they are: `make lock ARGS=--upgrade` moves them, `ARGS="--upgrade-package NAME"` moves one.
lock: setup ## write requirements.lock again after a change of pyproject.toml
	@$(PYTHON) -m tools.lock $(ARGS)
