"""From the words of a reporting clause to one speaker: "he", "the senator", "Ms Marsh" -> the fullest name, if sure."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from msgspec import Struct

from newsread_filters.quotes.interviews import parts
from newsread_filters.quotes.people import People, Told
from newsread_filters.quotes.person import Person
from newsread_filters.quotes.sentence import Clause
from newsread_filters.quotes.unnamed import phrases
from newsread_filters.quotes.words import Words

_FADED = 2
"""Sentences without the person that a pronoun meant, after which another name may take its place."""
_SIGHTINGS = 200
"""How many names back somebody with a title is looked for."""
_SENTENCES = 40
"""How many sentences of a paragraph are looked at, and how many names of a sentence."""
_LABEL = 9
"""Letters that the label of an interview has at most, and one more."""
_NEAR = 4
"""How many paragraphs back a pronoun or a role still reaches."""


class Speaker(Struct, frozen=True):
    """Who said it: a name, its role, and how sure it is that the mention means this one (0 to 1)."""

    name: str | None
    role: str | None
    certainty: float


NOBODY = Speaker(None, None, 0.3)


class Resolver:
    """Resolves mentions with what the text around them tells."""

    def __init__(self, people: People) -> None:
        """Resolve with the article's `people`."""
        self.people = people
        self.groups = people.lexicon.groups
        self._parts: dict[str, Person] | None = None
        """Who "q" and "a" are, once asked for."""
        self._offices = self.groups["titles"] | self.groups["people"]

    def speaker(self, clause: Clause, block: int) -> Speaker:
        """The speaker that the mention of `clause` means."""
        if clause.mention is None:
            return NOBODY
        words, (low, high) = clause.words, clause.mention
        if words.tags[low] in "wh":
            return self._antecedent(words, low, block)
        if high - low == 1 and words.tags[low] in "Ps":
            return self._pronoun(words, low, block)
        if high - low == 1 and clause.rule == "labelled" and len(words.lowers[low]) < _LABEL:
            return self._labelled(words, low, block)
        return self._both(words, low, high) or self._name(words, low, high) or self._role(words, low, high, block)

    def _known(self, person: Person, certainty: float) -> Speaker:
        return Speaker(person.name, self.people.role(person), certainty)

    def _labelled(self, words: Words, low: int, block: int) -> Speaker:
        """Who a single word before a colon is: "A: ..." in an interview."""
        if self._parts is None:
            self._parts = parts(self.people)
        person = self._parts.get(words.lowers[low])
        named = self._known(person, 0.85) if person else self._name(words, low, low + 1)
        return named or self._role(words, low, low + 1, block)

    def _pronoun(self, words: Words, at: int, block: int) -> Speaker:
        gender = self.people.lexicon.gender_of(words.lowers[at].replace("’", "'").partition("'")[0])
        person = self._subject(block, words.starts[at], gender) if gender else None
        if person is None:
            return NOBODY
        person.gender = person.gender or gender
        return self._known(person, 0.85)

    def _antecedent(self, words: Words, at: int, block: int) -> Speaker:
        """Whom "who" means: the name that stands before it."""
        run, person = next(self.people.before(block, words.starts[at]), (None, None))
        if run is None or person is None or run.block != block or words.starts[at] - run.end > 120:
            return NOBODY
        if person.sure and words.lowers[at] in self.groups["impersonal"]:
            return NOBODY
        return self._known(person, 0.8)

    def _subject(self, block: int, at: int, gender: str, content: Sequence[str] = ()) -> Person | None:
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

    def _sentences(self, block: int, at: int | None) -> list[Told]:
        """The last sentences of a block, or of what stands before a place in it."""
        told = self.people.sentences(block)
        end = len(told) if at is None else bisect_right(told, at, key=lambda each: each.start)
        return told[max(0, end - _SENTENCES) : end]

    def _fits(self, person: Person, gender: str, content: Sequence[str]) -> bool:
        known = self.people.gender(person) if gender else ""
        if known not in {"", gender} or not (person.sure or known or person.acts):
            return False
        return not content or not self._conflicts(person, content)

    def _both(self, words: Words, low: int, high: int) -> Speaker | None:
        """Two names joined by "and"."""
        middle = words.tags.find("&", low, high)
        if middle < 0 or "N" not in words.tags[middle - 1] + words.tags[high - 1]:
            return None
        first, second = self._name(words, low, middle), self._name(words, middle + 1, high)
        if first is None or second is None:
            return None
        return Speaker(
            f"{first.name} {words.lowers[middle]} {second.name}", None, min(first.certainty, second.certainty)
        )

    def _name(self, words: Words, low: int, high: int) -> Speaker | None:
        """A phrase that ends with a name: "campaign manager Robby Mook", but not "Trump aides"."""
        tags = words.tags
        if tags[high - 1] != "N":
            return None
        if "o" in tags[low:high]:
            return self._behind_of(words, low, high)
        start = high - 1
        while start > low and tags[start - 1] == "N":
            start -= 1
        name = words.text_of(start, high)
        gender = self.people.lexicon.gender_of(words.lowers[start - 1].rstrip(".")) if start > low else ""
        person = self.people.named(name.split(), gender)
        if person is None and name.isupper():
            person = self.people.named(name.title().split(), gender)
        if person is None:
            role = None if start == low or gender or tags[low] == "d" else words.text_of(low, start)
            return Speaker(name, role, 0.85)
        person.gender = person.gender or gender
        return self._known(person, 0.95)

    def _behind_of(self, words: Words, low: int, high: int) -> Speaker | None:
        """A name behind a title with "of" in it: "former Secretary of Defense Ada Marsh"."""
        start = words.tags.find("o", low, high)
        titled = words.tags[start - 1] in "TRN" and words.text[words.starts[start - 1]].isupper()
        if not titled or words.tags[low] == "d":
            return None
        for at in range(start + 2, high - 1):
            person = self.people.named(words.text_of(at, high).split())
            if person is not None:
                return self._known(person, 0.95)
        return None

    def _role(  # noqa: PLR0911 - each way to be named ends the search
        self, words: Words, low: int, high: int, block: int
    ) -> Speaker:
        """A phrase without a name: "the senator", "a senior official", "the statement"."""
        named = words.tags[low] == "d" and "N" in words.tags[low:high] and words.lowers[low] in self.groups["definite"]
        itself = Speaker(words.text_of(low + named, high), None, 0.75)
        of = words.tags.find("o", low, high)
        content = [words.lowers[word] for word in range(low, high) if words.tags[word] in "RTNnjb"]
        heads = [words.lowers[word] for word in range(low, of if of > 0 else high) if words.tags[word] in "RTNnjb"]
        definite = words.tags[low] == "T" or words.lowers[low] in self.groups["definite"]
        named_behind = self._in_apposition(words, low, high)
        if named_behind is not None:
            return named_behind
        place = words.starts[low]
        if heads and words.tags[low] == "s":
            person = self._only(heads[-1], block, place)
            return self._known(person, 0.65) if person else itself
        if not heads or not definite:
            return itself
        if heads[-1] in self.groups["bodies"] and len(content) == 1:
            body = self.people.body(block, place, heads[-1])
            return Speaker(body, None, 0.6) if body else itself
        if heads[-1] not in self._offices:
            return itself
        person = self._titled(heads[-1], set(content), block, place)
        if person is not None:
            return self._known(person, 0.8)
        unnamed = phrases(self.people, heads[-1], block, place)
        if unnamed or heads[-1] in self.groups["anonymous"]:
            return Speaker(unnamed[-1], None, 0.8 if len(unnamed) == 1 else 0.6) if unnamed else itself
        once = not self.groups["no longer"].isdisjoint(content)
        person = None if once else self._subject(block, place, self.people.lexicon.gender_of(heads[-1]), content)
        if person is None:
            return itself
        clear = self._recent(block, place)[0] is person or self._is_sole(person, content, block, place)
        return self._known(person, 0.7 if clear else 0.6)

    def _is_sole(self, person: Person, content: Sequence[str], block: int, at: int) -> bool:
        """Whether nobody else near a place may be meant by a role."""
        gender = self.people.lexicon.gender_of(content[-1])
        near = {each for run, each in islice(self.people.before(block, at), _SIGHTINGS) if block - run.block <= _NEAR}
        return not any(each is not person and self._fits(each, gender, content) for each in near)

    def _in_apposition(self, words: Words, low: int, high: int) -> Speaker | None:
        """The name between commas behind a role: "the spokesman, Bruce Holt, said"."""
        end = high + 1
        while words.tags[end : end + 1] == "N":
            end += 1
        if words.tags[high : high + 1] != "," or end < high + 3 or words.tags[end : end + 1] not in {",", "."}:
            return None
        name = words.text_of(high + 1, end)
        person = self.people.named(name.split())
        role = words.text_of(low + (words.tags[low] == "d"), high)
        return Speaker(person.name if person else name, role, 0.85)

    def _titled(self, head: str, content: set[str], block: int, at: int) -> Person | None:
        """The nearest person who is given this title, by all its words or by its last alone."""
        heads = {head} | self.people.lexicon.offices.get(head, frozenset())
        for person in self._recent(block, at):
            titles = self.people.titles(person)
            if heads & titles and (len(content) == 1 or len(content & titles) > 1):
                return person
        return None

    def _only(self, head: str, block: int, at: int) -> Person | None:
        """The one person named so far who holds an office, for "her skipper"."""
        if head not in self.groups["titles"] and self.people.lexicon.tags.get(head) != "R":
            return None
        found = [person for person in self._recent(block, at) if head in self.people.titles(person)]
        return found[0] if len(found) == 1 else None

    def _recent(self, block: int, at: int) -> list[Person]:
        """The people named before a place, nearest first."""
        return list(dict.fromkeys(person for _, person in islice(self.people.before(block, at), _SIGHTINGS)))

    def _conflicts(self, person: Person, content: Sequence[str]) -> bool:
        """Whether the person is known to hold another office than the one that `content` names."""
        titles = self.people.titles(person)
        offices = {word for word in titles if word in self._offices and not self.people.lexicon.gender_of(word)}
        return bool(offices) and titles.isdisjoint(content)
