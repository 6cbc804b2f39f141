"""The state file as the screen uses it: in a thread, never in the way."""

import threading
from functools import partial
from pathlib import Path
from queue import Queue

import pytest

from newsread.memory import Memory
from newsread.paths import state_file
from newsread.state import State
from newsread.state.kept import kept_overrides
from newsread_filters import Overrides

CHANGED = Overrides(put_back=frozenset({"Ferry back"}), speakers={"No bridge": "Billie Crake"})


def test_what_is_noted_is_there_when_it_is_asked_for(tmp_path: Path) -> None:
    """Notes and questions keep their order; answers come in the memory's thread."""
    memory, answers = Memory(tmp_path / "state.sqlite", print), Queue[tuple[bool, str]]()
    memory.note(lambda state: state.remember("a", "a.txt", "Ferry", None))
    memory.note(lambda state: state.star("a", on=True))
    memory.ask(lambda state: state.is_starred("a"), lambda told: answers.put((told, threading.current_thread().name)))
    assert answers.get(timeout=5) == (True, "memory")
    memory.close()


def test_closing_writes_everything_that_was_noted(tmp_path: Path) -> None:
    """The last place is there the next time, however soon the program ends after it."""
    memory = Memory(tmp_path / "state.sqlite", print)
    memory.note(lambda state: state.remember("a", "a", None, None))
    for block in range(50):
        memory.note(partial(State.keep_place, identity="a", block=block, offset=0))
    memory.close()
    again = State(tmp_path / "state.sqlite")
    assert again.place("a") == (49, 0)
    again.close()


def test_nothing_is_touched_until_something_is_noted(tmp_path: Path) -> None:
    """A program that remembers nothing makes no file."""
    Memory(tmp_path / "state.sqlite", print).close()
    Memory(None, print).note(lambda state: state.recent())
    assert not list(tmp_path.iterdir())


def test_a_file_that_cannot_be_opened_is_told_once(tmp_path: Path) -> None:
    """Nothing is remembered then, and no key is refused for it."""
    (tmp_path / "file").write_text("")
    told = list[str]()
    memory = Memory(tmp_path / "file" / "state.sqlite", told.append)
    for _ in range(5):
        memory.note(lambda state: state.recent())
    memory.close()
    assert len(told) == 1
    assert "nothing is remembered" in told[0]


def test_a_change_that_cannot_be_written_is_told_and_the_next_one_is_made(tmp_path: Path) -> None:
    """Overrides of an article that was never opened are refused; what follows is not."""
    told = list[str]()
    memory = Memory(tmp_path / "state.sqlite", told.append)
    memory.note(lambda state: state.keep_overrides("never opened", CHANGED))
    memory.note(lambda state: state.remember("a", "a", None, None))
    memory.note(lambda state: state.keep_overrides("a", CHANGED))
    memory.close()
    assert len(told) == 1
    assert kept_overrides(tmp_path / "state.sqlite", "a") == CHANGED


def test_a_fault_in_a_note_is_reported_and_the_next_one_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is told of it says where the report is; neither holds what the fault says, which may be the article."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    told = list[str]()

    def fail(_: State) -> None:
        raise ValueError("secret words")

    memory = Memory(tmp_path / "state.sqlite", told.append)
    memory.note(fail)
    memory.note(lambda state: state.remember("a", "a", None, None))
    memory.close()
    (report,) = state_file().parent.glob("crash-*.txt")
    assert str(report) in told[0]
    assert "secret" not in told[0] + report.read_text("utf8")
    kept = State(tmp_path / "state.sqlite")
    assert [each.identity for each in kept.recent()] == ["a"]
    kept.close()


def test_a_file_that_is_no_state_has_no_overrides(tmp_path: Path) -> None:
    """Who only reads is not stopped by what is wrong with the file, and does not mend it."""
    (tmp_path / "state.sqlite").write_bytes(b"no database at all" * 99)
    assert kept_overrides(tmp_path / "state.sqlite", "a") == Overrides()
    assert [path.name for path in tmp_path.iterdir()] == ["state.sqlite"]
