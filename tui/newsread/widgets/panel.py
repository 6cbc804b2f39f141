"""What frames a panel: its first and its last row, and the line between it and the text above it."""

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped, width
from newsread.layout.wrap import PARTED
from newsread.widgets.painted import Painted

_MARGIN = 3
_APART = 3
"""From more rows than these on, a foot has one for its sentence."""


class PanelRule(Painted):
    """Draws a line above a panel: where there are no colours, nothing else parts it from the text."""

    DEFAULT_CSS = "PanelRule { height: 1; }"

    def painted(self) -> list[Strip]:
        """Draw the line from edge to edge."""
        return [self.row([Segment("─" * self.size.width, self.palette.rule)])]


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
        words = cropped(self._title, max(0, self.size.width - 2 * _MARGIN))
        title = Segment(" " * _MARGIN + words + " " * max(1, room), self.palette.side_strong)
        note = [Segment(self._note, self.palette.side_faint)] if room > 0 else []
        return [*_above(self), self.row([title, *note])]


class PanelFoot(Painted):
    """Draws a sentence and keys, with a row of air above and below.

    The keys are at the right; the sentence has the row above them, or shares theirs where there is none.
    """

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
        room, rows = self.size.width - 2 * _MARGIN, _above(self)
        if self.size.height > _APART:
            rows.append(self.row([self._told(cropped(_sentences(text, room), room))]))
            text = ""
        keys = _fitting(keys, room)
        left = text if width(text) + 2 + width(keys) <= room else ""  # the beginning of a sentence says nothing
        gap = " " * max(0, room - width(left) - width(keys))
        return [*rows, self.row([self._told(left + gap), *palette.keys(keys, side=True)])]

    def _told(self, text: str) -> Segment:
        return Segment(" " * _MARGIN + text, self.palette.side_muted)


def _sentences(text: str, room: int) -> str:
    """Those of the sentences of `text` that find room whole; all of it when not even the first one does."""
    while width(text) > room and ". " in text.rstrip("."):
        text = text[: text.rindex(". ", 0, -1) + 1]
    return text


def _fitting(keys: str, room: int) -> str:
    """Of `keys`, those that find room: the last one, which leaves, and of the others the first ones."""
    told = keys.split(PARTED)
    while len(told) > 1 and width(PARTED.join(told)) > room:
        told.pop(-2)
    return PARTED.join(told)


def _above(row: Painted) -> list[Strip]:
    """Air above a row that has more than one to itself."""
    return [row.row([])] if row.size.height > 1 else []
