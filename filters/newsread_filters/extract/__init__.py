"""From a page's bytes to an article's blocks."""

from newsread_filters.model import Article, Page


def extract(page: Page) -> Article:
    """Return the article of `page`, nothing cut; raises Unreadable when there is none."""
    raise NotImplementedError
