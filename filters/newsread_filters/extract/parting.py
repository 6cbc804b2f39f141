"""Parts blocks that no writer wrote: what is done with a block, on the screen too, is bounded by the longest one."""

from collections.abc import Iterator

from msgspec.structs import replace

from newsread_filters.model import Article, Block, Span

LONGEST = 10_000
"""Characters of one block. A paragraph of a story has some hundreds, the longest listing some thousands."""


def parted(article: Article) -> Article:
    """Return `article` with every block that is too long in pieces."""
    if all(len(block.source_text) <= LONGEST for block in article.blocks):
        return article
    return replace(article, blocks=tuple(piece for block in article.blocks for piece in _in_pieces(block)))


def pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces of `text` begin and end: at the end of a line, or between words, where there is one."""
    start = 0
    while len(text) - start > LONGEST:
        gap = text.rfind("\n", start + 1, start + LONGEST)
        if gap < 0:
            gap = text.rfind(" ", start + 1, start + LONGEST)
        end = gap if gap > 0 else start + LONGEST
        yield start, end
        start = end + (gap > 0)
    if start < len(text):
        yield start, len(text)


def _in_pieces(block: Block) -> Iterator[Block]:
    if len(block.source_text) <= LONGEST:
        yield block
        return
    spans = sorted(block.spans, key=lambda span: span.start)
    for start, end in pieces(block.source_text):
        here = [span for span in spans if span.start < end]
        yield replace(block, source_text=block.source_text[start:end], spans=tuple(_moved(here, start, end)))
        spans = [span for span in here if span.end > end] + spans[len(here) :]


def _moved(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """What lies from `start` to `end` of `spans`, as seen from `start`."""
    for span in spans:
        low, high = max(span.start, start), min(span.end, end)
        if low < high or (span.kind == "break" and low == high):
            yield replace(span, start=low - start, end=high - start)
