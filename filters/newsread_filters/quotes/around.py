"""Reporting clauses that do not stand before the quote: behind it, at the sentence's end, a source, a noun."""

from newsread_filters.quotes.chunks import QUOTED, Chunks
from newsread_filters.quotes.labels import signed
from newsread_filters.quotes.parse import Parse
from newsread_filters.quotes.sentence import Clause, Sentence
from newsread_filters.quotes.words import Words

_REACH, _TAIL = 24, 80
"""How many chunks a verb at the end stands behind its speaker at most; how many words are read for it."""


def behind(sentence: Sentence, quote: int, *, only_said: bool) -> Clause | None:
    """A clause right behind the quote: "..., said Mr Smith", "..., Mr Smith of Leeds told the paper"."""
    chunks = sentence.chunks
    full = is_full(sentence, quote)
    at = quote + 2 if chunks.kind(quote + 1) in ",-" else quote + 1
    if chunks.kind(quote + 1) == "-" and chunks.kinds[quote] in "FU":
        return signed(sentence, quote + 1)
    if at >= len(chunks.kinds) or (not full and (at > quote + 1 or _is_modified(sentence, quote))):
        return None
    said = {"speech", "stance", "thought", "plain"} if full and not only_said else {"speech"}
    if chunks.kinds[at] == "V":
        return _inverted(sentence, at, said | {"stance"} if chunks.kinds[quote] == "C" else said, full=full)
    if chunks.kinds[quote + 1] == "-" and full and not only_said:
        name = signed(sentence, quote + 1)
        if name is not None:
            return name
    if chunks.kinds[at] not in "NP":
        return None
    return _straight(sentence, at, said)


def _is_modified(sentence: Sentence, quote: int) -> bool:
    """Whether the quoted words stand before a noun as an adjective does: "the 'Never Again' movement"."""
    tags, low = sentence.words.tags, sentence.chunks.lows[quote]
    return tags[low + 1] in "nj" or (tags[low + 1] == "R" and low > sentence.low and tags[low - 1] in "dsz")


def _inverted(sentence: Sentence, verb: int, said: set[str], *, full: bool) -> Clause | None:
    """The verb first: (..., said Mr Smith), (..., a dit M. Dupont), (..., hat er gesagt)."""
    chunks = sentence.chunks
    participle = _participle_behind(chunks, verb) if chunks.verb(verb) == "be" else 0
    if participle and (full or chunks.words.lexicon.verb_second):
        verb, subject = participle, verb + 1
    else:
        subject = _subject_behind(chunks, verb)
        known = sentence.parse.verbs.get(verb)
        if known is not None and known.subject not in {None, subject} and not chunks.words.lexicon.verb_second:
            return None
    if chunks.verb(verb) in said and chunks.kind(subject) in "NP":
        return sentence.clause(verb, subject, "said_after_inverted", 0.97)
    return None


def _participle_behind(chunks: Chunks, verb: int) -> int:
    """The participle of an auxiliary before its subject: "has Mr Smith said", "hat Merkel am Montag gesagt"; or 0."""
    at = verb + 2
    while chunks.words.lexicon.verb_second and chunks.kind(at) in "pt" and at < verb + 8:
        at += 2 if chunks.kind(at) == "p" else 1
    return at if chunks.kind(verb + 1) in "NP" and chunks.kind(at) == "V" else 0


def _subject_behind(chunks: Chunks, verb: int) -> int:
    """The noun phrase behind a verb, over times, and over places where verbs come second ("sagte am Montag Merkel")."""
    at = verb + 1
    while chunks.kind(at) == "t" or (chunks.words.lexicon.verb_second and chunks.kind(at) == "p"):
        at += 2 if chunks.kind(at) == "p" else 1
    return at


def _straight(sentence: Sentence, subject: int, said: set[str]) -> Clause | None:
    """The speaker first: (..., Mr Smith, a nurse, said)."""
    chunks, parse = sentence.chunks, sentence.parse
    for verb in range(subject + 1, min(subject + _REACH, len(chunks.kinds))):
        kind = chunks.kinds[verb]
        if kind in ";CUF":
            return None
        if kind == "V" and verb in parse.verbs:
            own = parse.verbs[verb].subject
            if own in {subject + 1, subject + 2} and chunks.kinds[subject : own + 1] in {"NN", "N&N", "N,N"}:
                subject = own
            reports = chunks.verb(verb) in said - {"plain"} or ("plain" in said and chunks.kind(verb + 1) in ".,tpk")
            if own == subject and reports:
                return sentence.clause(verb, subject, "said_after", 0.97)
            if verb == subject + 1:
                return None
    return None


def is_full(sentence: Sentence, quote: int) -> bool:
    """Whether the quoted stretch ends with a comma or a mark, as direct speech does before its clause."""
    words = sentence.words
    end = words.ends[sentence.chunks.lows[quote]]
    return any(sign in words.text[max(end - 3, 0) : end + 1] for sign in ",?!")


def trailing(sentence: Sentence, quote: int, *, settled: bool) -> Clause | None:
    """A clause at the end of the sentence, after more words: (... "hard" for them, the memo said).

    Where a verb before the quote settles the matter (`settled`), a clause that is not at the very end belongs to
    another quote.
    """
    chunks = sentence.chunks
    for comma in range(quote + 1, len(chunks.kinds) - 2):
        if chunks.kinds[comma] != ",":
            continue
        if comma not in sentence.tails:
            sentence.tails[comma] = _trailing_at(sentence, comma + 1)
        found = sentence.tails[comma]
        if found is None:
            continue
        verb, subject, end = found
        between = chunks.kinds[quote + 1 : comma]
        if settled and chunks.kind(end) not in ".t" and any(kind in QUOTED for kind in between):
            continue
        if chunks.verb(verb) == "speech" and chunks.kind(end) in ".,tp(-;":
            return sentence.clause(verb, subject, "said_at_end", 0.9)
    return None


