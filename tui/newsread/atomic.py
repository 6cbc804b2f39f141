"""Writing files so that a crash at any moment leaves the old one or the new one, whole."""

import contextlib
import os
import tempfile
from pathlib import Path


def write(path: Path, text: str) -> None:
    """Replace the file `path` by `text`; a symlink stays, and what it points to is replaced. Raises OSError."""
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            os.chmod(name, target.stat().st_mode & 0o777)  # noqa: PTH101 - a name, as mkstemp gives it
        os.replace(name, target)  # noqa: PTH105 - as above
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above
        raise


def write_new(path: Path, text: str) -> Path:
    """Write `text` to `path`, or to "name 2", "name 3" ... when that is there; return where. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    number = 1
    while True:
        target = path if number == 1 else path.with_stem(f"{path.stem} {number}")
        try:
            with target.open("x", encoding="utf8") as file:
                file.write(text)
        except FileExistsError:
            number += 1
        except OSError:
            target.unlink(missing_ok=True)
            raise
        else:
            return target
