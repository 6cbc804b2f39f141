"""Finds the reporting clause of a quoted stretch within its sentence: who, the cue, and by which rule.

The places are asked in the order of how much they prove: "according to", a clause behind the quote, one at the end of
the sentence, the verbs it stands under, a label, a noun of saying.
"""

import re
from typing import NamedTuple

from newsread_filters.quotes.around import (
    according,
    behind,
    is_full,
    noun_of_saying,
    trailing,
)
from newsread_filters.quotes.chunks import QUOTED, Chunks
from newsread_filters.quotes.clause_stack import Verb
from newsread_filters.quotes.labels import headline_label, is_equation, labelled
from newsread_filters.quotes.parse import Parse
from newsread_filters.quotes.sentence import Clause, Sentence

_CLOSE = re.compile("(?:[,:t-]|p[Nt])*")
"""What may stand between a clause between commas and the quote right behind it: "sang back in the 1980s,"."""

_SPLIT = re.compile("t*,[NP]?V")
"""How the clause goes on that a clause between commas splits."""


def find_clause(sentence: Sentence, quote: int, *, long: bool) -> Clause | None:
    """The reporting clause of the quoted stretch that is chunk `quote`; `long` ones may stand under any verb."""
    before = _before(sentence, quote)
    after = None
    if before is None or (before.rule != "said_in_clause" and is_full(sentence, quote)):
        after = None if _opens(sentence, before, quote) else behind(sentence, quote, only_said=before is not None)
    return (
        according(sentence)
        or headline_label(sentence, quote)
        or after
        or trailing(sentence, quote, settled=before is not None)
        or before
        or _close(sentence, quote)
        or labelled(sentence, quote)
        or _characterising(sentence, quote)
        or noun_of_saying(sentence, quote)
        or (_under_any_verb(sentence, quote) if long else None)
    )


def _opens(sentence: Sentence, before: Clause | None, quote: int) -> bool:
    """Whether a participle opens the sentence whose subject stands behind the quote: "Citing 'repairs,' she said"."""
    at = sentence.chunks.lows[quote]
    return bool(before and before.cue and before.mention and before.cue[0] < at < before.mention[0])


def own_clause(sentence: Sentence, rule: str, *, weak: bool) -> Clause | None:
    """The main reporting clause of a sentence, whatever it reports; any clause of it when `weak`."""
    source = according(sentence)
    if source:
        return source
    parse, chunks = sentence.parse, sentence.chunks
    for kind in ("speech", "stance", "thought", "plain", "be") if weak else ("speech", "stance"):
        for at, verb in parse.verbs.items():
            own = verb.link in {"", "-", "G"} or verb in parse.asides or chunks.kind(at + 1) == ":"
            if own and verb.subject is not None and chunks.verb(at) == kind:
                return sentence.clause(at, verb.subject, rule, 0.9 if kind == "speech" else 0.6)
    return None


def _before(sentence: Sentence, quote: int) -> Clause | None:
    """The verb that the stretch stands under: the outermost of speech, but none outside its own side clause."""
    parse, chunks = sentence.parse, sentence.chunks
    over = parse.over(quote)
    adding = _adding(sentence, over, quote)
    if adding is not None:
        return adding
    chosen = _governing(parse, over, "speech")
    if chosen is not None and chosen.link in {"k", "W"} and chosen.subject is not None:
        return sentence.clause(chosen.chunk, chosen.subject, "said_in_clause", 0.85)
    last = max((verb.chunk for verb in over if _outweighs(chunks, verb.chunk)), default=-1)
    aside = _aside(sentence, quote)
    if aside is not None and (aside.verb.chunk > last or _splits(sentence, aside.verb, quote)):
        rule = "said_before" if aside.close else "said_inside"
        return sentence.clause(aside.verb.chunk, aside.verb.subject, rule, 0.9)
    for kind in ("speech", "stance", "thought"):
        chosen = _governing(parse, over, kind)
        if chosen is not None:
            return _under(sentence, _judgement(sentence, over, chosen, quote), kind)
    passive = next((verb for verb in reversed(over) if chunks.verb(verb.chunk) == "passive"), None)
    return None if passive is None else _passive(sentence, passive)


class _Aside(NamedTuple):
    """A clause between commas, and whether it stands right before the quote."""

    verb: Verb
    close: bool


def _outweighs(chunks: Chunks, verb: int) -> bool:
    """Whether a verb that a quote stands under counts for more than a clause between commas before it."""
    kind = chunks.verb(verb)
    return kind == "speech" or (kind == "stance" and chunks.kinds[verb] != "I")


def _aside(sentence: Sentence, quote: int) -> _Aside | None:
    """The first clause between commas that reports; right before the quote, any verb of saying or thinking does."""
    chunks = sentence.chunks
    for verb in sentence.parse.asides:
        close = verb.chunk < quote and _CLOSE.fullmatch(chunks.kinds, verb.chunk + 1, quote) is not None
        if close or chunks.verb(verb.chunk) == "speech":
            return _Aside(verb, close)
    return None


def _splits(sentence: Sentence, aside: Verb, quote: int) -> bool:
    """Whether a clause between commas reports the clause that it splits: "The paper, she said, called it 'bold'"."""
    kinds = sentence.chunks.kinds
    if sentence.chunks.verb(aside.chunk) != "speech" or kinds[quote - 1] in ",:":
        return False
    return not set(kinds[: aside.chunk]) & set(QUOTED) and _SPLIT.match(kinds, aside.chunk + 1) is not None


