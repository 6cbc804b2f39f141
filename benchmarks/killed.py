"""Kill newsread's writers in the middle of their writes, and look at what is left.

    .venv/bin/python benchmarks/killed.py [TIMES]

Each time a process that writes its state and a file without a pause is killed, at a random moment; then both must be
whole, with the last write that was reported done, or one behind it.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newsread.state import State

_WRITER = """
import sys
from pathlib import Path
from newsread import atomic
from newsread.state import State
folder = Path(sys.argv[1])
turn = int(sys.argv[2])
while True:
    turn += 1
    state = State(folder / "state.sqlite")
    state.remember("a", "a", None, None)
    state.keep_place("a", turn, turn)
    state.close()
    atomic.write(folder / "config.toml", f"{turn}\\n" * 5000)
    atomic.write_new(folder / "exported" / f"{turn}.txt", f"{turn}\\n" * 5000)
    print(turn, flush=True)
"""


def killed(folder: Path, turn: int) -> int:
    """Write from `turn` on, until killed; the last turn that was done."""
    reads, writes = os.pipe()
    child = subprocess.Popen([sys.executable, "-c", _WRITER, folder, str(turn)], stdout=writes)
    os.close(writes)
    with os.fdopen(reads, encoding="utf8") as told:
        done = int(told.readline())
        time.sleep(random.random() / 50)
        os.kill(child.pid, signal.SIGKILL)
        done = max([done, *map(int, told.read().split())])
    child.wait()
    return done


def wrong(folder: Path, done: int) -> str | None:
    """What is wrong with what was left; None when nothing is."""
    state = State(folder / "state.sqlite")
    place = state.place("a")
    state.close()
    if place not in {(done, done), (done + 1, done + 1)}:
        return f"the state has {place}"
    written = (folder / "config.toml").read_text("utf8").split()
    if len(written) != 5000 or len(set(written)) != 1 or int(written[0]) not in {done, done + 1}:
        return "the file that was replaced is not whole"
    for path in (folder / "exported").glob("*.txt"):
        if path.read_text("utf8") != f"{path.stem}\n" * 5000:
            return f"the new file {path.name} is not whole"
        path.unlink()
    return "the state was damaged" if list(folder.glob("*.damaged-*")) else None


def main() -> int:
    """Kill as often as asked."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    done = 0
    with tempfile.TemporaryDirectory() as name:
        for number in range(times):
            done = killed(Path(name), done)
            if told := wrong(Path(name), done):
                print(f"kill {number}, turn {done}: {told}")
                return 1
    print(f"killed {times} times, nothing lost")
    return 0


if __name__ == "__main__":
    sys.exit(main())
