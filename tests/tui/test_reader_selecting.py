"""Selecting text with the mouse: what is marked, copied and let go of."""

import pytest
from onscreen import long_reading, on_screen, reading, removed, resize, rows, status, the_reader, the_window, until
from rich.style import Style
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from newsread_filters.model import Block

LEFT = 1
Cell = tuple[int, int]


def cell(pilot: Pilot[int], words: str, *, last: bool = False) -> Cell:
    """The cell of the first letter of `words`, or of the last one."""
    y = next(number for number, row in enumerate(rows(pilot)) if words in row)
    return rows(pilot)[y].index(words) + (len(words) - 1 if last else 0), y


async def begin(pilot: Pilot[int], *cells: Cell) -> None:
    """Press the button on the first of the `cells`, and drag over the others."""
    await pilot._post_mouse_events([MouseDown], offset=cells[0], button=LEFT)
    for each in cells[1:]:
        await pilot._post_mouse_events([MouseMove], offset=each, button=LEFT)


async def drag(pilot: Pilot[int], *cells: Cell) -> None:
    """Drag over `cells`, and let the button go."""
    await begin(pilot, *cells)
    await pilot._post_mouse_events([MouseUp, Click], offset=cells[-1], button=LEFT)


def marked(pilot: Pilot[int]) -> str:
    """The text that is drawn as selected, its rows parted by spaces."""
    strips = pilot.app.screen._compositor.render_strips()
    lit = ("".join(each.text for each in strip if (each.style or Style()).reverse) for strip in strips)
    return " ".join(filter(None, lit))


