"""The text of an article as it can be selected: its blocks, and the lines of its head put together."""

from itertools import pairwise

from newsread.layout.cells import width
from newsread.layout.column import TIGHT, Column
from newsread.layout.direction import is_rtl
from newsread.layout.flow import Flow
from newsread.layout.head import HeadLine
from newsread.layout.index import HEAD
from newsread.layout.selection import Line
from newsread.layout.shown import Shown, shown

_END = HeadLine("blank")


class ArticleText:
    """What stands in a column; labels and bullets, which are the program's own, are no part of it."""

    def __init__(self, column: Column) -> None:
        """Take the text of `column`."""
        self._column = column

    @property
    def flow(self) -> Flow:
        """The head and the blocks."""
        return self._column.flow

    def shown(self, item: int) -> Shown:
        """What a block shows, or the head."""
        if item != HEAD:
            return shown(self._column.index.blocks[item], cuts=self._column.cuts)
        return Shown("".join(line.text + _break(line, after) for line, after in pairwise([*self._column.head, _END])))

    def line(self, item: int, row: int) -> Line | None:
        """What stands on a row; None for an empty row, or one with a label only."""
        if item == HEAD:
            return self._head_line(row)
        setting = self._column.setting(item)
        number = row - setting.above
        return Line(*setting.line(number), setting.left(number)) if 0 <= number < len(setting.starts) else None

    def beside(self, item: int, row: int) -> int:
        """The beginning of a block for a row above its lines, its end for one below."""
        if item == HEAD:
            return self._head_start(row)
        return 0 if row < self._column.setting(item).above else len(self.shown(item).text)

    def break_before(self, item: int) -> str:
        """A blank line between paragraphs, none within a list."""
        items, blocks = self.flow.items, self._column.index.blocks
        before = items[max(0, self.flow.index(item) - 1)]
        if HEAD in {item, before}:
            return "\n\n"
        kind = blocks[item].kind
        return "\n" if kind in TIGHT and blocks[before].kind == kind else "\n\n"

    def _head_start(self, row: int) -> int:
        return sum(len(line.text) + 1 for line in self._column.head[:row])

    def _head_line(self, row: int) -> Line | None:
        head = self._column.head
        if not 0 <= row < len(head) or not head[row].text:
            return None
        text, start = head[row].text, self._head_start(row)
        return Line(start, start + len(text), max(0, self._column.measure - width(text)) if is_rtl(text) else 0)


def _break(line: HeadLine, after: HeadLine) -> str:
    """What parts two lines of the head: those of one title are one line elsewhere."""
    return " " if line.text and line.role == after.role else "\n"
