"""The loop of the linear mode: prints, prompts, waits for the next line. No cursor is moved, nothing is coloured."""

import os
import sys
from collections.abc import Iterable

from newsread import browser
from newsread.layout.wrap import lines as wrapped
from newsread.linear.session import Session
from newsread.linear.state import State

PROMPT = "newsread> "
_LEAST = 20
"""Columns of a window that is worth wrapping for."""


def run(session: Session) -> None:
    """Read aloud, as it were, until the user leaves or the commands end."""
    state = State()
    _print(session.opening())
    while (line := _typed()) is not None:
        state, lines, wish, address = session.answer(state, line)
        _print(lines)
        if wish == "quit":
            return
        if wish == "browse":
            _print([_browse(address)])


def _typed() -> str | None:
    """The next line; None at the end. What is typed shows its own end of line, what comes from a pipe does not."""
    sys.stdout.write(PROMPT)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not (line and sys.stdin.isatty()):
        sys.stdout.write("\n")
    return line.removesuffix("\n") if line else None


def _browse(address: str) -> str:
    try:
        browser.open_url(address)
    except browser.NoBrowser as error:
        return f"{error}."
    return "Opened in the browser."


def _print(lines: Iterable[str]) -> None:
    """Print, broken between words: a terminal breaks anywhere, which halves words where a line is heard at a time."""
    width = _width()
    for line in lines:
        for row in wrapped(line, width) if width else [line]:
            sys.stdout.write(f"{row}\n")
    sys.stdout.flush()


def _width() -> int:
    """The columns of the terminal less one, in which no terminal wraps by itself; 0 when there is none to ask."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except OSError:
        return 0
    return columns - 1 if columns > _LEAST else 0
