"""What a sentence is about: its names, how likely each of them is its subject, and its pronouns."""

import re
from collections.abc import Iterator
from itertools import pairwise

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.names import Run
from newsread_filters.quotes.neighbours import Paragraph

_NO_END = "".join(
    f"(?<!{word}.)" for word in (" [A-Z]", "Mr", "Ms", "Dr", "St", "Mrs", "Sen", "Rep", "Gov", "Gen", "Lt", "Rev", "Jr")
)
_SENTENCE_END = re.compile(rf"[.!?”\"»'](?:(?<=[.!?]){_NO_END}[”\"’'»]* |(?<= [”\"»'])[”\"»']* (?=[A-Z]))")
"""Begins, like the other patterns here, with a set of characters: so it is looked for at full speed."""
_SUBJECT = re.compile(r"[HhSs](?<!\w.)(?:(?<=[Hh])e|(?<=[Ss])he)\b")
_LAST_CLAUSE = re.compile(r"; |, (?:but|while|although|though) ")
SALIENT = 1.5
"""The salience from which a name is taken for the subject of its sentence."""
_BEFORE = 400
"""Characters before a name that are looked at."""


def without_quotes(paragraph: Paragraph) -> str:
    """The text with blanks for what stands between quotation marks."""
    text, position = paragraph.text, 0
    pieces: list[str] = []
    for each in paragraph.quoted:
        pieces += (text[position : each.start], " " * (each.end - each.start))
        position = max(position, each.end)
    return "".join(pieces) + text[position:]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of a text without quotes start and end."""
    return pairwise([0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)])


def has_pronouns(text: str) -> bool:
    """Whether a text has a subject pronoun that tells a gender in English."""
    return _SUBJECT.search(text) is not None


def pronouns(text: str, start: int, end: int, lexicon: Lexicon) -> set[str]:
    """The genders of the subject pronouns of a sentence."""
    return {lexicon.gender_of(word.lower()) for word in _SUBJECT.findall(text, start, end)}


def salience(text: str, start: int, end: int, run: Run) -> float:
    """How likely a name is what its sentence, `start` to `end`, is about, 0 to 2, judging by what stands around it."""
    lexicon = run.lexicon
    prefix, rest = text[max(start, run.at - _BEFORE) : run.at], text[run.end : min(end, run.end + 60)]
    prefix = _LAST_CLAUSE.split(prefix)[-1]
    words = prefix.lower().split()
    if not words:
        return 1.0 if run.owns else 2.0
    tags = {lexicon.tags.get(word.strip(",;:()"), "n") for word in words}
    has_verb = not tags.isdisjoint("VvX")
    last = words[-1].strip(",")
    if prefix.rstrip().endswith((",", "—", "–", ":")):
        apposition = lexicon.tags.get(last) == "R" and (has_verb or "p" in tags or "s" in tags)
        following = lexicon.tags.get(rest[2:].split(" ", 1)[0]) if rest.startswith(", ") else None
        return 0.6 if run.owns or (apposition and following not in {"X", "V"}) else 2.0
    if lexicon.verbs.get(last) == "speech" and len(words) < 4:
        return 2.0
    groups = lexicon.groups
    if (last in groups["agent"] and has_verb) or (last in groups["be"] and len(run.name) > 1):
        return 1.6
    if has_verb or last in groups["trailing"]:
        return 0.6
    return 1.0 if run.owns else 1.8
