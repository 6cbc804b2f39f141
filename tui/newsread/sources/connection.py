"""Why a connection failed, found in the exceptions behind the one that came up, and what to do."""

import socket
import ssl
from collections.abc import Iterator
from urllib.request import getproxies, proxy_bypass

from newsread.sources.errors import SourceError


def not_connected(host: str, error: Exception) -> SourceError:
    """The error for a connection to `host` that ended with `error`."""
    causes = list(_causes(error))
    if tls := next((cause for cause in causes if isinstance(cause, ssl.SSLError)), None):
        reason = getattr(tls, "verify_message", "") or tls.reason or str(tls)
        return SourceError("tls", f"The connection to {host} is not safe ({reason}). Check the address and your clock.")
    told = _told(host, causes) or f"The connection to {host} broke off: {str(error).rstrip('.')}. Try again later."
    hint = " The environment names a proxy: check that, too." if getproxies() and not proxy_bypass(host) else ""
    return SourceError("network", told + hint)


def _told(host: str, causes: list[BaseException]) -> str | None:
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return f"There is no host {host}, or no network. Check the address and the connection."
    if any(isinstance(cause, ConnectionRefusedError) for cause in causes):
        return f"{host} refuses the connection. Check the address, or try again later."
    known = (cause.strerror for cause in causes if isinstance(cause, OSError) and cause.strerror)
    reason = next(known, None)
    return f"{host} cannot be reached: {reason}. Check the connection, or try again later." if reason else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    """`error` and everything behind it; several attempts to connect come as a group."""
    while error is not None:
        yield error
        if isinstance(error, BaseExceptionGroup):
            for each in error.exceptions:
                yield from _causes(each)
        error = error.__cause__ or error.__context__
