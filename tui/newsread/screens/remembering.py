"""What is remembered of the articles that are opened."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsread.layout.head import HeadLine
from newsread.layout.index import Index
from newsread.memory import Memory
from newsread.messages import Forgotten, Recalled
from newsread.opening import Opener, Opening
from newsread.screens.loading import Loading
from newsread.sources import lasting

if TYPE_CHECKING:
    from newsread.state import State

Told = TypeVar("Told")


class Remembering(Loading):
    """Notes in the state file which articles were opened, and asks it; the sample leaves no trace there."""

    def __init__(
        self,
        opening: Opening,
        opener: Opener,
        measure: int,
        remarks: tuple[HeadLine, ...] = (),
        state: Path | None = None,
    ) -> None:
        """Remember in the file `state`; nothing when that is None."""
        super().__init__(opening, opener, measure, remarks)
        self.memory = Memory(state, lambda why: self.post_message(Forgotten(why)))
        self._identity: str | None = None
        self._unnoted: Callable[[State], object] | None = None
        """What is noted of the article on the screen once it is painted, or before anything else is asked."""

    @property
    def identity(self) -> str:
        """What the article on the screen is remembered by; empty when there is none."""
        if self._identity is None:
            self._identity = self.index.reading.identity if self.index is not None else ""
        return self._identity

    @property
    def remembered_source(self) -> str | None:
        """What opens the article on the screen again; None when nothing does, so that nothing is remembered of it."""
        if self.index is None or self._shown_source is None:
            return None
        return lasting(self._shown_source, self.index.reading.article.url)

    def note(self, what: Callable[["State"], object]) -> None:
        """Note something, behind the article on the screen that it may be about."""
        self._note()
        self.memory.note(what)

    def recall(self, question: Callable[["State"], Told], answer: Callable[[Told], object]) -> None:
        """Ask the memory; `answer` is called here, when it comes, as a handler of a message is."""
        self._note()
        self.memory.ask(question, lambda told: self.post_message(Recalled(lambda: answer(told))))

    def on_unmount(self) -> None:
        """Write what is still to be written."""
        self._note()
        self.memory.close()

    def _show(self, index: Index) -> None:
        self._identity = None
        super()._show(index)
        source, reading = self.remembered_source, index.reading
        if source is not None:
            article = reading.article
            self._note()
            self._unnoted = lambda state: state.remember(reading.identity, source, article.title, article.site)
            self.call_after_refresh(self._note)

    def _note(self) -> None:
        unnoted, self._unnoted = self._unnoted, None
        if unnoted is not None:
            self.memory.note(unnoted)

    def _on_recalled(self, message: Recalled) -> None:
        message.tell()
        self.tell()

    def _on_forgotten(self, message: Forgotten) -> None:
        self.say(message.why)
        self.tell()
