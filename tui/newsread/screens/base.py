"""What all parts of the reader screen share: its panes, its state, and the one place where commands are carried out."""

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from newsread.commands import COMMANDS
from newsread.layout.index import Index
from newsread.sources import shown
from newsread.widgets.article import ArticlePane
from newsread.widgets.lines import LinePane
from newsread.widgets.quotes import QuotesPane
from newsread.widgets.status import Status, StatusLine

Inverse = Callable[[], object]
"""What takes a change back: commands that change something return it."""


def _bindings() -> list[BindingType]:
    """Every key of every command. They have priority, so that a key is not handed from widget to widget first."""
    bindings: list[BindingType] = []
    for command in COMMANDS:
        for key in command.keys:
            action = f"sequence({key.split()[0]!r})" if " " in key else f"command({command.name!r})"
            bindings.append(Binding(key.split()[0], action, command.title, show=False, priority=True))
    return bindings


class ReaderBase(Screen[None]):
    """The panes and the state of the reader."""

    BINDINGS: ClassVar[list[BindingType]] = _bindings()
    WIDE = 100
    """From this many columns on, text and quotes stand side by side."""

    article: ArticlePane
    quotes: QuotesPane
    status: StatusLine

    def __init__(self) -> None:
        """Begin with no article."""
        super().__init__()
        self.index: Index | None = None
        self.source: str | None = None
        """What is shown, being opened, or could not be: an address, a path, "-", or None for the sample."""
        self.quote: int | None = None
        """The current quote: marked in the text, under the cursor in the pane."""
        self.in_quotes = False
        """Whether the quotes are the pane to show where there is room for one only."""
        self._said = ""
        self._sequence = ""

    # Commands

    def action_command(self, name: str) -> None:
        """Carry out a command, and bring the status line up to date."""
        self._sequence = self._said = ""
        getattr(self, f"do_{name}")()
        self.tell()

    def action_sequence(self, key: str) -> None:
        """Take one key of a sequence of two."""
        keys = f"{self._sequence} {key}".strip()
        named = next((command.name for command in COMMANDS if keys in command.keys), None)
        if named:
            self.action_command(named)
        else:
            self._sequence = key

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While something is typed, keys are text."""
        return not (self.prompting and action in {"command", "sequence"})

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


def named(source: str | None) -> str:
    """A source as it is told to the reader, without the password that an address may hold."""
    return "standard input" if source == "-" else shown(source or "sample")
