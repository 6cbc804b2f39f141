"""Chunks a stretch of tagged words and finds the subject of a verb: a small shallow parser.

Words become chunks by one pattern over their tags (noun phrase, verb group ...); subjects are found by walking left from
the verb over what may stand between: adverbs, appositions, relative clauses, prepositional phrases.
"""

import re
from typing import NamedTuple

from newsread_filters.quotes.words import Words

_CHUNK = re.compile(
    r"(?P<V>X[aX]*[VvGbE]?|[Vv])"
    r"|(?P<I>ia*(?:X[aX]*V?|[vb]))"
    r"|(?P<G>G)"
    r"|(?P<N>[ds]+(?:(?<=[ds#])#?[aVG]{1,3}(?=[#nNRTbc]))?(?:[#nNRTtbc]|z(?:[aVG]{1,2}(?=[#nNRTbc]))?)*|(?:[#nNRTtbc]|(?<=.)z)+)"
    r"|(?P<p>[poi])"
    r"|(?P<x>.)"
)


class Chunk(NamedTuple):
    """A run of words: its kind (V, I, G, N, p or the tag of a single word) and its words."""

    kind: str
    low: int
    high: int


def chunked(words: Words, low: int, high: int) -> list[Chunk]:
    """Chunk the words from `low` to `high`; adverbs that stand alone are left out."""
    chunks = []
    tags = words.tags
    for match in _CHUNK.finditer(tags, low, high):
        kind = match.lastgroup or ""
        start, end = match.span()
        if kind == "x":
            kind = tags[start]
            if kind == "a":
                continue
        elif kind == "N":
            piece = tags[start:end]
            if "t" in piece and not piece.strip("dtn#b") and piece[-1] in "t#":
                kind = "t"
        chunks.append(Chunk(kind, start, end))
    return chunks


def subject_of(words: Words, chunks: list[Chunk], verb: int, depth: int = 0) -> int | None:
    """The chunk that is the subject of the verb chunk `verb`, by walking left; None where none is found."""
    if depth > 6:
        return None
    at = verb - 1
    while at >= 0 and chunks[at].kind == "t" and at:
        at -= 1
    if at < 0:
        return None
    kind = chunks[at].kind
    if chunks[verb].kind == "I" and kind != ",":
        return _of_earlier_verb(words, chunks, verb, depth)
    if chunks[verb].kind == "G":
        return _of_gerund(words, chunks, verb, at, depth)
    if kind in "Pw":
        return at
    if kind == "N":
        return _phrase_head(words, chunks, at)
    if kind == ",":
        return _over_parenthesis(words, chunks, at, depth)
    if kind == ")":
        opening = _matching(chunks, at)
        if opening > 0:
            if chunks[opening - 1].kind == "N":
                return _phrase_head(words, chunks, opening - 1)
            if chunks[opening - 1].kind in "Pw":
                return opening - 1
            if chunks[opening - 1].kind == ",":
                return _over_parenthesis(words, chunks, opening - 1, depth)
        return None
    if kind == "-":
        return _over_dash(words, chunks, at)
    if kind in "&VIGdpO;":
        return _of_earlier_verb(words, chunks, verb, depth)
    return None


def _matching(chunks: list[Chunk], at: int) -> int:
    while at >= 0 and chunks[at].kind != "(":
        at -= 1
    return at


def _phrase_head(words: Words, chunks: list[Chunk], at: int) -> int:
    """The first noun phrase of a chain "head of agency for women in Paris" that ends at `at`."""
    head = at
    while head >= 2 and chunks[head - 1].kind in "pG":
        before = head - 2
        if chunks[head - 1].kind == "G" and chunks[before].kind == "p":
            before -= 1
        if before >= 0 and chunks[before].kind == ")":
            before = _matching(chunks, before) - 1
        if before < 0 or chunks[before].kind not in "NP":
            break
        head = before
        if chunks[head].kind == "P":
            break
    if head >= 1 and chunks[head - 1].kind == "p":
        return at
    if head >= 2 and chunks[head - 1].kind == "&" and chunks[head - 2].kind == "N" and at == head:
        return head
    return head


def _over_parenthesis(words: Words, chunks: list[Chunk], comma: int, depth: int) -> int | None:
    """Walk left over ", ... ," to the noun phrase before it."""
    end = comma
    while end > 0:
        start = end - 1
        while start >= 0 and chunks[start].kind not in ",-;:QUF":
            if chunks[start].kind == ")":
                start = _matching(chunks, start)
            start -= 1
        inner = chunks[start + 1 : end]
        if not inner:
            return None
        if start >= 0 and chunks[start].kind in ",-" and _parenthetical(words, inner):
            end = start
            continue
        last = end - 1
        if chunks[last].kind == ")":
            last = _matching(chunks, last) - 1
        if last >= 0 and chunks[last].kind == "N":
            return _phrase_head(words, chunks, last)
        if last >= 0 and chunks[last].kind == "P":
            return last
        if last >= 0 and chunks[last].kind == "t" and end == comma:
            pass
        return _of_earlier_verb(words, chunks, comma + 1, depth)
    return None


def _parenthetical(words: Words, inner: list[Chunk]) -> bool:
    first = inner[0]
    if first.kind in "wGpkht&":
        return True
    if first.kind == "V":
        return True
    if first.kind == "N":
        tag = words.tags[first.low]
        if any(each.kind == "V" for each in inner[1:]) and not any(each.kind in "wh" for each in inner[1:]):
            return False
        return tag in "d#sRnbcT" or "R" in words.tags[first.low : first.high] or len(inner) <= 3
    return False


def _over_dash(words: Words, chunks: list[Chunk], at: int) -> int | None:
    start = at - 1
    while start >= 0 and chunks[start].kind != "-":
        start -= 1
    if start > 0:
        if chunks[start - 1].kind == "N":
            return _phrase_head(words, chunks, start - 1)
        if chunks[start - 1].kind in "Pw":
            return start - 1
    return None


def _of_gerund(words: Words, chunks: list[Chunk], verb: int, at: int, depth: int) -> int | None:
    kind = chunks[at].kind
    if kind == "N" and at + 1 == verb and not (at and chunks[at - 1].kind in "Vp"):
        return _phrase_head(words, chunks, at)
    found = _of_earlier_verb(words, chunks, verb, depth)
    if found is None:
        found = _after_comma(chunks, verb)
    return found


def _after_comma(chunks: list[Chunk], verb: int) -> int | None:
    """The subject that follows a fronted participle: "Speaking in Ohio, he said"."""
    for at in range(verb + 1, len(chunks) - 2):
        if chunks[at].kind == "," and chunks[at + 1].kind in "NP" and chunks[at + 2].kind in "V,":
            return at + 1
    return None


def _of_earlier_verb(words: Words, chunks: list[Chunk], verb: int, depth: int) -> int | None:
    """The subject of the nearest finite verb on the left that has one of its own."""
    for at in range(verb - 1, -1, -1):
        if chunks[at].kind == "V":
            if at and chunks[at - 1].kind == "w":
                continue
            found = subject_of(words, chunks, at, depth + 1)
            if found is not None:
                return found
    return None
