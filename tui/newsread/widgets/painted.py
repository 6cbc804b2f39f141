"""What all widgets here have in common: they paint their rows themselves, in the palette of the theme in force."""

from abc import abstractmethod
from collections.abc import Iterable
from typing import Protocol, cast

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from newsread.keymap import Keymap
from newsread.layout.cells import width
from newsread.widgets.palette import Palette


class _Program(Protocol):
    palette: Palette
    keymap: Keymap
    only_ascii: bool


class Painted(Widget):
    """Paints rows of strips; Textual's own drawing, and its style cache, are passed by."""

    ALLOW_SELECT = False

    @property
    def size(self) -> Size:
        """The size in cells; with no border and no padding, it is that of the whole: Textual works it out each time."""
        return self.outer_size

    @abstractmethod
    def painted(self) -> list[Strip]:
        """All rows of the widget, from top to bottom; missing ones are left blank."""

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        return cast(_Program, self.app).palette

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return cast(_Program, self.app).keymap

    @property
    def only_ascii(self) -> bool:
        """Whether the program draws with nothing but ASCII."""
        return cast(_Program, self.app).only_ascii

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.text

    def row(self, segments: Iterable[Segment]) -> Strip:
        """One row as wide as the widget, with the program's line filters applied (NO_COLOR is one)."""
        segments, cells = list(segments), self.size.width
        used = sum(width(segment.text) for segment in segments)
        if used < cells:
            segments.append(Segment(" " * (cells - used), self.paper))
        for each in self.get_line_filters():
            segments = each.apply(segments, self.palette.background)
        strip = Strip(Segment.simplify(segments), max(used, cells))  # what looks the same is written at one go
        return strip.crop(0, cells) if used > cells else strip

    def blank(self) -> Strip:
        """An empty row."""
        return self.row([Segment(" " * self.size.width, self.paper)])

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the strips of a region of the widget."""
        strips = self.painted()
        if len(strips) < crop.bottom:
            strips = strips + [self.blank()] * (crop.bottom - len(strips))
        strips = strips[crop.y : crop.bottom]
        if crop.x == 0 and crop.width == self.size.width:
            return strips
        return [strip.crop(crop.x, crop.right) for strip in strips]

    def render_line(self, y: int) -> Strip:
        """Return one row of the widget."""
        return self.render_lines(Region(0, y, self.size.width, 1))[0]
