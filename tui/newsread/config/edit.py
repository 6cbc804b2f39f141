"""Changes to the user's configuration that keep its comments, order and spacing: the only place that knows tomlkit.

Every change is a function from the file's text to its new text. `apply` writes one and returns the text before, so
that undoing is writing that back, when nobody has changed the file in between.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import tomlkit
from tomlkit.items import AoT

from newsread import atomic
from newsread.config.own import rule_names
from newsread_filters.rules import Rule

Change = Callable[[str], str]


class Applied(msgspec.Struct, frozen=True):
    """A change that was written: the text before and after."""

    before: str
    after: str


class EditedMeanwhile(Exception):  # noqa: N818 - it says what became of the undoing
    """The file was changed by somebody else since, so that undoing would lose that."""


class NoSuchRule(ValueError):  # noqa: N818 - it says what is wrong
    """A rule that was to be taken out is not there."""


def apply(path: Path, change: Change) -> Applied:
    """Change the file `path`, which is made when it is not there; raises OSError, and ValueError when it is no TOML."""
    before = path.read_text("utf-8-sig") if path.exists() else ""
    after = change(before)
    atomic.write(path, after)
    return Applied(before, after)


def undo(path: Path, applied: Applied) -> Applied:
    """Write the text before `applied` back; raises EditedMeanwhile."""
    if path.read_text("utf-8-sig") != applied.after:
        raise EditedMeanwhile(f"{path} was edited since, so it stays as it is.")
    atomic.write(path, applied.before)
    return Applied(applied.after, applied.before)


def add_rule(rule: Rule, comment: str) -> Change:
    """Add `rule` as the last of the `[[rules]]`, with `comment` above what it tests."""

    def change(text: str) -> str:
        document = tomlkit.parse(text)
        table = tomlkit.table()
        table.add(tomlkit.comment(" ".join(comment.split())))
        for key, value in _written(rule).items():
            table.add(key, value)
        rules = document.get("rules")
        if not isinstance(rules, AoT):
            rules = tomlkit.aot()
            document["rules"] = rules
        rules.append(table)
        return tomlkit.dumps(document)

    return change


def drop_rule(name: str) -> Change:
    """Take out the rule called `name`, with the comments in it; raises NoSuchRule."""

    def change(text: str) -> str:
        document = tomlkit.parse(text)
        rules: Any = document.get("rules", [])
        names = rule_names(rules)
        if name not in names:
            raise NoSuchRule(f"there is no rule called {name} in it any more")
        del rules[names.index(name)]
        if not rules:
            del document["rules"]
        return tomlkit.dumps(document)

    return change


def set_option(filter_name: str, option: str, value: Any, site: str | None = None) -> Change:
    """Set an option of a filter, everywhere or on one site."""

    def change(text: str) -> str:
        document = tomlkit.parse(text)
        path = ("sites", site, "filters", filter_name) if site else ("filters", filter_name)
        table: Any = document
        for depth, key in enumerate(path, 1):
            if not isinstance(table.get(key), dict):
                table[key] = tomlkit.table(is_super_table=depth < len(path))
            table = table[key]
        table[option] = list(value) if isinstance(value, tuple | frozenset) else value
        return tomlkit.dumps(document)

    return change


def _written(rule: Rule) -> dict[str, Any]:
    """What differs from the defaults: a rule in a file holds what it means, and nothing else."""
    default = Rule()
    changed = {name: getattr(rule, name) for name in rule.__struct_fields__}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in changed.items()
        if value != getattr(default, name)
    }
