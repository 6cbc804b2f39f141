"""Removed lines: shown in their places on request, with who removed them and why."""

import pytest
from onscreen import current, long_reading, on_screen, opened, reading, removed, rows, status, text, the_reader

from newsread_filters.model import Block, Cut


async def test_removed_lines_are_hidden_until_they_are_asked_for() -> None:
    """The key c shows them with a sign and the filter's name, c again hides them."""
    async with on_screen(long_reading()) as pilot:
        assert "Donkey elected" not in text(pilot)
        await pilot.press("c")
        row = next(row for row in rows(pilot) if "Donkey elected mayor of village 4" in row)
        assert "×" in row
        assert "related_links" in row
        await pilot.press("c")
        assert "Donkey elected" not in text(pilot)


async def test_the_place_in_the_text_does_not_move() -> None:
    """The cursor's paragraph stays on its row of the window when lines appear above it, and when they go."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press(*["space"] * 3, "j", "j")
        here = current(pilot)
        row = next(number for number, line in enumerate(rows(pilot)) if "┃" in line[:10])
        for _ in range(3):
            await pilot.press("c")
            assert current(pilot) == here
            assert next(number for number, line in enumerate(rows(pilot)) if "┃" in line[:10]) == row


async def test_the_status_line_gives_the_reason() -> None:
    """With the cursor on a removed line, the status line says which filter removed it and why."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("c", *["j"] * 5)
        assert "related_links: a headline of another story" in status(pilot)


async def test_hiding_takes_the_cursor_off_a_removed_line() -> None:
    """The cursor goes to the next line that is still there."""
    async with on_screen(long_reading()) as pilot:
        await pilot.press("c", *["j"] * 5, "c")
        assert the_reader(pilot).article.cursor == 6
        assert "in number 5." in text(pilot)


async def test_a_part_that_was_cut_shows_in_its_line() -> None:
    """What was cut from within a paragraph stands in its place, struck through, the paragraph marked at the side."""
    whole = "The bridge is too low. Sign up for more! The ferry is too high."
    block = Block(source_text=whole, cuts=(Cut(23, 41, "newsletter", "an invitation to sign up"),))
    async with on_screen(reading(block)) as pilot:
        assert "Sign up" not in text(pilot)
        assert "The bridge is too low. The ferry is too high." in text(pilot)
        await pilot.press("c")
        assert whole in text(pilot)
        assert "newsletter" in text(pilot)
        assert any("╌" in row for row in rows(pilot))


async def test_a_long_label_finds_room_in_any_window() -> None:
    """The filter's name is shown whole in a narrow window too."""
    line = removed("Retired trawlerman finishes knitting life-size herring shoal in a garage", by="repeated_teaser")
    for width in (30, 44, 80, 120, 200):
        async with on_screen(reading("A line.", line), size=(width, 20)) as pilot:
            await pilot.press("c")
            assert "repeated_teaser" in text(pilot)


async def test_nothing_removed_is_said() -> None:
    """The key c in an article from which nothing was removed says so."""
    async with on_screen(reading("Nothing but story.")) as pilot:
        await pilot.press("c")
        assert "Nothing was removed" in status(pilot)


async def test_showing_returns_its_inverse() -> None:
    """The command gives back what undoes it, and that gives back what redoes it."""
    async with on_screen(opened(long_reading())) as pilot:
        reader = the_reader(pilot)
        inverse = reader.do_toggle_cuts()
        assert inverse is not None
        assert reader.article.cuts
        inverse()
        assert not reader.article.cuts


async def test_when_everything_was_removed_the_screen_says_how_to_see_it() -> None:
    """A rule that took the whole article leaves no empty screen without a word."""
    async with on_screen(reading(removed("The whole story."))) as pilot:
        assert "All of the text was removed; to see it, press c." in text(pilot)
        await pilot.press("c", "j")
        assert "The whole story." in text(pilot)


async def test_parts_only_are_counted_as_parts() -> None:
    """When no line was removed whole, the status line does not say that none was touched."""
    block = Block(source_text="Story. Sign up!", cuts=(Cut(6, 15, "newsletter", "an invitation"),))
    async with on_screen(reading(block)) as pilot:
        assert "parts of 1 removed" in status(pilot)


@pytest.mark.parametrize("between", ["]", "]]", "j", "=", "+", "z"])
async def test_what_comes_back_is_drawn_as_it_is_now(between: str) -> None:
    """Whatever changes while the removed lines are hidden or shown, both pictures are what a fresh one would be."""
    async with on_screen(long_reading(), size=(90, 30)) as pilot:
        article = the_reader(pilot).article
        for key in ("c", "c", *between, "c", *between, "c", "c"):
            await pilot.press(key)
            kept = list(article.painted())
            article._left = None
            article.redraw()
            assert kept == article.painted()
            await pilot.press("c", "c")
            assert kept == article.painted()
