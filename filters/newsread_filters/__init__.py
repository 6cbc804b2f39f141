"""newsread_filters: text in, understanding out. Pure: no screen, no network, no global state."""

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.model import Article, Block, Cut, Hints, Notice, Page, Quote, QuoteSpan, Span, Unreadable
from newsread_filters.reading import Overrides, Reading, read
from newsread_filters.view import ArticleView, BlockView

__all__ = [
    "Article", "ArticleView", "Block", "BlockView", "Clutter", "Cut", "Example", "Filter", "Hints", "Notice", "Overrides",
    "Page", "Quote", "QuoteSpan", "Reading", "Span", "Unreadable", "read",
]  # fmt: skip
