"""The program on the screen: theme, reader, and what was said before it started."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from newsread.commands import COMMANDS
from newsread.layout.head import HeadLine
from newsread.screens.reader import ReaderScreen
from newsread.themes import THEMES
from newsread.widgets.palette import Palette, palette

WELCOME = (
    HeadLine("welcome", "Welcome to newsread. This sample article shows what it does."),
    HeadLine("keys", "c what was removed   ] next quote   O open your own   ? all keys"),
)


class Newsread(App[int]):
    """Runs the reader."""

    CSS = """
    Body { height: 1fr; }
    ArticlePane, Placard { width: 1fr; height: 1fr; }
    QuotesPane { width: 38; height: 1fr; }
    .-roomy QuotesPane { width: 46; }
    StatusLine, KeyBar { height: 1; }
    .-short KeyBar, .-no-quotes QuotesPane, .-narrow QuotesPane, .-narrow.-quotes ArticlePane { display: none; }
    .-narrow.-quotes QuotesPane { display: block; width: 1fr; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (ReaderScreen.WIDE, "-wide"), (140, "-roomy")]  # noqa: RUF012 - Textual's own
    VERTICAL_BREAKPOINTS = [(0, "-short"), (8, "-tall")]  # noqa: RUF012 - annotation is meant here
    TITLE = "newsread"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, reader: Callable[[], ReaderScreen], theme: str) -> None:
        """Show the screen that `reader` makes, in the colours of `theme`."""
        super().__init__()
        self._reader = reader
        for each in THEMES:
            self.register_theme(each)
        self.theme = theme
        self._palette: tuple[str, Palette] | None = None

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        if self._palette is None or self._palette[0] != self.theme:
            self._palette = (self.theme, palette(self.theme_variables))
        return self._palette[1]

    def get_default_screen(self) -> Screen[None]:
        """Start with the reader: one screen less to make and to style."""
        return self._reader()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every command of the reader, and the themes, in the palette."""
        if isinstance(screen, ReaderScreen):
            for command in COMMANDS:
                if command.name != "palette":
                    yield SystemCommand(
                        command.title, command.help, lambda name=command.name: screen.action_command(name)
                    )
        yield SystemCommand("Theme", "Choose the colours", self.action_change_theme)
