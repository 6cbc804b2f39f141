"""Whether the terminal can show the reader."""

import locale
import os
import sys
from collections.abc import Iterator
from typing import TextIO

from newsread.doctor.finding import Finding

_LEAST = (20, 5)
"""Columns and rows below which not even the text and the status line have room."""
_BOTH_PANES = 100


def check() -> Iterator[Finding]:
    """Where output goes, and what the terminal is called, can show, and measures."""
    yield _stream("standard output", sys.stdout, "there newsread prints the clean text instead of opening the reader")
    yield _stream("standard error", sys.stderr, "the messages of newsread go there and not to the screen")
    yield _kind()
    if sys.stdout.isatty():
        yield _colours()
        yield _size()
    yield _encoding()


def _stream(name: str, stream: TextIO, otherwise: str) -> Finding:
    if stream.isatty():
        return Finding("PASS", name, "a terminal")
    return Finding("WARN", name, f"not a terminal, so {otherwise}.")


def _kind() -> Finding:
    term = os.environ.get("TERM", "")
    if term not in {"", "dumb"}:
        return Finding("PASS", "terminal", term)
    told = f"TERM is {term or 'not set'}, so the reader cannot start: use newsread --linear or newsread clean."
    return Finding("FAIL" if sys.stdout.isatty() else "WARN", "terminal", told)


def _colours() -> Finding:
    """Asks the library that draws the reader, which goes by TERM, COLORTERM and NO_COLOR."""
    from rich.console import Console

    system = Console(force_terminal=True).color_system
    if os.environ.get("NO_COLOR"):
        return Finding("PASS", "colours", "none, as NO_COLOR asks")
    if system == "truecolor":
        return Finding("PASS", "colours", "16 million")
    if system == "256":
        return Finding("PASS", "colours", "256 (if the terminal has 16 million, COLORTERM=truecolor says so)")
    return Finding("WARN", "colours", "16 at most; if the terminal has more, set TERM to its real name.")


def _size() -> Finding:
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    if columns == 0 or rows == 0:
        return Finding("WARN", "size", "the terminal does not tell its size; set COLUMNS and LINES.")
    size = f"{columns} columns, {rows} rows"
    if columns < _LEAST[0] or rows < _LEAST[1]:
        return Finding("FAIL", "size", f"{size}: make the window larger, at least {_LEAST[0]} by {_LEAST[1]}.")
    if columns < _BOTH_PANES:
        return Finding("PASS", "size", f"{size} (from {_BOTH_PANES} columns on, text and quotes stand side by side)")
    return Finding("PASS", "size", size)


def _encoding() -> Finding:
    try:
        locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        return Finding("WARN", "locale", "it is not installed; set LANG to one that `locale -a` lists.")
    encoding = locale.getencoding()
    if encoding.lower().replace("-", "") == "utf8":
        return Finding("PASS", "locale", "UTF-8")
    told = f"its characters are {encoding}, while newsread prints UTF-8; set LANG to a locale such as C.UTF-8."
    return Finding("WARN", "locale", told)
