"""The one status line: where this is from, how far one has read, how long it takes, how much was removed."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped, width
from newsread.layout.wrap import lines
from newsread.widgets.painted import Painted


class Status(NamedTuple):
    """What the status line says."""

    left: str = ""
    details: tuple[str, ...] = ()
    """From the most to the least important; those that find no room are left out."""
    emphatic: bool = False
    """Whether the left part is said for a moment, or in its place."""
    keys: tuple[tuple[str, str], ...] = ()
    """The keys that can be pressed now, with what they do, while the line asks for one."""


class StatusLine(Painted):
    """Draws a Status on one line."""

    _status = Status()
    _quiet = False
    _goes_on = False

    def say(self, status: Status) -> None:
        """Show `status`; nothing is painted when it is what is shown already."""
        if status != self._status:
            self._status = status
            self.refresh()

    def go_on(self, *, below: bool) -> None:
        """Whether what finds no room here is shown in the row below."""
        if below != self._goes_on:
            self._goes_on = below
            self.refresh()

    def quiet(self, *, on: bool) -> None:
        """Be an empty row of paper, but for what is said for a moment."""
        self._quiet = on
        self.refresh()

    @property
    def said(self) -> str:
        """What the line says, as one text."""
        return "  ·  ".join((self._status.left, *map(" ".join, self._status.keys), *self._status.details))

    @property
    def over(self) -> str:
        """What of that which is said finds no room in the line, and goes on in the row below."""
        return " ".join(self._said_rows[1:])

    @property
    def _said_rows(self) -> list[str]:
        """What is said for a moment, in rows of words; none when it fits the line."""
        status, room = self._status, self.size.width - 2
        if not status.emphatic or status.keys or self._quiet or room < 1 or width(status.left) <= room:
            return []
        return lines(status.left, room)

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.text if self._quiet or self._status == Status() else self.palette.bar

    def painted(self) -> list[Strip]:
        """Draw the line."""
        palette = self.palette
        if self._quiet:
            text = cropped(self._status.left, max(0, self.size.width - 2)) if self._status.emphatic else ""
            return [self.row([Segment(f" {text}", palette.muted)])]
        cells, status = self.size.width, self._status
        if status == Status():
            return [self.blank()]
        if status.keys:
            return [self.row(self._question(status))]
        right = ""
        least = width(status.left) if status.emphatic else min(width(status.left), cells // 3)
        for detail in status.details:
            joined = f"{right}  ·  {detail}" if right else detail
            if width(joined) + 4 + least <= cells:
                right = joined
        said = self._said_rows[0] if self._goes_on and self._said_rows else status.left
        left = cropped(said, max(0, cells - width(right) - (4 if right else 2)))
        gap = max(0, cells - 2 - width(left) - width(right))
        segments = [
            Segment(" ", palette.bar),
            Segment(left, palette.bar_accent if status.emphatic else palette.bar),
            Segment(" " * gap, palette.bar),
            Segment(right, palette.bar_muted),
        ]
        return [self.row(segments)]

    def _question(self, status: Status) -> Iterator[Segment]:
        palette, room = self.palette, self.size.width - width(status.left) - 2
        cells = [width(f"{key} {what}".rstrip()) for key, what in status.keys]
        apart = next((apart for apart in (3, 2) if sum(cells) + apart * len(cells) <= room), 1)
        yield Segment(f" {status.left}", palette.bar)
        for (key, what), used in zip(status.keys, cells, strict=True):
            room -= apart + used
            if room >= 0:
                yield Segment(" " * apart, palette.bar)
                yield Segment(key, palette.bar_accent)
                yield Segment(f" {what}" if what else "", palette.bar)
