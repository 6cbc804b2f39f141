"""Time the reader in a terminal against a bare Textual app, as ratios from one interleaved run.

    .venv/bin/python benchmarks/stopwatch.py EVAL [--runs N] [--longest N]

EVAL is a folder that holds a stopwatch for terminal programs (ttylat.py) and the bare app (bare.py). The texts are
made here: paragraphs of twenty words, a quote and a line of clutter among every ten. Where newsboat is
installed, its key is timed on the same article.
"""

import argparse
import json
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

NEWSREAD = Path(sys.executable).with_name("newsread")
_WORDS = (
    "the harbour council of a small town met late on each grey morning and spoke about boats nets rain money light"
    " while gulls watched from cold stone walls as people came with bread salt paper old songs new debts long lists"
).split()
_FIRST = "Opening words of the first paragraph stand here"
_HEAVY = "import httpx, lxml.html, readability\n"

Steps = list[list[Any]]


def paragraphs(count: int) -> Iterator[str]:
    """Paragraphs of twenty words, always the same; the second is the first that `_FIRST` opens."""
    chance = random.Random(20)
    yield f"{_FIRST}, and then the story goes on with what the council said about it."
    for number in range(1, count):
        words = " ".join(chance.choices(_WORDS, k=16))
        if number % 10 == 2:
            yield "Mayor caught napping in rowing boat [REPORT]"
        elif number % 10 == 5:
            yield f"“{words.capitalize()},” said Mrs Dorothea Pell."
        else:
            yield f"{words.capitalize()} and that was all."


def write(path: Path, count: int, *, html: bool = False) -> Path:
    """Write an article of `count` paragraphs."""
    if html:
        body = "".join(f"<p>{each}</p>\n" for each in paragraphs(count))
        path.write_text(f"<html><title>The harbour</title><body><article><h1>The harbour</h1>{body}</article>", "utf8")
    else:
        path.write_text("\n\n".join(("The harbour", *paragraphs(count))), "utf8")
    return path


def keys(*, long: bool = False) -> Steps:
    """What is done in the reader: wait for the first paragraph, then each sort of key on its own."""
    steps: Steps = [["wait", _FIRST, {"timeout": 120}], ["settle", None]]
    if long:
        steps.append(["settle", "1.5"])
    for key, label, times in (("j", "j", 25), ("space", "page", 25), ("]", "quote", 10)):
        steps.append(["key", key, {"repeat": times, "label": label}])
    steps += [["send", "/"], ["settle", None], ["send", "text:gulls"], ["settle", None], ["send", "enter"]]
    steps += [["settle", "1.5" if long else None], ["key", "n", {"repeat": 25, "label": "hit"}]]
    # A key right behind Esc is Alt and that key, as far as a terminal tells.
    steps += [["send", "esc"], ["settle", "0.5"], ["key", "c", {"repeat": 8, "label": "cuts"}]]
    for size in ("100x36", "120x40") * 2:
        steps.append(["resize", size, {"label": "resize"}])
    return steps


def newsboat(folder: Path) -> dict[str, Any]:
    """Newsboat on the article of two hundred paragraphs, as the only entry of a feed."""
    body = escape("".join(f"<p>{each}</p>" for each in paragraphs(200)))
    item = f"<item><title>The harbour</title><guid>a</guid><description>{body}</description></item>"
    feed = f'<rss version="2.0"><channel><title>Harbour feed</title>{item}</channel></rss>'
    (folder / "feed.xml").write_text(feed, "utf8")
    (folder / "urls").write_text(f"file://{folder}/feed.xml\n", "utf8")
    (folder / "config").touch()
    command = ["newsboat", "-u", "urls", "-c", "cache.db", "-C", "config"]
    subprocess.run([*command, "-x", "reload"], cwd=folder, check=True)
    steps: Steps = [["wait", "Harbour feed"], ["settle", None]]
    steps += [["send", "enter"], ["settle", None], ["send", "enter"], ["wait", _FIRST], ["settle", None]]
    steps += [["key", "down", {"repeat": 25, "label": "j"}]]
    return {"name": "newsboat", "cmd": command, "cwd": str(folder), "steps": steps, "quit": ["q", "q", "q"]}


