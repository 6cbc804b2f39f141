"""Which sources are addresses, how they are shown, and what they are remembered as."""

import re
from pathlib import Path

from newsread.sources.errors import SourceError

_SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_CREDENTIALS = re.compile(
    r"""(\s*https?://)
        (?: [^/?#]*@                                # all up to the last @ before the path
        | [^/?#:@]*:(?!\d*(?:[/?#]|$))[^@]*@ )      # a password that itself holds / ? or #: no port looks like that
    """,
    re.IGNORECASE | re.VERBOSE,
)


def is_address(source: str) -> bool:
    """Whether `source` is fetched from the web; raises SourceError for a scheme that newsread does not open."""
    found = _SCHEME.match(source)
    scheme = found[1].lower() if found else ""
    if found and scheme not in {"http", "https", "file"}:
        raise SourceError("unreadable", f"newsread opens http and https addresses and files, not “{scheme}:”.")
    return scheme in {"http", "https"}


def shown(source: str) -> str:
    """`source` without the name and password that an address may hold: these are for its server's eyes only."""
    return _CREDENTIALS.sub(r"\1", source, count=1)


def lasting(source: str, url: str | None) -> str | None:
    """What opens `source`, an article of the address `url`, again tomorrow, from anywhere, with no password in it."""
    if source == "-":
        return url
    if is_address(source) or source.startswith("file:"):
        return shown(source)
    try:
        path = Path(source).absolute()
    except OSError:  # the folder that newsread was started in is gone
        return None
    try:
        str(path).encode()
    except UnicodeEncodeError:  # a name that is no UTF-8
        return path.as_uri()
    return str(path)
