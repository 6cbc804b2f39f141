"""Exit statuses, and how the command line complains."""

import sys

OK, FAILED, USAGE, NOTHING_READABLE, INTERRUPTED = 0, 1, 2, 3, 130


class UsageError(Exception):
    """The command line asks for what there is not; the message says what there is."""


def complain(message: str) -> None:
    """Say `message`, which may hold outside text, on one line of standard error."""
    from newsread_filters.gate import clean_line  # late: `newsread -V` has nothing to complain of

    print(f"newsread: {clean_line(message)}", file=sys.stderr)
