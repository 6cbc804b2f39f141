"""The settings that a command runs with."""

from argparse import Namespace
from pathlib import Path

from newsread.cli.status import UsageError, complain
from newsread.config.declaration import Settings
from newsread.config.load import load
from newsread.config.problems import Problem, nearest
from newsread.paths import config_file, expanded
from newsread.plugins import Inventory, inventory
from newsread_filters.cleaning import Cleaning


def config_path(options: Namespace) -> Path:
    """The configuration that `options` name, else the user's own."""
    return expanded(options.config) if options.config else config_file()


def gathered(options: Namespace, text: str | None = None) -> tuple[Settings, tuple[Problem, ...], Inventory]:
    """The settings, what is wrong with them, and the filters that are installed; `text` stands for the file's."""
    path = config_path(options)
    found = inventory(path.parent / "filters")
    settings, problems = load(path, found, must_exist=bool(options.config), text=text)
    return settings, problems, found


def in_force(options: Namespace) -> Settings:
    """The settings, after complaining of everything that is wrong."""
    settings, problems, found = gathered(options)
    for problem in problems:
        complain(str(problem))
    for notice in found.notices:
        complain(notice.message)
    return settings


def cleaning(settings: Settings, chosen: str | None) -> Cleaning:
    """How to clean, by the option --filters; raises UsageError for a filter that is not installed."""
    if chosen is None:
        return settings.cleaning
    if chosen == "none":
        return Cleaning(filters=())
    if chosen == "all":
        return Cleaning(filters=tuple(settings.filters.values()), rules=settings.rules)
    names = [name.strip() for name in chosen.split(",") if name.strip()]
    if not names:
        raise UsageError("--filters takes all, none, or names parted by commas.")
    for name in names:
        if name not in settings.filters:
            raise UsageError(f"no filter {name} is installed.{nearest(name, settings.filters)}")
    return Cleaning(filters=tuple(each for name, each in settings.filters.items() if name in names))
