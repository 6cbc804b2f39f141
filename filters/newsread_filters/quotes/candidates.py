"""Whom a pronoun or a role can mean: the people who are spoken of before a place in the text."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from newsread_filters.quotes.people import People, Told
from newsread_filters.quotes.person import Person

_FADED = 2
"""Sentences without the person that a pronoun meant, after which another name may take its place."""
_SIGHTINGS = 200
"""How many names back somebody with a title is looked for."""
_SENTENCES = 40
"""How many sentences of a paragraph are looked at, and how many names of a sentence."""
_NEAR = 4
"""How many paragraphs back a pronoun or a role still reaches."""


class Candidates:
    """Looks back from places in the text for who may be meant there."""

    def __init__(self, people: People) -> None:
        """Look among the article's `people`."""
        self._people = people
        self._groups = people.lexicon.groups
        self.offices = self._groups["titles"] | self._groups["people"]
        """The words that say what somebody is: "senator", "baker"."""

    def subject(self, block: int, at: int, gender: str, content: Sequence[str] = ()) -> Person | None:
        """Whom a pronoun or a role (its words are `content`) most likely means: who the last sentences were about.

        The centre moves to every named subject that fits; a pronoun keeps it; it fades when sentences go by without it.
        """
        centre: Person | None = None
        age = 0
        for number in range(max(0, block - _NEAR), block + 1):
            for told in self._sentences(number, at if number == block else None):
                end = bisect_left(told.named, at, key=lambda each: each[0].at) if number == block else len(told.named)
                named = told.named[max(0, end - _SENTENCES) : end]
                fitting = [(run, person) for run, person in named if self._fits(person, gender, content)]
                subject = next((person for run, person in fitting if told.is_about(run)), None)
                if subject is not None:
                    centre, age = subject, 0
                elif centre is not None and gender in told.pronouns:
                    age = 0
                else:
                    age += 1
                    if fitting and (centre is None or age > _FADED):
                        centre, age = fitting[-1][1], 0
        return centre

    def is_sole(self, person: Person, content: Sequence[str], block: int, at: int) -> bool:
        """Whether nobody else near a place may be meant by a role."""
        gender = self._people.lexicon.gender_of(content[-1])
        near = {each for run, each in islice(self._people.before(block, at), _SIGHTINGS) if block - run.block <= _NEAR}
        return not any(each is not person and self._fits(each, gender, content) for each in near)

    def titled(self, head: str, content: set[str], block: int, at: int) -> Person | None:
        """The nearest person who is given this title, by all its words or by its last alone."""
        heads = {head} | self._people.lexicon.offices.get(head, frozenset())
        for person in self.recent(block, at):
            titles = self._people.titles(person)
            if heads & titles and (len(content) == 1 or len(content & titles) > 1):
                return person
        return None

    def only(self, head: str, block: int, at: int) -> Person | None:
        """The one person named so far who holds an office, for "her skipper"."""
        if head not in self._groups["titles"] and self._people.lexicon.tags.get(head) != "R":
            return None
        found = [person for person in self.recent(block, at) if head in self._people.titles(person)]
        return found[0] if len(found) == 1 else None

    def recent(self, block: int, at: int) -> list[Person]:
        """The people named before a place, nearest first."""
        return list(dict.fromkeys(person for _, person in islice(self._people.before(block, at), _SIGHTINGS)))

    def _sentences(self, block: int, at: int | None) -> list[Told]:
        """The last sentences of a block, or of what stands before a place in it."""
        told = self._people.sentences(block)
        end = len(told) if at is None else bisect_right(told, at, key=lambda each: each.start)
        return told[max(0, end - _SENTENCES) : end]

    def _fits(self, person: Person, gender: str, content: Sequence[str]) -> bool:
        """Whether nothing that is told of a person speaks against them."""
        known = self._people.gender(person) if gender else ""
        if known not in {"", gender} or not (person.sure or known or person.acts):
            return False
        return not content or not self._conflicts(person, content)

    def _conflicts(self, person: Person, content: Sequence[str]) -> bool:
        """Whether the person is known to hold another office than the one that `content` names."""
        titles = self._people.titles(person)
        offices = {word for word in titles if word in self.offices and not self._people.lexicon.gender_of(word)}
        return bool(offices) and titles.isdisjoint(content)
