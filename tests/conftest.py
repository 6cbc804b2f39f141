"""What tests of every room share: a home of their own, the real command, and a real server."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from loopback import Loopback
from terminal import Start, Terminal

Newsread = Callable[..., subprocess.CompletedProcess[str]]
COMMAND = (sys.executable, "-m", "newsread")

# How busy the machine is fails no test, and a run that fails fails again.
settings.register_profile("newsread", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newsread")


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's own configuration, state or proxy has a say in a test, nor the size of the terminal it runs in.

    An interrupt that is ignored, as in the background of a shell, would be ignored by all that a test starts.
    """
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in list(os.environ):
            if name.startswith(("XDG_", "NEWSREAD_", "COLUMNS", "LINES")) or name.lower().endswith("_proxy"):
                patch.delenv(name)
        yield


@pytest.fixture
def newsread(tmp_path: Path) -> Newsread:
    """Run the real command in `tmp_path`; `stdin` is what is piped in, nothing when None."""

    def run(
        *arguments: str | bytes | Path, stdin: str | None = None, **environment: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*COMMAND, *arguments],
            cwd=tmp_path,
            env=os.environ | environment,
            capture_output=True,
            encoding="utf8",
            check=False,
            **({"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}),
        )

    return run


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Start the real program in a terminal of its own, in `tmp_path`; what it remembers is in a folder there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    started: list[Terminal] = []

    def begin(*arguments: str, **options: Any) -> Terminal:
        started.append(Terminal(*arguments, cwd=tmp_path, **options))
        return started[-1]

    yield begin
    for each in started:
        each.close()


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A browser that writes down what it is asked to open."""
    written = tmp_path / "opened"
    program = tmp_path / "browser"
    program.write_text(f'#!/bin/sh\nprintf "%s" "$*" > "{written}.new" && mv "{written}.new" "{written}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("BROWSER", str(program))
    return written


@pytest.fixture
def server() -> Iterator[Loopback]:
    """A server on loopback."""
    made = Loopback()
    yield made
    made.end()


@pytest.fixture
def secure_server() -> Iterator[Loopback]:
    """A server on loopback with a certificate that nobody trusts."""
    made = Loopback(secure=True)
    yield made
    made.end()
