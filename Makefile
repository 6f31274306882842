# Two commands do all the set-up: `make demo` and `make test`. Everything is installed into .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test check serve pictures clean lock

demo: .venv/installed
	$(BIN)/truceline demo --folder demo

test: check .venv/installed-browser
	$(BIN)/python -m pytest -n 2

check: .venv/installed-dev
	$(BIN)/ruff check src tests training gazetteer benchmarks
	$(BIN)/ruff format --check src tests
	$(BIN)/mypy
	$(BIN)/lint-imports

serve: demo
	$(BIN)/truceline serve demo/us-taliban.truceline

# The pictures of the docs, from the demo's record; needs node, npm and an installed Chromium.
pictures: demo
	cd tests/serve/browser && npm ci --no-audit --no-fund --silent && node pictures.mjs ../../../demo ../../../docs/images

.venv/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet hatchling==1.33.0 editables
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	@touch $@

# The page tests drive an installed Chromium; where node, Chromium or these two packages are absent they say so and are skipped.
.venv/installed-browser: .venv/installed-dev tests/serve/browser/package-lock.json
	@if command -v npm >/dev/null; then \
	  cd tests/serve/browser && npm ci --no-audit --no-fund --silent && touch ../../../$@ || \
	  echo "The packages of the page tests could not be fetched; those tests will be skipped."; fi

lock:
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-header -o requirements.lock pyproject.toml
	$(BIN)/pip-compile --quiet --strip-extras --generate-hashes --no-emit-index-url --no-header --extra dev -o requirements-dev.lock pyproject.toml

clean:
	rm -rf .venv demo dist
