"""What somebody means who types or pastes a path, or only its beginning."""

import os
import re
from pathlib import Path

from newsread.paths import expanded

_MOST = 20_000
"""Entries of a folder that are looked at."""
_AROUND = ("<>", "''", '""')
"""What an address or a path is put between, in mails and by file managers."""


def completions(typed: str) -> list[str]:
    """The paths that begin with what was `typed`, folders with a slash behind; hidden ones when asked for."""
    head, _, begun = typed.rpartition("/")
    folder = f"{head}/" if "/" in typed else ""
    found = []
    try:
        with os.scandir(expanded(folder) if folder else Path()) as entries:
            for entry, _ in zip(entries, range(_MOST), strict=False):
                if _fits(entry.name, begun):
                    found.append(f"{folder}{entry.name}{'/' if entry.is_dir() else ''}")
    except (OSError, ValueError):
        return []
    return sorted(found, key=lambda path: (not path.endswith("/"), path.lower()))


def common(paths: list[str]) -> str:
    """What all `paths` begin with."""
    return os.path.commonprefix(paths)  # noqa: RUF071 - letters are completed, not folders


def meant(typed: str) -> str:
    """What was `typed`, without the marks that it was put between; with spaces for those that a shell wants escaped.

    A file that is called just so is meant as it is.
    """
    if os.path.exists(expanded(typed)):  # noqa: PTH110 - it is no error when the name is too long
        return typed
    if len(typed) > 2 and typed[0] + typed[-1] in _AROUND:
        return typed[1:-1].strip()
    return typed if "://" in typed else re.sub(r"\\(?=[^\w/])(.)", r"\1", typed)


def is_folder(path: str) -> bool:
    """Whether `path` is a folder."""
    return "://" not in path and os.path.isdir(expanded(path))  # noqa: PTH112 - as above


def _fits(name: str, begun: str) -> bool:
    if not (name.startswith(begun) or (begun.islower() and name.lower().startswith(begun))):
        return False
    return name.isprintable() and (begun.startswith(".") or not name.startswith("."))
