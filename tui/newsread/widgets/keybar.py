"""The keys that matter, at the foot of the screen; each can be clicked."""

from collections.abc import Mapping

from rich.segment import Segment
from textual.events import Click
from textual.strip import Strip

from newsread.commands import BY_NAME, COMMANDS, Command
from newsread.layout.cells import cropped, width
from newsread.messages import CommandPressed
from newsread.widgets.painted import Painted

_ALWAYS = ("cancel", "help", "quit")
_FIRST_OUT = ("page_down", "copy")
"""What is left out first in a narrow window: others do it by the same keys."""


class KeyBar(Painted):
    """Draws the commands that have a place in the bar, as many as fit: those of the text, the quotes or a panel."""

    _among_quotes = False
    _panel: Mapping[str, str] | None = None
    _over = ""
    _drawn: tuple[tuple[object, ...], list[Strip]] = ((), [])
    """The bar as it was drawn last, behind what it was drawn from: Textual asks for it at each key."""

    def tell(self, *, among_quotes: bool, panel: Mapping[str, str] | None = None, over: str = "") -> None:
        """Show the commands of the pane that has the keys; those of a `panel` with what they do there.

        For a moment, what is left `over` from the status line has their place.
        """
        if (among_quotes, panel, over) != (self._among_quotes, self._panel, self._over):
            self._among_quotes, self._panel, self._over = among_quotes, panel, over
            self.refresh()

    def painted(self) -> list[Strip]:
        """Draw the bar, if anything changed."""
        drawn_from = (
            self.palette,
            self.keymap,
            self.only_ascii,
            self.size,
            self._among_quotes,
            self._panel,
            self._over,
        )
        if drawn_from != self._drawn[0]:
            self._drawn = (drawn_from, [self._draw()])
        return self._drawn[1]

    def _draw(self) -> Strip:
        palette = self.palette
        if self._over:
            return self.row([Segment(f" {cropped(self._over, self.size.width - 2)}", palette.accent)])
        segments = [Segment(" ", palette.text)]
        for command in self._fitting():
            segments += [
                Segment(self.keymap.sign(command.name), palette.accent_strong),
                Segment(f" {self._called(command)}   ", palette.muted),
            ]
        return self.row(segments)

    def on_click(self, event: Click) -> None:
        """Press the command that was clicked."""
        x = 1
        if self._over:
            return
        for command in self._fitting():
            cells = self._cells(command)
            if x <= event.x < x + cells - 2:
                self.post_message(CommandPressed(command.name))
            x += cells

    def _fitting(self) -> list[Command]:
        """The commands of the bar in their order; of those that may be left out, the last are so first."""
        candidates = COMMANDS if self._panel is None else [BY_NAME[name] for name in (*self._panel, "help")]
        commands = [command for command in candidates if self._called(command) and self.keymap.keys(command.name)]
        optional = [command for command in commands if command.name not in _ALWAYS]
        optional.sort(key=lambda command: command.name in _FIRST_OUT)
        while optional and 1 + sum(map(self._cells, commands)) - 3 > self.size.width:
            commands.remove(optional.pop())
        return commands

    def _cells(self, command: Command) -> int:
        return width(self.keymap.sign(command.name)) + 1 + len(self._called(command)) + 3

    def _called(self, command: Command) -> str:
        if self._panel is not None:
            return self._panel.get(command.name, command.bar)
        return command.among_quotes if self._among_quotes else command.bar
