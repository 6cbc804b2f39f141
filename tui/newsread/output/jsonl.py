"""A reading as one JSON object on one line. Keys may be added, never renamed."""

import re
from typing import Any

import msgspec

from newsread.layout.said import remarks
from newsread_filters.model import Article, Block, Quote
from newsread_filters.reading import Reading

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""What a terminal might heed and JSON need not escape; the article has none of it, a file's name may."""


def article(reading: Reading) -> str:
    """What is known of the article, its blocks with their cuts, and its quotes."""
    return _encoded(_head(reading) | {"blocks": [_block(each) for each in reading.article.blocks]} | _tail(reading))


def quotes(reading: Reading) -> str:
    """The same without the blocks, so each span carries its text."""
    return _encoded(_head(reading) | _tail(reading, with_text=True))


def error(source: str, kind: str, message: str) -> str:
    """The object for a source that gave nothing."""
    return _encoded({"source": _named(source), "error": {"kind": kind, "message": message}})


def _head(reading: Reading) -> dict[str, Any]:
    about = reading.article
    fields = ("url", "title", "byline", "site", "published", "language", "description")
    return {"source": _named(reading.page.source)} | {field: getattr(about, field) for field in fields}


def _tail(reading: Reading, *, with_text: bool = False) -> dict[str, Any]:
    return {
        "quotes": [_quote(each, reading.article if with_text else None) for each in reading.quotes],
        "notices": reading.notices,
    }


def _block(block: Block) -> dict[str, Any]:
    level = {} if block.level is None else {"level": block.level}
    return {
        "kind": block.kind, **level, "text": block.text, "source_text": block.source_text, "removed": block.removed,
        "cuts": block.cuts,
    }  # fmt: skip


def _quote(quote: Quote, article: Article | None) -> dict[str, Any]:
    spans = []
    for span in quote.spans:
        place: dict[str, Any] = {"block": span.block, "start": span.start, "end": span.end}
        if article:
            place["text"] = article.blocks[span.block].source_text[span.start : span.end]
        spans.append(place)
    fields = ("text", "speaker", "role", "mention", "cue", "rule", "certainty")
    return {field: getattr(quote, field) for field in fields} | {"remarks": remarks(quote), "spans": spans}


def _encoded(value: dict[str, Any]) -> str:
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", msgspec.json.encode(value).decode()) + "\n"


def _named(source: str) -> str:
    """`source` without the lone surrogates that stand for bytes of a file's name that are not UTF-8."""
    return source.encode("utf8", "replace").decode()
