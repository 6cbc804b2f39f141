"""A reading as plain text."""

from collections.abc import Iterator

from newsread.layout.said import remarks, who
from newsread_filters.model import Article, Block, Quote
from newsread_filters.reading import Reading
from newsread_filters.view import BlockView

_TIGHT = ("list_item", "table_row", "code")
"""Kinds whose neighbours of the same kind stand on the next line, without a blank one."""


def article(reading: Reading) -> str:
    """The clean article: title, and paragraphs with blank lines between."""
    title = title_above(reading.article)
    paragraphs = ["\n".join(map(_written, blocks)) for blocks in groups(reading.article)]
    return "\n\n".join([title, *paragraphs] if title else paragraphs) + "\n"


def quotes(reading: Reading) -> str:
    """The quotes in order: the words, then who said them."""
    return "\n".join(map(_quote, reading.quotes))


def title_above(article: Article) -> str | None:
    """The headline to print above the text; None when the text itself begins with it, uncut."""
    first = next((block for block in article.blocks if not block.removed), None)
    return None if first and first.text == article.title else article.title


def groups(article: Article) -> Iterator[list[Block]]:
    """The blocks that still show something; those that belong closely together in one list."""
    group: list[Block] = []
    for block in article.blocks:
        if block.removed:
            continue
        if group and not (block.kind == group[-1].kind and block.kind in _TIGHT):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def lines(block: Block) -> list[tuple[int, int]]:
    """The lines of a block's kept text as ranges: verse and addresses have several."""
    breaks = [span for span in BlockView(0, block).spans if span.kind == "break"]
    starts = [0, *(span.end for span in breaks)]
    ends = [*(span.start for span in breaks), len(block.text)]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if start < end] or [(0, len(block.text))]


def speaker(quote: Quote) -> str:
    """Who said it, with the role when the article gives one, and in whose words when that is a pronoun or a role."""
    return f"{quote.speaker}, {quote.role}" if quote.speaker and quote.role else who(quote)


def how(quote: Quote) -> str:
    """The cue and the remarks in brackets, with a space before; empty when there are none."""
    told = ", ".join(filter(None, [quote.cue, *remarks(quote)]))
    return f" ({told})" if told else ""


def _written(block: Block) -> str:
    text = "\n".join(block.text[start:end] for start, end in lines(block))
    return "- " + text.replace("\n", "\n  ") if block.kind == "list_item" else text


def _quote(quote: Quote) -> str:
    return f"“{quote.text}”\n    — {speaker(quote)}{how(quote)}\n"
