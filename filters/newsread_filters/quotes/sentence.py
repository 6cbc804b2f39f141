"""A sentence, read; and the reporting clauses that are found in sentences."""

import re
from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct

from newsread_filters.quotes.chunks import QUOTED, Chunks
from newsread_filters.quotes.parse import Parse
from newsread_filters.quotes.words import Words

_LONGEST = 300
"""Words after which a sentence is cut, so that one without an end takes no more than its length."""
_MAY_END = re.compile("[.FU]|[Nnt](?=[dPkphwas])")
"""Tags of what ends a sentence: marks, quotations, and abbreviations before a word that begins one."""
_QUOTED = re.compile(f"[{QUOTED}]")


class Clause(Struct, frozen=True, gc=False):
    """A reporting clause; `cue` and `mention` are ranges of words of `words`."""

    words: Words
    cue: tuple[int, int] | None
    mention: tuple[int, int] | None
    rule: str
    certainty: float


class Sentence:
    """A sentence with its chunks and its clauses, each read when they are asked for."""

    def __init__(self, words: Words, low: int, high: int) -> None:
        """Take the words from `low` to `high`."""
        self.words = words
        self.low, self.high = low, high
        self.tails: dict[int, tuple[int, int, int] | None] = {}
        """Chunk -> verb, subject and end of the clause that begins there, for those that were asked for."""

    @cached_property
    def chunks(self) -> Chunks:
        """Its chunks."""
        return Chunks(self.words, self.low, self.high)

    @cached_property
    def parse(self) -> Parse:
        """Its verbs, each with its subject, and what stands under them."""
        return Parse(self.chunks)

    @property
    def quotes(self) -> bool:
        """Whether it holds quoted stretches."""
        return bool(_QUOTED.search(self.words.tags, self.low, self.high))

    def clause(self, verb: int, subject: int | None, rule: str, certainty: float) -> Clause:
        """The reporting clause of verb and subject, both numbers of chunks."""
        main = self.chunks.main(verb)
        agent = self._agent(verb)
        mention = self.phrase(agent) if agent else None if subject is None else self._both(subject)
        return Clause(self.words, (main, completed(self.words, main)), mention, rule, certainty)

    def _agent(self, verb: int) -> int:
        """Who is named behind a participle: "an option seen by organizers as", "labeled a 'hoax' by Ms Marsh"; or 0."""
        chunks = self.chunks
        if chunks.kinds[verb] != "V" or chunks.highs[verb] - chunks.lows[verb] > 1:
            return 0
        at = verb + 1
        while (chunks.kind(at) in "pk" and not chunks.in_group(at, "agent")) or self._is_determiner(at):
            at += 1
        if at > verb + 1 and chunks.kind(at) not in QUOTED:
            return 0
        at += chunks.kind(at) in QUOTED
        named = chunks.in_group(at, "agent") and chunks.kind(at + 1) == "N"
        return at + 1 if named and self.words.tags[chunks.highs[at + 1] - 1] in "NR" else 0

    def _is_determiner(self, at: int) -> bool:
        """Whether a chunk is the article before a quote."""
        chunks = self.chunks
        return chunks.kind(at) == "N" and set(self.words.tags[chunks.lows[at] : chunks.highs[at]]) <= set("ds")

    def _both(self, at: int) -> tuple[int, int]:
        """The words of a subject; of both where two begin the clause: "Ada Marsh and Bruce Holt said"."""
        low, high = self.phrase(at)
        kinds = self.chunks.kinds
        if kinds[max(at - 2, 0) : at + 1] == "N&N" and self.chunks.kind(at - 3) in ".," + QUOTED:
            low = self.chunks.lows[at - 2]
        return low, high

    def phrase(self, at: int) -> tuple[int, int]:
        """The words of a noun phrase with the "of" that completes a role: "the head of the agency"."""
        chunks = self.chunks
        low, high = chunks.lows[at], chunks.highs[at]
        while chunks.kind(at + 1) == "p" and chunks.kind(at + 2) == "N" and self.words.tags[high - 1] in "RTnbcd#":
            if self.words.tags[chunks.lows[at + 1]] != "o":
                break
            at += 2
            high = chunks.highs[at]
        return low, high


def sentence_bounds(words: Words) -> Iterator[tuple[int, int]]:
    """The sentences of a block, as ranges of words."""
    low = 0
    for end in _sentence_ends(words):
        while end - low > _LONGEST:
            yield low, low + _LONGEST
            low += _LONGEST
        yield low, end
        low = end


def _sentence_ends(words: Words) -> Iterator[int]:
    """The words before which sentences end, and the end of the last."""
    tags = words.tags
    for match in _MAY_END.finditer(tags):
        following, tag = match.end(), match.group()
        if following == len(tags):
            break
        if tag == "." or (_starts_sentence if tag in "FU" else _abbreviation_before)(words, following):
            if tags[following] == ")":
                following += 1
            if tags[following : following + 1] not in (".", "") and not (tag == "." and tags[following] == "z"):
                yield following
    if tags:
        yield len(tags)


def _abbreviation_before(words: Words, following: int) -> bool:
    """Whether an abbreviation ends the sentence before a word: "in the U.S. While he ..."."""
    at = following - 1
    return (
        words.text[words.ends[at] - 1] == "."
        and words.text[words.starts[following]].isupper()
        and len(words.lowers[at]) > 2
    )


def _starts_sentence(words: Words, at: int) -> bool:
    """Whether a new sentence starts behind a quoted stretch that ends with a full stop or a question mark."""
    tags = words.tags
    if tags[at] in "QCUF":
        return True
    if not words.text[words.starts[at]].isupper():
        return False
    if tags[at] in "&apkw":
        return True
    for later in range(at + 1, min(at + 16, len(tags))):
        if tags[later] in "Vvbc":
            return not _is_clause_behind(words, later, at)
        if tags[later] not in "NTRPdaj#nz,po":
            return True
    return True


def completed(words: Words, verb: int) -> int:
    """Where a verb ends with the words behind it that make it one of saying: "made it clear", "went on"."""
    completed_by = words.lexicon.completed.get(words.lexicon.bases.get(words.lowers[verb], ""), frozenset())
    ends = (at + 1 for at in range(verb + 1, min(verb + 3, len(words.lowers))) if words.lowers[at] in completed_by)
    return next(ends, verb + 1)


def is_completed(words: Words, verb: int) -> bool:
    """Whether the words behind a verb make it one of saying."""
    return completed(words, verb) > verb + 1


def _is_clause_behind(words: Words, verb: int, start: int) -> bool:
    """Whether the clause with `verb` belongs to the quote before it ("No!" Mr Smith shouted) or starts anew."""
    following = words.tags[verb + 1 : verb + 2]
    kind = words.lexicon.verbs.get(words.lowers[verb])
    if kind != "speech" and not is_completed(words, verb):
        return kind in {"stance", "thought"} and following in {".", ""}
    if following == "," and words.tags[verb + 2 : verb + 3] in {"Q", "C", "U", "F", ""}:
        return False
    if words.tags[start - 1] == "F":
        return following in {".", ",", ""}
    hearers = words.lexicon.groups["hearer verbs"]
    if words.lexicon.bases.get(words.lowers[verb]) in hearers:
        return following not in set("hPQCFU:X")
    if following == "i":
        return "h" not in words.tags[verb + 1 : verb + 5]
    return following in set(".,tpoka&-") | {""}
