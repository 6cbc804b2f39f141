"""Searching the text that is shown."""

import pytest
from onscreen import long_reading, on_screen, reading, removed, status, text, the_reader, until
from textual.pilot import Pilot

from newsread.layout.search import Search
from newsread_filters.model import Block, Cut

TEXT = (
    "The bridge is too low.",
    "A ferry called the council’s bluff.",
    "Bridges have moods.",
    removed("READ MORE: Another bridge altogether"),
    "Nobody crossed the BRIDGE.",
)


async def search(pilot: Pilot[int], words: str) -> None:
    """Type a search."""
    await pilot.press("/")
    await pilot.press(*words)
    await pilot.press("enter")
    await pilot.pause()


async def test_search_goes_to_the_next_hit_and_counts_them() -> None:
    """From the cursor on, n and N go round through all hits; the status line counts."""
    async with on_screen(reading(*TEXT)) as pilot:
        article = the_reader(pilot).article
        await search(pilot, "bridge")
        assert "/bridge  1 of 3" in status(pilot)
        await pilot.press("n")
        assert article.cursor == 2
        await pilot.press("n")
        assert "/bridge  3 of 3" in status(pilot)
        await pilot.press("n")
        assert article.cursor == 0
        await pilot.press("N")
        assert article.cursor == 4


def marked(pilot: Pilot[int]) -> list[str]:
    """What is underlined in the text, as hits are."""
    strips = the_reader(pilot).article.painted()
    return [segment.text for strip in strips for segment in strip if segment.style and segment.style.underline]


async def test_what_is_typed_is_marked_as_far_as_it_is_typed() -> None:
    """In view, and nothing moves; Esc leaves the marks that were there before."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "bridge")
        await pilot.press("/", *"cou")
        assert set(marked(pilot)) == {"cou"}
        assert the_reader(pilot).article.cursor == 0
        await pilot.press("n")
        assert set(marked(pilot)) == {"coun"}
        await pilot.press(*["backspace"] * 4)
        assert not marked(pilot)
        await pilot.press("escape")
        assert {words.lower() for words in marked(pilot)} == {"bridge"}


async def test_capitals_matter_only_when_there_are_any() -> None:
    """Words in small letters find all; a capital letter asks for itself."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "BRIDGE")
        assert "1 of 1" in status(pilot)


async def test_straight_marks_find_curly_ones() -> None:
    """Nobody types curly marks."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "council's")
        assert "1 of 1" in status(pilot)


async def test_what_is_typed_is_no_pattern() -> None:
    """Brackets and dots are found as they are."""
    async with on_screen(reading("An [b] here.", "A b here.")) as pilot:
        await search(pilot, "[b].")
        assert "not found" in status(pilot)
        await search(pilot, "[b]")
        assert "1 of 1" in status(pilot)


async def test_only_what_is_shown_is_searched() -> None:
    """Removed lines are found while they are shown, and not otherwise."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "bridge")
        await pilot.press("c", "n")
        assert "of 4" in status(pilot)
        await pilot.press("c", "n")
        assert "of 3" in status(pilot)


async def test_what_only_removed_lines_hold_is_told_and_shown() -> None:
    """The count of hits in removed lines stands beside the others; where there are no others, n shows them."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "bridge")
        assert "1 of 3, 1 in removed lines" in status(pilot)
        await search(pilot, "altogether")
        assert "only 1 in removed lines: n shows them" in status(pilot)
        assert the_reader(pilot).article.cursor == 0
        await pilot.press("n")
        assert the_reader(pilot).article.cuts
        assert the_reader(pilot).article.cursor == 3
        assert "1 of 1" in status(pilot)


async def test_a_cut_within_a_line_is_searched_alone() -> None:
    """What stays of a line is counted once, what was cut from it beside that."""
    line = "The bridge is too low. Read more: Bridges"
    cut = Block(source_text=line, cuts=(Cut(22, len(line), "read_more", "an invitation"),))
    async with on_screen(reading(cut)) as pilot:
        await search(pilot, "bridge")
        assert "1 of 1, 1 in removed lines" in status(pilot)


async def test_removed_lines_of_a_long_article_are_searched_too() -> None:
    """They are counted in the end, however many there are, and n goes to the first."""
    async with on_screen(long_reading(2000)) as pilot:
        await search(pilot, "village 1999")
        await until(pilot, lambda: "only 1 in removed lines" in status(pilot))
        await pilot.press("n")
        await until(pilot, lambda: "1 of 1" in status(pilot))
        assert "Donkey elected mayor of village 1999" in text(pilot)


async def test_nothing_found_is_said_and_nothing_moves() -> None:
    """Words that are not there leave everything as it is."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "zeppelin")
        assert "not found" in status(pilot)
        assert the_reader(pilot).article.cursor == 0
        await pilot.press("n")
        assert "not found" in status(pilot)


