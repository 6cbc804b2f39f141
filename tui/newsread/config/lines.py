"""On which line of a TOML file a key stands: tomllib does not say, and a message without it is half a message."""

import re
import tomllib
from collections import Counter
from typing import Any

KeyPath = tuple[str | int, ...]
"""Keys from the top of the file down; a number picks one of several `[[tables]]`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")


def lines_of(text: str) -> dict[KeyPath, int]:
    """Map each header and key of `text`, a TOML file, to its line, from 1."""
    found: dict[KeyPath, int] = {}
    arrays: Counter[KeyPath] = Counter()
    table: KeyPath = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _parts(f"[{header[2]}]")
            if header[1] == "[[":
                arrays[table] += 1
                table = (*table, arrays[table] - 1)
            elif table and arrays[table[:1]]:  # a table below one of several: it belongs to the last one
                table = (table[0], arrays[table[:1]] - 1, *table[1:])
            found.setdefault(table, number)
        elif key := _KEY.match(line):
            found.setdefault((*table, *_parts(f"{key[1]} = 0")), number)
    return found


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """The line of `path`, or of the nearest thing around it that has one."""
    while path:
        if path in lines:
            return lines[path]
        below = [line for each, line in lines.items() if each[: len(path)] == path]
        if below:  # a table that is only named in the headers of those below it
            return min(below)
        path = path[:-1]
    return None


def _parts(text: str) -> KeyPath:
    """The keys that one header or key names, quotes and dots understood by the TOML parser itself."""
    try:
        inner: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return ()
    parts: list[str | int] = []
    while isinstance(inner, dict) and inner:
        key, inner = next(iter(inner.items()))
        parts.append(key)
    return tuple(parts)
