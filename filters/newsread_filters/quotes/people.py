"""The people of an article: the names it gives them, from "Anthony Blinken" to "Mr Blinken", with gender and role.

Read once from the text outside quotation marks, by capitals alone; the lexicon tells a role ("Secretary of State") from
a name. What is no person is harmless here: nobody asks for it by surname or pronoun.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.names import Run, bare, first_name, has_title, honorific, runs_of
from newsread_filters.quotes.neighbours import Paragraph
from newsread_filters.quotes.person import Person
from newsread_filters.quotes.roles import role_of
from newsread_filters.quotes.salience import SALIENT, has_pronouns, pronouns, salience, sentences, without_quotes

_PERSONAL = re.compile(
    r"(?: \([^)]*\))?(?:, (?:aged? )?\d\d\b|,? who\b|, (?:an?|the|his|her|one|former) |,? [a-z]+ed )"
)
"""What stands behind the name of a person, not of a place or a body."""


class Told(NamedTuple):
    """A sentence of a block's text without quotes: whom it names, and the genders of its subject pronouns."""

    text: str
    start: int
    end: int
    named: list[tuple[Run, Person]]
    pronouns: set[str]

    def is_about(self, run: Run) -> bool:
        """Whether a name is likely what the sentence is about."""
        return salience(self.text, self.start, self.end, run) >= SALIENT


