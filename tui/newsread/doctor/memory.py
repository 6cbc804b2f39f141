"""Whether places, stars and corrections can be remembered. The doctor only looks: it makes and mends nothing."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from newsread.doctor.finding import Finding
from newsread.state.store import VERSION


def check(path: Path) -> Iterator[Finding]:
    """Whether the state file `path` opens and can be written, or could be made."""
    if path.exists():
        yield _existing(path)
    else:
        yield _missing(path)


def _existing(path: Path) -> Finding:
    if not (os.access(path, os.R_OK | os.W_OK) and os.access(path.parent, os.W_OK)):
        return Finding("FAIL", "state", f"{path} cannot be written; give yourself the right to it and to its folder.")
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=2)) as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            (sound,) = db.execute("PRAGMA quick_check").fetchone()
    except sqlite3.OperationalError as error:
        return Finding(
            "WARN", "state", f"{path} cannot be looked at now ({error}); close other newsreads and try again."
        )
    except sqlite3.DatabaseError as error:
        sound, version = str(error), VERSION
    if version > VERSION:
        return Finding("FAIL", "state", f"{path} belongs to a newer newsread; use that one, or move the file away.")
    if sound != "ok":
        told = f"{path} is damaged ({sound}); the next start sets it aside and begins a new one."
        return Finding("WARN", "state", told)
    return Finding("PASS", "state", str(path))


def _missing(path: Path) -> Finding:
    nearest = next(folder for folder in path.parents if folder.exists())
    if nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK):
        return Finding("PASS", "state", f"{path} is not there yet and can be made")
    return Finding("FAIL", "state", f"{path} cannot be made; give yourself the right to write into {nearest}.")
