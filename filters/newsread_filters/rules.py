"""The user's own rules: lines to remove, lines to keep, and where the article ends."""

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Literal

from msgspec import Struct

from newsread_filters.filter import Clutter
from newsread_filters.model import Block
from newsread_filters.sites import belongs
from newsread_filters.view import ArticleView

PATTERN_SECONDS = 0.5
"""How long a pattern may take over one article, all its lines together."""


class NotApplied(Exception):  # noqa: N818 - it says what became of the rule
    """A rule is left out for this article; the message says which and why."""


class PatternError(ValueError):
    """A pattern that is no regular expression; `position` is the character where it goes wrong, from 0."""

    def __init__(self, message: str, position: int | None) -> None:
        super().__init__(message)
        self.position = position


class Rule(Struct, frozen=True, kw_only=True, dict=True):
    """One `[[rules]]` table: exactly one of the five tests, and what to do with a line that passes it.

    The tests look at a whole line as extracted and heed upper and lower case; a `pattern` may begin with `(?i)`.
    """

    name: str = "rule"
    reason: str = ""
    equals: str | None = None
    contains: str | None = None
    starts_with: str | None = None
    ends_with: str | None = None
    pattern: str | None = None
    in_links: bool = False
    """Test the words of each link in the line instead of the line."""
    action: Literal["remove", "keep", "end"] = "remove"
    sites: tuple[str, ...] = ()
    """Hosts where it holds, their subdomains too; everywhere when empty."""

    def holds_at(self, host: str | None) -> bool:
        """Whether the rule is meant for articles of `host`."""
        return not self.sites or any(belongs(host, site) for site in self.sites)

    def matches(self, block: Block) -> bool:
        """Whether a line passes the test; raises NotApplied when a pattern takes too long."""
        if not self.in_links:
            return self._test(block.source_text)
        links = (span for span in block.spans if span.kind == "link")
        return any(self._test(block.source_text[span.start : span.end]) for span in links)

    def find(self, article: ArticleView) -> Iterator[Clutter]:
        """Yield the lines to remove; raises NotApplied when they hold more than half of the words there are."""
        numbers = [number for number, view in enumerate(article.blocks) if self.matches(view.block)]
        if self.action == "end" and numbers:
            numbers = list(range(numbers[0], len(article.blocks)))
        sizes = [len(view.text.split()) for view in article.blocks]
        taken, there = sum(sizes[number] for number in numbers), sum(sizes)
        if 2 * taken > there:
            raise NotApplied(
                f"{self.name} would remove {taken} of {there} words, more than half, so it is not applied here."
            )
        for number in numbers:
            yield Clutter(article.blocks[number].number, self.reason or self._told)

    @property
    def _told(self) -> str:
        tests = ("equals", "contains", "starts_with", "ends_with", "pattern")
        test = next((each for each in tests if getattr(self, each) is not None), "")
        words = f"your rule: {test.replace('_', ' ')} “{getattr(self, test, '')}”"
        return words + (", and the article ends there" if self.action == "end" else "")

    @cached_property
    def _test(self) -> Callable[[str], bool]:
        if self.equals is not None:
            return self.equals.__eq__
        if self.contains is not None:
            return lambda text: str(self.contains) in text
        if self.starts_with is not None:
            return lambda text: text.startswith(str(self.starts_with))
        if self.ends_with is not None:
            return lambda text: text.endswith(str(self.ends_with))
        return _timed(self.pattern or "", self.name)


def check_pattern(pattern: str) -> None:
    """Raise PatternError when `pattern` is no regular expression."""
    import regex

    try:
        regex.compile(pattern)
    except regex.error as error:
        raise PatternError(str(error), getattr(error, "pos", None)) from None


def protected(rules: Iterable[Rule], blocks: Iterable[Block]) -> frozenset[int]:
    """The numbers of the blocks that a rule with action "keep" saves from every filter and rule."""
    keepers = [rule for rule in rules if rule.action == "keep"]
    return (
        frozenset(n for n, block in enumerate(blocks) if any(rule.matches(block) for rule in keepers))
        if keepers
        else frozenset()
    )


def _timed(pattern: str, name: str) -> Callable[[str], bool]:
    """A search that gives up: `regex` and not `re`, because `(a|aa)+$` would hang `re` for good."""
    import time

    import regex

    compiled = regex.compile(pattern)
    left = PATTERN_SECONDS

    def test(text: str) -> bool:
        nonlocal left
        started = time.monotonic()
        try:
            return compiled.search(text, timeout=max(left, 0.001)) is not None
        except TimeoutError:
            raise NotApplied(f"{name} takes too long: its pattern “{pattern}” tries too many ways to match.") from None
        finally:
            left -= time.monotonic() - started

    return test
