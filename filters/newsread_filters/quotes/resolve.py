"""From the words of a reporting clause to one speaker: "he", "the senator", "Ms Marsh" -> the fullest name, if sure."""

from msgspec import Struct

from newsread_filters.quotes.candidates import Candidates
from newsread_filters.quotes.interviews import parts
from newsread_filters.quotes.people import People
from newsread_filters.quotes.person import Person
from newsread_filters.quotes.sentence import Clause
from newsread_filters.quotes.unnamed import phrases
from newsread_filters.quotes.words import Words

_LABEL = 9
"""Letters that the label of an interview has at most, and one more."""


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
        self._candidates = Candidates(people)

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
        person = self._candidates.subject(block, words.starts[at], gender) if gender else None
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
        place, near = words.starts[low], self._candidates
        if heads and words.tags[low] == "s":
            person = near.only(heads[-1], block, place)
            return self._known(person, 0.65) if person else itself
        if not heads or not definite:
            return itself
        if heads[-1] in self.groups["bodies"] and len(content) == 1:
            body = self.people.body(block, place, heads[-1])
            return Speaker(body, None, 0.6) if body else itself
        if heads[-1] not in near.offices:
            return itself
        person = near.titled(heads[-1], set(content), block, place)
        if person is not None:
            return self._known(person, 0.8)
        unnamed = phrases(self.people, heads[-1], block, place)
        if unnamed or heads[-1] in self.groups["anonymous"]:
            return Speaker(unnamed[-1], None, 0.8 if len(unnamed) == 1 else 0.6) if unnamed else itself
        once = not self.groups["no longer"].isdisjoint(content)
        gender = self.people.lexicon.gender_of(heads[-1])
        person = None if once else near.subject(block, place, gender, content)
        if person is None:
            return itself
        clear = near.recent(block, place)[0] is person or near.is_sole(person, content, block, place)
        return self._known(person, 0.7 if clear else 0.6)

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
