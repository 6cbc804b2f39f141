"""What is told of one line: its place, its words, its box, and what each filter did with it."""

import pytest

from newsread_filters import Article, Page, pipeline
from newsread_filters.evidence import evidence
from newsread_filters.extract import extract
from newsread_filters.registry import defaults
from newsread_filters.rules import Rule

PAGE = """
<html lang=en><head><title>Harbour town keeps its lighthouse keeper | Skell Bugle</title>
<meta property="og:site_name" content="Skell Bugle"></head><body><main><article>
<h1>Harbour town keeps its lighthouse keeper</h1>
<p class="meta">By Dora Quill</p>
<p>Residents of the town voted on Tuesday to keep their lighthouse keeper, and the council gave way at once.</p>
<p>Our newsletter told the village that the lighthouse was to be closed, said the council of the town.</p>
<div class="promo-box"><p>See <a href="/a">who voted and how much it cost them</a> that day</p><p>Gone</p></div>
<p>The keeper said that he had slept through the vote, because nobody had told him of it in time.</p>
<p>The lighthouse will be painted in the summer, when the weather allows it and the paint has come.</p>
<p>The council will pay half of the paint, and the rest is to come from the residents of the town.</p>
<p>Nobody knows what the keeper thinks of that, because he had gone back to bed when he was asked.</p>
<p>Sign up for our newsletter and get the day's stories straight to your inbox.</p>
</article></main></body></html>
"""


@pytest.fixture(scope="module")
def article() -> Article:
    """The page, cleaned by the built-in filters."""
    return pipeline.run(extract(Page(source="page", data=PAGE.encode())), defaults())[0]


def told(article: Article, beginning: str) -> str:
    """What is told of the line that begins so."""
    number = next(at for at, block in enumerate(article.blocks) if block.source_text.startswith(beginning))
    return "\n".join(evidence(article, number, defaults()))


@pytest.mark.parametrize(("beginning", "facts"), [
    ("By Dora", ["place: before the story's first paragraph", "begins with “By”", "reads as running text: no"]),
    ("Our newsletter", ["1 of its 6 paragraphs above it", "speaks of newsletter: says “our newsletter”"]),
    ("See who", ["words in links: 8 of 11, 73%", "nearest box: div “promo-box”", "shares a box with: "]),
    ("Nobody", ["among its last five paragraphs", "longer words that the story has elsewhere: 5 of 11"]),
])  # fmt: skip
def test_the_facts_are_told(article: Article, beginning: str, facts: list[str]) -> None:
    """Where it stands, how much of it is links, how the story knows its words, and which words of clutter it holds."""
    for fact in facts:
        assert fact in told(article, beginning)


def test_it_is_told_who_cut_a_line_and_who_did_not_see_it(article: Article) -> None:
    """Those before the filter that cut it left it; those behind it saw nothing of it any more."""
    lines = told(article, "Sign up").splitlines()
    left = next(line for line in lines if line.startswith("left by: "))
    unseen = next(line for line in lines if line.startswith("not seen any more by: "))
    assert "captions" in left
    assert "paywalls" in unseen
    assert not any("newsletters" in line for line in lines)


def test_a_line_that_stays_was_seen_by_all(article: Article) -> None:
    """Each filter either left it, or takes only shorter lines."""
    lines = told(article, "Residents").splitlines()
    seen = [line for line in lines if line.startswith(("left by: ", "longer than"))]
    assert all(each.name in "\n".join(seen) for each in defaults())
    assert not any(line.startswith("not seen") for line in lines)


def test_what_a_rule_cut_no_filter_saw() -> None:
    """The user's own rules come first."""
    cut = pipeline.run(extract(Page(source="page", data=PAGE.encode())), defaults(), [Rule(starts_with="Residents")])[0]
    assert "left by" not in told(cut, "Residents")
    assert "not seen any more by: duplicate_title" in told(cut, "Residents")
