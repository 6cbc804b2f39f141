"""Lists of headlines in HTML: lines that are links, and what stands between them in the same box."""

from itertools import pairwise, takewhile

from newsread_filters.builtin.headlines import foreign, is_linked
from newsread_filters.builtin.labels import is_marked
from newsread_filters.lexicon import Table
from newsread_filters.view import ArticleView, BlockView

_NAMES = (
    "related", "recirc", "readnext", "read-next", "read-more", "readmore", "moreon", "more-on", "more-from", "mostread",
    "most-read", "most_read", "mostpopular", "most-popular", "most-viewed", "popular-", "trending", "recommend",
    "outbrain", "taboola", "similar", "onward", "also-like", "also-read", "also-might", "might-also", "topstories",
    "top-stories", "latest-news", "latest-stories", "promo", "rail__", "rail-item", "article-rail", "hub-card",
    "see-also", "seealso", "further-reading", "read-also", "story-list", "newsfeed", "zergnet", "teads", "revcontent",
)  # fmt: skip
_ASIDE = frozenset({"aside", "nav", "footer", "li"})
_ENTRIES = frozenset({"li", "article"})
_ENTRY = 60
"""More words of running text than any teaser has: a heading over them belongs to them, linked or not."""
_CARD = 3
"""Lines in a card: a headline, a teaser, a date."""
_FOREIGN = 0.25
"""The share of a teaser's longer words that may occur in the story."""
_TEASER, _TEASER_WORDS = 300, 50
"""Characters of the longest teaser that breaks off, and words of any other."""
_TEASERS = 0.25
"""The share of a page's running text that may be teasers; where more stands with linked headlines, it is the text."""


def find(article: ArticleView, table: Table, density: float) -> dict[int, str]:
    """The blocks of lists, with the reasons."""
    found = _headlines(article, density, table)
    headlines = set(found)
    for at, block in enumerate(article.blocks):
        if block.number not in found and _is_header(article, at, table, found):
            found[block.number] = "the heading of a list of other stories"
    _name_headers(article, found, headlines)
    _add_neighbours(article, found)
    _add_teasers(article, found, headlines)
    return found


def _headlines(article: ArticleView, density: float, table: Table) -> dict[int, str]:
    """The lines that are links as a whole, unless the page is made of them, and those in boxes named for it."""
    linked = {block.number: block for block in article.blocks if is_linked(article, block, density)}
    if _are_the_text(article, linked):
        linked = {number: block for number, block in linked.items() if article.named(block, *_NAMES)}
    found = {}
    for at, block in enumerate(article.blocks):
        name = article.named(block, *_NAMES)
        headed = at > 0 and article.blocks[at - 1].words in table.phrases
        if block.number in linked and len(block.words) > 3 and (name or headed or not _heads_text(article, at)):
            found[block.number] = _counted(block)
        elif name and not block.is_prose and block.kind not in ("table_row", "code") and not _heads_text(article, at):
            found[block.number] = f"stands in a box that the page calls “{name}”"
    return found


def _are_the_text(article: ArticleView, linked: dict[int, BlockView]) -> bool:
    words = sum(len(block.words) for block in article.blocks)
    return 2 * sum(len(block.words) for block in linked.values()) > words


def _heads_text(article: ArticleView, at: int) -> bool:
    """Whether a heading stands over running text of its own: an entry of a list that is the story."""
    block, below = article.blocks[at], article.blocks[at + 1 : at + 2]
    if block.kind != "heading" or not below or not below[0].is_prose:
        return False
    if _ENTRIES & set(block.hints.ancestors) - set(below[0].hints.ancestors):
        return False  # it stands in an entry of its own, and the text goes on behind that
    if _is_teaser(article, block, below[0]):
        return False
    if _words_below(article, at) > _ENTRY:
        return True
    return not article.is_after_story(block) and _ASIDE.isdisjoint(block.hints.ancestors)


def _words_below(article: ArticleView, at: int) -> int:
    """How many words of running text stand below a heading, up to what is none."""
    return sum(len(block.words) for block in takewhile(lambda each: each.is_prose, article.blocks[at + 1 : at + 5]))


def _counted(block: BlockView) -> str:
    if block.linked_words >= len(block.words):
        return "all of it is a link to another story"
    return f"{block.linked_words} of its {len(block.words)} words are links"


