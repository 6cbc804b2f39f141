"""What the user changed in an article, for who only reads it: the process that cleans it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from newsread.state.store import identity_before, overrides_in
from newsread_filters import Overrides


def kept_overrides(path: Path, identity: str, source: str = "", title: str | None = None) -> Overrides:
    """The changes in the state file `path`; none when it cannot be read, which the screen will notice and say.

    Of the file `source`, those that were made before it was changed.
    """
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=1)) as db:
            return overrides_in(db, identity_before(db, identity, source, title) or identity)
    except sqlite3.Error:
        return Overrides()
