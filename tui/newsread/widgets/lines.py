"""A pane that draws its own lines: items stacked in a flow, a cursor on one of them, a window on some of the rows.

Rejected: a widget for each paragraph, one big Static, and Textual's scrolling: each of them costs time and memory for
text that is not on the screen. The finished strips of what was on the screen lately are kept here.
"""

from abc import abstractmethod
from collections.abc import Callable
from typing import Any, Literal

from textual.events import Click, MouseScrollDown, MouseScrollUp
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from newsread.layout.flow import Flow
from newsread.layout.window import Window
from newsread.messages import Moved
from newsread.widgets.painted import Painted

_WHEEL = 3
_KEPT = 2000

CURSOR, RESTING = "┃", "╎"
Cursor = Literal["none", "active", "resting", "reading"]
"""Whether an item carries the cursor, and whether keys move it; it rests while keys go elsewhere.

A cursor that is reading rests on what the keys are at elsewhere.
"""


class LinePane(Painted, can_focus=True):
    """Draws what a window sees of a flow; a subclass says what an item looks like."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing to show."""
        super().__init__(**options)
        self.window: Window | None = None
        self._fitted = Size(0, 0)
        """The size that everything is set for."""
        self._picture: list[Strip] | None = None
        self._strips: dict[tuple[int, Cursor], list[Strip]] = {}
        self._clicked = False
        """Whether the mouse was clicked here since the pane is to be seen."""

    @abstractmethod
    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """The strips of all rows of `item`, each as wide as the pane."""

    @property
    def cursor(self) -> int:
        """The item that the cursor is on; a negative number when there is none."""
        return self.window.cursor if self.window else -1

    def state(self, item: int) -> Cursor:
        """Whether `item` carries the cursor, and how."""
        return "none" if item != self.cursor else "active" if self.has_focus else "resting"

    def look_at(self, flow: Flow | None) -> None:
        """Look at another flow from its beginning; at nothing when it is None."""
        self._fitted = self.size
        self.window = Window(flow, self.size.height) if flow is not None else None
        self.redraw()

    def steer(self, change: Callable[[Window], None]) -> None:
        """Let `change` move the window; when it stands still, only the items whose cursor changed are painted again."""
        window = self.window
        if window is None:
            return
        top, cursor = window.top, window.cursor
        change(window)
        if window.top != top:
            self._picture = None
            self.refresh()
        elif window.cursor != cursor:
            self._repaint(cursor, window.cursor)

    # Drawing

    def painted(self) -> list[Strip]:
        """The rows of the window, put together anew only when something changed."""
        self._fit_anew()  # Textual paints before it says how large the pane is: the first paint would be of no use
        if self._picture is None:
            self._picture = self._put_together()
        return self._picture

    def redraw(self) -> None:
        """Forget every finished strip: something changed that all of them show."""
        self._strips = {}
        self._picture = None
        self.refresh()

    def _put_together(self) -> list[Strip]:
        strips: list[Strip] = []
        if self.window is not None:
            for item, start, stop in self.window.flow.window(self.window.top, self.size.height):
                rows = self._item(item)[start:stop]
                if item == self.cursor and self.has_focus:
                    self._put_terminal_cursor(rows, len(strips))
                strips += rows
        return strips

    def _put_terminal_cursor(self, rows: list[Strip], y: int) -> None:
        """Put the terminal's own cursor, hidden as it is, where ours is: screen readers and magnifiers follow it."""
        for number, row in enumerate(rows):
            x = row.text.find(self.cursor_sign)
            if x >= 0:
                self.app.cursor_position = self.region.offset + Offset(x + 2, y + number)
                return

    @property
    def cursor_sign(self) -> str:
        """The bar beside the item that the cursor is on."""
        return "|" if self.only_ascii else CURSOR

    def _item(self, item: int) -> list[Strip]:
        cursor = self.state(item)
        strips = self._strips.get((item, cursor))
        if strips is None:
            if len(self._strips) > _KEPT:
                self._strips.clear()
            strips = self._strips[item, cursor] = self.draw(item, cursor=cursor)
        return strips

    def _repaint(self, *items: int) -> None:
        """Paint only these items again."""
        self._picture = None
        places = [self.window.place_of(item) for item in items] if self.window else []
        regions = [Region(0, place[0], self.size.width, place[1] - place[0]) for place in places if place]
        if regions:
            self.refresh(*regions)

    def on_focus(self) -> None:
        """Take the keys: the cursor wakes."""
        self._repaint(self.cursor)

    def on_blur(self) -> None:
        """Give the keys away: the cursor rests."""
        self._repaint(self.cursor)

    def on_resize(self) -> None:
        """Fit everything into the new size."""
        self._fit_anew()

    def _fit_anew(self) -> None:
        """Fit everything into the size that there is now, unless it is."""
        if self.size != self._fitted and self.size.height:
            self._fitted = self.size
            self.fit()

    def fit(self) -> None:
        """See as many rows as there are now."""
        if self.window is not None:
            self.window.rows = self.size.height
            self.window.hold(self.window.top)
            self.redraw()

    # The mouse

    def on_mouse_scroll_down(self, event: MouseScrollDown) -> None:
        """Scroll, and leave the cursor where it is in the text."""
        event.stop()
        self.steer(lambda window: window.scroll(_WHEEL))
        self.post_message(Moved())

    def on_mouse_scroll_up(self, event: MouseScrollUp) -> None:
        """Scroll, and leave the cursor where it is in the text."""
        event.stop()
        self.steer(lambda window: window.scroll(-_WHEEL))
        self.post_message(Moved())

    def on_show(self) -> None:
        """Be there."""
        self._clicked = False

    def on_click(self, event: Click) -> None:
        """Press the item under the mouse; not by the second click of two whose first one brought the pane there."""
        self._clicked = self._clicked or event.chain == 1
        if not self._clicked:
            return
        found = self.window.item_at(event.y) if self.window else None
        if self.window and found and found[0] >= self.window.first_item:
            self.pressed(*found, event.x)

    def pressed(self, item: int, row: int, x: int) -> None:  # noqa: ARG002 - subclasses look at where in the item
        """Put the cursor on the item that was clicked."""

        def put(window: Window) -> None:
            window.cursor = item

        self.steer(put)
        self.post_message(Moved())