def suite(folder: Path, evaluation: Path, longest: int) -> list[dict[str, Any]]:
    """The programs to interleave."""
    heavy = folder / "heavy.py"
    heavy.write_text(_HEAVY + (evaluation / "bare.py").read_text("utf8"), "utf8")
    bare: Steps = [["wait", "READY"], ["settle", None], ["key", "j", {"repeat": 25, "label": "j"}]]
    only: Steps = [["wait", _FIRST], ["settle", None], ["key", "j", {"repeat": 5, "label": "j"}]]
    programs = [
        {"name": "bare", "cmd": [sys.executable, str(evaluation / "bare.py")], "steps": bare, "quit": ["q"]},
        {"name": "heavy", "cmd": [sys.executable, str(heavy)], "steps": bare, "quit": ["q"]},
        {"name": "html", "cmd": [str(NEWSREAD), str(write(folder / "a.html", 200, html=True))], "steps": only},
    ]
    for count in (200, 20_000, 200_000):
        if count <= longest:
            text = write(folder / f"{count}.txt", count)
            programs.append({"name": str(count), "cmd": [str(NEWSREAD), str(text)], "steps": keys(long=count > 200)})
    if shutil.which("newsboat"):
        programs.append(newsboat(folder))
    # The user's own files must not change what is measured, nor be changed by it.
    homes = {name: str(folder / "home") for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    # Back to the beginning first: an article opens where it was left, and each run waits for its first paragraph.
    return [{"quit": ["g", "g", "q"], "env": homes, **each} for each in programs]


def table(medians: dict[str, dict[str, float]], results: dict[str, list[dict[str, Any]]]) -> Iterator[str]:
    """The ratios that the project promises."""

    def p95(name: str, what: str) -> float:
        values: list[float] = sorted(value for run in results[name] for value in run["m"].get(what, ()))
        return values[round(0.95 * (len(values) - 1))]

    bare, short = medians["bare"], medians["200"]
    yield f"first paragraph of a text, against bare     {short['start ms'] / bare['start ms']:6.2f}"
    yield f"first paragraph of a page, against bare     {medians['html']['start ms'] / bare['start ms']:6.2f}"
    memory = short["rss after start MB"] / medians["heavy"]["rss after start MB"]
    yield f"memory, against bare with lxml, httpx, ...  {memory:6.2f}"
    for key in ("j", "page", "quote", "hit"):
        floor, tail = bare["j last ms"], p95("200", f"{key} last ms")
        yield f"{key:8} against bare's j: median, p95      {short[f'{key} last ms'] / floor:6.2f} {tail / floor:6.2f}"
    if "newsboat" in medians:
        yield f"j        against newsboat's {short['j last ms'] / medians['newsboat']['j last ms']:26.2f}"
    for name in sorted(medians.keys() & {"20000", "200000"}):
        ratios = (f"{key} {medians[name][f'{key} last ms'] / short[f'{key} last ms']:.2f}" for key in _KEYS)
        yield f"at {name} paragraphs, against 200: {', '.join(ratios)}"
        own = (f"{key} {medians[name][f'{key} last ms'] / medians[name]['j last ms']:.1f}" for key in _SLOW)
        yield f"at {name} paragraphs, against its own j: {', '.join(own)}"
    opened = ", ".join(f"{name} {values['start ms'] / bare['start ms']:.2f}" for name, values in medians.items())
    yield f"start, against bare: {opened}"


_KEYS = ("j", "page", "quote", "hit")
_SLOW = ("cuts", "hit", "resize")


def main() -> None:
    """Run the stopwatch and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, metavar="EVAL")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--longest", type=int, default=200_000, help="paragraphs of the longest text")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder, evaluation = Path(scratch), options.evaluation.resolve()
        (folder / "suite.json").write_text(json.dumps(suite(folder, evaluation, options.longest)), "utf8")
        watch = [sys.executable, str(evaluation / "ttylat.py"), "--suite", str(folder / "suite.json")]
        watch += ["--runs", str(options.runs), "--timeout", "120", "--json", str(folder / "out.json")]
        subprocess.run(watch, check=True)
        told = json.loads((folder / "out.json").read_text("utf8"))
    print("\n" + "\n".join(table(told["medians"], told["results"])))


if __name__ == "__main__":
    main()
