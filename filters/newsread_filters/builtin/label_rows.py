"""Rows of buttons that a page has glued into one line: "Diesen Artikel teilenKommentare", "Save Share Comments"."""

from functools import cache

from newsread_filters.builtin.labels import is_marked
from newsread_filters.lexicon import lexicon
from newsread_filters.phrases import Words, key
from newsread_filters.view import ArticleView, BlockView

_KINDS = ("share", "comments", "furniture", "newsletter", "follow", "app", "paywall", "player", "gallery", "related")
_LONGEST_ROW, _LONGEST_LABEL = 16, 7
"""Words of such a row, and of the longest label in it."""


def is_label_row(article: ArticleView, block: BlockView, *names: str) -> bool:
    """Whether `block` is two labels or more and nothing else, above or below the text or marked as the page's own."""
    if not 2 <= len(block.words) <= _LONGEST_ROW or block.kind == "heading" or block.ends_sentence:
        return False
    if not is_marked(article, block, *names):
        return False
    labels = _labels(article.language)
    return any(_count(said, labels) > 1 for said in dict.fromkeys((block.words, block.unglued)))


def _count(said: Words, labels: frozenset[str]) -> int:
    """The number of labels that `said` is made of, the fewest that there can be; 0 when it holds anything else."""
    fewest: list[int] = [0]
    for end in range(1, len(said) + 1):
        starts = [
            start
            for start in range(max(0, end - _LONGEST_LABEL), end)
            if (fewest[start] or not start) and key(said[start:end]) in labels
        ]
        fewest.append(min((fewest[start] + 1 for start in starts), default=0))
    return fewest[-1]


@cache
def _labels(language: str | None) -> frozenset[str]:
    tables = (lexicon(language)[kind] for kind in _KINDS)
    return frozenset(label for table in tables for label in table.phrases.keys | table.labels.keys)
