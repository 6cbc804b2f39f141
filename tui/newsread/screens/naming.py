"""Everything by name: the help, and the palette of commands, filters, themes and recent articles."""

from typing import TYPE_CHECKING

from newsread.screens.editing import Editing

if TYPE_CHECKING:
    from newsread.state import Remembered

_MOST = 100
"""How many of the articles opened last are offered."""


class Naming(Editing):
    """Opens both, and does what is chosen there."""

    def do_help(self) -> None:
        """Show all keys."""
        from newsread.screens.help import HelpScreen

        self.lay_over(HelpScreen(self, self.keymap))

    def do_palette(self) -> None:
        """Offer everything by name; the articles come when they are recalled."""
        from newsread.screens import palette
        from newsread.screens.offering import PaletteScreen

        choices = [
            *palette.but_itself(palette.commands(self, self.keymap)),
            *palette.filters(self.prepared.filters, self._switch),
            *palette.themes(self.app),
        ]
        screen = PaletteScreen(choices, self.app.theme)
        self.lay_over(screen)

        def recalled(articles: "list[Remembered]") -> None:
            others = [each for each in articles if each.identity != self.identity]
            screen.add(palette.articles(others, self.open))

        self.recall(lambda state: state.recent(_MOST), recalled)

    def _switch(self, name: str, *, on: bool) -> None:
        """Turn a filter on or off, everywhere."""
        from newsread.config.edit import set_option

        told = f"filter {name} turned {'on' if on else 'off'} everywhere"
        if self.configure(told, set_option(name, "enabled", on)):
            self.say_undoable(told)
        self.tell()
