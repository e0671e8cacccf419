# Sets up, shows and checks the project. Python 3.11 or newer and make are all it takes; `make help` lists the targets.

PYTHON ?= python3
# More options for pytest: make test PYTEST_FLAGS="-k pdf -x"; with "-n 0" the tests run one after another.
PYTEST_FLAGS ?=

# The releases that make test-neo4j runs on: lts, current or lts,current; all that can be run here, if none is named.
KG_TEST_NEO4J ?=
NEO4J_TESTS := tests/neo4j tests/store

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
COMPILE := $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 \
	--fork-strategy fewest --only-binary :all: --emit-build-options --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-neo4j lint types format schema examples neo4j-up neo4j-down lock upgrade clean

help: ## Lists the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

demo: export KG_GRAPH := build/demo-graph
demo: $(VENV)/.run ## Loads the made-up minutes of examples/ and answers three questions from them
	@rm -rf $(KG_GRAPH)
	$(call show,Ten meetings of a made-up body,load examples/minutes)
	$(call show,Who asked whom what about vetting since 2024?,query who-asked-whom --issue vetting --from 2024)
	$(call show,Which actions since 2024 are open and whose are they?,query open-commitments --kind action --from 2024)
	$(call show,How does rural crime run across the years?,query issue-over-the-years --issue "rural crime")

# Says in words what is shown, prints the command, runs it.
define show
@printf '\n=== %s\n$$ kg %s\n\n' '$(1)' '$(2)'
@$(BIN)/kg $(2)
endef

test: $(VENV)/.dev ## Runs the tests, on every core
	@$(BIN)/python -m pytest -n auto --dist loadfile $(PYTEST_FLAGS)

test-neo4j: $(VENV)/.dev ## Runs the tests on real Neo4j servers, which Maven fetches, or on that of KG_TEST_NEO4J_URI
	@releases="$(KG_TEST_NEO4J)"; \
	if [ -z "$$releases$$KG_TEST_NEO4J_URI" ]; then releases=$$($(BIN)/python tests/neo4j/server.py --which); fi && \
	KG_TEST_NEO4J="$$releases" $(BIN)/python -m pytest -m neo4j -rs $(PYTEST_FLAGS) $(NEO4J_TESTS)

lint: $(VENV)/.dev ## Checks style and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.dev ## Checks types
	@$(BIN)/mypy

format: $(VENV)/.dev ## Formats the code and mends what can be mended
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

schema: $(VENV)/.run ## Makes again what is generated from schema/graph.yaml
	@$(BIN)/python -m graph_loader.model.schema
	@$(BIN)/python -m graph_loader.export.rdf.generate

examples: $(VENV)/.dev ## Builds the PDF and DOCX minutes of examples/ from their sources
	@$(BIN)/python examples/build.py

neo4j-up: ## Starts Neo4j Community in a container, with the password in NEO4J_PASSWORD, and waits until it answers
	@docker compose up --detach --wait neo4j
	@echo 'Neo4j answers. Its page: http://localhost:7474'
	@echo 'Load a folder of minutes into it: KG_MINUTES=minutes docker compose run --rm kg'

neo4j-down: ## Stops it; what it holds stays (docker compose down --volumes throws that away too)
	@NEO4J_PASSWORD="$${NEO4J_PASSWORD:-not needed to stop}" docker compose down

lock: $(VENV)/.dev ## Brings requirements/ in line with pyproject.toml, keeping the versions that still fit
	@$(COMPILE) --extra dev --extra model --output-file requirements/dev.txt
	@$(COMPILE) --constraint requirements/dev.txt --extra model --output-file requirements/model.txt
	@$(COMPILE) --constraint requirements/dev.txt --output-file requirements/run.txt

upgrade: COMPILE += --upgrade
upgrade: lock ## Renews requirements/ with the newest versions that pyproject.toml allows

clean: ## Takes away everything that make made
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find graph_loader tests examples -name __pycache__ -type d -prune -exec rm -rf {} +

# Each stamp says that the packages of one lock file, and this project itself, are in the environment.
$(VENV)/.run: requirements/run.txt pyproject.toml | $(BIN)/python
	$(call install,requirements/run.txt)
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml | $(BIN)/python
	$(call install,requirements/dev.txt)
	@touch $@ $(VENV)/.run

define install
@echo "Installing what $(1) pins into $(VENV) (some minutes the first time) ..."
@$(PIP) --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
@$(PIP) install --quiet --require-hashes --requirement $(1)
@$(PIP) install --quiet --no-deps --no-build-isolation --editable .
endef

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "There is no $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=/path/to/python3" >&2; \
		exit 1; }
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("$(PYTHON) is Python " + sys.version.split()[0] \
		+ ", and 3.11 or newer is needed. Name a newer one: make PYTHON=python3.12")'
	@$(PYTHON) -m venv $(VENV)
