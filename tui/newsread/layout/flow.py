"""Walks through items stacked on each other, one row at a time, and never looks at more of them than a window shows.

A position is an anchor (item, row), not a row number: the height of an item is asked for when a walk comes by, so that
a walk costs the same in an article of ten paragraphs and of two hundred thousand.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple


class Anchor(NamedTuple):
    """A row of an item; anchors compare in reading order."""

    item: int
    row: int


class Flow:
    """Items by ascending number, each some rows high (at least one)."""

    def __init__(self, items: Sequence[int], height: Callable[[int], int]) -> None:
        """Stack `items`, whose rows `height` counts; `items` must be sorted."""
        self.items = items
        self.height = height

    def index(self, item: int) -> int:
        """Where `item` stands among the items; for one that is not shown, where the next shown one stands."""
        return min(bisect_left(self.items, item), len(self.items) - 1)

    @property
    def first(self) -> Anchor:
        """The first row of all."""
        return Anchor(self.items[0], 0)

    @property
    def last(self) -> Anchor:
        """The last row of all."""
        return Anchor(self.items[-1], self.height(self.items[-1]) - 1)

    def forward(self, anchor: Anchor, rows: int) -> Anchor:
        """The row `rows` below `anchor`, or the last one."""
        index, row = self.index(anchor.item), anchor.row + rows
        while row >= (height := self.height(self.items[index])):
            if index + 1 == len(self.items):
                return Anchor(self.items[index], height - 1)
            index, row = index + 1, row - height
        return Anchor(self.items[index], row)

    def back(self, anchor: Anchor, rows: int) -> Anchor:
        """The row `rows` above `anchor`, or the first one."""
        index, row = self.index(anchor.item), anchor.row - rows
        while row < 0:
            if index == 0:
                return self.first
            index -= 1
            row += self.height(self.items[index])
        return Anchor(self.items[index], row)

    def end(self, rows: int) -> Anchor:
        """The row to start from so that the last row of all stands last in a window of `rows`."""
        return self.back(self.last, rows - 1)

    def window(self, top: Anchor, rows: int) -> Iterator[tuple[int, int, int]]:
        """What a window of `rows` that starts at `top` shows: (item, first row, row behind the last)."""
        index, start = self.index(top.item), top.row
        while rows > 0 and index < len(self.items):
            item = self.items[index]
            stop = min(self.height(item), start + rows)
            yield item, start, stop
            rows -= stop - start
            index, start = index + 1, 0

    def distance(self, top: Anchor, anchor: Anchor, limit: int) -> int | None:
        """How many rows `anchor` stands below `top`; None when it stands above, or more than `limit` below."""
        rows = -top.row
        for index in range(self.index(top.item), len(self.items)):
            item = self.items[index]
            if item == anchor.item:
                rows += anchor.row
                return rows if 0 <= rows <= limit else None
            rows += self.height(item)
            if rows > limit:
                return None
        return None
