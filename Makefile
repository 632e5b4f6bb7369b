# One command for each thing. `make help` lists them.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
READY := $(VENV)/ready
ADDRESS := 127.0.0.1:8000

.DEFAULT_GOAL := help
SITE_URL ?= https://example.org/lms-guide/
export SITE_URL

.PHONY: help serve site test check due publishable report measure axe canary mutate links lock format clean

help: ## list the commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Sets up once, and again when the lock changes. The lock's hashes are checked; the guide's own code is linked, not copied.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11, 5) else "This guide needs Python 3.11.5 or newer; this is %s. Name another: make PYTHON=python3.12 …" % sys.version.split()[0])'
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

serve: $(READY) ## build, serve with live reload, print the address
	@$(PY) -m lms_guide check || true
	@$(PY) -m lms_guide.handouts.pango --ask
	@echo "Serving on http://$(ADDRESS)/ (stop with Ctrl-C)"
	@NO_MKDOCS_2_WARNING=1 SITE_URL=http://$(ADDRESS)/ $(PY) -m mkdocs serve --quiet --dev-addr $(ADDRESS)

site: $(READY) ## build the whole site into site/
	@$(PY) -m lms_guide build

test: $(READY) ## set up, build strictly, run everything, browser tests included
	@$(PY) -m lms_guide.browser
	@$(PY) -m lms_guide.node
	@$(PY) -m lms_guide.handouts.pango
	@$(PY) -m lms_guide build
	@$(PY) -m pytest -n 3 --dist loadgroup -q

check: $(READY) ## run the content rules only
	@$(PY) -m lms_guide check

due: $(READY) ## fail if a page is past its next check
	@$(PY) -m lms_guide check --strict-dates

publishable: $(READY) ## refuse the example address (SITE_URL=https://…)
	@$(PY) -m lms_guide publishable "$(SITE_URL)"

report: $(READY) ## pages with words, grade, facts, sources and readings
	@$(PY) -m lms_guide report

measure: $(READY) ## speed, weight and scores beside stock Material, as a table; then what the search finds
	@$(PY) -m lms_guide.browser
	@$(PY) -m lms_guide.node
	@$(PY) -m lms_guide.measure
	@$(PY) -m lms_guide build
	@$(PY) -m pytest tests/site/search -q -rP -k "right_page or one_slip"
	@$(PY) -m lms_guide.handouts.measure

axe: $(READY) ## barriers in every page, at three widths, in three looks, closed and open, as a table (an hour)
	@$(PY) -m lms_guide.browser
	@$(PY) -m lms_guide.node
	@$(PY) -m lms_guide build
	@$(PY) -m lms_guide.axe

canary: $(READY) ## build with Zensical too and compare every page (Material ends in May 2027)
	@$(PY) -m lms_guide.canary

mutate: $(READY) ## break the real guide in some 200 ways and count what the checks catch
	@$(PY) -m lms_guide.browser
	@$(PY) -m lms_guide.node
	@$(PY) -m lms_guide.mutate

links: $(READY) ## ask every external address whether it still answers (needs the internet)
	@$(PY) -m lms_guide.links

lock: $(READY) ## write requirements.lock anew from pyproject.toml
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@$(PY) -m uv pip compile pyproject.toml --group test --group style --group build --universal --python-version 3.11.5 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --upgrade -o requirements.lock > /dev/null
	@echo zensical | $(PY) -m uv pip compile - --universal --python-version 3.11.5 \
		--generate-hashes --no-emit-index-url --no-annotate --no-header --quiet --upgrade -o requirements-canary.lock > /dev/null

format: $(READY) ## put the code in order
	@$(PY) -m ruff check --fix src tests
	@$(PY) -m ruff format src tests

clean: ## remove what was built and set up
	rm -rf site build $(VENV) tests/tools/node_modules
