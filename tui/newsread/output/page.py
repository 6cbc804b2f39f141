"""A reading as a page: one HTML file that needs nothing else, loads nothing and runs nothing.

Every word of the article goes through `_text` or `_opening`, which escape it; the rest are our own words.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby, pairwise
from typing import NamedTuple

from newsread.layout.head import byline_and_date
from newsread.output.plain import how, speaker, title_above
from newsread_filters.gate import clean
from newsread_filters.model import Article, Block, Quote
from newsread_filters.reading import Reading

_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
_CELL = " | "
_GROUPS = {"list_item": "ul", "table_row": "table"}
_SPANS = {"link": "a", "strong": "strong", "emphasis": "em", "code": "code"}
_STYLE = """\
:root { color-scheme: light dark; }
body { margin: 2rem auto; padding: 0 1rem; max-width: 36rem; font: 1.1rem/1.6 Georgia, "Times New Roman", serif; }
h1 { line-height: 1.2; }
header p, figcaption, .caption { font-size: .9em; opacity: .75; }
pre { overflow-x: auto; }
td { padding-right: 1em; vertical-align: top; }
del { opacity: .6; }
.quote { background: color-mix(in srgb, currentColor 10%, transparent); }
section { margin-top: 3rem; border-top: 1px solid; }
figure, blockquote { margin-left: 0; }
"""
# Should a mistake of ours let markup through all the same, the browser loads and runs nothing of it.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def article(reading: Reading) -> str:
    """The whole page: the article as the reading has it, cuts struck out in their places, and its quotes."""
    about = reading.article
    language = f' lang="{_text(about.language)}"' if about.language else ""
    return (
        f'<!DOCTYPE html>\n<html{language}>\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{_text(about.title or about.site or 'Article')}</title>\n<style>\n{_STYLE}</style>\n</head>\n<body>\n"
        f'<article dir="auto">\n{_header(about)}{"".join(_body(reading))}</article>\n{_quotes(reading.quotes)}'
        "</body>\n</html>\n"
    )


def _header(about: Article) -> str:
    title = title_above(about)
    address = _element("a", _text(about.url), href=about.url) if _LINK.fullmatch(about.url or "") else ""
    rows = [_element("p", part) for part in (_text(byline_and_date(about)), _text(about.site), address) if part]
    heading = [_element("h1", _text(title))] if title else []
    return _element("header", "\n".join(["", *heading, *rows, ""])) + "\n"


def _body(reading: Reading) -> Iterator[str]:
    said = _said(reading.quotes)
    numbered = enumerate(reading.article.blocks)
    for kind, group in groupby(numbered, key=lambda each: each[1].kind):
        written = "\n".join(_block(block, said.get(number, [])) for number, block in group)
        yield (_element(_GROUPS[kind], f"\n{written}\n") if kind in _GROUPS else written) + "\n"


def _block(block: Block, said: "list[_Mark]") -> str:
    text = block.source_text
    marks = [*said, *_marks(block)]
    if block.kind == "table_row":
        return _element("tr", "".join(_element("td", _inline(text, marks, *cell)) for cell in _cells(text)))
    inside = _inline(text, marks, 0, len(text))
    match block.kind:
        case "heading":
            return _element(f"h{min(6, max(2, block.level or 2))}", inside)
        case "blockquote":
            return _element("blockquote", _element("p", inside))
        case "code":
            return _element("pre", _element("code", inside))
        case "caption":
            return _element("p", inside, class_="caption")
    return _element("li" if block.kind == "list_item" else "p", inside)


def _cells(row: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cell in row.split(_CELL):
        yield start, start + len(cell)
        start += len(cell) + len(_CELL)


class _Mark(NamedTuple):
    """A range of a block's text and the tag around it; the marks of one layer do not overlap."""

    start: int
    end: int
    layer: str
    opening: str


_LAYERS = ("quote", "del", "a", "strong", "em", "code")
"""From the outside to the inside. HTML's elements nest, ranges do not: an inner one is parted where an outer ends."""


def _marks(block: Block) -> Iterator[_Mark]:
    for cut in block.cuts:
        yield _Mark(cut.start, cut.end, "del", _opening("del", title=f"{cut.filter}: {cut.reason}"))
    for span in block.spans:
        if span.kind == "break":
            yield _Mark(span.start, span.end, "br", "")
        elif span.kind != "link":
            yield _Mark(span.start, span.end, _SPANS[span.kind], _opening(_SPANS[span.kind]))
        elif _LINK.fullmatch(span.href or ""):
            yield _Mark(span.start, span.end, "a", _opening("a", href=span.href))


def _said(quotes: Iterable[Quote]) -> dict[int, list[_Mark]]:
    """The pieces of the quotes by block; the first piece of each carries the name that its entry below points to."""
    marks: dict[int, list[_Mark]] = {}
    for number, quote in enumerate(quotes, 1):
        for piece, span in enumerate(quote.spans):
            opening = _opening("span", class_="quote", id=None if piece else f"said-{number}")
            marks.setdefault(span.block, []).append(_Mark(span.start, span.end, "quote", opening))
    return marks


def _inline(text: str, marks: list[_Mark], start: int, end: int) -> str:
    """`text` from `start` to `end` with its marks as tags that nest."""
    edges = {edge for mark in marks for edge in (mark.start, mark.end) if start < edge < end}
    return _nested(_pieces(text, marks, [start, *sorted(edges), end]), _LAYERS)


def _pieces(text: str, marks: list[_Mark], edges: list[int]) -> list[tuple[str, dict[str, str]]]:
    """The text between two edges each, escaped, with the opening tag of every layer that holds there."""
    pieces = []
    for start, end in pairwise(edges):
        holding = {mark.layer: mark.opening for mark in reversed(marks) if mark.start <= start and end <= mark.end}
        written = "<br>" if "br" in holding else _text(text[start:end])
        pieces.append((written, holding))
    return pieces


def _nested(pieces: Iterable[tuple[str, dict[str, str]]], layers: tuple[str, ...]) -> str:
    if not layers:
        return "".join(written for written, _ in pieces)
    parts = []
    for opening, group in groupby(pieces, key=lambda piece: piece[1].get(layers[0], "")):
        inside = _nested(list(group), layers[1:])
        name = re.match(r"<(\w+)", opening)
        parts.append(f"{opening}{inside}</{name[1]}>" if name else inside)
    return "".join(parts)


def _quotes(quotes: Iterable[Quote]) -> str:
    entries = "".join(_quote(number, quote) for number, quote in enumerate(quotes, 1))
    return f'<section aria-labelledby="quotes">\n<h2 id="quotes">Quotes</h2>\n{entries}</section>\n' if entries else ""


def _quote(number: int, quote: Quote) -> str:
    words = "".join(_element("p", _text(part)) for part in f"“{quote.text}”".split("\n\n"))
    place = _element("a", "in the text", href=f"#said-{number}")
    who = _element("figcaption", f"{_text(f'— {speaker(quote)}{how(quote)}')} · {place}")
    return _element("figure", f"\n{_element('blockquote', words)}\n{who}\n", dir="auto") + "\n"


def _element(name: str, inside: str, **attributes: str | None) -> str:
    return f"{_opening(name, **attributes)}{inside}</{name}>"


def _opening(name: str, **attributes: str | None) -> str:
    """An opening tag; attributes of None are left out, their values are escaped."""
    given = (f' {key.rstrip("_")}="{_text(value)}"' for key, value in attributes.items() if value is not None)
    return f"<{name}{''.join(given)}>"


def _text(text: str | None) -> str:
    return escape(clean(text or ""))
