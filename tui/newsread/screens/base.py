"""What all parts of the reader screen share: its panes, its state, and the one place where commands are carried out."""

from asyncio import wait_for
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol, cast

from textual.binding import Binding, BindingsMap
from textual.screen import Screen
from textual.widget import AwaitMount, Widget

from newsread.keymap import Keymap
from newsread.layout.index import Index
from newsread.layout.wrap import PARTED
from newsread.sources import shown
from newsread.widgets.article import ArticlePane
from newsread.widgets.compositor import PaneCompositor
from newsread.widgets.lines import LinePane
from newsread.widgets.quotes import QuotesPane
from newsread.widgets.status import Status, StatusLine
from newsread_filters.gate import clean_line

PATIENCE = 0.6
"""Seconds until the status line says how a sequence of keys can go on."""
_FRAMES, _LONGEST = 2, 0.5
"""How often the screen is drawn until what is new on it has its place; the most seconds that a key waits for that."""


class Keyed(Protocol):
    """The program, as far as it knows the keys in force."""

    keymap: Keymap


class ReaderBase(Screen[None]):
    """The panes and the state of the reader."""

    WIDE = 100
    """From this many columns on, text and quotes stand side by side."""

    article: ArticlePane
    quotes: QuotesPane
    status: StatusLine

    def __init__(self) -> None:
        """Begin with no article."""
        super().__init__()
        self._compositor = PaneCompositor()
        self.index: Index | None = None
        self.source: str | None = None
        """What is shown, being opened, or could not be: an address, a path, "-", or None for the sample."""
        self.quote: int | None = None
        """The current quote: marked in the text, under the cursor in the pane."""
        self.in_quotes = False
        """Whether the quotes are the pane to show where there is room for one only."""
        self._said = ""
        self._begun = ""
        """The first key of a sequence of two, while the second is awaited."""
        self._made: tuple[AwaitMount, Widget | None] | None = None
        """What is being opened, and what shall have the keys then, where that does not say so itself."""

    # Commands

    @property
    def keymap(self) -> Keymap:
        """The keys in force."""
        return cast("Keyed", self.app).keymap

    def bind_keys(self) -> None:
        """Listen to the keys in force. They have priority, so that a key is not handed from widget to widget first."""
        bindings = (Binding(key, f"press({key!r})", show=False, priority=True) for key in self.keymap.singles())
        self._bindings = BindingsMap(bindings)

    def action_command(self, name: str) -> None:
        """Carry out a command, and bring the status line up to date."""
        self._begun = self._said = ""
        getattr(self, f"do_{name}")()
        self.tell()

    def give_keys(self, made: AwaitMount, to: Widget) -> None:
        """Give the keys `to` what is being `made`, however fast the next one comes."""
        self._made = (made, to)
        self.app.call_later(self.opened)

    def lay_over(self, screen: Screen[None]) -> None:
        """Lay `screen` over the reader; it gets the keys, however fast the next one comes."""
        self._made = (self.app.push_screen(screen), None)

    async def opened(self) -> None:
        """Wait until what is being opened has the keys, and its place on the screen: a key may mean a page of it."""
        made, self._made = self._made, None
        if made is None:
            return
        await made[0]
        if made[1] is not None and made[1].is_attached:
            self.set_focus(made[1])
        for _ in range(_FRAMES):
            with suppress(TimeoutError):
                await wait_for(self.app.screen.wait_for_refresh(), _LONGEST)

    def action_press(self, key: str) -> None:
        """Carry out the command of `key`, or of the sequence that it ends; or begin a sequence with it."""
        keymap = self.keymap
        name = (keymap.command(f"{self._begun} {key}") if self._begun else None) or keymap.command(key)
        if name is not None:
            self.action_command(name)
            return
        self._begun = key if keymap.begins(key) else ""
        if self._begun:
            self.set_timer(PATIENCE, lambda: self._hint(key))

    def _hint(self, key: str) -> None:
        """Say how the sequence that `key` began can go on, when it is still awaited."""
        if self._begun == key:
            parts = (f"{self.keymap.shown(each)} {title}" for each, title in self.keymap.following(key))
            self.say(f"{self.keymap.shown(key)} …  {PARTED.join(parts)}")
            self.tell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While something is typed, keys are text."""
        return not (self.prompting and action in {"command", "press"})

    def arrange_panes(self) -> None:
        """Show the panes that there is room and use for."""

    @property
    def prompting(self) -> bool:
        """Whether a prompt is open."""
        return False

    # State

    @property
    def pane(self) -> LinePane:
        """The pane that keys move in."""
        return self.quotes if self.focused is self.quotes else self.article

    @property
    def panel_keys(self) -> dict[str, str] | None:
        """What the keys do in the panel that has them, by the names of their commands; None when none has."""
        return None

    @property
    def has_quotes(self) -> bool:
        """Whether the article has any quotes."""
        return self.index is not None and bool(self.index.quote_places)

    @property
    def wide(self) -> bool:
        """Whether both panes are visible."""
        return self.app.size.width >= self.WIDE

    def say(self, text: str) -> None:
        """Say something on the status line until the next command."""
        self._said = text

    def tell(self) -> None:
        """Bring the status line up to date."""
        self.status.say(self._status())

    def _status(self) -> Status:
        if self.index is None or not (self.article.display or self.quotes.display):
            return Status(self._said)
        reading, article = self.index.reading, self.article
        reason = self._reason()
        left = self._said or reason or reading.article.site or named(self.source)
        details = [f"{article.percent}%"]
        if self.index.touched:
            details.append(self._removed(self.index))
        details.append(f"{self.index.minutes} min")
        if self.quote is not None:
            details.insert(1, f"quote {self.quote + 1} of {len(reading.quotes)}")
        return Status(left, tuple(details), emphatic=bool(self._said or reason))

    def _removed(self, index: Index) -> str:
        if index.removed:
            return f"{index.removed} of {len(index.blocks)} removed"
        return f"parts of {index.touched} removed"

    def _reason(self) -> str:
        """Which filter cut the line under the cursor, and why, while the cuts are shown."""
        if self.index is None or not self.article.cuts or self.article.cursor < 0:
            return ""
        cuts = self.index.blocks[self.article.cursor].cuts
        return "; ".join(dict.fromkeys(f"{cut.filter}: {cut.reason}" for cut in cuts))


@lru_cache(maxsize=8)
def named(source: str | None) -> str:
    """A source as it is told to the reader: harmless, and without the password that an address may hold."""
    return "a text without a file" if source == "-" else clean_line(shown(source or "sample"))


if TYPE_CHECKING:
    Part = ReaderBase
else:

    class Part:
        """What the parts of the reader screen derive from; the screen that has them all derives from `ReaderBase` too.

        Textual looks through each class that derives from one of its own, which for all the parts together costs a
        fortieth of the start. So their handlers of messages go by their names: only there it looks for decorators.
        """
