"""Finds the reporting clause of a quoted stretch within its sentence: who, the cue, and by which rule."""

from msgspec import Struct

from newsread_filters.quotes.grammar import Chunk, Parse, Verb, chunked
from newsread_filters.quotes.words import Words


class Clause(Struct, frozen=True, gc=False):
    """A reporting clause; positions are numbers of words of `words`."""

    words: Words
    cue: tuple[int, int]
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


def find_clause(sentence: Sentence, quote: int) -> Clause | None:
    """The reporting clause of the quoted stretch that is chunk `quote` of `sentence`."""
    before = _before(sentence, quote)
    after = _after(sentence, quote)
    if before and after and before.rule == "said_in_clause":
        after = None
    return _according(sentence) or after or _trailing(sentence, quote) or before or _noun(sentence, quote)


def clause_of(sentence: Sentence, verb: int, subject: int | None, rule: str, certainty: float) -> Clause:
    main = sentence.parse.main(verb)
    mention = None
    if subject is not None:
        chunk = sentence.chunks[subject]
        mention = (chunk.low, chunk.high)
    return Clause(sentence.words, (main, main + 1), mention, rule, certainty)


def own_clause(sentence: Sentence, rule: str) -> Clause | None:
    """The main reporting clause of a sentence, whatever it reports."""
    parse = sentence.parse
    according = _according(sentence)
    if according:
        return according
    for kind in ("speech", "thought", "plain"):
        for at, verb in parse.verbs.items():
            if verb.subject is not None and verb.link in {"", "-", "G"} and parse.kind_of(at) == kind:
                return clause_of(sentence, at, verb.subject, rule, 0.9 if kind == "speech" else 0.6)
    return None


def _after(sentence: Sentence, quote: int) -> Clause | None:
    chunks, parse = sentence.chunks, sentence.parse
    at = quote + 1
    if at < len(chunks) and chunks[at].kind in ",-":
        at += 1
    if at >= len(chunks):
        return None
    if chunks[at].kind == "V":
        if parse.kind_of(at) == "speech" or (parse.kind_of(at) == "plain" and _full(sentence, quote)):
            subject = at + 1
            while subject < len(chunks) and chunks[subject].kind == "t":
                subject += 1
            if subject < len(chunks) and chunks[subject].kind in "NP":
                return clause_of(sentence, at, subject, "said_after_inverted", 0.97)
        return None
    if chunks[at].kind not in "NP":
        return None
    for verb in range(at + 1, min(at + 14, len(chunks))):
        kind = chunks[verb].kind
        if kind in "QUF;":
            return None
        if kind == "V" and parse.kind_of(verb) in {"speech", "thought"} and verb in parse.verbs:
            subject = parse.verbs[verb].subject
            if subject == at + 1 and chunks[at].kind == "N" == chunks[at + 1].kind:
                at += 1
            if subject == at:
                return clause_of(sentence, verb, at, "said_after", 0.97)
            if verb == at + 1:
                return None
    return None


def _full(sentence: Sentence, quote: int) -> bool:
    """Whether the quoted stretch ends with a comma or a mark, as direct speech does before its clause."""
    words = sentence.words
    end = words.ends[sentence.chunks[quote].low]
    return any(sign in words.text[max(end - 3, 0) : end] for sign in ",?!")


def _trailing(sentence: Sentence, quote: int) -> Clause | None:
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
        if sentence.parse.kind_of(verb) == "speech" and (end >= len(chunks) or chunks[end].kind in ".,tp(-;"):
            return clause_of(sentence, verb, subject, "said_at_end", 0.9)
    return None


def _before(sentence: Sentence, quote: int) -> Clause | None:
    """The verb that the quoted stretch stands under: the outermost of speech, but none outside its own side clause."""
    parse = sentence.parse
    over = parse.over[quote]
    for verb in parse.asides:
        if parse.kind_of(verb.chunk) == "speech":
            close = verb.chunk < quote and all(chunk.kind in ",:-t" for chunk in sentence.chunks[verb.chunk + 1 : quote])
            return clause_of(sentence, verb.chunk, verb.subject, "said_before" if close else "said_inside", 0.9)
    chosen: Verb | None = None
    for verb in over:
        if parse.kind_of(verb.chunk) == "speech" and (chosen is None or (verb.link in {"w", "k"} and verb.depth > chosen.depth)):
            if verb.subject is not None or chosen is None:
                chosen = verb
        elif chosen is not None and chosen.subject is None and verb.subject is not None and parse.kind_of(verb.chunk) == "speech":
            chosen = verb
    if chosen is not None:
        fronted = chosen.link in {"w", "k", "G"} and chosen.depth > 1
        return clause_of(sentence, chosen.chunk, chosen.subject, "said_in_clause" if fronted else "said_before", 0.9)
    for verb in over:
        if parse.kind_of(verb.chunk) == "thought":
            return clause_of(sentence, verb.chunk, verb.subject, "thought_before", 0.7)
    for verb in reversed(over):
        if parse.kind_of(verb.chunk) == "passive":
            return _passive(sentence, verb, quote)
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


def _noun(sentence: Sentence, quote: int) -> Clause | None:
    chunks, words = sentence.chunks, sentence.words
    for at in range(quote - 1, -1, -1):
        chunk = chunks[at]
        if chunk.kind == "N" and words.lowers[chunk.high - 1] in words.lexicon.groups["cue nouns"]:
            return Clause(words, (chunk.high - 1, chunk.high), _owner(words, chunk), "cue_noun", 0.6)
    return None


def _owner(words: Words, chunk: Chunk) -> tuple[int, int] | None:
    """The possessor in "Trump's call", "his call"."""
    for at in range(chunk.high - 1, chunk.low - 1, -1):
        if words.tags[at] == "z":
            return (chunk.low, at)
    if words.tags[chunk.low] == "s":
        return (chunk.low, chunk.low + 1)
    return None
