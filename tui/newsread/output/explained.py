"""A reading line by line, with what was removed, by which filter, and why."""

from collections.abc import Iterator, Sequence

from newsread_filters.evidence import evidence
from newsread_filters.filter import Filter
from newsread_filters.model import Block, Hints
from newsread_filters.reading import Reading


def lines(reading: Reading) -> str:
    """Every line of the article by number: `×` removed, `~` shortened, and under each the filters' reasons."""
    return "".join(f"{line}\n" for number, block in enumerate(reading.article.blocks) for line in _line(number, block))


def why(reading: Reading, number: int, filters: Sequence[Filter]) -> str:
    """Everything that is known about line `number`, over which `filters` went."""
    block = reading.article.blocks[number]
    told = evidence(reading.article, number, filters)
    about = [*_line(number, block), "", *_facts(block), *told, *_hints(block.hints), *_quotes(reading, number)]
    return "".join(f"{line}\n" for line in about)


def _line(number: int, block: Block) -> Iterator[str]:
    sign = "×" if block.removed else "~" if block.cuts else " "
    yield f"{number:5} {sign} {block.source_text}".rstrip()
    told = None
    for cut in block.cuts:
        part = "" if block.removed else f" (“{block.source_text[cut.start : cut.end].strip()}”)"
        if (cut.filter, cut.reason, part) != told:  # one find around an earlier cut makes two cuts
            yield f"        {cut.filter}: {cut.reason}{part}"
        told = (cut.filter, cut.reason, part)


def _facts(block: Block) -> Iterator[str]:
    yield f"kind: {block.kind}" + (f" of level {block.level}" if block.level else "")
    for link in (span for span in block.spans if span.kind == "link"):
        yield f"link: “{block.source_text[link.start : link.end]}” {link.href or ''}".rstrip()


def _hints(hints: Hints) -> Iterator[str]:
    """What extraction saw around the line; what it did not see is not printed."""
    for name in hints.__struct_fields__:
        value = getattr(hints, name)
        if value:
            yield f"{name.replace('_', ' ')}: {' '.join(value) if isinstance(value, tuple) else value}"


def _quotes(reading: Reading, number: int) -> Iterator[str]:
    for quote in reading.quotes:
        if any(span.block == number for span in quote.spans):
            yield f"quote: “{quote.text}” ({quote.speaker or 'speaker not known'}; {quote.rule}, {quote.certainty:.2f})"
