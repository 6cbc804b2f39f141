"""What newsread begins with when there is something to go on with. Imported when that is so."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.events import Paste

from newsread.keymap import Keymap
from newsread.layout.wrap import PARTED
from newsread.screens.listing import AS_IN_THE_TEXT, ReaderKeys
from newsread.screens.palette import Reader
from newsread.screens.start import Open, OpenScreen, Show
from newsread.when import today
from newsread.widgets.panel import PanelHead

if TYPE_CHECKING:
    from newsread.state import Remembered


class FrontPage(ReaderKeys, OpenScreen):
    """Starred and recent articles over the whole window; the reader's own keys move, and one of them asks for more."""

    CSS = OpenScreen.CSS + "FrontPage { background: $surface; }"
    COLUMNS: ClassVar[int] = 100
    AIRY: ClassVar[int] = 36
    """Rows from which some are left empty above and below."""

    def __init__(self, reader: Reader, keymap: Keymap, open_source: Open, open_text: Open, show_sample: Show) -> None:
        """Open what is chosen as an OpenScreen does; `reader` carries out what is chosen among all keys."""
        super().__init__(open_source, open_text, show_sample)
        self.head = PanelHead("newsread")
        self.line.placeholder = PARTED.join((keymap.row(open="an address or a path"), "or paste one, or a whole text"))
        self._reader = reader
        self._keymap = keymap
        self._show_sample = show_sample
        self.bind(keymap, AS_IN_THE_TEXT | {"open": "seek", "help": "keys", "quit": "quit_program"})

    def begin(self) -> None:
        """Let keys move."""
        super().begin()
        self.narrow("")

    def remember(self, starred: Sequence["Remembered"], recent: Sequence["Remembered"]) -> None:
        """List what was opened before; without any, the sample is there to be read."""
        if starred or recent:
            super().remember(starred, recent)
        else:
            self._leave()

    def on_paste(self, event: Paste) -> None:
        """Put an address or a path that is pasted into the line; read a text."""
        event.stop()
        if len(event.text.strip().splitlines()) > 1:
            self._read(event.text)
        else:
            self.action_seek()
            self.line.value = event.text.strip()

    # Keys

    def action_leave(self) -> None:
        """From the words back to the list, from the list to the sample."""
        if self.is_laid_out and self.focused is not self.list:
            super().action_leave()
        else:
            self._leave()

    async def action_keys(self) -> None:
        """Show all keys; one that is chosen is carried out in the reader."""
        from newsread.screens.help import HelpScreen

        await self.app.push_screen(HelpScreen(self, self._keymap))

    def action_command(self, name: str) -> None:
        """Carry out a command in the reader."""
        self._leave()
        self.app.call_later(self._reader.action_command, name)

    def action_quit_program(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def _leave(self) -> None:
        if self.is_active:
            self.dismiss()
            self.app.call_later(self._show_sample)

    # What is seen

    def tell(self) -> None:
        """Say which day it is, and what the keys do."""
        super().tell()
        day = today()
        self.head.say(f"{day:%A}, {day.day} {day:%B %Y}")
        choice = self.list.current
        if self.focused is self.list:
            keys = self._keymap.row(choose="opens", cancel="the sample", help="all keys", quit="quits")
            self.foot.say(choice.about if choice else "", keys)

    def place(self) -> tuple[int, int, int]:
        """The columns and rows of the list, and the rows above it: in the middle of the window, over all its rows."""
        columns, rows = self.app.size
        air = 2 if rows >= self.AIRY else 0
        return min(columns, self.COLUMNS), rows - 2 * air, air
