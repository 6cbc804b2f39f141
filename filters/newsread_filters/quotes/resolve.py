"""From the words of a reporting clause to one speaker: "he", "the senator", "Mr Blinken" -> the fullest name, if it is sure."""

from collections.abc import Iterator

from msgspec import Struct

from newsread_filters.quotes.clauses import Clause
from newsread_filters.quotes.people import People, Person
from newsread_filters.quotes.words import Words

_GENDERS = {
    "he": "male", "him": "male", "his": "male", "himself": "male", "she": "female", "her": "female", "herself": "female",
}  # fmt: skip
_NEAR = 4
"""How many paragraphs back a pronoun or a role still reaches."""


class Speaker(Struct, frozen=True):
    """Who said it: a name, its role, and how sure that is (0 to 1)."""

    name: str | None
    role: str | None
    certainty: float


_NOBODY = Speaker(None, None, 0.5)


class Resolver:
    """Resolves mentions in the order of the text and remembers who spoke last."""

    def __init__(self, people: People) -> None:
        """Resolve with the article's `people`."""
        self.people = people
        self.lexicon = people.lexicon
        self.last: tuple[int, Person] | None = None
        """The block in which a named person spoke last, and who."""
        self.unnamed: dict[str, str] = {}
        """Head noun -> the fullest phrase for somebody without a name: "official" -> "a senior administration official"."""

    def speaker(self, clause: Clause, block: int) -> Speaker:
        """The speaker that the mention of `clause` means."""
        if clause.mention is None:
            return _NOBODY
        words, (low, high) = clause.words, clause.mention
        if high - low == 1 and words.tags[low] in "Psw":
            return self._pronoun(words, low, block)
        return self._name(words, low, high, block) or self._role(words, low, high, block)

    def _known(self, person: Person, block: int, certainty: float) -> Speaker:
        self.last = (block, person)
        return Speaker(person.name, self.people.role(person), certainty)

    def _pronoun(self, words: Words, at: int, block: int) -> Speaker:
        word = words.lowers[at].replace("’", "'").partition("'")[0]
        if words.tags[at] == "w":
            return self._antecedent(words, at, block)
        gender = _GENDERS.get(word, "")
        if not gender:
            return _NOBODY
        person = self._subject(block, words.starts[at], gender)
        if person is None:
            return _NOBODY
        person.gender = person.gender or gender
        return self._known(person, block, 0.85)

    def _antecedent(self, words: Words, at: int, block: int) -> Speaker:
        """Whom "who" means: the name that ends before it."""
        for run, person in self.people.before(block, words.starts[at]):
            if run.block == block and words.starts[at] - run.end < 120:
                return self._known(person, block, 0.8)
            break
        return _NOBODY

    def _subject(self, block: int, at: int, gender: str = "") -> Person | None:
        """The person that a pronoun most likely means: the nearest named subject that fits, or who spoke since."""
        fallback: Person | None = None
        for run, person in self.people.before(block, at):
            if block - run.block > _NEAR:
                break
            if person.gender not in {"", gender} and gender:
                continue
            if self.last is not None and self.last[0] > run.block and self._fits(self.last[1], gender):
                return self.last[1]
            if self.people.leads(run):
                return person
            fallback = fallback or person
        if self.last is not None and self._fits(self.last[1], gender):
            return self.last[1]
        return fallback

    def _fits(self, person: Person, gender: str) -> bool:
        return not gender or person.gender in {"", gender}

    def _name(self, words: Words, low: int, high: int, block: int) -> Speaker | None:
        """A phrase that ends with a name: "campaign manager Robby Mook", but not "Trump aides"."""
        tags = words.tags
        if tags[high - 1] != "N":
            return None
        start = high - 1
        while start > low and tags[start - 1] == "N":
            start -= 1
        name = words.text[words.starts[start] : words.ends[high - 1]]
        before = words.lowers[start - 1].rstrip(".") if start > low else ""
        gender = {"mr": "male", "mrs": "female", "ms": "female", "miss": "female"}.get(before, "")
        person = self.people.named(name.split(), gender)
        if person is None:
            role = words.text[words.starts[low] : words.ends[start - 1]] if start > low and tags[low] != "d" else None
            return Speaker(name, role, 0.85)
        person.gender = person.gender or gender
        return self._known(person, block, 0.95)

    def _role(self, words: Words, low: int, high: int, block: int) -> Speaker:
        """A phrase without a name: "the senator", "a senior official", "the statement"."""
        text = words.text[words.starts[low] : words.ends[high - 1]]
        content = [words.lowers[word] for word in range(low, high) if words.tags[word] in "RTNnjb"]
        if not content:
            return Speaker(text, None, 0.6)
        head = content[-1]
        first = words.lowers[low]
        definite = first in {"the", "this", "that"} or words.tags[low] == "T"
        if not definite or head not in self.lexicon.groups["people"] and head not in self.lexicon.groups["titles"]:
            if head in self.lexicon.groups["people"]:
                self.unnamed[head] = text
            return Speaker(text, None, 0.8)
        person = self._titled(content, block, words.starts[low])
        if person is not None:
            return self._known(person, block, 0.85)
        if head in self.unnamed:
            return Speaker(self.unnamed[head], None, 0.7)
        if head in self.lexicon.groups["anonymous"]:
            return Speaker(text, None, 0.6)
        person = self._subject(block, words.starts[low])
        if person is not None and not self._conflicts(person, content):
            return self._known(person, block, 0.6)
        return Speaker(text, None, 0.6)

    def _titled(self, content: list[str], block: int, at: int) -> Person | None:
        """The nearest person who is given this title, by all its words or by its last alone."""
        head, wanted = content[-1], set(content)
        for person in self._recent(block, at):
            titles = self.people.titles(person)
            if head in titles and (len(wanted) == 1 or len(wanted & titles) > 1):
                return person
        return None

    def _recent(self, block: int, at: int) -> Iterator[Person]:
        seen: list[Person] = []
        for _, person in self.people.before(block, at):
            if person not in seen:
                seen.append(person)
                yield person

    def _conflicts(self, person: Person, content: list[str]) -> bool:
        """Whether the person holds the same kind of office somewhere else."""
        titles = self.people.titles(person)
        return content[-1] in titles and len(content) > 1 and not set(content[:-1]) & titles
