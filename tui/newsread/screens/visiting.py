"""The way through several articles: back and forward, and the queue of those that were opened together."""

from typing import Any

from msgspec import Struct

from newsread.changes import Inverse
from newsread.layout.index import Index
from newsread.layout.view import View
from newsread.opening import Opening
from newsread.screens.placing import Placing
from newsread.widgets.status import Status

_KEPT_BLOCKS = 100_000
"""How many blocks of earlier articles are kept for going back, in all; a usual article has fifty."""


class Visit(Struct, frozen=True):
    """An article that was on the screen, and how it was looked at."""

    source: str | None
    index: Index
    view: View
    version: int
    """How much had been changed when it was read."""


class Visiting(Placing):
    """The commands of the history and the queue."""

    queue: tuple[str, ...] = ()
    """The sources that were opened together."""
    _queue_at: int = 0
    _ahead: Opening | None = None
    """The next article of the queue, read while this one is."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Begin with no history."""
        super().__init__(*arguments, **options)
        self._past: list[Visit] = []
        self._future: list[Visit] = []
        self._version = 0
        """Counts everything that may change how an article is read."""

    # History

    def do_back(self) -> None:
        """Show the article that was there before, as it was left."""
        if self._put_away():
            return
        if self._past:
            self._swap(self._past, self._future)
        else:
            self.say("No article before this one")

    def do_forward(self) -> None:
        """Show the article that was left by going back."""
        if self._put_away():
            return
        if self._future:
            self._swap(self._future, self._past)
        else:
            self.say("No article to go forward to")

    def _put_away(self) -> bool:
        """Put away what is being opened, or a failure, when an article lies below it; whether there was any."""
        return self.index is not None and self.cancel_opening()

    def _swap(self, taken: list[Visit], kept: list[Visit]) -> None:
        kept += self._visit()
        self._revisit(taken.pop())

    def _visit(self) -> list[Visit]:
        """The article on the screen, if there is one, as it is looked at; not the whole page, if that is shown."""
        self.leave_whole_page()
        if self.index is None:
            return []
        return [Visit(self._shown_source, self.index, self.article.view, self._version)]

    def _revisit(self, visit: Visit) -> None:
        self.source = visit.source
        super()._show(visit.index)
        self.article.look(visit.view)
        if visit.version != self._version:
            self.read_again(self.overrides if self.remembered_source is None else None)

    def changed(self, name: str, inverse: Inverse) -> None:
        """Note a change; articles that were left before may be read differently now."""
        self._version += 1
        super().changed(name, inverse)

    def do_undo(self) -> None:
        """Take back the last change, wherever it was made."""
        self._version += 1
        super().do_undo()

    def do_redo(self) -> None:
        """Make a change again, wherever it was made."""
        self._version += 1
        super().do_redo()

    def _show(self, index: Index) -> None:
        if not self._is_loaded_again:
            self._past += self._visit()
            self._future.clear()
            self._forget_oldest()
        super()._show(index)
        self._look_ahead()

    def _forget_oldest(self) -> None:
        while len(self._past) > 1 and sum(len(visit.index.blocks) for visit in self._past) > _KEPT_BLOCKS:
            del self._past[0]

    # The queue

    def do_next_article(self) -> None:
        """Show the next article of the queue."""
        self._step_queue(1)

    def do_previous_article(self) -> None:
        """Show the article of the queue before this one."""
        self._step_queue(-1)

    def _step_queue(self, step: int) -> None:
        at = self._queue_place() + step
        if len(self.queue) < 2:
            self.say("Only one article was opened: newsread takes several sources")
        elif not 0 <= at < len(self.queue):
            self.say("This is the last article" if step > 0 else "This is the first article")
        else:
            self._queue_at = at
            self._open_of_queue(self.queue[at])

    def _open_of_queue(self, source: str) -> None:
        """Show an article of the queue as it was left; else open it."""
        left = self._left(source)
        if left is None:
            self.open(source)
            return
        self._past += self._visit()
        self._future.clear()
        self._stop_opening()
        self._clear_placard()
        self._revisit(left)

    def _left(self, source: str) -> Visit | None:
        """The last visit to `source`."""
        return next((visit for visit in reversed([*self._future, *self._past]) if visit.source == source), None)

    def _queue_place(self) -> int:
        """Where in the queue the reader is; away from it, where it was left."""
        if self.source in self.queue and self.queue[self._queue_at] != self.source:
            self._queue_at = self.queue.index(self.source)
        return self._queue_at

    def begin(self, source: str | None) -> Opening:
        """An opening of `source`: the one that was begun ahead, if it is of that."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.source == source:
            return ahead
        if ahead is not None:
            ahead.cancel()
        return super().begin(source)

    def _look_ahead(self) -> None:
        """Begin to read the next article of the queue."""
        at = self._queue_place() + 1
        if at < len(self.queue) and self._ahead is None and not self._left(self.queue[at]):
            self._ahead = super().begin(self.queue[at])

    @property
    def _ways_on(self) -> dict[str, str]:
        """To the next article of the queue; behind the last, to the one before."""
        at = self._queue_place()
        if len(self.queue) < 2 or self.source != self.queue[at]:
            return {}
        if at + 1 < len(self.queue):
            return {"next_article": f"goes on with {at + 2} of {len(self.queue)}"}
        return {"previous_article": f"goes back to {at} of {len(self.queue)}"}

    def _status(self) -> Status:
        status = super()._status()
        if len(self.queue) < 2 or not status.details:
            return status
        return status._replace(details=(status.details[0], self._queue_told, *status.details[1:]))

    @property
    def _queue_told(self) -> str:
        return f"article {self._queue_place() + 1} of {len(self.queue)}"
