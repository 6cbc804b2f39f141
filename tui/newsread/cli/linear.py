"""`newsread --linear [SOURCE]`: the article line by line at a prompt, for screen readers."""

import sys
from argparse import Namespace

from newsread.cli.arguments import is_piped
from newsread.cli.reading import Failure, reading
from newsread.cli.settings import in_force
from newsread.cli.status import FAILED, OK, complain
from newsread.config.declaration import Settings
from newsread.linear.loop import run as read_aloud
from newsread.linear.session import Session
from newsread.sources import SourceError, shown
from newsread.sources.stdin import take_terminal
from newsread_filters.reading import Reading


def run(options: Namespace) -> int:
    """Read the source that is named, else what is piped in, else the sample; commands come from standard input.

    When that was the article, they come from the terminal.
    """
    source = options.source or ("-" if is_piped() else None)
    result = _reading(source, in_force(options))
    if isinstance(result, Failure):
        complain(result.message)
        return result.status
    if source == "-":
        try:
            take_terminal()
        except SourceError as error:
            complain(error.message)
            return FAILED
    if hasattr(sys.stdin, "reconfigure"):  # as for what is printed: UTF-8 whatever the locale says
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    read_aloud(Session(result))
    return OK


def _reading(source: str | None, settings: Settings) -> Reading | Failure:
    if source is not None and source.startswith(("http:", "https:")):
        print(f"Loading {shown(source)}", flush=True)
    with reading(settings, settings.cleaning) as read_source:
        return read_source(source)
