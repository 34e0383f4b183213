# SPDX-FileCopyrightText: 2026 The LGNET platform contributors
# SPDX-License-Identifier: EUPL-1.2

# Needs Python 3.11 to 3.13 and nothing else: everything lives in .venv and .lgnet, both in this folder.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help demo test check fix messages bench

ifndef PYTHON
PYTHON := $(shell for name in python3 python3.13 python3.12 python3.11; do \
	command -v $$name >/dev/null 2>&1 \
	&& $$name -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$name && break; done)
endif
BIN := .venv/bin
# mypy reads the settings, which want keys; these protect nothing.
ANY_KEYS := LGNET_SECRET_KEY=none LGNET_KEYS=none:none LGNET_INDEX_KEY=none LGNET_PSEUDONYM_KEY=none
export UV_PYTHON_DOWNLOADS := never
# Behind a proxy that signs with its own authority, uv must believe whom the system believes, as pip does.
export UV_SYSTEM_CERTS ?= 1

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F'\t' '{ printf "  make %-10s %s\n", $$1, $$2 }'

demo: .venv/.synced ## Start the platform with synthetic people at http://127.0.0.1:8000 (PORT=8100 changes it)
	@exec $(BIN)/lgnet up --demo

test: check ## Everything that continuous integration runs
	@$(BIN)/pytest -n 2 --maxschedchunk 8

check: .venv/.synced ## Format, lint, types, layers, templates, licences
	@$(BIN)/lgnet messages compile
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(ANY_KEYS) $(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet lgnet
	$(BIN)/reuse lint --quiet || $(BIN)/reuse lint

fix: .venv/.synced ## Put formatting and imports right
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

messages: .venv/.synced ## Collect the texts to translate, and compile the translations
	$(BIN)/lgnet messages make
	$(BIN)/lgnet messages compile

bench: .venv/.synced ## Measure the platform; results go to docs/evidence
	$(BIN)/lgnet bench

# --inexact keeps uv itself, which lives in the same environment so that nothing else need be installed.
.venv/.synced: pyproject.toml uv.lock
	@test -n "$(PYTHON)" || { \
		echo "Python 3.11, 3.12 or 3.13 is needed, and none was found ($$(python3 --version 2>&1 || true))." >&2; \
		echo "Install one, or name it: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { \
		rm -rf .venv; echo "$(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }
	@echo "Installing what uv.lock names into .venv ..."
	@$(BIN)/python -m pip --disable-pip-version-check install --quiet uv
	@$(BIN)/uv sync --quiet --inexact --frozen
	@touch $@
