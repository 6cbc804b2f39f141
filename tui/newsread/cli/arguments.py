"""What can be typed behind `newsread`."""

import argparse
import sys
from typing import NoReturn

from newsread import __version__
from newsread.cli.status import UsageError

_ABOUT = """\
Read news in a terminal: clean text, every removed line accounted for, and who said what.

  newsread                          the sample article: see what it does
  newsread https://example.org/a    open a page
  newsread page.html                open a file (HTML or plain text)
  curl -s URL | newsread            read a page from a pipe
  newsread clean URL > story.txt    print the clean article
"""
_COMMANDS = """\
commands (each has --help):
  clean SOURCE...      print the clean article as text, Markdown or JSON
  quotes SOURCE...     print who said what
  explain SOURCE       print the article line by line, with what was removed and why
  filters [NAME]       list the filters, or show what one does
  config WHAT          path, init, check or show

SOURCE is an http(s) address, a file, or - for standard input. A file named like a command is written ./clean.
exit status: 0 fine, 1 failed, 2 usage, 3 nothing readable, 130 interrupted
"""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parse(argv: list[str]) -> argparse.Namespace:
    """Parse `argv`; `command` in the result is "read" when no command is named. Raises UsageError."""
    command = next((word for word in argv if not word.startswith("-")), None) if argv else None
    before = argv[: argv.index(command)] if command in _MAKERS else []
    if command in _MAKERS and all(word.startswith("--config=") for word in before) and command:
        parser, rest = _MAKERS[command](), [*before, *argv[len(before) + 1 :]]
    elif argv[:1] == ["--config"] and argv[2:3] and argv[2] in _MAKERS:
        parser, rest = _MAKERS[argv[2]](), [*argv[:2], *argv[3:]]
        command = argv[2]
    else:
        command, parser, rest = "read", _reader(), argv
    options = parser.parse_intermixed_args(rest)
    options.command = command
    return options


def _parser(name: str, about: str) -> _Parser:
    parser = _Parser(
        prog=f"newsread {name}".strip(), description=about, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--config", metavar="FILE", help="read this configuration instead of your own")
    return parser


def _reader() -> _Parser:
    parser = _parser("", _ABOUT)
    parser.epilog = _COMMANDS
    parser.add_argument("source", nargs="?", metavar="SOURCE")
    parser.add_argument("-V", "--version", action="version", version=f"newsread {__version__}")
    return parser


def _batch(name: str, about: str) -> _Parser:
    parser = _parser(name, about)
    parser.add_argument("sources", nargs="+", metavar="SOURCE")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    _add_filters(parser)
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--filters",
        metavar="all|none|NAME,NAME",
        help="all: also those that are off; none: nothing is removed; names: just these (default: as configured)",
    )


def _clean() -> _Parser:
    return _batch("clean", "Print the clean article. JSON is one object a line, one line per source.")


def _quotes() -> _Parser:
    return _batch("quotes", "Print the quotes with who said them.")


def _explain() -> _Parser:
    parser = _parser("explain", "Print the article line by line, each removed line with its filter and the reason.")
    parser.add_argument("source", metavar="SOURCE")
    parser.add_argument("--why", type=int, metavar="N", help="print everything that is known about line N")
    _add_filters(parser)
    return parser


def _filters() -> _Parser:
    parser = _parser("filters", "List the filters, or show what one does with its examples run live.")
    parser.add_argument("name", nargs="?", metavar="NAME")
    return parser


def _config() -> _Parser:
    about = """\
path    print where your configuration lies
init    write one, with everything in it commented out
check   list what is wrong with it
show    print the settings in force"""
    parser = _parser("config", about)
    parser.add_argument("what", choices=("path", "init", "check", "show"))
    return parser


_MAKERS = {"clean": _clean, "quotes": _quotes, "explain": _explain, "filters": _filters, "config": _config}


def piped_in() -> bool:
    """Whether standard input is not a terminal."""
    return not sys.stdin or not sys.stdin.isatty()
