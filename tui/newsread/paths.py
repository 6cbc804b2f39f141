"""Where newsread keeps its things: the places that the XDG base directory specification names."""

import os
from pathlib import Path


def config_file() -> Path:
    """The user's configuration: NEWSREAD_CONFIG, else newsread/config.toml in the configuration place."""
    named = os.environ.get("NEWSREAD_CONFIG")
    return expanded(named) if named else _place("XDG_CONFIG_HOME", ".config") / "config.toml"


def state_file() -> Path:
    """What newsread remembers between two runs."""
    return _place("XDG_STATE_HOME", ".local/state") / "newsread.sqlite"


def expanded(path: str) -> Path:
    """`path` with a leading ~ resolved, where there is such a home; else a file may be called so."""
    try:
        return Path(path).expanduser()
    except RuntimeError:
        return Path(path)


def _place(variable: str, default: str) -> Path:
    """The variable's folder when it is absolute, as the specification asks, else the default below the home folder."""
    named = os.environ.get(variable, "")
    return (Path(named) if named.startswith("/") else _home() / default) / "newsread"


def _home() -> Path:
    """The home folder; for a user who has none, as in some containers, a place where nothing is and nothing can be."""
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
