"""The quotes pane, and the quotes in the text."""

import pytest
from onscreen import long_reading, on_screen, quote, reading, rows, status, text, the_reader
from textual.geometry import Offset

from newsread_filters.reading import Reading


def style_at(pilot_rows: list[str], words: str) -> int:
    """The row that shows `words`."""
    return next(number for number, row in enumerate(pilot_rows) if words in row)


async def test_the_quotes_stand_beside_the_text_with_their_speakers() -> None:
    """In a wide window each quote is a card: who, in what role, the words, how they were said."""
    async with on_screen(long_reading()) as pilot:
        assert "QUOTES  6" in text(pilot)
        assert "Dorothea Pell" in text(pilot)
        assert "council leader" in text(pilot)
        assert "“There is no bridge 9”" in text(pilot)


async def test_brackets_step_through_the_quotes() -> None:
    """] goes to the next quote from where the cursor is, [ back; each is marked in the text and in the pane."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await pilot.press("]", "]")
        assert reader.quote == 1
        assert "quote 2 of 6" in status(pilot)
        assert reader.article.cursor == reader.index.reading.quotes[1].spans[0].block  # type: ignore[union-attr]
        assert reader.quotes.cursor == 1
        await pilot.press("[", "[")
        assert reader.quote == 0
        assert "No quote further up" in status(pilot)


async def test_brackets_start_from_the_cursor() -> None:
    """After moving on, ] goes to the next quote below the cursor and not to the one after the last marked."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("]", "G", "k", "[")
        assert the_reader(pilot).quote == 4


async def test_enter_on_a_quote_goes_to_it_in_the_text_and_marks_it() -> None:
    """The quote's paragraph comes into view; the quote is drawn unlike the other ones."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await pilot.press("tab", "j", "j", "enter")
        assert reader.focused is reader.quotes
        assert reader.quote == 2
        assert "There is no bridge 29" in text(pilot)
        row = style_at(rows(pilot), "“There is no bridge 29,”")
        assert any(
            segment.text == "There is no bridge 29" and segment.style is not None and segment.style.bold
            for segment in reader.article.render_line(row)
        )


@pytest.mark.parametrize(("there", "back"), [("tab", "tab"), ("tab", "shift+tab"), ("l", "h"), ("right", "left")])
async def test_keys_change_between_the_panes(there: str, back: str) -> None:
    """Keys go to the quotes and back to the text; j and k move in the pane that has them."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        await pilot.press(there, "j")
        assert reader.quotes.cursor == 1
        assert reader.article.cursor == 0
        await pilot.press(back, "j")
        assert reader.quotes.cursor == 1
        assert reader.article.cursor == 1


async def test_in_a_narrow_window_one_pane_is_shown_at_a_time() -> None:
    """Below 100 columns Tab shows the quotes in place of the text, and Enter comes back to the text."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        assert "QUOTES" not in text(pilot)
        await pilot.press("tab")
        assert "QUOTES" in text(pilot)
        assert "harbour committee" not in text(pilot)
        await pilot.press("enter")
        assert "QUOTES" not in text(pilot)
        assert "There is no bridge 9" in text(pilot)


async def test_a_click_on_a_card_or_on_a_quote_in_the_text_chooses_it() -> None:
    """The mouse does what Enter and the brackets do."""
    async with on_screen(long_reading()) as pilot:
        reader = the_reader(pilot)
        row = style_at(rows(pilot), "“There is no bridge 19”")
        await pilot.click(offset=Offset(95, row))
        assert reader.quote == 1
        await pilot.press("h", "g", "g", "]")
        row = style_at(rows(pilot), "“There is no bridge 9,”")
        reader.quote = None
        await pilot.click(offset=Offset(rows(pilot)[row].index("no bridge"), row))
        await pilot.pause()
        assert reader.quote == 0


@pytest.fixture
def unquoted() -> Reading:
    """An article in which nobody says anything."""
    return reading("Nobody said anything at all.")


async def test_without_quotes_the_text_has_all_the_room(unquoted: Reading) -> None:
    """There is no empty pane, and the keys for quotes say why they do nothing."""
    async with on_screen(unquoted) as pilot:
        assert "QUOTES" not in text(pilot)
        for key in ("]", "tab", "l"):
            await pilot.press(key)
            assert "No quotes in this article" in status(pilot)


async def test_an_unresolved_speaker_is_not_made_up() -> None:
    """A quote without a speaker shows the words that name one in the text, or says that there is none."""
    words = "It did not stop"
    made = quote(0, f"“{words},” they said.", words, speaker=None)
    async with on_screen(reading(f"“{words},” they said.", quotes=(made,))) as pilot:
        assert "Speaker not named" in text(pilot)
