"""The role that an article gives a person: "campaign manager" before the name, "a baker from Leeds" behind it."""

import re

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.names import Run, bare

_BEHIND = re.compile(r"(?: \([^)]{1,20}\))?(?:, (?:aged? )?\d+)?(?:, |,? who (?:is|was) )([^,.;:“\"()]{3,90})(?=[,.])")

_IS = re.compile("(?:is|was|has|had) ")
_STATED = re.compile(
    r"(?:, (?:aged? )?\d+,)? (?:is|was|has been|had been|became) (?:(?:an?|the) )?([a-z-]+(?: [a-z-]+){0,3}?)"
    r"( (?:of|for|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
)
_OFFICE = re.compile(r"\b((?:[A-Z][\w’'-]* )*?([A-Z][\w’'-]*) (?:of|for) (?:the )?)\Z")
"""What stands before the capitals of a role: "Secretary of | State Ada Marsh"."""
_WIDEST = 60
_NO_ROLE = frozenset("dPpoiktXsh&wa")
"""Tags of words that open a sentence, not a role: "For Ada Marsh"."""


def role_of(run: Run, lexicon: Lexicon) -> str | None:
    """The role that stands before the name of `run`, or else behind it."""
    lead = _leading(run, lexicon)
    plain = [word for word in run.role if not lexicon.gender_of(bare(word))]
    while plain and lexicon.tags.get(bare(plain[0]), "N") in _NO_ROLE:
        del plain[0]
    office = _OFFICE.search(run.text, max(0, run.at - _WIDEST), run.at) if plain else None
    if office and lexicon.tags.get(bare(office.group(2))) in {"R", "T"}:
        return office.group(1) + " ".join(plain)
    if lead or plain:
        return " ".join([*lead, *plain])
    behind = _BEHIND.match(run.text, run.end)
    if behind and _is_role(behind.group(1), lexicon) and not _IS.match(behind.group(1)):
        return behind.group(1)
    return _predicate(run, lexicon)


def _predicate(run: Run, lexicon: Lexicon) -> str | None:
    """The office that a sentence about somebody states: "has been skipper of the Lady Maud for years"."""
    stated = _STATED.match(run.text, run.end)
    if stated is None:
        return None
    words = stated.group(1).split()
    tags = [lexicon.tags.get(word, "n") for word in words]
    if tags[-1] not in "RT" or set(tags) - set("RTjn") or words[-1] in lexicon.groups["anonymous"]:
        return None
    return stated.group(1) + stated.group(2)


def _is_role(text: str, lexicon: Lexicon) -> bool:
    return any(lexicon.tags.get(bare(word)) in {"R", "T"} for word in text.split())


def _leading(run: Run, lexicon: Lexicon) -> list[str]:
    """The lower-case role before a name: "campaign manager" in "campaign manager Bo Holt"."""
    taken: list[str] = []
    for word in reversed(run.text[max(0, run.at - 60) : run.at].split()):
        tag = lexicon.tags.get(word, "n")
        if not (word.isalpha() and word.islower() and tag in "Rjn") or (not taken and tag != "R"):
            break
        taken.insert(0, word)
    return taken
