"""HTML to an article: what the page says of itself, and the blocks of its article column."""

from newsread_filters.extract import language
from newsread_filters.extract.blocks import read_blocks
from newsread_filters.extract.column import find_column
from newsread_filters.extract.links import Links
from newsread_filters.extract.metadata import read_metadata
from newsread_filters.extract.tree import parse
from newsread_filters.model import Article


def read_html(text: str, url: str | None = None) -> Article:
    """Return the article that the page `text` holds."""
    root = parse(text)
    base = root.find(".//base[@href]")
    links = Links(url, base.get("href") if base is not None else None)
    told = read_metadata(root, url, links)
    column = find_column(root, told)
    blocks = read_blocks(column.containers, column.left_out, links)
    return Article(
        url=told.url,
        title=told.title,
        byline=told.byline,
        site=told.site,
        published=told.published,
        language=told.language or language.guess(block.source_text for block in blocks),
        description=told.description,
        blocks=blocks,
    )
