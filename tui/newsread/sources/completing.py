"""Completes the path of a file that somebody types."""

import os
from pathlib import Path

from newsread.paths import expanded

_MOST = 500
"""Entries of a folder that are looked at."""


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


def _fits(name: str, begun: str) -> bool:
    if not name.isprintable() or (name.startswith(".") and not begun.startswith(".")):
        return False
    return name.startswith(begun) or (begun.islower() and name.lower().startswith(begun))
