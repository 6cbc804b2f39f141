"""A page's text as it stands, for a page that cannot be read as an article: no tree, no column, no judgement.

It takes what is left of the bounds, and the beginning of the page only when there is more.
"""

import re
from collections.abc import Iterator
from itertools import islice

from newsread_filters.extract.elements import BLOCKS
from newsread_filters.extract.entities import unescaped
from newsread_filters.extract.parting import pieces
from newsread_filters.gate import clean_line
from newsread_filters.model import Article, Block

MOST_BLOCKS = 50_000
MOST_CHARACTERS = 2_000_000
_MOST_READ = 6_000_000
"""Characters of the page that are looked at."""
_MOST_PIECES = 500_000
"""Pieces of markup that are looked at."""

_PARTING = BLOCKS | {"br"}
_UNSEEN = ("[sS][cC][rR][iI][pP][tT]", "[sS][tT][yY][lL][eE]", "[tT][eE][mM][pP][lL][aA][tT][eE]")
_SKIPPED = "".join(rf"|{name}\b[^<>]*+>[^<]*+(?:<(?!/{name})[^<]*+)*+" for name in _UNSEEN)
"""Elements that nobody sees, each up to its own end tag: a script may well write a style into the page."""
_MARKUP = re.compile(
    r"<(?:!--(?:-?>|[^-]*+(?:-(?!-!?>)[^-]*+)*+(?:--!?>)?+)"
    rf"{_SKIPPED}"
    r"|[/!?]?([a-zA-Z][^\s<>/]*+)[^<>]*+>?+)"
)


def read_raw(text: str, *, is_markup: bool) -> tuple[Article, bool]:
    """Return the lines of `text`, without its tags when it `is_markup`, and whether that is all of it."""
    read = text[:_MOST_READ]
    beginning = _beginning(read) if is_markup else read
    blocks: list[Block] = []
    room = MOST_CHARACTERS
    for line in _lines(beginning) if is_markup else read.split("\n", 2 * MOST_BLOCKS):
        cleaned = clean_line(line)
        for start, end in pieces(cleaned):
            if len(blocks) >= MOST_BLOCKS or end - start > room:
                return Article(blocks=tuple(blocks)), False
            blocks.append(Block(source_text=cleaned[start:end]))
            room -= end - start
    return Article(blocks=tuple(blocks)), len(beginning) == len(text)


def _beginning(text: str) -> str:
    """As much of `text` as holds no more markup than is looked at."""
    last = next(islice(_MARKUP.finditer(text), _MOST_PIECES, None), None)
    return text if last is None else text[: last.start()]


def _lines(text: str) -> Iterator[str]:
    """The text between the tags; elements that make a line of their own part it."""
    pieces: list[str] = []
    position = 0
    for found in _MARKUP.finditer(text):
        if found.start() > position:
            pieces.append(text[position : found.start()])
        position = found.end()
        if pieces and (found[1] or "").lower() in _PARTING:
            yield unescaped("".join(pieces))
            pieces = []
    yield unescaped("".join([*pieces, text[position:]]))
