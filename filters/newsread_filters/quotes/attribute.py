"""Gives every quoted stretch of an article its reporting clause, from its own sentence or from a neighbour."""

from collections.abc import Sequence

from msgspec import Struct, structs

from newsread_filters.quotes.around import aside_inside
from newsread_filters.quotes.chunks import QUOTED
from newsread_filters.quotes.clauses import find_clause, own_clause
from newsread_filters.quotes.labels import is_equation, labelled_inside, signed
from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.neighbours import Neighbours, Paragraph
from newsread_filters.quotes.sentence import Clause, Sentence, sentence_bounds
from newsread_filters.quotes.words import Words

_LONG = 5
"""Words from which quoted words are taken for a quote even where nobody is named beside them."""

_BEHIND = frozenset({"said_after", "said_after_inverted"})
"""Rules of a clause right behind direct speech."""


class Attributed(Struct, gc=False):
    """A quoted stretch of a block with its clause; None when nobody is named."""

    block: int
    quoted: Quoted
    sentence: Sentence
    chunk: int
    clause: Clause | None = None
    rule: str = "unattributed"
    certainty: float = 0.2

    def take(self, clause: Clause, rule: str = "", certainty: float = 1.0) -> None:
        """Be said by whoever `clause` names."""
        self.clause = clause
        self.rule = rule or clause.rule
        self.certainty = min(certainty, clause.certainty)

    @property
    def word(self) -> int:
        """The number of the word that the stretch counts as."""
        return self.sentence.chunks.lows[self.chunk]

    @property
    def alone(self) -> bool:
        """Whether the stretch is a sentence of its own."""
        return not self.sentence.chunks.kinds.strip(".,&-" + QUOTED)

    @property
    def leads(self) -> bool:
        """Whether the stretch begins its sentence."""
        return not self.sentence.chunks.kinds[: self.chunk].strip("-&" + QUOTED)


def attribute(paragraphs: Sequence[Paragraph], lexicon: Lexicon) -> list[Attributed]:
    """Attribute the quoted stretches of `paragraphs` in order."""
    found: list[Attributed] = []
    used: set[int] = set()
    for at, paragraph in enumerate(paragraphs):
        if paragraph.quoted:
            last = found[-1] if found and found[-1].block >= paragraph.block - 2 else None
            spoken = (last.clause, last.block, last.quoted.closed) if last and last.clause else None
            found += _paragraph(paragraph, lexicon, Neighbours(paragraphs, at, lexicon, spoken, used))
    return found


def _paragraph(paragraph: Paragraph, lexicon: Lexicon, neighbours: Neighbours) -> list[Attributed]:
    words = Words(paragraph.text, paragraph.quoted, lexicon)
    sentences = [Sentence(words, low, high) for low, high in sentence_bounds(words)]
    found: list[Attributed] = []
    waiting: list[Attributed] = []
    for at, sentence in enumerate(sentences):
        here = _stretches(paragraph, sentence)
        _ask_own_sentence(here)
        for entry in here:
            if found:
                _lend_speaker(entry, found[-1])
            if entry.clause is None:
                name = _name_behind(entry, sentences, at + 1)
                if name is not None:
                    entry.take(name, "signed")
                    continue
                _float(entry, found, sentences[at - 1] if at else None, neighbours)
            if entry.clause is None and entry.alone:
                waiting.append(entry)
            elif entry.clause is not None:
                if entry.leads:
                    for each in waiting:
                        each.take(entry.clause, "continues_next", 0.7)
                waiting = []
        found += here
    return found


def _stretches(paragraph: Paragraph, sentence: Sentence) -> list[Attributed]:
    """The quoted stretches of a sentence; the chunks of one without any are not read."""
    if not sentence.quotes:
        return []
    chunks, quoted_at = sentence.chunks, sentence.words.quoted_at
    return [
        Attributed(paragraph.block, paragraph.quoted[quoted_at[chunks.lows[chunk]]], sentence, chunk)
        for chunk, kind in enumerate(chunks.kinds)
        if kind in QUOTED
    ]


