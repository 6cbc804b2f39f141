"""The people of an article: the names it gives them, from "Anthony Blinken" to "Mr Blinken", with gender and role.

Read once from the text outside quotation marks, by capitals alone; the lexicon tells a role ("Secretary of State") from
a name. What is no person is harmless here: nobody asks for it by surname or pronoun.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.neighbours import Paragraph

_ABBREVIATED = (
    "[A-Z]|Mrs?|Ms|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Capt|Sgt|St|Rev|Prof|Hon|Jr|Sr|Adm|Maj|Cmdr|Pres|Atty|Mme|Mlle|Sra?"
)
_CAPITAL = rf"(?:(?:{_ABBREVIATED})\.(?=[ \u00a0][A-ZÀ-ÖØ-Þ])|[A-ZÀ-ÖØ-Þ][\w’'-]*)"
_PARTICLE = "(?:de|del|della|di|da|dos|du|la|le|el|al|bin|van|von|der|den|zu|af)"
_RUN = re.compile(rf"(?<![\w.]){_CAPITAL}(?:[ \u00a0](?:{_PARTICLE}[ \u00a0])*{_CAPITAL})*")
_POSSESSIVE = re.compile("['’]s?$")
_OWNER = re.compile("['’]s?[ \u00a0]")
_NEXT_WORDS = re.compile("(?:[ \u00a0][a-zß-ÿ-]+){1,4}")
_NO_END = "".join(
    f"(?<!{word})" for word in (" [A-Z]", "Mr", "Ms", "Dr", "St", "Mrs", "Sen", "Rep", "Gov", "Gen", "Lt", "Rev", "Jr")
)
_SENTENCE_END = re.compile(rf"{_NO_END}[.!?][”\"’'»]* |(?<= )[”\"»']+ (?=[A-Z])")
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he)\b")
_PERSONAL = re.compile(
    r"(?: \([^)]*\))?(?:, (?:aged? )?\d\d\b|,? who\b|, (?:an?|the|his|her|one|former) |,? [a-z]+ed )"
)
_BEHIND = re.compile(r"(?: \([^)]{1,20}\))?(?:, (?:aged? )?\d+)?(?:, |,? who (?:is|was) )([^,.;:“\"()]{3,90})(?=[,.])")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BEFORE_NAMES = frozenset("djPpoiktXsh&wa")
"""Tags of words that open a run of capitals without being a name: "The", "As", "Former"."""


class Run:
    """A run of capitalised words outside quotation marks, split into role and name."""

    __slots__ = ("at", "block", "end", "name", "owns", "role", "text")
    """`owns`: whether it stands for something that is the person's: "Trump's", "Trump supporters"."""

    def __init__(self, block: int, text: str, at: int, raw: str, lexicon: Lexicon) -> None:
        """Split `raw`, which stands at `at` of `text`: "House Speaker | Paul Ryan"."""
        self.block, self.text, self.at, self.end = block, text, at, at + len(raw)
        bare = _POSSESSIVE.sub("", raw)
        self.owns = bare != raw or _is_attribute(text, self.end, lexicon)
        words = bare.split()
        if len(words) > 2 and words[-1].rstrip(".").lower() in _SUFFIXES:
            words.pop()
        cut = _role_words(words, lexicon)
        self.role, self.name = words[:cut], words[cut:]


