"""Finds the reporting clause of a quoted stretch within its sentence: who, the cue, and by which rule."""

from msgspec import Struct

from newsread_filters.quotes.grammar import Chunk, Parse, Verb, chunked
from newsread_filters.quotes.words import Words


class Clause(Struct, frozen=True, gc=False):
    """A reporting clause; positions are numbers of words of `words`."""

    words: Words
    cue: tuple[int, int] | None
    mention: tuple[int, int] | None
    rule: str
    certainty: float


class Sentence:
    """A sentence with its chunks and its parse."""

    __slots__ = ("chunks", "high", "low", "parse", "words")

    def __init__(self, words: Words, low: int, high: int) -> None:
        """Chunk and parse the words from `low` to `high`."""
        self.words = words
        self.low, self.high = low, high
        self.chunks = chunked(words, low, high)
        self.parse = Parse(words, self.chunks)


def find_clause(sentence: Sentence, quote: int, *, long: bool) -> Clause | None:
    """The reporting clause of the quoted stretch that is chunk `quote` of `sentence`."""
    before = _before(sentence, quote)
    after = _after(sentence, quote, only_said=before is not None)
    if before is not None and (before.rule == "said_in_clause" or not _full(sentence, quote)):
        after = None
    return (
        _according(sentence)
        or after
        or _trailing(sentence, quote, settled=before is not None)
        or before
        or _close(sentence, quote)
        or _labelled(sentence, quote)
        or _noun(sentence, quote)
        or (_plain(sentence, quote) if long else None)
    )


def clause_of(sentence: Sentence, verb: int, subject: int | None, rule: str, certainty: float) -> Clause:
    main = sentence.parse.main(verb)
    mention = None
    if subject is not None:
        chunk = sentence.chunks[subject]
        mention = (chunk.low, chunk.high)
    return Clause(sentence.words, (main, main + 1), mention, rule, certainty)


def own_clause(sentence: Sentence, rule: str, *, weak: bool) -> Clause | None:
    """The main reporting clause of a sentence, whatever it reports."""
    parse = sentence.parse
    according = _according(sentence)
    if according:
        return according
    for kind in ("speech", "stance", "thought", "plain", "be") if weak else ("speech", "stance"):
        for at, verb in parse.verbs.items():
            if verb.subject is not None and verb.link in {"", "-", "G"} and parse.kind_of(at) == kind:
                return clause_of(sentence, at, verb.subject, rule, 0.9 if kind == "speech" else 0.6)
    return None


def headed(sentence: Sentence) -> Clause | None:
    """The document that a line like "Partial transcript as follows:" announces."""
    chunks, words = sentence.chunks, sentence.words
    first = next((chunk for chunk in chunks if chunk.kind == "N"), None)
    if first is None or chunks[-1].kind != ":":
        return None
    cue = next((word for word in range(first.high, sentence.high) if words.lowers[word] in {"follows", "below"}), None)
    if cue is not None and words.lowers[cue - 1] == "as":
        return Clause(words, (cue - 1, cue + 1), (first.low, first.high), "announced", 0.8)
    return Clause(words, (sentence.high - 1, sentence.high), (first.low, first.high), "announced", 0.6)


def _after(sentence: Sentence, quote: int, *, only_said: bool) -> Clause | None:
    chunks, parse = sentence.chunks, sentence.parse
    at = quote + 1
    if at < len(chunks) and chunks[at].kind in ",-":
        at += 1
    if at >= len(chunks):
        return None
    full = _full(sentence, quote)
    said = {"speech", "stance", "thought", "plain"} if full and not only_said else {"speech"}
    if not full and (at > quote + 1 or sentence.words.tags[chunks[at].low] in "nj"):
        return None
    if chunks[at].kind == "V":
        if parse.kind_of(at) in said:
            subject = at + 1
            while subject < len(chunks) and chunks[subject].kind == "t":
                subject += 1
            own = parse.verbs[at].subject
            if subject < len(chunks) and chunks[subject].kind in "NP" and own in {None, subject}:
                return clause_of(sentence, at, subject, "said_after_inverted", 0.97)
        return None
    if chunks[at].kind == "-":
        return signed(sentence, at)
    if chunks[at].kind not in "NP":
        return None
    for verb in range(at + 1, min(at + 14, len(chunks))):
        kind = chunks[verb].kind
        if kind in "QCUF;":
            return None
        if kind == "V" and verb in parse.verbs:
            subject = parse.verbs[verb].subject
            if subject == at + 1 and chunks[at].kind == "N" == chunks[at + 1].kind:
                at += 1
            if subject == at and (parse.kind_of(verb) in said - {"plain"} or ("plain" in said and _ends(chunks, verb + 1))):
                return clause_of(sentence, verb, at, "said_after", 0.97)
            if verb == at + 1:
                return None
    return None


