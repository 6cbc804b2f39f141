"""`newsread explain`: every line of the article, and why it went."""

import sys
from argparse import Namespace

from newsread.cli.batch import reading_of
from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import NOTHING_READABLE, OK, USAGE, complain
from newsread.output import explained
from newsread_filters.reading import Reading


def run(options: Namespace) -> int:
    """Print the lines of one source, or all that is known about one of them."""
    settings = in_force(options)
    result = reading_of(options.source, settings, cleaning(settings, options.filters))
    if not isinstance(result, Reading):
        complain(result.message)
        return NOTHING_READABLE
    for notice in result.notices:
        complain(notice.message)
    if options.why is None:
        sys.stdout.write(explained.lines(result))
        return OK
    if not 0 <= options.why < len(result.article.blocks):
        complain(f"there is no line {options.why}: the article has lines 0 to {len(result.article.blocks) - 1}")
        return USAGE
    sys.stdout.write(explained.why(result, options.why))
    return OK
