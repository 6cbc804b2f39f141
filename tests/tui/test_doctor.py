"""`newsread doctor`, as the real command prints it."""

import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Newsread
from loopback import Loopback
from terminal import Terminal

from newsread.doctor import memory
from newsread.state import State
from newsread_filters.registry import BUILTIN

FILTER = '''
import itertools, sys
from newsread_filters import Clutter, Example, Filter

class Herring(Filter):
    """Offers of herring."""
    name = "herring"
    examples = (Example("The harbour opened.\\n\\nBuy our herring now.", "{after}", "an offer"),)
    def find(self, article):
        for block in article.blocks:
            if "herring" in block.text:
                {action}
                yield Clutter(block.number, "an offer of herring")
'''
Doctor = Callable[..., tuple[int, dict[str, list[str]]]]


@pytest.fixture
def doctor(newsread: Newsread, tmp_path: Path) -> Doctor:
    """Run the command; its status, and what it found, by what it is about: "FAIL ..." and so on."""

    def run(*arguments: str, **environment: str) -> tuple[int, dict[str, list[str]]]:
        own = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
        done = newsread("doctor", *arguments, **own | environment)
        assert done.stderr == ""
        found: dict[str, list[str]] = {}
        for line in done.stdout.splitlines()[:-1]:
            level, what, told = re.fullmatch(r"(PASS|WARN|FAIL) ([\w ]+): (.+)", line).groups()  # type: ignore[union-attr]
            found.setdefault(what, []).append(f"{level} {told}")
        levels = [each[:4] for told in found.values() for each in told]
        count = {level: levels.count(level) for level in ("PASS", "WARN", "FAIL")}
        assert done.stdout.splitlines()[-1] == (
            f"{count['PASS']} passed, {count['WARN']} to know about, {count['FAIL']} to mend."
        )
        assert done.returncode == (1 if count["FAIL"] else 0)
        return done.returncode, found

    return run


def install(tmp_path: Path, after: str = "The harbour opened.", action: str = "") -> None:
    """Put a filter where newsread looks for it."""
    folder = tmp_path / "newsread" / "filters"
    folder.mkdir(parents=True)
    (folder / "herring.py").write_text(FILTER.format(after=after, action=action), "utf8")


def test_a_sound_installation_has_nothing_to_mend(doctor: Doctor) -> None:
    """Libraries, filters and their examples are well, and what is not there yet is no fault."""
    status, found = doctor()
    assert status == 0
    assert found["newsread"][0].startswith("PASS")
    assert "textual" in found["libraries"][0]
    assert found["configuration"][0].endswith("is not there, so everything is at its default")
    assert found["examples"][0].startswith("PASS")
    assert found["state"][0].endswith("is not there yet and can be made")
    assert found["network"] == ["PASS not tried (--network ADDRESS tries it)"]


def test_into_a_pipe_it_says_what_follows(doctor: Doctor) -> None:
    """No terminal is no failure, but something to know."""
    _, found = doctor()
    assert found["standard output"][0].startswith("WARN not a terminal, so there newsread prints")
    assert found["standard error"][0].startswith("WARN not a terminal")


def test_every_problem_of_the_configuration_is_listed(doctor: Doctor, tmp_path: Path) -> None:
    """Each with its line, as `newsread config check` says it."""
    (tmp_path / "newsread").mkdir()
    (tmp_path / "newsread" / "config.toml").write_text("[reader]\nmeasure = 'wide'\nthem = 1\n", "utf8")
    status, found = doctor()
    assert status == 1
    assert len(found["configuration"]) == 2
    assert "config.toml:2: reader.measure" in found["configuration"][0]
    assert "config.toml:3: reader.them" in found["configuration"][1]
    assert all(told.endswith(". Until that is mended, the default holds.") for told in found["configuration"])
    assert not any(".." in told or ".;" in told for told in found["configuration"])


def test_a_filter_of_ones_own_is_tried(doctor: Doctor, tmp_path: Path) -> None:
    """When its example comes out as it says, all is well."""
    install(tmp_path)
    status, found = doctor()
    assert status == 0
    assert found["filters"][0].startswith(f"PASS {len(BUILTIN) + 1} installed")


@pytest.mark.parametrize(
    ("after", "action", "told"),
    [
        ("Something else.", "", "that are not the 1 documented"),
        ("The harbour opened.", "raise ValueError('no herring')", "no herring"),
        ("The harbour opened.", "sum(itertools.repeat(1, sys.maxsize))", "it was stopped"),
    ],
)
def test_a_filter_that_fails_its_example_is_named(
    doctor: Doctor, tmp_path: Path, after: str, action: str, told: str
) -> None:
    """Also one that raises, and one that hangs where nothing in its own process could end it."""
    install(tmp_path, after, action)
    status, found = doctor()
    assert status == 1
    assert found["filter herring"][0].startswith("FAIL")
    assert told in found["filter herring"][0]
    assert "herring.py" in found["filter herring"][0]


def test_a_filter_that_does_not_load_is_named(doctor: Doctor, tmp_path: Path) -> None:
    """With its file and the error."""
    install(tmp_path)
    (tmp_path / "newsread" / "filters" / "broken.py").write_text("import nothing_of_the_kind\n", "utf8")
    status, found = doctor()
    assert status == 1
    assert "broken.py" in found["filters"][0]
    assert "nothing_of_the_kind" in found["filters"][0]


