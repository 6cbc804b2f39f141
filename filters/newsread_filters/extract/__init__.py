"""From a page's bytes to an article's blocks; `extract` is all that the rest of the program needs."""

from newsread_filters.extract.charset import decode
from newsread_filters.extract.parting import parted
from newsread_filters.extract.plaintext import read_text
from newsread_filters.extract.raw import read_raw
from newsread_filters.extract.sniff import is_html, refuse_other_files
from newsread_filters.extract.weight import TooMuch, lightened, without_ballast
from newsread_filters.model import Article, Page, Unreadable

__all__ = ["TooMuch", "extract", "extract_raw", "extract_whole"]

_MOST_RAW = 20_000_000
"""Bytes of a page that are looked at when it is shown as it stands: other ways to read it have taken their time."""
_MOST_DECODED = 8_000_000
"""Bytes of what is left of them without scripts and the like; a charset that nothing fits takes long to decode."""


def extract(page: Page) -> Article:
    """Return the article of `page`, nothing cut; raises Unreadable when there is none, TooMuch when it is too large."""
    text = _text(page)
    if is_html(text, page.content_type):
        from newsread_filters.extract.html import read_html

        return parted(_not_empty(read_html(text, page.url)))
    return parted(_not_empty(read_text(text)))


def extract_whole(page: Page) -> Article:
    """Return all the text of `page`, no column chosen and nothing cut; raises as `extract` does."""
    text = _text(page)
    if is_html(text, page.content_type):
        from newsread_filters.extract.whole import read_whole

        return parted(_not_empty(read_whole(text, page.url)))
    return parted(_not_empty(read_text(text)))


def extract_raw(page: Page) -> tuple[Article, bool]:
    """Return the lines of `page` as they stand, tags left out, and whether that is all of them; raises Unreadable."""
    refuse_other_files(page.data)
    data = without_ballast(page.data[:_MOST_RAW])
    text = decode(data[:_MOST_DECODED], page.content_type)
    article, is_all = read_raw(text, is_markup=is_html(text, page.content_type))
    return _not_empty(article), is_all and len(page.data) <= _MOST_RAW and len(data) <= _MOST_DECODED


def _text(page: Page) -> str:
    refuse_other_files(page.data)
    return decode(lightened(page.data), page.content_type)


def _not_empty(article: Article) -> Article:
    if not article.blocks:
        raise Unreadable(
            "nothing-readable", "The page has no text to read. Open it in the browser to see what it shows."
        )
    return article
