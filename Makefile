# Civic Kiosk. `make help` lists what can be made, from the comments below.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
BARE := .venv-without-window
# Qt's own warnings fail a test, but for what the offscreen platform says of itself.
QT_STRICT := -o qt_log_level_fail=WARNING -o 'qt_log_ignore=This plugin does not support'
CORPUS ?= ../shared/corpora
PEERS ?= ../shared/bench
PACKAGES := core services offline_cache i18n accessibility ui kiosk sandbox conformance
# Everything that may not import Qt is tested where PySide6 is truly absent.
WITHOUT_WINDOW := tests/core tests/services tests/offline_cache tests/contracts tests/conformance tests/i18n \
	tests/sandbox tests/ui/present tests/accessibility/speech
# Every screen, page and part, drawn and looked at.
SCREENS := tests/screens tests/ui/pages tests/ui/parts
# Whole visits and promises in the program's own processes, which mostly wait for each other.
JOURNEYS := tests/journeys tests/proof
# What each part of the tests has shown of the requirements in conformance/.
RESULTS := $(foreach part,bare screens journeys program,build/conformance/$(part).json)
# Whole services, by all kinds of people.
TRIPS := tests/journeys/test_hands.py tests/journeys/test_clumsy_hands.py tests/journeys/test_outside_client.py \
	tests/journeys/test_set_up_by_hands.py tests/deploy/test_booted_machine.py tests/screens/test_every_language.py::test_nothing_is_cut_in_any_screen

.DEFAULT_GOAL := help
.PHONY: help run run-home test test-long trips lint types imports bare screens journeys program proof acr shots bench conformance deb machine forms lock clean system env check-env \
	words-extract words-update words-compile words-check

help: ## List what can be made.
	@grep -hE '^[a-z][a-z-]*:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: env ## Open the program on its embedded sandbox town.
	@exec $(BIN)/python -m kiosk demo

run-home: env ## The same with the profile for a home PC.
	@exec $(BIN)/python -m kiosk demo --profile home

test: lint types imports words-check ## Everything that CI checks; three parts of the tests run side by side.
	@$(MAKE) --no-print-directory -j3 -k --output-sync=target journeys screens program bare
	$(BIN)/python -m conformance check $(RESULTS)

test-long: check-env ## The long checks: full matrices, 1,000 kills, 10,000 fuzzed answers.
	$(BIN)/python -m pytest -m long $(QT_STRICT) --timeout 3600

trips: check-env ## Every service in every way of pressing and from outside, a first set-up from outside, and every screen in every language, about three hours; kept for the report.
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -m long $(QT_STRICT) --timeout 3600 $(TRIPS) \
		--requirement-results build/conformance/trips.json
	$(BIN)/python -m conformance keep build/conformance/trips.json

lint: check-env ## Style, and the small rules of the house.
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: check-env ## Types, strictly.
	$(BIN)/mypy $(PACKAGES) tests bench proof replay setup

imports: check-env ## Who may import whom.
	$(BIN)/lint-imports --no-cache

bare: $(BARE)/made ## The parts without Qt, in an environment that has none.
	$(BARE)/bin/python -m pytest $(WITHOUT_WINDOW) --requirement-results=$(word 1,$(RESULTS))

screens: check-env ## Every screen, page and part in a window.
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(QT_STRICT) --requirement-results=$(word 2,$(RESULTS)) \
		$(SCREENS) $(foreach folder,$(WITHOUT_WINDOW),--ignore=$(folder))

program: check-env ## All the rest: letters, hands, processes, and the rules of the house.
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(QT_STRICT) --requirement-results=$(word 4,$(RESULTS)) \
		$(foreach folder,$(WITHOUT_WINDOW) $(SCREENS) $(JOURNEYS),--ignore=$(folder))

journeys: check-env ## Whole visits, over real HTTP and in real windows, and the promises with their seeded faults.
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(QT_STRICT) --requirement-results=$(word 3,$(RESULTS)) $(JOURNEYS)
	QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1920x24" \
		$(BIN)/python -m pytest $(QT_STRICT) tests/journeys/test_whole_trips.py

proof: check-env ## List what is promised; with ID=P1 run one promise's test (N=1000, CONTROL=1 with its fault seeded).
	@$(BIN)/python -m proof $(ID) $(N) $(if $(CONTROL),control)

acr: check-env ## Write the conformance report from the results of the last `make test`.
	$(BIN)/python -m conformance write $(RESULTS)

shots: check-env ## Write a trip in pictures into shots/, and every screen in every look into shots/screens/ (half an hour).
	$(BIN)/python -m kiosk.shots shots
	$(BIN)/python -m kiosk.shots_gallery shots/screens

bench: check-env ## Measure us beside a bare PySide6 window and the browser peers of PEERS, in one run.
	$(BIN)/python -m bench $(PEERS)

conformance: check-env ## Replay what the standards' own engines answered; CORPUS=DIR for a folder of your own.
	$(BIN)/python -m replay $(CORPUS)

deb: env ## Build the Debian package that makes a machine a kiosk, in build/deb.
	@mkdir -p build/deb
	$(BIN)/python -m setup.debian_package build/deb

machine: deb ## Build the disk of a machine with that package, in build/machine, for the long run; needs root and mmdebstrap.
	$(BIN)/python -m setup.machine_image $$(ls build/deb/civic-kiosk_*.deb) build/machine

forms: check-env ## Convert the sandbox town's XLSForm sources into XForms.
	$(BIN)/python -m sandbox.forms_build

words-extract: check-env ## Write every message key in the code, with its places, into build/words.pot.
	@$(BIN)/python -m i18n.extract build/words.pot

words-update: check-env ## Give every language the keys that the code has now, and no others.
	@$(BIN)/python -m i18n.update

words-compile: check-env ## Make the binary message catalogues (done by itself wherever they are needed).
	@$(BIN)/python -m i18n.compile

words-check: check-env ## Check every sentence of every language, and the code against them.
	@$(BIN)/python -m i18n.check

lock: check-env ## Pin every package anew, with hashes.
	sh setup/lock.sh $(BIN)/uv

clean: ## Remove what was made.
	rm -rf $(VENV) $(BARE) shots .mypy_cache .ruff_cache .pytest_cache .hypothesis

system:
	@sh setup/system-packages.sh

env: system $(VENV)/made
	@$(BIN)/python -m i18n.compile
	@$(BIN)/python -m setup.compiled $(PACKAGES)

check-env: system $(VENV)/made-for-checks
	@$(BIN)/python -m i18n.compile
	@$(BIN)/python -m setup.compiled $(PACKAGES)

$(VENV)/made: requirements/run.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing the program's packages"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.lock
	@$(BIN)/python -m setup.command $(BIN)/kiosk
	@touch $@

$(VENV)/made-for-checks: requirements/check.lock $(VENV)/made
	@echo "Installing the packages that check the program"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/check.lock
	@touch $@

$(BARE)/made: requirements/check-without-window.lock
	@test -x $(BARE)/bin/python || $(PYTHON) -m venv $(BARE)
	@$(BARE)/bin/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/check-without-window.lock
	@touch $@
