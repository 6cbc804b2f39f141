"""A stretch of the text that was picked out by hand: from one character to another, across blocks.

It is kept in offsets of the source, so that it stays on its words whatever becomes of the layout; in the head, which
has no source, in offsets of its lines put together.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from newsread.layout.cells import clusters, width
from newsread.layout.column import TIGHT, Column
from newsread.layout.direction import is_rtl
from newsread.layout.head import HeadLine
from newsread.layout.index import HEAD
from newsread.layout.shown import Shown, shown


class Line(NamedTuple):
    """What stands on one row of the column: a range of the shown text, and the cell that it begins at."""

    start: int
    end: int
    left: int


class Character(NamedTuple):
    """A character as a reader sees it, in offsets of its block's source; empty beside the text."""

    item: int
    start: int
    end: int


class Selection(NamedTuple):
    """From a place in the text to another one: item and offset, the last one behind the last character."""

    first: tuple[int, int]
    last: tuple[int, int]

    @classmethod
    def between(cls, one: Character, other: Character) -> "Selection":
        """From `one` to `other`, both of them included, in whichever order they stand."""
        first = min((one.item, one.start), (other.item, other.start))
        return cls(first, max((one.item, one.end), (other.item, other.end)))

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it."""
        return self.first >= self.last

    def part(self, column: Column, item: int) -> tuple[int, int]:
        """What is selected of `item`, in offsets of the text that it shows; an empty range when nothing is."""
        if not self.first[0] <= item <= self.last[0]:
            return 0, 0
        visible = text_of(column, item)
        start = visible.from_source(self.first[1]) if item == self.first[0] else 0
        end = _behind(self.last[1], visible.from_source) if item == self.last[0] else len(visible.text)
        return start, max(start, end)

    def text(self, column: Column) -> str:
        """The words, as they are shown: blank lines between paragraphs, none within a list."""
        return "".join(self._texts(column)).strip("\n")

    def _texts(self, column: Column) -> Iterator[str]:
        flow, before = column.flow, None
        for index in range(flow.index(self.first[0]), flow.index(self.last[0]) + 1):
            item = flow.items[index]
            kind = column.index.blocks[item].kind if item != HEAD else None
            start, end = self.part(column, item)
            words = text_of(column, item).text[start:end].strip("\n")
            if words:
                yield "\n" if kind == before and kind in TIGHT else "\n\n"
                yield words
            before = kind


def line_at(column: Column, item: int, row: int) -> Line | None:
    """What stands on a row of `item`; None for an empty row, or one with a label only."""
    if item == HEAD:
        return _head_line(column, row)
    setting = column.setting(item)
    number = row - setting.above
    return Line(*setting.line(number), setting.left(number)) if 0 <= number < len(setting.starts) else None


def character_at(column: Column, item: int, row: int, cell: int) -> Character:
    """The character at a cell of the column; beside a line, its nearer end."""
    line, visible = line_at(column, item, row), text_of(column, item)
    if line is None:
        at = _head_start(column, row) if item == HEAD else 0 if row < column.setting(item).above else len(visible.text)
        return _character(visible, item, at, at)
    cell -= line.left
    if cell < 0:
        return _character(visible, item, line.start, line.start)
    for start, end, cells in clusters(visible.text[line.start : line.end]):
        cell -= cells
        if cell < 0:
            return _character(visible, item, line.start + start, line.start + end)
    return _character(visible, item, line.end, line.end)


def _character(visible: Shown, item: int, start: int, end: int) -> Character:
    if start == end:
        place = _behind(end, visible.to_source)
        return Character(item, place, place)
    return Character(item, visible.to_source(start), _behind(end, visible.to_source))


def _behind(end: int, moved: Callable[[int], int]) -> int:
    """Where `end` is moved to, along with the character before it: what was cut behind that stays behind."""
    return moved(end - 1) + 1 if end > 0 else 0


def text_of(column: Column, item: int) -> Shown:
    """The text of an item, without setting it: a selection may be long."""
    if item != HEAD:
        return shown(column.index.blocks[item], cuts=column.cuts)
    return Shown("".join(line.text + _break(line, after) for line, after in pairwise([*column.head, _END])))


_END = HeadLine("blank")


def _break(line: HeadLine, after: HeadLine) -> str:
    """What parts two lines of the head: those of one title are one line elsewhere."""
    return " " if line.text and line.role == after.role else "\n"


def _head_start(column: Column, row: int) -> int:
    return sum(len(line.text) + 1 for line in column.head[:row])


def _head_line(column: Column, row: int) -> Line | None:
    if not 0 <= row < len(column.head) or not column.head[row].text:
        return None
    text, start = column.head[row].text, _head_start(column, row)
    return Line(start, start + len(text), max(0, column.measure - width(text)) if is_rtl(text) else 0)
