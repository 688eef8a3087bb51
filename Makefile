# Each target does its own set-up: `make demo` and `make test` are all a fresh machine needs.

python := .venv/bin/python
ready := .venv/ready
built := dist/checkin/checkin
french := resources/translations/fr

.PHONY: help demo run test check bench build test-built translations screenshots clean

help:
	@echo "make demo          do the whole morning on the demonstration event, step by step"
	@echo "make run           open the window"
	@echo "make test          run the tests, on SQLite and on PostgreSQL"
	@echo "make check         lint, format, types, layers"
	@echo "make bench         run the benchmarks"
	@echo "make build         build the program for this system, in dist/"
	@echo "make test-built    have the built program do the demonstration"
	@echo "make translations  gather what the program says into $(french).po, and compile it"
	@echo "make screenshots   take the pictures of README.md"
	@echo "make clean         remove what was built, and .venv"

$(ready): pyproject.toml .ci/setup
	@.ci/setup
	@touch $@

demo: $(ready)
	$(python) -m checkin demo demo

run: $(ready)
	$(python) -m checkin

test: $(ready)
	$(python) -m pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term

check: $(ready)
	$(python) -m ruff check
	$(python) -m ruff format --check
	$(python) -m mypy
	.venv/bin/lint-imports

bench: $(ready)
	$(python) -m pytest -m bench --capture=no

build: $(built)

$(built): $(ready) build.spec $(shell find checkin resources -type f ! -name '*.pyc')
	$(python) -m PyInstaller --noconfirm --log-level WARN build.spec
	@touch $@

test-built: $(ready)
	$(python) -m pytest -m built

# Entries that nothing says any longer stay in the file, commented out with #~, and come back when it is said again.
translations: $(ready)
	@mkdir -p build
	$(python) -m babel.messages.frontend --quiet extract --no-default-keywords -k _ -k n_:1,2 --no-location \
		--omit-header --output-file=build/messages.pot checkin
	sed -i 's/^#~ //' $(french).po
	$(python) -m babel.messages.frontend --quiet update --locale=fr --no-fuzzy-matching --ignore-pot-creation-date \
		--no-wrap --input-file=build/messages.pot --output-file=$(french).po
	$(python) -m babel.messages.frontend --quiet compile --locale=fr --input-file=$(french).po \
		--output-file=$(french).mo --statistics

screenshots: $(ready)
	$(python) -m checkin.gui.screenshots resources/screenshots

clean:
	rm -rf .venv build dist demo .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
