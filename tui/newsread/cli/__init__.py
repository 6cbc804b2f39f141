"""The command line: parses arguments, runs a command, and ends with the right status.

Nothing here imports Textual, httpx or lxml before a command needs it.
"""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from newsread.cli.arguments import parse
from newsread.cli.status import FAILED, INTERRUPTED, OK, USAGE, UsageError, complain

_MODULES = {"clean": "batch", "quotes": "batch", "config": "configure"}
"""Where a command lives, when not in the module of its own name."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (the process's own when None) and return the exit status."""
    try:
        _prepare_streams()
        status = _run(list(sys.argv[1:] if argv is None else argv))
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        status = OK
    except OSError as error:
        status = _failed(error)
    except Exception as error:  # noqa: BLE001 - a fault of ours: whoever reads gets one line, and we a report
        from newsread import crash

        status = FAILED
        complain(crash.report(error))
    _silence()
    return status


def _run(argv: list[str]) -> int:
    try:
        options = parse(argv)
        command = import_module(f"newsread.cli.{_MODULES.get(options.command, options.command)}")
        status: int = command.run(options)
    except UsageError as error:
        complain(f"{error} (newsread --help tells what can be typed.)")
        return USAGE
    except SystemExit:  # --help and --version have printed and are done
        return OK
    return status


def _prepare_streams() -> None:
    """Print UTF-8 whatever the locale says; a lone surrogate in a file's name must not end the run.

    A stream that whoever started us has closed is replaced, lest the next file opened takes its number.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf8"))  # noqa: SIM115 - until the end
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # not when a test has put something else in its place
            stream.reconfigure(encoding="utf-8", errors="replace")


def _failed(error: OSError) -> int:
    """Say what an error that no command expected was; nearly always a full disk below our output."""
    with suppress(OSError):  # when nobody can hear it either
        what = error.filename or "The output cannot be written"
        complain(f"{what}: {error.strerror or error}.")
    return FAILED


def _silence() -> None:
    """Let Python's own flush at exit find nothing to complain of."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
