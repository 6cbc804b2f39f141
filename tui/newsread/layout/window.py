"""A window on a flow: which rows are seen, and a cursor on one of the items. Moving costs what the window shows."""

from newsread.layout.flow import Anchor, Flow

_OVERLAP = 2
"""Rows of a page that are still seen on the next one."""
_CONTEXT = 4
"""What is gone to from afar stands this part of the window below its top."""


class Window:
    """Sees `rows` rows of `flow` from the row `top` on."""

    def __init__(self, flow: Flow, rows: int) -> None:
        """Begin at the beginning."""
        self.flow = flow
        self.rows = max(1, rows)
        self.top = flow.first
        self.cursor = self.first_item

    @property
    def first_item(self) -> int:
        """The first item that the cursor may stand on; a head (a negative number) is none."""
        items = self.flow.items
        return items[1] if items[0] < 0 and len(items) > 1 else items[0]

    @property
    def at_end(self) -> bool:
        """Whether the last row of all is seen."""
        return self.top >= self.flow.end(self.rows)

    # Moving

    def move(self, step: int) -> None:
        """Move the cursor to the next (1) or previous (-1) item; what does not fit the window is scrolled through."""
        if self.place_of(self.cursor) is None:
            self._take_up(step)
        elif not self._scroll_within(step):
            target = self._neighbour(step)
            if target == self.cursor:
                self._scroll_on(step)
            elif step < 0 and self.flow.height(target) > self.rows:
                self.cursor = target
                self.hold(self.flow.back(Anchor(target, self.flow.height(target) - 1), self.rows - 1))
            else:
                self.go(target)

    def page(self, step: int, share: int = 1) -> None:
        """Turn a page, or the part of it that `share` divides it into; at the end, the cursor goes to the end."""
        before, rows = self.top, max(1, (self.rows - _OVERLAP if share == 1 else self.rows) // share)
        self.scroll(step * rows)
        if self.top == before:
            self.cursor = self.flow.items[-1] if step > 0 else self.first_item
        else:
            self.cursor = self._first_whole()

    def to_first(self) -> None:
        """Go to the beginning."""
        self.top, self.cursor = self.flow.first, self.first_item

    def to_last(self) -> None:
        """Go to the end."""
        self.top, self.cursor = self.flow.end(self.rows), self.flow.items[-1]

    def scroll(self, rows: int) -> None:
        """Move the window, not the cursor."""
        flow = self.flow
        self.hold(flow.forward(self.top, rows) if rows > 0 else flow.back(self.top, -rows))

    def hold(self, top: Anchor) -> None:
        """Start at `top`, or as near to it as leaves no row below the end."""
        self.top = min(top, self.flow.end(self.rows))

    def go(self, item: int) -> None:
        """Put the cursor on `item`; move as little as shows it whole, and the head along with the first one."""
        first, last = Anchor(item, 0), Anchor(item, self.flow.height(item) - 1)
        if item == self.first_item and self.flow.distance(self.flow.first, last, self.rows - 1) is not None:
            self.top = self.flow.first
        else:
            self._reveal(first, last)
        self.cursor = item

    def go_to(self, anchor: Anchor) -> None:
        """Put the cursor on the item of `anchor`; when that row is not seen, bring it in with some text around it."""
        item = max(anchor.item, self.first_item)
        below = min(self.flow.forward(anchor, self.rows // _CONTEXT), Anchor(item, self.flow.height(item) - 1))
        if anchor < self.top or self.flow.distance(self.top, max(anchor, below), self.rows - 1) is None:
            self.hold(self.flow.back(anchor, self.rows // _CONTEXT))
        self.cursor = item

    # Seeing

    def place_of(self, item: int) -> tuple[int, int] | None:
        """Where `item` is seen: its first row in the window, and the row behind its last; None when it is not."""
        y = 0
        for shown, start, stop in self.flow.window(self.top, self.rows):
            if shown == item:
                return y, y + stop - start
            y += stop - start
        return None

    def item_at(self, y: int) -> tuple[int, int] | None:
        """The item and its row that are seen on row `y`."""
        for item, start, stop in self.flow.window(self.top, self.rows):
            if y < stop - start:
                return item, start + y
            y -= stop - start
        return None

    def _reveal(self, first: Anchor, last: Anchor) -> None:
        """Move as little as shows the rows from `first` to `last`, or as many of them as there is room for."""
        flow, rows = self.flow, self.rows
        if first < self.top and flow.distance(first, self.top, rows) is not None:
            self.top = first
            return
        begin, end = flow.distance(self.top, first, 2 * rows), flow.distance(self.top, last, 3 * rows)
        if begin is None or end is None:
            self.hold(flow.back(first, rows // _CONTEXT))
        elif end >= rows:
            self.scroll(min(begin, end - rows + 1))

    def _take_up(self, step: int) -> None:
        """Put the cursor on what is seen, when it is out of sight; scroll on while no item is there to put it on."""
        item = self._first_whole()
        if self.place_of(item) is None:
            self._scroll_on(step)
        else:
            self.cursor = item

    def _scroll_within(self, step: int) -> bool:
        """Scroll when the cursor's item goes on outside the window; whether it did."""
        if step < 0:
            hidden = self.top.row if self.top.item == self.cursor else 0
        else:
            height = self.flow.height(self.cursor)
            end = self.flow.distance(self.top, Anchor(self.cursor, height - 1), height + self.rows)
            hidden = 0 if end is None else end - self.rows + 1
        if hidden > 0:
            self._scroll_on(step, hidden)
        return hidden > 0

    def _scroll_on(self, step: int, most: int | None = None) -> None:
        """Scroll by a window but one row, at most by `most`."""
        rows = max(1, self.rows - 1)
        self.scroll(step * (rows if most is None else min(rows, most)))

    def _neighbour(self, step: int) -> int:
        index, lowest = self.flow.index(self.cursor) + step, self.flow.index(self.first_item)
        return self.flow.items[max(lowest, min(index, len(self.flow.items) - 1))]

    def _first_whole(self) -> int:
        """The first item that starts in the window; the one at its top when none does."""
        for item, start, _ in self.flow.window(self.top, self.rows):
            if start == 0 and item >= self.first_item:
                return item
        return max(self.top.item, self.first_item)
