"""`newsread quotes --speaker NAME`: the quotes of some speakers, as the quotes pane chooses them."""

import json
from pathlib import Path

import pytest
from conftest import Newsread

STORY = """The bridge

"The bridge opens on Monday, whatever anybody says," said council leader Dorothea Pell.

"It will be forty centimetres too low for the ferry," said Billie Crake, the skipper.

"Point taken, but we have measured it twice," said Ms Pell.
"""
OTHER = 'The ferry\n\n"We missed the noise of it on all nine days," said Ida Brook.\n'


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Two stories."""
    (tmp_path / "bridge.txt").write_text(STORY)
    (tmp_path / "ferry.txt").write_text(OTHER)
    return tmp_path


def test_a_part_of_a_name_is_enough(newsread: Newsread, pages: Path) -> None:
    """All quotes of that speaker, also where the article says “Ms Pell”, and nobody else's."""
    done = newsread("quotes", "--speaker", "pell", pages / "bridge.txt")
    assert done.stdout.count("Dorothea Pell") == 2
    assert "Billie Crake" not in done.stdout
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_every_format_is_chosen_from(newsread: Newsread, pages: Path, form: str) -> None:
    """The words of the others are in none of them."""
    done = newsread("quotes", "--speaker", "crake", "--format", form, pages / "bridge.txt")
    assert "forty centimetres" in done.stdout
    assert "measured it twice" not in done.stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [("crak", "Billie Crake"), ("Pall", "Did you mean Dorothea Pell?"), ("zzz", "but Dorothea Pell, Billie Crake.")],
)
def test_a_name_that_nobody_has_says_who_is_quoted(newsread: Newsread, pages: Path, name: str, told: str) -> None:
    """The nearest names, else the most quoted ones; the status is 1. A part of a name is found."""
    done = newsread("quotes", "--speaker", name, pages / "bridge.txt")
    assert told in done.stdout + done.stderr
    assert done.returncode == (0 if name == "crak" else 1)


def test_one_source_of_several_is_enough(newsread: Newsread, pages: Path) -> None:
    """Somebody is quoted in one of them; JSON still has a line for each."""
    done = newsread("quotes", "--speaker", "brook", "--format", "json", pages / "bridge.txt", pages / "ferry.txt")
    assert [len(json.loads(line)["quotes"]) for line in done.stdout.splitlines()] == [0, 1]
    assert (done.returncode, done.stderr) == (0, "")


def test_an_empty_name_is_refused(newsread: Newsread, pages: Path) -> None:
    """It would mean everybody, and hides a mistake in a script."""
    done = newsread("quotes", "--speaker", "", pages / "bridge.txt")
    assert done.returncode == 2
    assert "--speaker" in done.stderr


def test_nobody_at_all(newsread: Newsread) -> None:
    """An article without quotes says that."""
    done = newsread("quotes", "--speaker", "pell", "-", stdin="The bridge\n\nNobody said anything on Tuesday.\n")
    assert "nor is anybody else" in done.stderr
    assert done.returncode == 1
