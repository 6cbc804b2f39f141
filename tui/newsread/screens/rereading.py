"""Reading the page on the screen again, when what is cut or who said what is to change."""

from collections.abc import Callable
from typing import NamedTuple

from newsread.changes import Inverse
from newsread.layout.index import Index
from newsread.messages import Reread
from newsread.opening import Failure, Opening, Progress
from newsread.screens.remembering import Remembering
from newsread.screens.searching import Searching
from newsread.screens.undoing import Undoing
from newsread_filters.model import Overrides


class _Article(NamedTuple):
    """An article that was changed, on the screen or no longer."""

    identity: str
    kept: bool
    """Whether what was changed outlives the session."""


class Rereading(Remembering, Undoing, Searching):
    """Reads the bytes of the page anew in the other process; the place, the cuts shown and the search stay."""

    overrides = Overrides()
    """What the user changed in the article on the screen."""
    _rereading: Opening | None = None
    _then: Callable[[], object] | None = None

    def reread(self, then: Callable[[], object] | None = None) -> None:
        """Read the page again with `overrides` and the settings as they are now; `then` is called when it is shown.

        The settings are gathered anew, so whoever writes a rule or a filter's option into the user's file calls this.
        Reading again before the last one was done replaces it.
        """
        self.read_again(self.overrides, then)

    def read_again(self, overrides: Overrides | None, then: Callable[[], object] | None = None) -> None:
        """Read the page again with `overrides`, or with those that are remembered of it."""
        self.cancel_rereading()
        if self.index is not None:
            page = self.index.reading.page
            opening = self._opener(self._shown_source, page, overrides)
            self._rereading, self._then = opening, then
            opening.follow(lambda told: self.post_message(Reread(opening, told)))
            opening.start()

    def cancel_rereading(self) -> bool:
        """Keep the article as it is shown; whether it was being read again."""
        opening, self._rereading = self._rereading, None
        if opening is not None:
            opening.cancel()
        return opening is not None

    def override(self, overrides: Overrides) -> Inverse:
        """Change, and remember, what the user changed in the article on the screen, and read it again."""
        article = _Article(self.identity, kept=self.remembered_source is not None)
        return self._override(article, self.overrides, overrides)

    def _override(self, article: _Article, before: Overrides, after: Overrides) -> Inverse:
        """Also for an article that is no longer on the screen: it is as it shall be when it is opened again."""
        if article.kept:
            self.note(lambda state: state.keep_overrides(article.identity, after))
        if article.identity == self.identity:
            self.overrides = after
            self.reread()
        return lambda: self._override(article, after, before)

    def _show(self, index: Index) -> None:
        self.cancel_rereading()
        self.search = None
        super()._show(index)
        self.overrides = index.reading.overrides

    def _show_again(self, index: Index) -> None:
        quote = self._same_quote(index)
        self.index, self.quote, self.overrides = index, quote, index.reading.overrides
        self.article.show_again(index, self._above(index), quote)
        self.quotes.show_again(index.reading.quotes)
        self.settle()

    def settle(self) -> None:
        """Let panes, keys and search fit the text that is shown now: it may have no quotes, and other hits."""
        self.arrange_panes()
        if self.focused is self.quotes and not self.quotes.display:
            self.do_article_pane()
        self.search_again()

    def _same_quote(self, index: Index) -> int | None:
        """The number that the current quote has in `index`."""
        if self.index is None or self.quote is None:
            return None
        place = self.index.quote_places[self.quote]
        return index.quote_places.index(place) if place in index.quote_places else None

    def _removed(self, index: Index) -> str:
        """How much is removed, which is not known while the page is being read again."""
        return super()._removed(index) if self._rereading is None else f"… of {len(index.blocks)} removed"

    def _on_reread(self, message: Reread) -> None:
        if message.opening is not self._rereading or isinstance(message.told, Progress):
            return
        then, self._rereading, self._then = self._then, None, None
        if isinstance(message.told, Failure):
            self.say(f"The page could not be read again: {message.told.message}")
        else:
            self._show_again(message.told)
            if then is not None:
                then()
        self.tell()
