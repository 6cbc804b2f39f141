"""Texts that no screen was made for: they are drawn like others, and every key works in them."""

import pytest
from onscreen import current, on_screen, opened, resize, rows, text, until
from rich.cells import cell_len

from newsread_filters.model import Page
from newsread_filters.reading import read

BEFORE = "The council met on Monday."
AFTER = "The bridge is open now."

LINES = {
    "ten thousand combining marks": "a" + "\u0301" * 10_000 + " and more",
    "marks without a letter": "\u0301" * 10_000,
    "a megabyte without a space": "a" * 1_000_000,
    "a megabyte of words": "lorem " * 170_000,
    "a megabyte of wide letters": "\u6f22" * 350_000,
    "joined without end": "\U0001f468\u200d" * 20_000,
    "flags without end": "\U0001f1e9" * 20_000,
    "nothing that is seen": "a" + "\u200b" * 100_000 + "b",
    "right to left and back": "\u05d0 b " * 20_000,
    "soft hyphens": "a\u00ad" * 50_000,
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
async def test_a_line_that_no_screen_was_made_for_hangs_nothing(line: str) -> None:
    """No row is wider than the window; one gets to the end and back, searches in it, and shows all that was removed."""
    page = Page(source="page.txt", data=f"{BEFORE}\n\n{line}\n\n{AFTER}\n".encode())
    async with on_screen(opened(read(page)), (80, 24)) as pilot:
        for key in ("G", "g", "g", "j", "space", "pagedown", "c", "G"):
            await pilot.press(key)
            assert max(map(cell_len, rows(pilot))) <= 80
        assert AFTER in text(pilot)
        await pilot.press("g", "g", "/", *"bridge", "enter")
        await until(pilot, lambda: AFTER in current(pilot))
        await resize(pilot, 33, 7)
        assert max(map(cell_len, rows(pilot))) <= 33
