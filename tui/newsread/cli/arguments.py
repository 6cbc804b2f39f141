"""What can be typed behind `newsread`."""

import argparse
import os
import stat
from collections.abc import Callable
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
        raise UsageError(f"{message}.")


def parse(argv: list[str]) -> argparse.Namespace:
    """Parse `argv`; `command` is "read" when it names none. Raises UsageError, and SystemExit after --help."""
    at = 0
    while argv[at : at + 1] and argv[at].startswith("--config"):  # --config may stand before the command
        at += 1 if "=" in argv[at] else 2
    command = argv[at] if argv[at : at + 1] and argv[at] in _COMMAND_PARSERS else "read"
    if command == "read":
        options = _reader().parse_intermixed_args(argv)
    else:
        options = _COMMAND_PARSERS[command]().parse_intermixed_args(argv[:at] + argv[at + 1 :])
    options.command = command
    return options


def is_piped() -> bool:
    """Whether standard input has something to read: a pipe or a file, neither the keyboard nor /dev/null."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def source_or_pipe(source: str | None) -> str | None:
    """`source` as named; without one, "-" when something is piped in."""
    return source or ("-" if is_piped() else None)


def no_source() -> UsageError:
    """The complaint that no source is named."""
    return UsageError("name a SOURCE: an http(s) address, a file, or - for standard input.")


def _parser(name: str, about: str, examples: str = "") -> _Parser:
    parser = _Parser(
        prog=f"newsread {name}".strip(),
        description=about,
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--config", metavar="FILE", help="read this configuration instead of your own")
    return parser


def _reader() -> _Parser:
    parser = _parser("", _ABOUT, _COMMANDS)
    parser.add_argument("source", nargs="?", metavar="SOURCE")
    parser.add_argument("-V", "--version", action="version", version=f"newsread {__version__}")
    return parser


def _batch(name: str, about: str, examples: str) -> _Parser:
    parser = _parser(name, about, examples)
    parser.add_argument("sources", nargs="*", metavar="SOURCE", help="an http(s) address, a file, or - for a pipe")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="(default: text)")
    _add_filters(parser)
    return parser


def _add_filters(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--filters",
        metavar="all|none|NAME,NAME",
        help="all: also those that are off; none: nothing is removed; names: just these (default: as configured)",
    )


def _clean() -> _Parser:
    return _batch(
        "clean",
        "Print the clean article. JSON is one object a line, one line per source.",
        """\
examples:
  newsread clean https://example.org/a > story.txt
  newsread clean --format json *.html | jq -r .title
  curl -s URL | newsread clean --filters none""",
    )


def _quotes() -> _Parser:
    return _batch(
        "quotes",
        "Print the quotes with who said them.",
        """\
examples:
  newsread quotes page.html
  newsread quotes --format json *.html | jq -r '.quotes[] | .speaker // .mention'""",
    )


def _explain() -> _Parser:
    parser = _parser("explain", "Print the article line by line, each removed line with its filter and the reason.")
    parser.add_argument("source", nargs="?", metavar="SOURCE")
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


_COMMAND_PARSERS: dict[str, Callable[[], _Parser]] = {
    "clean": _clean, "quotes": _quotes, "explain": _explain, "filters": _filters, "config": _config,
}  # fmt: skip
