"""Runs of capitalised words outside quotation marks, each split into role and name: "House Speaker | Paul Ryan"."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.neighbours import Paragraph

_ABBREVIATED = "|".join(
    f"(?<={word[0]}){word[1:]}"
    for word in (
        "Mrs? Ms Dr Sens? Reps? Govs? Gen Lt Col Capt Sgt St Rev Prof Hon Jr Sr Adm Maj Cmdr Pres Atty Mme Mlle Sra?"
    ).split()
)
"""What goes on with a capital to an abbreviation that a name follows; a capital alone is one as well."""
_WORD = rf"(?:(?=[a-z]{{,4}}\.[ \u00a0][A-ZÀ-ÖØ-Þ])(?:{_ABBREVIATED}|(?<=[A-Z]))\.|[\w’'-]*)"
_CAPITAL = f"[A-ZÀ-ÖØ-Þ]{_WORD}"
_PARTICLE = "(?:de|del|della|di|da|dos|du|la|le|el|al|bin|van|von|der|den|zu|af)"
_RUN = re.compile(rf"[A-ZÀ-ÖØ-Þ](?<![\w.].){_WORD}(?:[ \u00a0](?:(?=[a-z])(?:{_PARTICLE}[ \u00a0])+)?{_CAPITAL})*")
"""Begins with a set of characters, so that it is looked for at full speed."""
_HEADLINE = 300
"""Characters of a line that tell whether it is a headline."""
_POSSESSIVE = re.compile("['’]s?$")
_OWNER = re.compile("['’]s?[ \u00a0]")
_NEXT_WORDS = re.compile("(?:[ \u00a0][a-zß-ÿ-]+){1,4}")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_BEFORE_NAMES = frozenset("djPpoiktXsh&wa")
"""Tags of words that open a run of capitals without being a name: "The", "As", "Former"."""


class Spelling(NamedTuple):
    """What a run of capitalised words tells wherever it stands: "House Speaker | Paul Ryan"."""

    start: int
    """Where it begins in what is written together: "Fox News' Bret Baier" is two."""
    end: int
    role: list[str]
    name: list[str]
    possessive: bool


class Run:
    """A run of capitalised words outside quotation marks, split into role and name."""

    __slots__ = ("at", "block", "end", "lexicon", "name", "possessive", "role", "text")

    def __init__(self, block: int, text: str, at: int, spelling: Spelling, lexicon: Lexicon) -> None:
        """Enter a run with its `spelling`, in what is written together at `at` of `text`."""
        self.block, self.text, self.lexicon = block, text, lexicon
        start, end, self.role, self.name, self.possessive = spelling
        self.at, self.end = at + start, at + end

    @property
    def owns(self) -> bool:
        """Whether it stands for something that is the person's: "Trump's", "Trump supporters"."""
        return self.possessive or _is_attribute(self.text, self.end, self.lexicon)


def _is_attribute(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a name tells whose or which the noun behind it is: "Marsh supporters", "Marsh senior adviser Bo Holt"."""
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
    if len(words) - cut > 2 and not first_name(words[cut], lexicon):
        return _first_name_behind(words, cut + 1, cut, lexicon)
    return cut


def _first_name_behind(words: Sequence[str], start: int, otherwise: int, lexicon: Lexicon) -> int:
    """Where a known first name stands with a surname behind it."""
    return next((at for at in range(start, len(words) - 1) if first_name(words[at], lexicon)), otherwise)


def first_name(word: str, lexicon: Lexicon) -> str:
    """The gender that a known first name tells; nothing for any other word."""
    groups, lower = lexicon.groups, word.lower()
    return "male" if lower in groups["first names male"] else "female" if lower in groups["first names female"] else ""


def runs_of(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Run]:
    """The runs of `paragraphs` in order; none of a headline, and no single word that names nobody ("The")."""
    known: dict[str, list[Spelling]] = {}
    for block, text, quoted in ((each.block, each.text, each.quoted) for each in paragraphs):
        if _is_headline(text):
            continue
        for match in _outside(_RUN, text, quoted):
            written, at = match.group(), match.start()
            if written not in known:
                known[written] = [each for each in _spellings(written, lexicon) if each.name or len(each.role) > 1]
            for spelling in known[written]:
                yield Run(block, text, at, spelling, lexicon)


def honorific(run: Run, lexicon: Lexicon) -> str:
    """The gender that a title before the name tells."""
    return next((gender for word in run.role if (gender := lexicon.gender_of(bare(word)))), "")


def has_title(run: Run, lexicon: Lexicon) -> bool:
    """Whether a title or an office stands before the name."""
    groups = lexicon.groups
    spellings = ({word.lower(), bare(word)} for word in run.role)
    return any(each & groups["titles"] or each & groups["people"] for each in spellings)


def _is_headline(text: str) -> bool:
    """Whether a line begins with capitals throughout, so that capitals tell no names."""
    initials = [word[0] for word in text[:_HEADLINE].split() if len(word) > 3]
    return len(initials) > 3 and sum(map(str.isupper, initials)) > 0.8 * len(initials)


def _outside(pattern: re.Pattern[str], text: str, quoted: Sequence[Quoted]) -> Iterator[re.Match[str]]:
    """Where `pattern` matches outside the quoted stretches of a text."""
    position = 0
    for each in quoted:
        yield from pattern.finditer(text, position, each.outer)
        position = each.stop
    yield from pattern.finditer(text, position)


def _spellings(written: str, lexicon: Lexicon) -> Iterator[Spelling]:
    """Split what is written together into runs, and each into role and name."""
    start = 0
    for owner in _OWNER.finditer(written):
        yield _spelling(written, start, owner.end() - 1, lexicon)
        start = owner.end()
    yield _spelling(written, start, len(written), lexicon)


def _spelling(written: str, start: int, end: int, lexicon: Lexicon) -> Spelling:
    raw = written[start:end]
    named = _POSSESSIVE.sub("", raw)
    words = named.split()
    if len(words) > 2 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words.pop()
    cut = _role_words(words, lexicon)
    return Spelling(start, end, words[:cut], words[cut:], named != raw)


def bare(word: str) -> str:
    """A word in lower case, without the full stop of an abbreviation."""
    return word.lower().rstrip(".")
