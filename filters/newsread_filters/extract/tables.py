"""Tells a table that holds data from one that only lays out the page, and its title from a picture's."""

from lxml.html import HtmlElement

from newsread_filters.extract.elements import PICTURES

_LONGEST_CELL = 300
"""Characters; more than that is text, not a value."""


def is_data(table: HtmlElement) -> bool:
    """Whether the rows of `table` are to be read as rows: cells side by side, none of which holds text of its own."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    cells = list(table.iter("td", "th"))
    rows = {cell.getparent() for cell in cells}
    return len(cells) > len(rows) and not any(map(_holds_text, cells))


def stands_for_table(element: HtmlElement) -> bool:
    """Whether `element` is a figure that shows a table or code and no picture, or the title of one."""
    figure = element if element.tag == "figure" else next(element.iterancestors("figure"), None)
    if figure is None or next(figure.iter("table", "pre"), None) is None:
        return False
    return next(figure.iter(*PICTURES, "iframe"), None) is None


def _holds_text(cell: HtmlElement) -> bool:
    paragraphs = sum(
        1 for each in cell.iterdescendants("p", "h1", "h2", "h3", "ul", "ol", "article") if each.text_content().strip()
    )
    return paragraphs > 1 or len(cell.text_content()) > _LONGEST_CELL