class People:
    """Everybody the article names, and where."""

    def __init__(self, paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> None:
        """Read the names in `paragraphs`."""
        self.lexicon = lexicon
        self._paragraphs = {paragraph.block: paragraph for paragraph in paragraphs}
        self._plain: dict[int, str] = {}
        self._told: dict[int, list[Told]] = {}
        self._roles: dict[Person, str | None] = {}
        self._pronouns: dict[Person, Counter[str]] = {}
        """Pronouns of the sentences told so far that are about one person alone."""
        self._by_last: dict[str, list[Person]] = {}
        self._sightings: list[tuple[int, int, Person, Run]] = []
        """Block, offset, who, and how: in the order of the text."""
        self._by_first: dict[str, Person] = {}
        self._runs = list(runs_of(paragraphs, lexicon))
        for run in self._runs:
            if len(run.name) > 1:
                self._introduce(run)
        for run in self._runs:
            if run.name:
                self._sight(run)

    @property
    def names(self) -> list[str]:
        """Everybody who is taken for a person, in the order of the text; behind them who may be a ship or a town."""
        found = dict.fromkeys(person for _, _, person, _ in self._sightings if person.sure)
        return [person.name for person in sorted(found, key=lambda person: not person.evident)]

    def before(self, block: int, at: int) -> Iterator[tuple[Run, Person]]:
        """Who is named before a place, nearest first."""
        for number in range(self._place(block, at) - 1, -1, -1):
            _, _, person, run = self._sightings[number]
            yield run, person

    def texts(self) -> Iterator[tuple[int, str]]:
        """The blocks in order with their text."""
        return ((block, paragraph.text) for block, paragraph in self._paragraphs.items())

    def plain(self, block: int) -> str:
        """The text of a block with blanks for what it quotes."""
        if block not in self._plain:
            paragraph = self._paragraphs.get(block)
            self._plain[block] = without_quotes(paragraph) if paragraph else ""
        return self._plain[block]

    def sentences(self, block: int) -> list[Told]:
        """The sentences of a block: whom they name, and their pronouns."""
        if block not in self._told:
            self._told[block] = list(self._tell(block))
            for told in self._told[block]:
                if len(told.pronouns) != 1 or not told.named or not told.is_about(told.named[0][0]):
                    continue
                about = [person for run, person in told.named if person.sure or told.is_about(run)]
                if len(about) == 1:
                    self._pronouns.setdefault(about[0], Counter()).update(told.pronouns)
        return self._told[block]

    def _tell(self, block: int) -> Iterator[Told]:
        text = self.plain(block)
        at = self._place(block, 0)
        for start, end in sentences(text):
            named: list[tuple[Run, Person]] = []
            while at < len(self._sightings) and self._sightings[at][0] == block and self._sightings[at][1] < end:
                _, _, person, run = self._sightings[at]
                named.append((run, person))
                at += 1
            yield Told(text, start, end, named, pronouns(text, start, end, self.lexicon))

    def named(self, name: Sequence[str], gender: str = "") -> Person | None:
        """The person called `name`, a full name or a surname."""
        namesakes = self._by_last.get(name[-1])
        if namesakes is None:
            return None
        if gender:
            namesakes = [each for each in namesakes if each.gender in {"", gender}]
        if len(name) > 1:
            namesakes = [each for each in namesakes if _same(each.name, name)]
        if len(namesakes) < 2:
            return namesakes[0] if namesakes else None
        return max(namesakes, key=lambda each: each.count)

    def gender(self, person: Person) -> str:
        """The gender that title or first name tell, else the pronouns of sentences that are about the person alone."""
        if not person.gender and not person.asked:
            person.asked = True
            for block in person.blocks:
                if has_pronouns(self.plain(block)):
                    self.sentences(block)
            tally = self._pronouns.get(person, Counter())
            if tally["male"] != tally["female"]:
                person.gender = "male" if tally["male"] > tally["female"] else "female"
        return person.gender

    def role(self, person: Person) -> str | None:
        """The role that the article gives a person where it first names it in full."""
        if person not in self._roles:
            self._roles[person] = role_of(person.first, self.lexicon)
        return self._roles[person]

    def titles(self, person: Person) -> set[str]:
        """The words of all that it is called, lower case."""
        if person.called is None:
            person.called = person.titles | {bare(word) for word in (self.role(person) or "").split()}
        return person.called

    def _place(self, block: int, at: int) -> int:
        return bisect_left(self._sightings, (block, at), key=lambda each: each[:2])

    def _introduce(self, run: Run) -> None:
        """Enter a full name, unless it is a place's or a body's."""
        name = run.name
        gender = first_name(name[0], self.lexicon)
        if not gender and not self.lexicon.groups["no person"].isdisjoint(map(bare, name)):
            return
        namesakes = self._by_last.get(name[-1], ())
        person = next((each for each in namesakes if _same(each.name, name)), None)
        if person is None and not gender and any(each.gender for each in namesakes):
            run.name = name[-1:]
            return
        if person is None:
            person = Person(run)
            self._by_last.setdefault(name[-1], []).append(person)
        elif len(person.name) < len(" ".join(name)):
            person.name = " ".join(name)
        person.count += 1
        if gender:
            self._by_first.setdefault(name[0], person)
        person.gender = person.gender or honorific(run, self.lexicon) or gender
        personal = person.gender or has_title(run, self.lexicon) or _PERSONAL.match(run.text, run.end)
        person.evident = person.evident or bool(personal)
        person.sure = person.sure or person.evident

    @cached_property
    def _bodies(self) -> list[Run]:
        """Several words that name what is no person, in the order of the text."""
        several = (run for run in self._runs if len(run.role) + len(run.name) > 1)
        return [run for run in several if not run.owns and not self._is_sure(run)]

    def _is_sure(self, run: Run) -> bool:
        person = self.named(run.name) if run.name else None
        return person is not None and person.sure

    def _sight(self, run: Run) -> None:
        gender = honorific(run, self.lexicon) if run.role else ""
        person = self.named(run.name, gender)
        if person is None and len(run.name) == 1:
            person = self._called(run)
        if person is None:
            return
        person.gender = person.gender or gender
        person.sure = person.sure or (len(run.name) == 1 and person.first is not run and len(person.first.name) > 1)
        person.titles.update(map(bare, run.role))
        person.blocks.add(run.block)
        self._sightings.append((run.block, run.at, person, run))

    def _called(self, run: Run) -> Person | None:
        """Whoever is called by a title and a surname alone, or by a first name."""
        name = run.name[0]
        known = self._by_first.get(name)
        gender = first_name(name, self.lexicon)
        place = name.lower() in self.lexicon.groups["no person"]
        titled = has_title(run, self.lexicon)
        if known is None and (titled or (gender and not place) or self._acts(run)):
            known = Person(run)
            known.gender, known.sure = gender, titled or bool(gender)
            known.acts = not known.sure
            if gender and not run.role:
                self._by_first[name] = known
            else:
                self._by_last.setdefault(name, []).append(known)
        return known

    def _acts(self, run: Run) -> bool:
        """Whether a single unknown word begins a sentence and a verb follows: "Obama also addressed"."""
        if run.role or run.owns or run.text[max(0, run.at - 2) : run.at].strip() not in {"", "."}:
            return False
        following = run.text[run.end : run.end + 40].split()[:2]
        name = run.name[0].lower()
        unknown = name not in self.lexicon.tags and name not in self.lexicon.groups["no person"]
        return unknown and any(self.lexicon.tags.get(word.strip(",")) in {"V", "X"} for word in following)

    def body(self, block: int, at: int, noun: str) -> str | None:
        """The organisation that "the company" means: the last that began a paragraph, or is called by the word."""
        place = bisect_left(self._bodies, (block, at), key=lambda each: (each.block, each.at))
        for run in reversed(self._bodies[max(0, place - 12) : place]):
            words = [*run.role, *run.name]
            if block - run.block <= 2 and (run.at == 0 or words[-1].lower() == noun):
                return " ".join(word for word in words if self.lexicon.tags.get(word.lower()) != "d")
        return None


def _same(name: str, other: Sequence[str]) -> bool:
    """Whether two names with the same surname may be one person's: "Ada Marsh", "Adaline R. Marsh"."""
    return name.split(maxsplit=1)[0].rstrip(".")[:3] == other[0].rstrip(".")[:3]
