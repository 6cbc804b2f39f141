"""A reading as Markdown (CommonMark): the article's words are text there, never markup."""

import re

from newsread.output.plain import paragraphs, speaker, title_above
from newsread_filters.model import Block, Quote, Span
from newsread_filters.reading import Reading
from newsread_filters.view import BlockView

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|])")
_AT_START = re.compile(r"(#{1,6}(?=\s|$)|[-+](?=\s|$)|\d{1,9}(?=[.)](?:\s|$))|=+\s*$|-+\s*$)")
_SAFE_LINK = re.compile(r"https?://[^\s<>()\\]+", re.IGNORECASE)


def article(reading: Reading) -> str:
    """The clean article, its kinds of blocks and its links kept."""
    title = title_above(reading.article)
    parts = [f"# {escaped(title)}"] if title else []
    return "\n\n".join([*parts, *paragraphs(reading.article, _line)]) + "\n"


def quotes(reading: Reading) -> str:
    """The quotes in order, as block quotes."""
    return "\n".join(_quote(each) for each in reading.quotes)


def escaped(text: str) -> str:
    """`text` so that Markdown shows it letter by letter."""
    return _AT_START.sub(_escaped_start, _inside(text), count=1)


def _escaped_start(found: re.Match[str]) -> str:
    if found.start():
        return found[0]
    return found[0] + "\\" if found[0][0].isdigit() else "\\" + found[0]


def _line(block: Block) -> str:
    match block.kind:
        case "heading":
            # The headline is the only heading of the first level.
            return f"{'#' * min(6, max(2, block.level or 2))} {escaped(block.text)}"
        case "list_item":
            return f"- {_inline(block)}"
        case "blockquote":
            return f"> {_inline(block)}"
        case "code":
            fence = "`" * max(3, *(len(run) + 1 for run in re.findall("`+", block.text)), 3)
            return f"{fence}\n{block.text}\n{fence}"
        case _:
            return _inline(block)


def _inline(block: Block) -> str:
    """The text with its links; they cannot overlap, since HTML's cannot."""
    text = block.text
    parts = []
    position = 0
    for span in BlockView(0, block).links:
        if span.start >= position and _SAFE_LINK.fullmatch(span.href or ""):
            parts += [_inside(text[position : span.start]), _link(text, span)]
            position = span.end
    parts.append(_inside(text[position:]))
    return _AT_START.sub(_escaped_start, "".join(parts), count=1)


def _inside(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _link(text: str, span: Span) -> str:
    return f"[{_inside(text[span.start : span.end])}]({span.href})"


def _quote(quote: Quote) -> str:
    words = "\n>\n".join(f"> {escaped(part)}" for part in quote.text.split("\n\n"))
    cue = f" ({escaped(quote.cue)})" if quote.cue else ""
    return f"{words}\n>\n> — **{escaped(speaker(quote))}**{cue}\n"
