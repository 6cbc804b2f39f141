"""The whole page's text with no column chosen: what a reader falls back on when the article seems cut short."""

from msgspec.structs import replace

from newsread_filters.extract.html import links_of, read_html
from newsread_filters.extract.tree import parse
from newsread_filters.extract.walk import Walk
from newsread_filters.model import Article


def read_whole(text: str, url: str | None = None) -> Article:
    """Return all the text of the page `text`, in its order, with what the page says of itself."""
    root = parse(text)
    body = root.find("body")
    column = root if body is None else body
    walk = Walk(column, links_of(root, url))
    walk.read(column)
    return replace(read_html(text, url), blocks=walk.blocks())
