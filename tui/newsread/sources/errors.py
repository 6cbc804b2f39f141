"""What can go wrong on the way to a page."""

from typing import Literal

from newsread_filters.gate import clean_line

Kind = Literal["not-found", "unreadable", "network", "tls", "http", "too-large", "not-an-article", "nothing-readable"]


class SourceError(Exception):
    """A source gave no page: `kind` for programs, `message` for people: what happened, and what to do."""

    def __init__(self, kind: Kind, message: str) -> None:
        super().__init__(kind, message)
        self.kind: Kind = kind
        self.message = clean_line(message)


def too_large(most: int) -> SourceError:
    """The error for a source of more than `most` bytes."""
    return SourceError(
        "too-large",
        f"It is larger than {most // 1_000_000} MB. Raise max_megabytes under [sources] to read it all the same.",
    )
