"""Selecting text with the mouse: what is marked, copied and let go of."""

import pytest
from onscreen import (
    long_reading,
    on_screen,
    quote,
    reading,
    removed,
    resize,
    rows,
    status,
    text,
    the_reader,
    the_window,
    until,
)
from rich.style import Style
from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.pilot import Pilot

from newsread.layout.index import Index
from newsread_filters.model import Block

LEFT = 1
Cell = tuple[int, int]


def cell(pilot: Pilot[int], words: str, *, last: bool = False) -> Cell:
    """The cell of the first letter of `words`, or of the last one."""
    y = next(number for number, row in enumerate(rows(pilot)) if words in row)
    return rows(pilot)[y].index(words) + (len(words) - 1 if last else 0), y


def among_quotes(pilot: Pilot[int], words: str, *, last: bool = False) -> Cell:
    """The same, in the pane of the quotes."""
    left = the_reader(pilot).quotes.region.x
    y = next(number for number, row in enumerate(rows(pilot)) if words in row[left:])
    return rows(pilot)[y].index(words, left) + (len(words) - 1 if last else 0), y


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
    async with on_screen(long_reading(20)) as pilot:
        window, last = the_window(pilot), "in number 19."
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


# Among the quotes


async def test_quotes_are_selected_across_cards_and_copied() -> None:
    """Who said it comes along, the count beside the name does not; y copies, and the words stay selected."""
    async with on_screen(long_reading()) as pilot:
        await drag(pilot, among_quotes(pilot, "no bridge 9"), among_quotes(pilot, "no bridge 19”", last=True))
        assert "Selected: y copies · Esc lets go" in status(pilot)
        await pilot.press("y")
        assert pilot.app.clipboard == ("no bridge 9”\nsaid\n\nDorothea Pell, council leader\n“There is no bridge 19”")
        assert marked(pilot).split() == pilot.app.clipboard.replace(",", "").split()  # the role has a row of its own


@pytest.mark.parametrize("way", ["escape", "click", "ctrl+c", "t"])
async def test_a_selection_among_quotes_is_let_go(way: str) -> None:
    """Esc and another order leave all else as it is; a click goes to the quote; Ctrl+C copies first."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await drag(pilot, among_quotes(pilot, "bridge 9"), among_quotes(pilot, "There is no bridge 9"))
        assert reader.quotes.selected_text == "There is no b"
        assert reader.quote is None
        if way == "click":
            await pilot.click(offset=among_quotes(pilot, "no bridge 19"))
        else:
            await pilot.press(way)
        assert reader.quotes.selected_text == marked(pilot) == ""
        assert reader.quote == (1 if way == "click" else None)
        assert pilot.app.clipboard == ("There is no b" if way == "ctrl+c" else "")
        assert pilot.app.is_running


async def test_there_is_one_selection_at_a_time() -> None:
    """What is selected in one pane lets go of what was in the other."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        await drag(pilot, among_quotes(pilot, "no bridge 9"), among_quotes(pilot, "no bridge 9", last=True))
        assert (reader.article.selected_text, reader.quotes.selected_text) == ("", "no bridge 9")
        await drag(pilot, cell(pilot, "harbour"), cell(pilot, "committee", last=True))
        assert (reader.article.selected_text, reader.quotes.selected_text) == ("harbour committee", "")
        await pilot.press("y")
        assert pilot.app.clipboard == "harbour committee"


async def test_quotes_beyond_the_edge_are_scrolled_to() -> None:
    """Held below the pane, the mouse selects to the last quote; what was scrolled away stays selected."""
    async with on_screen(long_reading(), (120, 20)) as pilot:
        pane = the_reader(pilot).quotes
        assert pane.window is not None
        await begin(pilot, among_quotes(pilot, "no bridge 9"), (100, 19))
        await until(pilot, lambda: pane.window is not None and pane.window.at_end)
        await pilot._post_mouse_events([MouseUp], offset=(100, 19), button=LEFT)
        assert pane.selected_text.startswith("no bridge 9”")
        assert pane.selected_text.endswith("“There is no bridge 59”\nsaid")
        await drag(pilot, among_quotes(pilot, "no bridge 59"), among_quotes(pilot, "no bridge 59", last=True))
        assert pane.selected_text == "no bridge 59"


async def test_wide_and_combining_characters_of_a_quote_are_never_parted() -> None:
    """Any of their cells selects all of them."""
    words = "漢字と仮名 cafe\u0301 noir"
    said = f"“{words}”, said 山田."
    async with on_screen(reading(said, quotes=(quote(0, said, words, "山田"),))) as pilot:
        pane = the_reader(pilot).quotes
        y = next(number for number, row in enumerate(rows(pilot)) if "“漢字" in row[pane.region.x - 20 :])
        x = pane.region.x + pane.text_left
        await drag(
            pilot, (x + 4, y), (x + 15, y)
        )  # the second cell of the second sign, and the cell of e with its accent
        await pilot.press("y")
        assert pilot.app.clipboard == marked(pilot) == "字と仮名 cafe\u0301"


async def test_a_selection_among_quotes_outlives_another_size() -> None:
    """Where there is room for one pane only, y and Esc are for what is seen; with the quotes, it is there again."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await drag(pilot, among_quotes(pilot, "council leader"), among_quotes(pilot, "no bridge 9", last=True))
        words = reader.quotes.selected_text
        await resize(pilot, 60, 20)
        assert not reader.quotes.display
        await pilot.press("slash", *"bridge", "enter", "escape", "y")
        assert reader.search is None
        assert pilot.app.clipboard == reader.article.block_text
        await pilot.press("l", "y")
        assert marked(pilot).split() == words.split()
        assert pilot.app.clipboard == words


async def test_a_drag_ends_when_something_is_laid_over_the_text_or_esc_is_pressed() -> None:
    """Held beyond the edge, the mouse scrolls on no more; what is selected then stands, but for Esc."""
    async with on_screen(long_reading()) as pilot:
        article = the_reader(pilot).article
        await begin(pilot, cell(pilot, "in number 1."), (60, 39))
        await pilot.press("question_mark", "escape")
        assert pilot.app.mouse_captured is None
        assert article.selected_text.startswith("in number 1.")
        await begin(pilot, cell(pilot, "harbour"), (60, 39))
        await begin(pilot, cell(pilot, "harbour"), (60, 39))
        await pilot.press("escape")
        top = the_window(pilot).top
        await pilot.pause(0.2)
        assert (article.selected_text, the_window(pilot).top) == ("", top)


async def test_a_drag_ends_with_what_it_goes_over() -> None:
    """Other text, or a pane that is hidden, is not selected by a button that is still held."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await begin(pilot, among_quotes(pilot, "no bridge 9"), among_quotes(pilot, "no bridge 9", last=True))
        reader.quotes.show(())
        await pilot._post_mouse_events([MouseMove], offset=(100, 5), button=LEFT)
        assert reader.quotes.selected_text == ""
        await begin(pilot, cell(pilot, "in number 2."), cell(pilot, "in number 1.", last=True))
        reader.article.show(Index(reading("One.")))
        await pilot._post_mouse_events([MouseMove], offset=(20, 9), button=LEFT)
        assert reader.article.selected_text == ""
        assert pilot.app.mouse_captured is None
        assert "One." in text(pilot)
