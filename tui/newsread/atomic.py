"""Writing files so that a crash at any moment leaves the old one or the new one, whole."""

import contextlib
import errno
import os
import tempfile
from itertools import count
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
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".newsread.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf8") as file:
            file.write(text)
            os.fchmod(file.fileno(), 0o666 & ~_umask())
            file.flush()
            os.fsync(file.fileno())
        return _named_anew(Path(name), path)
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above


def _named_anew(written: Path, path: Path) -> Path:
    """Give `written` the name `path`, or the first of its numbered ones that is free: never one that is taken."""
    for number in count(1):
        target = path if number == 1 else path.with_stem(f"{path.stem} {number}")
        try:
            os.link(written, target)
        except FileExistsError:
            continue
        except OSError as error:  # a file system without links: whoever is first has it, but not at one stroke
            if error.errno not in {errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK}:
                raise
            with contextlib.suppress(FileExistsError):
                target.touch(exist_ok=False)
                return written.rename(target)
        else:
            return target
    raise AssertionError  # the numbers do not end


def _umask() -> int:
    """What the user wants no new file to allow; it can only be read by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
