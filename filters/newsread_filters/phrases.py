"""Phrases of a lexicon, and how they are looked for in a line: as all of it, at its beginning, or anywhere."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

Words = tuple[str, ...]
ByLongest = dict[str, list[tuple[int, Words]]]
"""Phrases by their longest word, each with that word's place in it."""
_NUMBERS = 6
"""How many more words a line may have than a phrase, all of them pieces of numbers such as a date."""


class Phrases:
    """Phrases to compare whole lines with. Most lines of a story are longer than any, and are told apart by that."""

    def __init__(self, phrases: Iterable[Words]) -> None:
        """Hold `phrases`; in each, `0` stands for a run of numbers."""
        held = list(phrases)
        self.keys = frozenset(map(key, held))
        self.longest = max(map(len, held), default=0) + _NUMBERS

    def __contains__(self, said: Words) -> bool:
        """Whether `said` is one of them, whatever its numbers."""
        return len(said) <= self.longest and key(said) in self.keys


def key(said: Words) -> str:
    """Words as one string in which `#` stands for a run of numbers: how phrases are compared."""
    shaped: list[str] = []
    for word in said:
        if not word[0].isdigit():
            shaped.append(word)
        elif not shaped or shaped[-1] != "#":
            shaped.append("#")
    return " ".join(shaped)


def by_first(phrases: Iterable[Words]) -> dict[str, list[Words]]:
    """Phrases by their first word."""
    grouped: dict[str, list[Words]] = defaultdict(list)
    for said in phrases:
        grouped[said[0]].append(said)
    return grouped


def begins(phrases: Mapping[str, list[Words]], said: Words) -> int:
    """How many words the longest of `phrases` has that `said` begins with; 0 for none."""
    candidates = phrases.get(said[0], ()) if said else ()
    return max((len(each) for each in candidates if said[: len(each)] == each), default=0)


def by_longest(phrases: Iterable[Words]) -> ByLongest:
    """Phrases by their longest word, each with its place: the longest is the rarest, and is seldom met in vain."""
    grouped: ByLongest = defaultdict(list)
    for said in phrases:
        at = max(range(len(said)), key=lambda place: len(said[place]))
        grouped[said[at]].append((at, said))
    return grouped


def occurs(phrases: ByLongest, said: Words) -> str | None:
    """The first of `phrases` that occurs in `said`."""
    if phrases.keys().isdisjoint(said):
        return None
    for at, word in enumerate(said):
        for place, phrase in phrases.get(word, ()):
            if at >= place and said[at - place : at - place + len(phrase)] == phrase:
                return " ".join(phrase)
    return None
