"""Where settings are looked for, also where there is hardly anything."""

import pwd
from pathlib import Path

import pytest

from newsread.cli import main
from newsread.paths import config_file, expanded, state_file


@pytest.fixture
def _no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """A user whom the system does not know, as in some containers."""

    def unknown(_: int) -> None:
        raise KeyError

    monkeypatch.delenv("HOME")
    monkeypatch.setattr(pwd, "getpwuid", unknown)


@pytest.mark.usefixtures("_no_home")
def test_a_user_without_a_home_can_read(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Everything is at its default, and nothing is complained of."""
    page = tmp_path / "page.txt"
    page.write_text("The harbour of Lowmere opened on Monday.\n", "utf8")
    assert main(["clean", str(page)]) == 0
    assert main(["config", "check"]) == 0
    told = capfd.readouterr()
    assert "Lowmere" in told.out
    assert told.err == ""


@pytest.mark.usefixtures("_no_home")
def test_without_a_home_nothing_is_written(capfd: pytest.CaptureFixture[str]) -> None:
    """Not into the folder that the command happens to run in, either."""
    assert main(["config", "init"]) == 1
    assert "cannot be written" in capfd.readouterr().err
    assert not state_file().parent.exists()


@pytest.mark.usefixtures("_no_home")
def test_the_variables_are_heeded_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who names the places needs no home."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert config_file() == tmp_path / "newsread" / "config.toml"


def test_a_file_may_be_called_like_somebodys_home() -> None:
    """A leading ~ that names nobody is part of the name."""
    assert expanded("~no-such-user/page.html") == Path("~no-such-user/page.html")


def test_places_that_cannot_be_looked_at_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The configuration and the folder of filters are complained of; the article is printed with the defaults."""
    monkeypatch.setenv("NEWSREAD_CONFIG", str(tmp_path / ("a" * 300) / "config.toml"))
    page = tmp_path / "page.txt"
    page.write_text("The harbour of Lowmere opened on Monday.\n", "utf8")
    assert main(["clean", str(page)]) == 0
    told = capfd.readouterr()
    assert "Lowmere" in told.out
    assert told.err.count("cannot be read: File name too long") == 2
