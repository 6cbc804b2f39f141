"""Frames on a pipe between the program and its children: one letter, a length, and as many bytes."""

import os
import struct

_HEAD = struct.Struct("!cQ")

REPORT, RESULT, FAILURE = b"p", b"r", b"f"


def write(fd: int, kind: bytes, body: bytes) -> None:
    """Write one frame whole; raises BrokenPipeError when nobody reads any more."""
    data = memoryview(_HEAD.pack(kind, len(body)) + body)
    while data:
        data = data[os.write(fd, data) :]


def read(fd: int) -> tuple[bytes, bytes] | None:
    """Read one frame; None when the other side ended, also in the middle of one."""
    head = _exactly(fd, _HEAD.size)
    if head is None:
        return None
    kind, size = _HEAD.unpack(head)
    body = _exactly(fd, size)
    return None if body is None else (kind, body)


def _exactly(fd: int, size: int) -> bytes | None:
    parts = []
    while size:
        part = os.read(fd, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
