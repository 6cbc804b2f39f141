"""HTML to an article."""

import lxml.html

from newsread_filters.gate import clean_line
from newsread_filters.model import Article, Block, Hints


def read_html(text: str, url: str | None = None) -> Article:
    """Return the article that the page `text` holds."""
    root = lxml.html.document_fromstring(text)
    texts = ((element.tag, clean_line(str(element.text_content()))) for element in root.iter("p", "h2", "h3", "li"))
    blocks = tuple(Block(source_text=line, hints=Hints(tag=tag)) for tag, line in texts if line)
    return Article(url=url, title=root.findtext(".//title"), blocks=blocks)
