"""Tells quotes from other quoted words: titles of works, nicknames, terms, scare quotes; each by a named rule."""

from newsread_filters.quotes.attribute import Attributed
from newsread_filters.quotes.words import Words

_SMALL = frozenset("a an and as at but by for from in is into nor of off on or over per so the to up via vs with yet it".split())


def rejected(entry: Attributed, found: list[Attributed]) -> str | None:
    """The rule by which a quoted stretch is no quote; None when it is one."""
    sentence, quoted = entry.sentence, entry.quoted
    words = sentence.words
    at = sentence.chunks.lows[entry.chunk]
    before = words.tags[at - 1] if at > sentence.low else "."
    after = words.tags[at + 1] if at + 1 < sentence.high else "."
    short = quoted.words <= 4
    if before in "NT" and after == "N" and quoted.words <= 2:
        return "nickname"
    if quoted.mark in "'‘" and quoted.words <= 8 and len(words.tags) == 1:
        return "heading"
    if quoted.words <= 12 and is_titled(words.text[quoted.start : quoted.end]) and _names_work(words, at, before, after):
        return "title_of_work"
    if short and before in "dnjoplzN" and _follows_direct_speech(entry, found):
        return "term_in_reporting_clause"
    if entry.clause is None:
        if is_titled(words.text[quoted.start : quoted.end]):
            return "name_or_title"
        return "scare_quotes" if short else None
    return None


def _names_work(words: Words, at: int, before: str, after: str) -> bool:
    """Whether what stands beside a capitalised stretch makes it the name of a work, a programme or a place."""
    works = words.lexicon.groups["works"]
    if before in "zp" or (after != "." and words.lowers[at + 1] in works):
        return True
    if before == "." or at < 1:
        return False
    return words.lowers[at - 1] in works or (before == "," and at > 1 and words.tags[at - 2] in "nR")


def _follows_direct_speech(entry: Attributed, found: list[Attributed]) -> bool:
    """Whether the sentence begins with direct speech and this stretch stands in the clause behind it."""
    chunks = entry.sentence.chunks
    if entry.clause is None or entry.chunk < 3 or chunks.kinds[0] not in "QCUF":
        return False
    first = next((each for each in found if each.sentence is entry.sentence), None)
    return (
        first is not None
        and first is not entry
        and first.clause is not None
        and entry.clause.cue is not None
        and first.clause.cue == entry.clause.cue
        and chunks.lows[0] < entry.clause.cue[0] < chunks.lows[entry.chunk]
    )


def is_titled(text: str) -> bool:
    """Whether every word that a title would capitalise is capitalised."""
    found = text.replace("—", " ").split()
    return (
        bool(found)
        and found[0][:1].isupper()
        and all(
            word[:1].isupper() or not word[:1].isalpha() or word.lower().strip(".,!?") in _SMALL for word in found
        )
    )
