"""Changes to the user's configuration that keep its comments, order and spacing: the only place that knows tomlkit.

Every change is a function from the file's text to its new text.
"""

import tomllib
from collections.abc import Callable, Mapping
from typing import Any

import tomlkit
from tomlkit.items import Array

from newsread.config.lines import KeyPath, lines_of
from newsread.config.own import rule_names
from newsread_filters.rules import Rule

Change = Callable[[str], str]


class ThereAlready(ValueError):  # noqa: N818 - it says what is wrong
    """A rule that was to be added is one of the rules."""


class NoSuchRule(ValueError):  # noqa: N818 - it says what is wrong
    """A rule that was to be taken out is not there."""


def add_rule(rule: Rule, comment: str) -> Change:
    """Add `rule` as the last of the `[[rules]]`, with `comment` above what it tests.

    It goes to the end of the file, also when other tables stand behind the rules that are there: what is written
    between two tables may be about the one or the other, and stays where it is. Rules that are written as an array,
    `rules = [{...}]`, are joined by one of their sort. Raises ThereAlready.
    """
    said = " ".join(comment.split())

    def change(text: str) -> str:
        if _written(rule) in tomllib.loads(text).get("rules", []):
            raise ThereAlready("that rule is there already")
        document = tomlkit.parse(text)
        if isinstance(array := document.get("rules"), Array):
            array.add_line(_filled(tomlkit.inline_table(), rule), comment=said)
            if "\n" not in array.as_string().rpartition("#")[2]:  # the bracket is not to be part of the comment
                array.add_line(indent="")
            return tomlkit.dumps(document)
        table = tomlkit.table()
        table.add(tomlkit.comment(said))
        rules = tomlkit.aot()
        rules.append(_filled(table, rule))
        after = _at_the_end(text, tomlkit.dumps(tomlkit.document().add("rules", rules)))
        tomlkit.parse(after)
        return after

    return change


def _filled(table: Any, rule: Rule) -> Any:
    for key, value in _written(rule).items():
        table.add(key, value)
    return table


def _at_the_end(text: str, added: str) -> str:
    return f"{text.rstrip()}\n\n{added}" if text.strip() else text + added


def drop_rule(name: str) -> Change:
    """Take out the rule called `name`, with the comments in it; raises NoSuchRule."""

    def change(text: str) -> str:
        before = tomllib.loads(text)
        names = rule_names(before.get("rules", []))
        if name not in names:
            raise NoSuchRule(f"there is no rule called {name} in it any more")
        number = names.index(name)
        del before["rules"][number]
        if not before["rules"]:
            del before["rules"]
        after = _without_rule(text, number) or _without_item(text, number)
        if after is None or not _means(after, before):
            raise NoSuchRule(f"{name} is written so that it can only be taken out by hand")
        return after

    return change


def _without_rule(text: str, number: int) -> str | None:
    """Leave out the lines of a rule, but for comments behind an empty line: those are about the table below."""
    rows, lines = text.splitlines(keepends=True), lines_of(text)
    if ("rules", number) not in lines:
        return None
    start = lines["rules", number] - 1
    last, end = _last_and_end(rows, lines, start)
    blank = next((at for at in range(last, end) if not rows[at].strip()), end)
    kept = "".join(rows[blank:end]).lstrip("\r\n")
    return "".join([*rows[:start], kept, *rows[end:]])


def _without_item(text: str, number: int) -> str | None:
    """Leave out a rule of an array."""
    document = tomlkit.parse(text)
    rules = document.get("rules")
    if not isinstance(rules, Array):
        return None
    del rules[number]
    if not rules:
        del document["rules"]
    return tomlkit.dumps(document)


def _means(text: str, tables: dict[str, Any]) -> bool:
    try:
        return tomllib.loads(text) == tables
    except tomllib.TOMLDecodeError:
        return False


def set_option(filter_name: str, option: str, value: Any, site: str | None = None) -> Change:
    """Set an option of a filter, everywhere or on one site."""
    path = ("sites", site, "filters", filter_name) if site else ("filters", filter_name)
    plain = list(value) if isinstance(value, tuple | frozenset) else value

    def change(text: str) -> str:
        document = tomlkit.parse(text)
        table: Any = document.unwrap()
        for key in path:
            table = table.get(key, {}) if isinstance(table, dict) else {}
        _set(document, path, option, plain)
        after = tomlkit.dumps(document)
        if option in table:
            return after
        if not table:
            added = tomlkit.document()
            _set(added, path, option, plain)
            close: str | None = _at_the_end(text, tomlkit.dumps(added))
        else:
            close = _set_close(text, path, f"{option} = {tomlkit.item(plain).as_string()}\n")
        return close if close is not None and _means(close, tomllib.loads(after)) else after

    return change


def _set(table: Any, path: tuple[str, ...], option: str, value: Any) -> None:
    """Set an option in the table `path`, which is made when it is not there."""
    for depth, key in enumerate(path, 1):
        if not isinstance(table.get(key), dict):
            table[key] = tomlkit.table(is_super_table=depth < len(path))
        table = table[key]
    table[option] = value


def _set_close(text: str, path: tuple[str, ...], line: str) -> str | None:
    """Put `line` behind the last key of the table `path`: comments below it may be about the next table."""
    rows, lines = text.splitlines(keepends=True), lines_of(text)
    start = lines.get(path, 0) - 1
    if start < 0 or not rows[start].lstrip().startswith("["):
        return None
    last, _ = _last_and_end(rows, lines, start)
    if not rows[last].endswith("\n"):
        return None
    return "".join([*rows[: last + 1], line, *rows[last + 1 :]])


def _last_and_end(rows: list[str], lines: Mapping[KeyPath, int], start: int) -> tuple[int, int]:
    """Of the table whose header is row `start`: its last row that is no comment, and the row of the next header."""
    headers = [line - 1 for line in lines.values() if rows[line - 1].lstrip().startswith("[")]
    end = min((row for row in headers if row > start), default=len(rows))
    return max(at for at in range(start, end) if rows[at].strip() and not rows[at].lstrip().startswith("#")), end


def _written(rule: Rule) -> dict[str, Any]:
    """What differs from the defaults: a rule in a file holds what it means, and nothing else."""
    default = Rule()
    changed = {name: getattr(rule, name) for name in rule.__struct_fields__}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in changed.items()
        if value != getattr(default, name)
    }
