"""What is wrong with rules and sites beyond the types of their keys."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from newsread.config.lines import KeyPath
from newsread.config.problems import nearest
from newsread_filters.rules import PatternError, Rule, check_pattern

Finding = tuple[KeyPath, str]
"""The keys below the table that is checked, and what is wrong there."""

_TESTS = ("equals", "contains", "starts_with", "ends_with", "pattern")
_HOST = re.compile(r"[^\s/:@?#*]+")
_ADDRESS = re.compile(r"\s*(?:https?:)?//(?:[^/?#]*@)?([^\s/?#:]+)", re.IGNORECASE)


def check_rule(table: Mapping[str, Any], rule: Rule) -> Iterator[Finding]:
    """What is wrong with one of the `[[rules]]`, `rule` being what could be made of its `table`."""
    tests = [test for test in _TESTS if test in table]
    if len(tests) != 1:
        yield (), f"a rule has exactly one of {', '.join(_TESTS)}; this one has {len(tests)}."
    elif table[tests[0]] == "":
        yield (tests[0],), "it is empty, so it would fit every line"
    if rule.pattern is not None:
        try:
            check_pattern(rule.pattern)
        except PatternError as error:
            yield ("pattern",), f"it is no regular expression: {error}"
    for number, site in enumerate(rule.sites):
        if told := _no_host(site):
            yield ("sites", number), told


def check_site(name: str, table: Mapping[str, Any]) -> Iterator[Finding]:
    """What is wrong with one of the `sites` tables, its filters apart."""
    if told := _no_host(name):
        yield (), told
    for key, value in table.items():
        if key == "filters":
            continue
        if isinstance(value, dict):
            yield (key,), f'there is no such table. A host with a dot stands in quotes: [sites."{name}.{key}"].'
        else:
            yield (key,), f"there is no such setting.{nearest(key, ['filters'])}"


def _no_host(name: str) -> str | None:
    if _HOST.fullmatch(name):
        return None
    address = _ADDRESS.match(name)
    return "a site is a host and its subdomains" + (
        f": write {address[1]}." if address else ", such as gannet.example."
    )
