"""The reader: text, quotes, status line and key bar."""

import os

from textual.app import ComposeResult

from newsread.changes import Inverse
from newsread.screens.base import ReaderBase
from newsread.screens.comfort import Comfort
from newsread.screens.contents import Contents
from newsread.screens.exporting import Exporting
from newsread.screens.filtering import Filtering
from newsread.screens.linking import Linking
from newsread.screens.loading import Body
from newsread.screens.naming import Naming
from newsread.screens.pointing import Pointing
from newsread.screens.selecting import Selecting
from newsread.screens.starting import Starting
from newsread.widgets.article import ArticlePane
from newsread.widgets.keybar import KeyBar
from newsread.widgets.quotes import QuotesPane
from newsread.widgets.status import StatusLine

_QUOTES = ((180, 58), (140, 48), (0, 38))
"""From how many columns on the quotes get how many of them."""
_KEYBAR_FROM = 8
"""Rows from which there is one for the key bar."""


INTERRUPTED = 130
"""The status of a program that was interrupted."""


class ReaderScreen(Starting, Pointing, Filtering, Naming, Selecting, Linking, Contents, Exporting, Comfort, ReaderBase):
    """Shows one article and its quotes."""

    BLANK = True
    AUTO_FOCUS = ""

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self.article = ArticlePane(self._measure, self.spacing)
        self.quotes = QuotesPane()
        self.status = StatusLine()
        self.keybar = KeyBar()
        self.arrange_panes()
        with Body():
            yield self.article
            yield self.quotes
        yield self.status
        yield self.keybar

    def arrange_panes(self) -> None:
        """Show the panes that there is room and use for.

        Not by CSS classes on the screen: each change of one styles every widget again, at the start too.
        """
        columns, rows = self.app.size
        self.quotes.display = self.placard is None and self.has_quotes and (self.wide or self.in_quotes)
        self.article.display = self.placard is None and (self.wide or not self.quotes.display)
        self.quotes.styles.width = (
            "1fr" if not self.wide else next(width for least, width in _QUOTES if columns >= least)
        )
        self.keybar.display = rows >= _KEYBAR_FROM and not self.in_focus
        self.arrange_panel(self.quotes)

    def on_mount(self) -> None:
        """Begin with the text."""
        self.bind_keys()
        self.set_focus(self.article)
        self.app.theme_changed_signal.subscribe(self, lambda _: self.retheme())
        self.start()

    def on_resize(self) -> None:
        """Arrange the panes for the new size."""
        self.arrange_panes()
        if self.focused is self.quotes and not self.quotes.display:
            self.set_focus(self.article)

    def do_toggle_cuts(self) -> Inverse | None:
        """Show what was removed, or hide it; a search goes on in what is shown then."""
        inverse = super().do_toggle_cuts()
        self.search_again()
        return inverse

    def do_cancel(self) -> None:
        """Leave what is going on: a selection, a panel, loading, a search, the whole page, the quotes."""
        if self.end_selection() or self.close_panel():
            return
        if self.cancel_rereading():
            self.say(f"Cancelled: the text is as it was; to take the last change back, {self.keymap.way('undo')}")
        elif not any(
            leave()
            for leave in (
                self.cancel_opening,
                self.end_search,
                self.leave_whole_page,
                self.end_speakers,
                self.leave_focus_mode,
            )
        ):
            self.do_article_pane()

    def do_suspend(self) -> None:
        """Stop, until the shell lets the program go on."""
        if self.app.is_headless or os.getsid(0) == os.getpid():
            self.say("There is no shell to go back to")
        else:
            self.app.action_suspend_process()

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def do_interrupt(self) -> None:
        """Leave the program as Ctrl+C leaves other programs, which copy with it while something is selected."""
        if self.copy_selection():
            self.end_selection()
        else:
            self.app.exit(INTERRUPTED)

    def retheme(self) -> None:
        """Draw everything in the colours and signs that are in force now."""
        self.article.retheme()
        self.quotes.retheme()
        if self.panel is not None:
            self.panel.retheme()
        self.refresh()
