"""Filters that others wrote, in the real command: whatever they do, the article is there."""

import json
import os
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest
from conftest import COMMAND, Newsread
from hostile_filters import BORNE, HANGS_IN_C, KEPT, NAMES, STORY, WRONG, install


@pytest.fixture(autouse=True)
def _own_configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command's configuration, and so its folder of filters, lie in `tmp_path`."""
    monkeypatch.setenv("NEWSREAD_CONFIG", str(tmp_path / "config.toml"))


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A story with a line about herring."""
    path = tmp_path / "page.txt"
    path.write_text(STORY, "utf8")
    return path


def cleaned(newsread: Newsread, *sources: str) -> list[dict[str, Any]]:
    """What `clean` prints as JSON."""
    done = newsread("clean", "--format", "json", *sources)
    return [json.loads(line) for line in done.stdout.splitlines()]


def kept(result: dict[str, Any]) -> list[str]:
    """The lines that stay."""
    return [block["text"] for block in result["blocks"] if not block["removed"]]


def test_a_filter_of_the_folder_cleans_with_its_name_and_reason(newsread: Newsread, tmp_path: Path, page: Path) -> None:
    """It runs beside the built-in ones, and its cuts say so."""
    install(tmp_path, "herring", NAMES)
    (result,) = cleaned(newsread, page.name)
    assert kept(result) == KEPT
    assert {cut["filter"] for block in result["blocks"] for cut in block["cuts"]} == {"duplicate_title", "herring"}


@pytest.mark.parametrize("wrong", WRONG)
def test_a_filter_that_goes_wrong_is_named_and_costs_nothing_else(
    newsread: Newsread, tmp_path: Path, page: Path, wrong: str
) -> None:
    """The article is there, cleaned by all other filters, and a notice says which filter was left out and why."""
    action, told = WRONG[wrong]
    install(tmp_path, "broken", action)
    install(tmp_path, "herring", NAMES)
    (result,) = cleaned(newsread, page.name)
    assert kept(result) == KEPT
    (notice,) = result["notices"]
    assert notice["kind"] == "filter-failed"
    assert "The filter broken failed and was left out: " in notice["message"]
    assert told in notice["message"]


@pytest.mark.parametrize("borne", BORNE)
def test_what_a_filter_does_beside_its_work_is_gone_with_its_process(
    newsread: Newsread, tmp_path: Path, page: Path, borne: str
) -> None:
    """It cleans as any other, the command ends, and nothing of what it did besides is seen."""
    install(tmp_path, "broken", BORNE[borne])
    done = newsread("clean", page.name, page.name)
    assert (done.returncode, done.stderr) == (0, "")
    assert "NOISE" not in done.stdout
    assert "herring" not in done.stdout
    assert done.stdout.count(KEPT[1]) == 2


def test_a_filter_that_had_to_be_stopped_is_not_asked_again(newsread: Newsread, tmp_path: Path, page: Path) -> None:
    """One that brings its process down does so once; every later article says that it was left out."""
    install(tmp_path, "broken", "open('ran', 'a').write('x'); os._exit(0)")
    results = cleaned(newsread, page.name, page.name, page.name)
    assert [len(result["notices"]) for result in results] == [1, 1, 1]
    assert (tmp_path / "ran").read_text("utf8") in {"", "x"}


def test_the_user_can_do_without_them(newsread: Newsread, tmp_path: Path, page: Path) -> None:
    """--filters chooses others' filters by name like any, and a rule that keeps a line beats them."""
    install(tmp_path, "herring", NAMES)
    assert "herring" in newsread("clean", "--filters", "none", page).stdout
    assert "herring" in newsread("clean", "--filters", "duplicate_title", page).stdout
    assert "herring" not in newsread("clean", "--filters", "herring", page).stdout
    rule = '[[rules]]\ncontains = "herring"\naction = "keep"\n'
    (tmp_path / "config.toml").write_text(rule, "utf8")
    assert "herring" in newsread("clean", page).stdout


def test_they_are_listed_with_where_they_come_from(newsread: Newsread, tmp_path: Path) -> None:
    """After the built-in ones, by name; a broken file is complained of."""
    for name in ("zebra", "anchovy"):
        install(tmp_path, name, NAMES)
    (tmp_path / "filters" / "broken.py").write_text("def (", "utf8")
    (tmp_path / "filters" / "_words.py").write_text("WORDS = ()", "utf8")
    done = newsread("filters")
    *_, first, second = done.stdout.splitlines()
    assert (first.split()[1], second.split()[1]) == ("anchovy", "zebra")
    assert first.endswith(str(tmp_path / "filters" / "anchovy.py"))
    assert "broken.py could not be loaded: SyntaxError" in done.stderr
    assert done.stderr.count("\n") == 1


def test_what_a_filter_says_of_itself_cannot_drive_a_terminal(newsread: Newsread, tmp_path: Path) -> None:
    """Its documentation is outside text like any other."""
    install(tmp_path, "herring", NAMES)
    path = tmp_path / "filters" / "herring.py"
    path.write_text(path.read_text("utf8").replace("Does something", "\\x1b]0;title\\x07Does something"), "utf8")
    for arguments in ((), ("herring",)):
        done = newsread("filters", *arguments)
        assert "Does something" in done.stdout
        assert not {"\x1b", "\x07"} & set(done.stdout + done.stderr)


def test_an_interrupt_ends_the_command_also_while_a_filter_hangs(tmp_path: Path, page: Path) -> None:
    """Ctrl+c stops the filter's process too."""
    began = tmp_path / "began"
    os.mkfifo(began)
    install(tmp_path, "broken", f"began = open({str(began)!r}, 'wb', 0); began.write(b'!'); {HANGS_IN_C}")
    running = subprocess.Popen([*COMMAND, "clean", page], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    with began.open("rb") as held:
        assert held.read(1) == b"!"
        running.send_signal(signal.SIGINT)
        assert running.communicate() == (b"", b"")
        assert running.returncode == 130
        assert held.read() == b""  # it ends when the last process that holds it open has ended
