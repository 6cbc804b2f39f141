"""The words of a language that reporting clauses are made of: loaded once from a small data file, by class.

Every word has one *tag*, a letter; the grammar is written as patterns over those letters. Verb forms are made by rule
from the base forms in the file, so that the file stays short enough to read.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

TAGS = {
    "be": "X", "auxiliaries": "X", "pronouns": "P", "objects": "O", "possessives": "s", "relatives": "w",
    "determiners": "d", "titles": "T", "people": "R", "bodies": "R", "documents": "R", "time": "t", "prepositions": "p",
    "subordinators": "k", "adverbs": "a", "coordinators": "&", "adjectives": "j", "particles": "N", "order": "o", "infinitive": "i", "that": "h",
}  # fmt: skip
"""Section of the data file -> tag of its words. Verbs are V (finite), v (base), G (-ing), b and c (base or -s form
that is a noun as well); unknown words are guessed."""

VERBS = ("speech", "stance", "thought", "plain")
_VOWELS = frozenset("aeiou")


class Lexicon(Struct, frozen=True):
    """One language's words."""

    tags: dict[str, str]
    verbs: dict[str, str]
    """Verb form -> "speech", "stance", "thought" or "plain"."""
    bases: dict[str, str]
    """Verb form -> base form."""
    groups: dict[str, frozenset[str]]
    """The words of the sections that are asked for by name."""


@cache
def load(language: str) -> Lexicon:
    """Read the words of `language` ("en", "de", "fr", "es")."""
    sections = _sections(language)
    tags: dict[str, str] = {}
    verbs: dict[str, str] = {}
    bases: dict[str, str] = {}
    for kind in reversed(VERBS):
        for entry in sections.get(kind, ()):
            for form, tag, base in _forms(entry):
                if tag != "V" or tags.get(form) not in {"v", "b"}:
                    tags[form] = tag
                verbs[form], bases[form] = kind, base
    nominal = frozenset(word for name in ("people", "bodies", "documents") for word in sections.get(name, ()))
    for name, tag in TAGS.items():
        for word in sections.get(name, ()):
            if tag not in "Rj" or tags.get(word) not in {"b", "c"}:
                tags[word] = tag
    groups = {name: frozenset(words) for name, words in sections.items() if name not in VERBS}
    return Lexicon(tags=tags, verbs=verbs, bases=bases, groups={**groups, "nominal": nominal})


def _sections(language: str) -> dict[str, list[str]]:
    text = files("newsread_filters").joinpath("data", "quotes", f"{language}.txt").read_text("utf-8")
    sections: dict[str, list[str]] = {}
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = sections.setdefault(line[1:-1], [])
        elif not line.startswith("#"):
            words += line.replace("_", " ").split() if "_" not in line else line.split()
    return sections


def _forms(entry: str) -> Iterator[tuple[str, str, str]]:
    """Yield the forms of a verb entry with their tags and base form; see the head of the data file."""
    stem, _, irregular = entry.partition("=")
    noun = stem.endswith("*") or stem.endswith("*+")
    base = stem.rstrip("*+")
    doubled = base + base[-1] if "+" in stem else base
    past = irregular.split(",") if irregular else [_past(base, doubled)]
    yield base, "b" if noun else "v", base
    yield _third(base), "c" if noun else "V", base
    yield _ing(base, doubled), "G", base
    for form in past:
        yield form, "V", base
    if base.endswith("l") and len(base) > 3 and base[-2] in _VOWELS and base[-3] not in _VOWELS:
        yield base + "led", "V", base
        yield base + "ling", "G", base


def _past(base: str, doubled: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ied"
    return doubled + "ed"


def _third(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in {"go", "do"}:
        return base + "es"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _ing(base: str, doubled: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return doubled + "ing"
