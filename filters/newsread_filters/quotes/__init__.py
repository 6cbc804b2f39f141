"""Who said what, with which words, where: quotes of an article's kept text.

The flow is one way: quotation marks (marks) -> tagged words around them (words) -> chunks -> clauses (parse) -> the
clause that reports each quoted stretch (clauses, around) or a neighbour's (attribute, neighbours) -> quote or not
(kinds) -> who the mention means (people, resolve) -> quotes (assemble). What is English, German, French or Spanish
stands in data files.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec.structs import replace

from newsread_filters.model import Article, Quote, QuoteSpan
from newsread_filters.quotes.assemble import assemble, key_of, source_spans
from newsread_filters.quotes.attribute import Attributed, attribute
from newsread_filters.quotes.kinds import rejected
from newsread_filters.quotes.lexicon import LANGUAGES, Lexicon, load
from newsread_filters.quotes.marks import Quoted, find_quoted, whole
from newsread_filters.quotes.neighbours import Paragraph
from newsread_filters.quotes.people import People
from newsread_filters.quotes.resolve import Resolver
from newsread_filters.quotes.rules import REFUSALS, RULES

__all__ = ["REFUSALS", "RULES", "find_quotes", "key_of", "people_near", "refused"]

_AROUND = 40
"""Blocks before and behind a place in which people are looked for."""


def find_quotes(article: Article, corrected: Mapping[str, str] | None = None) -> tuple[Quote, ...]:
    """Return the quotes of the kept text in order; `corrected` maps a quote's key to the speaker the user named."""
    paragraphs = _paragraphs(article)
    if not any(paragraph.quoted for paragraph in paragraphs):
        return ()
    lexicon = _lexicon(article)
    said = [each for each, rule in _judged(paragraphs, lexicon) if rule is None]
    body = [each for each in paragraphs if each.text != article.title]
    resolver = Resolver(People(body, lexicon))
    quotes = tuple(assemble(said, article.blocks, resolver, corrected or {}))
    return _with_roles(quotes) if corrected else quotes


def people_near(article: Article, block: int) -> list[str]:
    """The people whom the text around a block names, by their fullest names; those who are people for certain first."""
    low = max(0, block - _AROUND)
    near = replace(article, blocks=article.blocks[low : block + _AROUND])
    return People(_paragraphs(near), _lexicon(article)).names


def refused(article: Article) -> tuple[tuple[QuoteSpan, str], ...]:
    """The quoted words of the kept text that are no quotes, each with the rule that says why (see REFUSALS)."""
    judged = _judged(_paragraphs(article), _lexicon(article))
    return tuple(
        (span, rule) for each, rule in judged if rule for span in source_spans(article.blocks[each.block], each)
    )


def _with_roles(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotes with the roles that others tell of the same speakers: who was corrected is known by name only."""
    roles = {each.speaker: each.role for each in reversed(quotes) if each.speaker and each.role}
    return tuple(each if each.role else replace(each, role=roles.get(each.speaker or "")) for each in quotes)


def _judged(paragraphs: list[Paragraph], lexicon: Lexicon) -> Iterator[tuple[Attributed, str | None]]:
    """Every quoted stretch with the rule by which it is no quote, or None."""
    for _, group in groupby(attribute(paragraphs, lexicon), key=lambda each: each.block):
        found = list(group)
        yield from ((each, rejected(each, found)) for each in found)


def _paragraphs(article: Article) -> list[Paragraph]:
    """The kept text of the blocks; headings and the headline have no quotes."""
    kinds = [block.kind for block in article.blocks]
    return [
        Paragraph(number, text, [] if text == article.title else _quoted(text, kinds[number : number + 2]))
        for number, block in enumerate(article.blocks)
        if (text := block.text)
    ]


def _quoted(text: str, kinds: Sequence[str]) -> list[Quoted]:
    """The quoted stretches of a block of the first of `kinds`; the next block is of the second."""
    if kinds[0] == "heading":
        return []
    found = find_quoted(text)
    if kinds[0] == "blockquote" and not found and text.strip():
        return [whole(text, closed=kinds[1:] != ["blockquote"])]
    return found


def _lexicon(article: Article) -> Lexicon:
    language = (article.language or "en")[:2]
    return load(language if language in LANGUAGES else "en")
