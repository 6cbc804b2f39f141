"""`newsread [SOURCE...]`: the reader, or the clean text when the output is a pipe."""

import os
import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from newsread.cli.arguments import is_piped, named
from newsread.cli.status import FAILED, complain
from newsread.paths import config_file, expanded
from newsread.sources import SourceError
from newsread.sources.stdin import take_terminal

if TYPE_CHECKING:
    from newsread.config.declaration import Settings


def run(options: Namespace) -> int:
    """Open the reader, or print."""
    if options.linear:
        from newsread.cli import linear

        return linear.run(options)
    if sys.stdout.isatty():
        return _read(options.source or ("-" if is_piped() else None), options)
    from newsread.cli import batch

    sources = options.sources or [named(None)]
    return batch.run(Namespace(command="clean", sources=sources, format="text", filters=None, config=options.config))


def _read(source: str | None, options: Namespace) -> int:
    if os.environ.get("TERM", "") in {"", "dumb"}:
        complain(
            "This terminal cannot show the reader (TERM is dumb). `newsread --linear SOURCE` reads it line by line, "
            "`newsread clean SOURCE` prints it."
        )
        return FAILED
    if not sys.stderr.isatty():  # Textual draws on standard error: `newsread page.html 2>log` would show nothing
        os.dup2(sys.stdout.fileno(), sys.stderr.fileno())
    if source != "-" and not sys.stdin.isatty():
        try:
            take_terminal()
        except SourceError as error:
            complain(error.message)
            return FAILED
    from newsread.app import run as open_reader

    config = expanded(options.config) if options.config else config_file()
    return open_reader(source, lambda *held: _gathered(options, *held), config, tuple(options.sources))


def _gathered(options: Namespace, text: str | None = None) -> tuple["Settings", list[object]]:
    """The settings and what is wrong with them; the reader calls this in a process of its own."""
    from newsread.cli.settings import gathered

    settings, problems, found = gathered(options, text)
    return settings, [*problems, *(notice.message for notice in found.notices)]
