"""Which language a text is in, by its function words; used only where no metadata tells."""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from newsread_filters.view import words

_ENOUGH = 600
"""Words looked at: more tell no more."""
_SHARE = 0.12
"""Running text has at least this share of function words."""
_HARDLY_ANY = 0.04
"""A text with less than this share of a language's function words is not in it."""


def language_of(texts: Iterable[str], declared: str | None) -> str | None:
    """The language code of `texts`: the `declared` one, unless the words speak plainly against it."""
    said, table = _first_words(texts), function_words()
    guessed = _guess(said, table)
    if declared is None or (declared in table and said.total() >= 50 and _contradicts(said, table, declared, guessed)):
        return guessed
    return declared


def _contradicts(said: Counter[str], table: Mapping[str, frozenset[str]], declared: str, guessed: str | None) -> bool:
    """Whether hardly a function word of the `declared` language occurs, or three times as many of the `guessed` one."""
    count = _count(said, table[declared])
    return count < _HARDLY_ANY * said.total() or (guessed is not None and 3 * count < _count(said, table[guessed]))


def guess(texts: Iterable[str]) -> str | None:
    """The language code of `texts`, two letters; None when unsure."""
    return language_of(texts, None)


def _guess(said: Counter[str], table: Mapping[str, frozenset[str]]) -> str | None:
    scores = Counter({language: _count(said, table[language]) for language in table})
    (best, most), (second, _) = scores.most_common(2)
    own, others = _count(said, table[best] - table[second]), _count(said, table[second] - table[best])
    return best if most >= max(3, _SHARE * said.total()) and own >= max(2, 2 * others) else None


def _count(said: Counter[str], wanted: frozenset[str]) -> int:
    return sum(said[word] for word in wanted)


def _first_words(texts: Iterable[str]) -> Counter[str]:
    counts = Counter[str]()
    for text in texts:
        counts.update(words(text[:20000]))
        if counts.total() >= _ENOUGH:
            break
    return counts


@cache
def function_words() -> Mapping[str, frozenset[str]]:
    """The commonest function words of each language, by its code."""
    source = Path(__file__).parents[1] / "data" / "function_words.toml"
    return {language: frozenset(said.split()) for language, said in tomllib.loads(source.read_text("utf-8")).items()}
