"""What a filter sees: the article as the earlier filters left it, with the questions that filters ask answered once."""

import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from itertools import pairwise

from newsread_filters.block_view import BlockView, words
from newsread_filters.model import Article, Block

__all__ = ["ArticleView", "BlockView", "words"]

_HEAD = 3
"""Blocks that stand above a text that cannot be told from what stands around it."""
_ASKED_AGAIN = ("boxes", "_stems", "_story_ends", "_near_end", "story_size", "is_spaced")


class ArticleView:
    """The article as the earlier filters left it; `blocks` holds only what still shows something."""

    def __init__(self, article: Article) -> None:
        """View `article` as it is."""
        self.title = article.title
        self.byline = article.byline
        self.site = article.site
        self.published = article.published
        self.language = article.language
        self.description = article.description
        self.url = article.url
        self.is_html = any(block.hints.tag for block in article.blocks[:3])
        self.blocks = [BlockView(number, block) for number, block in enumerate(article.blocks) if not block.removed]

    def block(self, number: int) -> BlockView | None:
        """The block of that number; None when there is none, or nothing of it left."""
        at = bisect_left(self.blocks, number, key=lambda block: block.number)
        found = self.blocks[at] if at < len(self.blocks) else None
        return found if found and found.number == number else None

    def after(self, changed: Mapping[int, Block]) -> "ArticleView":
        """Return the view with the blocks in `changed` in their places; what was counted before is carried on."""
        view = copy(self)
        for counted in _ASKED_AGAIN:
            view.__dict__.pop(counted, None)
        view.blocks = []
        for old in self.blocks:
            block = changed.get(old.number)
            new = BlockView(old.number, block) if block else old
            if block is None or not block.removed:
                view.blocks.append(new)
        if "story" in self.__dict__:
            view.__dict__["story"] = self._recounted(changed)
        return view

    @cached_property
    def boxes(self) -> dict[int, list[BlockView]]:
        """The blocks that share a small container of the page, by its number."""
        boxes: dict[int, list[BlockView]] = defaultdict(list)
        for block in self.blocks:
            if block.hints.group:
                boxes[block.hints.group].append(block)
        return boxes

    @cached_property
    def story(self) -> Counter[str]:
        """In how many blocks of running text each word occurs."""
        counts: Counter[str] = Counter()
        for block in self.blocks:
            if block.is_prose:
                counts.update(set(block.words))
        return counts

    @cached_property
    def _stems(self) -> frozenset[str]:
        """How the words of the story begin: enough to meet a word in another form again."""
        return frozenset(word[:5] for word, count in self.story.items() if count > 0)

    def weighty(self, block: BlockView) -> list[str]:
        """The words of `block` that say what it is about, as far as length tells: four letters or more, each once."""
        return [word for word in dict.fromkeys(block.words) if len(word) >= 4]

    def known(self, said: Iterable[str]) -> int:
        """How many of the words `said` occur in the story, in one form or another."""
        return sum(word[:5] in self._stems for word in said)

    @cached_property
    def story_size(self) -> int:
        """How many blocks of running text there are."""
        return sum(block.is_prose for block in self.blocks)

    @cached_property
    def _story_ends(self) -> tuple[int, int]:
        """The numbers of the first and the last block that stand in running text, with another right beside them.

        Where less than two fifths of the words are running text, as in verse and results, only the first lines are
        outside of it.
        """
        prose = [block.is_prose and not block.in_figure for block in self.blocks]
        running = sum(len(block.words) for block in self.blocks if block.is_prose)
        if 5 * running < 2 * sum(len(block.words) for block in self.blocks):
            return _HEAD, sys.maxsize
        beside = [at for at, (one, other) in enumerate(pairwise(prose)) if one and other]
        if beside:
            return self.blocks[beside[0]].number, self.blocks[beside[-1] + 1].number
        alone = [at for at, one in enumerate(prose) if one]
        return (self.blocks[alone[0]].number, self.blocks[alone[-1]].number) if alone else (_HEAD, sys.maxsize)

    def named(self, block: BlockView, *stems: str) -> str | None:
        """The page's own name (class, id, role) for `block` or a box around it that holds one of `stems`, if any.

        What much of the story stands in too names the story and nothing else, and is passed over.
        """
        if not block.hints.classes and not block.hints.outer_classes:
            return None
        names = self._names.get(block.number)
        if names is None:
            carried = dict.fromkeys((*block.hints.classes, *block.hints.outer_classes))
            names = self._names[block.number] = " ".join(name for name in carried if name not in self._story_names)
        if not any(stem in names for stem in stems):
            return None
        return next((name for name in names.split() if any(stem in name for stem in stems)), None)

    @cached_property
    def _names(self) -> dict[int, str]:
        """What the page calls each block that was asked about, once; the blocks' boxes do not change."""
        return {}

    @cached_property
    def _story_names(self) -> frozenset[str]:
        """The names that a third of the story's words stand in, as they were when first asked for."""
        carried: Counter[str] = Counter()
        total = 0
        for block in self.blocks:
            if block.is_prose:
                total += len(block.words)
                for token in {*block.hints.classes, *block.hints.outer_classes}:
                    carried[token] += len(block.words)
        return frozenset(token for token, size in carried.items() if 3 * size > total)

    def is_before_story(self, block: BlockView) -> bool:
        """Whether `block` stands above the first paragraphs, where pages put bylines, dates and buttons."""
        return block.number < self._story_ends[0]

    def is_after_story(self, block: BlockView) -> bool:
        """Whether `block` stands below the last paragraphs, where pages put topics, credits and other stories."""
        return block.number > self._story_ends[1]

    def is_near_end(self, block: BlockView) -> bool:
        """Whether at most five blocks of running text stand from `block` on."""
        return block.number >= self._near_end

    @cached_property
    def _near_end(self) -> int:
        last = [block.number for block in reversed(self.blocks) if block.is_prose][:6]
        return last[5] + 1 if len(last) > 5 else 0

    @cached_property
    def is_spaced(self) -> bool:
        """Whether blank lines part the paragraphs of a plain text, so that lines that stand tight belong together."""
        prose = [block.hints.blank_before for block in self.blocks if block.is_prose]
        return 2 * sum(blank > 0 for blank in prose) >= len(prose)

    def _recounted(self, changed: Mapping[int, Block]) -> Counter[str]:
        counts = self.story.copy()
        for number, block in changed.items():
            old, new = self.block(number), BlockView(number, block)
            if old and old.is_prose:
                counts.subtract(set(old.words))
            if new.is_prose:
                counts.update(set(new.words))
        return counts
