"""Runs of capitalised words outside quotation marks, each split into role and name: "House Speaker | Paul Ryan"."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsread_filters.quotes.lexicon import Lexicon
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
_LONG_LINE, _ENDS = 150, (".", "”", '"', "»", "“", "!", "?", ":")
"""Characters from which a line is none if it ends as a sentence does."""
_POSSESSIVES = ("'s", "’s", "'", "’")
_OWNER = re.compile("['’]s?[ \u00a0]")
_NEXT_WORDS = re.compile("(?:[ \u00a0][a-zß-ÿ-]+){1,4}")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_ROLES = frozenset("TR")
_BEFORE_NAMES = frozenset("djPpoiktXsh&wa")
"""Tags of words that open a run of capitals without being a name: "The", "As", "Former"."""


class Spelling(Struct, frozen=True, gc=False):
    """What a run of capitalised words tells wherever it stands: "House Speaker | Paul Ryan"."""

    start: int
    """Where it begins in what is written together: "Fox News' Bret Baier" is two."""
    end: int
    role: list[str]
    name: list[str]
    possessive: bool


class Run(Struct, eq=False, gc=False):
    """A run of capitalised words outside quotation marks, split into role and name."""

    block: int
    text: str
    at: int
    end: int
    role: list[str]
    name: list[str]
    possessive: bool
    lexicon: Lexicon

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
    """How many words at the start are no name; all of them for "Clinton Foundation"."""
    cut, tags, endings = 0, lexicon.tags, lexicon.role_endings
    for number, word in enumerate(words):
        lower = word.lower()
        tag = tags.get(lower) or tags.get(lower.rstrip("."))
        if tag in _ROLES or (endings and lower.endswith(endings)):
            surname = number == len(words) - 1 and number > cut and lower not in lexicon.groups["bodies"]
            cut = cut if surname else number + 1
        elif tag == "o" or (tag in _BEFORE_NAMES and number == cut and lower != "new"):
            cut = number + 1
    if len(words) - cut > 2 and not first_name(words[cut], lexicon):
        return _first_name_behind(words, cut + 1, cut, lexicon)
    return cut


def _first_name_behind(words: Sequence[str], start: int, otherwise: int, lexicon: Lexicon) -> int:
    """Where a known first name stands with a surname behind it."""
    return next((at for at in range(start, len(words) - 1) if first_name(words[at], lexicon)), otherwise)


def first_name(word: str, lexicon: Lexicon) -> str:
    """The gender that a known first name tells; nothing for any other word."""
    return lexicon.first_names.get(word.lower(), "")


def runs_of(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> Iterator[Run]:
    """The runs of `paragraphs` in order; none of a headline, and no single word that names nobody ("The")."""
    known: dict[str, list[Spelling]] = {}
    for paragraph in paragraphs:
        block, text = paragraph.block, paragraph.text
        if _is_headline(text):
            continue
        for position, stop in paragraph.unquoted:
            for match in _RUN.finditer(text, position, stop):
                written = match.group()
                if written not in known:
                    known[written] = _spellings(written, lexicon)
                at = match.start()
                for each in known[written]:
                    start, end = at + each.start, at + each.end
                    yield Run(block, text, start, end, each.role, each.name, each.possessive, lexicon)


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
    if len(text) >= _LONG_LINE and text.endswith(_ENDS):
        return False
    initials = [word[0] for word in text[:_HEADLINE].split() if len(word) > 3]
    return len(initials) > 3 and sum(map(str.isupper, initials)) > 0.8 * len(initials)


def _spellings(written: str, lexicon: Lexicon) -> list[Spelling]:
    """Split what is written together into runs, and each into role and name; no single word that names nobody."""
    found: list[Spelling] = []
    start = 0
    for owner in _OWNER.finditer(written) if "’" in written or "'" in written else ():
        found.append(_spelling(written, start, owner.end() - 1, lexicon))
        start = owner.end()
    found.append(_spelling(written, start, len(written), lexicon))
    return [each for each in found if each.name or len(each.role) > 1]


def _spelling(written: str, start: int, end: int, lexicon: Lexicon) -> Spelling:
    raw = written[start:end]
    possessive = raw.endswith(_POSSESSIVES)
    words = (raw.removesuffix("s")[:-1] if possessive else raw).split()
    if len(words) > 2 and words[-1].rstrip(".").lower() in _SUFFIXES:
        words.pop()
    cut = _role_words(words, lexicon)
    return Spelling(start, end, words[:cut], words[cut:], possessive)


def bare(word: str) -> str:
    """A word in lower case, without the full stop of an abbreviation."""
    return word.lower().rstrip(".")
