"""`newsread clean` and `newsread quotes`: sources in, clean text out, one after the other."""

import sys
from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from newsread.cli.arguments import named
from newsread.cli.reading import Failure, reading
from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import FAILED, OK, UsageError, complain
from newsread.output import jsonl, markdown, plain
from newsread.sources import shown
from newsread_filters.reading import Reading

if TYPE_CHECKING:
    from newsread.cli.speakers import Speakers

Writer = Callable[[Reading], str]
_WRITERS: dict[tuple[str, str], Writer] = {
    ("clean", "text"): plain.article, ("clean", "markdown"): markdown.article, ("clean", "json"): jsonl.article,
    ("quotes", "text"): plain.quotes, ("quotes", "markdown"): markdown.quotes, ("quotes", "json"): jsonl.quotes,
}  # fmt: skip
_PARTING = "\n---\n\n"


def run(options: Namespace) -> int:
    """Print every source of `options`, going on past one that fails."""
    sources = options.sources or [named(None)]
    settings = in_force(options)
    as_json = options.format == "json"
    write = _WRITERS[options.command, options.format]
    speakers = _speakers(options)
    statuses = []
    parting = ""
    with reading(settings, cleaning(settings, options.filters)) as read_source:
        for source in sources:
            result = read_source(source)
            if speakers is not None and isinstance(result, Reading):
                result = speakers.chosen(result)
            printed = _written(shown(source), result, write, as_json=as_json)
            if printed:
                sys.stdout.write(parting + printed)
                sys.stdout.flush()  # whoever reads along need not wait for the last source
                parting = "" if as_json else _PARTING
            statuses.append(_told(shown(source), result, as_json=as_json))
    if speakers is not None and not any(statuses) and speakers.complaint:
        complain(speakers.complaint)
        return FAILED
    return statuses[0] if len(statuses) == 1 else FAILED if any(statuses) else OK


def _speakers(options: Namespace) -> "Speakers | None":
    """Whose quotes are asked for; None for everybody's."""
    name = getattr(options, "speaker", None)
    if name is None:
        return None
    if not name.strip():
        raise UsageError("--speaker takes a part of a name or a role.")
    from newsread.cli.speakers import Speakers

    return Speakers(name)


def _written(source: str, result: Reading | Failure, write: Writer, *, as_json: bool) -> str:
    """What goes to standard output."""
    if isinstance(result, Reading):
        return write(result)
    return jsonl.error(source, result.kind, result.message) if as_json else ""


def _told(source: str, result: Reading | Failure, *, as_json: bool) -> int:
    """Say on standard error what there is to say, and return the status that `result` means."""
    if isinstance(result, Failure):
        complain(f"{source}: {result.message}")
        return result.status
    for notice in result.notices if not as_json else ():
        complain(f"{source}: {notice.message}")
    return OK
