# Developer commands; CI calls the same ones. `make help` lists them.
# The first run sets everything up (it needs the network); later runs find it done and work offline.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site serve test lint format golden quality matching bench audit shots corpus lock clean

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DONE := $(VENV)/done
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(DONE)/site ## set up, and build content/ into site/
	@$(BIN)/digest build

serve: site ## build, and show the site on this machine
	@$(BIN)/digest serve

test: $(DONE)/test lint ## set up, and run every check and test
	@$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

lint: $(DONE)/dev ## check style and types
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/mypy --no-error-summary

format: $(DONE)/dev ## lay out the code
	@$(BIN)/ruff format

golden: $(DONE)/dev ## rewrite the expected outputs; review them as a diff
	@$(BIN)/python -m pytest -q tests/unit/test_golden.py --rewrite

quality: $(DONE)/dev ## measure again what the quality page shows
	@$(BIN)/digest quality tests/labelled --write content/quality.toml

matching: $(DONE)/dev ## fit the weights of matching anew, and measure it in fields it was not fitted on: make matching LAWS=laws/
	@PYTHONPATH=tests $(BIN)/python tests/bench/matching.py --fit
	@$(if $(LAWS),PYTHONPATH=tests $(BIN)/python tests/bench/matching.py --laws $(LAWS))

bench: $(DONE)/bench ## measure what building takes beside Hugo and Pagefind: make bench LAWS=laws/
	@PYTHONPATH=tests $(BIN)/python tests/bench/speed.py
	@$(if $(LAWS),PYTHONPATH=tests $(BIN)/python tests/bench/speed.py --laws $(LAWS))

audit: $(DONE)/audit site ## measure the built site thoroughly, in hours: make audit PARTS="weights links markup pages injection lighthouse"
	@PYTHONPATH=src:tests $(BIN)/python tests/audit/audit.py site $(PARTS)

shots: $(DONE)/test site ## take the pictures of the README again
	@PYTHONPATH=tests $(BIN)/python tests/audit/shots.py site docs/pictures

corpus: $(DONE)/dev ## parse a folder or archive of real laws: make corpus TEXTS=laws.tar.xz
	@PYTHONPATH=tests $(BIN)/python tests/corpus/laws.py $(TEXTS)

# -- setting up ----------------------------------------------------------------------------------

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it: make PYTHON=python3.11 site" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tools/debian python3-venv
	$(PYTHON) -m venv $(VENV)

$(DONE)/build: requirements/build.txt | $(BIN)/python
	$(INSTALL) --require-hashes -r $<
	@mkdir -p $(@D) && touch $@

$(DONE)/site: requirements/site.txt pyproject.toml $(DONE)/build
	$(INSTALL) --require-hashes -r $<
	@$(BIN)/python -m pip uninstall --quiet --quiet --yes digest # its name until 0.1; both would own one command
	$(INSTALL) --no-deps -e .
	@touch $@

$(DONE)/dev: requirements/dev.txt $(DONE)/site
	$(INSTALL) --require-hashes -r $<
	@touch $@

$(DONE)/test: tests/browser/package-lock.json $(DONE)/dev
	@command -v chromium >/dev/null || tools/debian chromium
	@command -v curl >/dev/null || tools/debian curl
	@command -v Rscript >/dev/null || tools/debian r-base-core
	@fc-list :lang=zh 2>/dev/null | grep -q . || tools/debian fonts-noto-cjk fontconfig
	@command -v npm >/dev/null || tools/debian nodejs npm
	npm ci --prefer-offline --silent --no-audit --no-fund --prefix tests/browser
	@touch $@

$(DONE)/audit: tests/audit/package-lock.json $(DONE)/test
	@command -v java >/dev/null || tools/debian default-jre-headless
	npm ci --prefer-offline --silent --no-audit --no-fund --prefix $(<D)
	@touch $@

$(DONE)/bench: tests/bench/search/others/package-lock.json $(DONE)/dev
	@command -v hugo >/dev/null || tools/debian hugo
	@command -v npm >/dev/null || tools/debian nodejs npm
	npm ci --prefer-offline --silent --no-audit --no-fund --prefix $(<D)
	@touch $@

lock: $(DONE)/build ## pin the newest versions in requirements/ (needs the network)
	$(BIN)/python -m pip install --quiet pip-tools
	tools/lock $(BIN)/pip-compile

clean: ## remove everything that was set up or built
	rm -rf $(VENV) tests/browser/node_modules tests/audit/node_modules dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find site -mindepth 1 -not -name .gitignore -delete
	rm -rf .site.digest-*
