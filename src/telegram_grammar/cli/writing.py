"""Files written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
from typing import Final

__all__ = ["ChangedError", "write_atomically"]

_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
#: What a new file may be, less the umask.
_NEW_MODE: Final = 0o666


class ChangedError(OSError):
    """A file holds something else than what was read from it."""


def write_atomically(path: str | os.PathLike[str], data: bytes, *, instead_of: bytes | None = None) -> None:
    """Puts the data in the place of what a file holds, or makes the file.

    It is written beside the file, brought to the disk, and then takes its name: who reads the file finds the old or the
    new, whatever happens meanwhile. The file keeps its mode and, where that is permitted, its owner and group; a
    symbolic link goes on leading to it, another hard link to the old content. With `instead_of`, what was read from the
    file before, a file that has changed since is left as it is.

    Raises OSError where the file cannot be written, and ChangedError, which is one, where it has changed.
    """
    target = os.path.realpath(path)
    old = _status(target)
    beside = os.path.join(os.path.dirname(target), f".{secrets.token_hex(8)}.tmp")
    try:
        with open(os.open(beside, _NEW, _NEW_MODE), "wb") as file:
            if old is not None:
                _give(file.fileno(), old)
                os.chmod(beside, stat.S_IMODE(old.st_mode))
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if instead_of is not None and _content(target) != instead_of:
            raise ChangedError("it has changed since it was read")
        os.replace(beside, target)
    except BaseException:  # an interrupt too leaves nothing behind
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise


def _status(target: str) -> os.stat_result | None:
    """The status of a file; None where there is none. Raises PermissionError for one that may not be written."""
    try:
        status = os.stat(target)
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK):  # a new file in its place would need no leave but the folder's
        raise PermissionError("it may not be written")
    return status


def _give(number: int, old: os.stat_result) -> None:
    """Gives an open file the owner and group of the old one, or the group alone, or neither, as is permitted."""
    if not hasattr(os, "chown"):  # Windows
        return
    for owner in (old.st_uid, -1):  # a user may give a file to a group of his own, and root alone to another user
        with contextlib.suppress(OSError):
            os.chown(number, owner, old.st_gid)
            return


def _content(target: str) -> bytes:
    with open(target, "rb") as file:
        return file.read()
