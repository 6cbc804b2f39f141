"""A reading of nothing but what was kept: for whoever wants the clean article and no trace of the rest."""

from msgspec.structs import replace

from newsread_filters.model import Article, Block, QuoteSpan
from newsread_filters.reading import Reading
from newsread_filters.view import BlockView


def kept_only(reading: Reading) -> Reading:
    """`reading` as if what was cut had never stood there; quotes point into the blocks that are left."""
    kept = [number for number, block in enumerate(reading.article.blocks) if not block.removed]
    places = {number: place for place, number in enumerate(kept)}
    views = {number: BlockView(number, reading.article.blocks[number]) for number in kept}
    quotes = (
        replace(quote, spans=tuple(_moved(span, views[span.block], places) for span in quote.spans))
        for quote in reading.quotes
        if all(span.block in places for span in quote.spans)
    )
    article = replace(reading.article, blocks=tuple(_reduced(views[number]) for number in kept))
    return replace(reading, article=article, quotes=tuple(quotes))


def runs(article: Article) -> list[tuple[Block, ...]]:
    """The blocks in runs, each of which ends with a block that something was cut from; but perhaps the last."""
    parts: list[tuple[Block, ...]] = []
    start = 0
    for number, block in enumerate(article.blocks, 1):
        if block.cuts or number == len(article.blocks):
            parts.append(article.blocks[start:number])
            start = number
    return parts


def _reduced(view: BlockView) -> Block:
    return replace(view.block, source_text=view.text, spans=view.spans, cuts=())


def _moved(span: QuoteSpan, view: BlockView, places: dict[int, int]) -> QuoteSpan:
    return QuoteSpan(places[span.block], view.to_kept(span.start), view.to_kept(span.end))
