"""The words of a block outside its quotation marks, each with its tag: what the grammar reads.

A quoted stretch counts as one word. Here is told what a word is by its neighbours; `tokens` knows what needs none.
"""

import re
from collections.abc import Sequence

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.tokens import OPEN_CLASSES, fixed, quote_tag, token

_STARTS = frozenset(".UF:-(;")
"""Tags behind which a capital means nothing."""

_AFTER_ALL = (
    (re.compile("c(?:(?=[hdsPQCFUO:]|i[vabX])|(?<=[NR)].)(?<![po][NR].)(?![&VXc]|,[^QCUF])|(?<=[n,&].)(?=N))"), "V"),
    (re.compile("b(?<=[NR].)(?=O|dd)"), "v"),
    (re.compile("G(?<=[ds].)(?=[,.poVXwh&)])"), "n"),
    (re.compile("[gf](?=[aXVvbcz,NR]|$)"), "N"),
)
"""What the words behind tell: "claims that" is a verb, "the listing," a noun, "Sterling said" a name."""
_LAST = str.maketrans("gf", "GV")


class Words:
    """The words of one block as parallel lists, and their tags as one string."""

    __slots__ = ("_tags", "ends", "lexicon", "lowers", "quoted_at", "starts", "tags", "text")

    def __init__(
        self, text: str, quoted: Sequence[Quoted], lexicon: Lexicon, within: tuple[int, int] | None = None
    ) -> None:
        """Read `text` around `quoted`, or only what stands `within` two places."""
        self.text = text
        self.lexicon = lexicon
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lowers: list[str] = []
        self.quoted_at: dict[int, int] = {}
        """Word -> number of the quoted stretch that it stands for."""
        self._tags: list[str] = []
        position, end = within or (0, len(text))
        for number, each in enumerate(quoted):
            self._read(position, each.outer)
            self.quoted_at[len(self._tags)] = number
            self._add(each.outer, each.stop, "", quote_tag(text, each))
            position = each.stop
        self._read(position, end)
        tags = "".join(self._tags)
        for pattern, tag in _AFTER_ALL:
            tags = pattern.sub(tag, tags)
        self.tags = tags.translate(_LAST)

    def text_of(self, low: int, high: int) -> str:
        """The text of the words from `low` to `high`, as it stands."""
        return self.text[self.starts[low] : self.ends[high - 1]]

    def _add(self, start: int, end: int, lower: str, tag: str) -> None:
        self.starts.append(start)
        self.ends.append(end)
        self.lowers.append(lower)
        self._tags.append(tag)

    def _read(self, start: int, stop: int) -> None:
        known = fixed(self.lexicon.language)
        starts, ends, lowers, tags = self.starts, self.ends, self.lowers, self._tags
        for match in token(self.lexicon.language).finditer(self.text, start, stop):
            word = match.group()
            at, end = match.span()
            if word in known:
                lower, tag = known[word]
            elif word[0].isalnum() or (word[0] in "$€£#@" and len(word) > 1):
                lower = word.lower()
                tag = self._tag(lower, word[0], at)
            else:
                self._mark(word, at, end)
                continue
            starts.append(at)
            ends.append(end)
            lowers.append(lower)
            tags.append(tag)

    def _mark(self, mark: str, at: int, end: int) -> None:
        """Read a mark or a possessive ending, which count as words or do not by where they stand."""
        tags = self._tags
        if mark[0] in "'’":
            if len(mark) > 1 or (tags and self.lowers[-1].endswith("s")):
                possessive = not tags or tags[-1] not in "Pwh"
                self._add(at, end, "'s", "z" if possessive else "X")
        elif mark == ".":
            self._full_stop(at)
        elif (len(mark) > 1 or mark == "-") and (mark[0] != "-" or not self._joins(at, end)):
            self._add(at, end, mark, "-")

    def _joins(self, start: int, end: int) -> bool:
        """Whether a hyphen joins verb and pronoun, as in "a-t-il"."""
        return start > 0 and self.text[start - 1].isalnum() and self.text[end : end + 1].isalnum()

    def _full_stop(self, at: int) -> None:
        if self.text[at + 1 : at + 2].islower():
            return
        if self._tags and self.ends[-1] == at and self._is_abbreviation():
            self.ends[-1] += 1
            self.lowers[-1] += "."
            self._tags[-1] = self.lexicon.tags.get(self.lowers[-1], self._tags[-1])
        else:
            self._add(at, at + 1, ".", ".")

    def _is_abbreviation(self) -> bool:
        """Whether a full stop right behind the last word belongs to it."""
        lower = self.lowers[-1]
        if len(self.lowers) == 1 and self._is_interview_label(lower):
            return False
        return (
            lower + "." in self.lexicon.tags
            or lower.rsplit("-", 1)[-1] in self.lexicon.groups["abbreviations"]
            or (len(lower) == 1 and lower.isalpha() and lower != "i")
            or (self._tags[-1] == "N" and "." in lower)
        )

    def _is_interview_label(self, lower: str) -> bool:
        """Whether "Q." or "A." begins the block, and a sentence behind it."""
        if lower not in self.lexicon.groups["interview labels"]:
            return False
        following = self.text[self.ends[-1] + 1 : self.ends[-1] + 30].split(maxsplit=1)
        return not following or self.lexicon.tags.get(following[0].lower(), "N") not in "NTR"

    def _tag(self, lower: str, first: str, at: int) -> str:
        tags, lexicon = self._tags, self.lexicon
        tag = lexicon.tags.get(lower) or ("’" in lower and lexicon.tags.get(lower.replace("’", "'"))) or None
        if tag is None:
            return self._guess(lower, first)
        previous = tags[-1] if tags else "."
        if first.isupper() and self._is_name(lower, tag, previous, at):
            return "N"
        return self._verb_or_noun(tag, previous) if tag in "bcv" else self._in_place(tag, lower, previous)

    def _is_name(self, lower: str, tag: str, previous: str, at: int) -> bool:
        """Whether a known word that is capitalised is a name there: "Mark" in mid-sentence, "US" anywhere."""
        groups = self.lexicon.groups
        if lower in groups["names in capitals"]:
            return self.text.startswith(lower.upper(), at)
        return previous not in _STARTS and (tag in OPEN_CLASSES or lower in groups["name-like"])

    def _in_place(self, tag: str, lower: str, previous: str) -> str:
        """The tag of a small word behind certain others: "since" in "has since left", "to" in "according to"."""
        groups = self.lexicon.groups
        if tag == "d" and lower in groups["numbers"]:
            self._approximates()
        if tag == "V" and self.lowers[-1:] == ["so"] and lower in groups["naming participles"]:
            return "j"
        if tag == "k" and previous == "X" and lower in groups["adverbs behind auxiliaries"]:
            return "a"
        return "p" if tag == "i" and self.lowers and self.lowers[-1] in groups["according"] else tag

    def _approximates(self) -> None:
        """Take "about" and "at least" before a number for a part of the number."""
        groups = self.lexicon.groups
        if self.lowers[-1:] and self._tags[-1] == "p" and self.lowers[-1] in groups["approximators"]:
            self._tags[-1] = "d"
        elif self.lowers[-2:-1] == ["at"] and self.lowers[-1] in groups["degrees"]:
            self._tags[-2:] = "dd"

    def _verb_or_noun(self, tag: str, previous: str) -> str:
        """What the words before tell of "claim", "claims", "mock"."""
        if previous == "w" and self.lowers[-1] in self.lexicon.groups["possessive relatives"]:
            return "n"
        if tag == "v":
            behind_said = previous == "V" and self.lexicon.verbs.get(self.lowers[-1]) == "speech"
            degree = previous == "a" and self.lowers[-1] in self.lexicon.groups["degrees"]
            return "j" if degree else "n" if previous in "dszj#po" or behind_said else "v"
        before = next((each for each in reversed(self._tags[-3:]) if each != "a"), ".")
        if tag == "b":
            plural = before in "Rn" and self.lowers[-1].endswith("s") and self.lowers[-2:-1] not in (["a"], ["an"])
            return "v" if before in "XiPwO" or plural else "b"
        adverb = previous == "a" and before in "RN" and self.lowers[-1] not in self.lexicon.groups["degrees"]
        return "V" if before in "Pw" or adverb else "n" if before in "dsz#poTV" else "c"

    def _guess(self, lower: str, first: str) -> str:  # noqa: PLR0911 - one for each ending
        """The tag of a word that the lexicon lacks; g and f are participles or names at the start of a sentence."""
        lexicon, long = self.lexicon, len(lower) > 5
        if first.isupper():
            return self._guess_capitalised(lower)
        if first.isdigit() or first in "$€£":
            self._approximates()
            return "#"
        if first in "@#":
            return "N"
        if lexicon.language == "en":
            if lower.endswith("ed") and len(lower) > 4:
                return "V"
            if lower.endswith("ing") and long:
                return "G"
        if lower.endswith(lexicon.adverb_endings):
            return "a"
        return "j" if lower.endswith(lexicon.adjective_endings) else "n"

    def _guess_capitalised(self, lower: str) -> str:
        lexicon = self.lexicon
        if lexicon.role_endings and lower.endswith(lexicon.role_endings):
            return "R"
        if lexicon.language != "en":
            return "N"
        if lower[1:2] == "-" and lower[0] in "rdi" and self.lowers[-1:] == [","]:
            return "a"
        if len(lower) < 6 or (self._tags and self._tags[-1] not in _STARTS):
            return "N"
        return "g" if lower.endswith("ing") else "f" if lower.endswith("ed") else "a" if lower.endswith("ly") else "N"
