"""Two of the real program at once, on one state file."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from terminal import Terminal

from newsread.paths import state_file
from newsread.state import State

STORIES = {
    name: f"{title}\n\n" + "\n\n".join(f"The {name} was seen {number} times that day." for number in range(60))
    for name, title in {"heron": "Heron returns to church roof", "goose": "Goose steals wedding ring"}.items()
}
WRITES = """
import sys
from pathlib import Path
from newsread.state import State
name, state = sys.argv[1], State(Path(sys.argv[2]))
for number in range(60):
    state.remember(f"{name} {number}", "page", name, None)
    state.star(f"{name} {number}", on=True)
    state.keep_place(f"{name} {number}", number, 7)
    state.keep_place("both", number, 7)
state.close()
"""


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], Terminal]]:
    """Start the program on one of the stories, with a state that all that are started share."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    started: list[Terminal] = []
    for name, story in STORIES.items():
        (tmp_path / f"{name}.txt").write_text(story, "utf8")

    def begin(name: str) -> Terminal:
        started.append(Terminal(f"{name}.txt", cwd=tmp_path))
        return started[-1]

    yield begin
    for each in started:
        each.close()


def test_stars_and_places_of_two_at_once_are_kept(start: Callable[[str], Terminal]) -> None:
    """Each writes its own while the other is open, also as both are left together; each finds what the other wrote."""
    both = [start(name) for name in STORIES]
    for terminal, name in zip(both, STORIES, strict=True):
        terminal.wait_for(f"The {name} was seen 1 times")
        terminal.press("sG")
    for terminal in both:
        terminal.wait_for("seen 59 times")
    for terminal in both:
        terminal.press("q")
    assert [terminal.end() for terminal in both] == [0, 0]
    kept = State(state_file())
    starred = kept.starred()
    assert {Path(each.source).stem for each in starred} == set(STORIES)
    assert all(kept.place(each.identity)[0] > 10 for each in starred)
    kept.close()
    again = start("goose")
    again.wait_for("seen 59 times")


def test_two_processes_that_write_without_a_pause_lose_nothing(tmp_path: Path) -> None:
    """Every star and every place of both is there, and the file is whole."""
    path = tmp_path / "state.sqlite"
    state = State(path)
    state.remember("both", "page", None, None)
    state.close()
    writers = [subprocess.Popen([sys.executable, "-c", WRITES, name, path]) for name in STORIES]
    assert [each.wait() for each in writers] == [0, 0]
    state = State(path)
    assert len(state.starred()) == 120
    assert all(state.place(f"{name} {number}") == (number, 7) for name in STORIES for number in range(60))
    assert state.place("both") == (59, 7)
    state.close()
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    database.close()
