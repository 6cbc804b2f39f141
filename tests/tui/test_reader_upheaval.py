"""The mouse, and other sizes of the window, while something is open or typed: nothing of it is lost."""

import pytest
from onscreen import current, long_reading, on_screen, quote, reading, resize, rows, status, text, the_reader, until
from textual.events import MouseDown, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.pilot import Pilot

from newsread_filters.model import Block, Reading

SIZES = ((80, 24), (40, 10), (20, 5), (5, 2), (1, 1), (99, 7))
LEFT = 1


def article() -> Reading:
    """An article with headings, quotes and wide characters."""
    said = [f"“There is no 漢字 bridge {number},” said Dorothea Pell." for number in range(9)]
    heading = Block(kind="heading", source_text="A bridge", level=2)
    blocks = [block for each in said for block in (heading, Block(source_text=each))]
    quotes = [quote(2 * number + 1, each, each[1 : each.index(",")]) for number, each in enumerate(said)]
    return reading(*blocks, quotes=tuple(quotes), title="A bridge too low")


def place(pilot: Pilot[int], words: str) -> tuple[int, int]:
    """Where `words` are."""
    y = next(number for number, row in enumerate(rows(pilot)) if words in row)
    return rows(pilot)[y].index(words), y


@pytest.mark.parametrize(
    "keys",
    [
        ("x", "j", "j"),
        ("T", "j", "j"),
        ("O", "down"),
        ("question_mark", *"jjj"),
        ("colon", *"quo", "down"),
        ("slash", *"bridge"),
        ("P", *"Dor"),
    ],
)
async def test_other_sizes_take_nothing_away_from_what_is_open(keys: tuple[str, ...]) -> None:
    """Down to a single cell and back, with the wheel turned in between: it is as it was."""
    async with on_screen(article(), (60, 15)) as pilot:
        await pilot.press(*keys)
        await pilot.pause()
        before = text(pilot)
        for columns, lines in (*SIZES, (60, 15)):
            await resize(pilot, columns, lines)
            await pilot._post_mouse_events([MouseScrollDown, MouseScrollUp], offset=(0, 0))
        await until(pilot, lambda: text(pilot) == before)


async def test_no_window_is_too_small_for_the_reader() -> None:
    """Its own rows are drawn as far as there is room, and it does not take the wheel for itself."""
    async with on_screen(long_reading(), (5, 1)) as pilot:
        assert not pilot.app.screen.show_vertical_scrollbar
        await resize(pilot, 120, 40)
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_a_click_takes_the_keys_from_no_line_that_is_typed() -> None:
    """It goes to the paragraph as ever; what is typed then goes on where it was."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("slash", *"in num")
        await pilot.click(offset=place(pilot, "in number 2."))
        assert the_reader(pilot).article.cursor == 2
        await pilot.press(*"ber 7", "enter")
        assert "/in number 7  1 of 1" in status(pilot)
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 9


async def test_a_command_of_the_key_bar_leaves_the_line_that_is_typed() -> None:
    """As Esc does; another line takes its place."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("slash", *"bridge")
        await pilot.click(offset=place(pilot, "/ search"))
        await until(pilot, lambda: "Search the text" in text(pilot))
        await pilot.press(*"ferry", "escape")
        assert not the_reader(pilot).prompting
        await pilot.press("slash", "a")
        await pilot.click(offset=place(pilot, "c removed"))
        assert the_reader(pilot).article.cuts
        assert not the_reader(pilot).prompting
        await pilot.press("j")
        assert the_reader(pilot).article.cursor == 1


async def test_a_line_that_is_left_gives_keys_and_mouse_back() -> None:
    """Also when the panel that had the keys before is gone, and a button is held down on the line."""
    async with on_screen(long_reading()) as pilot:
        reader, answers = the_reader(pilot), list[str]()
        await pilot.press("x")
        reader.prompt("Name ", "of something", answers.append)
        await until(pilot, lambda: "of something" in text(pilot))
        reader.close_panel()
        await pilot._post_mouse_events([MouseDown], offset=place(pilot, "of something"), button=LEFT)
        await pilot.press(*"ab", "enter")
        await pilot.press("j")
        assert (answers, reader.article.cursor) == (["ab"], 1)
        await pilot._post_mouse_events([MouseDown], offset=place(pilot, "in number 2."), button=LEFT)
        await pilot._post_mouse_events([MouseMove, MouseUp], offset=place(pilot, "2."), button=LEFT)
        assert reader.article.selected_text == "in number 2"


async def test_a_double_click_among_the_quotes_goes_to_the_quote_once() -> None:
    """Where the first click brings the text to be seen in their place, the second one is not for that."""
    async with on_screen(long_reading(), (80, 24)) as pilot:
        await pilot.press("l")
        await pilot.double_click(offset=place(pilot, "no bridge 19"))
        reader = the_reader(pilot)
        assert reader.quote == 1
        assert reader.article.display
        assert reader.article.selected_text == ""
        assert "no bridge 19" in current(pilot)


async def test_a_click_beside_what_is_listed_leaves_the_keys_where_they_are() -> None:
    """What is typed then still narrows the list."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("colon", *"quit", "space")
        await pilot.click(offset=(60, place(pilot, "Quit at once")[1] + 4))
        await pilot.press(*"at once")
        (head,) = (row for row in rows(pilot) if "Palette" in row)
        assert " 1 of " in head.partition("Palette")[2]
