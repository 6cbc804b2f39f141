"""The words of a block outside its quotation marks, each with its tag: what the grammar reads.

A quoted stretch counts as one word, tagged by how it ends: Q without a mark, C with a comma or dash, U with a question
or exclamation mark, F with a full stop.
"""

import re

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted

_TOKEN = re.compile(
    r"[$€£#@]?\w+(?:(?:(?!['’]s\b)[-’'&/]|(?<=\d)[.,](?=\d)|(?<=\b[^\W\d])\.(?=[^\W\d]\b))\w+)*"
    r"|['’]s\b|--+|\.{2,}|[^\w\s]"
)
_PUNCTUATION = {
    ".": ".", "!": ".", "?": ".", "…": "-", ",": ",", ":": ":", ";": ";", "—": "-", "–": "-", "-": "-", "―": "-", "(": "(",
    ")": ")", "[": "(", "]": ")", "。": ".",
}  # fmt: skip
_VERB_OR_PLURAL = re.compile(
    "c(?=[hdsPQCFUO:]|i[vabX])|(?<=[NR)])(?<![po][NR])c(?![&VXc]|,[^QCUF])|(?<=[n,&])c(?=N)"
)
_GERUND_NOUN = re.compile("(?<=[ds])G(?=[,.poVXwh&)])")
_NAME_AT_START = re.compile("[gf](?=[aXVvbcz,NR]|$)")
_PARTICIPLE_AT_START = str.maketrans("gf", "GV")
_OPEN_CLASSES = frozenset("nvVGbc")
_STARTS = frozenset(".UF:-(;")
_NAME_LIKE = frozenset("will may mark bill grace hope pat rob rich frank chase grant art".split())


class Words:
    """The words of one block as parallel lists, and their tags as one string."""

    __slots__ = ("ends", "lexicon", "lowers", "quoted_at", "starts", "tags", "text")

    def __init__(self, text: str, quoted: list[Quoted], lexicon: Lexicon) -> None:
        """Read `text` around `quoted`."""
        self.text = text
        self.lexicon = lexicon
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.lowers: list[str] = []
        self.quoted_at: dict[int, int] = {}
        """Number of a quoted stretch -> its word."""
        tags: list[str] = []
        position = 0
        for number, each in enumerate(quoted):
            self._read(position, each.outer, tags, lexicon)
            self.quoted_at[number] = len(tags)
            self.starts.append(each.outer)
            self.ends.append(each.stop)
            self.lowers.append("")
            tags.append(_quote_tag(text, each))
            position = each.stop
        self._read(position, len(text), tags, lexicon)
        self.tags = _NAME_AT_START.sub("N", _GERUND_NOUN.sub("n", _VERB_OR_PLURAL.sub("V", "".join(tags)))).translate(_PARTICIPLE_AT_START)

    def _read(self, start: int, stop: int, tags: list[str], lexicon: Lexicon) -> None:
        known = lexicon.tags
        short = lexicon.groups["abbreviations"]
        starts, ends, lowers = self.starts, self.ends, self.lowers
        for match in _TOKEN.finditer(self.text, start, stop):
            word = match.group()
            first = word[0]
            if word in _PUNCTUATION or not (first.isalnum() or first in "$€£#@'’"):
                if word == "." and self.text[match.end() : match.end() + 1].islower():
                    continue
                if word == "." and tags and ends[-1] == match.start() and _abbreviation(lowers[-1], tags[-1], known, short):
                    ends[-1] += 1
                    lowers[-1] += "."
                    tags[-1] = known.get(lowers[-1], tags[-1])
                    continue
                tag = _PUNCTUATION.get(word, "-" if len(word) > 1 else "")
                if not tag:
                    if word in "'’" and tags and lowers[-1].endswith("s"):
                        tag = "z"
                    else:
                        continue
                lower = word
            elif first in "'’":
                tag, lower = ("X" if tags and tags[-1] in "Pw" else "z", "'s")
            else:
                lower = word.lower()
                if lowers and lower == "to" and lowers[-1] in lexicon.groups["according"]:
                    tag = "p"
                else:
                    tag = _tag(lower, first, tags, known, lowers[-1].endswith("s") if lowers else False)
            tags.append(tag)
            starts.append(match.start())
            ends.append(match.end())
            lowers.append(lower)


def _quote_tag(text: str, each: Quoted) -> str:
    last = text[each.end - 1]
    if last in "'’”\"" and each.end - each.start > 1:
        last = text[each.end - 2]
    return "F" if last == "." else "U" if last in "?!…" else "C" if last in ",-–—，、" else "Q"


def _tag(lower: str, first: str, tags: list[str], known: dict[str, str], plural: bool) -> str:
    tag = known.get(lower)
    capital = first.isupper()
    if tag is None:
        if "’" in lower:
            tag = known.get(lower.replace("’", "'"))
            if tag:
                return tag
        return _guess(lower, first, at_start=not tags or tags[-1] in _STARTS)
    if capital and tags and tags[-1] not in _STARTS and (tag in _OPEN_CLASSES or lower in _NAME_LIKE):
        return "N"
    if tag == "v" and tags and tags[-1] in "dszj#po":
        return "n"
    if tag in "bc":
        before = next((each for each in reversed(tags[-3:]) if each != "a"), ".")
        if tag == "b":
            return "v" if before in "XiPwO" or (before == "R" and plural) else "b"
        return "V" if before in "Pw" else "n" if before in "dsz#poTV" else "c"
    return tag


def _guess(lower: str, first: str, *, at_start: bool) -> str:
    if first.isupper():
        if at_start and len(lower) > 5:
            return "g" if lower.endswith("ing") else "f" if lower.endswith("ed") else "a" if lower.endswith("ly") else "N"
        return "N"
    if first.isdigit() or first in "$€£":
        return "#"
    if first in "@#":
        return "N"
    if lower.endswith("ly"):
        return "a"
    if lower.endswith("ed") and len(lower) > 4:
        return "V"
    if lower.endswith("ing") and len(lower) > 5:
        return "G"
    if lower.endswith(_ADJECTIVE):
        return "j"
    return "n"


_ADJECTIVE = ("al", "ive", "ous", "ic", "ful", "able", "ible", "ary", "ish", "less", "ian", "ern", "time", "old", "ist")


def _abbreviation(lower: str, tag: str, known: dict[str, str], short: frozenset[str]) -> bool:
    """Whether a full stop right behind the word belongs to it."""
    return (
        lower + "." in known
        or lower.rsplit("-", 1)[-1] in short
        or (len(lower) == 1 and lower.isalpha() and lower != "i")
        or (tag == "N" and "." in lower)
    )
