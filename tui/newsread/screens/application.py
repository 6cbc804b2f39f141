"""The Textual app around the reader: themes, layout rules, and what the command palette offers."""

import threading
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import App
from textual.binding import Binding, BindingsMap
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from newsread.keymap import Keymap
from newsread.messages import ThreadFailed
from newsread.screens.inorder import InOrder
from newsread.screens.reader import INTERRUPTED, ReaderScreen
from newsread.themes import THEMES
from newsread.widgets.palette import Palette, palette


class Newsread(InOrder, App[int]):
    """Runs the reader."""

    CSS = """
    ReaderScreen { overflow: hidden; }
    Body { layout: horizontal; height: 1fr; }
    ArticlePane, Placard { width: 1fr; height: 1fr; }
    StatusLine, KeyBar { height: 1; }
    """
    TITLE = "newsread"
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = False
    """Ours is a command like any other."""

    def __init__(
        self, reader: Callable[[], ReaderScreen], theme: str, keymap: Keymap, *, only_ascii: bool = False
    ) -> None:
        """Show the screen that `reader` makes, in the colours of `theme`; `keymap` are the keys in force."""
        super().__init__()
        self._reader = reader
        self.only_ascii = only_ascii
        """Whether the program draws with nothing but ASCII."""
        self.take_keys(keymap)
        for each in THEMES:
            self.register_theme(each)
        self._start_in(theme)
        self._palette: tuple[str, Palette] | None = None
        self.owns_terminal = False
        """Whether signals to the process are meant for the program; in a test they are not."""
        self.crash: Exception | None = None
        """What went wrong in the program itself, and ended it."""
        self.faults: list[str] = []
        """What is told of threads that came to grief; the program went on."""

    def take_keys(self, keymap: Keymap) -> None:
        """From now on, heed the keys of `keymap`."""
        self.keymap = keymap
        # Textual's own bindings would stand before those that the user chose; this one reaches over every screen.
        keys = ",".join(key for key in keymap.keys("interrupt") if " " not in key)
        self._bindings = BindingsMap([Binding(keys, "interrupt", show=False, priority=True)] if keys else [])

    def _start_in(self, theme: str) -> None:
        """Start in the colours of `theme` without assigning it: that would parse all CSS a second time."""
        if theme not in self.available_themes:
            theme = THEMES[0].name
        self.set_reactive(App.theme, theme)
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)
        self.stylesheet.set_variables(self.get_css_variables())
        if self.native_ansi_color:  # else Textual keeps to the filters of the theme that it was made with
            self._refresh_truecolor_filter(self.ansi_theme)
            self._filters = [NoColor() if isinstance(each, Monochrome) else each for each in self._filters]

    @property
    def palette(self) -> Palette:
        """The styles of the theme in force."""
        if self._palette is None or self._palette[0] != self.theme:
            self._palette = (self.theme, palette(self.theme_variables))
        return self._palette[1]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through that a widget draws."""
        filters = super().get_line_filters()
        if not self.only_ascii:
            return filters
        from newsread.widgets.ascii import Ascii

        return [*filters, Ascii()]

    def on_load(self) -> None:
        """Heed signals before anything is drawn."""
        if self.owns_terminal:
            from newsread.screens.leaving import leave_on_signals

            leave_on_signals(self.exit)
            threading.excepthook = self._thread_failed

    def on_mount(self) -> None:
        """Draw everything again after the shell had the terminal."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    def get_default_screen(self) -> Screen[None]:
        """Start with the reader: one screen less to make and to style."""
        return self._reader()

    def is_bound(self, key: str) -> bool:
        """Whether `key` is in force."""
        return key in self.keymap.singles()

    async def opened(self) -> None:
        """Wait until what the reader opened last has the keys."""
        for reader in self.screen_stack[:1]:
            if isinstance(reader, ReaderScreen):
                await reader.opened()

    def action_interrupt(self) -> None:
        """Leave the program as Ctrl+C leaves other programs; the reader copies, while something is selected."""
        if isinstance(self.screen, ReaderScreen):
            self.screen.action_command("interrupt")
        else:
            self.exit(INTERRUPTED)

    # What goes wrong in the program. Textual would print the variables along with the traceback: the article's text.

    def _handle_exception(self, error: Exception) -> None:
        if self._exit:  # keys and timers may still come while the widgets go
            return
        if self.crash is None:
            self.crash = error
        super()._handle_exception(error)

    def _thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        """In the thread: python itself would print over the screen what the error says, which may be the article."""
        if failed.exc_value is None or (failed.thread and failed.thread.name == "textual-output"):
            return  # the terminal is gone, which is no fault
        from newsread import crash

        told = crash.report(failed.exc_value)
        self.faults.append(told)
        self.post_message(ThreadFailed(told))

    @on(ThreadFailed)
    def _say_fault(self, message: ThreadFailed) -> None:
        if isinstance(reader := self.screen_stack[0], ReaderScreen):
            reader.say(message.told)
            reader.tell()

    def _fatal_error(self) -> None:
        self._close_messages_no_wait()

    def panic(self, *_: object) -> None:
        """Leave, printing nothing."""
        self._close_messages_no_wait()
