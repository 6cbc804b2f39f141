"""The whole page, with no column chosen."""

import sample_pages

from newsread_filters import Page
from newsread_filters.extract import extract, extract_whole


def test_the_whole_page_holds_all_that_the_column_leaves_out() -> None:
    """Navigation, margins and footer are there, in the page's order, around the article's own lines."""
    for sample in sample_pages.load():
        whole = [block.source_text for block in extract_whole(sample.page).blocks]
        column = [block.source_text for block in extract(sample.page).blocks]
        assert not {line for line in column if len(line) > 80} - set(whole), sample.name
        assert len(whole) >= len(column)


def test_plain_text_is_whole_already() -> None:
    """A text has no column."""
    page = Page(source="x", data=b"One line.\n\nAnother line.\n")
    assert extract_whole(page) == extract(page)
