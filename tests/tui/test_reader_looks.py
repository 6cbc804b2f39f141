"""How the text is set, the mode for nothing but the text, and the program in ASCII."""

import pytest
from onscreen import (
    FILLER,
    current,
    long_reading,
    on_screen,
    opened,
    quote,
    reading,
    removed,
    resize,
    rows,
    status,
    text,
    the_reader,
    until,
)
from rich.style import Style
from textual.pilot import Pilot

from newsread.commands import COMMANDS
from newsread.opening import Failure, Opening, Refused, Report
from newsread.widgets.ascii import plain
from newsread_filters.model import Block, Cut
from newsread_filters.reading import Reading

NUMBERS = "Number {} of the paragraphs, and as long as two lines of text are in a window that is eighty columns wide."
SET = reading(*(NUMBERS.format(number) for number in range(30)), title="A title")


def text_rows(pilot: Pilot[int]) -> list[str]:
    """The rows of the text, without status line and key bar."""
    return [row for row in rows(pilot)[:-2] if row.strip()]


async def test_lines_get_longer_and_shorter_and_the_place_stays() -> None:
    """Plus and minus; the status line says how to keep it, and when there is no more."""
    async with on_screen(SET, (80, 24)) as pilot:
        await pilot.press(*["j"] * 12)
        here = current(pilot)[:9]
        await pilot.press("minus", "minus")
        assert max(len(row.strip(" ┃")) for row in text_rows(pilot)) <= 62
        assert current(pilot)[:9] == here
        assert "reader.measure = 62" in status(pilot)
        await pilot.press(*["plus"] * 4)
        assert the_reader(pilot).article.measure == 74
        assert "no room for longer lines" in status(pilot)
        await pilot.press(*["minus"] * 20)
        assert "as short as can be" in status(pilot)


async def test_spacing_goes_round() -> None:
    """Blank rows between paragraphs: one, two, none with the first lines set in; the cursor stays on its row."""
    async with on_screen(SET, (80, 24)) as pilot:
        await pilot.press(*["j"] * 12)
        here = current(pilot)
        await pilot.press("equals_sign")
        assert "Two blank rows" in status(pilot)
        assert current(pilot) == here
        await pilot.press("equals_sign")
        assert "as in a book" in status(pilot)
        inner = rows(pilot)[4:18]
        assert all(row.strip() for row in inner)
        starts = {row.index("Number") for row in inner if "Number" in row}
        others = {len(row) - len(row.lstrip(" ┃")) for row in inner if "Number" not in row}
        assert {start - 2 for start in starts} == others


async def test_the_first_paragraph_is_not_set_in() -> None:
    """As in a book; nor is one under a heading, and a list keeps its own indent."""
    made = reading(
        "Number one.",
        "Number two.",
        Block(kind="heading", source_text="A heading", level=2),
        "Number three.",
        Block(kind="list_item", source_text="Number four."),
        title="A title",
    )
    async with on_screen(made, (80, 24), spacing="close") as pilot:
        columns = {row.split("Number ")[1]: row.index("Number") for row in rows(pilot) if "Number" in row}
        first = columns["one."]
        assert columns == {"one.": first, "two.": first + 2, "three.": first, "four.": first + 2}


async def test_a_click_finds_its_quote_in_a_first_line_that_is_set_in() -> None:
    """The cells of the indent are no text."""
    words = "Nothing at all"
    made = reading("First.", f"“{words},” she said.", quotes=(quote(1, f"“{words},” she said.", words),))
    async with on_screen(made, (80, 24), spacing="close") as pilot:
        y = next(y for y, row in enumerate(rows(pilot)) if words in row)
        await pilot.click(offset=(rows(pilot)[y].index(words) + len(words) - 1, y))
        await pilot.pause()
        assert the_reader(pilot).quote == 0


