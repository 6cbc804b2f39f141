"""Correcting who said a quote, in the reader with the real engine behind it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from onscreen import on_screen, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.config.declaration import Settings
from newsread.opening import Opening
from newsread.readings import Readings
from newsread_filters.model import Page

STORY = """The bridge

The council met on Tuesday in the hall of the harbour to speak about the bridge and the ferry.

"The bridge opens on Monday, whatever anybody says," said council leader Dorothea Pell.

Billie Crake, the skipper of the ferry, shook her head at the back of the hall. Ruben Oyelade sat beside her.

"It will be forty centimetres too low for the ferry," said a voice from the back row.

"Point taken, but we have measured it twice," said Ms Pell.
"""
WORDS = "forty centimetres too low"


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Where the state is kept."""
    return tmp_path / "state.sqlite"


@pytest.fixture
def readings(state: Path) -> Iterator[Readings]:
    """Reads in another process."""
    made = Readings(lambda: (Settings(), ()), state)
    yield made
    made.close()


def opened(readings: Readings, story: str = STORY) -> Opening:
    """The story, read as it is opened."""
    opening = readings.opening("story.txt", Page(source="story.txt", data=story.encode()))
    opening.start()
    opening.wait()
    return opening


def said(pilot: Pilot[int], words: str) -> list[str | None]:
    """Who is said to have spoken these words, in the order of the text."""
    return [quote.speaker for quote in the_reader(pilot).quotes.quotes if words in quote.text]


def speaker(pilot: Pilot[int]) -> str | None:
    """Who is said to have spoken of the centimetres."""
    return said(pilot, WORDS)[0]


async def test_a_speaker_is_chosen_from_the_people_of_the_article(readings: Readings, state: Path) -> None:
    """The quoted ones and those named near by; the choice is undone, done again, and there the next time."""
    async with on_screen(opened(readings), opener=readings.opening, state=state) as pilot:
        before = speaker(pilot)
        await pilot.press("]", "]", "S")
        await until(pilot, lambda: "Who said “It will be forty" in text(pilot))
        assert all(name in text(pilot) for name in ("Dorothea Pell", "Billie Crake", "Ruben Oyelade"))
        await pilot.press(*"crake", "enter")
        await until(pilot, lambda: speaker(pilot) == "Billie Crake")
        assert "Speaker corrected to Billie Crake" in status(pilot)
        assert "said · speaker corrected" in text(pilot)
        assert the_reader(pilot).quotes.number == 1
        await pilot.press("u")
        assert "Undone: speaker corrected to Billie Crake" in status(pilot)
        await until(pilot, lambda: speaker(pilot) == before)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: speaker(pilot) == "Billie Crake")
    async with on_screen(opened(readings), opener=readings.opening, state=state) as pilot:
        assert speaker(pilot) == "Billie Crake"


async def test_any_name_can_be_typed_and_nobody_be_chosen(readings: Readings) -> None:
    """Somebody the article does not name; nobody; and back to what newsread found."""
    async with on_screen(opened(readings), opener=readings.opening) as pilot:
        found = speaker(pilot)
        await pilot.press("tab", "j", "S", *"Ida Brook", "enter")
        await until(pilot, lambda: speaker(pilot) == "Ida Brook")
        await pilot.press("S", *"nobody", "enter")
        await until(pilot, lambda: speaker(pilot) is None)
        assert "Speaker corrected to nobody" in status(pilot)
        await pilot.press("S", *"newsread", "enter")
        await until(pilot, lambda: speaker(pilot) == found)
        assert not the_reader(pilot).overrides.speakers


async def test_of_quotes_with_the_same_words_the_one_pointed_at_is_corrected(readings: Readings) -> None:
    """The second "Never again!" is another's; the first stays whose it is, and so does the correction when undone."""
    twice = STORY + '\n"Never again!" said Ms Pell.\n\nThe hall was quiet.\n\n"Never again!" said Billie Crake.\n'
    async with on_screen(opened(readings, twice), opener=readings.opening) as pilot:
        await pilot.press("tab", "j", "j", "j", "j", "S", *"ruben", "enter")
        await until(pilot, lambda: said(pilot, "Never again!") == ["Dorothea Pell", "Ruben Oyelade"])
        await pilot.press("u")
        await until(pilot, lambda: said(pilot, "Never again!") == ["Dorothea Pell", "Billie Crake"])


async def test_without_a_quote_under_the_cursor_there_is_nothing_to_correct(readings: Readings) -> None:
    """The status line says how to come to one."""
    async with on_screen(opened(readings), opener=readings.opening) as pilot:
        await pilot.press("S")
        assert "No quote here; for the next, press ]" in status(pilot)


async def test_leaving_the_menu_changes_nothing(readings: Readings) -> None:
    """Esc forgets what was typed, then closes."""
    async with on_screen(opened(readings), opener=readings.opening) as pilot:
        found = speaker(pilot)
        await pilot.press("]", "]", "S", *"crake", "escape", "escape")
        assert speaker(pilot) == found
        await pilot.press("u")
        assert "Nothing to undo" in status(pilot)
