# Two commands do all the set-up: `make demo` and `make test`.
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  command -v $$p >/dev/null 2>&1 && $$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)

.PHONY: demo test lint unit schemas docs bench clean

demo: $(STAMP)
	@mkdir -p out
	$(BIN)/ingest export samples --output out/records.jsonl --fail-on never
	@echo
	@echo "Records:   out/records.jsonl"
	@echo "Refusals:  out/records.rejected.jsonl"
	@echo "Next:      $(BIN)/ingest check samples/broken"
	@echo "           $(BIN)/ingest check samples/broken --diff"
	@echo "           $(BIN)/ingest explain LG001 samples/broken/title-language.md"

test: lint unit

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

unit: $(STAMP)
	$(BIN)/python -m pytest -q

schemas: $(STAMP)
	@for name in record refusal finding metadata config; do $(BIN)/ingest schema $$name --output schemas; done

docs: $(STAMP)
	$(BIN)/ingest rules --output-format markdown > docs/rules.md

bench: $(STAMP)
	$(BIN)/python benchmarks/run.py

$(STAMP): pyproject.toml Makefile
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer with venv is needed."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable . --group test --group lint
	@touch $(STAMP)

clean:
	rm -rf $(VENV) out
