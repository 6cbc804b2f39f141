"""Filters that others wrote, in the reader: whatever they do, the article is there."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

import pytest
from hostile_filters import BORNE, HANGS_IN_C, KEPT, NAMES, STORY, WRONG, install
from onscreen import on_screen, text, until
from terminal import NEWSREAD, Terminal

from newsread.cli.read import _gathered
from newsread.layout.index import Index
from newsread.readings import Readings


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A story with a line about herring."""
    path = tmp_path / "page.txt"
    path.write_text(STORY, "utf8")
    return path


@pytest.fixture
def readings(tmp_path: Path) -> Iterator[Readings]:
    """Readings with the configuration in `tmp_path`, and so with the filters in the folder beside it.

    A page may take a minute: how busy the machine is must not change what is found.
    """
    config = tmp_path / "config.toml"
    config.touch()
    made = Readings(lambda *held: _gathered(Namespace(config=str(config)), *held), seconds=60)
    yield made
    made.close()


def opened(readings: Readings, page: Path) -> tuple[list[str], list[str]]:
    """The lines that stay of the page, and what its notices say."""
    opening = readings.opening(str(page)).start()
    opening.wait()
    assert isinstance(opening.outcome, Index), opening.outcome
    reading = opening.outcome.reading
    lines = [block.text for block in reading.article.blocks if not block.removed]
    return lines, [notice.message for notice in reading.notices]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_filter_that_goes_wrong_is_named_and_costs_nothing_else(
    readings: Readings, tmp_path: Path, page: Path, wrong: str
) -> None:
    """The article is there, cleaned by all other filters, and a notice says which filter was left out and why."""
    action, told = WRONG[wrong]
    install(tmp_path, "broken", action)
    install(tmp_path, "herring", NAMES)
    lines, (notice,) = opened(readings, page)
    assert lines == KEPT
    assert notice.startswith("The filter broken failed and was left out: ")
    assert told in notice


@pytest.mark.parametrize("borne", BORNE)
def test_what_a_filter_does_beside_its_work_is_gone_with_its_process(
    readings: Readings, tmp_path: Path, page: Path, borne: str
) -> None:
    """It cleans as any other, in this article and the next, and nobody notices what it did besides."""
    install(tmp_path, "broken", BORNE[borne])
    assert opened(readings, page) == opened(readings, page) == (KEPT, [])


def test_two_filters_that_hang_are_both_left_out(readings: Readings, tmp_path: Path, page: Path) -> None:
    """Each is named, and the article is there clean."""
    install(tmp_path, "broken", HANGS_IN_C)
    install(tmp_path, "cod", HANGS_IN_C)
    install(tmp_path, "herring", NAMES)
    lines, notices = opened(readings, page)
    assert lines == KEPT
    assert [notice.split()[2] for notice in notices] == ["broken", "cod"]


async def test_a_filter_that_hangs_is_named_on_the_screen(readings: Readings, tmp_path: Path, page: Path) -> None:
    """Above the article, which is clean but for what that filter would have removed."""
    install(tmp_path, "broken", HANGS_IN_C)
    install(tmp_path, "herring", NAMES)
    async with on_screen(readings.opening(str(page)).start()) as pilot:
        told = "The filter broken failed and was left out: it was stopped after 1.5 seconds"
        await until(pilot, lambda: told in " ".join(text(pilot).split()))
        shown = " ".join(text(pilot).split())
        assert KEPT[1] in shown
        assert "herring" not in shown


def test_what_a_filter_prints_does_not_reach_the_terminal(tmp_path: Path, page: Path) -> None:
    """Neither by print nor on the descriptors, in the real program."""
    (tmp_path / "config.toml").touch()
    install(tmp_path, "broken", BORNE["prints"].replace("NOISE", "N0ISE"))
    terminal = Terminal("--config", str(tmp_path / "config.toml"), str(page), cwd=tmp_path, program=NEWSREAD)
    try:
        terminal.wait_for(KEPT[1])
        assert "herring" not in terminal.text
        terminal.press("q")
        assert terminal.end() == 0
        assert b"N0ISE" not in terminal.drawn
    finally:
        terminal.close()
