"""Text picked out with the mouse: drawn over the finished rows, so that nothing is drawn again while it grows."""

from abc import abstractmethod
from typing import TYPE_CHECKING, Any

from textual.events import Click, MouseDown, MouseMove, MouseUp
from textual.strip import Strip

from newsread.messages import Selected
from newsread.widgets.lines import LinePane

if TYPE_CHECKING:
    from newsread.layout.selection import Selectable, Selection
    from newsread.widgets.dragging import Drag

_LEFT_BUTTON = 1


class Selecting(LinePane):
    """Selects what the mouse is dragged over; a click lets go of it."""

    def __init__(self, **options: Any) -> None:
        """Begin with nothing selected."""
        super().__init__(**options)
        self.selection: Selection | None = None
        self._drag: Drag | None = None
        self._was_dragged = False

    @property
    @abstractmethod
    def selectable(self) -> "Selectable | None":
        """The text, of which some can be selected; None when there is none."""

    @property
    @abstractmethod
    def text_left(self) -> int:
        """The cell of the pane at which the text begins."""

    @property
    def selected_text(self) -> str:
        """The words that are selected; empty when none are."""
        laid = self.selectable if self.selection is not None else None
        return self.selection.text(laid) if self.selection is not None and laid is not None else ""

    def select(self, selection: "Selection | None") -> bool:
        """Select something else, or nothing; whether that changes anything."""
        changed = selection != self.selection
        if changed:
            self.selection = selection
            self.refresh()
        return changed

    def let_go(self) -> None:
        """Select nothing any more, whatever the mouse does: other text is shown."""
        self._end_drag()
        self.select(None)

    def painted(self) -> list[Strip]:
        """The rows of the window, what is selected marked in them."""
        strips = super().painted()
        if self.selection is None:
            return strips
        from newsread.widgets.dragging import marked

        return marked(strips, self.selection, self)

    # The mouse

    def on_mouse_down(self, event: MouseDown) -> None:
        """Be ready to be dragged from here."""
        if event.button == _LEFT_BUTTON and self.window is not None and self.selectable is not None:
            from newsread.widgets.dragging import Drag

            if self._drag is not None:  # the button went up where nobody saw it
                self._drag.end()
            self._drag, self._was_dragged = Drag(self, event.x, event.y), False
            self.capture_mouse()

    def on_mouse_move(self, event: MouseMove) -> None:
        """Select up to here; a button that went up where nobody saw it is up."""
        if self._drag is not None:
            if event.button == _LEFT_BUTTON:
                self._drag.to(event.x, event.y)
            else:
                self._drop(self._drag)

    def on_mouse_up(self, _: MouseUp) -> None:
        """Let the selection stand."""
        if self._drag is not None:
            self._drop(self._drag)

    def on_click(self, event: Click) -> None:
        """What ends a drag is no click."""
        if self._was_dragged:
            event.prevent_default()

    def _drop(self, drag: "Drag") -> None:
        self._drag, self._was_dragged = None, drag.moved
        self.release_mouse()
        drag.end()
        if not drag.moved:
            self.select(None)
        self.post_message(Selected(self))

    def on_mouse_release(self) -> None:
        """Something else has the mouse, such as a list that was laid over the reader meanwhile."""
        if self._drag is not None and self.app.mouse_captured is not self:
            self._drop(self._drag)

    def on_hide(self) -> None:
        """Where there is nothing to be seen, nothing more is selected."""
        self._end_drag()

    def _end_drag(self) -> None:
        drag, self._drag = self._drag, None
        if drag is not None:
            drag.end()
            self.release_mouse()
