"""All keys on one screen, from the list of commands. Imported when it is first asked for."""

from collections.abc import Iterator
from itertools import groupby
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.strip import Strip

from newsread.commands import COMMANDS, Command
from newsread.keymap import Keymap
from newsread.layout.flow import Flow
from newsread.layout.wrap import PARTED, lines
from newsread.widgets.lines import Cursor, LinePane

_MARGIN = "   "
_KEYS = 16


class KeyList(LinePane):
    """The commands by group, with their keys in force."""

    def show(self, columns: int) -> int:
        """Set the list in `columns` cells; how many rows it takes."""
        self._texts = list(_rows(self.keymap, columns - len(_MARGIN)))
        self.look_at(Flow(range(len(self._texts)), lambda _: 1))
        return len(self._texts)

    @property
    def paper(self) -> Style:
        """The style of empty space."""
        return self.palette.side

    def draw(self, item: int, *, cursor: Cursor) -> list[Strip]:  # noqa: ARG002 - the list has no cursor
        """Draw one row."""
        return [self.row(Segment(text, getattr(self.palette, style)) for text, style in self._texts[item])]


class HelpScreen(ModalScreen[None]):
    """Lays the list of keys over the reader."""

    CSS = """
    HelpScreen { align: center middle; background: $background 65%; }
    KeyList { width: 72; max-width: 100%; max-height: 100%; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "app.pop_screen", show=False),
        Binding("j,down", "scroll(1)", show=False),
        Binding("k,up", "scroll(-1)", show=False),
        Binding("space,pagedown", "scroll(10)", show=False),
        Binding("b,pageup", "scroll(-10)", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield KeyList()

    def on_mount(self) -> None:
        """Set the list for the size of the screen."""
        self._set(self.app.size)

    def on_resize(self) -> None:
        """Set it again."""
        self._set(self.app.size)

    def _set(self, size: Size) -> None:
        keys = self.query_one(KeyList)
        keys.styles.height = keys.show(min(72, size.width))
        keys.focus()

    def action_scroll(self, rows: int) -> None:
        """Scroll the list by `rows`."""
        self.query_one(KeyList).steer(lambda window: window.scroll(rows))


_Row = list[tuple[str, str]]
"""Texts, each with the name of a style of the palette."""


def _rows(keymap: Keymap, columns: int) -> Iterator[_Row]:
    yield []
    yield [(_MARGIN, "side"), ("All keys", "side_strong"), (f"{PARTED}j and k scroll, Esc closes", "side_muted")]
    yield []
    for group, commands in groupby(COMMANDS, key=lambda command: command.group):
        yield [(_MARGIN, "side"), (group, "side_accent_strong")]
        for command in commands:
            yield from _command(command, keymap.signs(command.name), columns)
        yield []


def _command(command: Command, keys: str, columns: int) -> Iterator[_Row]:
    """The keys to the left, what they do to the right of them."""
    room = max(12, columns - _KEYS - len(_MARGIN))
    texts = [(line, "side") for line in lines(command.title, room)]
    texts += [(line, "side_muted") for line in lines(command.help, room)]
    for number, text in enumerate(texts):
        yield [(_MARGIN, "side"), (f"{keys if number == 0 else '':<{_KEYS}}", "side_strong"), text]
