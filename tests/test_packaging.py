"""The wheel that users install: built as a release would be, from the sdist."""

import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

TOP = Path(__file__).parent.parent


def _run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from an sdist; no isolation, so that nothing is downloaded in the middle of the tests."""
    out = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", out, cwd=TOP)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_both_packages_their_data_and_the_default_configuration(wheel: Path) -> None:
    """Everything under tui/newsread and filters/newsread_filters is in the wheel, and config.toml beside it."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        str(path.relative_to(root))
        for root in (TOP / "tui", TOP / "filters")
        for path in root.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert not expected - inside
    assert "newsread/config.toml" in inside
    assert {name.split("/")[0] for name in inside if ".dist-info" not in name} == {"newsread", "newsread_filters"}


def test_a_fresh_environment_runs_the_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    """Installed from the wheel alone, the command answers, cleans the sample and finds its shipped configuration."""
    home = tmp_path / "env"
    venv.create(home, with_pip=False)
    site = next(home.glob("lib/python*/site-packages"))
    # The dependencies are those of this environment, by path: the test needs no network and sees no editable install.
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf8")
    _run(sys.executable, "-m", "pip", "--python", home, "install", "--quiet", "--no-deps", wheel, cwd=tmp_path)
    newsread = home / "bin" / "newsread"
    assert _run(newsread, "--version", cwd=tmp_path).startswith("newsread ")
    page = tmp_path / "page.txt"
    page.write_text("Harbour opens\n\nThe harbour of Lowmere opened on Monday.\n", "utf8")
    assert "opened on Monday." in _run(newsread, "clean", page, cwd=tmp_path)
    assert "[filters.duplicate_title]" in _run(newsread, "config", "show", cwd=tmp_path)
    first = tmp_path / "config.toml"
    _run(newsread, "--config", first, "config", "init", cwd=tmp_path)
    assert "[filters.duplicate_title]" in first.read_text("utf8")