async def test_focus_mode_shows_nothing_but_the_text() -> None:
    """No quotes, no key bar, and a status line only while it says something; z or Esc bring all of it back."""
    async with on_screen(long_reading()) as pilot:
        for leave in ("z", "escape"):
            await pilot.press("z")
            assert "Nothing but the text" in text(pilot)
            await pilot.press("j")
            assert rows(pilot)[-1] == ""
            assert "QUOTES" not in text(pilot)
            assert "quit" not in text(pilot)
            assert "The harbour committee" in text(pilot)
            await pilot.press(leave)
            assert "QUOTES" in text(pilot)
            assert "quit" in text(pilot)


async def test_the_quotes_can_be_seen_in_focus_mode() -> None:
    """Alone, until one is chosen or left."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("z", "tab")
        assert "QUOTES" in text(pilot)
        assert "The harbour committee" not in text(pilot)
        await pilot.press("escape")
        assert "QUOTES" not in text(pilot)
        await pilot.press("tab", "enter")
        assert "The harbour committee" in text(pilot)


def refuse(_: Report) -> Reading:
    """Find nothing."""
    raise Refused(Failure("not-found", "There is no such page."))


EVERYTHING = (
    ("c", "j"), ("tab",), ("?",), ("?", "slash", *"rem"), (":",), (":", *"xyzzy"), ("slash", *"ferry"), ("n",), ("g",),
    ("z",), ("equals_sign",), ("O", *"nowhere", "enter"), ("O", *"nowhere", "enter", "escape"),
)  # fmt: skip


@pytest.mark.parametrize("keys", EVERYTHING, ids="-".join)
async def test_in_ascii_the_program_draws_nothing_else(keys: tuple[str, ...]) -> None:
    """Whatever is on the screen, at any size; the widths stay."""
    cut = Cut(7, 13, "links", "a link to more")
    made = reading(
        Block(kind="heading", source_text="A heading"),
        Block(kind="list_item", source_text="An item"),
        Block(kind="blockquote", source_text="Said by somebody"),
        Block(source_text="A part is cut", cuts=(cut,)),
        removed("Another story"),
        *long_reading(6).article.blocks,
        quotes=(quote(2, "Said by somebody", "by somebody"),),
        title="A bridge too low",
        byline="Marnie Osgood",
        published="2025-06-12",
    )
    for size in ((120, 40), (50, 16)):
        opening = opened(made, source=None)
        async with on_screen(opening, size, lambda source: Opening(source, refuse), ascii=True) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            assert [row for row in rows(pilot) if not row.isascii()] == []


async def test_in_ascii_the_text_keeps_its_letters() -> None:
    """Only what the program itself draws is in ASCII."""
    async with on_screen(reading("“Größe” — ein · Wort × zwei", title="Fähre"), ascii=True) as pilot:
        assert "“Größe” — ein · Wort × zwei" in text(pilot)
        assert "Fähre" in text(pilot)


def test_signs_take_the_cells_that_they_took() -> None:
    """A line in ASCII is as wide as before."""
    line = "┃ × a · b “c” … d ▎ • ─ ━ ↓"
    assert plain(line).isascii()
    assert len(plain(line)) == len(line)


HEBREW = "הגשר החדש נמוך מדי בשביל המעבורת של העיר, וכך גילו התושבים. " * 3


async def test_text_from_right_to_left_stands_at_the_right() -> None:
    """Its lines begin at the right end of the measure, the title's too; others keep to the left."""
    made = reading(HEBREW.strip(), "Left to right.", Block(kind="list_item", source_text="שלום"), title="הגשר")
    async with on_screen(made, (80, 24), measure=60) as pilot:
        hebrew = [row for row in rows(pilot)[:-2] if any("א" <= letter <= "ת" for letter in row)]
        assert len(hebrew) >= 4
        assert len({len(row) for row in hebrew}) == 1
        assert next(row for row in rows(pilot) if "Left" in row).index("Left") < 12


async def test_a_click_finds_its_quote_in_a_line_from_right_to_left() -> None:
    """The cells before the line are no text."""
    words = "נמוך מדי"
    made = reading(f"הגשר “{words}” אמרה", quotes=(quote(0, f"הגשר “{words}” אמרה", words),))
    async with on_screen(made, (80, 24)) as pilot:
        y = next(y for y, row in enumerate(rows(pilot)) if words in row)
        await pilot.click(offset=(rows(pilot)[y].index(words), y))
        await pilot.pause()
        assert the_reader(pilot).quote == 0


