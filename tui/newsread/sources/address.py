"""Which sources are addresses, and how they are shown."""

import re

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
