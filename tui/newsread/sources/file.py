"""Pages from files and from pipes with a name."""

import os
import re
import select
import stat
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

from newsread.paths import expanded
from newsread.sources.errors import SourceError, too_large
from newsread_filters.model import Page

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/|$)")
_FILE_ENDINGS = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md", ".xml", ".json"})

PATIENCE = 30
"""Seconds to wait for the next bytes of a named pipe."""


def read(source: str, most: int) -> Page:
    """Read the file `source` (a path, or a file: address) of at most `most` bytes; raises SourceError."""
    path = _path(source)
    try:
        # Without O_NONBLOCK, opening a named pipe that nobody writes to would hang.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise _told(path, error) from None
    except ValueError:
        raise SourceError("not-found", "The path holds a NUL character, so there can be no such file.") from None
    try:
        data = _read(descriptor, path, most)
    except OSError as error:
        raise _told(path, error) from None
    finally:
        os.close(descriptor)
    return Page(source=source, data=data)


def _path(source: str) -> Path:
    if source.lower().startswith("file://"):
        source = os.fsdecode(unquote_to_bytes(urlsplit(source).path))
    return expanded(source)


def _read(descriptor: int, path: Path, most: int) -> bytes:
    mode = os.fstat(descriptor).st_mode
    if stat.S_ISDIR(mode):
        raise SourceError("unreadable", f"{path} is a folder. Name a file in it.")
    if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
        raise SourceError("unreadable", f"{path} is a device or a socket. newsread reads files and pipes.")
    parts: list[bytes] = []
    size = 0
    while True:
        if stat.S_ISFIFO(mode) and not select.select([descriptor], [], [], PATIENCE)[0]:
            raise SourceError("unreadable", f"Nothing came through {path} for {PATIENCE} seconds.")
        part = os.read(descriptor, 1 << 20)
        if not part:
            return b"".join(parts)
        size += len(part)
        if size > most:
            raise too_large(most)
        parts.append(part)


def _told(path: Path, error: OSError) -> SourceError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        hint = f" Did you mean https://{path}?" if _HOST.match(str(path)) and path.suffix not in _FILE_ENDINGS else ""
        return SourceError("not-found", f"There is no file {path}.{hint}")
    if isinstance(error, PermissionError):
        return SourceError("unreadable", f"You may not read {path}: its permissions forbid it.")
    return SourceError("unreadable", f"{path} cannot be read: {error.strerror or error}.")
