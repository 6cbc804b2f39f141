"""Letters laid over the links in view: on the space before the words, which stay readable; nothing moves."""

from collections.abc import Iterator
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import width
from newsread.layout.column import Column
from newsread.layout.hints import labels
from newsread.layout.links import Link, links_of
from newsread.layout.window import Window
from newsread.widgets.ink import Frame
from newsread.widgets.painted import Painted

_UNDERLINED = Style(underline=True)


class Spot(NamedTuple):
    """Where a piece of a link is seen, in cells of the pane."""

    y: int
    x: int
    cells: int


class Hint(NamedTuple):
    """A link in view, where it is, and the letters that stand for it."""

    label: str
    link: Link
    spots: list[Spot]


def hints(window: Window, column: Column, frame: Frame) -> list[Hint]:
    """A hint for every link that `window` shows something of, from the top down."""
    seen = list(_in_view(window, column, frame))
    return [Hint(label, link, spots) for label, (link, spots) in zip(labels(len(seen)), seen, strict=False)]


def overlaid(strips: list[Strip], hints: list[Hint], widget: Painted) -> list[Strip]:
    """`strips` with `hints` drawn over them: the links underlined, each with its letters in front."""
    strips = list(strips)
    for hint in hints:
        for number, spot in enumerate(hint.spots):
            label = hint.label if number == 0 else ""
            if spot.y < len(strips):
                strips[spot.y] = _laid(strips[spot.y], spot, label, widget)
    return strips


def _in_view(window: Window, column: Column, frame: Frame) -> Iterator[tuple[Link, list[Spot]]]:
    y = 0
    for item, start, stop in window.flow.window(window.top, window.rows):
        if item >= 0:
            for link in links_of(column.index.reading.article, item):
                spots = [spot for spot in _spots(link, column, frame, y - start) if y <= spot.y < y + stop - start]
                if spots:
                    yield link, spots
        y += stop - start


def _spots(link: Link, column: Column, frame: Frame, top: int) -> Iterator[Spot]:
    """Where `link` stands when the first row of its block is row `top` of the pane."""
    setting = column.setting(link.block)
    text, begin, end = setting.shown.text, *map(setting.shown.from_source, (link.start, link.end))
    for number in range(len(setting.starts)):
        first, last = setting.line(number)
        if begin < last and first < end:
            x = frame.left + frame.gutter + setting.indent + width(text[first : max(first, begin)])
            yield Spot(top + setting.above + number, x, width(text[max(first, begin) : min(last, end)]))


def _laid(strip: Strip, spot: Spot, label: str, widget: Painted) -> Strip:
    """One row with a link underlined, and the label on the cell before it."""
    x = max(0, spot.x - 1)
    words = strip.crop(spot.x, spot.x + spot.cells).apply_style(_UNDERLINED)
    strip = Strip.join([strip.crop(0, spot.x), words, strip.crop(spot.x + spot.cells)])
    if label:
        letters = Strip([Segment(label, widget.palette.hint)], len(label))
        for each in widget.get_line_filters():
            letters = letters.apply_filter(each, widget.palette.background)
        strip = Strip.join([strip.crop(0, x), letters, strip.crop(x + len(label))])
    return strip
