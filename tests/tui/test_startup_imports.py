"""What is imported when: start-up stays fast because things stay where they are needed."""

import json
import subprocess
import sys
from importlib.util import find_spec

import pytest

from newsread.screens.base import ReaderBase
from newsread.screens.reader import ReaderScreen

HEAVY = ("lxml", "httpx", "readability", "textual.widgets._markdown", "textual.widgets._data_table")


def imported_by(statement: str) -> set[str]:
    """The modules that are loaded after `statement`, in a process of its own."""
    code = f"import sys, json\n{statement}\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf8", check=True)
    return set(json.loads(done.stdout))


def known(*names: str) -> set[str]:
    """These modules, each of which there is: one that was renamed would never be loaded."""
    assert all(map(find_spec, names))
    return set(names)


def test_starting_the_reader_imports_no_textual() -> None:
    """The source is under way before Textual is imported; so what starts it must not import Textual."""
    assert not {name for name in imported_by("import newsread.app") if name.partition(".")[0] == "textual"}


@pytest.mark.parametrize("module", ["newsread.app", "newsread.screens.application"])
def test_the_screen_needs_nothing_heavy(module: str) -> None:
    """What is painted first waits neither for lxml nor for httpx, nor for widgets that are not used."""
    loaded = imported_by(f"import {module}")
    assert not loaded & known(*HEAVY)


def test_what_is_seldom_needed_is_imported_when_it_is() -> None:
    """Help, prompts, the list of what was read before and what a drag needs have no part in the start."""
    loaded = imported_by("import newsread.screens.application")
    seldom = known("newsread.screens.help", "newsread.screens.frontpage", "newsread.widgets.prompt")
    assert not loaded & (seldom | known("newsread.widgets.dragging", "newsread.layout.selection"))


def test_the_memory_waits_until_something_is_painted() -> None:
    """SQLite is imported by the thread that remembers, once there is something to remember."""
    assert "sqlite3" not in imported_by("import newsread.app, newsread.screens.application")


def test_panels_and_what_they_count_with_are_imported_when_one_is_opened() -> None:
    """Neither the panel beside a line nor the rules that it offers, and nothing that edits the configuration."""
    loaded = imported_by("import newsread.app, newsread.screens.application")
    seldom = known(
        "newsread.widgets.remedies", "newsread.pointing.remedies", "newsread.config.edit", "newsread.config.apply",
        "newsread_filters.rules", "tomllib", "tomlkit",
    )  # fmt: skip
    assert not loaded & seldom


def test_packages_are_not_gone_through_when_none_brings_a_filter() -> None:
    """What knows about installed packages takes long to import, and there is nothing to ask it."""
    loaded = imported_by("from newsread.plugins import inventory; inventory(__import__('pathlib').Path('none'))")
    assert not loaded & known("importlib.metadata", "difflib")


def test_no_part_of_the_reader_listens_where_nobody_looks() -> None:
    """Textual finds decorated handlers in its own classes alone; those of the parts have to go by their names."""
    parts = [
        part for part in ReaderScreen.__mro__ if not issubclass(part, ReaderBase) and part not in ReaderBase.__mro__
    ]
    assert len(parts) > 20
    decorated = {
        f"{part.__name__}.{name}" for part in parts for name, it in vars(part).items() if hasattr(it, "_textual_on")
    }
    assert not decorated
