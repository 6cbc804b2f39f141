"""newsread_filters: text in, understanding out. Pure: no screen, no network, no global state.

A public name is imported when it is first asked for: a program that only shows what was read need not load what reads.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsread_filters.filter import Clutter, Example, Filter
    from newsread_filters.model import (
        Article,
        Block,
        Cut,
        Hints,
        Notice,
        Overrides,
        Page,
        Quote,
        QuoteSpan,
        Reading,
        Span,
        Unreadable,
    )
    from newsread_filters.reading import read
    from newsread_filters.view import ArticleView, BlockView

__all__ = [
    "Article", "ArticleView", "Block", "BlockView", "Clutter", "Cut", "Example", "Filter", "Hints", "Notice",
    "Overrides", "Page", "Quote", "QuoteSpan", "Reading", "Span", "Unreadable", "read",
]  # fmt: skip

_MODULES = {
    "ArticleView": "view", "BlockView": "view", "Clutter": "filter", "Example": "filter", "Filter": "filter",
    "read": "reading",
}  # fmt: skip


def __getattr__(name: str) -> object:
    """Find a public name; most are of the model."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES.get(name, 'model')}"), name)
