"""The whole page, when the article looks as if something were missing."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from onscreen import current, on_screen, reading, rows, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.config.declaration import Settings
from newsread.layout.aligned import Aligned
from newsread.opening import Opening
from newsread.readings import Readings
from newsread_filters.model import Block, Notice, Page

PARAGRAPH = "The harbour committee met again on Tuesday, and as the clerk noted it agreed on nothing, in number {}."
PARAGRAPHS = "".join(f"<p>{PARAGRAPH.format(number)}</p>" for number in range(30))
ASIDE = "".join(
    f"<p>Aside {number}: the donkey that was elected mayor is said to be in good health.</p>" for number in range(9)
)
PAGE = Page(
    source="page.html",
    data=f"<body><nav><a href='/'>All of the harbour's news</a></nav><aside>{ASIDE}</aside>"
    f"<article><h1>The bridge</h1>{PARAGRAPHS}</article></body>".encode(),
)


@pytest.fixture
def readings() -> Iterator[Readings]:
    """Reads in another process."""
    made = Readings(lambda: (Settings(), ()))
    yield made
    made.close()


def shown(readings: Readings, page: Page = PAGE) -> Opening:
    """The page, read as it is opened."""
    opening = readings.opening("page.html", page)
    opening.start()
    opening.wait()
    return opening


async def to_whole(pilot: Pilot[int]) -> None:
    """Press the key, and wait for the whole page."""
    await pilot.press("v")
    await until(pilot, lambda: the_reader(pilot).whole)


async def test_v_shows_the_whole_page_and_the_article_again(readings: Readings) -> None:
    """The cursor stays on its paragraph, and that on its row; the status line says what is shown."""
    async with on_screen(shown(readings), (80, 40), opener=readings.opening) as pilot:
        await pilot.press(*["j"] * 16)
        here, row = current(pilot), next(y for y, each in enumerate(rows(pilot)) if "┃" in each[:10])
        await to_whole(pilot)
        assert "whole page" in status(pilot)
        assert (current(pilot), next(y for y, each in enumerate(rows(pilot)) if "┃" in each[:10])) == (here, row)
        await pilot.press("g", "g")
        assert "All of the harbour's news" in text(pilot)
        assert "Aside 3" in text(pilot)
        await pilot.press("v")
        assert "All of the harbour's news" not in text(pilot)
        assert "whole page" not in status(pilot)


async def test_a_search_goes_on_in_the_whole_page(readings: Readings) -> None:
    """What is found is what is shown; Esc leaves the search, and then the whole page."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        await pilot.press("/", *"donkey", "enter")
        assert "not found" in status(pilot)
        await to_whole(pilot)
        await pilot.press("n")
        assert "/donkey  1 of 9" in status(pilot)
        await pilot.press("escape")
        assert the_reader(pilot).whole
        await pilot.press("escape")
        assert not the_reader(pilot).whole


async def test_nothing_is_removed_from_the_whole_page(readings: Readings) -> None:
    """The key that shows removed lines says so, with the key that leads back."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        await to_whole(pilot)
        await pilot.press("c")
        assert "Nothing is removed from the whole page; for the article, press v" in status(pilot)


async def test_reading_the_article_again_shows_the_article(readings: Readings) -> None:
    """What was changed is to be seen there."""
    async with on_screen(shown(readings), opener=readings.opening) as pilot:
        reader = the_reader(pilot)
        await to_whole(pilot)
        reader.reread()
        await until(pilot, lambda: not reader.whole)
        assert "All of the harbour's news" not in text(pilot)


async def test_an_article_that_looks_short_says_which_key_shows_the_rest() -> None:
    """The notice stands above the title, with the key in force."""
    made = reading("Text.", notices=(Notice("left-out", "This page has 4 times as much text."),))
    async with on_screen(made, keys={"whole_page": ("V",)}) as pilot:
        assert "This page has 4 times as much text. To see all of it, press V." in text(pilot)


texts = st.lists(st.sampled_from("abcdefgh"), max_size=12)


@given(texts, texts)
def test_a_paragraph_is_found_in_the_other_text_when_it_is_there(one: list[str], other: list[str]) -> None:
    """By its words; what is in both is found both ways, and anything else leads to something that is there."""
    made = Aligned([Block(source_text=text) for text in one], [Block(source_text=text) for text in other])
    for number, text_of_block in enumerate(one):
        there = made.to_other(number)
        if text_of_block in other:
            assert other[there] == text_of_block
            assert one[made.to_one(there)] == text_of_block
        assert there == 0 or other[there] in one
    assert made.to_other(-1) == -1
