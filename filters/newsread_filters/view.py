"""What a filter sees: the article as the earlier filters left it, with the questions that filters ask answered once."""

import re
from collections import Counter
from functools import cached_property

from newsread_filters.model import Article, Block, BlockKind, Hints, Span

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in lower case, without punctuation, an apostrophe within a word made straight."""
    return tuple(_WORD.findall(text.lower().replace("’", "'")))


class BlockView:
    """One block that still shows something; offsets are into its kept `text`."""

    def __init__(self, number: int, block: Block) -> None:
        """View `block`, which is number `number` of its article."""
        self.number = number
        self.block = block
        self.kind: BlockKind = block.kind
        self.level = block.level
        self.hints: Hints = block.hints
        self.text = block.text

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of the kept text, lower case."""
        return words(self.text)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The spans that the cuts left, in offsets of the kept text."""
        if not self.block.cuts:
            return self.block.spans
        moved = []
        for span in self.block.spans:
            start, end = self.to_kept(span.start), self.to_kept(span.end)
            if end > start:
                moved.append(Span(start, end, span.kind, span.href))
        return tuple(moved)

    def to_kept(self, offset: int) -> int:
        """Translate an offset of the source text; one inside a cut moves to where the cut was."""
        return offset - sum(min(cut.end, offset) - cut.start for cut in self.block.cuts if cut.start < offset)

    @cached_property
    def links(self) -> tuple[Span, ...]:
        """The link spans."""
        return tuple(span for span in self.spans if span.kind == "link")

    @cached_property
    def linked_words(self) -> int:
        """How many of the words stand in links."""
        return sum(len(words(self.text[span.start : span.end])) for span in self.links)

    @property
    def link_density(self) -> float:
        """The share of the words that stand in links, 0 to 1."""
        return min(1.0, self.linked_words / len(self.words)) if self.words else 0.0


class ArticleView:
    """The article as the earlier filters left it; `blocks` holds only what still shows something."""

    def __init__(self, article: Article, blocks: list[BlockView]) -> None:
        """View `article` through `blocks`, which the pipeline keeps up to date."""
        self.title = article.title
        self.byline = article.byline
        self.site = article.site
        self.published = article.published
        self.language = article.language
        self.description = article.description
        self.url = article.url
        self.blocks = blocks
        self.is_html = any(block.hints.tag for block in blocks[:3])

    @cached_property
    def title_words(self) -> tuple[str, ...]:
        """The words of the headline; empty when there is none."""
        return words(self.title or "")

    @cached_property
    def word_counts(self) -> Counter[str]:
        """In how many blocks each word occurs."""
        counts: Counter[str] = Counter()
        for block in self.blocks:
            counts.update(set(block.words))
        return counts
