"""Which site an article belongs to, and which settings hold there."""

from collections.abc import Iterable
from urllib.parse import urlsplit


def host_of(url: str | None) -> str | None:
    """The host of an http(s) address, lower case; None when there is none."""
    if not url:
        return None
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def belongs(host: str | None, site: str) -> bool:
    """Whether `host` is `site` or one of its subdomains."""
    site = site.lower().removeprefix("www.")
    return host is not None and (host == site or host.endswith("." + site))


def best(host: str | None, sites: Iterable[str]) -> str | None:
    """The longest of `sites` that `host` belongs to."""
    return max((site for site in sites if belongs(host, site)), key=len, default=None)
