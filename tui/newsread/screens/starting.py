"""What is seen first, the command that opens something else, and what is pasted into the reader."""

from typing import TYPE_CHECKING

from textual.events import Paste

from newsread.screens.visiting import Visiting
from newsread_filters.model import Page

if TYPE_CHECKING:
    from newsread.state import Remembered, State

_MOST = 60


class Starting(Visiting):
    """Lays the screen that opens anything over the reader."""

    lists_first = False
    """Whether there may be something to go on with, to be listed before the sample is shown."""

    def start(self) -> None:
        """Show what is being opened; or what was read before, with the sample behind it."""
        if not self.lists_first:
            self.follow_opening()
            return
        from newsread.screens.frontpage import FrontPage

        page = FrontPage(self, self.keymap, self.open, self.open_text, self.follow_opening)
        self.lay_over(page)
        self.recall(_known, lambda known: page.remember(*known))

    def do_open(self) -> None:
        """Ask for another source; what was starred or read lately is listed."""
        self._ask_what_to_open("")

    def on_paste(self, event: Paste) -> None:
        """Ask whether to open the address or path that was pasted; a text of several lines is opened as it is."""
        if self.prompting or not event.text.strip():
            return
        event.stop()
        if len(event.text.strip().splitlines()) > 1:
            self.open_text(event.text)
        else:
            self._ask_what_to_open(event.text.strip())

    def open_text(self, text: str) -> None:
        """Read a text that was pasted; like standard input, it cannot be opened again."""
        self.open("-", Page(source="-", data=text.encode(errors="replace")))

    def _ask_what_to_open(self, typed: str) -> None:
        from newsread.screens.start import OpenScreen

        screen = OpenScreen(self.open, self.open_text, lambda: self.open(None), typed)
        self.lay_over(screen)
        self.recall(_known, lambda known: screen.remember(*known))


def _known(state: "State") -> "tuple[list[Remembered], list[Remembered]]":
    return state.starred(_MOST), state.recent(_MOST)
