"""Following links: letters on those in view, and the list of all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from onscreen import FILLER, on_screen, reading, rows, status, text, the_reader, until

from newsread.opening import Opening
from newsread_filters.model import Block, Span
from newsread_filters.reading import Reading


def linked(words: str, *links: tuple[str, str]) -> Block:
    """A paragraph in which some words lead somewhere."""
    spans = tuple(Span(words.index(part), words.index(part) + len(part), "link", href) for part, href in links)
    return Block(source_text=words, spans=spans)


STORY = reading(
    linked("The bridge was measured twice.", ("bridge", "https://gannet.example/bridge"), ("twice", "javascript:x()")),
    "The committee met.",
    linked("The ferry has a page too.", ("ferry", "https://gannet.example/ferry")),
    *(FILLER.format(number) for number in range(40)),
    linked("A long way down.", ("down", "https://gannet.example/down")),
)
Opener = Callable[[str], Opening]


def opener(source: str) -> Opening:
    """Open anything."""
    return Opening(source, lambda _: reading(f"This is {source}."))


async def test_f_puts_letters_on_the_links_in_view_and_a_letter_opens_one() -> None:
    """The letter stands before the words, nothing moves, and the letter opens the link here."""
    async with on_screen(STORY, opener=opener) as pilot:
        before = rows(pilot)
        await pilot.press("f")
        assert "The" + "abridge was measured twice." in text(pilot)
        assert "The" + "sferry has" in text(pilot)
        assert "letter opens it here" in status(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "This is https://gannet.example/ferry." in text(pilot))
        await pilot.press("H")
        assert rows(pilot)[:-2] == before[:-2]


async def test_a_capital_letter_opens_the_link_in_the_browser(browser: Path) -> None:
    """With Shift, the address goes to the user's browser, and the article stays."""
    async with on_screen(STORY) as pilot:
        await pilot.press("f", "A")
        await until(pilot, browser.exists)
        assert browser.read_text() == "https://gannet.example/bridge"  # noqa: ASYNC240 - a file of a few bytes
        assert "Opened in the browser" in status(pilot)


@pytest.mark.parametrize("key", ["escape", "z", "space"])
async def test_any_other_key_puts_the_letters_away(key: str) -> None:
    """Nothing is opened, and keys are commands again."""
    async with on_screen(STORY) as pilot:
        await pilot.press("f", key)
        assert "The bridge was measured" in text(pilot)
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_many_links_have_two_letters() -> None:
    """The first letter leaves those that begin with it; the second opens one."""
    words = " ".join(f"word{number:02}" for number in range(40))
    block = linked(words, *((f"word{number:02}", f"https://gannet.example/{number}") for number in range(40)))
    async with on_screen(reading(block), opener=opener) as pilot:
        await pilot.press("f", "m")
        assert "word24maord25msord26" in text(pilot)
        assert "sword01" not in text(pilot)
        await pilot.press("s")
        await until(pilot, lambda: "This is https://gannet.example/26." in text(pilot))


async def test_a_click_puts_the_letters_away() -> None:
    """Whatever is done by mouse, nothing is asked any more."""
    async with on_screen(STORY) as pilot:
        await pilot.press("f")
        await pilot.click(offset=(20, 6))
        assert "The bridge was measured" in text(pilot)
        assert not the_reader(pilot).prompting


async def test_without_links_in_view_f_says_so() -> None:
    """And names the list when there are links elsewhere."""
    async with on_screen(STORY) as pilot:
        await pilot.press("space", "f")
        assert "No links in view: to list all, press L" in status(pilot)
    async with on_screen(reading("Nothing here.")) as pilot:
        await pilot.press("f")
        assert status(pilot).startswith("No links in view  ·")
        await pilot.press("L")
        assert "No links in this article" in status(pilot)


async def test_the_list_holds_all_links_with_their_addresses() -> None:
    """L lists them from the cursor on; Enter opens the one under the cursor."""
    async with on_screen(STORY, opener=opener) as pilot:
        await pilot.press("L")
        assert "Links" in text(pilot)
        for part in ("bridge", "gannet.example/bridge", "gannet.example/down"):
            assert part in text(pilot)
        assert "javascript" not in text(pilot)
        await pilot.press("j", "enter")
        await until(pilot, lambda: "This is https://gannet.example/ferry." in text(pilot))


async def test_an_address_of_the_list_can_be_copied_or_left() -> None:
    """The key y copies it; Esc leaves everything as it was."""
    async with on_screen(STORY) as pilot:
        await pilot.press("L", "G", "y")
        assert pilot.app.clipboard == "https://gannet.example/down"
        assert "Copied the address" in status(pilot)
        await pilot.press("L", "escape", "j")
        assert the_reader(pilot).article.cursor == 1


async def test_brackets_in_links_are_shown_as_they_stand() -> None:
    """Neither the words nor the address of a link is markup."""
    story: Reading = reading(linked("See [/b] here.", ("[/b]", "https://gannet.example/?a=[red]x")))
    async with on_screen(story) as pilot:
        await pilot.press("L")
        assert "[/b]" in text(pilot)
        assert "gannet.example/?a=[red]x" in text(pilot)
