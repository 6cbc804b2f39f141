"""What can be typed behind `newsread`."""

import argparse
import os
import stat
from collections.abc import Callable, Mapping
from typing import NoReturn

from newsread import __version__
from newsread.cli.status import UsageError

_ABOUT = """\
Read news in a terminal: clean text, every removed line accounted for, and who said what.

  newsread                          the sample article: see what it does; later, what you read
  newsread https://example.org/a    open a page
  newsread page.html                open a file (HTML or plain text)
  newsread a.html b.html            open several: J and K go from one to the next
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
  doctor               look whether everything works here, and say what to do where it does not
  man                  print the manual page
  completions SHELL    print the completions for bash, zsh or fish

SOURCE is an http(s) address, a file, or - for standard input. A file named like a command is written ./clean, one
that begins with a hyphen stands behind --.
exit status: 0 fine, 1 failed, 2 usage, 3 nothing readable, 130 interrupted
"""


def parse(argv: list[str]) -> argparse.Namespace:
    """Parse `argv`; `command` is "read" when it names none. Raises UsageError, and SystemExit after --help."""
    place = _command_place(argv)
    command = argv[place] if place < len(argv) else ""
    if command not in _PARSERS:
        return _read(argv)
    return _PARSERS[command]().read(command, argv[:place] + argv[place + 1 :])


def _read(argv: list[str]) -> argparse.Namespace:
    """What the reader is to open: `source` is the first of the `sources`, None when there is none."""
    options = _reader().read("read", argv)
    first, *others = options.sources or [None]
    if others and not os.path.lexists(first):
        _refuse_command(first)
    if "-" in others or (others and options.linear):
        raise UsageError("standard input comes first." if "-" in others else "--linear reads one SOURCE.")
    options.source = first
    return options


def parsers() -> Mapping[str, argparse.ArgumentParser]:
    """The parser of every command by its name, the reader's first, under "": manual and completions come from them."""
    return {"": _reader()} | {name: make() for name, make in _PARSERS.items()}


def named(source: str | None) -> str:
    """`source` as named; without one, "-" when something is piped in. Raises UsageError when nothing is."""
    if source is None and not is_piped():
        raise UsageError("name a SOURCE: an http(s) address, a file, or - for standard input.")
    return source or "-"


def is_piped() -> bool:
    """Whether standard input has something to read: a pipe or a file, neither the keyboard nor /dev/null."""
    try:
        mode = os.fstat(0).st_mode
    except OSError:
        return False
    return stat.S_ISFIFO(mode) or stat.S_ISREG(mode) or stat.S_ISSOCK(mode)


def _command_place(argv: list[str]) -> int:
    """Where a command would stand: first, or behind the one option that every command has."""
    if argv[:1] == ["--config"]:
        return 2
    return 1 if argv and argv[0].startswith("--config=") else 0


class _Parser(argparse.ArgumentParser):
    """Leaves the words that are no options to `read`: argparse goes wrong when they stand between options and `--`."""

    def __init__(self, usage: str, about: str, words: str, most: int | None = 1, examples: str = "") -> None:
        """Prepare for at most `most` words, which the result holds as `words`: a list when there may be several."""
        super().__init__(
            prog="newsread",
            usage=f"newsread {usage}",
            description=about,
            epilog=examples,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self._words, self._most = words, most
        self.add_argument("--config", metavar="FILE", help="read this configuration instead of your own")

    def read(self, command: str, argv: list[str]) -> argparse.Namespace:
        """Parse what stands around `command`; behind `--` nothing is an option."""
        end = argv.index("--") if "--" in argv else len(argv)
        options, words = self.parse_known_args(argv[:end])
        for word in words:
            if word.startswith("-") and word != "-":
                self._refuse_option(word.partition("=")[0])
        words += argv[end + 1 :]
        if self._most is None:
            setattr(options, self._words, words)
        elif len(words) > self._most:
            raise UsageError(_too_many(command, words))
        else:
            setattr(options, self._words, words[0] if words else None)
        options.command = command
        return options

    def error(self, message: str) -> NoReturn:
        """Leave it to the caller to say so and to end."""
        raise UsageError(f"{message}.")

    def _refuse_option(self, option: str) -> NoReturn:
        from newsread.config.problems import nearest

        hint = nearest(option, (each for each in self._option_string_actions if each.startswith("--")))
        raise UsageError(f"there is no option {option} here.{hint}")


def _too_many(command: str, words: list[str]) -> str:
    return f"{words[-1]} is one too many for newsread {command}."


def _refuse_command(word: str) -> None:
    """Refuse the first of several words when it is no file, but nearly a command."""
    from difflib import get_close_matches

    if near := get_close_matches(word, _PARSERS, 1):
        raise UsageError(f"there is no command {word}. Did you mean {near[0]}?")


def _reader() -> _Parser:
    usage = "[--config FILE] [--linear] [SOURCE...]"
    parser = _Parser(usage, _ABOUT, "sources", most=None, examples=_COMMANDS)
    parser.add_argument("--linear", action="store_true", help="no screen: lines and a prompt, for screen readers")
    version = f"newsread {__version__}"
    parser.add_argument("-V", "--version", action="version", version=version, help="print the version")
    return parser


def _batch(name: str, about: str, examples: str) -> _Parser:
    parser = _Parser(f"{name} [OPTION...] SOURCE...", about, "sources", most=None, examples=examples)
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
    parser = _batch(
        "quotes",
        "Print the quotes with who said them.",
        """\
examples:
  newsread quotes page.html
  newsread quotes --speaker lavrov page.html
  newsread quotes --format json *.html | jq -r '.quotes[] | .speaker // .mention'""",
    )
    parser.add_argument("--speaker", metavar="NAME", help="only the quotes of who is meant: a part of a name or a role")
    return parser


def _explain() -> _Parser:
    about = "Print the article line by line, each removed line with its filter and the reason."
    parser = _Parser("explain [OPTION...] SOURCE", about, "source")
    parser.add_argument("--why", type=int, metavar="N", help="print everything that is known about line N")
    _add_filters(parser)
    return parser


def _filters() -> _Parser:
    return _Parser("filters [NAME]", "List the filters, or show what one does with its examples run live.", "name")


def _config() -> _Parser:
    about = """\
path    print where your configuration lies
init    write one, with everything in it commented out
check   list what is wrong with it
show    print the settings in force"""
    return _Parser("config path|init|check|show", about, "what")


def _doctor() -> _Parser:
    about = "Look at terminal, configuration, filters, state and programs: PASS, WARN or FAIL, and what to do."
    parser = _Parser("doctor [OPTION...]", about, "rest", most=0)
    parser.add_argument("--network", metavar="ADDRESS", help="also fetch this page; without it nothing is contacted")
    return parser


def _man() -> _Parser:
    return _Parser("man", "Print the manual page, for `man -l -` or a file newsread.1.", "rest", most=0)


def _completions() -> _Parser:
    return _Parser("completions bash|zsh|fish", "Print what lets a shell complete commands and options.", "shell")


_PARSERS: dict[str, Callable[[], _Parser]] = {
    "clean": _clean, "quotes": _quotes, "explain": _explain, "filters": _filters, "config": _config,
    "doctor": _doctor, "man": _man, "completions": _completions,
}  # fmt: skip
