"""Moving through the text: keys, wheel, clicks, and what stays in place."""

import pytest
from onscreen import current, long_reading, on_screen, reading, resize, rows, status, text, the_reader, the_window
from textual.events import MouseScrollDown
from textual.geometry import Offset


async def test_the_article_opens_with_its_head_and_the_cursor_on_the_first_paragraph() -> None:
    """Title, byline and site stand once at the top; the first paragraph is current; the status line knows the rest."""
    async with on_screen(long_reading()) as pilot:
        assert text(pilot).count("A bridge too low") == 1
        assert text(pilot).count("Marnie Osgood") == 1
        assert "DAILY GANNET" in text(pilot)
        assert current(pilot).startswith("The harbour committee")
        assert "Daily Gannet" in status(pilot)
        assert "12 of 72 removed" in status(pilot)
        assert "min" in status(pilot)


@pytest.mark.parametrize(("down", "up"), [("j", "k"), ("down", "up")])
async def test_keys_move_from_paragraph_to_paragraph(down: str, up: str) -> None:
    """One key goes to the next paragraph, another one back; at the beginning there is no further back."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(down, down)
        assert the_reader(pilot).article.cursor == 2
        await pilot.press(up, up, up)
        assert the_reader(pilot).article.cursor == 0


@pytest.mark.parametrize(("down", "up"), [("space", "b"), ("pagedown", "pageup"), ("ctrl+d", "ctrl+u")])
async def test_pages_turn_and_turn_back(down: str, up: str) -> None:
    """A page down shows what follows; a page up comes back to where it was."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(down)
        assert the_window(pilot).top > (0, 0)
        await pilot.press(up)
        assert the_window(pilot).top == (-1, 0)
        assert "A bridge too low" in text(pilot)


async def test_half_a_page_is_half_a_page() -> None:
    """Two half pages go about as far as one page."""
    async with on_screen(long_reading()) as pilot:
        window = the_window(pilot)
        await pilot.press("ctrl+d")
        half = window.flow.distance(window.flow.first, window.top, 100)
        assert half == the_reader(pilot).article.size.height // 2


@pytest.mark.parametrize("end", ["G", "end"])
@pytest.mark.parametrize("top", [("g", "g"), ("home",)])
async def test_the_ends_are_one_command_away(end: str, top: tuple[str, ...]) -> None:
    """G and End show the last line, gg and Home the title; the cursor goes along."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(end)
        assert "in number 59." in text(pilot)
        assert "100%" in status(pilot)
        assert the_reader(pilot).article.cursor == 70
        await pilot.press(*top)
        assert "A bridge too low" in text(pilot)
        assert the_reader(pilot).article.cursor == 0


async def test_one_g_does_nothing_and_is_forgotten() -> None:
    """A sequence is two keys in a row: g, j, g is no gg."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("j", "g", "j", "g")
        assert the_reader(pilot).article.cursor == 2


async def test_every_line_of_the_text_comes_by() -> None:
    """Going down paragraph by paragraph, nothing is skipped, even in a window that is smaller than a paragraph."""
    words = [f"word{number}" for number in range(240)]
    paragraphs = [" ".join(words[start : start + 40]) for start in range(0, 240, 40)]
    async with on_screen(reading(*paragraphs), size=(30, 5)) as pilot:
        seen: set[str] = set()
        for _ in range(60):
            seen.update(" ".join(rows(pilot)[:4]).split())
            await pilot.press("j")
        assert seen.issuperset(words)


async def test_the_wheel_scrolls_and_a_click_puts_the_cursor() -> None:
    """The wheel moves the window and not the cursor; a click makes a paragraph the current one."""
    async with on_screen(long_reading()) as pilot:
        article = the_reader(pilot).article
        await pilot._post_mouse_events([MouseScrollDown], offset=Offset(20, 20))
        assert the_window(pilot).top == (-1, 3)
        assert article.cursor == 0
        row = next(number for number, line in enumerate(rows(pilot)) if "in number 2." in line)
        await pilot.click(offset=Offset(20, row))
        assert article.cursor == 2
        assert the_window(pilot).top == (-1, 3)


async def test_k_goes_on_from_what_is_visible() -> None:
    """After scrolling away from the cursor, the next key takes up what is on the screen."""
    async with on_screen(long_reading()) as pilot:
        article = the_reader(pilot).article
        article.steer(lambda window: window.scroll(60))
        await pilot.press("j")
        window = the_window(pilot)
        assert window.top.item <= article.cursor <= window.top.item + 15


@pytest.mark.parametrize("size", [(60, 20), (200, 50), (20, 5), (100, 30)])
async def test_resizing_keeps_the_place(size: tuple[int, int]) -> None:
    """The line at the top of the window is still there after a change of size, and the cursor is in sight."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(*["space"] * 3)
        article = the_reader(pilot).article
        before, cursor = article.place, article.cursor
        await resize(pilot, *size)
        assert article.cursor == cursor
        assert article.place.block in range(before.block - 1, cursor + 1)
        assert "┃" in text(pilot)


async def test_a_small_window_keeps_text_and_status() -> None:
    """At 20 columns and 5 rows there are four rows of text and the status line."""
    async with on_screen(reading("Ferry sails at nine.", title=None), size=(20, 5)) as pilot:
        assert "Ferry sails at" in text(pilot)
        assert "%" in rows(pilot)[4]


async def test_lines_keep_to_the_measure() -> None:
    """No line of text is wider than the measure that is set, and the column stands in the middle."""
    async with on_screen(long_reading(), size=(200, 50), measure=50) as pilot:
        article = the_reader(pilot).article
        assert article.column is not None
        assert article.column.measure == 50
        lines = [row[: article.size.width] for row in rows(pilot)[:40] if "harbour" in row]
        left = min(len(line) - len(line.lstrip(" ┃")) for line in lines)
        assert abs(left - (article.size.width - 50) // 2) <= 1


async def test_q_leaves_with_status_0() -> None:
    """One key ends the program, and nothing is wrong."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("q")
    assert pilot.app.return_value == 0


async def test_the_head_comes_back_when_the_window_grows_again() -> None:
    """At the beginning, a window of one row shows the first paragraph; a larger one shows the title above it again."""
    async with on_screen(long_reading(), size=(110, 30)) as pilot:
        before = text(pilot)
        await resize(pilot, 40, 1)
        await resize(pilot, 110, 30)
        assert text(pilot) == before
