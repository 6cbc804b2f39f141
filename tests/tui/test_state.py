"""What newsread remembers, whatever happens to it."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsread.state import State, StateError
from newsread.state.kept import kept_overrides
from newsread_filters import Overrides

FERRY = ("https://example.org/ferry", "https://example.org/ferry?ref=mail", "Ferry returns", "Gannet")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the state is kept; the folder is not there yet."""
    return tmp_path / "state" / "newsread.sqlite"


def test_places_stars_and_recent_articles_outlive_the_program(path: Path) -> None:
    """What was noted in one run is there in the next, newest first."""
    state = State(path)
    state.remember(*FERRY)
    state.remember("sha256:1", "page.txt", None, None)
    state.keep_place(FERRY[0], 12, 40, 61)
    state.star(FERRY[0], on=True)
    state.close()
    again = State(path)
    assert again.place(FERRY[0]) == (12, 40)
    assert [each.read for each in again.recent()] == [None, 61]
    assert again.place("never opened") == (0, 0)
    assert [each.identity for each in again.recent()] == ["sha256:1", FERRY[0]]
    assert [each.title for each in again.starred()] == ["Ferry returns"]
    again.star(FERRY[0], on=False)
    assert not again.is_starred(FERRY[0])
    again.close()


def test_opening_an_article_again_keeps_place_and_star(path: Path) -> None:
    """A second visit only moves the article to the front."""
    state = State(path)
    state.remember(*FERRY)
    state.keep_place(FERRY[0], 3, 0)
    state.star(FERRY[0], on=True)
    state.remember(*FERRY)
    assert state.place(FERRY[0]) == (3, 0)
    assert state.is_starred(FERRY[0])
    state.close()


def test_what_is_remembered_of_a_file_outlives_a_change_of_it(path: Path) -> None:
    """A changed file has another identity; place, star, marks and corrections go along, and it is listed once."""
    changes = Overrides(put_back=frozenset({"A line."}), speakers={"words": "Ann"})
    state = State(path)
    state.remember("sha256:1", "/home/ann/story.txt", "Ferry", None)
    state.keep_place("sha256:1", 12, 40, 61, line=1200)
    state.star("sha256:1", on=True)
    state.keep_mark("sha256:1", "a", 3, 0, line=300)
    state.keep_overrides("sha256:1", changes)
    assert kept_overrides(path, "sha256:2", "/home/ann/story.txt", "Ferry") == changes
    state.remember("sha256:2", "/home/ann/story.txt", "Ferry", None)
    assert state.place("sha256:2") == (12, 40)
    assert state.marks("sha256:2") == {"a": (3, 0)}
    assert state.lines("sha256:2") == {12: 1200, 3: 300}
    assert state.overrides("sha256:2") == changes
    assert [(each.identity, each.starred, each.read) for each in state.recent()] == [("sha256:2", True, 61)]
    state.close()


@pytest.mark.parametrize(
    ("identity", "source", "title"),
    [
        ("sha256:2", "/home/ann/story.txt", "Bridge"),
        ("sha256:2", "/home/bob/story.txt", "Ferry"),
        ("https://gannet.example/ferry", "/home/ann/story.txt", "Ferry"),
    ],
)
def test_another_article_takes_over_nothing(path: Path, identity: str, source: str, title: str) -> None:
    """Another text in the same file, another file, or a page with an address of its own."""
    state = State(path)
    state.remember("sha256:1", "/home/ann/story.txt", "Ferry", None)
    state.star("sha256:1", on=True)
    state.remember(identity, source, title, None)
    assert not state.is_starred(identity)
    assert state.is_starred("sha256:1")
    state.close()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.frozensets(st.text()), st.dictionaries(st.text(), st.text()))
def test_overrides_come_back_as_they_were(path: Path, lines: frozenset[str], speakers: dict[str, str]) -> None:
    """Whatever text lines and names are made of, lone surrogates aside, which the gate has removed."""
    clean = Overrides(
        put_back=frozenset(line for line in lines if line.isprintable()),
        speakers={key: name for key, name in speakers.items() if (key + name).isprintable()},
    )
    state = State(path)
    state.remember(*FERRY)
    state.keep_overrides(FERRY[0], clean)
    assert state.overrides(FERRY[0]) == clean
    state.close()


def test_a_damaged_file_is_set_aside(path: Path) -> None:
    """What can no longer be read stays beside the new file, and newsread goes on."""
    path.parent.mkdir()
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    state = State(path)
    state.remember(*FERRY)
    assert state.recent()
    state.close()
    assert list(path.parent.glob("*.damaged-*"))


