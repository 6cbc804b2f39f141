"""Crash reports: a file that says where newsread failed, and holds nothing of what was read.

What an exception says may be a piece of the article, and so may any variable: neither is written. What is left, the
lines of the program and the kinds of the errors, is what it takes to mend it.
"""

import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from newsread import __version__
from newsread.paths import state_file


def report(error: BaseException) -> str:
    """Write a report on `error` beside the state file, and say in one line where it is."""
    from newsread import atomic

    what = f"newsread failed ({type(error).__name__})"
    now = datetime.now(UTC)
    path = state_file().with_name(f"crash-{now:%Y%m%d-%H%M%S}.txt")
    try:
        where = atomic.write_new(path, "\n".join(_lines(error, now)) + "\n")
    except OSError as refused:
        return f"{what}, and its report cannot be written: {path}: {refused.strerror or refused}."
    return f"{what}. {where} says where, and holds nothing of what you read: please report it."


def _lines(error: BaseException, now: datetime) -> Iterator[str]:
    yield f"newsread {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"
    yield f"{now:%Y-%m-%d %H:%M:%S} UTC"
    for each in _chain(error):
        yield ""
        yield type(each).__name__
        for frame, line in traceback.walk_tb(each.__traceback__):
            yield f"  {_place(frame.f_code.co_filename)}, line {line}, in {frame.f_code.co_name}"


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and what led to it, the last first."""
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _place(name: str) -> str:
    """A module's file below the folder that it was imported from, which may have the user's name in it."""
    path = Path(name)
    above = max((each for each in sys.path if each and path.is_relative_to(each)), key=len, default=path.parent)
    return str(path.relative_to(above))
