"""A few lines in the middle of an empty pane: what is being loaded, or why there is nothing to read."""

from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.wrap import lines, parts
from newsread.widgets.painted import Painted
from newsread.widgets.palette import Palette

_MEASURE = 64
_BAR = 36


class Notice(NamedTuple):
    """What a placard says."""

    title: str
    lines: tuple[str, ...] = ()
    keys: str = ""
    """The keys that go on, with what they do, parted as PARTED says."""
    share: float | None = None
    """How much is done, 0 to 1, for a bar; None for none."""
    amount: str = ""
    """How much that is, in words."""
    wrong: bool = False


class Placard(Painted):
    """Draws a Notice, a little above the middle."""

    _notice = Notice("")

    def say(self, notice: Notice) -> None:
        """Show `notice`."""
        if notice != self._notice:
            self._notice = notice
            self.refresh()

    @property
    def said(self) -> str:
        """What the placard says, as one text."""
        return "\n".join((self._notice.title, *self._notice.lines, self._notice.amount, self._notice.keys))

    def painted(self) -> list[Strip]:
        """Draw the lines, and paper around them."""
        palette = self.palette
        measure = max(8, min(_MEASURE, self.size.width - 4))
        rows = self._rows(palette, measure)
        left = max(0, (self.size.width - measure) // 2)
        above = max(0, (self.size.height - len(rows)) * 2 // 5)
        strips = [self.row([Segment(" " * left, palette.text), *row]) for row in rows]
        return [self.blank()] * above + strips

    def _rows(self, palette: Palette, measure: int) -> list[list[Segment]]:
        notice = self._notice
        title = palette.problem + Style(bold=True) if notice.wrong else palette.strong
        rows = [[Segment(line, title)] for line in lines(notice.title, measure)]
        for each in notice.lines:
            rows += [[], *([Segment(line, palette.muted)] for line in lines(each, measure))]
        if notice.share is not None:
            cells = min(_BAR, measure)
            full = round(min(1.0, notice.share) * cells)
            rows += [[], [Segment("━" * full, palette.accent), Segment("─" * (cells - full), palette.rule)]]
        if notice.amount:
            rows.append([Segment(notice.amount, palette.muted)])
        if notice.keys:
            rows += [[], *(list(palette.keys(line)) for line in parts(notice.keys, measure))]
        return rows
