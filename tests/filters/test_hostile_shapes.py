"""The work that hostile pages make grows as their size does, counted and not timed."""

import cProfile
import pstats

import pytest
from hostile_pages import SHAPES

from newsread.fence import fences
from newsread_filters.model import Page
from newsread_filters.reading import read

SMALL = 1_200
LARGE = 30_000
ENDLESS = (
    "html: one word", "html: capitals", "html: straight quotes", "html: opening quotes", "html: dashes",
    "html: apostrophes", "html: brackets", "html: at signs", "html: addresses", "html: urls", "html: full stops",
    "html: combining marks", "text: one word", "text: form feeds", "text: one line", "text: angles",
)  # fmt: skip
"""Lines without an end, which a pattern that looks back from each of their characters looks through for long."""
NESTED = (
    "lists", "lists prose", "tables", "quotes", "quotes prose", "sections", "definitions", "mixture", "prose",
    "articles", "hidden prose",
)  # fmt: skip


def work(name: str, size: int) -> int:
    """How many functions are called to read the page of that name and size."""
    page = Page(source=name, data=SHAPES[name](size))
    profile = cProfile.Profile()
    profile.runcall(read, page)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [*(f"html: nested {each}" for each in NESTED), "html: misnested"])
def test_four_times_the_page_is_four_times_the_work(name: str) -> None:
    """However its elements stand in one another: what grows with the square would be sixteen times the work."""
    read(Page(source=name, data=SHAPES[name](SMALL)))  # the words of the filters are read once
    assert work(name, 4 * SMALL) < 6 * work(name, SMALL)


@pytest.mark.parametrize("name", ENDLESS)
def test_a_line_without_an_end_is_looked_through_once(name: str) -> None:
    """No step runs into the limit that the program sets, a hundred times what they all need together."""
    reading = read(Page(source=name, data=SHAPES[name](LARGE)), guard=fences())
    assert not {"out-of-time", "no-quotes", "raw-text", "filter-failed"} & {each.kind for each in reading.notices}
