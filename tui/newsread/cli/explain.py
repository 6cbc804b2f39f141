"""`newsread explain`: every line of the article, and why it went."""

import sys
from argparse import Namespace

from newsread.cli.arguments import named
from newsread.cli.reading import Failure, reading
from newsread.cli.settings import cleaning, in_force
from newsread.cli.status import OK, UsageError, complain
from newsread.output import explained
from newsread_filters.sites import host_of


def run(options: Namespace) -> int:
    """Print the lines of one source, or all that is known about one of them."""
    source = named(options.source)
    settings = in_force(options)
    how = cleaning(settings, options.filters)
    with reading(settings, how) as read_source:
        result = read_source(source)
    if isinstance(result, Failure):
        complain(result.message)
        return result.status
    for notice in result.notices:
        complain(notice.message)
    if options.why is None:
        sys.stdout.write(explained.lines(result))
        return OK
    last = len(result.article.blocks) - 1
    if not 0 <= options.why <= last:
        raise UsageError(f"there is no line {options.why}: the article has lines 0 to {last}.")
    sys.stdout.write(explained.why(result, options.why, how.at(host_of(result.article.url)).filters))
    return OK
