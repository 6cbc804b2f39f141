"""Gives every quoted stretch of an article its reporting clause, from its own sentence or from a neighbour."""

from collections.abc import Iterator

from msgspec import Struct

from newsread_filters.quotes.clauses import Clause, Sentence, find_clause
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.words import Words


class Attributed(Struct, gc=False):
    """A quoted stretch of a block with its clause; None when it is no quote."""

    block: int
    quoted: Quoted
    clause: Clause | None
    rule: str
    certainty: float


def attribute(blocks: list[tuple[int, str, list[Quoted]]], lexicon: Lexicon) -> list[Attributed]:
    """Attribute the quoted stretches of `blocks` (number, text, stretches) in order."""
    found: list[Attributed] = []
    last: Clause | None = None
    last_block = -9
    for number, text, quoted in blocks:
        words = Words(text, quoted, lexicon)
        sentences = [Sentence(words, low, high, lexicon) for low, high in _sentences(words)]
        at_word = {word: each for each, word in words.quoted_at.items()}
        block_found: list[Attributed] = []
        pending: list[Attributed] = []
        previous: Sentence | None = None
        for sentence in sentences:
            for at, chunk in enumerate(sentence.chunks):
                if chunk.kind not in "QUF":
                    continue
                each = quoted[at_word[chunk.low]]
                clause = find_clause(sentence, at)
                entry = Attributed(number, each, clause, clause.rule if clause else "", clause.certainty if clause else 0)
                block_found.append(entry)
                if clause is not None:
                    for waiting in pending:
                        waiting.clause, waiting.rule, waiting.certainty = clause, "continues_next", 0.8
                    pending = []
                    last, last_block = clause, number
                elif _stands_alone(sentence, at, text, each):
                    earlier = block_found[-2].clause if len(block_found) > 1 else None
                    if earlier is not None:
                        entry.clause, entry.rule, entry.certainty = earlier, "continues", 0.9
                    else:
                        here = _any_clause(previous) if previous else None
                        if here:
                            entry.clause, entry.rule, entry.certainty = here, "continues_sentence", 0.7
                        else:
                            pending.append(entry)
            previous = sentence
        for entry in pending:
            if last is not None and number - last_block <= 2:
                entry.clause, entry.rule, entry.certainty = last, "continues_paragraph", 0.7
                last_block = number
            else:
                entry.rule, entry.certainty = "unattributed", 0.3
        found += block_found
    return [each for each in found if each.clause or each.rule == "unattributed"]


def _any_clause(sentence: Sentence) -> Clause | None:
    """A reporting clause of a sentence without regard to quotes; else its first verb and subject."""
    chunks = sentence.chunks
    from newsread_filters.quotes.clauses import _clause
    from newsread_filters.quotes.grammar import subject_of
    for at in range(len(chunks)):
        if chunks[at].kind == "V" and sentence.verb_kind(at) == "speech":
            subject = subject_of(sentence.words, chunks, at)
            if subject is not None:
                return _clause(sentence, at, subject, "said_in_sentence_before", 0.6)
    return None


def _stands_alone(sentence: Sentence, at: int, text: str, quoted: Quoted) -> bool:
    """Whether the quoted stretch is a sentence of its own."""
    others = [chunk for number, chunk in enumerate(sentence.chunks) if number != at and chunk.kind not in ".,QUF&-"]
    return not others and quoted.end - quoted.start > 12


def _sentences(words: Words) -> Iterator[tuple[int, int]]:
    tags, text, starts = words.tags, words.text, words.starts
    low = 0
    for at, tag in enumerate(tags):
        following = at + 1
        if following >= len(tags):
            break
        if tag == "." or (tag in "FU" and _starts_sentence(words, following)):
            if tags[following] in ".)" or (tag == "." and tags[following] == "z"):
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
    character = words.text[words.starts[at]]
    if not character.isupper():
        return False
    for later in range(at, min(at + 6, len(tags))):
        if tags[later] in "Vvbc":
            return not (words.lowers[later] in _SAID and later > at)
        if tags[later] not in "NTRPda#":
            return True
    return True


_SAID = frozenset("said asked asks says added told wrote replied answered shouted".split())