def state_in(tmp_path: Path) -> Path:
    """A sound state file."""
    path = tmp_path / "newsread" / "newsread.sqlite"
    state = State(path)
    state.remember("a", "a", None, None)
    state.close()
    return path


def test_a_sound_state_file_passes(doctor: Doctor, tmp_path: Path) -> None:
    """And is not changed by being looked at."""
    path = state_in(tmp_path)
    before = path.read_bytes()
    assert doctor()[1]["state"] == [f"PASS {path}"]
    assert path.read_bytes() == before


def test_a_damaged_state_file_is_told_and_left(doctor: Doctor, tmp_path: Path) -> None:
    """The doctor looks, the next start mends."""
    path = state_in(tmp_path)
    path.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    assert doctor()[1]["state"][0].startswith(f"WARN {path} is damaged")
    assert path.read_bytes().endswith(b"\xff" * 5000)


def test_a_newer_state_file_fails(tmp_path: Path) -> None:
    """It can be used by a newer newsread only."""
    path = state_in(tmp_path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    (finding,) = memory.check(path)
    assert finding.level == "FAIL"
    assert "newer newsread" in finding.told


def test_a_state_file_that_cannot_be_made_fails(doctor: Doctor, tmp_path: Path) -> None:
    """A file stands where a folder should be."""
    (tmp_path / "file").touch()
    status, found = doctor(XDG_STATE_HOME=str(tmp_path / "file"))
    assert status == 1
    assert found["state"][0].startswith("FAIL")
    assert "cannot be made" in found["state"][0]


def test_browser_and_editor_are_looked_for(doctor: Doctor, tmp_path: Path) -> None:
    """What the variables name is there, or it is said that it is not; unnamed, the editor that `e` opens is named."""
    _, found = doctor(BROWSER="true", VISUAL="true --wait", EDITOR="")
    assert found["browser"][0].startswith("PASS")
    assert found["editor"] == ["PASS true --wait (VISUAL)"]
    _, found = doctor(BROWSER="no-such-browser", VISUAL="", EDITOR="no-such-editor", PATH="/nonexistent")
    assert found["browser"][0].startswith("WARN none found")
    assert found["editor"][0].startswith("WARN EDITOR names no-such-editor, which is not there")
    _, found = doctor(VISUAL="", EDITOR="", PATH="/nonexistent")
    assert found["editor"][0].startswith("WARN none found")
    (tmp_path / "vi").touch(0o755)
    _, found = doctor(VISUAL="", EDITOR="", PATH=str(tmp_path))
    assert found["editor"][0].startswith(f"PASS {tmp_path}/vi (")


def test_the_network_is_tried_on_request_only(doctor: Doctor, server: Loopback) -> None:
    """The address given is fetched as the reader would, and nothing else is."""
    address = server.page("/a", b"<p>The harbour of Lowmere opened on Monday.</p>")
    assert server.asked == []
    assert doctor("--network", address)[1]["network"] == [f"PASS {address} sent 47 bytes of text/html; charset=utf-8"]
    assert [path for path, _ in server.asked] == ["/a"]
    status, found = doctor("--network", f"{server.address}/nowhere")
    assert status == 1
    assert "404" in found["network"][0]


def test_the_network_takes_an_address(newsread: Newsread) -> None:
    """A file or another scheme is wrong usage."""
    for source in ("page.html", "ftp://example.org/"):
        assert newsread("doctor", "--network", source).returncode == 2


def test_without_a_usable_terminal_type_it_says_what_works(doctor: Doctor) -> None:
    """Into a pipe that is no failure: the reader is not to be started there."""
    _, found = doctor(TERM="dumb")
    assert found["terminal"][0].startswith("WARN TERM is dumb")
    assert "--linear" in found["terminal"][0]


def test_a_locale_that_is_no_utf8_is_told(doctor: Doctor) -> None:
    """Or one that is not installed."""
    _, found = doctor(LC_ALL="xx_YY.ISO-8859-1", PYTHONCOERCECLOCALE="0")
    assert found["locale"][0].startswith("WARN")


@pytest.mark.parametrize(
    ("size", "told"),
    [
        ((120, 30), "PASS size: 120 columns, 30 rows"),
        ((80, 24), "PASS size: 80 columns, 24 rows (from 100 columns"),
        ((90, 4), "FAIL size: 90 columns, 4 rows: make the window larger, at least 20 by 5."),
    ],
)
def test_in_a_terminal_its_abilities_are_told(tmp_path: Path, size: tuple[int, int], told: str) -> None:
    """Name, colours and size; one that is too small for the reader fails."""
    terminal = Terminal("doctor", cwd=tmp_path, size=size)
    status = terminal.end()
    drawn = terminal.drawn.decode()
    terminal.close()
    assert "PASS standard output: a terminal" in drawn
    assert "PASS terminal: xterm-256color" in drawn
    assert "PASS colours: 16 million" in drawn
    assert told in drawn
    assert status == (1 if "FAIL" in told else 0)
    assert "\x1b" not in drawn
