"""The keys that matter, at the foot of the screen; each can be clicked."""

from rich.segment import Segment
from textual.events import Click
from textual.strip import Strip

from newsread.commands import COMMANDS, Command, sign
from newsread.messages import CommandPressed
from newsread.widgets.painted import Painted

_ALWAYS = ("help", "quit")


class KeyBar(Painted):
    """Draws the commands that have a place in the bar, as many as fit."""

    def painted(self) -> list[Strip]:
        """Draw the bar."""
        palette = self.palette
        segments = [Segment(" ", palette.text)]
        for command in self._fitting():
            segments += [
                Segment(sign(command.keys[0]), palette.accent_strong),
                Segment(f" {command.bar}   ", palette.muted),
            ]
        return [self.row(segments)]

    def on_click(self, event: Click) -> None:
        """Press the command that was clicked."""
        x = 1
        for command in self._fitting():
            if x <= event.x < x + _cells(command) - 2:
                self.post_message(CommandPressed(command.name))
            x += _cells(command)

    def _fitting(self) -> list[Command]:
        """The commands of the bar in their order, the last but help and quit left out first."""
        commands = [command for command in COMMANDS if command.bar]
        optional = [command for command in commands if command.name not in _ALWAYS]
        while optional and 1 + sum(map(_cells, commands)) - 3 > self.size.width:
            commands.remove(optional.pop())
        return commands


def _cells(command: Command) -> int:
    return len(sign(command.keys[0])) + 1 + len(command.bar) + 3
