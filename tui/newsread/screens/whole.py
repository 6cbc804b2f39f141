"""The whole page beside the article: all its text, when the article looks as if something were missing."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from newsread.changes import Inverse
from newsread.layout.index import Index
from newsread.messages import Whole
from newsread.opening import Failure, Opening, Progress
from newsread.screens.rereading import Rereading
from newsread.widgets.status import Status
from newsread_filters import model

if TYPE_CHECKING:
    from newsread.layout.aligned import Aligned


class _Article(NamedTuple):
    """The article while the whole page is shown."""

    text: Index
    cuts: bool
    aligned: "Aligned"


class WholePage(Rereading):
    """Changes between the article and the whole page; the place in the text stays."""

    _article: _Article | None = None
    _reading_whole: Opening | None = None

    @property
    def whole(self) -> bool:
        """Whether the whole page is shown."""
        return self._article is not None

    def do_whole_page(self) -> None:
        """Show all the text of the page; or the article again."""
        if self._article is not None:
            self._back_to(self._article)
            self.say("The article")
        elif self.index is not None and self._reading_whole is None:
            opening = self._opener(self._shown_source, self.index.reading.page, whole=True)
            self._reading_whole = opening
            opening.follow(lambda told: self.post_message(Whole(opening, told)))
            opening.start()

    def do_toggle_cuts(self) -> Inverse | None:
        """Show what was removed; of the whole page, nothing was."""
        if not self.whole:
            return super().do_toggle_cuts()
        self.say(f"Nothing is removed from the whole page; for the article, {self.keymap.way('whole_page')}")
        return None

    def worded(self, notice: model.Notice) -> str:
        """What a notice says, with the key that shows what may be missing."""
        told = super().worded(notice)
        return f"{told} To see all of it, {self.keymap.way('whole_page')}." if notice.kind == "left-out" else told

    def leave_whole_page(self) -> bool:
        """Go back from the whole page to the article, or do not go to it; whether there was anything to leave."""
        cancelled = self._stop_reading()
        if self._article is not None:
            self._back_to(self._article)
            return True
        return cancelled

    def _status(self) -> Status:
        status = super()._status()
        return status._replace(details=("whole page", *status.details)) if self.whole else status

    def _show(self, index: Index) -> None:
        self._stop_reading()
        self._article = None
        super()._show(index)

    def _show_again(self, index: Index) -> None:
        """The article was read again: what the user changed is in it, so that is what is shown."""
        self._stop_reading()
        if self._article is not None:
            self._back_to(self._article)
        super()._show_again(index)

    def _show_whole(self, whole: Index) -> None:
        from newsread.layout.aligned import Aligned

        article = self.index
        if article is None:
            return
        aligned = Aligned(article.blocks, whole.blocks)
        self._article = _Article(article, self.article.cuts, aligned)
        self.article.show_cuts(shown=False)
        self._put(whole, aligned.to_other)
        self.say(f"All text of the page; back to the article: {self.keymap.way('whole_page')}")

    def _back_to(self, article: _Article) -> None:
        self._article = None
        self._put(article.text, article.aligned.to_one)
        self.article.show_cuts(shown=article.cuts)

    def _put(self, index: Index, moved: Callable[[int], int]) -> None:
        """Show another text of the page, a search going on in it."""
        self.index, self.quote = index, None
        self.article.show_other(index, self._above(index), moved)
        self.quotes.show(index.reading.quotes)
        self.settle()

    def _stop_reading(self) -> bool:
        opening, self._reading_whole = self._reading_whole, None
        if opening is not None:
            opening.cancel()
        return opening is not None

    def _on_whole(self, message: Whole) -> None:
        if message.opening is not self._reading_whole or isinstance(message.told, Progress):
            return
        self._reading_whole = None
        if isinstance(message.told, Failure):
            self.say(f"The whole page cannot be shown: {message.told.message}")
        else:
            self._show_whole(message.told)
        self.tell()