def _adding(sentence: Sentence, over: list[Verb], quote: int) -> Clause | None:
    """The participle right before the quote: ", adding: 'Yes'"."""
    if not over or over[-1].subject is None or sentence.chunks.kinds[over[-1].chunk] != "G":
        return None
    last = over[-1]
    if sentence.chunks.verb(last.chunk) != "speech" or set(sentence.chunks.kinds[last.chunk + 1 : quote]) - set(",:h"):
        return None
    return sentence.clause(last.chunk, last.subject, "said_before", 0.9)


def _under(sentence: Sentence, verb: Verb, kind: str) -> Clause:
    said = sentence.chunks.kinds.find("I", verb.chunk, verb.chunk + 3)
    if said > 0 and sentence.chunks.base(verb.chunk) in sentence.words.lexicon.completed:
        verb = sentence.parse.verbs[said] if sentence.chunks.verb(said) == "speech" else verb
    inner = verb.depth > 1 and verb.link in {"w", "W", "k", "G"}
    if kind == "thought":
        return sentence.clause(verb.chunk, verb.subject, "thought_before", 0.8)
    certainty = (0.9 if kind == "speech" else 0.8) - (0.1 if inner else 0.0)
    return sentence.clause(verb.chunk, verb.subject, "said_in_clause" if inner else "said_before", certainty)


def _governing(parse: Parse, over: list[Verb], kind: str) -> Verb | None:
    """The outermost verb of `kind`, but none outside a relative or side clause that has one of its own."""
    chosen: Verb | None = None
    for verb in over:
        if parse.chunks.verb(verb.chunk) != kind:
            continue
        own = chosen is not None and verb.subject is not None and _stands_for_itself(verb, chosen)
        if chosen is None or own or (chosen.subject is None and verb.subject is not None):
            chosen = verb
    return chosen


def _judgement(sentence: Sentence, over: list[Verb], inner: Verb, quote: int) -> Verb:
    """The judgement around what it speaks of: "denounced what it calls a 'hoax'", "meaning that they say 'no'"."""
    chunks = sentence.chunks
    what = inner.link == "w" and inner.subject is not None and chunks.in_group(inner.subject - 1, "whatever")
    if not what and (inner.link != "h" or chunks.kinds[quote - 1] in ",:"):
        return inner
    outer = (verb for verb in reversed(over) if verb.depth < inner.depth and verb.subject is not None)
    return next((verb for verb in outer if chunks.verb(verb.chunk) == "stance"), inner)


def _stands_for_itself(verb: Verb, outer: Verb) -> bool:
    """Whether what a side clause reports is its own, not part of what the clause outside reports."""
    if verb.depth <= outer.depth:
        return False
    return verb.link == "W" or (verb.link == "k" and verb.depth == outer.depth + 1)


def _passive(sentence: Sentence, verb: Verb) -> Clause:
    """The agent speaks: (was called "X" by Mr Smith)."""
    chunks = sentence.chunks
    for at in range(verb.chunk + 1, len(chunks.kinds) - 1):
        if chunks.kinds[at + 1] == "N" and chunks.in_group(at, "agent"):
            return sentence.clause(verb.chunk, at + 1, "said_passive", 0.8)
    return sentence.clause(verb.chunk, None, "said_passive", 0.5)


def _close(sentence: Sentence, quote: int) -> Clause | None:
    """Any verb right before a comma, colon or dash and a whole sentence: "she shot back, 'No'"."""
    chunks, words = sentence.chunks, sentence.words
    if quote < 2 or chunks.kinds[quote - 1] not in ",:-":
        return None
    verb = quote - 2
    while verb > 0 and chunks.kinds[verb] in "pt":
        verb -= 1
    start = words.starts[chunks.lows[quote]]
    known = sentence.parse.verbs.get(verb)
    if known is None or chunks.kinds[verb] not in "VG" or is_equation(sentence, known):
        return None
    return (
        sentence.clause(verb, known.subject, "said_before", 0.8)
        if words.text[start + 1 : start + 2].isupper()
        else None
    )


def _characterising(sentence: Sentence, quote: int) -> Clause | None:
    """A verb and "as": "She went after him as a 'spoiled child'"."""
    chunks = sentence.chunks
    at = quote - 1
    while chunks.kind(at) in "&" + QUOTED or chunks.in_group(at, "introducing"):
        at -= 1
    if not chunks.in_group(at, "comment clause") or sentence.words.tags[chunks.lows[at] - 1] == "d":
        return None  # no "as", or "such as"
    while at > 0 and chunks.kinds[at] not in "VGI":
        at -= 1
    verb = sentence.parse.verbs.get(at)
    if verb is None or verb.subject is None or sentence.words.tags[chunks.main(at)] == "X":
        return None
    return sentence.clause(at, verb.subject, "characterised", 0.6)


def _under_any_verb(sentence: Sentence, quote: int) -> Clause | None:
    expletive = sentence.words.lexicon.groups["expletives"]
    for verb in reversed(sentence.parse.over(quote)):
        if verb.subject is None or sentence.chunks.last(verb.subject) in expletive:
            continue
        if not is_equation(sentence, verb):
            return sentence.clause(verb.chunk, verb.subject, "under_verb", 0.4)
    return None
