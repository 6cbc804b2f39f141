"""What tests of every room share: a home of their own, the real command, and a real server."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from loopback import Loopback

Newsread = Callable[..., subprocess.CompletedProcess[str]]
COMMAND = (sys.executable, "-m", "newsread")


@pytest.fixture(scope="session", autouse=True)
def _home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nobody's own configuration, state or proxy has a say in a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        for name in list(os.environ):
            if name.startswith(("XDG_", "NEWSREAD_")) or name.lower().endswith("_proxy"):
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
