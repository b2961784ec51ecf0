# `make` puts the command at .venv/bin/isnad; `make demo` shows it at work; `make test` checks everything.
# PYTHON is the interpreter that .venv is made with: make PYTHON=python3.12

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.isnad
LOCK_TOOLS := build/lock-tools
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

.DELETE_ON_ERROR:
.PHONY: all demo test test-system test-ftm lint types layers lexicon unit bench dictionary lock clean help

all: $(STAMP)-run

help:
	@echo 'make        install the command at .venv/bin/isnad (run-time packages only)'
	@echo 'make demo   read the texts in demo/ and show who says what through whom'
	@echo 'make test   lint, types, layers, lexicon and tests (installs the development packages too)'
	@echo 'make test-system   install PostgreSQL, on which the tests of projects run too (Debian, as root)'
	@echo 'make test-ftm   validate an export with the package of FollowTheMoney (compiles against libicu-dev)'
	@echo 'make bench CORPUS=FILE   articles a second on one core, peak memory, start-up time'
	@echo 'make dictionary   write docs/dictionary.md anew from the data dictionary of the exports'
	@echo 'make lock   write the pinned files anew from pyproject.toml'
	@echo 'make clean  remove .venv, build/ and the caches'

# --- set-up -------------------------------------------------------------------------------------------------

$(STAMP)-venv:
	@test -n '$(PYTHON)' || { echo 'isnad needs Python 3.11 or newer, and there is none on the PATH. On Debian 12,' \
	  'Ubuntu 24.04 or newer: sudo apt-get install python3 python3-venv' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'isnad needs Python 3.11 or newer;' \
	  'name one that is: make PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { v=$$($(PYTHON) -c \
	  'import sys; print("python%d.%d-venv" % sys.version_info[:2])'); echo "$(PYTHON) cannot make a virtual" \
	  "environment: its venv package is missing. Install it: sudo apt-get install python3-venv" \
	  "(or $$v)" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(STAMP)-run: requirements.txt pyproject.toml | $(STAMP)-venv
	$(PIP_INSTALL) --require-hashes -r requirements.txt
	$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(STAMP)-dev: requirements-dev.txt $(STAMP)-run
	$(PIP_INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# --- verbs --------------------------------------------------------------------------------------------------

demo: $(STAMP)-run
	$(BIN)/isnad explain demo

test: lint types layers lexicon unit

lint: $(STAMP)-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)-dev
	$(BIN)/mypy

layers: $(STAMP)-dev
	$(BIN)/lint-imports

lexicon: $(STAMP)-dev
	$(BIN)/python -m isnad.lexicon.lint

unit: $(STAMP)-dev
	$(BIN)/python -m pytest -n 2

# Never fails: what is missing is said by the tests, which fail without it in CI.
test-system:
	@if ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then echo 'PostgreSQL is installed'; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends postgresql; } \
	    || echo 'PostgreSQL could not be installed; its tests will be left out' >&2; \
	else echo 'PostgreSQL is not installed, and only root may: sudo apt-get install postgresql' >&2; fi

# In an environment of its own: its packages are not among the pinned ones.
test-ftm: $(STAMP)-dev
	$(PYTHON) -m venv build/ftm
	build/ftm/bin/python -m pip install --quiet --disable-pip-version-check --no-input -e '.[test-ftm]' \
	  pytest pytest-socket hypothesis 'psycopg[binary]'
	build/ftm/bin/python -m pytest tests/export/test_formats.py -k follow_the_money

dictionary: $(STAMP)-run
	$(BIN)/python -c 'from isnad.export.dictionary import reference; print(reference(), end="")' > docs/dictionary.md

bench: $(STAMP)-run
	$(BIN)/python tools/bench.py $(CORPUS)

lock:
	$(PYTHON) -m venv $(LOCK_TOOLS)
	$(LOCK_TOOLS)/bin/pip install --quiet --disable-pip-version-check uv
	$(LOCK_TOOLS)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' pyproject.toml --group build -o requirements.txt
	$(LOCK_TOOLS)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	  --custom-compile-command 'make lock' pyproject.toml --group build --group dev -c requirements.txt \
	  -o requirements-dev.txt
	@! grep -nE '[a-z]+://' requirements.txt requirements-dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
