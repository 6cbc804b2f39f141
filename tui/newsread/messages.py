"""The vocabulary of the program: what widgets and threads tell the screen. Only the screen's handlers change state."""

from textual.message import Message

from newsread.layout.index import Index
from newsread.layout.search import Hit, Search


class Moved(Message):
    """The mouse moved a pane's cursor or window."""


class QuoteChosen(Message):
    """A quote was chosen in the pane; the text shall go there."""

    def __init__(self, number: int) -> None:
        """Choose quote `number`."""
        super().__init__()
        self.number = number


class QuotePressed(Message):
    """A quote was clicked in the text; the pane shall go there."""

    def __init__(self, number: int) -> None:
        """Press quote `number`."""
        super().__init__()
        self.number = number


class CommandPressed(Message):
    """A command was clicked in the key bar."""

    def __init__(self, name: str) -> None:
        """Press the command `name`."""
        super().__init__()
        self.name = name


class OpeningMessage(Message):
    """About the source being opened; `number` tells a cancelled opening's late messages from the current one's."""

    def __init__(self, number: int) -> None:
        """Speak of opening `number`."""
        super().__init__()
        self.number = number


class Progress(OpeningMessage):
    """How far an opening has come; `total` is None when the server did not say."""

    def __init__(self, number: int, stage: str, done: int = 0, total: int | None = None) -> None:
        """Say that opening `number` is at `stage`, with `done` of `total` bytes received."""
        super().__init__(number)
        self.stage = stage
        self.done = done
        self.total = total


class Opened(OpeningMessage):
    """A source was read and can be shown."""

    def __init__(self, number: int, index: Index) -> None:
        """Hand over the article of opening `number`."""
        super().__init__(number)
        self.index = index


class OpenFailed(OpeningMessage):
    """A source cannot be shown; `kind` is one of the error kinds that `newsread clean --format json` prints."""

    def __init__(self, number: int, kind: str, message: str) -> None:
        """Say why opening `number` failed."""
        super().__init__(number)
        self.kind = kind
        self.message = message


class Searched(Message):
    """A search through a long article has found every hit."""

    def __init__(self, search: Search, hits: list[Hit]) -> None:
        """Hand over the `hits` of `search`."""
        super().__init__()
        self.search = search
        self.hits = hits
