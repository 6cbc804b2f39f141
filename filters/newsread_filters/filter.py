"""What a filter is: a small class that names clutter and gives its reason. See docs/write-a-filter.md."""

from collections.abc import Iterator
from typing import ClassVar

from msgspec import Struct

from newsread_filters.view import ArticleView


class Clutter(Struct, frozen=True, gc=False):
    """One find: a block's number and the reason in words; for a part, `start` and `end` in the text seen."""

    block: int
    reason: str
    start: int | None = None
    end: int | None = None


class Example(Struct, frozen=True):
    """A small page before and after a filter: documentation, test and live preview at once."""

    before: str
    """Plain text, a line a block; HTML when it starts with "<". Indentation that all lines share does not count."""
    after: str
    """What the filter leaves, a line a block; the same lines as `before` for a near-miss that must stay."""
    note: str = ""
    """What it shows, in a few words."""


class Filter(Struct, frozen=True, kw_only=True):
    """Names one kind of clutter; its fields are its options, its docstring is its documentation.

    Subclass it, set `name`, give options defaults and `msgspec.Meta` descriptions, and write `find`.
    """

    name: ClassVar[str]
    covers: ClassVar[tuple[str, ...]] = ()
    """The kinds of clutter it names, in the taxonomy's words."""
    examples: ClassVar[tuple[Example, ...]] = ()

    enabled: bool = True

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield what is clutter in `article`, which shows what the earlier filters left."""
        raise NotImplementedError


class Shown(Struct, frozen=True):
    """An example run live: the lines that went in, and the lines that the filter left."""

    before: tuple[str, ...]
    after: tuple[str, ...]


def show(each: Filter, example: Example) -> Shown:
    """Run `example` through extraction and the filter `each` alone; raises what they raise."""
    from inspect import cleandoc

    from newsread_filters import pipeline
    from newsread_filters.extract import extract
    from newsread_filters.model import Page

    article = extract(Page(source="example", data=cleandoc(example.before).encode()))
    cleaned, notices = pipeline.run(article, [each])
    if notices:
        raise ValueError(notices[0].message)
    kept = tuple(block.text for block in cleaned.blocks if not block.removed)
    return Shown(before=tuple(block.source_text for block in article.blocks), after=kept)