def test_a_newer_file_is_left_alone(path: Path) -> None:
    """A file of a later version is neither read nor changed."""
    State(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StateError, match="newer newsread"):
        State(path)


def test_a_place_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """A path that cannot be made is one clear error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(StateError, match="nothing is remembered"):
        State(tmp_path / "file" / "state.sqlite")


@pytest.mark.parametrize("made", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/dev/zero")])
def test_what_is_no_file_is_told_and_left_alone(path: Path, made: Callable[[Path], object]) -> None:
    """A pipe that nobody writes to, a folder, a device without an end."""
    path.parent.mkdir()
    made(path)
    with pytest.raises(StateError, match="is no file: nothing is remembered"):
        State(path)
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_was_cut_short_is_set_aside(path: Path, share: float) -> None:
    """In a page of it or between two."""
    state = State(path)
    for number in range(300):
        state.remember(str(number), "x" * 200, None, None)
    state.close()
    os.truncate(path, int(path.stat().st_size * share))
    state = State(path)
    state.remember(*FERRY)
    assert state.place(FERRY[0]) == (0, 0)
    state.close()
    assert list(path.parent.glob("*.damaged-*"))


def test_when_the_disk_is_full_what_was_written_stays(path: Path) -> None:
    """The change that no longer fits says so; the file opens, with every finished change in it."""
    script = (
        "import resource, sys; from pathlib import Path; from newsread.state import State, StateError\n"
        "state = State(Path(sys.argv[1])); resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))\n"
        "try:\n"
        "    for turn in range(10**4): state.remember(str(turn), 'x' * 900, None, None); print(turn)\n"
        "except StateError as error: print(error)\n"
    )
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, encoding="utf8", check=True)
    *turns, told = done.stdout.splitlines()
    assert turns
    assert "this change is not remembered" in told
    state = State(path)
    assert {each.identity for each in state.recent(10**4)} == set(turns)
    state.remember(*FERRY)
    state.close()


def test_a_file_that_is_spoiled_while_it_is_open_is_told(path: Path) -> None:
    """Neither reading nor writing is more than an error with a name."""
    state = State(path)
    for number in range(300):
        state.remember(str(number), "x" * 200, None, None)
    state.close()
    state = State(path)
    path.write_bytes(b"no state" * 20_000)
    with pytest.raises(StateError, match="cannot be written"):
        state.remember(*FERRY)
    state.close()


def test_two_at_once_both_write(path: Path) -> None:
    """Two programs that have the file open see each other's changes."""
    one, two = State(path), State(path)
    one.remember(*FERRY)
    two.keep_place(FERRY[0], 7, 0)
    assert one.place(FERRY[0]) == (7, 0)
    one.close()
    two.close()


def test_killed_at_any_moment_the_state_is_usable(path: Path) -> None:
    """A process killed between two of its writes leaves a file that opens, with every finished write in it."""
    script = (
        "import sys; from pathlib import Path; from newsread.state import State\n"
        "for turn in range(10**9):\n"
        "    state = State(Path(sys.argv[1])); state.remember('a', 'a', None, None)\n"
        "    state.keep_place('a', turn, turn); print(turn, flush=True); state.close()\n"
    )
    for kill_after in range(8):
        child = subprocess.Popen([sys.executable, "-c", script, path], stdout=subprocess.PIPE, encoding="utf8")
        assert child.stdout
        seen = [int(child.stdout.readline()) for _ in range(kill_after + 1)]
        os.kill(child.pid, signal.SIGKILL)
        rest = [int(line) for line in child.stdout.read().split("\n")[:-1]]
        child.stdout.close()
        child.wait()
        state = State(path)
        block, offset = state.place("a")
        state.close()
        assert block == offset >= (seen + rest)[-1]


def test_a_file_of_an_older_version_is_upgraded_after_a_copy_was_set_aside(path: Path) -> None:
    """Everything is still there, what is new works, and the old file can be gone back to."""
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as db:
        db.executescript((files("newsread.state") / "schema.sql").read_text("utf8"))
        db.execute("INSERT INTO article (identity, source, opened, block) VALUES (?, 'page.txt', 1, 7)", (FERRY[0],))
        db.execute("PRAGMA user_version = 1")
        db.commit()
    state = State(path)
    assert state.place(FERRY[0]) == (7, 0)
    state.keep_mark(FERRY[0], "a", 3, 0)
    state.keep_mark(FERRY[0], "a", 4, 0)
    assert state.marks(FERRY[0]) == {"a": (4, 0)}
    assert state.lines(FERRY[0]) == {}
    state.close()
    with closing(sqlite3.connect(path.with_suffix(".version-1"))) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (1,)
        assert db.execute("SELECT block FROM article").fetchall() == [(7,)]
