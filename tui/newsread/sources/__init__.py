"""Where pages come from: the web, a file, standard input, or the sample that newsread brings along."""

from typing import TYPE_CHECKING

from newsread.sources.address import is_address, lasting, shown
from newsread.sources.errors import SourceError
from newsread.sources.report import Report
from newsread_filters.model import Page

if TYPE_CHECKING:
    from newsread.config.declaration import SourceSettings  # it brings all filters along

__all__ = ["Report", "SourceError", "is_address", "lasting", "load", "sample", "shown"]


def load(source: str, settings: "SourceSettings", report: Report = lambda *_: None) -> Page:
    """Return the page of `source`: an http(s) address, a path, or "-"; raises SourceError.

    It may block: run it where it can be stopped.
    """
    if is_address(source):
        from newsread.sources import web

        return web.fetch(source, settings, report)
    if source == "-":
        from newsread.sources import stdin

        return stdin.read(settings.most_bytes)
    from newsread.sources import file

    return file.read(source, settings.most_bytes)


def sample() -> Page:
    """The sample article, written by us, with every kind of clutter in it."""
    from importlib.resources import files

    return Page(source="the sample article", data=(files("newsread") / "sample.html").read_bytes())
