"""Which redirects are followed: a page from outside must not make the program ask what only the user can reach."""

import asyncio
import ipaddress

from newsread.sources.errors import SourceError
from newsread_filters.gate import clean_line

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")

MOST = 10
"""How many are followed one after the other."""


async def check(host: str, scheme: str, target: str) -> None:
    """Refuse a redirect from `host` out of the web, or deeper into the private network; raises SourceError."""
    if scheme not in {"http", "https"}:
        raise SourceError("http", f"{host} redirects to a “{clean_line(scheme)}:” address, which is not followed.")
    if target != host and await _private(target) - await _private(host):
        raise SourceError("http", f"{host} redirects to {target}, in your own network, which is not followed.")


async def _private(host: str) -> set[str]:
    """Which networks that are not the public one `host` lies in."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return set()  # the request that follows will say what is wrong
    addresses = (ipaddress.ip_address(str(info[4][0]).partition("%")[0]) for info in found)
    return {_network(each) for each in map(_meant, addresses) if not each.is_global}


def _meant(address: _Address) -> _Address:
    """The old address that a new one stands for: mapped, or reached through a translator or a tunnel."""
    if isinstance(address, ipaddress.IPv4Address):
        return address
    packed = int(address)
    if address in _TRANSLATED or (packed >> 32 == 0 and packed > 1):
        return ipaddress.IPv4Address(packed & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1] or address


def _network(address: _Address) -> str:
    if address.is_loopback:
        return "the machine itself"
    return "its neighbours" if address.is_link_local else "the own network"
