"""The role that an article gives a person: "campaign manager" before the name, "a baker from Leeds" behind it."""

import re

from newsread_filters.quotes.lexicon import Lexicon
from newsread_filters.quotes.names import Run, bare

_BEHIND = re.compile(r"(?: \([^)]{1,20}\))?(?:, (?:aged? )?\d+)?(?:, |,? who (?:is|was) )([^,.;:“\"()]{3,90})(?=[,.])")


def role_of(run: Run, lexicon: Lexicon) -> str | None:
    """The role that stands before the name of `run`, or else behind it."""
    lead = _leading(run, lexicon)
    plain = [word for word in run.role if not lexicon.gender_of(bare(word)) and lexicon.tags.get(bare(word)) != "d"]
    if lead or plain:
        return " ".join([*lead, *plain])
    behind = _BEHIND.match(run.text, run.end)
    return behind.group(1) if behind and _is_role(behind.group(1), lexicon) else None


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
