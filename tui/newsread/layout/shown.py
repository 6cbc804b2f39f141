"""What a block shows on the screen, and how its offsets relate to the source text."""

from bisect import bisect_right
from typing import NamedTuple

from newsread_filters.model import Block

TAB = "    "


class Piece(NamedTuple):
    """A stretch of shown text that stands unchanged in the source."""

    shown: int
    source: int
    length: int


class Shown(NamedTuple):
    """The text that a block shows; `pieces` is empty when that is the source text, character for character."""

    text: str
    pieces: tuple[Piece, ...] = ()

    def to_source(self, offset: int) -> int:
        """Where the shown character at `offset` stands in the source."""
        if not self.pieces:
            return offset
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda each: each.shown) - 1)]
        return piece.source + min(offset - piece.shown, piece.length)

    def from_source(self, offset: int) -> int:
        """Where the source's character at `offset` is shown; one that is not shown is where it would be."""
        if not self.pieces:
            return offset
        piece = self.pieces[max(0, bisect_right(self.pieces, offset, key=lambda each: each.source) - 1)]
        return piece.shown + min(max(0, offset - piece.source), piece.length)


def shown(block: Block, *, cuts: bool) -> Shown:
    """What `block` shows, with its `cuts` in place or without them; tabs are widened."""
    ranges = [(0, len(block.source_text))] if cuts or not block.cuts else block.kept
    if len(ranges) == 1 and ranges[0] == (0, len(block.source_text)) and "\t" not in block.source_text:
        return Shown(block.source_text)
    return _pieced(block.source_text, ranges)


def _pieced(source: str, ranges: list[tuple[int, int]]) -> Shown:
    texts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for start, end in ranges:
        position = start
        for number, part in enumerate(source[start:end].split("\t")):
            if number:
                texts.append(TAB)
                length += len(TAB)
                position += 1
            pieces.append(Piece(length, position, len(part)))
            texts.append(part)
            length += len(part)
            position += len(part)
    return Shown("".join(texts), tuple(pieces))