def _ends(chunks: list[Chunk], at: int) -> bool:
    """Whether a verb before chunk `at` has no object: nothing follows, or only where and when."""
    return at >= len(chunks) or chunks[at].kind in ".,tpk"


def signed(sentence: Sentence, dash: int) -> Clause | None:
    """A name behind a dash at the end: "We did it." - Ada Smith, a nurse."""
    chunks = sentence.chunks
    at = dash + 1
    if at >= len(chunks) or chunks[at].kind != "N" or "N" not in sentence.words.tags[chunks[at].low : chunks[at].high]:
        return None
    if at + 1 < len(chunks) and chunks[at + 1].kind not in ".,(pt-":
        return None
    chunk = chunks[at]
    cue = (chunks[dash].low, chunks[dash].high) if dash >= 0 else None
    return Clause(sentence.words, cue, (chunk.low, chunk.high), "signed", 0.9)


def _full(sentence: Sentence, quote: int) -> bool:
    """Whether the quoted stretch ends with a comma or a mark, as direct speech does before its clause."""
    words = sentence.words
    end = words.ends[sentence.chunks[quote].low]
    return any(sign in words.text[max(end - 3, 0) : end] for sign in ",?!")


def _trailing(sentence: Sentence, quote: int, *, settled: bool) -> Clause | None:
    """A clause at the end of the sentence, after more words: (... "hard" for them, the memo said)."""
    chunks = sentence.chunks
    for comma in range(quote + 1, len(chunks) - 2):
        if chunks[comma].kind != ",":
            continue
        if chunks[comma + 1].kind == "V" and chunks[comma + 2].kind in "NP":
            verb, subject, end = comma + 1, comma + 2, comma + 3
        elif chunks[comma + 1].kind in "NP":
            tail = Parse(sentence.words, chunks[comma + 1 :])
            first = next(iter(tail.verbs.values()), None)
            if first is None or first.subject != 0:
                continue
            verb, subject, end = comma + 1 + first.chunk, comma + 1, comma + 2 + first.chunk
        else:
            continue
        if settled and end < len(chunks) and chunks[end].kind not in ".t" and any(
            chunk.kind in "QCUF" for chunk in chunks[quote + 1 : comma]
        ):
            continue
        if sentence.parse.kind_of(verb) == "speech" and (end >= len(chunks) or chunks[end].kind in ".,tp(-;"):
            return clause_of(sentence, verb, subject, "said_at_end", 0.9)
    return None


def _before(sentence: Sentence, quote: int) -> Clause | None:
    """The verb that the quoted stretch stands under: the outermost of speech, but none outside its own side clause."""
    parse = sentence.parse
    over = parse.over(quote)
    last = over[-1] if over else None
    if last is not None and sentence.chunks[last.chunk].kind == "G" and last.subject is not None:
        between = {chunk.kind for chunk in sentence.chunks[last.chunk + 1 : quote]}
        if parse.kind_of(last.chunk) == "speech" and between <= {",", ":", "h"}:
            return clause_of(sentence, last.chunk, last.subject, "said_before", 0.9)
    chosen = _governing(parse, over, "speech")
    if chosen is not None and chosen.link in {"k", "W"} and chosen.subject is not None:
        return clause_of(sentence, chosen.chunk, chosen.subject, "said_in_clause", 0.9)
    aside = next((verb for verb in parse.asides if parse.kind_of(verb.chunk) == "speech"), None)
    last = max((verb.chunk for verb in over if parse.kind_of(verb.chunk) in {"speech", "stance"}), default=-1)
    if aside is not None and aside.chunk > last:
        close = aside.chunk < quote and all(chunk.kind in ",:-t" for chunk in sentence.chunks[aside.chunk + 1 : quote])
        return clause_of(sentence, aside.chunk, aside.subject, "said_before" if close else "said_inside", 0.9)
    for kind in ("speech", "stance", "thought"):
        chosen = _governing(parse, over, kind)
        if chosen is not None:
            inner = chosen.link in {"w", "W", "k", "G"} and chosen.depth > 1
            rule = "thought_before" if kind == "thought" else "said_in_clause" if inner else "said_before"
            return clause_of(sentence, chosen.chunk, chosen.subject, rule, 0.7 if kind == "thought" else 0.9)
    for verb in reversed(over):
        if parse.kind_of(verb.chunk) == "passive":
            return _passive(sentence, verb, quote)
    return None


def _governing(parse: Parse, over: list[Verb], kind: str) -> Verb | None:
    """The outermost verb of `kind`, but none outside a relative or side clause that has one of its own."""
    chosen: Verb | None = None
    for verb in over:
        if parse.kind_of(verb.chunk) != kind:
            continue
        own = chosen is not None and verb.subject is not None and _stands_for_itself(verb, chosen)
        if chosen is None or own or (chosen.subject is None and verb.subject is not None):
            chosen = verb
    return chosen


