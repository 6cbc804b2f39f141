"""The quotes pane, and the quotes in the text."""

import pytest
from onscreen import FILLER, long_reading, on_screen, quote, reading, rows, status, text, the_reader, until
from textual.geometry import Offset

from newsread.opening import Opening
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


def two_speakers() -> Reading:
    """Three quotes, the first and the last by one speaker; the second is a fragment."""
    texts = (
        "“The bridge opens on Monday,” said Pell.",
        "“Nonsense,” said Crake.",
        "Nobody said anything for a while.",
        "“It will open all the same,” said Pell.",
    )
    words = ((0, "The bridge opens on Monday"), (1, "Nonsense"), (3, "It will open all the same"))
    names = ("Dorothea Pell", "Billie Crake", "Dorothea Pell")
    quotes = (quote(at, texts[at], said, name) for (at, said), name in zip(words, names, strict=True))
    return reading(*texts, quotes=tuple(quotes))


async def test_t_groups_the_quotes_by_speaker_and_back() -> None:
    """Grouped, a speaker stands once above all of their quotes, with the count; the cursor stays on its quote."""
    async with on_screen(two_speakers()) as pilot:
        pane = the_reader(pilot).quotes
        await pilot.press("tab", "j")
        assert pane.number == 1
        await pilot.press("t")
        assert (pane.number, pane.cursor) == (1, 2)
        assert sum("Dorothea Pell" in row for row in rows(pilot)) == 1
        assert any("2 quotes" in row for row in rows(pilot))
        await pilot.press("k")
        assert (pane.number, pane.cursor) == (2, 1)
        await pilot.press("t")
        assert sum("Dorothea Pell" in row for row in rows(pilot)) == 2
        assert any("2 of 2" in row for row in rows(pilot))
        assert pane.number == 2


async def test_a_fragment_is_called_one() -> None:
    """Less than five words say so, in words."""
    async with on_screen(two_speakers()) as pilot:
        assert sum("said · fragment" in row for row in rows(pilot)) == 1


async def test_the_quote_that_is_being_read_is_marked_in_the_pane() -> None:
    """The pane's cursor goes along with the paragraphs; it is thin where nobody says anything."""
    async with on_screen(two_speakers()) as pilot:
        pane = the_reader(pilot).quotes
        seen = []
        for _ in range(4):
            marks = {row[80:].strip()[0] for row in rows(pilot) if row[80:].strip()[:1] in {"┃", "╎"}}
            seen.append((pane.number, "".join(marks)))
            await pilot.press("j")
        assert seen == [(0, "┃"), (1, "┃"), (1, "╎"), (2, "┃")]


async def test_typing_a_name_leaves_that_speakers_quotes() -> None:
    """The pane follows at each key; Enter keeps it, the brackets go from one of them to the next, Esc shows all."""
    async with on_screen(two_speakers()) as pilot:
        reader = the_reader(pilot)
        await pilot.press("tab", "/", *"pell")
        assert "QUOTES  2 of 3" in text(pilot)
        assert "Billie Crake" not in text(pilot)
        await pilot.press("enter")
        assert "2 quotes of 3" in status(pilot)
        await pilot.press("h", "]", "]")
        assert reader.quote == 2
        await pilot.press("]")
        assert "No quote further down" in status(pilot)
        await pilot.press("escape")
        assert "Billie Crake" in text(pilot)


async def test_a_name_that_nobody_has_hides_nothing() -> None:
    """The status line says so; leaving the prompt shows all as well."""
    async with on_screen(two_speakers()) as pilot:
        await pilot.press("P", *"zzz")
        assert "QUOTES  0 of 3" in text(pilot)
        await pilot.press("enter")
        assert "Nobody who is quoted here is called “zzz”" in status(pilot)
        assert "QUOTES  3" in text(pilot)
        await pilot.press("P", *"crake", "escape")
        assert "Dorothea Pell" in text(pilot)


async def test_a_click_in_the_text_on_a_hidden_quote_leaves_the_pane_alone() -> None:
    """The choice of speakers stays until it is given up."""
    async with on_screen(two_speakers()) as pilot:
        reader = the_reader(pilot)
        await pilot.press("P", *"pell", "enter", "h")
        row = style_at(rows(pilot), "“Nonsense,” said")
        await pilot.click(offset=Offset(rows(pilot)[row].index("Nonsense") + 1, row))
        assert reader.quote == 1
        assert reader.quotes.number != 1


async def test_capital_y_copies_what_is_shown() -> None:
    """All quotes of the pane in its order, with the source, in the style of the configuration."""
    async with on_screen(two_speakers(), quote_style="sentence") as pilot:
        await pilot.press("P", *"pell", "enter", "Y")
        assert pilot.app.clipboard == (
            "Dorothea Pell, council leader: “The bridge opens on Monday”\n"
            "Dorothea Pell, council leader: “It will open all the same”"
        )
        assert "Copied 2 quotes" in status(pilot)


async def test_a_key_among_two_thousand_quotes_sets_what_is_seen() -> None:
    """However many there are, only the cards of the window are laid out, by whichever way one comes there."""
    blocks = [f"“There is no bridge {number},” said Pell. {FILLER.format(number)}" for number in range(2000)]
    quotes = tuple(quote(at, blocks[at], f"There is no bridge {at}", f"Pell {at % 9}") for at in range(2000))
    async with on_screen(reading(*blocks, quotes=quotes)) as pilot:
        pane = the_reader(pilot).quotes
        await pilot.press("tab", "G", "t", "G", "b", "k", "g", "g", "h", "G", "]", "[")
        assert pane.number is not None
        assert pane.number > 1900
        assert len(pane._drawn) < 200


async def test_the_key_bar_tells_what_can_be_done_among_the_quotes() -> None:
    """While the pane has the keys, the bar shows its commands; back in the text, those of the text."""
    async with on_screen(two_speakers(), size=(140, 40)) as pilot:
        await pilot.press("tab")
        bar = rows(pilot)[-1]
        assert all(told in bar for told in ("Enter in the text", "t order", "P speakers", "S correct", "Y copy all"))
        await pilot.press("tab")
        assert "/ search" in rows(pilot)[-1]


async def test_a_click_where_no_quote_is_shown_chooses_none() -> None:
    """When the last quote of those who were asked for went to somebody else, there is only the head to click on."""
    words = "“No bridge,” said Crake."
    now = reading(words, quotes=(quote(0, words, "No bridge", "Billie Crake"),))
    opening = lambda source, *_: Opening(source, lambda _: now)  # noqa: E731 - what the page is read as again
    async with on_screen(two_speakers(), size=(140, 40), opener=opening) as pilot:
        reader = the_reader(pilot)
        await pilot.press("P", *"pell", "enter")
        reader.reread()
        await until(pilot, lambda: len(reader.quotes.quotes) == 1)
        await pilot.click(reader.quotes, offset=(5, 1))
        assert reader.quotes.number is None
