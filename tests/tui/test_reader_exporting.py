"""Writing the article to a file."""

import json
import os
from pathlib import Path

import pytest
from onscreen import long_reading, on_screen, rows, status, until


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that newsread was started in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("key", "extension", "holds"),
    [
        ("t", "txt", "A bridge too low"),
        ("m", "md", "# A bridge too low"),
        ("j", "json", '"title": "A bridge too low"'),
        ("h", "html", "<h1>A bridge too low</h1>"),
    ],
)
async def test_w_writes_the_article_in_the_format_of_the_letter(
    folder: Path, key: str, extension: str, holds: str
) -> None:
    """The file is named for the title, holds article and quotes, and no removed line."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w")
        assert "m Markdown" in status(pilot)
        await pilot.press(key)
        await until(pilot, lambda: "Written to" in status(pilot))
        written = (folder / f"A bridge too low.{extension}").read_text("utf8")
        assert holds in written
        assert "There is no bridge 9" in written
        assert "Donkey" not in written


async def test_removed_lines_are_written_on_request(folder: Path) -> None:
    """The key r puts them in, or takes them out again."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w", "r", "r", "r", "j")
        await until(pilot, lambda: "Written to" in status(pilot))
    written = json.loads((folder / "A bridge too low.json").read_text("utf8"))
    assert "Donkey elected mayor of village 4" in json.dumps(written)


async def test_a_file_that_is_there_is_never_overwritten(folder: Path) -> None:
    """The new one gets a number."""
    (folder / "A bridge too low.txt").write_text("Mine.")
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w", "t")
        await until(pilot, lambda: "A bridge too low 2.txt" in status(pilot))
    assert (folder / "A bridge too low.txt").read_text() == "Mine."


async def test_any_other_key_writes_nothing(folder: Path) -> None:
    """Esc leaves at once, another letter says what to do."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w", "x")
        assert "Not written" in status(pilot)
        await pilot.press("w", "escape", "j")
    assert list(folder.iterdir()) == []  # noqa: ASYNC240 - an empty folder


async def test_a_folder_that_is_gone_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader goes on, and says why nothing was written."""
    gone = folder / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w", "t")
        await until(pilot, lambda: "Not written to the folder that newsread was started in: " in status(pilot))
        assert pilot.app.is_running


@pytest.mark.skipif(not os.access("/proc/self", os.R_OK), reason="no folder here takes nothing from root either")
async def test_a_folder_that_takes_nothing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not the file of a passing name that was to be written there first."""
    monkeypatch.chdir("/proc/self")
    async with on_screen(long_reading()) as pilot:
        await pilot.press("w", "t")
        await until(pilot, lambda: f"Not written to /proc/{os.getpid()}: " in status(pilot))


async def test_all_that_can_be_chosen_stands_in_a_narrow_window() -> None:
    """Also how to leave without writing."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        await pilot.press("w")
        assert all(told in rows(pilot)[-2] for told in ("t text", "h HTML", "r removed too", "Esc leaves"))
