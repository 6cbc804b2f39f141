"""`newsread completions SHELL`: what lets a shell complete commands, options and their values."""

import sys
from argparse import Namespace

from newsread.cli.arguments import parsers
from newsread.cli.status import OK, UsageError
from newsread.manual import bash, fish, zsh
from newsread.manual.declared import declared

_SHELLS = {"bash": bash.written, "zsh": zsh.written, "fish": fish.written}


def run(options: Namespace) -> int:
    """Print the completion for the shell that `options` name."""
    if options.shell not in _SHELLS:
        told = f", not {options.shell}" if options.shell else ""
        raise UsageError(f"completions takes bash, zsh or fish{told}.")
    sys.stdout.write(_SHELLS[options.shell](declared(parsers())))
    return OK
