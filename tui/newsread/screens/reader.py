"""The reader: text, quotes, status line and key bar, and what is opened in it."""

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal

from newsread.layout.head import HeadLine
from newsread.messages import Opened, OpenFailed, Progress
from newsread.screens.base import Inverse
from newsread.screens.opening import Opening
from newsread.screens.searching import Searching
from newsread.widgets.article import ArticlePane
from newsread.widgets.keybar import KeyBar
from newsread.widgets.placard import Notice, Placard
from newsread.widgets.quotes import QuotesPane
from newsread.widgets.status import StatusLine

_WHAT_TO_DO = {
    "not-found": "Check the name. O opens another one.",
    "unreadable": "O opens another one.",
    "network": "Check the connection and the address, then r in a moment. O opens another one.",
    "tls": "The server's certificate is not to be trusted; it is not opened.",
    "http": "o opens it in the browser; a page saved there can be opened with O.",
    "too-large": "The limit can be raised in config.toml, under [network].",
    "not-an-article": "o opens it in the browser. O opens another one.",
    "nothing-readable": "o opens it in the browser; a page saved there can be opened with O.",
}


class Body(Horizontal):
    """The two panes side by side; it shows nothing itself."""

    BLANK = True


class ReaderScreen(Searching):
    """Shows one article and its quotes."""

    BLANK = True
    AUTO_FOCUS = ""

    def __init__(
        self,
        opener: Callable[[str | None], Opening],
        source: str | None,
        measure: int,
        remarks: tuple[HeadLine, ...] = (),
    ) -> None:
        """Open `source` (the sample when None) by means of `opener`, `remarks` above the first article's title."""
        super().__init__()
        self._opener = opener
        self._measure = measure
        self._remarks = remarks
        self._source = source
        self._opening: Opening | None = None
        self._placard: Placard | None = None

    def compose(self) -> ComposeResult:
        """Lay out the panes."""
        self.article = ArticlePane(self._measure)
        self.quotes = QuotesPane()
        self.status = StatusLine()
        with Body():
            yield self.article
            yield self.quotes
        yield self.status
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin to open the first source."""
        self.set_class(True, "-no-quotes")
        self.article.focus()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._retheme())
        self.open(self._source)

    # Opening

    def open(self, source: str | None) -> None:
        """Open another source; the article on the screen stays until it is there."""
        self._stop_opening()
        self._source = source
        self._opening = self._opener(source)
        self._opening.start()

    def do_open(self) -> None:
        """Ask for another source."""
        self.prompt("Open ", "an address or a file", lambda text: self.open(text.strip()) if text.strip() else None)

    def do_reload(self) -> None:
        """Open the same source again."""
        self.open(self._source)

    def do_cancel(self) -> None:
        """Leave what is going on: loading, a search, the quotes."""
        if self._opening is not None:
            self._stop_opening()
            if self.index is None:
                self._announce(Notice("Cancelled", (self._source or "",), "O opens another one · q quits"))
            else:
                self._clear_placard()
                self.say("Cancelled")
        elif self._placard is not None and self.index is not None:
            self._clear_placard()
        elif not self.end_search():
            self.do_article_pane()

    def _stop_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None

    @on(Progress)
    def _progress(self, message: Progress) -> None:
        if self._opening is None or message.number != self._opening.number:
            return
        share = message.done / message.total if message.total else None
        amount = _amount(message.done, message.total) if message.done else ""
        lines = tuple(line for line in (self._source or "", amount) if line)
        self._announce(Notice(f"{message.stage} …", lines, "Esc cancels", share))

    @on(Opened)
    def _opened(self, message: Opened) -> None:
        if self._opening is None or message.number != self._opening.number:
            return
        self._opening = None
        self._clear_placard()
        self.index, self.quote = message.index, None
        self.search = None
        reading = message.index.reading
        self.set_class(not reading.quotes, "-no-quotes")
        self.article.show(
            message.index, self._remarks + tuple(HeadLine("problem", each.message) for each in reading.notices)
        )
        self.quotes.show(reading.quotes)
        self._remarks = ()
        self.tell()

    @on(OpenFailed)
    def _failed(self, message: OpenFailed) -> None:
        if self._opening is None or message.number != self._opening.number:
            return
        self._opening = None
        lines = tuple(line for line in (self._source or "", _WHAT_TO_DO.get(message.kind, "")) if line)
        keys = "r tries again · O opens another one · q quits" + (" · Esc goes back" if self.index else "")
        self._announce(Notice(message.message, lines, keys, wrong=True))
        self.tell()

    def _announce(self, notice: Notice) -> None:
        """Show a placard in place of the text."""
        if self._placard is None:
            self._placard = Placard()
            self.query_one(Body).mount(self._placard, before=0)
            self.article.display = False
        self._placard.say(notice)

    def _clear_placard(self) -> None:
        if self._placard is not None:
            self._placard.remove()
            self._placard = None
            self.article.display = True
            self.article.focus()

    # Everything else

    def do_toggle_cuts(self) -> Inverse | None:
        """Show what was removed, or hide it; a search goes on in what is shown then."""
        inverse = super().do_toggle_cuts()
        self.search_again()
        return inverse

    def do_help(self) -> None:
        """Show all keys."""
        from newsread.screens.help import HelpScreen

        self.app.push_screen(HelpScreen())

    def do_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def do_quit(self) -> None:
        """Leave the program."""
        self.app.exit(0)

    def _retheme(self) -> None:
        self.article.retheme()
        self.quotes.retheme()
        self.refresh()


def _amount(done: int, total: int | None) -> str:
    kilobytes = f"{done / 1000:,.0f}"
    return f"{kilobytes} of {total / 1000:,.0f} kB" if total else f"{kilobytes} kB"
