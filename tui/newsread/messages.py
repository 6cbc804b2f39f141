"""The vocabulary of the program: what widgets and threads tell the screen. Only the screen's handlers change state."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from textual.message import Message

from newsread.layout.search import Hit, Search
from newsread.opening import Opening, Outcome, Progress

if TYPE_CHECKING:
    from newsread.configuration import Changed
    from newsread.filternotes import FilterNote
    from newsread.pointing.tally import Tally
    from newsread.widgets.selecting import Selecting


class Moved(Message):
    """The mouse moved a pane's cursor or window."""


class Selected(Message):
    """The mouse has selected text, or let go of it."""

    def __init__(self, pane: "Selecting") -> None:
        """It was in `pane`."""
        super().__init__()
        self.pane = pane


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


class PanelPressed(Message):
    """What the cursor of a panel is on was clicked."""


class ConfigurationChanged(Message):
    """The user's configuration has changed while the reader runs."""

    def __init__(self, changed: "Changed") -> None:
        """Pass on what has `changed`."""
        super().__init__()
        self.changed = changed


class FiltersDescribed(Message):
    """It is known what the filters are, and how they are set."""

    def __init__(self, panel: object, filters: "Sequence[FilterNote]", failed: str = "") -> None:
        """Hand over the `filters` for `panel`; `failed` says why there are none."""
        super().__init__()
        self.panel = panel
        self.filters = filters
        self.failed = failed


class Counted(Message):
    """It was counted what each remedy for a line would do."""

    def __init__(self, panel: object, tallies: "Sequence[Tally]") -> None:
        """Hand over the `tallies` for `panel`."""
        super().__init__()
        self.panel = panel
        self.tallies = tallies


class CommandPressed(Message):
    """A command was clicked in the key bar."""

    def __init__(self, name: str) -> None:
        """Press the command `name`."""
        super().__init__()
        self.name = name


class Told(Message):
    """Something was told by an opening: how far it has come, or what came of it."""

    def __init__(self, opening: Opening, told: Progress | Outcome) -> None:
        """Pass on what `opening` told."""
        super().__init__()
        self.opening = opening
        self.told = told


class Reread(Told):
    """Something was told by an opening that reads the page on the screen again."""


class Whole(Told):
    """Something was told by an opening that reads all the text of the page on the screen."""


class Recalled(Message):
    """The memory has an answer; `tell` hands it to who asked."""

    def __init__(self, tell: Callable[[], object]) -> None:
        """Hand over `tell`."""
        super().__init__()
        self.tell = tell


class ThreadFailed(Message):
    """A thread came to grief by a fault of the program, which goes on without it."""

    def __init__(self, told: str) -> None:
        """Say what is `told` of it: where the report is."""
        super().__init__()
        self.told = told


class Forgotten(Message):
    """Something cannot be remembered, or what was remembered cannot be had."""

    def __init__(self, why: str) -> None:
        """Say `why`."""
        super().__init__()
        self.why = why


class Searched(Message):
    """A search through a long article has found every hit."""

    def __init__(self, search: Search, hits: list[Hit], concealed: int) -> None:
        """Hand over the `hits` of `search`, and how many more are `concealed`."""
        super().__init__()
        self.search = search
        self.hits = hits
        self.concealed = concealed


class Chosen(Message):
    """A choice in a list was clicked."""


class Saved(Message):
    """The article was written to a file, or could not be."""

    def __init__(self, told: str) -> None:
        """Pass on what is to be `told`."""
        super().__init__()
        self.told = told