async def test_what_is_said_has_the_room_of_the_details() -> None:
    """In a narrow window a message is read to its end; the details come back with the next key."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        the_reader(pilot).say(FILLER[:70])
        the_reader(pilot).tell()
        assert FILLER[:70] in rows(pilot)[-2]
        await pilot.press("j")
        assert "12 of 72 removed" in rows(pilot)[-2]


async def test_in_a_narrow_window_a_line_parts_a_panel_from_the_text() -> None:
    """Colours alone would not show where the panel begins. Beside the text there is no line, nor without a panel."""
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        await pilot.press("j", "x")
        head = next(y for y, row in enumerate(rows(pilot)) if "THIS LINE" in row)
        assert rows(pilot)[head - 1] == "─" * 80
        await pilot.press("escape")
        assert "─" * 80 not in text(pilot)
    async with on_screen(long_reading(), size=(120, 40)) as pilot:
        await pilot.press("j", "x")
        assert "─" * 40 not in text(pilot)


async def test_a_problem_stands_apart_from_the_welcome() -> None:
    """What is wrong with the configuration is no part of what is said of the sample."""
    async with on_screen(opened(long_reading(), source=None), problems=("config.toml:3: no such setting",)) as pilot:
        wrong = next(y for y, row in enumerate(rows(pilot)) if "no such setting" in row)
        assert rows(pilot)[wrong + 1][:60].strip() == ""
        assert "Welcome" in rows(pilot)[wrong + 2]


async def test_a_narrow_key_bar_says_how_a_panel_is_left() -> None:
    """Whatever else has no room."""
    async with on_screen(long_reading(), size=(36, 24)) as pilot:
        await pilot.press("j", "x")
        assert "Esc changes nothing   ? keys" in rows(pilot)[-1]


async def test_a_narrow_list_says_how_it_is_left() -> None:
    """Of the keys at its foot, the others are left out first, and none is cut off."""
    async with on_screen(long_reading(), size=(30, 12)) as pilot:
        await pilot.press("O")
        assert rows(pilot)[-1].strip() == "Esc closes"
        await resize(pilot, 54, 12)
        assert rows(pilot)[-1].endswith("Tab completes · Enter opens this · Esc closes")


async def test_a_narrow_question_sets_its_answers_closer() -> None:
    """More of them are seen than there would be room for with air between them."""
    async with on_screen(long_reading(), size=(44, 12)) as pilot:
        await pilot.press("w")
        assert "t text m Markdown j JSON h HTML" in rows(pilot)[-2]


async def test_what_is_said_of_a_choice_ends_with_a_sentence() -> None:
    """What does not fit is left out from a full stop on; of each command, the first sentence fits in eighty columns."""
    for command in COMMANDS:
        assert len(command.help.split(". ")[0]) <= 72, command.name
    async with on_screen(long_reading(), size=(80, 24)) as pilot:
        await pilot.press(":", *"or have it back")
        assert any(
            row.strip() == "Rules that would take it, or who removed it and how to undo that." for row in rows(pilot)
        )


async def test_a_status_line_that_says_nothing_is_no_bar() -> None:
    """Where there is no text, all that is said stands in the middle, the keys on one row."""

    def open_nothing(source: str) -> Opening:
        return Opening(source, refuse)

    async with on_screen(long_reading(), (80, 24), open_nothing) as pilot:
        assert style_of_row(pilot, -2) != style_of_row(pilot, 0)
        await pilot.press("O", *"https://a.example", "enter")
        await until(pilot, lambda: "There is no such page." in text(pilot))
        assert style_of_row(pilot, -2) == style_of_row(pilot, 0)
        assert "r tries again · o opens the browser · O opens another" in text(pilot)


def style_of_row(pilot: Pilot[int], row: int) -> Style | None:
    """The style in which a row begins."""
    return next(iter(pilot.app.screen._compositor.render_strips()[row])).style
