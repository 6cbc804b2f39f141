"""A reading as Markdown (CommonMark, with GitHub's tables): the article's words are text there, never markup."""

import re

from newsread.output.plain import groups, how, lines, speaker, title_above
from newsread_filters.model import Block, Quote
from newsread_filters.reading import Reading
from newsread_filters.view import BlockView

_SPECIAL = re.compile(r"([\\`*\[\]<>~|]|&(?=#?\w+;)|(?<![^\W_])_|_(?![^\W_]))")
"""What means something within a line; an underscore inside a word and a lone ampersand do not."""
_AT_START = re.compile(r"(?:\d{1,9}(?=[.)](?:\s|$)))|(?=#{1,6}(?:\s|$)|[-+](?:\s|$)|=+\s*$|-+\s*$)")
"""What begins a heading, a list item or an underline, up to where a backslash makes it text."""
_CLOSING = re.compile(r"(?<=\s)(#+)$")
_SAFE_LINK = re.compile(r"https?://[^\s<>()\\]+", re.IGNORECASE)
_CELLS = r" \| "
"""What stands between the cells of a table row, escaped."""


def article(reading: Reading) -> str:
    """The clean article, its kinds of blocks and its links kept."""
    title = title_above(reading.article)
    paragraphs = list(map(_paragraph, groups(reading.article)))
    return "\n\n".join([_heading(1, title), *paragraphs] if title else paragraphs) + "\n"


def quotes(reading: Reading) -> str:
    """The quotes in order, as block quotes."""
    return "\n".join(map(_quote, reading.quotes))


def escaped(text: str) -> str:
    """`text`, one line, so that Markdown shows it letter by letter."""
    return _plain_start(_inside(text))


def _heading(level: int, text: str) -> str:
    """A heading; hash marks that end it would be taken for its closing ones."""
    return "#" * level + " " + _CLOSING.sub(r"\\\1", escaped(text))


def _paragraph(blocks: list[Block]) -> str:
    return _table(blocks) if blocks[0].kind == "table_row" else "\n".join(map(_written, blocks))


def _written(block: Block) -> str:
    match block.kind:
        case "heading":
            # The headline is the only heading of the first level.
            return _heading(min(6, max(2, block.level or 2)), block.text)
        case "list_item":
            return "- " + _inline(block).replace("\n", "\n  ")
        case "blockquote":
            return "> " + _inline(block).replace("\n", "\n> ")
        case "code":
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", block.text)), 3)
            return f"{fence}\n{block.text}\n{fence}"
        case _:
            return _inline(block)


def _table(rows: list[Block]) -> str:
    """Rows as a table, the first one its head; rows of one cell each are no table."""
    cells = [_inline(row).split(_CELLS) for row in rows]
    width = max(map(len, cells))
    if width == 1:
        return "\n\n".join(only for (only,) in cells)
    table = [row + [""] * (width - len(row)) for row in cells]
    return "\n".join(f"| {' | '.join(row)} |" for row in [table[0], ["---"] * width, *table[1:]])


def _inline(block: Block) -> str:
    """The text with its line breaks and links."""
    return "\\\n".join(_plain_start(_linked(block, start, end)) for start, end in lines(block))


def _linked(block: Block, start: int, end: int) -> str:
    """A range of the kept text with its links; they cannot overlap, since HTML's cannot."""
    text = block.text
    parts = []
    for span in BlockView(0, block).links:
        if start <= span.start < span.end <= end and _SAFE_LINK.fullmatch(span.href or ""):
            parts += [_inside(text[start : span.start]), f"[{_inside(text[span.start : span.end])}]({span.href})"]
            start = span.end
    return "".join([*parts, _inside(text[start:end])])


def _inside(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _plain_start(line: str) -> str:
    found = _AT_START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _quote(quote: Quote) -> str:
    words = "\n>\n".join(f"> {escaped(part)}" for part in quote.text.split("\n\n"))
    return f"{words}\n>\n> — **{escaped(speaker(quote))}**{escaped(how(quote))}\n"
