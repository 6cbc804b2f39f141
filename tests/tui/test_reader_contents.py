"""The table of contents."""

from onscreen import FILLER, on_screen, reading, removed, rows, status, text, the_reader

from newsread_filters.model import Block, Cut


def heading(words: str, level: int) -> Block:
    """A heading."""
    return Block(kind="heading", source_text=words, level=level)


STORY = reading(
    heading("The bridge", 2), *map(FILLER.format, range(20)), heading("Its height", 3), *map(FILLER.format, range(20)),
    Block(kind="heading", source_text="Most read", level=2, cuts=(Cut(0, 9, "related_links", "a list"),)),
    removed("Donkey elected mayor"), heading("The [ferry]", 2), *map(FILLER.format, range(20)),
)  # fmt: skip


async def test_t_lists_the_headings_with_the_current_one_under_the_cursor() -> None:
    """Those of a lower level are set in; brackets stand as they are; Enter goes to the heading."""
    async with on_screen(STORY, size=(80, 24)) as pilot:
        await pilot.press("space", "T")
        assert "Contents" in text(pilot)
        assert "The bridge " in text(pilot)
        assert "  Its height " in text(pilot)
        assert "The [ferry] " in text(pilot)
        await pilot.press("j", "j", "enter")
        assert the_reader(pilot).article.block_text == "The [ferry]"
        await pilot.press("T", "k", "enter")
        assert the_reader(pilot).article.block_text == "Its height"


async def test_a_short_list_takes_no_more_of_the_window_than_it_needs() -> None:
    """The text stands below the list, in a small window too."""
    for size in ((120, 40), (80, 24)):
        async with on_screen(STORY, size=size) as pilot:
            await pilot.press("T")
            assert "Contents" in text(pilot)
            assert sum("harbour committee" in row for row in rows(pilot)[16:]) >= 2


async def test_removed_headings_are_listed_while_they_are_shown() -> None:
    """What cannot be gone to is not offered."""
    async with on_screen(STORY) as pilot:
        await pilot.press("T")
        assert "Most read" not in text(pilot)
        await pilot.press("escape", "c", "T")
        assert "Contents" in text(pilot)
        assert "Most read" in text(pilot)


async def test_an_article_without_headings_says_so() -> None:
    """No empty list is opened."""
    async with on_screen(reading("No heading.")) as pilot:
        await pilot.press("T")
        assert "No headings in this article" in status(pilot)
