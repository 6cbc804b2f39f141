"""Which language a text is in, by its function words; used only where no metadata tells."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from newsread_filters.view import words

_ENOUGH = 2000
"""Words looked at: more tell no more."""
_SHARE = 0.12
"""Running text has at least this share of function words."""


def guess(texts: Iterable[str]) -> str | None:
    """The language code of `texts`, two letters; None when unsure."""
    said = _first_words(texts)
    table = _function_words()
    scores = Counter({language: sum(said[word] for word in table[language]) for language in table})
    (best, most), (second, _) = scores.most_common(2)
    own = sum(said[word] for word in table[best] - table[second])
    others = sum(said[word] for word in table[second] - table[best])
    return best if most >= max(3, _SHARE * said.total()) and own >= max(2, 2 * others) else None


def _first_words(texts: Iterable[str]) -> Counter[str]:
    counts = Counter[str]()
    for text in texts:
        counts.update(words(text[:20000]))
        if counts.total() >= _ENOUGH:
            break
    return counts


@cache
def _function_words() -> dict[str, frozenset[str]]:
    source = files("newsread_filters") / "data" / "function_words.toml"
    return {language: frozenset(said.split()) for language, said in tomllib.loads(source.read_text("utf-8")).items()}
