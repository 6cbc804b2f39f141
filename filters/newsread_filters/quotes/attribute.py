"""Gives every quoted stretch of an article its reporting clause, from its own sentence or from a neighbour."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsread_filters.quotes.around import headed, signed
from newsread_filters.quotes.chunks import QUOTED
from newsread_filters.quotes.clauses import find_clause, own_clause
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.sentence import Clause, Sentence, sentence_bounds
from newsread_filters.quotes.words import Words


class Attributed(Struct, gc=False):
    """A quoted stretch of a block with its clause; None when nobody is named."""

    block: int
    quoted: Quoted
    sentence: Sentence
    chunk: int
    clause: Clause | None = None
    rule: str = ""
    certainty: float = 0.0

    def take(self, clause: Clause, rule: str, certainty: float) -> None:
        """Be said by whoever `clause` names."""
        self.clause, self.rule, self.certainty = clause, rule, min(certainty, clause.certainty)

    @property
    def alone(self) -> bool:
        """Whether the stretch is a sentence of its own."""
        return set(self.sentence.chunks.kinds) <= set(".,QCUF&-")

    @property
    def leads(self) -> bool:
        """Whether the stretch begins its sentence."""
        return set(self.sentence.chunks.kinds[: self.chunk]) <= set("QCUF-&")


def attribute(blocks: Sequence[tuple[int, str, list[Quoted]]], lexicon: Lexicon) -> list[Attributed]:
    """Attribute the quoted stretches of `blocks` (number, text, stretches) in order."""
    found: list[Attributed] = []
    used: set[int] = set()
    for at, (number, text, quoted) in enumerate(blocks):
        if not quoted:
            continue
        words = Words(text, quoted, lexicon)
        sentences = [Sentence(words, low, high) for low, high in sentence_bounds(words)]
        context = _Context(blocks, at, found, lexicon, used)
        found += _paragraph(number, quoted, words, sentences, context)
    return found


class _Context:
    """What stands around a paragraph, read when it is asked for."""

    def __init__(
        self, blocks: Sequence[tuple[int, str, list[Quoted]]], at: int, found: list[Attributed], lexicon: Lexicon, used: set[int]
    ) -> None:
        self.blocks, self.at, self.lexicon, self.used = blocks, at, lexicon, used
        number = blocks[at][0]
        self.last = found[-1] if found and found[-1].block >= number - 2 else None
        """The last quoted stretch of one of the two paragraphs before."""

    def clause(self) -> tuple[Clause, str, float] | None:
        """Who speaks on, judging by what stands before the paragraph."""
        if not self.at:
            return None
        number, text, quoted = self.blocks[self.at - 1]
        last = self.last
        if last is not None and last.clause is not None and not last.quoted.closed and last.block == number:
            return last.clause, "continues_paragraph", 0.95
        words = Words(text, quoted, self.lexicon)
        *_, (low, high) = sentence_bounds(words)
        sentence = Sentence(words, low, high)
        if text.rstrip().endswith((":", "：")):
            clause = own_clause(sentence, "announced", weak=False) or headed(sentence) or own_clause(sentence, "announced", weak=True)
            if clause is not None:
                return clause, "announced", 0.9
        if not set(sentence.chunks.kinds) & set("QCUF"):
            clause = own_clause(sentence, "continues_sentence", weak=False)
            if clause is not None:
                return clause, "continues_sentence", 0.7
        if last is not None and last.clause is not None:
            return last.clause, "continues_paragraph", 0.7
        clause = own_clause(sentence, "continues_sentence", weak=True)
        return (clause, "continues_sentence", 0.4) if clause is not None else None

    def label(self) -> Clause | None:
        """The name that makes a paragraph of its own, before the quote ("Ada Smith, 24") or behind it ("- Ada Smith")."""
        for at in (self.at - 1, self.at + 1):
            if not 0 <= at < len(self.blocks) or at in self.used:
                continue
            number, text, quoted = self.blocks[at]
            if quoted or len(text) > 120:
                continue
            words = Words(text, quoted, self.lexicon)
            clause = signed(Sentence(words, 0, len(words.tags)), 0 if words.tags[:1] == "-" else -1)
            if clause is not None and (words.tags[:1] == "-" or _is_label(words)):
                self.used.add(at)
                return clause
        return None


def _is_label(words: Words) -> bool:
    """Whether a short paragraph is a name and no sentence."""
    return len(words.tags) <= 12 and ("NN" in words.tags or words.text[:1] == "@") and not set(words.tags) & set("VvXPkh:.")


def _paragraph(
    number: int, quoted: list[Quoted], words: Words, sentences: list[Sentence], context: _Context
) -> list[Attributed]:
    at_word = {word: each for each, word in words.quoted_at.items()}
    found: list[Attributed] = []
    waiting: list[Attributed] = []
    previous: Sentence | None = None
    for at, sentence in enumerate(sentences):
        here = [
            Attributed(number, quoted[at_word[sentence.chunks.lows[chunk]]], sentence, chunk)
            for chunk, kind in enumerate(sentence.chunks.kinds)
            if kind in QUOTED
        ]
        for entry in here:
            clause = find_clause(sentence, entry.chunk, long=entry.quoted.words >= 5)
            if clause is not None:
                entry.take(clause, clause.rule, clause.certainty)
        _share(here)
        for entry in here:
            if entry.clause is not None:
                if entry.leads:
                    for each in waiting:
                        each.take(entry.clause, "continues_next", 0.8)
                waiting = []
                continue
            if entry.alone and at + 1 == len(sentences) - 1 and len(sentences[at + 1].chunks.kinds) < 8:
                name = signed(sentences[at + 1], -1)
                if name is not None and not set("VvXPkh") & set(sentences[at + 1].chunks.kinds):
                    entry.take(name, "signed", 0.9)
                    continue
            _float(entry, found, previous, context)
            if entry.clause is None and entry.alone:
                waiting.append(entry)
        found += here
        previous = sentence
    return found


def _share(here: list[Attributed]) -> None:
    """Give stretches without a clause the one behind a later stretch of the same sentence."""
    for at in range(len(here) - 2, -1, -1):
        later = here[at + 1].clause
        if here[at].clause is None and later is not None and here[at + 1].rule in {"said_after", "said_after_inverted"}:
            here[at].take(later, "said_at_end", 0.85)


def _float(
    entry: Attributed, found: list[Attributed], previous: Sentence | None, context: _Context
) -> None:
    """Attribute a stretch whose own sentence names nobody, from what stands before it."""
    long = entry.quoted.words >= 5
    if not (entry.alone or long):
        return
    if previous is None:
        label = context.label() if entry.alone else None
        if label is not None:
            entry.take(label, "signed", 0.9)
        elif entry.leads:
            earlier = context.clause()
            if earlier is not None:
                entry.take(*earlier)
        return
    last = found[-1] if found else None
    if last is not None and last.clause is not None and last.sentence is previous:
        entry.take(last.clause, "continues", 0.9 if entry.leads else 0.7)
        return
    clause = own_clause(previous, "continues_sentence", weak=True)
    if clause is not None:
        entry.take(clause, "continues_sentence", 0.7)
    elif last is not None and last.clause is not None:
        entry.take(last.clause, "continues", 0.6)
