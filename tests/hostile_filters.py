"""Filters that mean harm, or are only wrong: what they do to the word herring, and what is told of them."""

from pathlib import Path

STORY = "Harbour opens\n\nThe harbour of Lowmere opened on Monday.\n\nBuy our herring now.\n\nIt rained until noon.\n"
KEPT = ["The harbour of Lowmere opened on Monday.", "It rained until noon."]
"""What stays of it without the line about herring, and without the title, which is shown above."""

_FILTER = '''
import itertools, os, re, signal, sys, threading, time
from newsread_filters import Clutter, Filter, gate

class {title}(Filter):
    """Does something to a word."""
    name = "{name}"
    def find(self, article):
        for block in article.blocks:
            if "{word}" in block.text:
                {action}
'''
NAMES = "yield Clutter(block.number, 'it sells herring')"
HANGS_IN_C = "sum(itertools.repeat(1, sys.maxsize))"
_SWALLOWS = """while True:
                    try:
                        signal.pause()
                    except BaseException:
                        continue
                yield"""

WRONG = {
    "raises": ("raise ValueError('no herring today')", "ValueError: no herring today"),
    "raises no Exception": ("raise GeneratorExit", "it raised GeneratorExit"),
    "hangs in Python": ("while True: pass", "stopped after 1.0 seconds"),
    "hangs in a pattern": ("re.match('(a|aa)+$', 'a' * 60 + 'b')", "stopped after 1.0 seconds"),
    "hangs in C": (HANGS_IN_C, "stopped after 1.5 seconds"),
    "swallows all signals": (_SWALLOWS, "stopped after 1.5 seconds"),
    "names what is outside": ("yield Clutter(block.number, 'it', 0, 999)", "ValueError"),
    "names no block": ("yield Clutter(77, 'it')", "ValueError"),
    "yields nonsense": ("yield 'nonsense'", "AttributeError"),
    "leaves": ("os._exit(0)", "ended without an answer"),
    "crashes": ("os.kill(os.getpid(), 9)", "ended without an answer"),
    "exits": ("sys.exit(0)", "it raised SystemExit"),
    "interrupts": ("raise KeyboardInterrupt", "it raised KeyboardInterrupt"),
    "takes all memory": ("bytes(1 << 40)", "MemoryError"),
    "takes memory piece by piece": ("[bytes(10_000_000) for _ in range(100_000)]", "MemoryError"),
    "calls itself": ("f = lambda: f(); f()", "RecursionError"),
    "closes what it did not open": ("os.closerange(3, 256)", "failed and was left out: it ended without an answer"),
    "writes where we do": ("[os.write(each, b'q' * 99) for each in range(3, 20)]", "failed and was left out: "),
}  # fmt: skip
"""What a filter does, and what is told of it when it is left out."""

BORNE = {
    "names the same twice": "yield Clutter(block.number, 'it', 0, 9); yield Clutter(block.number, 'it', 4)",
    "prints": f"print('NOISE'); os.write(1, b'NOISE'); os.write(2, b'NOISE'); {NAMES}",
    "prints to the terminal": f"print('NOISE', file=sys.__stdout__); sys.__stderr__.write('NOISE'); {NAMES}",
    "changes what it shares": f"gate.clean_line = None; os.chdir('/'); os.environ.clear(); {NAMES}",
    "takes our signals": f"[signal.signal(each, signal.SIG_IGN) for each in (14, 15, 27)]; {NAMES}",
    "leaves a thread": f"threading.Thread(target=time.sleep, args=(9999,)).start(); {NAMES}",
    "leaves a process": f"os.fork() or time.sleep(9999); {NAMES}",
}
"""What a filter may do without being left out: nobody notices."""


def install(folder: Path, name: str, action: str) -> None:
    """Put a filter into the `folder` of a configuration."""
    filters = folder / "filters"
    filters.mkdir(exist_ok=True)
    write(filters, name, action)


def write(folder: Path, name: str, action: str, word: str = "herring") -> None:
    """Write a filter that does `action` to each block with `word` in it."""
    text = _FILTER.format(name=name, title=name.title(), word=word, action=action)
    (folder / f"{name}.py").write_text(text, "utf8")
