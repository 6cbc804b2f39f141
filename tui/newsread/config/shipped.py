"""The shipped config.toml, written from the declarations: `python -m newsread.config.shipped` prints it."""

import sys
from importlib.resources import files
from pathlib import Path

from newsread.config import written
from newsread.config.declaration import Settings

_HEAD = """\
# newsread's configuration: every setting, with its default value. This file is also the documentation.
# Your own file holds only what you change. `newsread config path` tells where it lies, `newsread config init` makes
# one, `newsread config check` says what is wrong with it.
"""
_FILTERS = """
# ---- Filters: each names one sort of clutter. `enabled = false` turns one off; `newsread filters NAME` shows what it
# does. They run in this order.
"""
_TAIL = """
# ---- Your own rules, as many as you like. Each has exactly one test, made on a whole line of the article:
# equals, contains, starts_with, ends_with, or pattern (a regular expression).
#
# [[rules]]
# starts_with = "TIDES TODAY"
# action = "remove"                # or "keep" (no filter removes such a line), or "end" (the article ends there)
# in_links = false                 # true: test the words of the line's links instead of the line
# sites = ["gannet.example"]       # only there, subdomains too; without it everywhere
# name = "tide tables"
# reason = "the tide table"

# ---- What differs on one site (and its subdomains; the most exact name wins).
#
# [sites."gannet.example".filters.captions]
# enabled = false
"""


def text() -> str:
    """The packaged file: beside the package in a wheel, at the top of a checkout."""
    packaged = files("newsread") / "config.toml"
    if packaged.is_file():
        return packaged.read_text("utf8")
    return (Path(__file__).parents[3] / "config.toml").read_text("utf8")


def first_copy() -> str:
    """The file for a user to begin with: its values are commented out, so that better defaults still reach them."""
    lines = text().splitlines()
    return "".join(f"{line if not line or line[0] in '#[' else f'# {line}'}\n" for line in lines)


def generated() -> str:
    """What the shipped file has to be."""
    settings = Settings()
    return "\n".join([_HEAD + written.general(settings), _FILTERS + written.filters(settings), _TAIL])


if __name__ == "__main__":
    sys.stdout.write(generated())
