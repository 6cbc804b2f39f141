"""Pages from standard input."""

import os

from newsread.sources.errors import SourceError, too_large
from newsread_filters.model import Page


def read(most: int) -> Page:
    """Read standard input to its end, at most `most` bytes; raises SourceError."""
    parts = []
    size = 0
    try:
        while part := os.read(0, 1 << 16):
            size += len(part)
            if size > most:
                raise too_large(most)
            parts.append(part)
    except OSError as error:
        raise SourceError("unreadable", f"Standard input cannot be read: {error.strerror or error}.") from None
    return Page(source="-", data=b"".join(parts))


def take_terminal() -> None:
    """Let keys come from the controlling terminal after standard input was a pipe; raises SourceError without one."""
    try:
        terminal = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        raise SourceError("unreadable", "There is no terminal to take keys from.") from None
    os.dup2(terminal, 0)
    os.close(terminal)
