"""How copied quotes are written."""

import csv
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.citing import STYLES, cited
from newsread.config.declaration import ReaderSettings
from newsread_filters.model import Article, Quote, QuoteSpan

STORY = Article(
    title="A bridge too low", site="Daily Gannet", published="2026-03-05T10:00:00Z", url="https://gannet.example/bridge"
)


def said(text: str, speaker: str | None = "Dorothea Pell", role: str | None = "council leader") -> Quote:
    """A quote."""
    return Quote(text=text, speaker=speaker, role=role, rule="test", certainty=1, spans=(QuoteSpan(0, 0, 1),))


TWO = [said("No bridge.\n\nNot today."), said("Nonsense", None, None)]


def test_lines_name_the_source_once_below_all_quotes() -> None:
    """The words and who said them; title, site and date; the address."""
    assert cited(TWO, STORY, "lines") == (
        "“No bridge.\n\nNot today.” — Dorothea Pell, council leader\n\n“Nonsense” — speaker not named\n"
        "A bridge too low, Daily Gannet, 5 March 2026\nhttps://gannet.example/bridge"
    )


def test_a_sentence_holds_everything_on_its_line() -> None:
    """Each can be moved elsewhere without losing its source."""
    source = "(A bridge too low, Daily Gannet, 5 March 2026, https://gannet.example/bridge)"
    assert cited(TWO, STORY, "sentence").splitlines() == [
        f"Dorothea Pell, council leader: “No bridge. Not today.” {source}",
        f"speaker not named: “Nonsense” {source}",
    ]


def test_markdown_is_a_block_quote_with_a_link() -> None:
    """The words of a page mean nothing in it."""
    assert cited([said("*No*.\n\nNever.")], STORY, "markdown") == (
        "> “\\*No\\*.\n>\n> Never.”\n>\n> — **Dorothea Pell, council leader**, "
        "[A bridge too low](<https://gannet.example/bridge>), Daily Gannet, 5 March 2026"
    )


@given(st.lists(st.builds(said, st.text(), st.none() | st.text(min_size=1), st.none() | st.text()), min_size=1))
def test_a_table_has_seven_cells_in_every_row(quotes: list[Quote]) -> None:
    """Whatever the words hold, no cell and no row is more than there are quotes."""
    rows = list(csv.reader(cited(quotes, STORY, "table").split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))
    assert [len(row) for row in rows] == [7] * len(quotes)


@pytest.mark.parametrize("style", STYLES)
def test_an_article_that_says_nothing_of_itself_leaves_no_empty_places(style: str) -> None:
    """No comma, bracket or line stands for what is not known."""
    written = cited([said("No bridge", role=None)], Article(), style).rstrip("\t")
    assert "Dorothea Pell" in written
    assert not any(trace in written for trace in ("()", "[]", ", ,", ",\n", "None"))
    assert not written.endswith((",", "\n", " "))


def test_every_style_can_be_set() -> None:
    """The configuration knows the styles there are, and no other."""
    assert get_args(get_args(ReaderSettings.__annotations__["quote_style"])[0]) == tuple(STYLES)
