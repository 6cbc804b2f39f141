"""Puts on the terminal what changed on a screen whose widgets lie beside each other."""

from typing import NamedTuple

from rich.console import Console
from textual._compositor import Compositor, CompositorUpdate
from textual.geometry import Region
from textual.strip import Strip

from newsread.widgets.painted import Painted


class Row(NamedTuple):
    """Cells that changed, and the column and the row where they begin."""

    x: int
    y: int
    strip: Strip


class RowsUpdate(CompositorUpdate):
    """Rows to be written at their places."""

    def __init__(self, rows: list[Row]) -> None:
        """Write `rows`."""
        self.rows = rows

    def render_segments(self, console: Console) -> str:
        """What the terminal is sent."""
        return "".join([f"\x1b[{row.y + 1};{row.x + 1}H{row.strip.render(console)}" for row in self.rows])


class PaneCompositor(Compositor):
    """Writes the rows that changed as their widget painted them, when nothing lies over it.

    Textual cuts all rows at the edges of all widgets first and then chooses among the parts: more than half of what a
    key costs. It still does so where this knows no better. Not public in Textual, so its version is bounded.
    """

    def render_partial_update(self) -> CompositorUpdate | None:  # type: ignore[override]
        """What changed since the last update, as any sort of update; None when nothing did."""
        rows: list[Row] = []
        for region in self._dirty_regions:
            part = self._rows(region)
            if part is None:
                return super().render_partial_update()
            rows += part
        self._dirty_regions.clear()
        return RowsUpdate(rows) if rows else None

    def _rows(self, region: Region) -> list[Row] | None:
        """The rows of `region`, when the foremost of the widgets that are seen there is all that is seen there."""
        for widget, (place, clip) in self.visible_widgets.items():
            seen = place.intersection(clip)
            if seen.overlaps(region):
                if not isinstance(widget, Painted) or not seen.contains_region(region):
                    return None
                strips = widget.render_lines(region.translate(-place.offset))
                return [Row(region.x, y, strip) for y, strip in zip(region.line_range, strips, strict=False)]
        return None
