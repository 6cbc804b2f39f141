"""Who "Q" and "A" are in an interview: whom the text above the first question names."""

import re
from itertools import pairwise

from newsread_filters.quotes.people import People
from newsread_filters.quotes.person import Person

_LABEL = re.compile(r"[“\"'*]*(?:Q|A|Question|Answer)[:.] ")
_ASKED = re.compile(r"\W*(?:\(\w+\)\W*)?(?:interviewed|questioned|asked|put (?:our|some|the|these)? ?questions to) ")
_ASKED_BY = re.compile(r"\b(?:interviewed|questioned) by ")
_GAP = 80
"""Characters between two names of a sentence that tells who asked whom."""


def parts(people: People) -> dict[str, Person]:
    """The persons behind "q" and "a" and the longer labels, as far as the text above the first label tells."""
    first = next((block for block, text in people.texts() if _LABEL.match(text)), None)
    if first is None:
        return {}
    named = [(run, person) for run, person in people.before(first, 0) if person.sure][::-1]
    persons = list(dict.fromkeys(person for _, person in named))
    if len(persons) == 1:
        return _labels(answers=persons[0])
    for (run, person), (later, other) in pairwise(named):
        between = run.text[run.end : later.at] if run.block == later.block else ""
        if person is other or not 0 < len(between) <= _GAP:
            continue
        if _ASKED.match(between):
            return _labels(asks=person, answers=other)
        if _ASKED_BY.search(between):
            return _labels(asks=other, answers=person)
    return {}


def _labels(*, answers: Person, asks: Person | None = None) -> dict[str, Person]:
    found = {"a": answers, "answer": answers}
    return found if asks is None else found | {"q": asks, "question": asks}
