"""Tells quotes from other quoted words: titles of works, nicknames, terms, scare quotes; each by a named rule."""

import re
from collections.abc import Sequence

from newsread_filters.quotes.attribute import Attributed
from newsread_filters.quotes.chunks import QUOTED
from newsread_filters.quotes.words import Words

_SMALL = frozenset(
    "a an and as at but by for from in is into nor of off on or over per so the to up via vs with yet it".split()
)
_HEADING = re.compile(r"-*[QCUF](?:\([^()]*\))?[-.]*")
"""The tags of a line that is all in quotation marks, but for a tag in brackets."""
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]][.!?]?|[(\[][^()\[\]]*[.!?][)\]]")
"""Words that are all in brackets: what is heard or seen in a transcript."""
_SHORT = 4
"""Words up to which quoted words that nobody is named for are a term or scare quotes."""


def rejected(  # noqa: PLR0911 - one for each rule
    entry: Attributed, found: Sequence[Attributed]
) -> str | None:
    """The rule by which a quoted stretch is no quote, or None. `found` holds the stretches of its paragraph."""
    quoted, words, at = entry.quoted, entry.sentence.words, entry.word
    before = words.tags[at - 1] if at > entry.sentence.low else "."
    after = words.tags[at + 1] if at + 1 < entry.sentence.high else "."
    short = quoted.words <= _SHORT
    titled = is_titled(words.text[quoted.start : quoted.end])
    if not quoted.mark:
        return "block_of_nobody" if entry.clause is None else None
    if _BRACKETS.fullmatch(words.text, quoted.start, quoted.end):
        return "stage_direction"
    if before in "NT" and after == "N" and quoted.words <= 2:
        return "nickname"
    if quoted.mark in "'‘" and quoted.words <= 8 and _HEADING.fullmatch(words.tags):
        return "heading"
    if titled and quoted.words <= 12 and _names_work(words, at, before, after):
        return "title_of_work"
    if short and before in "dnjoplzN" and _follows_direct_speech(entry, found):
        return "term_in_reporting_clause"
    if entry.clause is None or entry.rule == "under_verb" or (short and _is_anybody(entry)):
        if titled:
            return "name_or_title"
        return "scare_quotes" if short else None
    return None


def _is_anybody(entry: Attributed) -> bool:
    """Whether no person is said to think, but whoever reads: "unless you think the bridge is 'old'"."""
    clause = entry.clause
    if clause is None or clause.mention is None or entry.rule != "thought_before":
        return False
    low, high = clause.mention
    return high - low == 1 and clause.words.lowers[low] in clause.words.lexicon.groups["anybody"]


def _names_work(words: Words, at: int, before: str, after: str) -> bool:
    """Whether what stands beside a capitalised stretch makes it the name of a work, a programme or a place."""
    groups, lowers = words.lexicon.groups, words.lowers
    works = groups["works"]
    if before in "zpo#" and not (before == "o" and at > 1 and lowers[at - 2] in groups["cue nouns"]):
        return True
    if after != "." and (lowers[at + 1] in works or _is_work_behind(words, at)):
        return True
    if before == "." or at < 1:
        return False
    if lowers[at - 1] in works or lowers[at - 1] in groups["shows a work"]:
        return True
    return before == "," and at > 1 and (words.tags[at - 2] in "nR" or lowers[at - 2] in works)


def _is_work_behind(words: Words, at: int) -> bool:
    """Whether an apposition behind a stretch names a work: ("Night River," a film about Leeds)."""
    if words.tags[at + 1] == ",":
        at += 1
    elif words.tags[at] != "C":
        return False
    following = words.lowers[at + 1 : at + 5]
    if words.tags[at + 1 : at + 2] != "d" or following[0] in words.lexicon.groups["definite"]:
        return False
    return not words.lexicon.groups["works"].isdisjoint(following)


def _follows_direct_speech(entry: Attributed, found: Sequence[Attributed]) -> bool:
    """Whether the sentence begins with direct speech and this stretch stands in the clause behind it."""
    chunks = entry.sentence.chunks
    if entry.clause is None or entry.clause.cue is None or entry.chunk < 3 or chunks.kinds[0] not in QUOTED:
        return False
    first = next((each for each in found if each.sentence is entry.sentence), entry)
    shared = first is not entry and first.clause is not None and first.clause.cue == entry.clause.cue
    return shared and chunks.lows[0] < entry.clause.cue[0] < entry.word


def is_titled(text: str) -> bool:
    """Whether every word that a title would capitalise is capitalised."""
    found = text.replace("—", " ").split()
    return bool(found) and found[0][:1].isupper() and all(map(_may_stand_in_title, found))


def _may_stand_in_title(word: str) -> bool:
    return word[:1].isupper() or not word[:1].isalpha() or word.lower().strip(".,!?") in _SMALL
