"""Counting what can be done about a line."""

from hypothesis import given
from hypothesis import strategies as st

from newsread.pointing.remedies import AddRule, Remedy, pointed
from newsread.pointing.tally import SLICE, Opened, tallies
from newsread_filters.model import Article, Block, Cut
from newsread_filters.rules import NotApplied, Rule
from newsread_filters.suggest import suggestions
from newsread_filters.view import ArticleView

LINES = st.sampled_from(["Read more: one two", "Read more: three", "14 comments", "3 comments", "A b c d e.", "Fog"])


def block(text: str, *, gone: bool = False) -> Block:
    """A line, or one that is removed."""
    return Block(source_text=text, cuts=(Cut(0, len(text), "captions", "a caption"),) if gone else ())


@given(st.lists(LINES, min_size=1, max_size=30), st.data())
def test_what_is_counted_is_what_the_rule_itself_would_remove(texts: list[str], data: st.DataObject) -> None:
    """For every rule that a line suggests: as many lines, and refused when the rule refuses."""
    blocks = [block(text) for text in texts]
    for each in suggestions(data.draw(st.sampled_from(blocks)), None):
        remedy = Remedy("", "", AddRule(each.rule))
        *_, [tally] = tallies([remedy], blocks, [])
        try:
            removed = list(each.rule.find(ArticleView(Article(blocks=tuple(blocks)))))
        except NotApplied:
            assert tally.refused
        else:
            assert not tally.refused
            assert tally.lines == len(removed)


def test_a_long_article_is_counted_in_slices() -> None:
    """Each slice is a stop where keys are answered; the last count is of everything."""
    blocks = [block("Fog"), *(block("The harbour committee met again") for _ in range(3 * SLICE)), block("Fog")]
    counts = [each[0].lines for each in tallies([Remedy("", "", AddRule(Rule(equals="Fog")))], blocks, [])]
    assert counts == [1, 1, 1, 2, 2]


def test_in_other_articles_a_rule_counts_only_where_it_holds() -> None:
    """A rule for one site says nothing of another one's articles."""
    lines = [block("Fog"), *(block("The harbour committee met again") for _ in range(4))]
    others = [Opened("https://gannet.example/a", lines), Opened("https://bugle.example/b", lines)]
    here = Remedy("", "", AddRule(Rule(equals="Fog", sites=("gannet.example",))))
    everywhere = Remedy("", "", AddRule(Rule(equals="Fog")))
    *_, (one, all_of_them) = tallies([here, everywhere], lines, others)
    assert (one.elsewhere, one.articles) == (1, 1)
    assert (all_of_them.elsewhere, all_of_them.articles) == (2, 2)


def test_a_pattern_that_takes_too_long_is_refused() -> None:
    """It says so in place of a count."""
    lines = [block("a" * 40 + "!")] * 4
    *_, [tally] = tallies([Remedy("", "", AddRule(Rule(pattern="^(a|aa)+$")))], lines, [])
    assert "takes too long" in tally.refused


def test_a_line_that_a_part_was_cut_from_can_be_mended_or_removed() -> None:
    """Both sorts of remedies are offered, what was cut first."""
    text = "Goose bites mayor (Image: Getty)"
    found = pointed(0, Block(source_text=text, cuts=(Cut(17, len(text), "captions", "a credit"),)), None)
    assert not found.whole
    assert found.evidence == (("captions", "a credit"),)
    sections = [each.section for each in found.remedies]
    assert sections[0] == "Put back"
    assert "Remove everywhere" in sections
