"""A reading as plain text."""

from collections.abc import Callable, Iterator

from newsread_filters.model import Article, Block, Quote
from newsread_filters.reading import Reading

_TIGHT = ("list_item", "table_row", "code")
"""Kinds whose neighbours of the same kind stand on the next line, without a blank one."""


def article(reading: Reading) -> str:
    """The clean article: title, and paragraphs with blank lines between."""
    return "\n\n".join([*filter(None, [title_above(reading.article)]), *paragraphs(reading.article, _line)]) + "\n"


def quotes(reading: Reading) -> str:
    """The quotes in order: the words, then who said them."""
    return "\n".join(_quote(each) for each in reading.quotes)


def kept(article: Article) -> list[Block]:
    """The blocks that still show something."""
    return [block for block in article.blocks if not block.removed]


def title_above(article: Article) -> str | None:
    """The headline to print above the text; None when the text itself begins with it, uncut."""
    first = next(iter(kept(article)), None)
    return None if first and article.title and first.text == article.title else article.title


def paragraphs(article: Article, line: Callable[[Block], str]) -> Iterator[str]:
    """The kept blocks, each written by `line`; those that belong closely together are one paragraph."""
    together: list[str] = []
    before: Block | None = None
    for block in kept(article):
        if before and not (block.kind == before.kind and block.kind in _TIGHT):
            yield "\n".join(together)
            together = []
        together.append(line(block))
        before = block
    if together:
        yield "\n".join(together)


def speaker(quote: Quote) -> str:
    """Who said it, with the role when the article gives one, and in whose words when that is a pronoun or a role."""
    name = quote.speaker or quote.mention or "speaker not named"
    return f"{name}, {quote.role}" if quote.speaker and quote.role else name


def _line(block: Block) -> str:
    return f"- {block.text}" if block.kind == "list_item" else block.text


def _quote(quote: Quote) -> str:
    cue = f" ({quote.cue})" if quote.cue else ""
    return f"“{quote.text}”\n    — {speaker(quote)}{cue}\n"
