"""`newsread explain`: every line of the article, and why it went."""

import sys
from argparse import Namespace

from newsread.cli.arguments import no_source, source_or_pipe
from newsread.cli.batch import Failure, reading_of
from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import OK, UsageError, complain
from newsread.output import explained


def run(options: Namespace) -> int:
    """Print the lines of one source, or all that is known about one of them."""
    source = source_or_pipe(options.source)
    if source is None:
        raise no_source()
    settings = in_force(options)
    result = reading_of(source, settings, cleaning(settings, options.filters))
    if isinstance(result, Failure):
        complain(result.message)
        return result.status
    for notice in result.notices:
        complain(notice.message)
    if options.why is None:
        sys.stdout.write(explained.lines(result))
        return OK
    if not 0 <= options.why < len(result.article.blocks):
        raise UsageError(
            f"there is no line {options.why}: the article has lines 0 to {len(result.article.blocks) - 1}."
        )
    sys.stdout.write(explained.why(result, options.why))
    return OK
