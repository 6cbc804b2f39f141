"""The words of a language that reporting clauses are made of: loaded once from a small data file, by class.

Every word has one *tag*, a letter; the grammar is written as patterns over those letters. English verb forms are made
by rule from the base forms in the file, so that the file stays short enough to read.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from msgspec import Struct

LANGUAGES = ("en", "de", "fr", "es")

_FOLDER = Path(__file__).parents[1] / "data" / "quotes"

_TAGS = {
    "be": "X", "auxiliaries": "X", "pronouns": "P", "objects": "O", "possessives": "s", "relatives": "w",
    "determiners": "d", "titles": "T", "people": "R", "bodies": "R", "documents": "R", "time": "t", "prepositions": "p",
    "subordinators": "k", "adverbs": "a", "coordinators": "&", "infinitive": "i", "order": "o", "that": "h",
    "adjectives": "j", "particles": "N", "behind quotes": "V",
}  # fmt: skip
"""Section of the data file -> tag of its words: X auxiliary, P pronoun, O object pronoun, s possessive, w relative,
d determiner, T title, R noun that can speak, t time, p preposition, k subordinator, a adverb, & coordinator, i "to",
o "of", h "that", j adjective, N name. Verbs are V (finite), v (base), G (-ing), b and c (a base or -s form that is a
noun as well)."""

_VERBS = ("speech", "stance", "thought", "plain")
"""Sections of verbs, the strongest first; a form takes the tag of the strongest."""
_VOWELS = frozenset("aeiou")


class Lexicon(Struct, frozen=True):
    """One language's words."""

    language: str
    tags: dict[str, str]
    verbs: dict[str, str]
    """Verb form -> "speech", "stance", "thought" or "plain"."""
    bases: dict[str, str]
    """Verb form -> base form."""
    completed: dict[str, frozenset[str]]
    """Base form -> the words one of which makes it a verb of saying: "make" -> "clear"."""
    offices: dict[str, frozenset[str]]
    """Title -> others for the same office: "candidate" -> "nominee"."""
    groups: dict[str, frozenset[str]]
    """The words of each section; none for a section that the file lacks."""
    first_names: dict[str, str]
    """First name -> the gender that it tells."""
    role_endings: tuple[str, ...]
    """Endings of capitalised nouns that can speak (German "-sprecher")."""
    adverb_endings: tuple[str, ...]
    adjective_endings: tuple[str, ...]

    @property
    def verb_second(self) -> bool:
        """Whether a speaker follows the verb behind a quote as a matter of course: "..., sagte Merkel"."""
        return "verb-second" in self.groups["word order"]

    def gender_of(self, word: str) -> str:
        """The gender that a pronoun, an honorific or a role tells: "female" for she, Mrs, spokeswoman."""
        return "male" if word in self.groups["male"] else "female" if word in self.groups["female"] else ""


@cache
def load(language: str) -> Lexicon:
    """Read the words of `language`, one of LANGUAGES."""
    sections = _sections(language)
    tags: dict[str, str] = {}
    verbs: dict[str, str] = {}
    bases: dict[str, str] = {}
    for kind in reversed(_VERBS):
        for entry in sections[kind]:
            for form, tag, base in _forms(entry) if language == "en" else _listed(entry):
                if tag != "V" or tags.get(form) not in {"v", "b"}:
                    tags[form] = tag
                verbs[form], bases[form] = kind, base
    for name, tag in _TAGS.items():
        for word in sections[name]:
            if tag not in "Rj" or tags.get(word) not in {"b", "c"}:
                tags[word] = tag
    verbs.update(dict.fromkeys(sections["behind quotes"], "speech"))
    groups: dict[str, frozenset[str]] = defaultdict(frozenset)
    for name, words in [*sections.items(), *_sections("names").items()]:
        groups[name] = frozenset(words)
    groups["nominal"] = groups["people"] | groups["bodies"] | groups["documents"]
    completed, offices = _mapped(sections["completed verbs"]), _mapped(sections["same office"])
    role, adverb, adjective = (tuple(sections[f"{name} endings"]) for name in ("role", "adverb", "adjective"))
    first_names = {name: gender for gender in ("female", "male") for name in groups[f"first names {gender}"]}
    return Lexicon(language, tags, verbs, bases, completed, offices, groups, first_names, role, adverb, adjective)


def _sections(language: str) -> dict[str, list[str]]:
    text = (_FOLDER / f"{language}.txt").read_text("utf-8")
    sections: dict[str, list[str]] = defaultdict(list)
    words: list[str] = []
    for line in text.splitlines():
        if line.startswith("["):
            words = sections[line[1:-1]]
        elif not line.startswith("#"):
            words += line.split()
    return sections


def _mapped(entries: list[str]) -> dict[str, frozenset[str]]:
    """Entries like "make=clear,plain"."""
    return {word: frozenset(others.split(",")) for word, others in (entry.split("=") for entry in entries)}


def _listed(entry: str) -> Iterator[tuple[str, str, str]]:
    """The forms of a verb entry that lists them: "sagen:sagt,sagte"; all are finite for the grammar's purposes."""
    base, _, forms = entry.partition(":")
    for form in (base, *forms.split(",")):
        if form:
            yield form, "V", base


def _forms(entry: str) -> Iterator[tuple[str, str, str]]:
    """Yield the forms of an English verb entry with their tags and base form; see the head of the data file."""
    stem, _, irregular = entry.partition("=")
    noun = "*" in stem
    base = stem.rstrip("*+")
    doubled = base + base[-1] if "+" in stem else base
    yield base, "b" if noun else "v", base
    yield _third(base), "c" if noun else "V", base
    yield _ing(base, doubled), "G", base
    for form in irregular.split(",") if irregular else [_past(base, doubled)]:
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
