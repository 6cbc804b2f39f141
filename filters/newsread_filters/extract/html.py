"""HTML to an article: what the page says of itself, and the blocks of its article column."""

from lxml.html import HtmlElement

from newsread_filters.extract.beside import reads_as_head, reads_as_note
from newsread_filters.extract.carried import show_carried
from newsread_filters.extract.column import Column, find_column
from newsread_filters.extract.language import language_of
from newsread_filters.extract.links import Links
from newsread_filters.extract.metadata import read_metadata
from newsread_filters.extract.tree import parse
from newsread_filters.extract.walk import Walk
from newsread_filters.model import Article, Block

_LINE, _LITTLE = 80, 250
"""Characters; shorter lines are titles, menus and buttons, and less than that in longer ones is no article."""
_FEW = 10
"""Lines; a page with more, which says of no article when it was published, may be a list of headlines."""


def read_html(text: str, url: str | None = None) -> Article:
    """Return the article that the page `text` holds."""
    root = parse(text)
    links = links_of(root, url)
    told = read_metadata(root, url, links)
    blocks = _read_blocks(find_column(root, told), links)
    if _says_nothing(blocks) and (told.published or len(blocks) < _FEW) and show_carried(root):
        blocks = _read_blocks(find_column(root, told), links)
    return Article(
        url=told.url,
        title=told.title,
        byline=told.byline,
        site=told.site,
        published=told.published,
        language=language_of((block.source_text for block in blocks), told.language),
        description=told.description,
        blocks=blocks,
    )


def links_of(root: HtmlElement, url: str | None) -> Links:
    """What resolves the links of the page `root` that came from `url`."""
    base = root.find(".//base[@href]")
    return Links(url, base.get("href") if base is not None else None)


def _says_nothing(blocks: tuple[Block, ...]) -> bool:
    return sum(len(block.source_text) for block in blocks if len(block.source_text) >= _LINE) < _LITTLE


def _read_blocks(column: Column, links: Links) -> tuple[Block, ...]:
    walk = Walk(column.body, links, column.left_out)
    for each in column.head:
        walk.read_beside(each, reads_as_head)
    for each in (column.body, *column.more):
        walk.read(each)
    for each in column.tail:
        walk.read_beside(each, reads_as_note)
    return walk.blocks()
