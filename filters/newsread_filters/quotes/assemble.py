"""Makes the article's quotes of attributed stretches: joins what belongs together, and says where it stands."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from newsread_filters.model import Block, Quote, QuoteSpan
from newsread_filters.quotes.attribute import Attributed
from newsread_filters.quotes.resolve import NOBODY, Resolver

WITHIN, BETWEEN = " … ", "\n\n"
"""What joins the spans of a quote in its text: within a paragraph, and between paragraphs."""
_AGAIN = "\N{INFORMATION SEPARATOR ONE}"
"""Parts the words of a quote from which of several with the same words it is; no article's text holds it."""


def assemble(
    found: Sequence[Attributed], blocks: Sequence[Block], resolver: Resolver, corrected: Mapping[str, str]
) -> Iterator[Quote]:
    """Yield the quotes that the stretches `found` make, in order; `corrected` maps a quote's key to its speaker.

    An empty name stands for nobody who is named.
    """
    times: Counter[str] = Counter()
    for group in _joined(found):
        spans = tuple(span for each in group for span in source_spans(blocks[each.block], each))
        if spans:
            text = _text(spans, blocks)
            times[text] += 1
            yield _quote(group, text, spans, resolver, corrected.get(_key(text, times[text])))


def key_of(quote: Quote, quotes: Sequence[Quote]) -> str:
    """What a correction of one of `quotes` is kept under: its words, and which of those with these words it is."""
    alike = [each.spans for each in quotes if each.text == quote.text]
    return _key(quote.text, alike.index(quote.spans) + 1 if quote.spans in alike else 1)


def _key(text: str, time: int) -> str:
    return text if time == 1 else f"{text}{_AGAIN}{time}"


def _quote(
    group: list[Attributed], text: str, spans: tuple[QuoteSpan, ...], resolver: Resolver, corrected: str | None
) -> Quote:
    first = group[0]
    clause = first.clause
    mention = cue = None
    speaker = NOBODY
    if clause is not None:
        text_of = clause.words.text_of
        mention = text_of(*clause.mention) if clause.mention else None
        cue = text_of(*clause.cue) if clause.cue else None
        speaker = resolver.speaker(clause, first.block)
    if corrected is not None:
        return Quote(
            text=text,
            speaker=corrected or None,
            mention=mention,
            cue=cue,
            rule="corrected",
            certainty=1.0,
            spans=spans,
        )
    certainty = round(first.certainty * (speaker.certainty if clause else 1.0), 2)
    return Quote(
        text=text,
        speaker=speaker.name,
        role=speaker.role,
        mention=mention,
        cue=cue,
        rule=first.rule,
        certainty=certainty,
        spans=spans,
    )


def _joined(found: Sequence[Attributed]) -> Iterator[list[Attributed]]:
    """Group the stretches of split quotes ("...," she said, "...") and of quotes over several paragraphs."""
    group: list[Attributed] = []
    for each in found:
        if group and _goes_on(group[-1], each):
            group.append(each)
            continue
        if group:
            yield group
        group = [each]
    if group:
        yield group


def _goes_on(earlier: Attributed, later: Attributed) -> bool:
    if earlier.clause is None or later.clause is None or earlier.clause.words is not later.clause.words:
        return False
    if (earlier.clause.cue, earlier.clause.mention) != (later.clause.cue, later.clause.mention):
        return False
    if earlier.block != later.block:
        unclosed = not earlier.quoted.closed and earlier.quoted.end == earlier.quoted.stop
        return unclosed and later.block == earlier.block + 1 and later.leads
    cue = later.clause.cue
    if cue is None or later.sentence.words is not later.clause.words:
        return False
    parted = earlier.word < cue[0] < later.word
    if earlier.sentence is later.sentence:
        return parted and later.sentence.chunks.kind(later.chunk - 1) in ",-"
    return parted and later.leads and earlier.leads


def _text(spans: tuple[QuoteSpan, ...], blocks: Sequence[Block]) -> str:
    text = ""
    for number, span in enumerate(spans):
        if number:
            text += WITHIN if span.block == spans[number - 1].block else BETWEEN
        text += blocks[span.block].source_text[span.start : span.end]
    return text


def source_spans(block: Block, entry: Attributed) -> Iterator[QuoteSpan]:
    """Where a stretch of the kept text stands in the source; one that a cut parts becomes several spans."""
    start, end = entry.quoted.start, entry.quoted.end
    position = 0
    for low, high in block.kept if block.cuts else [(0, len(block.source_text))]:
        shift = low - position
        first, last = max(start + shift, low), min(end + shift, high)
        while first < last and block.source_text[first].isspace():
            first += 1
        while last > first and block.source_text[last - 1].isspace():
            last -= 1
        if first < last:
            yield QuoteSpan(entry.block, first, last)
        position += high - low
