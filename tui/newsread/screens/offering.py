"""The palette; the program wears a theme while the cursor is on it. Imported when it is first asked for."""

from collections.abc import Sequence

from textual.await_complete import AwaitComplete

from newsread.screens.choosing import ChoosingScreen
from newsread.screens.palette import THEMES
from newsread.widgets.choices import Choice


class PaletteScreen(ChoosingScreen):
    """Offers everything by name. Enter keeps the theme that is tried on; anything else brings back the one before."""

    def __init__(self, choices: Sequence[Choice], theme: str) -> None:
        """Offer `choices`; `theme` is the one in force."""
        super().__init__("Palette", "a command, a filter, a theme, an article", choices)
        self._theme = theme

    def on_mount(self) -> None:
        """Follow the theme, as the reader behind the list does."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._repaint())

    def tell(self) -> None:
        """Try on what the cursor is on, once the list is painted: moving on never waits for that."""
        super().tell()
        self.call_after_refresh(self._try_on)

    def action_choose(self) -> None:
        """Do what is under the cursor; a theme stays on."""
        self._heed()
        self._theme = self._chosen or self._theme
        super().action_choose()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Leave in the theme that was chosen, or was there before."""
        self.app.theme = self._theme
        return super().dismiss(result)

    @property
    def _chosen(self) -> str:
        """The theme under the cursor; empty when something else is there."""
        choice = self.list.current
        return choice.title if choice is not None and choice.group == THEMES else ""

    def _try_on(self) -> None:
        if self.is_active:
            self.app.theme = self._chosen or self._theme

    def _repaint(self) -> None:
        self.list.redraw()
        self.head.refresh()
        self.foot.refresh()
