"""Filters that others wrote."""

import os
import signal
import sys
from pathlib import Path

import hostile_filters
import pytest

from newsread.plugins import inventory
from newsread.trying import tried
from newsread_filters import Page, read
from newsread_filters.cleaning import Cleaning

NAMES = "yield Clutter(block.number, 'it says {word}')"
PAGE = Page(source="page.txt", data=b"The harbour opened on Monday.\n\nBuy our herring now.\n\nIt rained until noon.\n")


def write(folder: Path, name: str, action: str = NAMES, word: str = "herring") -> None:
    """Put a filter into `folder`; `{word}` in its `action` is the word it looks for."""
    hostile_filters.write(folder, name, action.replace("{word}", word), word)


def test_ctrl_c_does_not_reach_what_is_tried() -> None:
    """Whoever waits for it is interrupted, and decides; it is not blamed for a key."""
    assert tried(lambda: os.kill(os.getpid(), signal.SIGINT), 5) is None


def test_a_file_in_the_folder_is_a_filter(tmp_path: Path) -> None:
    """It is found with its path as origin, runs, and its cuts carry its name and reason."""
    write(tmp_path, "herring")
    found = inventory(tmp_path)
    mine = found.filters[-1]
    assert mine.origin == str(tmp_path / "herring.py")
    reading = read(PAGE, Cleaning(filters=(mine.kind(),)))
    cut = next(cut for block in reading.article.blocks for cut in block.cuts)
    assert (cut.filter, cut.reason) == ("herring", "it says herring")


def test_a_builtin_can_be_replaced_in_its_place(tmp_path: Path) -> None:
    """A filter with a built-in's name takes its place in the order."""
    before = [each.kind.name for each in inventory(tmp_path / "none").filters]
    write(tmp_path, before[0])
    after = inventory(tmp_path).filters
    assert [each.kind.name for each in after] == before
    assert after[0].origin.endswith(".py")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import no_such_module_here", "No module named"),
        ("def (", "SyntaxError"),
        ("raise SystemExit(3)", "SystemExit: 3"),
        ("raise KeyboardInterrupt", "it raised KeyboardInterrupt"),
        ("import os; os._exit(0)", "it ended the process"),
        ("import itertools, sys; sum(itertools.repeat(1, sys.maxsize))", "it was stopped after "),
        ("while True: pass", "it was stopped after "),
        ("x = 1", "no subclass of Filter"),
        ("from newsread_filters import Filter\nclass A(Filter): name = 'Not A Name'", "lower-case letters"),
        ("from newsread_filters import Filter\nclass A(Filter): pass", "its name is None"),
    ],
)
def test_a_file_that_cannot_be_loaded_is_named_and_costs_nothing_else(tmp_path: Path, text: str, told: str) -> None:
    """A notice says which file and why; the other filters are there."""
    (tmp_path / "broken.py").write_text(text, "utf8")
    write(tmp_path, "sound")
    found = inventory(tmp_path)
    assert "sound" in {each.kind.name for each in found.filters}
    (notice,) = found.notices
    assert told in notice.message
    assert "broken.py" in notice.message


def test_what_only_waits_is_given_more_time_than_what_works() -> None:
    """It takes nothing from anybody, but it ends too."""
    assert tried(signal.pause, 0.1) == "it was stopped after 0.3 seconds"


def test_an_entry_point_of_an_installed_package_is_a_filter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A distribution on the path that names a filter in the group newsread.filters is found with name and version."""
    write(tmp_path, "tides")
    info = tmp_path / "newsread_tides-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: newsread-tides\nVersion: 2.1\n", "utf8")
    (info / "entry_points.txt").write_text("[newsread.filters]\ntides = tides:Tides\n", "utf8")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = {each.kind.name: each.origin for each in inventory(tmp_path / "none").filters}
    sys.modules.pop("tides", None)
    assert found["tides"] == "package newsread-tides 2.1"
