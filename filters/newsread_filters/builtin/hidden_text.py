"""The filter hidden_text."""

from collections import defaultdict
from collections.abc import Iterator
from typing import ClassVar

from newsread_filters.filter import Clutter, Example, Filter
from newsread_filters.view import ArticleView, BlockView

_PARAGRAPH = 80
"""Bytes of UTF-8; a paragraph of a story is longer than most notices."""


class HiddenText(Filter, frozen=True):
    """What the page holds but does not show until somebody presses a button: menus, forms, lists for other screens.

    It goes when the page's own name for its box says so ("hidden", "d-none") and the box holds no paragraph of a story:
    some publishers hide the rest of it in this way until a script has asked who reads. Sentences stay in any case.
    """

    name = "hidden_text"
    covers: ClassVar[tuple[str, ...]] = ("hidden",)
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <div class="hidden"><p>Choose your edition</p><ul><li>Harbour</li><li>Old Town and Hill</li></ul></div>
            <p>It was first seen by the organist, who was late for Sunday's service.</p>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            It was first seen by the organist, who was late for Sunday's service.
            """,
            "a menu that opens at a press",
        ),
        Example(
            """
            <html><body><article>
            <h1>Heron returns to church roof after three years</h1>
            <p>The heron is back on the church roof after three long years away.</p>
            <div class="hidden"><h2>Late for church</h2>
            <p>It was first seen by the organist, who was late for Sunday's service because of it.</p></div>
            <ul class="hidden md:block"><li>Three herons in 1990</li><li>None since</li></ul>
            </article></body></html>
            """,
            """
            Heron returns to church roof after three years
            The heron is back on the church roof after three long years away.
            Late for church
            It was first seen by the organist, who was late for Sunday's service because of it.
            Three herons in 1990
            None since
            """,
            "the rest of the story stays, and what is hidden on small screens only",
        ),
    )

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the lines of hidden boxes without running text."""
        boxes: dict[int, list[BlockView]] = defaultdict(list)
        for block in article.blocks:
            if block.hints.hidden:
                boxes[block.hints.hidden].append(block)
        for box in boxes.values():
            prose = {block.number for block in box if block.is_prose and block.kind != "list_item"}
            if not any(block.number in prose and len(block.text.encode()) >= _PARAGRAPH for block in box):
                for block in box:
                    if block.number not in prose and block.kind not in ("table_row", "code"):
                        yield Clutter(block.number, "the page keeps it hidden until somebody asks for it")
