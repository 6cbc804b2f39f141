"""From a page's bytes to an article's blocks; `extract` is all that the rest of the program needs."""

from newsread_filters.extract.charset import decode
from newsread_filters.extract.plaintext import read_text
from newsread_filters.extract.sniff import is_html, refuse_other_files
from newsread_filters.model import Article, Page, Unreadable


def extract(page: Page) -> Article:
    """Return the article of `page`, nothing cut; raises Unreadable when there is none."""
    refuse_other_files(page.data)
    text = decode(page.data, page.content_type)
    if is_html(text, page.content_type):
        from newsread_filters.extract.html import read_html

        article = read_html(text, page.url)
    else:
        article = read_text(text)
    if not article.blocks:
        raise Unreadable(
            "nothing-readable", "The page has no text to read. Open it in the browser to see what it shows."
        )
    return article
