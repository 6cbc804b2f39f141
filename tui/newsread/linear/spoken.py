"""What the linear mode prints of an article: sentences and paragraphs that make sense when they are only heard."""

from collections.abc import Iterator, Sequence

from newsread.layout.head import byline_and_date
from newsread.layout.index import Index
from newsread.layout.links import Link
from newsread.layout.said import remarks
from newsread.layout.wrap import PARTED
from newsread.linear.commands import COMMANDS, typed
from newsread.output import plain
from newsread.sources import shown
from newsread_filters.gate import clean_line
from newsread_filters.model import Block, Cut, Quote

_KINDS = {
    "heading": "Heading", "list_item": "Item", "blockquote": "Block quote", "code": "Code", "caption": "Caption",
    "table_row": "Row",
}  # fmt: skip
"""What is said before the text, because it cannot be seen."""


def opening(index: Index) -> Iterator[str]:
    """What is said of an article before it is read."""
    article, notices = index.reading.article, index.reading.notices
    yield clean_line(article.title or "This article has no title.")
    about = [clean_line(part) for part in (byline_and_date(article).replace(PARTED, ", "), article.site or "") if part]
    if about:
        yield ". ".join(about) + "."
    yield from (clean_line(notice.message) for notice in notices)
    yield f"{counted(len(index.kept) - 1, 'paragraph')}, {counted(index.minutes, 'minute')} to read."
    if index.touched:
        yield f"{removed(index)} c and Enter reads them in their places."
    if index.quote_places:
        yield f"{counted(len(index.quote_places), 'quote')}. ] and Enter reads the next one."
    yield "Enter reads on, ? and Enter lists the commands, q and Enter leaves."


def removed(index: Index) -> str:
    """How much was removed, as a sentence."""
    shortened = index.touched - index.removed
    parts = [counted(index.removed, "line") + " removed"] if index.removed else []
    parts += [counted(shortened, "line") + " shortened"] if shortened else []
    return ", ".join(parts) + "." if parts else "Nothing was removed."


def paragraph(block: Block, *, cuts: bool) -> Iterator[str]:
    """A block, its kind said first; with `cuts`, also what was removed from it, by which filter, and why."""
    kind = _KINDS.get(block.kind, "")
    if block.removed:
        yield f"Removed by {_reason(block.cuts[0])}: {block.source_text}"
        return
    first, *others = _lines(block)
    yield f"{kind}: {first}" if kind else first
    yield from others
    if cuts:
        for cut in block.cuts:
            yield f"Removed from it by {_reason(cut)}: {block.source_text[cut.start : cut.end].strip()}"


def quote(number: int, index: Index) -> Iterator[str]:
    """Quote `number`, from 0: who said it, then the words."""
    total = len(index.quote_places)
    yield from f"Quote {number + 1} of {total}, {_said(index.reading.quotes[number])}".split("\n\n")


def quotes(index: Index) -> Iterator[str]:
    """All quotes, numbered."""
    for number, each in enumerate(index.reading.quotes, 1):
        yield f"{number}: {_said(each)}".replace("\n\n", " … ")


def links(links: Sequence[Link], index: Index) -> Iterator[str]:
    """All links, numbered: their words, then where they lead, where the words do not say so."""
    for number, (block, start, end, url) in enumerate(links, 1):
        words, address = " ".join(index.blocks[block].source_text[start:end].split()), clean_line(shown(url))
        yield f"{number}: {words}" if words == address else f"{number}: {words}, {address}"


def commands() -> Iterator[str]:
    """All commands."""
    yield "Type a command and press Enter."
    for command in COMMANDS:
        yield f"{typed(command)}: {command.title}."


def counted(number: int, what: str) -> str:
    """A number of things: "1 quote", "2 quotes"."""
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


def _said(each: Quote) -> str:
    told = f" ({', '.join(remarks(each))})" if remarks(each) else ""
    return f"{clean_line(plain.speaker(each))}{told}: “{each.text}”"


def _reason(cut: Cut) -> str:
    return clean_line(f"{cut.filter}, {cut.reason}")


def _lines(block: Block) -> list[str]:
    if block.kind == "code":
        return block.text.split("\n")
    return [block.text[start:end] for start, end in plain.lines(block)]
