"""A list laid over the reader in which the reader's own keys move; the search's key narrows it by words."""

from collections.abc import Sequence

from textual.binding import Binding

from newsread.keymap import Keymap
from newsread.layout.window import Window
from newsread.screens.choosing import ChoosingScreen
from newsread.widgets.choices import Choice

AS_IN_THE_TEXT = {
    "down": "move(1)", "up": "move(-1)", "page_down": "page(1)", "page_up": "page(-1)", "half_down": "page(1)",
    "half_up": "page(-1)", "top": "end(-1)", "bottom": "end(1)", "search": "seek", "quit": "dismiss",
}  # fmt: skip
"""Commands of the reader whose keys do the like here."""


class ReaderKeys(ChoosingScreen):
    """Keys are commands until the line is asked for."""

    def bind(self, keymap: Keymap, actions: dict[str, str]) -> None:
        """Let the keys of commands do `actions` here."""
        for name, action in actions.items():
            for key in keymap.keys(name):
                if " " not in key:
                    binding = Binding(key, f"heed({action!r})", show=False, priority=True)
                    self._bindings.key_to_bindings.setdefault(key, []).append(binding)

    async def action_heed(self, action: str) -> None:
        """Do the `action` of a key that is a command."""
        await self.run_action(action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While something is typed, keys are text."""
        return super().check_action(action, parameters) and (action != "heed" or self.focused is self.list)

    def begin(self) -> None:
        """Let keys move."""
        self.set_focus(self.list)

    def action_seek(self) -> None:
        """Type what to find."""
        self.set_focus(self.line)

    def action_end(self, step: int) -> None:
        """Go to the first or to the last one."""
        self.list.steer(Window.to_last if step > 0 else Window.to_first)
        self.tell()

    def action_leave(self) -> None:
        """From the words back to the list, from the list back to the reader."""
        if self.is_laid_out and self.focused is not self.list:
            self.line.value = ""
            self.set_focus(self.list)
        else:
            super().action_leave()


class ListScreen(ReaderKeys):
    """Lists choices in full."""

    def __init__(self, title: str, find: str, choices: Sequence[Choice], keymap: Keymap, at: int = 0) -> None:
        """List `choices`, number `at` under the cursor; the line to type into says what its key does: `find`."""
        super().__init__(title, keymap.row(search=find, quit="closes"), choices, full=True)
        self._at = at
        self.bind(keymap, AS_IN_THE_TEXT)

    def begin(self) -> None:
        """Let keys move, from where the reader is."""
        super().begin()
        self.call_after_refresh(self._go_to_first)

    def _go_to_first(self) -> None:
        """Go where the list begins, unless a key was faster."""
        if self.list.cursor == 0:
            self.list.steer(lambda window: window.go(self._at))
        self.tell()
