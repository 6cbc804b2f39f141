"""What a command loads: nobody waits for what they did not ask for."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

PAGE = "Harbour opens\n\nThe harbour of Lowmere opened on Monday, after nine years of dredging.\n"


def loaded_by(*arguments: str) -> set[str]:
    """The modules that a command has loaded at its end, in a process of its own."""
    code = (
        "import sys; from newsread.cli import main; status = main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr); sys.exit(status)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, encoding="utf8", check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", [("-V",), ("--help",), ("clean", "--help")])
def test_version_and_help_load_the_arguments_only(arguments: tuple[str, ...]) -> None:
    """Neither the filters nor the data model."""
    packages = {name.partition(".")[0] for name in loaded_by(*arguments)}
    assert not packages & {"newsread_filters", "msgspec", "textual", "httpx", "lxml", "tomllib", "asyncio"}


@pytest.mark.parametrize("format_", ["text", "markdown", "json"])
def test_plain_text_is_cleaned_without_the_heavy_libraries(tmp_path: Path, format_: str) -> None:
    """Neither screen, network nor HTML, and no process beside this one."""
    page = tmp_path / "page.txt"
    page.write_text(PAGE, "utf8")
    loaded = loaded_by("clean", "--format", format_, str(page))
    packages = {name.partition(".")[0] for name in loaded}
    assert not packages & {"textual", "rich", "httpx", "lxml", "readability", "asyncio", "sqlite3", "tomlkit"}
    elsewhere = ("newsread.worker", "newsread.readings", "newsread.sources.web")
    assert all(map(find_spec, elsewhere))  # one that was renamed would never be loaded
    assert loaded.isdisjoint(elsewhere)


def test_a_saved_page_is_cleaned_without_screen_and_network(tmp_path: Path) -> None:
    """HTML needs lxml and no more, and that not here but in the process that can be stopped."""
    page = tmp_path / "page.html"
    page.write_text(f"<p>{PAGE}", "utf8")
    loaded = loaded_by("clean", str(page))
    assert "newsread.worker" in loaded
    assert not {name.partition(".")[0] for name in loaded} & {"textual", "httpx", "lxml", "asyncio"}
