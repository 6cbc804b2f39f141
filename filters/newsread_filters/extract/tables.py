"""Tells a table that holds data from one that only lays out the page."""

from lxml.html import HtmlElement

_LONGEST_CELL = 300
"""Characters; more than that is text, not a value."""


def is_data(table: HtmlElement) -> bool:
    """Whether the rows of `table` are to be read as rows: cells side by side, none of which holds text of its own."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = list(table.iter("td", "th"))
    rows = {cell.getparent() for cell in cells}
    return len(cells) > len(rows) and not any(map(_holds_text, cells))


def _holds_text(cell: HtmlElement) -> bool:
    paragraphs = sum(
        1 for each in cell.iterdescendants("p", "h1", "h2", "h3", "ul", "ol", "article") if each.text_content().strip()
    )
    return paragraphs > 1 or len(cell.text_content()) > _LONGEST_CELL
