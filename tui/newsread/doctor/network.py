"""Whether an address can be fetched: only when the user names one; otherwise nothing is contacted."""

from collections.abc import Iterator

from newsread.config.declaration import SourceSettings
from newsread.doctor.finding import Finding
from newsread.sources import SourceError, load, shown


def check(address: str | None, settings: SourceSettings) -> Iterator[Finding]:
    """Fetch `address` as the reader would."""
    if address is None:
        yield Finding("PASS", "network", "not tried (--network ADDRESS tries it)")
        return
    try:
        page = load(address, settings)
    except SourceError as error:
        yield Finding("FAIL", "network", f"{shown(address)}: {error.message}")
    else:
        kind = page.content_type or "an unnamed type"
        yield Finding("PASS", "network", f"{shown(address)} sent {len(page.data):,} bytes of {kind}")
