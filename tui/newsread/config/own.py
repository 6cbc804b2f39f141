"""What the user's file holds, by name, read without checking any of it: cheap enough for a key."""

import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple


class Own(NamedTuple):
    """The names in a user's file."""

    rules: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


def own(path: Path) -> Own:
    """The names in the file `path`; none when there is no such file, or nothing that can be read."""
    try:
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError):
        return Own()
    rules, sites = tables.get("rules", []), tables.get("sites", {})
    are_tables = isinstance(rules, list) and all(isinstance(each, dict) for each in rules)
    return Own(tuple(rule_names(rules)) if are_tables else (), tuple(sites) if isinstance(sites, dict) else ())


def rule_names(tables: Iterable[Mapping[str, Any]]) -> list[str]:
    """What the rules in the `[[rules]]` tables are called; one without a name is called by its number."""
    return [str(table.get("name", f"rule {number}")) for number, table in enumerate(tables, 1)]
