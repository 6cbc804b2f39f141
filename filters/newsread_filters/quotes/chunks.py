"""Reads a stretch of tagged words as chunks: noun phrases, verb groups, and the small words between them.

A chunk's kind is a letter, so that all the chunks of a sentence are one short string to look at: V finite verb,
I infinitive, G -ing form, N noun phrase, p preposition, t time, Q C U F quoted stretch, else the tag of a single word.
"""

import re

from newsread_filters.quotes.words import Words

QUOTED = "QCUF"
"""The kinds of quoted stretches, by how they end: without a mark, with a comma, with ? or !, with a full stop."""

_MODIFIED = "(?:(?!VV|.VV)[aVGd]{1,3}(?=[#jnNRTbc]))?"


def _pattern(nominal: str) -> re.Pattern[str]:
    return re.compile(
        r"(?P<V>X[aX]*(?:[VvEG]|b(?![nNRTb]))?|[Vv])"
        r"|(?P<I>ia*(?:X[aX]*V?|[vb]))"
        r"|(?P<G>G)"
        rf"|(?P<N>[ds]+{_MODIFIED}(?:{nominal})*[nbc]?|(?:{nominal})+[nbc]?|[nbc])"
        r"|(?P<p>[poi])"
        r"|(?P<x>.)"
    )


_ENGLISH = _pattern(rf"[#jRTtN]|z{_MODIFIED}|n(?![NT])|[bc](?!N)")
"""A noun before a name starts a phrase of its own: "the deal | Trump negotiated"."""
_OTHER = _pattern(rf"[#jRTtNnbc]|z{_MODIFIED}")
"""Elsewhere an unknown word before a title or name belongs to it: "l'ancien ministre"."""


class Chunks:
    """The chunks of a sentence as parallel lists of first and last words, and their kinds as one string."""

    __slots__ = ("_kinds_of_verbs", "highs", "kinds", "lows", "words")

    def __init__(self, words: Words, low: int, high: int) -> None:
        """Read the words from `low` to `high`; adverbs that stand alone are left out."""
        self.words = words
        self.lows: list[int] = []
        self.highs: list[int] = []
        self._kinds_of_verbs: dict[int, str] = {}
        kinds: list[str] = []
        tags = words.tags
        pattern = _OTHER if words.lexicon.verb_second else _ENGLISH
        for match in pattern.finditer(tags, low, high):
            start, end = match.span()
            kind = match.lastgroup or ""
            if kind == "x":
                kind = tags[start]
                if kind == "a":
                    continue
            elif kind == "N":
                first, kind, cut = _time(tags[start:end])
                if cut:
                    self.lows.append(start)
                    self.highs.append(start + cut)
                    kinds.append(first)
                    start += cut
            self.lows.append(start)
            self.highs.append(end)
            kinds.append(kind)
        self.kinds = "".join(kinds)

    def kind(self, at: int) -> str:
        """The kind of a chunk; a full stop beyond both ends."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else "."

    def next(self, at: int) -> str:
        """The kind of the next chunk that is no time."""
        at += 1
        while self.kind(at) == "t":
            at += 1
        return self.kind(at)

    def first(self, at: int) -> str:
        """The first word of a chunk, lower case."""
        return self.words.lowers[self.lows[at]]

    def last(self, at: int) -> str:
        """The last word of a chunk, lower case."""
        return self.words.lowers[self.highs[at] - 1]

    def in_group(self, at: int, group: str) -> bool:
        """Whether the first word of a chunk is in a group of the lexicon."""
        return 0 <= at < len(self.kinds) and self.first(at) in self.words.lexicon.groups[group]

    def closing(self, at: int) -> int:
        """The bracket that closes a short parenthesis without quotes or verbs, "(D-Mass.)"; -1 for a longer one."""
        for end in range(at + 1, min(at + 6, len(self.kinds))):
            if self.kinds[end] == ")":
                return end
            if self.kinds[end] in "QCUFVGI":
                break
        return -1

    def opening(self, at: int) -> int:
        """The bracket that the one at `at` closes."""
        while at > 0 and self.kinds[at] != "(":
            at -= 1
        return at

    def main(self, at: int) -> int:
        """The word of a verb chunk that carries its meaning."""
        for word in range(self.highs[at] - 1, self.lows[at], -1):
            if self.words.tags[word] != "a":
                return word
        return self.lows[at]

    def base(self, at: int) -> str:
        """The base form of a verb chunk's main verb."""
        return self.words.lexicon.bases.get(self.words.lowers[self.main(at)], "")

    def verb(self, at: int) -> str:
        """What the main verb does: "speech", "stance", "thought", "plain", "be", or "passive" (of the first two)."""
        kind = self._kinds_of_verbs.get(at)
        if kind is None:
            kind = self._kinds_of_verbs[at] = self._verb(at)
        return kind

    def _verb(self, at: int) -> str:
        words, lexicon = self.words, self.words.lexicon
        main = self.main(at)
        kind = lexicon.verbs.get(words.lowers[main], "be")
        completed_by = lexicon.completed.get(lexicon.bases.get(words.lowers[main], ""))
        if completed_by is not None:
            return "speech" if any(word in completed_by for word in words.lowers[main + 1 : main + 3]) else "plain"
        return "passive" if kind in {"speech", "stance"} and self.is_passive(at) else kind

    def agree(self, earlier: int, later: int) -> bool:
        """Whether "and" may join two verbs, which then stand in the same form: not "says she would sit and call"."""
        if self._form(earlier, self.main(earlier)) == self._form(later, self.main(later)):
            return True
        finite = self.kinds[earlier] == "V"
        return finite and self._form(earlier, self.lows[earlier]) == self._form(later, self.lows[later])

    def _form(self, at: int, word: int) -> str:
        """How a word of a verb chunk is built: bare, with an s, or else."""
        lower = self.words.lowers[word]
        if lower == self.base(at):
            return ""
        return "s" if lower.endswith("s") and lower != "was" else "ed"

    def is_passive(self, at: int) -> bool:
        """Whether a verb chunk is a form of "be" with a participle."""
        main = self.main(at)
        if main == self.lows[at] or self.words.tags[main] != "V":
            return False
        be = self.words.lexicon.groups["be"]
        return any(word in be for word in self.words.lowers[self.lows[at] : main])


def _time(piece: str) -> tuple[str, str, int]:
    """The kinds of a noun phrase and of what follows its cut, and where that is: times at its ends stand alone.

    "last week" is a time, "a statement | Monday" and "Tuesday | Ada Marsh" are two; without a cut the second counts.
    """
    if "t" not in piece:
        return "", "N", 0
    if piece[-1] in "t#" and not piece.strip("djtn#b"):
        return "", "t", 0
    rest = piece.rstrip("t")
    if len(rest) < len(piece) and rest and rest[-1] not in "zd":
        return "N", "t", len(rest)
    rest = piece.lstrip("t")
    if len(rest) < len(piece) and rest[0] in "NTR":
        return "t", "N", len(piece) - len(rest)
    return "", "N", 0
