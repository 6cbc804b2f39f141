"""Reads the user's configuration: every problem is listed, and what is wrong keeps its default."""

import errno
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from newsread.config.checks import check_rule, check_site
from newsread.config.declaration import ReaderSettings, Settings, SourceSettings
from newsread.config.fields import choices
from newsread.config.keys import check_keys
from newsread.config.lines import KeyPath, line_of, lines_of
from newsread.config.problems import Problem, nearest
from newsread.config.written import value as written
from newsread.fence import fence
from newsread.plugins import Inventory
from newsread_filters.filter import Filter
from newsread_filters.gate import clean_line
from newsread_filters.rules import Rule

_TABLES = ("reader", "sources", "keys", "filters", "rules", "sites")
_GENERAL = {"reader": ReaderSettings, "sources": SourceSettings}
_WORDS = {
    "`str`": "text", "`int`": "a whole number", "`float`": "a number", "`bool`": "true or false", "`array`": "a list",
    "`object`": "a table", "`str | null`": "text", "Expected": "expected",
}  # fmt: skip

Table = TypeVar("Table", bound=msgspec.Struct)


def load(
    path: Path, inventory: Inventory, *, must_exist: bool = False, text: str | None = None
) -> tuple[Settings, tuple[Problem, ...]]:
    """Read the settings in `path` for the filters of `inventory`; without such a file they are the defaults.

    Where `text` is given, that counts and not what the file holds.
    """
    reader = _Reader(str(path))
    settings = reader.settings(_tables(path, reader, text, must_exist=must_exist), inventory)
    return settings, tuple(sorted(reader.problems, key=lambda problem: problem.line or 0))


def _text(path: Path) -> str:
    """What stands in the file `path`; a pipe or a device, which may never end, is none."""
    if path.exists() and not path.is_file():
        raise OSError(errno.EINVAL, "it is no file")
    return path.read_text("utf-8-sig")


def _tables(path: Path, reader: "_Reader", text: str | None, *, must_exist: bool) -> dict[str, Any]:
    try:
        text = _text(path) if text is None else text
        tables = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        if must_exist:
            reader.problem((), "there is no such file")
    except OSError as error:
        reader.problem((), f"it cannot be read: {error.strerror or error}")
    except UnicodeDecodeError as error:
        reader.problem((), f"it is not UTF-8: byte {error.start} is at fault")
    except tomllib.TOMLDecodeError as error:
        reader.broken(str(error))
    else:
        reader.lines = lines_of(text)
        return tables
    return {}


