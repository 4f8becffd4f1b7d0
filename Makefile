# laut: what a maintainer does, one word each. `make help` lists it.
#
# Needed beforehand: Python 3.11 or later, make, a C compiler. Everything else is
# installed into .venv, at the versions pinned in requirements/:
#   runtime.txt  what laut itself needs
#   build.txt    what installs laut from this folder
#   dev.txt      runtime, the extra postgres, build, and what tests, checks, docs and
#                evaluation need
#   train.txt    runtime, and what training needs (in a .venv-train of its own)
#   peers.txt    runtime, and what laut is measured against (in a .venv-peers of its own)
# To compile the pins anew after a change of dependencies in pyproject.toml: `make pins`
# (with uv at hand; `make pins UPGRADE=--upgrade` moves every pin to its newest version).

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := ready
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= $(shell command -v python3.11 || command -v python3 || echo python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --quiet --disable-pip-version-check --no-input
INSTALL := PIP_ROOT_USER_ACTION=ignore $(PIP) install
UV ?= uv
UPGRADE ?=
COMPILE := $(UV) pip compile --quiet --no-header --no-annotate --python-version 3.11 $(UPGRADE)
JOBS ?= 2

# What PyTorch brings along for one kind of graphics card: pinned by nobody, so that a
# build of PyTorch for the processor alone installs from the same file.
CARD := cuda-bindings cuda-pathfinder cuda-toolkit triton \
  $(addprefix nvidia-,cublas cuda-cupti cuda-nvrtc cuda-runtime cudnn-cu13 cufft cufile \
  curand cusolver cusparse cusparselt-cu13 nccl-cu13 nvjitlink nvshmem-cu13 nvtx)
PROCESSOR_ONLY := $(addprefix --no-emit-package ,$(CARD))
EXAMPLE ?= examples/1-nord-stream.html
TRAIN_VENV := .venv-train
PEERS_VENV := .venv-peers
INSTALL_INTO = $(subst $(BIN),.venv-$(1)/bin,$(INSTALL))
CORPORA ?= $(or $(LAUT_SHARED),../shared)/corpora
TRAINING ?= --corpora $(CORPORA)

.PHONY: ready demo test check fix docs transcripts catalogue bench evaluate train train-test
.PHONY: changes pins clean help

ready: $(VENV)/.dev ## Build .venv with everything that work on laut needs (the default)

demo: $(VENV)/.project ## Read an example and show who says what
	@$(BIN)/laut read $(EXAMPLE)

test: $(VENV)/.dev ## Run the tests; report the branch coverage
	@rm -f .coverage .coverage.*
	$(BIN)/coverage run -m pytest --numprocesses=$(JOBS)
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

check: $(VENV)/.dev ## Run every gate: format, lint, types, imports, lengths, names
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python -m tools.check_lengths
	$(BIN)/python -m tools.check_names

fix: $(VENV)/.dev ## Format, and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

docs: $(VENV)/.dev ## Build the documentation into docs/_build/html
	$(BIN)/sphinx-build --fail-on-warning --keep-going --quiet docs docs/_build/html
	@echo "docs/_build/html/index.html"

transcripts: $(VENV)/.dev ## Write anew what commands shown in README and docs print
	$(BIN)/python -m tools.transcripts

catalogue: $(VENV)/.dev ## Bring the texts to translate up to date (src/laut/tongues/*.po)
	$(BIN)/python -m tools.catalogue

bench: $(VENV)/.dev $(PEERS_VENV)/.done ## Measure speed, against peers in the same run
	@for name in $(basename $(notdir $(wildcard bench/[a-z]*.py))); do \
	  OMP_NUM_THREADS=1 $(PEERS_VENV)/bin/python -m bench.$$name; \
	done

evaluate: $(VENV)/.dev ## Score the readings of the corpora in ../shared (or LAUT_SHARED)
	$(BIN)/python -m evaluation all

train: $(TRAIN_VENV)/.done ## Train the model of the reader from CORPORA (or TRAINING='--train FILE …')
	$(TRAIN_VENV)/bin/python -m training all $(TRAINING)

train-test: $(TRAIN_VENV)/.done ## Run the tests of training, which need PyTorch
	$(TRAIN_VENV)/bin/python -m pytest tests/training

changes: $(VENV)/.dev ## Show what the next section of CHANGELOG.md will say
	$(BIN)/towncrier build --draft --version next

pins: ## Compile requirements/*.txt anew from pyproject.toml, with uv
	$(COMPILE) pyproject.toml --group dev --extra postgres --output-file requirements/dev.txt
	$(COMPILE) pyproject.toml --constraints requirements/dev.txt --output-file requirements/runtime.txt
	$(COMPILE) pyproject.toml --group peers --constraints requirements/dev.txt $(PROCESSOR_ONLY) --output-file requirements/peers.txt
	$(COMPILE) --group build --constraints requirements/dev.txt --output-file requirements/build.txt
	$(COMPILE) pyproject.toml --group train --constraints requirements/dev.txt $(PROCESSOR_ONLY) --output-file requirements/train.txt

clean: ## Remove what was built and cached; .venv stays
	rm -rf build dist docs/_build .coverage .coverage.* .hypothesis
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)*' -prune -exec rm -rf {} +

help: ## List these words
	@awk -F ': .*## ' '/^[a-z-]+: .*## /{printf "  make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "laut needs Python 3.11 or later, and '$(PYTHON)' is not. Name one: make PYTHON=/path/to/python3.11" >&2; \
	  exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.runtime: $(VENV)/.made requirements/runtime.txt requirements/build.txt
	@echo 'installing requirements/runtime.txt into $(VENV)'
	@$(INSTALL) --requirement requirements/runtime.txt --requirement requirements/build.txt
	@touch $@

$(VENV)/.project: $(VENV)/.runtime pyproject.toml
	@echo 'installing laut into $(VENV)'
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.project requirements/dev.txt
	@echo 'installing requirements/dev.txt into $(VENV)'
	@$(INSTALL) --requirement requirements/dev.txt
	@touch $@

# A .venv-NAME with what requirements/NAME.txt pins, and laut.
.venv-%/.done: requirements/%.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -m venv .venv-$*
	@echo 'installing requirements/$*.txt into .venv-$*'
	@$(call INSTALL_INTO,$*) --requirement requirements/$*.txt --requirement requirements/build.txt
	@$(call INSTALL_INTO,$*) --no-deps --no-build-isolation --editable .
	@touch $@
