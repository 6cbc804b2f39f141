"""Letters on the links in view, while one is asked for."""

from typing import TYPE_CHECKING, Any

from textual.strip import Strip

from newsread.layout.links import Link
from newsread.widgets.text import TextPane

if TYPE_CHECKING:
    from newsread.widgets.hints import Hint


class Hinting(TextPane):
    """Lays hints over the finished rows."""

    def __init__(self, **options: Any) -> None:
        """Begin without hints."""
        super().__init__(**options)
        self._hints: list[Hint] = []

    def hint(self) -> dict[str, Link]:
        """Put letters on the links in view; the links by their letters."""
        from newsread.widgets.hints import hints

        if self.window is not None and self.column is not None and self.ink is not None:
            self._hints = hints(self.window, self.column, self.ink.frame)
            self.refresh()
        return {hint.label: hint.link for hint in self._hints}

    def narrow_hints(self, typed: str) -> None:
        """Leave only the hints that begin with what was `typed`; nothing typed puts them all away."""
        self._hints = [hint for hint in self._hints if typed and hint.label.startswith(typed)]
        self.refresh()

    def painted(self) -> list[Strip]:
        """The rows of the window, with the hints over them."""
        strips = super().painted()
        if not self._hints:
            return strips
        from newsread.widgets.hints import overlaid

        return overlaid(strips, self._hints, self)