async def test_what_the_mouse_is_dragged_over_is_marked_and_copied() -> None:
    """Both ends are included; y copies the words without the screen's line breaks, and they stay selected."""
    async with on_screen(long_reading()) as pilot:
        await drag(pilot, cell(pilot, "committee met"), cell(pilot, "next meeting, in number 0", last=True))
        assert "Selected: y copies · Esc lets go" in status(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard == (
            "committee met again on Tuesday and agreed on nothing but the date of its next meeting, in number 0"
        )
        assert marked(pilot).split() == pilot.app.clipboard.split()


async def test_it_reaches_over_paragraphs_in_either_direction() -> None:
    """Blank lines part the paragraphs of the copy; what is hidden between them is not in it."""
    made = reading("The first one.", removed("An advertisement"), "The second one.", title="A title")
    async with on_screen(made) as pilot:
        await drag(pilot, cell(pilot, "second", last=True), cell(pilot, "first"))
        await pilot.press("y")
        assert pilot.app.clipboard == "first one.\n\nThe second"
        await drag(pilot, cell(pilot, "A title"), cell(pilot, "first", last=True))
        await pilot.press("y")
        assert pilot.app.clipboard == "A title\n\nThe first"


async def test_the_label_of_a_removed_line_is_no_text() -> None:
    """A removed line in its place can be selected, but not what is said of it."""
    made = reading("The first one.", removed("An advertisement", by="ads"), "The second one.")
    async with on_screen(made) as pilot:
        await pilot.press("c")
        await drag(pilot, cell(pilot, "An adv"), cell(pilot, "ads", last=True))
        assert marked(pilot) == "An advertisement"
        await pilot.press("y")
        assert pilot.app.clipboard == "An advertisement"


async def test_list_items_are_copied_on_following_lines() -> None:
    """The bullets are the program's own."""
    items = (Block(kind="list_item", source_text=words) for words in ("a bridge", "a ferry"))
    async with on_screen(reading("Two things:", *items)) as pilot:
        await drag(pilot, cell(pilot, "things"), cell(pilot, "a ferry", last=True))
        await pilot.press("y")
        assert pilot.app.clipboard == "things:\n\na bridge\na ferry"


async def test_both_cells_of_a_wide_character_select_it() -> None:
    """Characters of two cells are never parted."""
    async with on_screen(reading("漢字と仮名を使う。")) as pilot:
        y = next(number for number, row in enumerate(rows(pilot)) if "漢字" in row)
        x = the_reader(pilot).article.text_left
        await drag(pilot, (x + 3, y), (x + 6, y))
        assert marked(pilot) == "字と仮"
        await pilot.press("y")
        assert pilot.app.clipboard == "字と仮"


@pytest.mark.parametrize("way", ["escape", "click"])
async def test_esc_or_a_click_lets_go(way: str) -> None:
    """Nothing is marked any more, and y copies the paragraph again; Esc leaves nothing else."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("c")
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "Tuesday"))
        await (pilot.press("escape") if way == "escape" else pilot.click(offset=cell(pilot, "in number 1.")))
        assert marked(pilot) == ""
        assert the_reader(pilot).article.cuts
        await pilot.press("y")
        assert pilot.app.clipboard.startswith("The harbour committee")


async def test_a_drag_is_no_click() -> None:
    """The cursor stays where it is."""
    async with on_screen(long_reading()) as pilot:
        await drag(pilot, cell(pilot, "in number 3"), cell(pilot, "in number 2"))
        assert the_reader(pilot).article.cursor == 0
        await pilot.click(offset=cell(pilot, "in number 2"))
        assert the_reader(pilot).article.cursor == 2


async def test_ctrl_c_copies_while_something_is_selected() -> None:
    """And lets go of it, so that Ctrl+C once more leaves."""
    async with on_screen(long_reading()) as pilot:
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        await pilot.press("ctrl+c")
        assert pilot.app.clipboard == "harbour committee"
        assert pilot.app.is_running
        await pilot.press("ctrl+c")
    assert pilot.app.return_value == 130


async def test_beyond_the_edge_it_scrolls_on() -> None:
    """Held below the text, the mouse selects on to the end; held in the first row, back to the beginning."""
    async with on_screen(long_reading()) as pilot:
        window, last = the_window(pilot), "in number 59."
        await begin(pilot, cell(pilot, "in number 1."), (60, 39))
        await until(pilot, lambda: window.at_end)
        await pilot._post_mouse_events([MouseMove], offset=cell(pilot, last, last=True), button=LEFT)
        words = the_reader(pilot).article.selected_text
        assert words.startswith("in number 1.")
        assert words.endswith(last)
        await pilot._post_mouse_events([MouseMove], offset=(60, 0), button=LEFT)
        await until(pilot, lambda: window.top == window.flow.first)
        assert "The harbour committee" in the_reader(pilot).article.selected_text
        await pilot._post_mouse_events([MouseUp], offset=(60, 0), button=LEFT)


async def test_a_button_that_went_up_elsewhere_is_up() -> None:
    """The mouse left the terminal with the button held: without it, moving selects nothing more."""
    async with on_screen(long_reading()) as pilot:
        await begin(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        await pilot._post_mouse_events([MouseMove], offset=cell(pilot, "in number 2"))
        assert the_reader(pilot).article.selected_text == "harbour committee"
        assert pilot.app.mouse_captured is None


async def test_it_stays_on_its_words_when_the_text_moves() -> None:
    """Scrolling, another size and shown cuts change nothing; another reading of the page does."""
    async with on_screen(long_reading()) as pilot:
        article = the_reader(pilot).article
        await drag(pilot, cell(pilot, "in number 2."), cell(pilot, "committee", last=True))
        words = article.selected_text
        await pilot.press("G")
        assert marked(pilot) == ""
        await pilot.press("g", "g", "c", "minus")
        await resize(pilot, 60, 30)
        assert article.selected_text == words
        assert marked(pilot).split() == words.split()
        assert article.index is not None
        article.show(article.index)
        assert article.selected_text == ""


async def test_without_colours_a_selection_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is reversed."""
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_screen(long_reading()) as pilot:
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        assert marked(pilot) == "harbour committee"


async def test_nothing_is_laid_over_the_text_while_nothing_is_selected() -> None:
    """The rows are painted as they were put together: a key costs nothing more."""
    async with on_screen(long_reading()) as pilot:
        article = the_reader(pilot).article
        assert article.painted() is article._picture
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        assert article.painted() is not article._picture
