"""All keys in force on one screen, to look through or to search. Imported when it is first asked for."""

from textual.binding import Binding
from textual.widgets._input import Input

from newsread.keymap import Keymap
from newsread.layout.window import Window
from newsread.screens.choosing import ChoosingScreen
from newsread.screens.palette import Reader, commands

_AS_IN_THE_TEXT = {
    "down": "move(1)", "up": "move(-1)", "page_down": "page(1)", "page_up": "page(-1)", "half_down": "page(1)",
    "half_up": "page(-1)", "top": "end(-1)", "bottom": "end(1)", "search": "seek", "quit": "dismiss", "help": "dismiss",
}  # fmt: skip
"""Commands of the reader whose keys do the like here."""


class HelpScreen(ChoosingScreen):
    """The list of commands, with their keys and all that is said of them; Enter carries one out."""

    def __init__(self, reader: Reader, keymap: Keymap) -> None:
        """Show the keys of `keymap`, and carry commands out in `reader`."""
        keys = keymap.row(search="finds a command", quit="closes")
        super().__init__("All keys", keys, commands(reader, keymap), full=True)
        for name, action in _AS_IN_THE_TEXT.items():
            for key in keymap.keys(name):
                if " " not in key:
                    self._bindings.key_to_bindings.setdefault(key, []).append(Binding(key, action, show=False))

    def begin(self) -> None:
        """Keys move until the search is asked for."""
        self.list.focus()

    def action_seek(self) -> None:
        """Type what to find."""
        self.query_one(Input).focus()

    def action_end(self, step: int) -> None:
        """Go to the first or to the last one."""
        self.list.steer(Window.to_last if step > 0 else Window.to_first)
        self.tell()

    def action_leave(self) -> None:
        """From the words back to the list, from the list back to the reader."""
        if self.focused is not self.list:
            self.query_one(Input).value = ""
            self.list.focus()
        else:
            super().action_leave()
