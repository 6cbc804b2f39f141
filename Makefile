# make run and make test are all a newcomer needs; each sets up .venv by itself.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EVAL ?=
# On all cores; a single file is tested faster without: .venv/bin/python -m pytest tests/tui/test_keys.py
# Compiled before, because the tests start the program hundreds of times.
TEST := $(BIN)/python -m compileall -q tui filters && $(BIN)/python -m pytest --numprocesses auto --dist worksteal

.PHONY: run test check format bench fuzz config pictures recording clean

run: $(VENV)/.ready
	@$(BIN)/newsread

test: $(VENV)/.ready
	@$(TEST)

check: $(VENV)/.ready
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(TEST)

format: $(VENV)/.ready
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.ready
	@$(BIN)/python benchmarks/bench.py $(EVAL)

# Spoiled pages for a minute, or for SECONDS; then processes killed in the middle of a write, again and again.
fuzz: $(VENV)/.ready
	@$(BIN)/python benchmarks/fuzz.py $(SECONDS)
	@$(BIN)/python benchmarks/killed.py

config: $(VENV)/.ready
	@$(BIN)/python -m newsread.config.shipped > config.toml.new && mv config.toml.new config.toml

pictures: $(VENV)/.ready
	@$(BIN)/python docs/make_pictures.py

recording: $(VENV)/.ready
	@$(BIN)/python docs/make_recording.py

clean:
	rm -rf $(VENV) dist

# uv when it is there; else venv and a pip new enough for dependency groups and for lxml[html_clean] asked for twice.
# The bytecode is compiled once: some environments forbid writing it at run time, which makes every start four times slower.
$(VENV)/.ready: pyproject.toml
	@echo "Setting up $(VENV) (once) ..."
	@if command -v uv >/dev/null 2>&1; then \
		uv venv --quiet --allow-existing --python '>=3.11,<3.15' $(VENV) && uv pip install --quiet --python $(BIN)/python --editable . --group dev; \
	else \
		$(PYTHON) -c 'import sys; sys.exit("newsread needs Python 3.11 or newer, this is " + sys.version.split()[0]) if sys.version_info < (3, 11) else None' && \
		$(PYTHON) -m venv $(VENV) && $(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1' && \
		$(BIN)/python -m pip install --quiet --editable . --group dev; \
	fi
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib || true
	@touch $@
