"""Pages from the web: the only place that knows httpx."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from newsread import __version__
from newsread.config.declaration import SourceSettings
from newsread.sources import redirects
from newsread.sources.address import shown
from newsread.sources.connection import not_connected
from newsread.sources.errors import SourceError, too_large
from newsread.sources.report import Report
from newsread.sources.status import explain
from newsread.sources.unpack import ACCEPTED, Unpacker
from newsread_filters.gate import clean_line
from newsread_filters.model import Page

_HEADERS = {
    "User-Agent": f"newsread/{__version__} (terminal reader)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": ACCEPTED,
    "Accept-Language": "*",
}
_OTHER = {
    "application/pdf": "a PDF document", "application/zip": "an archive", "application/json": "data for programs",
    "image/": "an image", "audio/": "a sound", "video/": "a film",
}  # fmt: skip


def fetch(address: str, settings: SourceSettings, report: Report) -> Page:
    """Fetch `address`, following redirects; raises SourceError.

    Credentials in the address are sent to its own host only, and shown nowhere. Asynchronous inside, because that is
    the one way to bound the whole of it: a server that sends a byte now and then keeps every single wait short.
    """
    url = _parsed(address)
    try:
        return asyncio.run(_fetch(address, url, settings, report))
    except TimeoutError:
        raise SourceError(
            "network",
            f"{_host(url)} is too slow: the page was not there after {settings.total_timeout:g} seconds. "
            "Try again, or raise total_timeout under [sources].",
        ) from None


async def _fetch(address: str, url: httpx.URL, settings: SourceSettings, report: Report) -> Page:
    async with asyncio.timeout(settings.total_timeout), _client(settings) as client:
        request = client.build_request("GET", url)
        for _ in range(redirects.MOST + 1):
            report("connecting", 0, None)
            with _told(_host(request.url)):
                response = await client.send(request, stream=True)
                try:
                    if response.next_request is None:
                        data = await _body(response, settings.most_bytes, report)
                        return Page(
                            source=shown(address), data=data, url=_shown(response.url), content_type=_type(response)
                        )
                    request = response.next_request
                finally:
                    await response.aclose()
            await redirects.check(_host(url), request.url.scheme, _host(request.url))
    raise SourceError(
        "http", f"{_host(url)} redirects more than {redirects.MOST} times, perhaps in a circle. Try it in the browser."
    )


def _client(settings: SourceSettings) -> httpx.AsyncClient:
    try:
        return httpx.AsyncClient(headers=_HEADERS, timeout=settings.timeout)
    except OSError as error:
        told = f"The certificates that SSL_CERT_FILE names cannot be used: {error.strerror or error}."
        raise SourceError("tls", told) from None
    except (ImportError, ValueError, httpx.InvalidURL):  # the proxy variables of the environment
        raise SourceError(
            "network", "The proxy that HTTP_PROXY, HTTPS_PROXY or ALL_PROXY names is none that newsread can use."
        ) from None


def _parsed(address: str) -> httpx.URL:
    try:
        # Where the locale is not UTF-8, Python hands on what it cannot read as lone surrogates.
        url = httpx.URL(address.strip().encode("utf8", "surrogateescape").decode("utf8", "replace"))
        names_host = bool(url.host)
    except (httpx.InvalidURL, UnicodeError):  # what it complains of may be a piece of a password
        raise SourceError("network", "This is no address that can be asked for. Check it.") from None
    if not names_host:
        raise SourceError("network", "This address names no host.")
    return url


def _host(url: httpx.URL) -> str:
    """The host in ASCII, as the network knows it: letters that only look like others give themselves away."""
    return url.raw_host.decode("ascii", "replace")


def _shown(url: httpx.URL) -> str:
    """An address without the credentials in it."""
    return str(url.copy_with(userinfo=b""))


def _type(response: httpx.Response) -> str | None:
    kind = response.headers.get("content-type")
    return clean_line(kind) if kind else None


async def _body(response: httpx.Response, most: int, report: Report) -> bytes:
    """Receive the page, at most `most` bytes of it when unpacked."""
    host = _host(response.url)
    if problem := explain(response.status_code, response.headers.get("retry-after", "")):
        raise SourceError("http", f"{host} answers: {problem}")
    kind = (_type(response) or "").lower()
    if other := next((what for prefix, what in _OTHER.items() if kind.startswith(prefix)), None):
        raise SourceError("not-an-article", f"This is {other}, not an article. Open it in the browser.")
    length = response.headers.get("content-length", "")
    total = int(length) if length.isdecimal() and len(length) < 20 else None
    if total is not None and total > most:
        raise too_large(most)
    unpacker = Unpacker(response.headers.get("content-encoding", ""), most)
    parts = []
    received = 0
    async for part in response.aiter_raw():
        received += len(part)
        parts.append(unpacker.feed(part))
        report("receiving", received, total)
    unpacker.end()
    return b"".join(parts)


@contextmanager
def _told(host: str) -> Iterator[None]:
    """Turn what httpx raises into a message that says what happened and what to do."""
    try:
        yield
    except httpx.TimeoutException:
        raise SourceError(
            "network", f"{host} does not answer in time. Try again, or raise timeout under [sources]."
        ) from None
    except httpx.RemoteProtocolError as error:  # what is no HTTP, and a page cut short
        raise SourceError("network", f"{host} broke off or answers nonsense: {error}. Try again later.") from None
    except httpx.ProxyError as error:
        raise SourceError("network", f"The proxy did not connect to {host}: {error}.") from None
    except httpx.TransportError as error:
        raise not_connected(host, error) from None
    except UnicodeError:  # from the resolver, for an empty part of the name or one of over 63 letters
        told = f"There can be no host {host}, or it redirects to one that cannot be. Check the address."
        raise SourceError("network", told) from None
    except httpx.InvalidURL:  # the address that was typed is parsed already
        raise SourceError("http", f"{host} redirects to what is no address. Try it in the browser.") from None
