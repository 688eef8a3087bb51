# Each target does its own set-up: `make demo` and `make test` are all a fresh machine needs.

python := .venv/bin/python
ready := .venv/ready
built := dist/checkin/checkin
french := resources/translations/fr
babel := $(python) -m babel.messages.frontend --quiet

.PHONY: help demo run test check bench build test-built models translations screenshots clean

help:
	@echo "make demo          do the whole morning on the demonstration event, step by step"
	@echo "make run           open the window"
	@echo "make test          run the tests, on SQLite and on PostgreSQL"
	@echo "make check         lint, format, types, layers"
	@echo "make bench         run the benchmarks"
	@echo "make build         build the program for this system, in dist/"
	@echo "make test-built    have the built program do the demonstration"
	@echo "make models        learn how replies are worded from the labelled mails of the tests, into resources/mail"
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
	set -e; for script in tests/bench/bench_*.py; do $(python) $$script; done
	$(python) -m pytest -m bench --capture=no || [ $$? = 5 ] # 5: none is marked so

build: $(built)

$(built): $(ready) build.spec $(shell find checkin resources -type f ! -name '*.pyc')
	$(python) -m PyInstaller --noconfirm --log-level ERROR build.spec
	@touch $@

test-built: $(built)
	$(python) -m pytest -m built tests/end_to_end/test_built.py

models: $(ready)
	$(python) -m pip install --quiet --group models
	$(python) resources/mail/make_models.py

# An entry that nothing says any longer stays in the file behind #~, and comes back when it is said again. One that was
# appended by hand counts, not the empty one before it.
translations: $(ready)
	@mkdir -p build
	$(babel) extract --no-default-keywords -k _ -k n_:1,2 --no-location --output-file=build/messages.pot checkin
	sed 's/^#~ //' $(french).po | awk 'BEGIN { RS = ""; ORS = "\n\n" } !/msgstr ""$$|msgstr\[1\] ""$$/' >build/fr.po
	$(babel) update --locale=fr --no-fuzzy-matching --ignore-pot-creation-date --no-wrap \
		--input-file=build/messages.pot --output-file=build/fr.po
	@mv build/fr.po $(french).po
	$(babel) compile --locale=fr --input-file=$(french).po --output-file=$(french).mo
	@awk 'BEGIN { RS = "" } /msgstr ""$$|msgstr\[1\] ""$$/ { print "to translate: " $$0 }' $(french).po

screenshots: $(ready)
	env -u DISPLAY -u WAYLAND_DISPLAY QT_QPA_PLATFORM=offscreen $(python) -m checkin demo build/demo
	@mkdir -p resources/screenshots
	for name in $$(grep -o '[a-z]*-1366x768.png' README.md); do cp build/demo/screenshots/$$name resources/screenshots/; done

clean:
	rm -rf .venv build dist demo .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