def _is_attribute(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a name tells whose or which the noun behind it is: "Trump supporters", "Trump senior adviser Jason Miller"."""
    following = _NEXT_WORDS.match(text, end)
    if following is None:
        return False
    tags = [lexicon.tags.get(word, "n") for word in following.group().split()]
    first = next((at for at, tag in enumerate(tags) if tag not in "jnb"), len(tags))
    return first < len(tags) and tags[first] == "R"


def _role_words(words: Sequence[str], lexicon: Lexicon) -> int:
    """How many words at the start are no name; all of them for "Department of Justice", "Clinton Foundation"."""
    cut = 0
    for number, word in enumerate(words):
        lower = word.lower()
        tag = lexicon.tags.get(lower) or lexicon.tags.get(lower.rstrip("."), "N")
        if tag in "TR" or (lexicon.role_endings and lower.endswith(lexicon.role_endings)):
            surname = number == len(words) - 1 and number > cut and lower not in lexicon.groups["bodies"]
            cut = cut if surname else number + 1
        elif tag == "o" or (tag in _BEFORE_NAMES and number == cut and lower != "new"):
            cut = number + 1
    if "of" in words:
        return _first_name_behind(words, words.index("of") + 2, len(words), lexicon)
    if len(words) - cut > 2 and not _is_first_name(words[cut], lexicon):
        return _first_name_behind(words, cut + 1, cut, lexicon)
    return cut


def _first_name_behind(words: Sequence[str], start: int, otherwise: int, lexicon: Lexicon) -> int:
    """Where a known first name stands with a surname behind it."""
    return next((at for at in range(start, len(words) - 1) if _is_first_name(words[at], lexicon)), otherwise)


def _is_first_name(word: str, lexicon: Lexicon) -> bool:
    lower = word.lower()
    return lower in lexicon.groups["first names male"] or lower in lexicon.groups["first names female"]


class Told(NamedTuple):
    """A sentence: where it starts, whom it names (where, who, how salient), and the genders of its subject pronouns."""

    start: int
    named: list[tuple[int, "Person", float]]
    pronouns: set[str]


class Person:
    """One person, or what is capitalised like one."""

    __slots__ = ("asked", "blocks", "count", "first", "gender", "name", "sure", "titles")

    def __init__(self, first: Run) -> None:
        """Enter a person by the run that names it first."""
        self.name = " ".join(first.name)
        self.first = first
        self.blocks: set[int] = set()
        """Where it is named."""
        self.gender = ""
        self.asked = False
        """Whether the text was asked for the gender."""
        self.count = 0
        self.sure = False
        """Whether it is a person beyond doubt: by first name, title, or being called by the surname."""
        self.titles: set[str] = set()
        """Words of the titles it is given before its name, lower case."""


class People:
    """Everybody the article names, and where."""

    def __init__(self, paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> None:
        """Read the names in `paragraphs`."""
        self.lexicon = lexicon
        self._paragraphs = {paragraph.block: paragraph for paragraph in paragraphs}
        self._told: dict[int, list[Told]] = {}
        self._by_last: dict[str, list[Person]] = {}
        self._sightings: list[tuple[int, int, Person, Run]] = []
        """Block, offset, who, and how: in the order of the text."""
        self._by_first: dict[str, Person] = {}
        runs = [run for paragraph in paragraphs if not _is_headline(paragraph.text) for run in self._runs(paragraph)]
        for run in runs:
            if len(run.name) > 1:
                self._introduce(run)
        for run in runs:
            if run.name:
                self._sight(run)
        self._bodies = [
            run for run in runs if len(run.role) + len(run.name) > 1 and not run.owns and not self._is_sure(run)
        ]

    def before(self, block: int, at: int) -> Iterator[tuple[Run, Person]]:
        """Who is named before a place, nearest first."""
        for number in range(self._place(block, at) - 1, -1, -1):
            _, _, person, run = self._sightings[number]
            yield run, person

    def paragraph(self, block: int) -> Paragraph | None:
        """The paragraph of a block that may name somebody."""
        return self._paragraphs.get(block)

    def sentences(self, block: int) -> list["Told"]:
        """The sentences of a block: whom they name, how likely each is what they are about, and their pronouns."""
        if block not in self._told:
            self._told[block] = list(self._tell(block))
        return self._told[block]

    def _tell(self, block: int) -> Iterator["Told"]:
        paragraph = self._paragraphs.get(block)
        if paragraph is None:
            return
        text = _without_quotes(paragraph)
        bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
        at = self._place(block, 0)
        for start, end in pairwise(bounds):
            named: list[tuple[int, Person, float]] = []
            while at < len(self._sightings) and self._sightings[at][0] == block and self._sightings[at][1] < end:
                _, place, person, run = self._sightings[at]
                named.append((place, person, self._salience(text[start:place], text[run.end : end], run)))
                at += 1
            yield Told(start, named, {self.gender_of(word.lower()) for word in _SUBJECT.findall(text, start, end)})

    def _salience(self, prefix: str, rest: str, run: Run) -> float:
        """How likely a name is what its sentence is about, 0 to 2, judging by what stands around it there."""
        words = prefix.lower().split()
        if not words:
            return 1.0 if run.owns else 2.0
        tags = {self.lexicon.tags.get(word.strip(",;:()"), "n") for word in words}
        verbs = tags & set("VvX")
        last = words[-1].strip(",")
        if prefix.rstrip().endswith((",", "—", "–", ":")):
            apposition = self.lexicon.tags.get(last) == "R" and (verbs or "p" in tags or "s" in tags)
            following = self.lexicon.tags.get(rest[2:].split(" ", 1)[0]) if rest.startswith(", ") else None
            return 0.6 if run.owns or (apposition and following not in {"X", "V"}) else 2.0
        if self.lexicon.verbs.get(last) == "speech" and len(words) < 4:
            return 2.0
        groups = self.lexicon.groups
        if last in groups["agent"] and verbs:
            return 1.6
        if last in groups["be"] and len(run.name) > 1:
            return 1.6
        if last in groups["trailing"] or verbs:
            return 0.6
        return 1.0 if run.owns else 1.8

    def named(self, name: Sequence[str], gender: str = "") -> Person | None:
        """The person called `name`, a full name or a surname."""
        found = [each for each in self._by_last.get(name[-1], ()) if not gender or each.gender in {"", gender}]
        if len(name) > 1:
            found = [each for each in found if _same(each.name, name)]
        return max(found, key=lambda each: each.count, default=None)

    def gender_of(self, word: str) -> str:
        """The gender that a pronoun, an honorific or a role tells: "female" for she, Mrs, spokeswoman."""
        groups = self.lexicon.groups
        return "male" if word in groups["male"] else "female" if word in groups["female"] else ""

    def gender(self, person: Person) -> str:
        """The gender that title or first name tell, else the pronouns of the sentences that are about the person alone."""
        if not person.gender and not person.asked:
            person.asked = True
            tally = {"male": 0, "female": 0}
            for block in person.blocks:
                for told in self.sentences(block):
                    if len(told.named) == 1 and told.named[0][1] is person and len(told.pronouns) == 1:
                        tally[next(iter(told.pronouns))] += 1
            if tally["male"] != tally["female"]:
                person.gender = "male" if tally["male"] > tally["female"] else "female"
        return person.gender

    def role(self, person: Person) -> str | None:
        """The role that the article gives a person where it first names it in full: before the name or behind it."""
        run = person.first
        lead = self._leading_role(run)
        plain = [
            word for word in run.role if not self.gender_of(_bare(word)) and self.lexicon.tags.get(_bare(word)) != "d"
        ]
        if lead or plain:
            return " ".join([*lead, *plain])
        behind = _BEHIND.match(run.text, run.end)
        return behind.group(1) if behind and self._is_role(behind.group(1)) else None

    def titles(self, person: Person) -> set[str]:
        """The words of all that it is called, lower case."""
        return person.titles | {_bare(word) for word in (self.role(person) or "").split()}

    def _place(self, block: int, at: int) -> int:
        return bisect_left(self._sightings, (block, at), key=lambda each: each[:2])

    def _runs(self, paragraph: Paragraph) -> Iterator[Run]:
        position, text, block, lexicon = 0, paragraph.text, paragraph.block, self.lexicon
        for each in paragraph.quoted:
            for at, raw in _runs_in(text, position, each.outer):
                yield Run(block, text, at, raw, lexicon)
            position = each.stop
        for at, raw in _runs_in(text, position, len(text)):
            yield Run(block, text, at, raw, lexicon)

    def _introduce(self, run: Run) -> None:
        """Enter a full name, unless it is a place's or a body's."""
        name = run.name
        gender = self._first_name(name[0].lower())
        if not gender and not self.lexicon.groups["no person"].isdisjoint(map(_bare, name)):
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
        person.gender = person.gender or self._honorific(run) or gender
        personal = person.gender or self._has_title(run) or _PERSONAL.match(run.text, run.end)
        person.sure = person.sure or bool(personal)

    def _is_sure(self, run: Run) -> bool:
        person = self.named(run.name) if run.name else None
        return person is not None and person.sure

    def _first_name(self, first: str) -> str:
        groups = self.lexicon.groups
        return (
            "male" if first in groups["first names male"] else "female" if first in groups["first names female"] else ""
        )

    def _honorific(self, run: Run) -> str:
        return next((gender for word in run.role if (gender := self.gender_of(_bare(word)))), "")

    def _has_title(self, run: Run) -> bool:
        groups = self.lexicon.groups
        spellings = ({word.lower(), _bare(word)} for word in run.role)
        return any(each & groups["titles"] or each & groups["people"] for each in spellings)

    def _sight(self, run: Run) -> None:
        gender = self._honorific(run) if run.role else ""
        person = self.named(run.name, gender)
        if person is None and len(run.name) == 1:
            person = self._called(run)
        if person is None:
            return
        person.gender = person.gender or gender
        person.sure = person.sure or (len(run.name) == 1 and person.first is not run and len(person.first.name) > 1)
        person.titles.update(map(_bare, run.role))
        person.blocks.add(run.block)
        self._sightings.append((run.block, run.at, person, run))

    def _called(self, run: Run) -> Person | None:
        """Whoever is called by a title and a surname alone, or by a first name."""
        name = run.name[0]
        known = self._by_first.get(name)
        gender = self._first_name(name.lower())
        place = name.lower() in self.lexicon.groups["no person"]
        titled = self._has_title(run)
        if known is None and (titled or (gender and not place) or self._acts(run)):
            known = Person(run)
            known.gender, known.sure = gender, titled or bool(gender)
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
        """The organisation that "the company" means: the last that began a sentence near by, or has the word in its name."""
        place = bisect_left(self._bodies, (block, at), key=lambda each: (each.block, each.at))
        for run in reversed(self._bodies[max(0, place - 12) : place]):
            words = [*run.role, *run.name]
            if block - run.block <= 2 and (run.at == 0 or words[-1].lower() == noun):
                return " ".join(word for word in words if self.lexicon.tags.get(word.lower()) != "d")
        return None

    def _is_role(self, text: str) -> bool:
        return any(self.lexicon.tags.get(_bare(word)) in {"R", "T"} for word in text.split())

    def _leading_role(self, run: Run) -> list[str]:
        """The lower-case role before a name: "campaign manager" in "campaign manager Robby Mook"."""
        taken: list[str] = []
        for word in reversed(run.text[max(0, run.at - 60) : run.at].split()):
            tag = self.lexicon.tags.get(word, "n")
            if not (word.isalpha() and word.islower() and tag in "Rjn") or (not taken and tag != "R"):
                break
            taken.insert(0, word)
        return taken


def _is_headline(text: str) -> bool:
    """Whether a line is written with capitals throughout, so that capitals tell no names."""
    words = [word for word in text.split() if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _without_quotes(paragraph: Paragraph) -> str:
    """The text with blanks for what stands between quotation marks."""
    text = paragraph.text
    for each in paragraph.quoted:
        text = text[: each.start] + " " * (each.end - each.start) + text[each.end :]
    return text


def _runs_in(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """Runs of capitalised words and where they stand; "Fox News' Bret Baier" is two."""
    for match in _RUN.finditer(text, start, stop):
        at, raw = match.start(), match.group()
        owner = _OWNER.search(raw)
        while owner is not None:
            yield at, raw[: owner.end() - 1]
            at, raw = at + owner.end(), raw[owner.end() :]
            owner = _OWNER.search(raw)
        yield at, raw


def _bare(word: str) -> str:
    return word.lower().rstrip(".")


def _same(name: str, other: Sequence[str]) -> bool:
    """Whether two names with the same surname may be one person's: "Joe Biden", "Joseph R. Biden"."""
    return name.split()[0].rstrip(".")[:3] == other[0].rstrip(".")[:3]