def _is_header(article: ArticleView, at: int, table: Table, found: dict[int, str]) -> bool:
    """Whether the block is the heading of a list that begins within the next two blocks, or of one that never came."""
    block, below = article.blocks[at], article.blocks[at + 1 : at + 3]
    if block.is_prose or block.is_spoken or len(block.words) > 8:
        return False
    if not any(each.number in found for each in below):
        empty = not below or below[0].kind == "heading" or block.hints.group not in (0, below[0].hints.group)
        if empty and block.words in table.labels and article.named(block, *_NAMES):
            return True
        return empty and (block.words in table.phrases or table.prefix(block.words) > 1) and is_marked(article, block)
    said = block.words in table.phrases or block.words in table.labels or table.prefix(block.words)
    in_box = block.hints.group and any(each.hints.group == block.hints.group for each in below if each.number in found)
    return bool(said or in_box or (block.kind == "heading" and article.is_after_story(block)))


def _name_headers(article: ArticleView, found: dict[int, str], headlines: set[int]) -> None:
    """Say of the links below a heading what it is: "in the list of links under “Most read”"."""
    header = ""
    for block in article.blocks:
        if block.number not in found:
            header = ""
        elif block.number not in headlines:
            header = block.text
        elif header and block.links:
            found[block.number] = f"in the list of links under “{header}”"


def _add_neighbours(article: ArticleView, found: dict[int, str]) -> None:
    """Take labels, dates and numbers along that stand between the lines of a list, or in its box."""
    last: BlockView | None = None
    between: list[BlockView] = []
    for block in article.blocks:
        if block.number in found:
            if last and len(between) <= 3:
                found.update((each.number, "stands between lines of a list of other stories") for each in between)
            last, between = block, []
        elif block.is_prose or len(block.words) > 12 or block.kind in ("heading", "code", "table_row"):
            last, between = None, []
        else:
            between.append(block)


def _add_teasers(article: ArticleView, found: dict[int, str], headlines: set[int]) -> None:
    """Take the teasers of linked headlines along, where the page sets both apart from the text."""
    cards = {block.number for block in _cards(article, headlines)}
    teasers = [
        block
        for box in article.boxes.values()
        for one, block in pairwise(box)
        if block.number not in found
        and one.number in headlines
        and (_is_apart(article, block) or one.number in cards or _breaks_off(block))
    ]
    teasers += [
        block
        for one, block in pairwise(article.blocks)
        if one.number in headlines and block.number not in found and _is_teaser(article, one, block)
    ]
    prose = sum(len(block.words) for block in article.blocks if block.is_prose)
    if sum(len(block.words) for block in teasers) <= _TEASERS * prose:
        found.update(
            (block.number, "the teaser of another story, in a box with its linked headline") for block in teasers
        )


def _is_teaser(article: ArticleView, one: BlockView, block: BlockView) -> bool:
    """Whether the page calls both the headline `one` and the text below it a teaser."""
    return len(block.words) <= _TEASER_WORDS and bool(article.named(one, "teaser") and article.named(block, "teaser"))


def _breaks_off(block: BlockView) -> bool:
    """Whether a text breaks off with dots, as a teaser does."""
    return block.text.endswith(("...", "…")) and len(block.text) <= _TEASER


def _cards(article: ArticleView, headlines: set[int]) -> list[BlockView]:
    """The linked headlines of cards that stand in a row: boxes of a headline, a short text and hardly more.

    Entries of a list that is the story have their headlines as headings, or more text below them.
    """
    boxes = [box for box in article.boxes.values() if box[0].number in headlines and _is_card(article, box)]
    in_row = {one[0].number for pair in pairwise(boxes) for one in pair if pair[1][0].number - pair[0][-1].number == 1}
    return [box[0] for box in boxes if box[0].number in in_row]


def _is_card(article: ArticleView, box: list[BlockView]) -> bool:
    if not 2 <= len(box) <= _CARD or box[0].kind == "heading" or box[-1].number - box[0].number >= len(box):
        return False
    text = [block for block in box[1:] if len(block.words) > 3]
    known = article.named(box[0], "card", "teaser") or (text and foreign(article, text[0], _FOREIGN))
    return bool(known) and all(
        len(block.words) <= _TEASER_WORDS and block.kind in ("paragraph", "list_item") for block in box[1:]
    )


def _is_apart(article: ArticleView, block: BlockView) -> bool:
    if block.link_density >= 0.8:
        return True
    apart = not _ASIDE.isdisjoint(block.hints.ancestors) or article.is_after_story(block)
    return len(block.words) <= _TEASER_WORDS and (apart or bool(article.named(block, *_NAMES)))
