"""Writes a change of the user's configuration, and takes it back, whatever was changed there in between."""

import errno
import os
import tomllib
from collections.abc import Callable, Sequence
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from newsread import atomic

_MARK = "\ufeff"
"""What some editors begin a file with."""


class Applied(NamedTuple):
    """A change that was written: the text before and after, None where there was no file."""

    before: str | None
    after: str | None


class EditedMeanwhile(Exception):  # noqa: N818 - it says what became of the undoing
    """The file was changed by somebody else since, in the very place."""


def apply(path: Path, change: Callable[[str], str]) -> Applied:
    """Change the file `path`, which is made when it is not there; raises OSError, and ValueError when it is no TOML."""
    before = _read(path)
    after = change(before or "")
    _write(path, after)
    return Applied(before, after)


def undo(path: Path, applied: Applied) -> Applied:
    """Write the text before `applied` back, but for what was changed elsewhere since.

    Raises EditedMeanwhile; OSError and ValueError, as `apply` does, when it can be tried again later.
    """
    now = _read(path)
    tomllib.loads(now or "")
    back = applied.before if now == applied.after else _taken_back(applied, now or "")
    if back is None and now != applied.after:
        raise EditedMeanwhile(f"{path.name} was edited in that place since, so it stays")
    _write(path, back)
    return Applied(now, back)


def _read(path: Path) -> str | None:
    """The text with plain line ends; None when there is no file."""
    try:
        return path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None


def _write(path: Path, text: str | None) -> None:
    """Write `text` with the line ends, and the mark at the beginning, that the file has; for None, take it away."""
    try:
        with path.open(encoding="utf8", newline="") as file:
            there = file.read()
    except FileNotFoundError:
        there = ""
    else:
        _check_writable(path)
    if text is None:
        path.resolve().unlink(missing_ok=True)
        return
    if 2 * there.count("\r\n") > there.count("\n"):
        text = text.replace("\n", "\r\n")
    atomic.write(path, _MARK + text if there.startswith(_MARK) else text)


def _check_writable(path: Path) -> None:
    """Raise PermissionError for a file that is to stay as it is: another one could well be put in its place."""
    if not path.stat().st_mode & 0o222 or not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "it is read-only")


def _taken_back(applied: Applied, now: str) -> str | None:
    """`now` without the change, when the lines that it made are there still; None when they cannot be told."""
    before, after = (applied.before or "").splitlines(), (applied.after or "").splitlines()
    head = _same(before, after)
    tail = _same(before[head:][::-1], after[head:][::-1])
    old, new = before[head : len(before) - tail], after[head : len(after) - tail]
    lines, above = now.splitlines(), after[max(0, head - 1) : head]
    ways = [([*above, *new], len(above))]
    if any(line.startswith("[") for line in new):  # a table, which is the same wherever it stands
        ways += [(new, 0), (new[_same(new, [""] * len(new)) :], 0)]
    found = next(((at + known, at + len(way)) for way, known in ways if (at := _only(lines, way)) is not None), None)
    if found is None:
        return None
    start, end = found
    back = "".join(f"{line}\n" for line in [*lines[:start], *old, *lines[end:]])
    back = back if head else back.lstrip("\n")
    try:
        tomllib.loads(back)
    except tomllib.TOMLDecodeError:
        return None
    return back


def _same(one: Sequence[str], other: Sequence[str]) -> int:
    """With how many equal lines two texts begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _only(lines: Sequence[str], sought: Sequence[str]) -> int | None:
    """Where the `sought` lines stand, when there are any and that is one place."""
    found = [at for at in range(len(lines) - len(sought) + 1) if lines[at : at + len(sought)] == list(sought)]
    return found[0] if sought and len(found) == 1 else None