def _stands_for_itself(verb: Verb, outer: Verb) -> bool:
    """Whether what a side clause reports is its own, not part of what the clause outside reports."""
    if verb.depth <= outer.depth:
        return False
    return verb.link == "W" or (verb.link == "k" and verb.depth == outer.depth + 1)


def _close(sentence: Sentence, quote: int) -> Clause | None:
    """Any verb right before a comma or colon and a whole sentence: "she shot back, 'No'"."""
    chunks, words = sentence.chunks, sentence.words
    at = quote - 1
    if at < 1 or chunks[at].kind not in ",:":
        return None
    verb = at - 1
    while verb > 0 and chunks[verb].kind in "pt":
        verb -= 1
    start = words.starts[chunks[quote].low]
    if chunks[verb].kind in "VG" and verb in sentence.parse.verbs and words.text[start + 1 : start + 2].isupper():
        return clause_of(sentence, verb, sentence.parse.verbs[verb].subject, "said_before", 0.8)
    return None


def _plain(sentence: Sentence, quote: int) -> Clause | None:
    """The nearest verb of any kind that the stretch stands under: only a long one is taken for reported words then."""
    for verb in reversed(sentence.parse.over(quote)):
        if verb.subject is not None:
            return clause_of(sentence, verb.chunk, verb.subject, "under_verb", 0.5)
    return None


def _passive(sentence: Sentence, verb: Verb, quote: int) -> Clause:
    """The agent is the speaker: (was called "X" by Mr Smith)."""
    chunks, words = sentence.chunks, sentence.words
    for at in range(verb.chunk + 1, len(chunks) - 1):
        if words.lowers[chunks[at].low] == "by" and chunks[at + 1].kind == "N":
            return clause_of(sentence, verb.chunk, at + 1, "said_passive", 0.8)
    return clause_of(sentence, verb.chunk, None, "said_passive", 0.5)


def _according(sentence: Sentence) -> Clause | None:
    chunks, words = sentence.chunks, sentence.words
    for at in range(len(chunks) - 2):
        if words.lowers[chunks[at].low] == "according" and chunks[at + 2].kind in "NPO":
            chunk = chunks[at + 2]
            return Clause(words, (chunks[at].low, chunks[at + 1].high), (chunk.low, chunk.high), "according_to", 0.95)
    return None


def _labelled(sentence: Sentence, quote: int) -> Clause | None:
    """A name and a colon: "Minister: 'We will pay'"."""
    chunks = sentence.chunks
    at = quote - 1
    if at < 1 or chunks[at].kind != ":":
        return None
    named = sentence.words.tags[chunks[at - 1].high - 1] == "N" and chunks[max(at - 2, 0)].kind != "p"
    over = [verb for verb in sentence.parse.over(quote) if verb.subject is not None]
    if over and not named:
        return clause_of(sentence, over[0].chunk, over[0].subject, "said_before", 0.7)
    name = at - 1
    while name > 0 and chunks[name].kind in ")(pt" or (name > 1 and chunks[name - 1].kind == "p"):
        name -= 1
    if chunks[name].kind != "N":
        return None
    chunk = chunks[name]
    return Clause(sentence.words, (chunks[at].low, chunks[at].high), (chunk.low, chunk.high), "labelled", 0.8)


def _noun(sentence: Sentence, quote: int) -> Clause | None:
    """A noun of saying: "his call for", "in the words of Mr Smith", "sent a message:"."""
    chunks, words, parse = sentence.chunks, sentence.words, sentence.parse
    for at in range(quote - 1, -1, -1):
        chunk = chunks[at]
        if chunk.kind != "N" or words.lowers[chunk.high - 1] not in words.lexicon.groups["cue nouns"]:
            continue
        mention = _owner(words, chunk)
        if mention is None and at + 2 < quote and chunks[at + 1].kind == "p" and chunks[at + 2].kind == "N":
            by = words.lowers[chunks[at + 1].low]
            if by in {"by", "from"} or (by == "of" and words.lowers[chunk.high - 1] == "words"):
                mention = (chunks[at + 2].low, chunks[at + 2].high)
        if mention is None:
            subjects = [verb.subject for verb in parse.over(quote) if verb.chunk < at and verb.subject is not None]
            if subjects:
                mention = (chunks[subjects[-1]].low, chunks[subjects[-1]].high)
        return Clause(words, (chunk.high - 1, chunk.high), mention, "cue_noun", 0.6)
    return None


def _owner(words: Words, chunk: Chunk) -> tuple[int, int] | None:
    """The possessor in "Trump's call", "his call"."""
    for at in range(chunk.high - 1, chunk.low - 1, -1):
        if words.tags[at] == "z":
            return (chunk.low, at)
    if words.tags[chunk.low] == "s":
        return (chunk.low, chunk.low + 1)
    return None
