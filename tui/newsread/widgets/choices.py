"""A list to choose from: a title to the left, keys or a note to the right, under the headings of its groups."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.layout.cells import cropped, width
from newsread.layout.finding import Named, found, stretches
from newsread.layout.flow import Flow
from newsread.layout.wrap import lines
from newsread.messages import Chosen
from newsread.widgets.lines import CURSOR, Cursor, LinePane

_MARGIN = 3
_GAP = 2
_AISLE = "  "
_LEAST = 10
"""Cells that a column needs to say anything."""


class Choice(NamedTuple):
    """One thing to choose."""

    title: str
    do: Callable[[], object]
    """What is done when it is chosen."""
    group: str = ""
    keys: str = ""
    note: str = ""
    """What stands at the right end where there are no keys."""
    aside: tuple[str, ...] = ()
    """The same in columns; the last ones are left out first where there is no room."""
    about: str = ""
    """More of it, under the title when the list is told in full."""


class ChoiceList(LinePane):
    """Shows choices; the words that are sought are marked in their titles."""

    def __init__(self, *, full: bool) -> None:
        """Begin with nothing; a `full` list says more of each choice."""
        super().__init__()
        self._full = full
        self._all: Sequence[Choice] = ()
        self._shown: list[Choice] = []
        self._words = ""
        self._columns = 0
        """How wide it will be."""

    def offer(self, choices: Sequence[Choice]) -> None:
        """Offer other choices."""
        self._all = choices
        self.find("")

    def add(self, choices: Sequence[Choice]) -> None:
        """Offer more of them, the cursor staying where it is while nothing else is to be seen above it."""
        cursor = self.cursor
        self._all = [*self._all, *choices]
        self.find(self._words)
        if not self._words:
            self.steer(lambda window: window.go(max(cursor, 0)))

    def find(self, words: str) -> None:
        """Show what is meant by `words`, the best first; everything, in its groups, when there are none."""
        self._words = words.strip()
        named = [
            Named(each.title, f"{each.group} {each.keys} {each.note} {' '.join(each.aside)} {each.about}")
            for each in self._all
        ]
        self._shown = [self._all[number] for number in found(words, named)] if self._words else list(self._all)
        self.look_at(Flow(range(len(self._shown)), self._height) if self._shown else None)

    def rows_wanted(self, columns: int, most: int) -> int:
        """How many rows show everything in `columns`; `most` when that is more."""
        self._columns, rows = columns, 0
        for item in range(len(self._shown)):
            rows += self._height(item)
            if rows >= most:
                break
        return min(rows, most)

    @property
    def count(self) -> int:
        """How many are shown."""
        return len(self._shown)

    @property
    def current(self) -> Choice | None:
        """The choice under the cursor."""
        return self._shown[self.cursor] if self._shown else None

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:
        """Draw a choice, under its group's heading when it is the first of it."""
        choice, palette = self._shown[item], self.palette
        strips = [self.row([Segment(" " * _MARGIN + text, palette.side_accent_strong)]) for text in self._heading(item)]
        bar = CURSOR if cursor != "none" else " "
        for number, segments in enumerate([self._title(choice), *self._about(choice)]):
            sign = Segment(f" {bar if number == 0 or self._full else ' '} ", palette.side_accent)
            strips.append(self._chosen_row([sign, *segments]) if cursor != "none" else self.row([sign, *segments]))
        return strips

    def pressed(self, item: int, row: int, x: int) -> None:
        """Choose what was clicked."""
        super().pressed(item, row, x)
        self.post_message(Chosen())

    def fit(self) -> None:
        """Set the list again, and keep the current choice in view."""
        cursor = self.cursor
        self.look_at(self.window.flow if self.window else None)
        if self.window is not None:
            self.window.go(cursor)

    def _chosen_row(self, segments: list[Segment]) -> Strip:
        """The row that the cursor is on, lit from edge to edge."""
        room = " " * max(0, self.size.width - sum(width(each.text) for each in segments))
        lit = Segment.apply_style([*segments, Segment(room, self.paper)], post_style=self.palette.side_here)
        return self.row(lit)

    def _heading(self, item: int) -> list[str]:
        choice = self._shown[item]
        if self._words or not choice.group or (item and self._shown[item - 1].group == choice.group):
            return []
        return ["", choice.group] if item else [choice.group]

    def _height(self, item: int) -> int:
        return len(self._heading(item)) + 1 + len(self._about(self._shown[item]))

    def _title(self, choice: Choice) -> list[Segment]:
        palette, room = self.palette, self.size.width - 2 * _MARGIN
        right = choice.keys or choice.note or _joined(choice.aside, room // 2) or (choice.group if self._words else "")
        right = cropped(right, max(0, room // 2))
        title = cropped(choice.title, max(1, room - width(right) - _GAP))
        segments, at = [], 0
        for start, end in stretches(self._words, title):
            segments += [Segment(title[at:start], palette.side), Segment(title[start:end], palette.side_found)]
            at = end
        gap = " " * max(1, room - width(title) - width(right))
        style = palette.side_accent if choice.keys else palette.side_muted
        return [*segments, Segment(title[at:], palette.side), Segment(gap, palette.side), Segment(right, style)]

    def _about(self, choice: Choice) -> list[list[Segment]]:
        if not self._full or not choice.about:
            return []
        room = max(12, ((self.size.width or self._columns) - 2 * _MARGIN) * 3 // 4)
        return [[Segment(line, self.palette.side_muted)] for line in lines(choice.about, room)]


def _joined(columns: tuple[str, ...], room: int) -> str:
    """As many of the `columns` as there is room for; where there is hardly any, none."""
    while len(columns) > 1 and width(_AISLE.join(columns)) > room:
        columns = columns[:-1]
    return _AISLE.join(columns) if room >= _LEAST else ""
