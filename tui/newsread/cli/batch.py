"""`newsread clean` and `newsread quotes`: sources in, clean text out, one after the other."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import NamedTuple

from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import FAILED, NOTHING_READABLE, OK, complain
from newsread.config.declaration import Settings
from newsread.fence import fence
from newsread.output import jsonl, markdown, plain
from newsread.sources import SourceError, load
from newsread_filters.cleaning import Cleaning
from newsread_filters.gate import clean_line
from newsread_filters.model import Unreadable
from newsread_filters.reading import Reading, read

Writer = Callable[[Reading], str]
_WRITERS: dict[tuple[str, str], Writer] = {
    ("clean", "text"): plain.article, ("clean", "markdown"): markdown.article, ("clean", "json"): jsonl.article,
    ("quotes", "text"): plain.quotes, ("quotes", "markdown"): markdown.quotes, ("quotes", "json"): jsonl.quotes,
}  # fmt: skip


class _Failure(NamedTuple):
    kind: str
    message: str


def run(options: Namespace) -> int:
    """Print every source of `options`, going on past one that fails."""
    settings = in_force(options)
    cleaned = cleaning(settings, options.filters)
    write = _WRITERS[options.command, options.format]
    statuses: list[int] = []
    for source in options.sources:
        result = reading_of(source, settings, cleaned)
        if statuses and options.format != "json":
            sys.stdout.write("\n---\n\n")
        statuses.append(_print(source, result, write, as_json=options.format == "json"))
    return statuses[0] if len(statuses) == 1 else FAILED if any(statuses) else OK


def reading_of(source: str, settings: Settings, cleaned: Cleaning) -> "Reading | _Failure":
    """Read one source; a failure is a value here, because the next source goes on."""
    try:
        return read(load(source, settings.sources), cleaned, guard=fence)
    except (SourceError, Unreadable) as error:
        return _Failure(error.kind, error.message)


def _print(source: str, result: Reading | _Failure, write: Writer, *, as_json: bool) -> int:
    if isinstance(result, Reading):
        for notice in result.notices if not as_json else ():
            complain(f"{clean_line(source)}: {notice.message}")
        sys.stdout.write(write(result))
        return OK
    if as_json:
        sys.stdout.write(jsonl.error(source, *result))
    complain(f"{clean_line(source)}: {result.message}")
    return NOTHING_READABLE if result.kind in {"not-an-article", "nothing-readable"} else FAILED
