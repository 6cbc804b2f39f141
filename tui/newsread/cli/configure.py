"""`newsread config`: where the configuration lies, a first one, what is wrong with it, what is in force."""

from argparse import Namespace
from pathlib import Path

from newsread.cli.settings import config_path, gathered, in_force
from newsread.cli.status import FAILED, OK, UsageError, complain
from newsread.config import shipped, written


def run(options: Namespace) -> int:
    """Do what `options` ask for."""
    path = config_path(options)
    match options.what:
        case "path":
            print(path)
            return OK
        case "init":
            return _init(path)
        case "check":
            return _check(path, options)
        case "show":
            settings = in_force(options)
            print(f"{written.general(settings)}\n{written.filters(settings)}\n{written.own(settings)}".strip())
            return OK
        case what:
            raise UsageError(f"config takes path, init, check or show{f', not {what}' if what else ''}.")


def _init(path: Path) -> int:
    """Write a first file, never over one that is there."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf8") as file:
            file.write(shipped.first_copy())
    except FileExistsError:
        complain(f"{path} is there already; it was left as it is.")
        return FAILED
    except OSError as error:
        complain(f"{path} cannot be written: {error.strerror or error}.")
        return FAILED
    print(path)
    return OK


def _check(path: Path, options: Namespace) -> int:
    _, problems, found = gathered(options)
    for problem in problems:
        print(problem)
    for notice in found.notices:
        print(notice.message)
    if not problems and not found.notices:
        print(f"{path}: fine" if path.exists() else f"{path}: not there, so everything is at its default")
    return FAILED if problems or found.notices else OK
