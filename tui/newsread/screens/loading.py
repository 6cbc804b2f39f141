"""Opening sources: what is seen while it lasts, and what is said when it fails."""

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from newsread.layout.head import HeadLine
from newsread.layout.index import Index
from newsread.messages import Told
from newsread.opening import Failure, Opener, Opening, Outcome, Progress
from newsread.paths import expanded
from newsread.screens.base import named
from newsread.screens.moving import Moving
from newsread.screens.prompting import Prompting
from newsread.widgets.placard import Notice, Placard
from newsread_filters import model
from newsread_filters.model import Page

_PATIENCE = 0.15
"""Seconds until a placard says what is going on; most files are there before."""


class Body(Widget):
    """The two panes side by side; it shows nothing itself."""

    def render_lines(self, crop: Region) -> list[Strip]:  # noqa: ARG002 - nothing is drawn of any region
        """Leave what the panes leave to the screen beneath: Textual puts every layer together at each key."""
        return []


class Loading(Prompting, Moving):
    """Follows one opening at a time."""

    def __init__(self, opening: Opening, opener: Opener, measure: int, remarks: tuple[HeadLine, ...] = ()) -> None:
        """Follow `opening`; `opener` opens other sources; `remarks` stand above the first article's title."""
        super().__init__()
        self._opening: Opening | None = opening
        self._opener = opener
        self._measure = measure
        self._remarks = remarks
        self._shown_remarks: tuple[HeadLine, ...] = ()
        self.source = self._shown_source = opening.source
        self._progress = Progress("Opening")
        self.placard: Placard | None = None
        self._ways: dict[str, str] = {}
        """What the keys do that the placard names, by the names of their commands."""

    def open(self, source: str | None, page: Page | None = None) -> None:
        """Open another source (the sample when None), or its `page`; the article stays until it is there."""
        self._stop_opening()
        self.source = str(expanded(source)) if source and source.startswith("~") else source
        self._opening = self.begin(self.source) if page is None else self._opener(self.source, page).start()
        self.follow_opening()

    @property
    def _is_loaded_again(self) -> bool:
        """Whether what is being opened is what is on the screen; of texts that are piped or pasted, none is."""
        return self.index is not None and self.source == self._shown_source != "-"

    def begin(self, source: str | None) -> Opening:
        """An opening of `source` that is under way."""
        return self._opener(source).start()

    def follow_opening(self) -> None:
        """Show what is opened already; else wait for it, and after a moment say so."""
        opening = self._opening
        if opening is None:
            return
        opening.follow(lambda told: self.post_message(Told(opening, told)))
        self._progress = opening.progress
        if opening.outcome is not None:
            self._end(opening.outcome)
        else:
            self.set_timer(_PATIENCE, lambda: self._announce_progress(opening))

    # Commands

    def do_reload(self) -> None:
        """Open the same source again."""
        if self.source == "-":
            self.say("What was piped or pasted cannot be loaded again")
        elif self.source is not None:
            self.open(self.source)

    @property
    def address(self) -> str | None:
        """The address of what is shown, or of what could not be."""
        return self.source if self.placard is not None else super().address

    def cancel_opening(self) -> bool:
        """Cancel what is being opened, or put an old failure away; whether there was anything."""
        if self._opening is not None:
            self._stop_opening()
            if self.index is None:
                self._ways = {"reload": "tries again", "open": "opens another", "quit": "quits"}
                self._announce(Notice("Cancelled", (self._named,), self.keymap.row(**self._ways)))
            else:
                self.say("Cancelled")
        elif self.placard is None or self.index is None:
            return False
        if self.index is not None:
            self.source = self._shown_source
            self._clear_placard()
        return True

    @property
    def _named(self) -> str:
        return named(self.source)

    def _stop_opening(self) -> None:
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None

    # What an opening tells

    def _on_told(self, message: Told) -> None:
        if message.opening is not self._opening:
            return
        if not isinstance(message.told, Progress):
            self._end(message.told)
            return
        self._progress = message.told
        if self.placard is not None:
            self._announce_progress(message.opening)

    def _end(self, outcome: Outcome) -> None:
        """Show what came of the opening."""
        self._opening = None
        if isinstance(outcome, Failure):
            self._announce_failure(outcome)
        else:
            if not self._is_loaded_again:
                self.say("")  # what was said last is about another article
            self._clear_placard()
            self._show(outcome)
        self.tell()

    def _show(self, index: Index) -> None:
        self.index, self.quote, self._shown_source = index, None, self.source
        self._shown_remarks = tuple(each for each in self._remarks if self.source is None or each.role == "problem")
        self._remarks = ()
        self.article.show(index, self._above(index))
        self.quotes.show(index.reading.quotes)
        self.arrange_panes()

    def _above(self, index: Index) -> tuple[HeadLine, ...]:
        """What stands above the title."""
        notices = tuple(HeadLine("problem", self.worded(each)) for each in index.reading.notices)
        if index.removed == len(index.blocks):
            told = f"All of the text was removed; to see it, {self.keymap.way('toggle_cuts')}."
            notices += (HeadLine("problem", told),)
        return self._shown_remarks + notices

    def worded(self, notice: model.Notice) -> str:
        """What a notice of a reading says, with the key that helps where there is one."""
        return notice.message

    # The placard

    @property
    def panel_keys(self) -> dict[str, str] | None:
        """What the keys do while there is no text."""
        return super().panel_keys if self.placard is None else self._ways

    def _announce_progress(self, opening: Opening) -> None:
        if opening is self._opening:
            self._ways = {"cancel": "cancels"}
            self._announce(_progress(self._progress, self._named, self.keymap.row(**self._ways)))

    def _announce_failure(self, failure: Failure) -> None:
        """Say why there is nothing to read, and what can be done."""
        browser = {"browser": "opens the browser"} if self._named.startswith(("http://", "https://")) else {}
        leave = {"quit": "quits"} if self.index is None else {"cancel": "goes back"}
        self._ways = {"reload": "tries again", **self._ways_on, **browser, "open": "opens another", **leave}
        source = () if self._named in failure.message else (self._named,)
        self._announce(Notice(failure.message, source, self.keymap.row(**self._ways), wrong=True))

    @property
    def _ways_on(self) -> dict[str, str]:
        """What leads on past a failure, by the names of the commands."""
        return {}

    def _announce(self, notice: Notice) -> None:
        """Show a placard in place of the text."""
        if self.placard is None:
            self.placard = Placard()
            self.query_one(Body).mount(self.placard, before=0)
            self.arrange_panes()
        self.placard.say(notice)
        self.tell()

    def _clear_placard(self) -> None:
        if self.placard is not None:
            self.placard.remove()
            self.placard = None
            self.arrange_panes()
            self.set_focus(self.article)


def _progress(progress: Progress, source: str, keys: str) -> Notice:
    share = progress.done / progress.total if progress.total else None
    of = f" of {progress.total / 1000:,.0f}" if progress.total else ""
    amount = f"{progress.done / 1000:,.0f}{of} kB" if progress.done else ""
    return Notice(f"{progress.stage} …", (source,), keys, share, amount)
