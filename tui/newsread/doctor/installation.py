"""Which newsread this is, and what it was installed with: the first thing that a report of an error must say."""

import platform
import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires, version

from newsread import __version__
from newsread.doctor.finding import Finding

_NAME = re.compile(r"[\w.-]+")
"""The name at the start of a requirement such as "textual<9,>=8.2"."""


def check() -> Iterator[Finding]:
    """The versions of newsread, Python and every library that newsread asks for."""
    yield Finding("PASS", "newsread", f"{__version__}, on Python {platform.python_version()} and {platform.system()}")
    try:
        asked = [found[0] for each in requires("newsread") or () if ";" not in each and (found := _NAME.match(each))]
    except PackageNotFoundError:
        yield Finding("WARN", "libraries", "newsread runs without being installed, so nothing tells what it needs.")
        return
    try:
        yield Finding("PASS", "libraries", ", ".join(f"{name} {version(name)}" for name in asked))
    except PackageNotFoundError as missing:
        yield Finding("FAIL", "libraries", f"{missing.name} is not installed; install newsread again.")
