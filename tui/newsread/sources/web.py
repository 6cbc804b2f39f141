"""Pages from the web: the only place that knows httpx."""

import ipaddress
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx

from newsread import __version__
from newsread.config.declaration import SourceSettings
from newsread.sources.errors import SourceError, too_large
from newsread.sources.report import Report
from newsread.sources.status import explain
from newsread_filters.gate import clean_line
from newsread_filters.model import Page

REDIRECTS = 10
_HEADERS = {
    "User-Agent": f"newsread/{__version__} (terminal reader)",
    "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
    "Accept-Encoding": "gzip, deflate",  # what httpx unpacks by itself, piece by piece, so that the cap can hold
    "Accept-Language": "*",
}
_OTHER = {"application/pdf": "a PDF document", "application/zip": "an archive"} | {
    kind: f"{what} file" for kind, what in (("image/", "an image"), ("audio/", "a sound"), ("video/", "a video"))
}


def fetch(address: str, settings: SourceSettings, report: Report) -> Page:
    """Fetch `address`, following redirects; raises SourceError.

    Credentials in the address are sent to its own host only, and shown nowhere.
    """
    url = _parsed(address)
    deadline = time.monotonic() + settings.total_timeout
    with _told(url), httpx.Client(headers=_HEADERS, timeout=settings.timeout, follow_redirects=False) as client:
        request = client.build_request("GET", url)
        for _ in range(REDIRECTS + 1):
            report("connecting", 0, None)
            response = client.send(request, stream=True)
            try:
                if response.next_request is None:
                    data = _body(response, settings, deadline, report)
                    return Page(source=address, data=data, url=_shown(response.url), content_type=_type(response))
                _check_redirect(url, response.next_request.url)
                request = response.next_request
            finally:
                response.close()
    raise SourceError(
        "http", f"{url.host} redirects more than {REDIRECTS} times, perhaps in a circle. Try it in the browser."
    )


def _parsed(address: str) -> httpx.URL:
    try:
        url = httpx.URL(address.strip())
    except httpx.InvalidURL as error:
        raise SourceError("network", f"This is no address: {error}.") from None
    if not url.host:
        raise SourceError("network", "This address names no host.")
    return url


def _shown(url: httpx.URL) -> str:
    """An address without the credentials in it."""
    return str(url.copy_with(userinfo=b""))


def _type(response: httpx.Response) -> str | None:
    kind = response.headers.get("content-type")
    return clean_line(kind) if kind else None


def _check_redirect(typed: httpx.URL, target: httpx.URL) -> None:
    """Refuse a redirect that leaves the web, or that leads from a public host into the private network."""
    if target.scheme not in {"http", "https"}:
        raise SourceError(
            "http", f"{typed.host} redirects to a “{clean_line(target.scheme)}:” address, which is not followed."
        )
    if target.host != typed.host and _is_private(target.host) and not _is_private(typed.host):
        raise SourceError(
            "http", f"{typed.host} redirects to {target.host}, a host of your own network, which is not followed."
        )


def _is_private(host: str) -> bool:
    try:
        addresses = {info[4][0] for info in socket.getaddrinfo(host, None)}
    except OSError:
        return False  # the request that follows will say what is wrong
    return any(not ipaddress.ip_address(str(each).partition("%")[0]).is_global for each in addresses)


def _body(response: httpx.Response, settings: SourceSettings, deadline: float, report: Report) -> bytes:
    if problem := explain(response.status_code, response.headers.get("retry-after")):
        raise SourceError("http", f"{response.url.host} answers: {problem}")
    kind = (_type(response) or "").lower()
    if other := next((what for prefix, what in _OTHER.items() if kind.startswith(prefix)), None):
        raise SourceError("not-an-article", f"This is {other}, not an article. Open it in the browser.")
    length = response.headers.get("content-length", "")
    total = int(length) if length.isdecimal() and "content-encoding" not in response.headers else None
    parts = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > settings.most_bytes:
            raise too_large(settings.most_bytes)
        if time.monotonic() > deadline:
            raise SourceError(
                "network", f"{response.url.host} is too slow: {size} bytes in {settings.total_timeout:g} seconds."
            )
        parts.append(part)
        report("receiving", size, total)
    return b"".join(parts)


@contextmanager
def _told(url: httpx.URL) -> Iterator[None]:
    """Turn what httpx raises into a message that says what happened and what to do."""
    try:
        yield
    except httpx.TimeoutException:
        raise SourceError(
            "network", f"{url.host} does not answer in time. Try again, or raise timeout under [sources]."
        ) from None
    except httpx.DecodingError:
        raise SourceError("network", f"{url.host} sent a page whose compression is broken. Try again later.") from None
    except httpx.TransportError as error:
        raise _connection(url.host, error) from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
        raise SourceError("network", f"{url.host} cannot be read: {clean_line(str(error))}.") from None


def _connection(host: str, error: Exception) -> SourceError:
    causes = list(_causes(error))
    if tls := next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None):
        reason = clean_line(getattr(tls, "verify_message", "") or tls.reason or str(tls))
        return SourceError("tls", f"The connection to {host} is not safe ({reason}). Check the address and your clock.")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return SourceError("network", f"There is no host {host}, or no network. Check the address and the connection.")
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return SourceError("network", f"{host} refuses the connection. Check the address, or try again later.")
    return SourceError(
        "network", f"The connection to {host} broke off: {clean_line(str(error)) or type(error).__name__}."
    )


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
