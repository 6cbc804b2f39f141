"""The keys in force: those that the commands declare, and what the user's `[keys]` say otherwise."""

from collections.abc import Mapping

from newsread.commands import BY_NAME, COMMANDS
from newsread.keys import sign

Changed = Mapping[str, tuple[str, ...]]
"""The keys of some commands by the commands' names, in Textual's names of keys."""


class Keymap:
    """Which keys every command has, and which command a key has."""

    def __init__(self, changed: Changed | None = None, *, only_ascii: bool = False) -> None:
        """Begin with the declared keys but for what is `changed`; signs are ASCII only if that is asked for."""
        self._only_ascii = only_ascii
        self._keys = {command.name: command.keys for command in COMMANDS} | dict(changed or {})
        self._commands = {keys: name for name, own in self._keys.items() for keys in own}

    def keys(self, name: str) -> tuple[str, ...]:
        """The keys of a command, in Textual's names; two in a row are parted by a space."""
        return self._keys[name]

    def sign(self, name: str) -> str:
        """The first key of a command, as the screen shows it; empty when it has none."""
        return self.shown(self._keys[name][0]) if self._keys[name] else ""

    def signs(self, name: str) -> str:
        """All keys of a command, as the screen shows them."""
        return "  ".join(map(self.shown, self._keys[name]))

    def shown(self, key: str) -> str:
        """A key as the screen shows it."""
        return sign(key, only_ascii=self._only_ascii)

    def row(self, **what: str) -> str:
        """A row of keys: the first key of each command with `what` it does; a command without keys is left out."""
        from newsread.layout.wrap import PARTED  # checking a configuration needs nothing of the layout

        return PARTED.join(f"{self.sign(name)} {does}" for name, does in what.items() if self._keys[name])

    def way(self, name: str) -> str:
        """How to give a command, as a sentence ends with it: "press c"."""
        return f"press {self.sign(name)}" if self._keys[name] else f"choose “{BY_NAME[name].title}” from the palette"

    def command(self, keys: str) -> str | None:
        """The name of the command of a key, or of two with a space between; None when there is none."""
        return self._commands.get(keys)

    def singles(self) -> set[str]:
        """Every single key that means something, alone or in a sequence."""
        return {key for keys in self._commands for key in keys.split()}

    def begins(self, key: str) -> bool:
        """Whether a sequence begins with `key`."""
        return any(keys.startswith(f"{key} ") for keys in self._commands)

    def following(self, key: str) -> list[tuple[str, str]]:
        """What can follow `key`: the second keys, with the titles of the commands."""
        sequences = ((keys.split(), name) for keys, name in self._commands.items() if " " in keys)
        return [(both[1], BY_NAME[name].title) for both, name in sequences if both[0] == key]


def clashes(changed: Changed) -> list[tuple[str, str, str]]:
    """Each key that would mean two things: the key, and the two commands that have it.

    The first key of a sequence cannot be a command by itself, because nobody could tell which is meant.
    """
    keymap = Keymap(changed)
    found, owners = [], dict[str, str]()
    everything = [(keys, command.name) for command in COMMANDS for keys in keymap.keys(command.name)]
    for keys, name in everything:
        if owners.setdefault(keys, name) != name:
            found.append((keys, owners[keys], name))
    return found + [
        (first, owners[first], name)
        for first, name in ((keys.split()[0], name) for keys, name in everything if " " in keys)
        if first in owners
    ]
