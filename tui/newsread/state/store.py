"""The state file: one SQLite database, so that a crash or a second newsread at any moment leaves it whole."""

import contextlib
import sqlite3
import time
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from newsread_filters import Overrides

_SCHEMAS = ("schema.sql", "schema-2.sql", "schema-3.sql", "schema-4.sql")
"""What makes version 1 of nothing, version 2 of version 1, and so on."""
VERSION = len(_SCHEMAS)

_KNOWN = "SELECT identity FROM article WHERE"
_BYTES = "sha256:"
"""How the identity of an article without an address begins: see `Reading.identity`."""


class StateError(Exception):
    """The state file cannot be used; the message says why and what becomes of it."""


class Remembered(NamedTuple):
    """An article that was opened before."""

    identity: str
    source: str
    title: str | None
    site: str | None
    starred: bool
    opened: float
    """When it was opened last, in seconds since 1970."""
    read: int | None
    """How much of it was read, in percent; None when that is not known."""


class State:
    """The state kept in the file `path`, which is made when it is not there.

    A file of a newer newsread raises StateError and stays untouched; a damaged one is set aside and a new one begun.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        if path.exists() and not path.is_file():  # SQLite would wait for a pipe, and take a device for an empty file
            raise StateError(f"{path} is no file: nothing is remembered in this session.")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = self._opened()
        except (OSError, sqlite3.OperationalError) as error:
            raise StateError(f"{path} cannot be opened ({error}): nothing is remembered in this session.") from error

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def remember(self, identity: str, source: str, title: str | None, site: str | None) -> None:
        """Note that an article was opened now; of a file that was changed, all stays that is remembered of it."""
        with self._writing() as db:
            before = identity_before(db, identity, source, title)
            if before is not None:
                self._hand_on(before, identity)
            db.execute(
                "INSERT INTO article (identity, source, title, site, opened) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT DO UPDATE SET source = excluded.source, title = excluded.title, site = excluded.site,"
                " opened = excluded.opened",
                (identity, source, title, site, time.time()),
            )

    def _hand_on(self, before: str, identity: str) -> None:
        """Remember by `identity` what was remembered by the one `before`."""
        self._db.execute(
            "INSERT INTO article (identity, source, title, site, opened, starred, block, offset, read, line)"
            " SELECT ?, source, title, site, opened, starred, block, offset, read, line FROM article"
            " WHERE identity = ?",
            (identity, before),
        )
        for table in ("mark", "put_back", "speaker"):
            self._db.execute(f"UPDATE {table} SET identity = ? WHERE identity = ?", (identity, before))  # noqa: S608 - our own words
        self._db.execute("DELETE FROM article WHERE identity = ?", (before,))

    def place(self, identity: str) -> tuple[int, int]:
        """Where the reader was: a block, and an offset in its source text; the beginning when it was never opened."""
        row = self._db.execute("SELECT block, offset FROM article WHERE identity = ?", (identity,)).fetchone()
        return (row[0], row[1]) if row else (0, 0)

    def keep_place(
        self, identity: str, block: int, offset: int, read: int | None = None, line: int | None = None
    ) -> None:
        """Note where the reader is, how much has been `read` there, in percent, and the checksum of the block."""
        change = "UPDATE article SET block = ?, offset = ?, read = ?, line = ? WHERE identity = ?"
        with self._writing() as db:
            db.execute(change, (block, offset, read, line, identity))

    def lines(self, identity: str) -> dict[int, int]:
        """The checksums of the blocks that place and marks are in, as far as they were noted."""
        rows = self._db.execute(
            "SELECT block, line FROM article WHERE identity = :it AND line IS NOT NULL"
            " UNION SELECT block, line FROM mark WHERE identity = :it AND line IS NOT NULL",
            {"it": identity},
        )
        return dict(rows.fetchall())

    def marks(self, identity: str) -> dict[str, tuple[int, int]]:
        """The marks in an article: a letter, and a place as above."""
        rows = self._db.execute("SELECT letter, block, offset FROM mark WHERE identity = ?", (identity,))
        return {letter: (block, offset) for letter, block, offset in rows}

    def keep_mark(self, identity: str, letter: str, block: int, offset: int, line: int | None = None) -> None:
        """Set a mark in an article that was opened; `line` is the block's checksum."""
        with self._writing() as db:
            db.execute("INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?)", (identity, letter, block, offset, line))

    def star(self, identity: str, *, on: bool) -> None:
        """Star an article that was opened, or take the star off."""
        with self._writing() as db:
            db.execute("UPDATE article SET starred = ? WHERE identity = ?", (time.time() if on else None, identity))

    def is_starred(self, identity: str) -> bool:
        """Whether an article is starred."""
        row = self._db.execute("SELECT starred FROM article WHERE identity = ?", (identity,)).fetchone()
        return bool(row and row[0])

    def recent(self, most: int = 20) -> list[Remembered]:
        """The articles opened last, newest first."""
        return self._listed("ORDER BY opened DESC LIMIT ?", most)

    def starred(self, most: int = 200) -> list[Remembered]:
        """The starred articles, the latest star first."""
        return self._listed("WHERE starred IS NOT NULL ORDER BY starred DESC LIMIT ?", most)

    def overrides(self, identity: str) -> Overrides:
        """What the user changed in an article."""
        return overrides_in(self._db, identity)

    def keep_overrides(self, identity: str, overrides: Overrides) -> None:
        """Replace what the user changed in an article that was opened."""
        with self._writing() as db:
            db.execute("DELETE FROM put_back WHERE identity = ?", (identity,))
            db.execute("DELETE FROM speaker WHERE identity = ?", (identity,))
            db.executemany("INSERT INTO put_back VALUES (?, ?)", [(identity, line) for line in overrides.put_back])
            db.executemany(
                "INSERT INTO speaker VALUES (?, ?, ?)", [(identity, *pair) for pair in overrides.speakers.items()]
            )

    def _listed(self, clause: str, most: int) -> list[Remembered]:
        columns = "identity, source, title, site, starred IS NOT NULL, opened, read"
        rows = self._db.execute(f"SELECT {columns} FROM article {clause}", (most,))  # noqa: S608 - our own words
        return [
            Remembered(identity, source, title, site, bool(starred), opened, read)
            for identity, source, title, site, starred, opened, read in rows
        ]

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One change, whole or not at all; raises StateError when the disk or another newsread will not have it."""
        try:
            with self._db:
                yield self._db
        except sqlite3.Error as error:
            raise StateError(f"{self._path} cannot be written ({error}): this change is not remembered.") from error

    def _opened(self) -> sqlite3.Connection:
        try:
            return self._connected()
        except sqlite3.DatabaseError as error:
            if isinstance(error, sqlite3.OperationalError):  # locked, no space, no right: the file itself may be sound
                raise
            self._path.rename(self._path.with_suffix(f".damaged-{time.time():.0f}"))
            return self._connected()

    def _connected(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=2)
        try:
            db.execute("PRAGMA journal_mode = WAL")
            db.execute("PRAGMA foreign_keys = ON")
            self._upgrade(db)
        except BaseException:
            db.close()
            raise
        return db

    def _upgrade(self, db: sqlite3.Connection) -> None:
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version > VERSION:
            raise StateError(f"{self._path} belongs to a newer newsread: it stays as it is, nothing is remembered.")
        if version == VERSION:
            return
        changes = _SCHEMAS[version:]
        if version > 0:
            self._set_aside_copy(db, version)
        schema = "".join((files("newsread.state") / name).read_text("utf8") for name in changes)
        # In one transaction with the version: two that start at once, or a crash between, leave no half schema.
        with contextlib.suppress(sqlite3.OperationalError):
            db.executescript(f"BEGIN IMMEDIATE; {schema} PRAGMA user_version = {VERSION}; COMMIT;")
        if db.in_transaction:  # the other one was first
            db.rollback()

    def _set_aside_copy(self, db: sqlite3.Connection, version: int) -> None:
        """Copy the file as it is before an upgrade, for whoever goes back to an older newsread."""
        copy = sqlite3.connect(self._path.with_suffix(f".version-{version}"))
        with contextlib.closing(copy):
            db.backup(copy)


def overrides_in(db: sqlite3.Connection, identity: str) -> Overrides:
    """What the user changed in an article."""
    lines = db.execute("SELECT line FROM put_back WHERE identity = ?", (identity,))
    names = db.execute("SELECT quote, name FROM speaker WHERE identity = ?", (identity,))
    return Overrides(put_back=frozenset(line for (line,) in lines), speakers=dict(names.fetchall()))


def identity_before(db: sqlite3.Connection, identity: str, source: str, title: str | None) -> str | None:
    """What an article was remembered by before its file was changed; None when it is known, or new.

    A file without an address goes by its bytes. Another text in the same place has another title.
    """
    if not identity.startswith(_BYTES) or db.execute(f"{_KNOWN} identity = ?", (identity,)).fetchone():
        return None
    same = f"{_KNOWN} source = ? AND title IS ? AND identity LIKE ? ORDER BY opened DESC LIMIT 1"
    row = db.execute(same, (source, title, f"{_BYTES}%")).fetchone()
    return row[0] if row else None