def _ask_own_sentence(here: list[Attributed]) -> None:
    """Give the stretches of a sentence its clauses; one without a clause takes that behind a later stretch."""
    for entry in here:
        long = entry.quoted.words >= _LONG
        clause = labelled_inside(entry.sentence.words, entry.quoted)
        if clause is None and not entry.alone:
            clause = find_clause(entry.sentence, entry.chunk, long=long)
        if clause is not None:
            entry.take(clause)
    for at in range(len(here) - 2, -1, -1):
        later = here[at + 1]
        if here[at].clause is None and later.clause and later.rule in _BEHIND:
            here[at].take(later.clause, "said_at_end", 0.85)
    for entry in here:
        if entry.clause is None and entry.sentence.words.lexicon.verb_second:
            _ask_inside(entry)


def _ask_inside(entry: Attributed) -> None:
    """Find the clause within the marks, as in French: « Nous partons, explique Mme Marsh. Il est tard. »."""
    around = entry.sentence.words
    words = Words(around.text, (), around.lexicon, within=(entry.quoted.start, entry.quoted.end))
    for low, high in sentence_bounds(words):
        sentence = Sentence(words, low, high)
        verb = aside_inside(sentence)
        if verb is not None:
            entry.take(sentence.clause(verb, verb + 1, "said_inside", 0.85))
            return


def _lend_speaker(entry: Attributed, last: Attributed) -> None:
    """Let "Adding, ..." at the start of a sentence be by who spoke before it."""
    clause, before = entry.clause, last.clause
    if clause is None or before is None or clause.mention or clause.words is not before.words:
        return
    if entry.sentence.chunks.kinds[:1] == "G" and clause.cue and clause.cue[0] == entry.sentence.low:
        entry.clause = structs.replace(clause, mention=before.mention)


def _name_behind(entry: Attributed, sentences: list[Sentence], at: int) -> Clause | None:
    """The name that ends the paragraph behind a quote: "We did it." Ada Smith, Leeds."""
    if not entry.alone or at != len(sentences) - 1:
        return None
    kinds = sentences[at].chunks.kinds
    return None if len(kinds) > 7 or set(kinds) & set("VvXPkh") else signed(sentences[at], -1)


def _spoken(found: list[Attributed], otherwise: Clause) -> Clause:
    """The clause of the direct speech that began the last sentence: "...," she said, describing the "...". "..."."""
    first = len(found) - 1
    while first and found[first - 1].sentence is found[-1].sentence:
        first -= 1
    begun = found[first]
    return begun.clause if begun.clause is not None and begun.leads and begun.rule in _BEHIND else otherwise


def _float(entry: Attributed, found: list[Attributed], previous: Sentence | None, neighbours: Neighbours) -> None:
    """Attribute a stretch whose own sentence names nobody, from what stands before it."""
    if not entry.alone and entry.quoted.words < _LONG:
        return
    if previous is None:
        source = neighbours.clause(entry.alone, entry.leads)
        if source is not None and entry.quoted.mark:
            entry.take(*source)
        elif source is not None and (source[1] in {"announced", "signed"} or source[2] > 0.9):
            entry.take(source[0], "blockquote", source[2])
        return
    last = found[-1] if found and found[-1].clause is not None else None
    if last is not None and last.clause is not None and last.sentence is previous:
        entry.take(_spoken(found, last.clause), "continues", 0.9 if entry.leads else 0.7)
        return
    if any(is_equation(entry.sentence, verb) for verb in entry.sentence.parse.over(entry.chunk)):
        return
    clause = own_clause(previous, "continues_sentence", weak=last is None)
    if clause is not None:
        entry.take(clause, "continues_sentence", 0.7)
    elif last is not None and last.clause is not None:
        entry.take(last.clause, "continues", 0.6)
