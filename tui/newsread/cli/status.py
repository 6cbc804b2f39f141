"""Exit statuses, and how the command line complains."""

import sys

from newsread_filters.gate import clean

OK, FAILED, USAGE, NOTHING_READABLE, INTERRUPTED = 0, 1, 2, 3, 130


class UsageError(Exception):
    """The command line asks for what there is not; the message says what there is."""


def complain(message: str) -> None:
    """Say `message` on standard error; it may hold outside text."""
    print(f"newsread: {clean(message)}", file=sys.stderr)
