"""What the user changed in an article, for who only reads it: the process that cleans it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newsread.state.store import overrides_in
from newsread_filters import Overrides


def kept_overrides(path: Path, identity: str) -> Overrides:
    """The changes in the state file `path`; none when it cannot be read, which the screen will notice and say."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as db:
            return overrides_in(db, identity)
    except sqlite3.Error:
        return Overrides()
