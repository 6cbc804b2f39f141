"""Where the links of a page lead."""

from urllib.parse import urljoin, urlsplit

from newsread_filters.gate import clean

_LONGEST = 8000
"""Characters; no server takes an address longer than that."""
_FOLLOWED = ("", "http", "https", "mailto", "tel")


class Links:
    """Makes addresses of a page absolute, as far as the page's own address is known."""

    def __init__(self, page_url: str | None, base_href: str | None = None) -> None:
        """Resolve against `base_href`, which may itself be relative to `page_url`."""
        self._base = _joined(page_url, base_href) or page_url

    def absolute(self, href: str | None) -> str | None:
        """The address that `href` means; None for scripts, data and what is no address."""
        joined = _joined(self._base, href)
        return joined if joined and urlsplit(joined).scheme in _FOLLOWED else None


def _joined(base: str | None, href: str | None) -> str | None:
    if not href or len(href) > _LONGEST:
        return None
    href = "".join(clean(href).split())
    try:
        urlsplit(href)
        return urljoin(base, href) if base else href
    except ValueError:
        return None
