"""The people of an article: the names it gives them, from "Anthony Blinken" to "Mr Blinken", with gender and role.

Read once from the text outside quotation marks, by capitals alone; the lexicon tells a role ("Secretary of State") from
a name. What is no person is harmless here: nobody asks for it by surname or pronoun.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'-]*(?:\.(?=[ \u00a0][A-ZÀ-ÖØ-Þ]))?"
_RUN = re.compile(
    rf"(?<![\w.]){_CAPITAL}(?:[ \u00a0](?:(?:de|del|della|di|da|dos|du|la|le|el|al|bin|van|von|der|den|of|zu)[ \u00a0])?{_CAPITAL})*"
)
_POSSESSIVE = re.compile("['’]s?$")
_SENTENCE_END = re.compile("[.!?][”\"’'»]* |[”»] ")
_BEHIND = re.compile(
    r"(?: \([^)]{1,20}\))?(?:, (?:aged? )?\d+)?,? (?:who (?:is|was|serves? as) )?"
    r"((?:an?|the|one of|his|her|its|our|former|[a-z]{4,}) [^,.;:“\"()]{3,90}?)(?=,|\.)"
)
_TRAILS = frozenset("by with to for from of on against about than like between".split())
_NOT_NAMES = frozenset("TRjdPpoktXsh&wa")
_HONORIFICS = {
    "mr": "male", "sir": "male", "lord": "male", "king": "male", "prince": "male", "mrs": "female", "ms": "female",
    "miss": "female", "lady": "female", "dame": "female", "queen": "female", "princess": "female",
    "congressman": "male", "congresswoman": "female", "spokesman": "male", "spokeswoman": "female",
    "chairman": "male", "chairwoman": "female", "father": "male", "sister": "female", "actress": "female",
}  # fmt: skip


class Run:
    """A run of capitalised words outside quotation marks, split into role and name."""

    __slots__ = ("at", "block", "end", "name", "owns", "role", "text")

    def __init__(self, block: int, text: str, at: int, raw: str, lexicon: Lexicon) -> None:
        """Split `raw`, which stands at `at` of `text`: "House Speaker | Paul Ryan"."""
        self.block, self.text, self.at, self.end = block, text, at, at + len(raw)
        bare = _POSSESSIVE.sub("", raw)
        self.owns = bare != raw
        words = bare.split()
        tags = lexicon.tags
        cut = 0
        for number, word in enumerate(words):
            lower = word.lower()
            if tags.get(lower, tags.get(lower.rstrip("."), "N")) in _NOT_NAMES:
                cut = number + 1
        self.role, self.name = words[:cut], words[cut:]

    @property
    def honorific(self) -> str:
        """The gender that "Mr" or "Mrs" before the name tells."""
        return next((_HONORIFICS[word] for word in map(_bare, self.role) if word in _HONORIFICS), "")


class Person:
    """One person, or what is capitalised like one."""

    __slots__ = ("count", "first", "gender", "name", "titles")

    def __init__(self, first: Run) -> None:
        """Enter a person by the run that names it first."""
        self.name = " ".join(first.name)
        self.first = first
        self.gender = ""
        self.count = 0
        self.titles: set[str] = set()
        """Words of the titles it is given before its name, lower case."""


class People:
    """Everybody the article names, and where."""

    def __init__(self, blocks: Sequence[tuple[int, str, list[Quoted]]], lexicon: Lexicon) -> None:
        """Read the names in `blocks` (number, text, quoted stretches)."""
        self.lexicon = lexicon
        self.by_last: dict[str, list[Person]] = {}
        self.sightings: list[tuple[int, int, Person, Run]] = []
        """Block, offset, who, and how: in the order of the text."""
        runs = [run for block in blocks for run in self._runs(*block)]
        for run in runs:
            self._introduce(run)
        for run in runs:
            self._sight(run)

    def before(self, block: int, at: int) -> Iterator[tuple[Run, Person]]:
        """Who is named before a place, nearest first."""
        for number in range(bisect_left(self.sightings, (block, at), key=lambda each: each[:2]) - 1, -1, -1):
            _, _, person, run = self.sightings[number]
            yield run, person

    def leads(self, run: Run) -> bool:
        """Whether a name is the first of its sentence and neither owns something nor hangs on a preposition."""
        if run.owns:
            return False
        before = run.text[max(0, run.at - 12) : run.at].split()
        if before and before[-1].lower() in _TRAILS:
            return False
        at = bisect_left(self.sightings, (run.block, run.at), key=lambda each: each[:2])
        if not at or self.sightings[at - 1][0] != run.block:
            return True
        previous = self.sightings[at - 1][3]
        return bool(_SENTENCE_END.search(run.text, previous.end, run.at)) or not self.leads(previous)

    def named(self, name: Sequence[str], gender: str = "") -> Person | None:
        """The person called `name`, a full name or a surname."""
        found = [each for each in self.by_last.get(name[-1], ()) if not gender or each.gender in {"", gender}]
        if len(name) > 1:
            found = [each for each in found if _same(each.name, name)]
        return max(found, key=lambda each: each.count, default=None)

    def role(self, person: Person) -> str | None:
        """The role that the article gives a person where it first names it in full: before the name or behind it."""
        run = person.first
        lead = _leading_role(run.text, run.at, self.lexicon)
        plain = [word for word in run.role if _bare(word) not in _HONORIFICS and _bare(word) not in {"the", "and"}]
        if lead or plain:
            return " ".join([lead, *plain]).strip()
        behind = _BEHIND.match(run.text, run.end)
        return behind.group(1) if behind and _holds_role(behind.group(1), self.lexicon) else None

    def titles(self, person: Person) -> set[str]:
        """The words of all that it is called, lower case."""
        return person.titles | {_bare(word) for word in (self.role(person) or "").split()}

    def _runs(self, number: int, text: str, quoted: list[Quoted]) -> Iterator[Run]:
        position = 0
        for start, stop in [*((each.outer, each.stop) for each in quoted), (len(text), len(text))]:
            for match in _RUN.finditer(text, position, start):
                yield Run(number, text, match.start(), match.group(), self.lexicon)
            position = max(position, stop)

    def _introduce(self, run: Run) -> None:
        """Enter a full name."""
        name = run.name
        if len(name) < 2 or name[-1].lower() in self.lexicon.groups["nominal"]:
            return
        person = next((each for each in self.by_last.get(name[-1], ()) if _same(each.name, name)), None)
        if person is None:
            person = Person(run)
            self.by_last.setdefault(name[-1], []).append(person)
        elif len(person.name) < len(" ".join(name)):
            person.name = " ".join(name)
        person.count += 1
        person.gender = person.gender or run.honorific or self._gender_of(name[0].lower())

    def _gender_of(self, first: str) -> str:
        groups = self.lexicon.groups
        return "male" if first in groups["first names male"] else "female" if first in groups["first names female"] else ""

    def _sight(self, run: Run) -> None:
        if not run.name:
            return
        gender = run.honorific
        person = self.named(run.name, gender)
        if person is None:
            if not run.role or len(run.name) > 1:
                return
            person = Person(run)
            self.by_last.setdefault(run.name[-1], []).append(person)
        person.gender = person.gender or gender
        person.titles.update(map(_bare, run.role))
        self.sightings.append((run.block, run.at, person, run))


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _same(name: str, other: Sequence[str]) -> bool:
    """Whether two names with the same surname may be one person's: "Joe Biden", "Joseph R. Biden"."""
    return name.split()[0].rstrip(".")[:3] == other[0].rstrip(".")[:3]


def _holds_role(text: str, lexicon: Lexicon) -> bool:
    return any(lexicon.tags.get(_bare(word)) in {"R", "T"} for word in text.split())


def _leading_role(text: str, at: int, lexicon: Lexicon) -> str:
    """The lower-case role before a name: "campaign manager" in "campaign manager Robby Mook"."""
    taken: list[str] = []
    for word in reversed(text[max(0, at - 60) : at].split()):
        tag = lexicon.tags.get(word, "n")
        if not word.isalpha() or not word.islower() or tag not in "Rjn" or (not taken and tag != "R"):
            break
        taken.insert(0, word)
    return " ".join(taken)
