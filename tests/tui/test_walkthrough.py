"""The whole program in one go, as a reader meets it: the real command in a real terminal, without a source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from terminal import Terminal

LINE = "It did not stop."
"""A short paragraph of the sample, which a rule can be made on."""


@pytest.fixture(params=[(80, 24), (200, 50)], ids=["80x24", "200x50"])
def terminal(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Newsread, started in an empty folder by somebody who has no configuration yet."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    (tmp_path / "reading").mkdir()
    started = Terminal(cwd=tmp_path / "reading", size=request.param)
    yield started
    started.close()


def configuration(tmp_path: Path) -> str:
    """The user's own configuration; empty while there is none."""
    path = tmp_path / "home" / ".config" / "newsread" / "config.toml"
    return path.read_text("utf8") if path.exists() else ""


def test_a_reader_does_everything_once(terminal: Terminal, tmp_path: Path) -> None:
    """Quotes, removed lines, a rule by pointing, undo, search and export work one after another, and q leaves."""
    terminal.wait_for("Welcome to newsread")

    terminal.press("]")
    terminal.wait_for("quote 1 of 21")
    terminal.press("]]")
    terminal.wait_for("quote 3 of 21")

    terminal.press("gg")
    terminal.press("c")
    terminal.wait_for("duplicate_title")
    terminal.press("c")
    terminal.wait_until(lambda: "duplicate_title" not in terminal.text)

    search(terminal, LINE)
    terminal.wait_for(f"/{LINE}  1 of 1")
    terminal.press("x")
    terminal.wait_for("Enter does it")
    terminal.press("\r")
    terminal.wait_until(lambda: f'equals = "{LINE}"' in configuration(tmp_path) and LINE not in article(terminal))

    terminal.press("u")
    terminal.wait_for("Undone")
    terminal.wait_until(lambda: "[[rules]]" not in configuration(tmp_path) and LINE in article(terminal))

    search(terminal, "haddock")
    terminal.wait_for("/haddock  1 of ")

    terminal.press("w")
    terminal.wait_for("Markdown")
    terminal.press("m")
    terminal.wait_for("Written to")
    (written,) = (tmp_path / "reading").iterdir()
    assert LINE in written.read_text("utf8")

    terminal.press("q")
    assert terminal.end() == 0
    assert terminal.modes == terminal.modes_before


def search(terminal: Terminal, words: str) -> None:
    """Search for `words`, typed as fast as they come, and sent once they stand there."""
    terminal.press(f"/{words}")
    terminal.wait_until(lambda: f"/{words}" in terminal.text)
    terminal.press("\r")


def article(terminal: Terminal) -> str:
    """What the terminal shows above the status line, where searched words are not repeated."""
    return "\n".join(terminal.text.split("\n")[:-2])
