"""Gives every quoted stretch of an article its reporting clause, from its own sentence or from a neighbour."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from newsread_filters.quotes.clauses import Clause, Sentence, clause_of, find_clause, own_clause
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
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
        return all(chunk.kind in ".,QUF&-" for chunk in self.sentence.chunks)

    @property
    def leads(self) -> bool:
        """Whether the stretch begins its sentence."""
        return all(chunk.kind in "QUF-&" for chunk in self.sentence.chunks[: self.chunk])


def attribute(blocks: Sequence[tuple[int, str, list[Quoted]]], lexicon: Lexicon) -> list[Attributed]:
    """Attribute the quoted stretches of `blocks` (number, text, stretches) in order."""
    found: list[Attributed] = []
    for at, (number, text, quoted) in enumerate(blocks):
        if not quoted:
            continue
        words = Words(text, quoted, lexicon)
        sentences = [Sentence(words, low, high) for low, high in sentence_bounds(words)]
        before = found[-1] if found and found[-1].block >= number - 2 else None
        colon = None
        if at and before is None or (before and before.block != blocks[at - 1][0]):
            colon = _announcing(blocks[at - 1], lexicon) if at else None
        elif at and blocks[at - 1][1].rstrip().endswith(":"):
            colon = _announcing(blocks[at - 1], lexicon)
        found += _paragraph(number, quoted, words, sentences, before, colon)
    return found


def _announcing(block: tuple[int, str, list[Quoted]], lexicon: Lexicon) -> Clause | None:
    """The clause of a paragraph that ends with a colon: "The minister wrote:"."""
    _, text, quoted = block
    if not text.rstrip().endswith((":", "：")):
        return None
    words = Words(text, quoted, lexicon)
    low, high = list(sentence_bounds(words))[-1]
    return own_clause(Sentence(words, low, high), "announced")


def _paragraph(
    number: int, quoted: list[Quoted], words: Words, sentences: list[Sentence], before: Attributed | None, colon: Clause | None
) -> list[Attributed]:
    at_word = {word: each for each, word in words.quoted_at.items()}
    found: list[Attributed] = []
    waiting: list[Attributed] = []
    previous: Sentence | None = None
    for sentence in sentences:
        here = [
            Attributed(number, quoted[at_word[chunk.low]], sentence, at)
            for at, chunk in enumerate(sentence.chunks)
            if chunk.kind in "QUF"
        ]
        for entry in here:
            clause = find_clause(sentence, entry.chunk)
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
            _float(entry, found, previous, before, colon)
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
    entry: Attributed, found: list[Attributed], previous: Sentence | None, before: Attributed | None, colon: Clause | None
) -> None:
    """Attribute a stretch whose own sentence names nobody, from what stands before it."""
    long = entry.quoted.words >= 5
    if not (entry.alone or long):
        return
    if previous is None:
        if colon is not None:
            entry.take(colon, "announced", 0.9)
        elif before is not None and before.clause is not None and entry.leads:
            entry.take(before.clause, "continues_paragraph", 0.7 if before.quoted.closed else 0.95)
        return
    last = found[-1] if found else None
    if last is not None and last.clause is not None and last.sentence is previous:
        entry.take(last.clause, "continues", 0.9 if entry.leads else 0.7)
        return
    clause = own_clause(previous, "continues_sentence")
    if clause is not None:
        entry.take(clause, "continues_sentence", 0.7)
    elif last is not None and last.clause is not None:
        entry.take(last.clause, "continues", 0.6)


def sentence_bounds(words: Words) -> Iterator[tuple[int, int]]:
    """The sentences of a block, as ranges of words."""
    tags = words.tags
    low = 0
    for at, tag in enumerate(tags):
        following = at + 1
        if following >= len(tags):
            break
        if tag == "." or (tag in "FU" and _starts_sentence(words, following)):
            if tags[following] == ")":
                following += 1
            if following >= len(tags) or tags[following] == "." or (tag == "." and tags[following] == "z"):
                continue
            yield low, following
            low = following
    if low < len(tags):
        yield low, len(tags)


def _starts_sentence(words: Words, at: int) -> bool:
    """Whether a new sentence starts behind a quoted stretch that ends with a full stop or a question mark."""
    tags = words.tags
    if tags[at] in "QUF":
        return True
    if not words.text[words.starts[at]].isupper():
        return False
    for later in range(at + 1, min(at + 6, len(tags))):
        if tags[later] in "Vvbc":
            if words.lexicon.verbs.get(words.lowers[later]) != "speech":
                return True
            following = tags[later + 1 : later + 2]
            return following not in (".,tpk" if tags[at - 1] == "F" else ".,tpkdNOsna&") or not following
        if tags[later] not in "NTRPdaj#":
            return True
    return True
