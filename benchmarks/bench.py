"""Print how true the engine is: over our own labelled pages, and with the scorers of a folder given to it.

Usage: python benchmarks/bench.py [EVAL]

EVAL is a folder of scorers (clutter.py, extraction.py, quotes.py) whose data lie in EVAL/../data.
"""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import sample_pages

import newsread_filters

NEWSREAD = Path(sys.executable).with_name("newsread")


def own_pages() -> None:
    """Print a line a sample page, then the recall by kind over all of them."""
    kept = words = lost_words = 0
    removed, there = Counter[str](), Counter[str]()
    print(f"{'page':28} {'kept':>5} {'lost':>5} {'clutter':>8} {'left in':>8}")
    for sample in sample_pages.load():
        result = sample_pages.score(sample, newsread_filters.read(sample.page))
        keep = [label for label in sample.labels if label.kind is None]
        print(
            f"{sample.name:28} {len(keep):5} {len(result.lost):5}"
            f" {len(sample.labels) - len(keep):8} {len(result.left_in):8}"
        )
        kept += len(keep)
        words += sum(len(label.text.split()) for label in keep)
        lost_words += sum(len(label.text.split()) for label in result.lost)
        removed += result.removed
        there += result.removed + Counter(label.kind for label in result.left_in if label.kind)
    print(f"\nrecall {removed.total() / there.total():.3f} of {there.total()} pieces of clutter;", end=" ")
    print(f"words of content lost {lost_words / words:.2%} of {words}, in {kept} blocks")
    print("recall by kind: " + ", ".join(f"{kind} {removed[kind]}/{there[kind]}" for kind, _ in there.most_common()))


def scorers(folder: Path) -> None:
    """Run the scorers of `folder` over the data beside it."""
    data = folder.parent / "data"
    runs = [
        ["clutter.py", data / "clutter"],
        ["extraction.py", data / "extraction", "--lang", "en"],
        ["extraction.py", data / "extraction"],
        ["quotes.py", data / "quotes-dev"],
    ]
    for script, *arguments in runs:
        print(f"\n$ {script} " + " ".join(str(each).removeprefix(f"{data}/") for each in arguments), flush=True)
        command = [sys.executable, folder / str(script), *arguments, "--newsread", NEWSREAD]
        subprocess.run([str(each) for each in command], check=True)


if __name__ == "__main__":
    own_pages()
    if len(sys.argv) > 1:
        scorers(Path(sys.argv[1]).resolve())
