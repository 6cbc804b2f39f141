"""Finds among named things what typed words mean, the best first."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Named(NamedTuple):
    """What is searched: what a thing is called, and what else is said of it."""

    title: str
    also: str = ""


def found(words: str, things: Sequence[Named]) -> list[int]:
    """The numbers of the `things` in which every one of the `words` begins a word or stands inside one.

    A thing counts for more the earlier in its title a word begins; what is found only in what is said of it comes last.
    """
    sought = words.casefold().split()
    scored = [(_score(sought, thing), number) for number, thing in enumerate(things)]
    return [number for score, number in sorted((score, number) for score, number in scored if score is not None)]


def stretches(words: str, title: str) -> list[tuple[int, int]]:
    """Where the `words` stand in `title`, in order and without overlap."""
    folded = title.casefold()
    if len(folded) != len(title):  # a letter that folds into two moves everything behind it
        return []
    marks: list[tuple[int, int]] = []
    for start, end in sorted(_places(words.casefold().split(), folded)):
        if not marks or start >= marks[-1][1]:
            marks.append((start, end))
    return marks


def _score(sought: list[str], thing: Named) -> tuple[int, int] | None:
    """How far a thing is from what is sought: how many words are not in its title, and where the others begin."""
    title, also = thing.title.casefold(), thing.also.casefold()
    missed = place = 0
    for word in sought:
        at = _begins(word, title)
        if at is not None:
            place += at
        elif word in title:
            place += len(title)
        elif word in also:
            missed += 1
        else:
            return None
    return missed, place


def _begins(word: str, title: str) -> int | None:
    """Where `word` begins a word of `title`; None when it does nowhere."""
    at = title.find(word)
    while at > 0 and title[at - 1].isalnum():
        at = title.find(word, at + 1)
    return at if at >= 0 else None


def _places(sought: list[str], title: str) -> Iterator[tuple[int, int]]:
    for word in sought:
        at = _begins(word, title)
        if at is None:
            at = title.find(word)
        if at >= 0:
            yield at, at + len(word)
