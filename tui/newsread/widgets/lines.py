"""A pane that draws its own lines: items stacked in a flow, a cursor on one of them, a window that starts at an anchor.

Rejected: a widget for each paragraph, one big Static, and Textual's scrolling: each of them costs time and memory for
text that is not on the screen. The finished strips of what was on the screen lately are kept here.
"""

from abc import abstractmethod
from typing import Any, Literal

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Region
from textual.strip import Strip

from newsread.layout.flow import Anchor, Flow
from newsread.messages import Moved
from newsread.widgets.painted import Painted

_WHEEL = 3
_OVERLAP = 2
_KEPT = 2000


CURSOR = "┃"
Cursor = Literal["none", "active", "resting"]
"""Whether an item carries the cursor, and whether keys move it; it rests while keys go elsewhere."""


class LinePane(Painted, can_focus=True):
    """Draws a window of a flow and moves through it; a subclass says what an item looks like."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing to show."""
        super().__init__(**options)
        self.flow: Flow | None = None
        self.top = Anchor(0, 0)
        self.cursor = 0
        self._rows = 1
        self._window: list[Strip] | None = None
        self._strips: dict[tuple[int, Cursor], list[Strip]] = {}

    @abstractmethod
    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """The strips of all rows of `item`, each as wide as the pane."""

    @property
    def first_item(self) -> int:
        """The first item that the cursor may stand on; a head (a negative number) is none."""
        items = self._flow.items
        return items[1] if items[0] < 0 and len(items) > 1 else items[0]

    @property
    def rows(self) -> int:
        """The height of the window; while it is hidden, what it was."""
        if self.size.height:
            self._rows = self.size.height
        return self._rows

    @property
    def at_end(self) -> bool:
        """Whether the last row of all is in the window."""
        return self.top >= self._flow.end(self.rows)

    @property
    def _flow(self) -> Flow:
        if self.flow is None:
            raise RuntimeError("nothing is shown yet")
        return self.flow

    # Drawing

    def painted(self) -> list[Strip]:
        """The rows of the window, made anew only when something changed."""
        if self._window is None:
            self._window = self._drawn_window()
        return self._window

    def redraw(self) -> None:
        """Forget every finished strip: something changed that all of them show."""
        self._strips.clear()
        self._turned()

    def _turned(self) -> None:
        """The window shows something else."""
        self._window = None
        self.refresh()

    def _drawn_window(self) -> list[Strip]:
        strips: list[Strip] = []
        if self.flow is not None:
            for item, start, stop in self.flow.window(self.top, self.size.height):
                strips += self._item(item)[start:stop]
        return strips

    def _item(self, item: int) -> list[Strip]:
        cursor: Cursor = "none" if item != self.cursor else "active" if self.has_focus else "resting"
        key = (item, cursor)
        strips = self._strips.get(key)
        if strips is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strips = self._strips[key] = self.draw(item, cursor=cursor)
        return strips

    def on_focus(self) -> None:
        """Take the keys: the cursor wakes."""
        self._repaint(self.cursor)

    def on_blur(self) -> None:
        """Give the keys away: the cursor rests."""
        self._repaint(self.cursor)

    def _repaint(self, *items: int) -> None:
        """Paint only these items again."""
        self._window = None
        regions = [region for item in items if self.flow is not None and (region := self._region(item))]
        if regions:
            self.refresh(*regions)

    # Moving

    def move(self, step: int) -> None:
        """Move the cursor to the next (1) or previous (-1) item; scroll through one taller than the window first."""
        if self.flow is None:
            return
        if not self._is_visible(self.cursor):
            self.go(self._first_whole(self.top))
        elif not self._scroll_within(step):
            target = self._neighbour(step)
            if target == self.cursor:
                self.scroll_rows(step * max(1, self.rows - 1))
            else:
                self.go(target)

    def page(self, step: int, share: int = 1) -> None:
        """Turn a page, or the part of it that `share` divides it into; at the end, the cursor goes to the end."""
        if self.flow is None:
            return
        rows = max(1, (self.rows - _OVERLAP if share == 1 else self.rows) // share)
        top = self._clamped(self.flow.forward(self.top, rows) if step > 0 else self.flow.back(self.top, rows))
        if top == self.top:
            self._put(top, self.flow.items[-1] if step > 0 else self.first_item)
        else:
            self._put(top, self._first_whole(top))

    def to_first(self) -> None:
        """Go to the beginning."""
        if self.flow is not None:
            self._put(self.flow.first, self.first_item)

    def to_last(self) -> None:
        """Go to the end."""
        if self.flow is not None:
            self._put(self.flow.end(self.rows), self.flow.items[-1])

    def go(self, item: int) -> None:
        """Put the cursor on `item`; move the window as little as shows it whole, and the head with the first one."""
        flow = self._flow
        last = Anchor(item, flow.height(item) - 1)
        with_head = item == self.first_item and flow.distance(flow.first, last, self.rows - 1) is not None
        self._put(flow.first if with_head else self.revealing(Anchor(item, 0), last), item)

    def scroll_rows(self, rows: int) -> None:
        """Move the window, not the cursor."""
        if self.flow is not None:
            top = self.flow.forward(self.top, rows) if rows > 0 else self.flow.back(self.top, -rows)
            self._put(self._clamped(top), self.cursor)

    def _put(self, top: Anchor, cursor: int) -> None:
        """Set window and cursor; when the window stands still, only the two items that changed are painted again."""
        if top != self.top:
            self.top, self.cursor = top, cursor
            self._turned()
        elif cursor != self.cursor:
            before, self.cursor = self.cursor, cursor
            self._repaint(before, cursor)

    def revealing(self, first: Anchor, last: Anchor) -> Anchor:
        """Where the window must start to show the rows from `first` to `last`, or as many of them as it can."""
        flow, rows = self._flow, self.rows
        if first < self.top and flow.distance(first, self.top, rows) is not None:
            return first
        begin, end = flow.distance(self.top, first, 2 * rows), flow.distance(self.top, last, 3 * rows)
        if begin is None or end is None:
            return self._clamped(flow.back(first, rows // 4))
        return self.top if end < rows else self._clamped(flow.forward(self.top, min(begin, end - rows + 1)))

    def _scroll_within(self, step: int) -> bool:
        """Scroll when the cursor's item goes on outside the window; whether it did."""
        flow, rows = self._flow, self.rows
        height = flow.height(self.cursor)
        if height <= rows:
            return False
        if step < 0:
            hidden = self.top.row if self.top.item == self.cursor else 0
        else:
            end = flow.distance(self.top, Anchor(self.cursor, height - 1), height + rows)
            hidden = 0 if end is None else end - rows + 1
        if hidden <= 0:
            return False
        self.scroll_rows(step * min(hidden, max(1, rows - 1)))
        return True

    def _neighbour(self, step: int) -> int:
        flow = self._flow
        index = flow.index(self.cursor) + step
        lowest = flow.index(self.first_item)
        return flow.items[max(lowest, min(index, len(flow.items) - 1))]

    def _first_whole(self, top: Anchor) -> int:
        """The first item that starts in the window at `top`; the one at the top when none does."""
        for item, start, _ in self._flow.window(top, self.rows):
            if start == 0 and item >= self.first_item:
                return item
        return max(top.item, self.first_item)

    def _is_visible(self, item: int) -> bool:
        return any(shown == item for shown, _, _ in self._flow.window(self.top, self.rows))

    def _region(self, item: int) -> Region | None:
        y = 0
        for shown, start, stop in self._flow.window(self.top, self.rows):
            if shown == item:
                return Region(0, y, self.size.width, stop - start)
            y += stop - start
        return None

    def _clamped(self, top: Anchor) -> Anchor:
        return min(top, self._flow.end(self.rows))

    # The mouse

    def item_at(self, y: int) -> tuple[int, int] | None:
        """The item and its row on row `y` of the window."""
        if self.flow is not None:
            for item, start, stop in self.flow.window(self.top, self.rows):
                if y < stop - start:
                    return item, start + y
                y -= stop - start
        return None

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll, and leave the cursor where it is in the text."""
        event.stop()
        self.scroll_rows(_WHEEL)
        self.post_message(Moved())

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll, and leave the cursor where it is in the text."""
        event.stop()
        self.scroll_rows(-_WHEEL)
        self.post_message(Moved())

    def on_click(self, event: Click) -> None:
        """Press the item under the mouse."""
        found = self.item_at(event.y)
        if found and found[0] >= self.first_item:
            self.pressed(*found, event.x)

    def pressed(self, item: int, row: int, x: int) -> None:  # noqa: ARG002 - subclasses look at where in the item
        """Put the cursor on the item that was clicked."""
        self._put(self.top, item)
        self.post_message(Moved())