class _Reader:
    """Converts tables key by key, because a conversion as a whole would stop at the first problem."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[KeyPath, int] = {}
        self.problems: list[Problem] = []

    def problem(self, where: KeyPath, message: str) -> None:
        """Note a problem with the key `where`."""
        names = [f"[{part}]" if isinstance(part, int) else part for part in where]
        key = clean_line(".".join(names).replace(".[", "["))
        self.problems.append(Problem(self.file, line_of(self.lines, where), key, clean_line(message)))

    def broken(self, message: str) -> None:
        """Note that the file is no TOML; the parser names the line in its message."""
        told, _, where = message.partition(" (at line ")
        line = where.partition(",")[0]
        self.problems.append(Problem(self.file, int(line) if line.isdecimal() else None, "", clean_line(told)))

    def settings(self, tables: dict[str, Any], inventory: Inventory) -> Settings:
        """The settings that `tables` ask for."""
        for name in tables:
            if name not in _TABLES:
                self.problem((name,), _misplaced(name) or f"there is no such table.{nearest(name, _TABLES)}")
        general = self._filters(("filters",), self._table(tables, "filters", ()), self._made(inventory))
        return Settings(
            reader=self._fields(("reader",), self._table(tables, "reader", ()), ReaderSettings()),
            sources=self._fields(("sources",), self._table(tables, "sources", ()), SourceSettings()),
            keys=self._keys(self._table(tables, "keys", ())),
            filters=general,
            rules=self._rules(tables.get("rules", [])),
            sites=self._sites(self._table(tables, "sites", ()), general),
        )

    def _made(self, inventory: Inventory) -> dict[str, Filter]:
        """Every installed filter with its default options; one that cannot be made is left out."""
        made = {}
        for kind, origin in inventory.filters:
            try:
                with fence():
                    made[kind.name] = kind()
                    msgspec.structs.fields(kind)
            except Exception as error:  # noqa: BLE001 - anyone's code
                made.pop(kind.name, None)
                told = f"the filter {kind.name} is left out: {type(error).__name__}: {error}"
                self.problems.append(Problem(origin, None, "", clean_line(told)))
        return made

    def _table(self, tables: Mapping[str, Any], name: str, above: KeyPath) -> dict[str, Any]:
        table = tables.get(name, {})
        if isinstance(table, dict):
            return table
        self.problem((*above, name), "it must be a table")
        return {}

    def _fields(self, where: KeyPath, table: dict[str, Any], default: Table) -> Table:
        fields = {each.encode_name: each for each in msgspec.structs.fields(default)}
        good = {}
        for key, value in table.items():
            if key not in fields:
                self.problem((*where, key), f"there is no such setting.{nearest(key, fields)}")
                continue
            try:
                good[fields[key].name] = msgspec.convert(value, fields[key].type, strict=True)
            except msgspec.ValidationError as error:
                kept = f"{written(getattr(default, fields[key].name))} is kept"
                what = "The rule is left out" if where[0] == "rules" else kept
                self.problem((*where, key), f"{_told(str(error), value, choices(fields[key]))} {what}.")
        try:
            return replace(default, **good)
        except Exception as error:  # noqa: BLE001 - somebody's filter looks at its options itself
            self.problem(where, f"{error}. The defaults are kept.")
            return default

    def _keys(self, table: dict[str, Any]) -> dict[str, tuple[str, ...]]:
        keys, problems = check_keys(table)
        for where, told in problems:
            self.problem(("keys", *where), told)
        return keys

    def _filters(self, where: KeyPath, tables: dict[str, Any], installed: Mapping[str, Filter]) -> dict[str, Filter]:
        found = dict(installed)
        for name in tables:
            if name not in installed:
                self.problem((*where, name), f"no such filter is installed.{nearest(name, installed)}")
            else:
                found[name] = self._fields((*where, name), self._table(tables, name, where), installed[name])
        return found

    def _sites(self, tables: dict[str, Any], general: Mapping[str, Filter]) -> dict[str, dict[str, Filter]]:
        found = {}
        for host in tables:
            where = ("sites", host)
            table = self._table(tables, host, ("sites",))
            problems = list(check_site(host, table))
            for keys, told in problems:
                self.problem((*where, *keys), told)
            there = self._filters((*where, "filters"), self._table(table, "filters", where), general)
            if not problems and there != general:
                found[host] = there
        return found

    def _rules(self, tables: Any) -> tuple[Rule, ...]:
        if not (isinstance(tables, list) and all(isinstance(table, dict) for table in tables)):
            self.problem(("rules",), "rules are written as [[rules]] tables")
            return ()
        made = (self._rule(number, table) for number, table in enumerate(tables))
        return tuple(rule for rule in made if rule)

    def _rule(self, number: int, table: dict[str, Any]) -> Rule | None:
        where = ("rules", number)
        before = len(self.problems)
        rule = self._fields(where, {"name": f"rule {number + 1}"} | table, Rule())
        for keys, told in check_rule(table, rule):
            self.problem((*where, *keys), told)
        return rule if len(self.problems) == before else None


def _misplaced(name: str) -> str:
    """Where a setting belongs that stands outside every table; empty when `name` is no setting."""
    table = next((table for table, kind in _GENERAL.items() if name in kind.__struct_fields__), None)
    return f"it stands outside a table; it belongs under [{table}]" if table else ""


def _told(message: str, value: object, choices: tuple[str, ...]) -> str:
    """Msgspec's message in the words of a configuration file."""
    if choices and isinstance(value, str):
        return f"there is no {written(value)}.{nearest(value, choices)}"
    told = message.partition(" - at ")[0].partition(", got ")[0]
    for theirs, ours in _WORDS.items():
        told = told.replace(theirs, ours)
    return f"{told}, not {written(value)}."
