"""All keys in force on one screen, to look through or to search. Imported when it is first asked for."""

from newsread.keymap import Keymap
from newsread.screens.listing import ListScreen
from newsread.screens.palette import Reader, commands


class HelpScreen(ListScreen):
    """The list of commands, with their keys and all that is said of them; Enter carries one out."""

    def __init__(self, reader: Reader, keymap: Keymap) -> None:
        """Show the keys of `keymap`, and carry commands out in `reader`."""
        super().__init__("All keys", "finds a command", commands(reader, keymap), keymap)
        self.bind(keymap, {"help": "dismiss"})