def _trailing_at(sentence: Sentence, at: int) -> tuple[int, int, int] | None:
    """Verb, subject and end of a clause that begins at chunk `at`."""
    chunks = sentence.chunks
    if chunks.kinds[at] == "V" and chunks.kinds[at + 1] in "NP":
        return (at, at + 1, at + 2) if _may_speak(chunks, at + 1) else None
    if chunks.kinds[at] not in "NP" or "V" not in chunks.kinds[at : at + _REACH]:
        return None
    tail = Parse(Chunks(sentence.words, chunks.lows[at], min(chunks.lows[at] + _TAIL, sentence.high)))
    first = next(iter(tail.verbs.values()), None)
    if first is None or first.subject != 0:
        return None
    return at + first.chunk, at, at + first.chunk + 1


def _may_speak(chunks: Chunks, at: int) -> bool:
    """Whether a noun phrase behind a verb may be who speaks, rather than what is said or done."""
    words = chunks.words
    return words.tags[chunks.highs[at] - 1] in "NRTP" and words.tags[chunks.lows[at]] != "s" and not _is_it(chunks, at)


def _is_it(chunks: Chunks, at: int) -> bool:
    return chunks.last(at) in chunks.words.lexicon.groups["expletives"]


def aside_inside(sentence: Sentence) -> int | None:
    """The verb of a clause with the verb first between commas: ", explique Mme Marsh,"."""
    chunks = sentence.chunks
    for at in range(2, len(chunks.kinds) - 1):
        if chunks.kinds[at - 1] + chunks.kinds[at] == ",V" and chunks.verb(at) == "speech":
            ends = chunks.kind(at + 2) in ",."
            if ends and chunks.kinds[at + 1] in "NP" and _may_speak(chunks, at + 1):
                return at
    return None


def according(sentence: Sentence) -> Clause | None:
    """A source: "according to Mr Smith", "laut Merkel", "Merkel zufolge", "selon lui"."""
    chunks, words = sentence.chunks, sentence.words
    groups = words.lexicon.groups
    for word, lower in enumerate(words.lowers[sentence.low : sentence.high], sentence.low):
        if lower in groups["according"]:
            at = next((at for at, low in enumerate(chunks.lows) if low > word), len(chunks.kinds))
            source = at + 1 if chunks.kind(at) == "p" else at
            if chunks.kind(source) in "NPO":
                phrase = _writer(sentence, source) or sentence.phrase(source)
                return Clause(words, (word, chunks.lows[source]), phrase, "according_to", 0.95)
        elif lower in groups["according behind"]:
            at = next((at for at, low in enumerate(chunks.lows) if low >= word), len(chunks.kinds))
            if chunks.kind(at - 1) in "NP":
                return Clause(words, (word, word + 1), sentence.phrase(at - 1), "according_to", 0.95)
    return None


def _writer(sentence: Sentence, source: int) -> tuple[int, int] | None:
    """Who made a source: "a court document filed by Ada Marsh", "calculations by Ada Marsh"."""
    chunks, words = sentence.chunks, sentence.words
    at = source + 2 if chunks.kind(source + 1) == "V" else source + 1
    named = "N" in words.tags[chunks.lows[source] : chunks.highs[source]]
    if named or not chunks.in_group(at, "agent") or chunks.kind(at + 1) != "N":
        return None
    return sentence.phrase(at + 1)


def noun_of_saying(sentence: Sentence, quote: int) -> Clause | None:
    """A noun of saying: "his call for", "in the words of Mr Smith", "sent a message:"."""
    chunks, words = sentence.chunks, sentence.words
    cue_nouns = words.lexicon.groups["cue nouns"]
    if chunks.kind(quote + 1) == "N" and chunks.last(quote + 1) in cue_nouns and chunks.kind(quote - 1) == "N":
        mention = _owner(words, chunks, quote - 1)
        if mention is not None:
            return Clause(words, (chunks.highs[quote + 1] - 1, chunks.highs[quote + 1]), mention, "cue_noun", 0.7)
    for at in range(quote - 1, -1, -1):
        if chunks.kinds[at] == "N" and chunks.last(at) in cue_nouns:
            mention = _owner(words, chunks, at) or _author(sentence, at, quote)
            if mention is None:
                subjects = [verb.subject for verb in sentence.parse.over(quote) if verb.chunk < at]
                mention = next((sentence.phrase(each) for each in reversed(subjects) if each is not None), None)
            return Clause(words, (chunks.highs[at] - 1, chunks.highs[at]), mention, "cue_noun", 0.6)
    return None


def _owner(words: Words, chunks: Chunks, at: int) -> tuple[int, int] | None:
    """The possessor in "Trump's call", "his call"."""
    low, high = chunks.lows[at], chunks.highs[at]
    possessive = words.tags.rfind("z", low, high)
    if possessive >= 0:
        return (low, possessive)
    return (low, low + 1) if words.tags[low] == "s" else None


def _author(sentence: Sentence, at: int, quote: int) -> tuple[int, int] | None:
    """Who is named behind the noun: "a report by Politico", "in the words of Mr Smith"."""
    chunks = sentence.chunks
    if at + 2 >= quote or chunks.kinds[at + 1] != "p" or chunks.kinds[at + 2] != "N":
        return None
    groups = chunks.words.lexicon.groups
    of_words = chunks.words.tags[chunks.lows[at + 1]] == "o" and chunks.last(at) in groups["in whose words"]
    if of_words or chunks.in_group(at + 1, "noun authors"):
        return sentence.phrase(at + 2)
    return None
