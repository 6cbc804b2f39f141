"""`newsread man`: the manual page."""

import sys
from argparse import Namespace

from newsread import __version__
from newsread.cli.arguments import parsers
from newsread.cli.status import OK
from newsread.manual.declared import declared
from newsread.manual.page import written


def run(_: Namespace) -> int:
    """Print it, for `man -l -` or a file in a folder of manual pages."""
    sys.stdout.write(written(declared(parsers()), __version__))
    return OK
