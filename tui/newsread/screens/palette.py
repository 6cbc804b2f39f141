"""What the palette offers: every command, every theme. Imported when it is first asked for."""

from functools import partial
from typing import Protocol

from textual.app import App

from newsread.commands import BY_NAME, COMMANDS
from newsread.keymap import Keymap
from newsread.widgets.choices import Choice


class Reader(Protocol):
    """What carries commands out."""

    def action_command(self, name: str) -> None:
        """Carry out the command `name`."""


_ITSELF = BY_NAME["palette"].title


def commands(reader: Reader, keymap: Keymap) -> list[Choice]:
    """Every command, in its group, with its keys in force."""
    return [
        Choice(
            command.title,
            partial(reader.action_command, command.name),
            group=command.group,
            keys=keymap.signs(command.name),
            about=command.help,
        )
        for command in COMMANDS
    ]


def everything(reader: Reader, keymap: Keymap, app: App[int]) -> list[Choice]:
    """All that can be chosen by name."""
    return [*(each for each in commands(reader, keymap) if each.title != _ITSELF), *themes(app)]


def themes(app: App[int]) -> list[Choice]:
    """Every theme; the one in force is said."""
    return [
        Choice(
            name,
            partial(setattr, app, "theme", name),
            group="Themes",
            note="in force" if name == app.theme else "theme",
            about="For this session; the setting reader.theme makes it stay.",
        )
        for name in sorted(app.available_themes)
    ]
