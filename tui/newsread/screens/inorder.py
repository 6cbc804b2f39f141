"""Keys in the order in which they are typed, however fast they come.

Textual hands a key that is no command of ours to the widget that has the keys, and takes the next one at once. What
the widget makes of it comes later, by way of its parents: of `/ferry`, Enter, `n` the n would be searched for too,
because Enter is still on its way. So a key waits here until all that the one before it did is done.
"""

from collections import deque
from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING, Any

from textual.events import Event, Key, Paste

if TYPE_CHECKING:
    from textual.app import App
    from textual.message_pump import MessagePump

    _Program = App[int]
else:
    _Program = object

_ROUNDS = 3
"""How often everything on a key's way has its turn: with the key, with what that is bound to, with what comes of it."""


class InOrder(_Program):
    """Takes one key after the other."""

    PATIENCE = 1.0
    """The seconds after which a key is taken though what the one before it did is not done: it may never be."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        """Begin with nothing typed."""
        super().__init__(*arguments, **options)
        self._typed: deque[Key | Paste] = deque()
        """What waits for its turn."""
        self._under_way = False
        """Whether what was typed before that is still being heeded."""
        self._since = 0.0
        """When that began."""

    async def opened(self) -> None:
        """Wait until what the last key opened has the keys."""

    def is_bound(self, key: str) -> bool:
        """Whether a command has `key`."""
        raise NotImplementedError

    async def on_event(self, event: Event) -> None:
        """Let what is typed wait for its turn."""
        if isinstance(event, Key | Paste) and not event.is_forwarded:
            self._typed += self._parted(event)
            if monotonic() - self._since > self.PATIENCE:
                self._under_way = False
            await self._take()
        else:
            await super().on_event(event)

    async def _take(self) -> None:
        """Heed what is typed, up to what is on its way for a while."""
        while self._typed and not self._under_way:
            await self.opened()
            event, laid_over, self._since = self._typed.popleft(), len(self.screen_stack) > 1, monotonic()
            await super().on_event(event)
            if event.is_forwarded:
                self._follow([*(self.focused or self.screen).ancestors_with_self] * _ROUNDS)
            elif laid_over:
                self._follow([self] * _ROUNDS)

    def _parted(self, event: Key | Paste) -> tuple[Key | Paste, ...]:
        """Esc and the letter behind it, which a terminal sends as Alt with the letter when they come at once."""
        if isinstance(event, Paste) or not event.key.startswith("alt+") or self.is_bound(event.key):
            return (event,)
        letter = event.character
        return (Key("escape", "\x1b"), Key(letter, letter)) if letter and event.is_printable else (event,)

    def _follow(self, way: "Sequence[MessagePump]") -> None:
        """Queue behind the key wherever it comes by; what is gone meanwhile is left out."""
        self._under_way = True
        for number, each in enumerate(way, 1):
            if each.call_later(self._follow, way[number:]):
                return
        self._under_way = False
        self.call_later(self._take)
