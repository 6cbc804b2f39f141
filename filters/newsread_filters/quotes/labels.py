"""Names that mark whose words follow or went before: behind a dash, before a colon, on a line of their own."""

import re

from newsread_filters.quotes.clause_stack import Verb
from newsread_filters.quotes.marks import Quoted
from newsread_filters.quotes.sentence import Clause, Sentence
from newsread_filters.quotes.words import Words

_LABEL = re.compile(r"[^\W\d_][\w.'’ -]{1,39}:(?= )")


def signed(sentence: Sentence, dash: int) -> Clause | None:
    """A name behind a dash at the end: "We did it." - Ada Smith, a nurse."""
    chunks = sentence.chunks
    at = dash + 1
    if chunks.kind(at) != "N" or "N" not in sentence.words.tags[chunks.lows[at] : chunks.highs[at]]:
        return None
    if chunks.kind(at + 1) not in ".,(pt-":
        return None
    cue = (chunks.lows[dash], chunks.highs[dash]) if dash >= 0 else None
    return Clause(sentence.words, cue, (chunks.lows[at], chunks.highs[at]), "signed", 0.85)


def headed(sentence: Sentence) -> Clause | None:
    """The document that a line like "Partial transcript as follows:" announces."""
    chunks, words = sentence.chunks, sentence.words
    first = chunks.kinds.find("N")
    if first < 0 or chunks.kinds[-1] != ":":
        return None
    phrase = (chunks.lows[first], chunks.highs[first])
    announcing = words.lexicon.groups["announcing"]
    cue = next((word for word in range(phrase[1], sentence.high) if words.lowers[word] in announcing), None)
    if cue is None:
        if "V" in chunks.kinds:
            return None
        return Clause(words, (sentence.high - 1, sentence.high), phrase, "announced", 0.6)
    return Clause(words, (cue - 1, cue + 1), phrase, "announced", 0.8)


def headline_label(sentence: Sentence, quote: int) -> Clause | None:
    """A name behind a dash, and a colon: (Bridge is lost - Ada Marsh: "It fell")."""
    chunks = sentence.chunks
    at = quote - 1
    if at < 2 or chunks.kinds[at - 2 : at + 1] != "-N:" or sentence.words.tags[chunks.highs[at - 1] - 1] != "N":
        return None
    phrase = (chunks.lows[at - 1], chunks.highs[at - 1])
    return Clause(sentence.words, (chunks.lows[at], chunks.highs[at]), phrase, "labelled", 0.8)


def is_equation(sentence: Sentence, verb: Verb) -> bool:
    """Whether a clause tells what something is, not who speaks: "The second of them was: ..."."""
    chunks, words = sentence.chunks, sentence.words
    if verb.subject is None or chunks.verb(verb.chunk) != "be" or chunks.kinds[verb.subject] != "N":
        return False
    return set(words.tags[chunks.lows[verb.subject] : chunks.highs[verb.subject]]) <= set("dj#")


def labelled(sentence: Sentence, quote: int) -> Clause | None:
    """A name and a colon ("Minister: 'We will pay'"), or any clause and a colon ("He made his case: 'Yes'")."""
    chunks = sentence.chunks
    at = quote - 1
    if at < 1 or chunks.kinds[at] != ":":
        return None
    named = sentence.words.tags[chunks.highs[at - 1] - 1] == "N" and chunks.kind(at - 2) != "p"
    over = [verb for verb in sentence.parse.over(quote) if verb.subject is not None]
    if over and not named and is_equation(sentence, over[0]):
        return None
    if over and not named:
        return sentence.clause(over[0].chunk, over[0].subject, "said_before", 0.7)
    name = at - 1
    while name > 0 and (chunks.kinds[name] in ")(pt" or (name > 1 and chunks.kinds[name - 1] == "p")):
        name -= 1
    if chunks.kinds[name] != "N":
        return None
    phrase = (chunks.lows[name], chunks.highs[name])
    return Clause(sentence.words, (chunks.lows[at], chunks.highs[at]), phrase, "labelled", 0.8)


def labelled_inside(words: Words, quoted: Quoted) -> Clause | None:
    """A name in capitals within the marks, as in a transcript: "MARSH: We did it."."""
    label = _LABEL.match(words.text, quoted.start, quoted.end)
    if label is None or not label.group().isupper():
        return None
    inside = Words(words.text, (), words.lexicon, within=label.span())
    end = len(inside.tags) - 1
    return Clause(inside, (end, end + 1), (0, end), "labelled", 0.9)
