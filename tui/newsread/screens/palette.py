"""What the palette offers: commands, filters, themes, articles. Imported when it is first asked for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol

from textual.app import App

from newsread.commands import BY_NAME, COMMANDS
from newsread.keymap import Keymap
from newsread.sources import shown
from newsread.widgets.choices import Choice

if TYPE_CHECKING:
    from newsread.state import Remembered


THEMES = "Themes"
"""The group of the themes."""


class Reader(Protocol):
    """What carries commands out."""

    def action_command(self, name: str) -> None:
        """Carry out the command `name`."""


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


def but_itself(choices: Sequence[Choice]) -> list[Choice]:
    """The `choices` without the palette, which is open."""
    return [each for each in choices if each.title != BY_NAME["palette"].title]


def filters(enabled: Mapping[str, bool], switch: Callable[..., object]) -> list[Choice]:
    """Every installed filter, to `switch`."""
    return [
        Choice(
            name,
            partial(switch, name, on=not on),
            group="Filters",
            note=f"filter, {'on' if on else 'off'}",
            about=f"Enter turns it {'off' if on else 'on'}, everywhere.",
        )
        for name, on in enabled.items()
    ]


def articles(remembered: Sequence["Remembered"], open_source: Callable[[str], object]) -> list[Choice]:
    """Articles that were opened before, to open again."""
    return [
        Choice(
            each.title or each.source,
            partial(open_source, each.source),
            group="Recent articles",
            note=each.site or "article",
            about=shown(each.source),
        )
        for each in remembered
    ]


def themes(app: App[int]) -> list[Choice]:
    """Every theme; the one in force is said."""
    return [
        Choice(
            name,
            partial(setattr, app, "theme", name),
            group=THEMES,
            note="in force" if name == app.theme else "theme",
            about="For this session; the setting reader.theme makes it stay.",
        )
        for name in sorted(app.available_themes)
    ]
