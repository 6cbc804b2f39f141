"""`newsread clean` and `newsread quotes`: sources in, clean text out, one after the other."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import NamedTuple

from newsread.cli.arguments import is_piped, no_source
from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import FAILED, NOTHING_READABLE, OK, complain
from newsread.config.declaration import Settings
from newsread.fence import fence
from newsread.output import jsonl, markdown, plain
from newsread.sources import SourceError, load, shown
from newsread_filters.cleaning import Cleaning
from newsread_filters.model import Unreadable
from newsread_filters.reading import Reading, read

Writer = Callable[[Reading], str]
_WRITERS: dict[tuple[str, str], Writer] = {
    ("clean", "text"): plain.article, ("clean", "markdown"): markdown.article, ("clean", "json"): jsonl.article,
    ("quotes", "text"): plain.quotes, ("quotes", "markdown"): markdown.quotes, ("quotes", "json"): jsonl.quotes,
}  # fmt: skip


class Failure(NamedTuple):
    """Why a source gave no reading."""

    kind: str
    message: str

    @property
    def status(self) -> int:
        """The exit status it means."""
        return NOTHING_READABLE if self.kind in {"not-an-article", "nothing-readable"} else FAILED


def run(options: Namespace) -> int:
    """Print every source of `options`, going on past one that fails."""
    sources = options.sources or (["-"] if is_piped() else [])
    if not sources:
        raise no_source()
    settings = in_force(options)
    cleaned = cleaning(settings, options.filters)
    write = _WRITERS[options.command, options.format]
    statuses: list[int] = []
    for source in sources:
        if statuses and options.format != "json":
            sys.stdout.write("\n---\n\n")
        result = reading_of(source, settings, cleaned)
        statuses.append(_print(shown(source), result, write, as_json=options.format == "json"))
        sys.stdout.flush()  # whoever reads along need not wait for the last source
    return statuses[0] if len(statuses) == 1 else FAILED if any(statuses) else OK


def reading_of(source: str, settings: Settings, cleaned: Cleaning) -> Reading | Failure:
    """Read one source; a failure is a value here, because the next source goes on."""
    try:
        return read(load(source, settings.sources), cleaned, guard=fence)
    except (SourceError, Unreadable) as error:
        return Failure(error.kind, error.message)


def _print(source: str, result: Reading | Failure, write: Writer, *, as_json: bool) -> int:
    if isinstance(result, Reading):
        for notice in result.notices if not as_json else ():
            complain(f"{source}: {notice.message}")
        sys.stdout.write(write(result))
        return OK
    if as_json:
        sys.stdout.write(jsonl.error(source, *result))
    complain(f"{source}: {result.message}")
    return result.status
