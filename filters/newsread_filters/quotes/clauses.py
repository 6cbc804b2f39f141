"""Finds the reporting clause of a quoted stretch within its sentence: who, the cue, and by which rule."""

from msgspec import Struct

from newsread_filters.quotes.grammar import Chunk, chunked, subject_of
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.words import Words


class Clause(Struct, frozen=True, gc=False):
    """A reporting clause; positions are numbers of words of `words`."""

    words: Words
    cue: tuple[int, int]
    mention: tuple[int, int] | None
    rule: str
    certainty: float


class Sentence:
    """A sentence with its chunks."""

    __slots__ = ("chunks", "high", "lexicon", "low", "words")

    def __init__(self, words: Words, low: int, high: int, lexicon: Lexicon) -> None:
        """Chunk the words from `low` to `high`."""
        self.words = words
        self.low, self.high = low, high
        self.lexicon = lexicon
        self.chunks = chunked(words, low, high)

    def quote_chunk(self, word: int) -> int:
        """The chunk that is the quoted stretch at `word`."""
        return next(at for at, chunk in enumerate(self.chunks) if chunk.low == word)

    def verb_kind(self, at: int) -> str:
        """Whether the chunk's main verb is a speech, thought or plain verb, or "be"."""
        return self.lexicon.verbs.get(self.words.lowers[self.main(at)], "be")

    def main(self, at: int) -> int:
        """The word of a verb chunk that carries its meaning."""
        chunk = self.chunks[at]
        for word in range(chunk.high - 1, chunk.low - 1, -1):
            if self.words.tags[word] != "a":
                return word
        return chunk.low


def find_clause(sentence: Sentence, quote: int) -> Clause | None:
    """The reporting clause of the quoted stretch that is chunk `quote` of `sentence`."""
    return (
        _after(sentence, quote)
        or _close_before(sentence, quote)
        or _trailing(sentence, quote)
        or _before(sentence, quote)
        or _according(sentence, quote)
        or _noun(sentence, quote)
    )


def _clause(sentence: Sentence, verb: int, subject: int | None, rule: str, certainty: float) -> Clause:
    main = sentence.main(verb)
    mention = None
    if subject is not None:
        chunk = sentence.chunks[subject]
        mention = (chunk.low, chunk.high)
    return Clause(sentence.words, (main, main + 1), mention, rule, certainty)


def _after(sentence: Sentence, quote: int) -> Clause | None:
    chunks = sentence.chunks
    at = quote + 1
    if at < len(chunks) and chunks[at].kind in ",-":
        at += 1
    if at >= len(chunks):
        return None
    if chunks[at].kind == "V":
        if sentence.verb_kind(at) == "speech":
            subject = at + 1
            while subject < len(chunks) and chunks[subject].kind == "t":
                subject += 1
            if subject < len(chunks) and chunks[subject].kind in "NP":
                return _clause(sentence, at, subject, "said_after_inverted", 0.97)
        return None
    if chunks[at].kind not in "NP":
        return None
    for verb in range(at + 1, min(at + 14, len(chunks))):
        kind = chunks[verb].kind
        if kind in "QUF;":
            return None
        if kind == "V" and sentence.verb_kind(verb) in {"speech", "thought"}:
            if subject_of(sentence.words, chunks, verb) == at:
                return _clause(sentence, verb, at, "said_after", 0.97)
            if verb == at + 1:
                return None
    return None


def _close_before(sentence: Sentence, quote: int) -> Clause | None:
    """A reporting verb that ends just before the quoted stretch."""
    chunks = sentence.chunks
    at = quote - 1
    while at >= 0 and chunks[at].kind in ",:h-":
        at -= 1
    if at >= 0 and chunks[at].kind in "VIG" and sentence.verb_kind(at) == "speech":
        return _clause(sentence, at, subject_of(sentence.words, chunks, at), "said_before", 0.95)
    return None


def _trailing(sentence: Sentence, quote: int) -> Clause | None:
    chunks = sentence.chunks
    for verb in range(quote + 3, len(chunks)):
        if chunks[verb].kind != "V" or sentence.verb_kind(verb) != "speech":
            continue
        if chunks[verb - 1].kind in "NP" and chunks[verb - 2].kind == ",":
            if verb + 1 == len(chunks) or chunks[verb + 1].kind in ".,tp(-;":
                return _clause(sentence, verb, verb - 1, "said_at_end", 0.9)
        elif chunks[verb - 1].kind == "," and verb + 1 < len(chunks) and chunks[verb + 1].kind in "NP":
            if verb + 2 == len(chunks) or chunks[verb + 2].kind in ".,":
                return _clause(sentence, verb, verb + 1, "said_at_end", 0.9)
    return None


def _before(sentence: Sentence, quote: int) -> Clause | None:
    chunks = sentence.chunks
    weaker: Clause | None = None
    for at in range(quote - 1, -1, -1):
        if chunks[at].kind in "VIG":
            kind = sentence.verb_kind(at)
            if kind not in {"speech", "thought"}:
                continue
            subject = subject_of(sentence.words, chunks, at)
            if kind == "speech":
                return _clause(sentence, at, subject, "said_before", 0.85)
            weaker = weaker or _clause(sentence, at, subject, "thought_before", 0.7)
    return weaker


def _according(sentence: Sentence, quote: int) -> Clause | None:
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
        if chunk.kind == "N" and words.lowers[chunk.high - 1] in sentence.lexicon.groups["cue nouns"]:
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
