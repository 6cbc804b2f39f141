"""Rules that a line suggests."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_filters import Block
from newsread_filters.model import Span
from newsread_filters.suggest import keeping, suggestions

STORY = "The ferry stays, the council decided on Monday after nine hours of talk about tides and tea."


def titles(text: str) -> list[str]:
    """What is suggested for a line on one site."""
    return [each.title for each in suggestions(Block(source_text=text), "gannet.example")]


@pytest.mark.parametrize(
    ("line", "title", "like", "unlike"),
    [
        ("READ MORE: Ten quiet harbours", "lines that start with “READ MORE:”", "READ MORE: Piers", "READ this"),
        ("Goose bites mayor [REPORT]", "lines that end with “[REPORT]”", "Fog returns [REPORT]", "Fog [REVEAL]"),
        ("14 comments", "lines like this with other numbers and names", "3 comments", "no comments"),
        ("More from Ida Brook", "lines like this with other numbers and names", "More from Tom Ash", "More from us"),
        ("Sign up for our Catch letter", "lines that start with “Sign up for …”", "Sign up for fog", "Sign up, for"),
    ],
)
def test_a_line_suggests_what_it_looks_like(line: str, title: str, like: str, unlike: str) -> None:
    """Labels, tags, numbers and names each give a rule that fits such lines and no others."""
    rule = next(each.rule for each in suggestions(Block(source_text=line), None) if each.title.startswith(title))
    assert rule.matches(Block(source_text=line))
    assert rule.matches(Block(source_text=like))
    assert not rule.matches(Block(source_text=unlike))


def test_suggestions_go_from_narrow_to_broad() -> None:
    """The exact line on this site comes first, every site after this site, the article's end last."""
    found = titles("READ MORE: Ten quiet harbours")
    assert found[0] == "this exact line, on gannet.example"
    assert found[-2:] == [
        "the article ends at this exact line, on gannet.example",
        "the article ends at lines that start with “READ MORE:”, on gannet.example",
    ]
    everywhere = [number for number, title in enumerate(found) if title.endswith("on every site")]
    here = [number for number, title in enumerate(found[:-2]) if title.endswith("on gannet.example")]
    assert max(here) < min(everywhere)


def test_words_of_a_link_are_suggested() -> None:
    """A line with a link suggests the link's words."""
    block = Block(source_text="See our shop", spans=(Span(8, 12, "link", "https://gannet.example/shop"),))
    rule = next(each.rule for each in suggestions(block, None) if "in a link" in each.title)
    assert rule.in_links
    assert rule.matches(block)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_suggestion_fits_its_own_line(text: str) -> None:
    """Whatever the line is, each rule that it suggests takes it, and so does each keep rule."""
    block = Block(source_text=" ".join(text.split()) or "x")
    for each in suggestions(block, "gannet.example") + keeping(block, None):
        assert each.rule.matches(block)


def test_words_with_quotation_marks_are_quoted_in_other_ones() -> None:
    """So that it can be seen where they begin."""
    assert "lines that start with ‘“We measured it …’, on gannet.example" in titles("“We measured it twice,” he said")
