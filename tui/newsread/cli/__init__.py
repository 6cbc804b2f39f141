"""The command line: parses arguments, runs a command, and ends with the right status.

Nothing here imports Textual, httpx or lxml before a command needs it.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from newsread.cli.arguments import parse
from newsread.cli.status import FAILED, INTERRUPTED, OK, USAGE, UsageError, complain

_MODULES = {"clean": "batch", "quotes": "batch", "config": "configure"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own when None) and return the exit status."""
    try:
        _use_utf8()
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except UsageError as error:
        complain(f"{error}\nTry: newsread --help")
        return USAGE
    except KeyboardInterrupt:
        _silence()
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        _silence()
        return OK
    except OSError as error:
        _silence()
        complain(f"The output cannot be written: {error.strerror or error}.")
        return FAILED
    return status


def _run(argv: list[str]) -> int:
    options = parse(argv)
    command = import_module(f"newsread.cli.{_MODULES.get(options.command, options.command)}")
    status: int = command.run(options)
    return status


def _use_utf8() -> None:
    """What is printed is UTF-8 whatever the locale says; a lone surrogate in a file's name must not end the run."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _silence() -> None:
    """Let Python's own flush at exit find nothing to complain of."""
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(nothing, stream.fileno())
