"""What the reader and the process that reads for it say to each other, and in which form."""

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from newsread.filternotes import FilterNote
from newsread.opening import Failure, Progress
from newsread_filters.model import Overrides, Page, Reading

READING = "Reading"
"""The stage of an opening whose page is there."""


class Prepared(Struct, frozen=True):
    """What the screen needs of the settings."""

    theme: str = "newsread-dark"
    measure: int = 70
    most_bytes: int = 50_000_000
    """The largest page that is read."""
    problems: tuple[str, ...] = ()
    """What is wrong with the settings."""
    keys: Mapping[str, tuple[str, ...]] = {}
    """The keys of the commands whose keys the user changed."""
    quote_style: str = "lines"
    """How copied quotes are written."""
    spacing: Literal["close", "normal", "wide"] = "normal"
    ascii: bool = False
    """Whether the program draws with nothing but ASCII."""
    filters: Mapping[str, bool] = {}
    """Whether each of the installed filters is on, by their names."""


class Said(Struct, frozen=True):
    """What a job says while it is at work."""

    prepared: Prepared | None = None
    progress: Progress | None = None
    page: Page | None = None
    """The page that was loaded: whatever becomes of the job, its text is there."""
    filter: str | None = None
    """The name of somebody's filter that begins to run; empty when it has come to its end."""


class Answer(Struct, frozen=True):
    """What a job comes to. MessagePack carries it: pickle takes seven times as long to build a long article again."""

    reading: Reading | None = None
    """What was understood; the bytes of the page are there already."""
    failure: Failure | None = None
    filters: tuple[FilterNote, ...] = ()


class Request(Struct, frozen=True):
    """What a job is asked for: a source (the sample when None), or a page that is there already. Pickle carries it."""

    source: str | None = None
    page: Page | None = None
    overrides: Overrides | None = None
    """What the user changed in it; None for what the state file has of it."""
    state: Path | None = None
    whole: bool = False
    """Whether all of the page's text is wanted, no column chosen."""
    held: str | None = None
    """The text of the configuration to heed; None for the file as it is."""
    without: frozenset[str] = frozenset()
    """Filters to leave out."""
    raw: str | None = None
    """Why the page's text is wanted as it stands; None when it is to be understood."""


class Inquiry(Struct, frozen=True):
    """Asks what the filters are, and how they are set on a site."""

    site: str | None = None
    held: str | None = None
