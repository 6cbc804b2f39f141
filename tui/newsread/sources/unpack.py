"""Unpacks what a server packed, never to more than it may be: a bomb of a thousand to one stops at the cap.

httpx would unpack by itself, but a received piece whole, and a page packed several times over as often as it says.
"""

import zlib

from newsread.sources.errors import SourceError, too_large

ACCEPTED = "gzip, deflate"
"""What this module unpacks, as the Accept-Encoding header says it."""

_PACKINGS = frozenset({"gzip", "x-gzip", "deflate", "br", "zstd", "compress", "x-compress"})
_EITHER_HEADER = zlib.MAX_WBITS | 32
_NO_HEADER = -zlib.MAX_WBITS


class Unpacker:
    """Unpacks one page, piece by piece, up to `most` bytes."""

    def __init__(self, encoding: str, most: int) -> None:
        """Prepare for the Content-Encoding header `encoding`; names that are no packing ("utf-8") mean nothing."""
        packings = [name for name in (each.strip().lower() for each in encoding.split(",")) if name in _PACKINGS]
        if packings not in ([], ["gzip"], ["x-gzip"], ["deflate"]):
            raise SourceError("unreadable", f"The page is packed in a way that was not asked for: {encoding}.")
        self.is_packed = bool(packings)
        self._bare = packings == ["deflate"]  # some servers send deflate without its header
        self._inflater = zlib.decompressobj(_EITHER_HEADER)
        self._most = most
        self._size = 0

    def feed(self, piece: bytes) -> bytes:
        """Return what `piece` adds to the page; raises SourceError when that is too much, or damaged."""
        unpacked = self._inflate(piece) if self.is_packed else piece
        self._size += len(unpacked)
        if self._size > self._most:
            raise too_large(self._most)
        return unpacked

    def end(self) -> None:
        """Raise SourceError when more should have come."""
        if self.is_packed and self._size and not self._inflater.eof:
            raise SourceError("network", "Only a part of the page came. Try again.")

    def _inflate(self, piece: bytes) -> bytes:
        try:
            return self._inflater.decompress(piece, self._most - self._size + 1)
        except zlib.error:
            if not self._bare or self._size:
                raise SourceError("network", "The page came damaged: its packing is broken. Try again.") from None
            self._bare = False
            self._inflater = zlib.decompressobj(_NO_HEADER)
            return self._inflate(piece)
