"""The first and the last row of a panel: what it is, and what can be done."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped, width
from newsread.widgets.painted import Painted

_MARGIN = 3


class PanelHead(Painted):
    """Draws a title, and at the right what is said of it, with a row of air above and below."""

    DEFAULT_CSS = "PanelHead { height: 3; }"

    def __init__(self, title: str) -> None:
        """Head a panel with `title`."""
        super().__init__()
        self._title = title
        self._note = ""

    def say(self, note: str) -> None:
        """Say `note` of it."""
        if note != self._note:
            self._note = note
            self.refresh()

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def painted(self) -> list[Strip]:
        """Draw the title."""
        room = self.size.width - 2 * _MARGIN - width(self._title) - width(self._note)
        title = Segment(" " * _MARGIN + self._title + " " * max(1, room), self.palette.side_strong)
        note = [Segment(self._note, self.palette.side_faint)] if room > 0 else []
        return [*_above(self), self.row([title, *note])]


class PanelFoot(Painted):
    """Draws a sentence to the left and keys to the right, with a row of air above and below."""

    DEFAULT_CSS = "PanelFoot { height: 3; }"
    _said = ("", "")

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def say(self, text: str, keys: str) -> None:
        """Show `text`, and `keys` with what they do, parted as PARTED says."""
        if (text, keys) != self._said:
            self._said = (text, keys)
            self.refresh()

    def painted(self) -> list[Strip]:
        """Draw the row."""
        palette, (text, keys) = self.palette, self._said
        room = self.size.width - 2 * _MARGIN
        left = cropped(text, max(0, room - width(keys) - 2))
        gap = " " * max(0, room - width(left) - width(keys))
        said = Segment(" " * _MARGIN + left + gap, palette.side_muted)
        return [*_above(self), self.row([said, *palette.keys(keys, side=True)])]


def _above(row: Painted) -> list[Strip]:
    """Air above a row that has more than one to itself."""
    return [row.row([])] if row.size.height > 1 else []
