"""What holds for the quotes of any text at all."""

import pickle
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from newsread_filters.model import Article, Block, Cut, Quote
from newsread_filters.quotes import RULES, find_quotes, key_of, refused
from newsread_filters.quotes.lexicon import load
from newsread_filters.quotes.sentence import sentence_bounds
from newsread_filters.quotes.words import Words

PIECES = [
    "“", "”", '"', "''", "'", "‘", "’", "„", "«", "»", "「", "」", " ", " ", " ", ",", ".", "?", "!",
    ":", ";", " - ", "(", ")", "’s",
    "Ada Marsh", "Mr. Holt", "the senator", "she", "who", "that", "said", "told", "called", "according to", "and", "in",
    "The water came at night", "slow and costly", "Tuesday", "adding", "to say", "U.S.", "54",
    "é", "日本", "\u00a0", "🙂",
]  # fmt: skip
"""What sentences with quotes are made of, and what breaks them."""

texts = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join) | st.text(max_size=60)
paragraphs = st.lists(texts, max_size=6)
languages = st.sampled_from(["en", "de", "fr", "es", None, "xx"])


@st.composite
def articles(draw: st.DrawFn, *, cut: bool = False) -> Article:
    """An article of odd paragraphs; with cuts in some when `cut`."""
    blocks = []
    for text in draw(paragraphs):
        cuts = []
        if cut and len(text) > 2 and draw(st.booleans()):
            start = draw(st.integers(0, len(text) - 1))
            cuts = [Cut(start, draw(st.integers(start + 1, len(text))), "some_filter", "because")]
        blocks.append(
            Block(
                source_text=text, cuts=tuple(cuts), kind=draw(st.sampled_from(["paragraph", "heading", "blockquote"]))
            )
        )
    return Article(language=draw(languages), blocks=tuple(blocks))


def spoken(article: Article, quote: Quote) -> list[str]:
    """The words of each span, as they stand in the source."""
    return [article.blocks[span.block].source_text[span.start : span.end] for span in quote.spans]


@given(articles(cut=True))
def test_offsets_point_at_the_words_shown(article: Article) -> None:
    """The text of a quote is its spans' texts, joined by an ellipsis, or a blank line between paragraphs."""
    for quote in find_quotes(article):
        text = ""
        for number, (span, words) in enumerate(zip(quote.spans, spoken(article, quote), strict=True)):
            assert words
            assert words == words.strip()
            if number:
                text += " … " if span.block == quote.spans[number - 1].block else "\n\n"
            text += words
        assert text == quote.text


@given(articles(cut=True))
def test_no_span_holds_what_was_cut(article: Article) -> None:
    """Quotes come from kept text only."""
    for quote in find_quotes(article):
        for span in quote.spans:
            cuts = article.blocks[span.block].cuts
            assert all(span.end <= cut.start or cut.end <= span.start for cut in cuts)


@given(articles(cut=True))
def test_quotes_are_those_of_an_article_that_never_held_what_was_cut(article: Article) -> None:
    """Who said what, and how that was found, does not depend on anything that was cut."""
    without = replace(article, blocks=tuple(replace(each, source_text=each.text, cuts=()) for each in article.blocks))
    expected = [(each.speaker, each.mention, each.cue, each.rule, each.certainty) for each in find_quotes(without)]
    found = [(each.speaker, each.mention, each.cue, each.rule, each.certainty) for each in find_quotes(article)]
    assert found == expected


@given(articles())
def test_quotes_stand_in_order_and_never_overlap(article: Article) -> None:
    """A word belongs to one quote, so to one speaker, at most."""
    spans = [span for quote in find_quotes(article) for span in quote.spans]
    assert spans == sorted(spans, key=lambda span: (span.block, span.start))
    for earlier, later in pairwise(spans):
        assert (earlier.block, earlier.end) <= (later.block, later.start)


@given(articles())
def test_what_is_quoted_is_a_quote_or_refused_but_not_both(article: Article) -> None:
    """A refused stretch stands in no quote."""
    quoted = {(span.block, span.start) for quote in find_quotes(article) for span in quote.spans}
    assert quoted.isdisjoint((span.block, span.start) for span, _ in refused(article))


@given(articles())
def test_the_same_article_gives_the_same_quotes(article: Article) -> None:
    """Nothing is remembered from one article to the next, and quotes pickle."""
    first = find_quotes(article)
    find_quotes(Article(blocks=(Block(source_text="“Yes,” said Bruce Holt. “No,” he said."),)))
    assert find_quotes(article) == first
    assert pickle.loads(pickle.dumps(first)) == first  # noqa: S301 - our own bytes


@given(articles())
def test_certainty_is_a_share_and_every_rule_is_known(article: Article) -> None:
    """Each quote says how sure it is, and by a rule that has a sentence."""
    for quote in find_quotes(article):
        assert 0 <= quote.certainty <= 1
        assert quote.rule in RULES


@given(articles())
def test_headings_have_no_quotes(article: Article) -> None:
    """A headline's quotation marks are not scored, shown or attributed."""
    blocks = article.blocks
    assert all(blocks[span.block].kind != "heading" for quote in find_quotes(article) for span in quote.spans)


@given(articles(), st.integers(0, 3))
def test_empty_paragraphs_change_nothing_but_numbers(article: Article, place: int) -> None:
    """The quotes' words do not depend on how paragraphs are set apart at the end of the article."""
    more = replace(article, blocks=(*article.blocks, *[Block(source_text="")] * place))
    assert find_quotes(more) == find_quotes(article)


@given(articles())
def test_a_corrected_speaker_is_taken(article: Article) -> None:
    """Whom the reader names for a quote is its speaker, and no other quote's, be its words the same."""
    found = find_quotes(article)
    corrected = {key_of(quote, found): f"Speaker {number}" for number, quote in enumerate(found)}
    assert [quote.speaker for quote in find_quotes(article, corrected)] == list(corrected.values())
    assert len(corrected) == len(found)


@settings(max_examples=20)
@given(st.integers(1, 40))
def test_a_paragraph_repeated_gives_its_quotes_each_time(times: int) -> None:
    """Every paragraph is read alike, however many stand before it."""
    text = "“The water came at night,” said Ada Marsh. She called it “a sad sight” for all."
    quotes = find_quotes(Article(blocks=tuple(Block(source_text=text) for _ in range(times))))
    assert [quote.speaker for quote in quotes] == ["Ada Marsh"] * 2 * times


def test_a_sentence_without_an_end_is_read_in_pieces() -> None:
    """However long a sentence is, what is read at once stays short, and no word is left out."""
    words = Words("the water came at night, and " * 400, (), load("en"))
    bounds = list(sentence_bounds(words))
    assert max(high - low for low, high in bounds) <= 300
    assert [low for low, _ in bounds] == [0, *(high for _, high in bounds[:-1])]
    assert bounds[-1][1] == len(words.tags)