async def test_escape_leaves_the_prompt_then_the_search() -> None:
    """While typing, letters are text; Esc gives the keys back; Esc again takes the marks away."""
    async with on_screen(reading(*TEXT)) as pilot:
        reader = the_reader(pilot)
        await pilot.press("/", "q", "j", "escape")
        assert pilot.app.is_running
        assert reader.article.cursor == 0
        assert reader.search is None
        await search(pilot, "ferry")
        await pilot.press("escape")
        assert reader.search is None
        await pilot.press("j")
        assert reader.article.cursor == 2


async def test_a_search_that_goes_round_says_so() -> None:
    """Nobody looks for what is behind the cursor below it."""
    async with on_screen(reading(*TEXT)) as pilot:
        await search(pilot, "bridge")
        await pilot.press("n", "n")
        assert "from the top" not in status(pilot)
        await pilot.press("n")
        assert "/bridge  1 of 3, from the top" in status(pilot)
        await pilot.press("N")
        assert "/bridge  3 of 3, from the end" in status(pilot)
        await pilot.press("N")
        assert "from" not in status(pilot)
        await search(pilot, "council")
        await pilot.press("n")
        assert "/council's  1 of 1" not in status(pilot)
        assert "from" not in status(pilot)


async def test_nothing_typed_searches_for_the_last_words_again() -> None:
    """Enter alone goes on; so do n and N when the marks were taken away."""
    async with on_screen(reading(*TEXT)) as pilot:
        article = the_reader(pilot).article
        await search(pilot, "bridge")
        await search(pilot, "")
        assert "/bridge  2 of 3" in status(pilot)
        await pilot.press("escape", "n")
        assert "/bridge" in status(pilot)
        assert marked(pilot)
        await pilot.press("escape", "g", "g", "N")
        assert article.cursor == 4
        await pilot.press("escape")
        await search(pilot, " ")
        assert "/bridge  3 of 3" in status(pilot)


async def test_earlier_searches_can_be_had_again() -> None:
    """Up and down go through them, each once, and what is being typed stays the last."""
    async with on_screen(reading(*TEXT)) as pilot:
        for words in ("ferry", "[mood]", "ferry"):
            await search(pilot, words)
        await pilot.press("/", *"bri", "up")
        assert "/ferry" in text(pilot)
        await pilot.press("up", "up")
        assert "/[mood]" in text(pilot)
        await pilot.press("down", "down", "down", *"dge", "enter")
        assert "/bridge  2 of 3" in status(pilot)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("the  crêpe", "Behold the\ncre\u0302pe."),
        ("the cre\u0302pe", "Behold the crêpe."),
        ("“it’s", 'She said "it\'s so".'),
        ("10–12", "On pages 10-12."),
    ],
)
def test_what_looks_alike_is_found(words: str, line: str) -> None:
    """Spaces of any number, letters whose accents are characters of their own, marks that were pasted."""
    assert len(list(Search(words, [0], lambda _: line).in_text(line))) == 1


async def test_n_without_a_search_says_what_to_do() -> None:
    """The key n asks for words first."""
    async with on_screen(reading(*TEXT)) as pilot:
        await pilot.press("n")
        assert "press /" in status(pilot)


@pytest.mark.parametrize(("words", "where"), [("number 3.", "in number 3."), ("number 1999.", "in number 1999.")])
async def test_a_long_article_is_searched_to_its_end(words: str, where: str) -> None:
    """What is far away is found as well, and in the end all is counted."""
    async with on_screen(long_reading(2000)) as pilot:
        await search(pilot, words)
        await until(pilot, lambda: "1 of 1" in status(pilot))
        assert where in text(pilot)
