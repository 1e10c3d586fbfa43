"""Temporary files and folders: their names, and the removal of those that a run left because it was killed.

A name begins with "form4gen-" (in a folder of output, with a period before it), and has 16 random digits and 8 that are
computed from them: no other program and no person makes such a name by accident. Its owner keeps it locked, and the
system releases the lock when the owner ends in whatever way. So a run removes what has such a name, belongs to its
user, and is not locked. No clock and no process id is involved: neither is reliable on a shared disk.

Where the system has no such locks (Windows), nothing is removed.
"""

from __future__ import annotations

import os
import stat
from binascii import crc32
from collections.abc import Iterator
from contextlib import contextmanager, suppress

try:
    from fcntl import LOCK_EX, LOCK_NB, flock
except ImportError:  # Windows
    _HAS_LOCKS = False
else:
    _HAS_LOCKS = True

from form4gen.signals import uninterrupted

_PREFIX, _ENDING = "form4gen-", ".tmp"
_RANDOM, _CHECK = 16, 8  # hexadecimal digits
_TRIES = 100
_LOST = "other runs of form4gen remove each temporary file"
_NOT_FOLLOWING = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)  # neither a link nor a pipe
_CREATING = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def new_name() -> str:
    """A name that cannot be guessed, of 34 characters."""
    digits = os.urandom(_RANDOM // 2).hex()
    return f"{_PREFIX}{digits}-{_check(digits)}"


def is_temporary(name: str) -> bool:
    """Whether form4gen made this name, for a folder or, with a period and an ending, for a file."""
    if name.startswith("."):
        name = name[1:].removesuffix(_ENDING) if name.endswith(_ENDING) else ""
    digits, _, check = name.removeprefix(_PREFIX).partition("-")
    return name.startswith(_PREFIX) and len(digits) == _RANDOM and len(check) == _CHECK and check == _check(digits)


def new_file(folder: str, at: int | None, mode: int) -> tuple[int, str]:
    """Create and open a temporary file in a folder, which is open as ``at`` where the system allows that: its name too.

    Raises OSError.
    """
    for _ in range(_TRIES):
        name = f".{new_name()}{_ENDING}"
        file = os.open(_path(folder, at, name), _CREATING, mode, dir_fd=at)
        if _is_kept(file):
            return file, name
        os.close(file)
    raise FileExistsError(_LOST)


@contextmanager
def new_folder(parent: str) -> Iterator[str]:
    """Create a temporary folder that only its user can enter, and remove it afterwards. Raises OSError."""
    from shutil import rmtree  # noqa: PLC0415  few commands need a folder

    path, lock = "", None
    try:
        with uninterrupted():
            path, lock = _kept_folder(parent)
        yield path
    finally:
        with uninterrupted():
            rmtree(path, ignore_errors=True)
            if lock is not None:
                os.close(lock)


def _kept_folder(parent: str) -> tuple[str, int | None]:
    for _ in range(_TRIES):
        path = os.path.join(parent, new_name())
        os.mkdir(path, 0o700)
        if not _HAS_LOCKS:
            return path, None
        with suppress(FileNotFoundError):
            lock = os.open(path, os.O_RDONLY | _NOT_FOLLOWING)
            if _is_kept(lock):
                return path, lock
            os.close(lock)
    raise FileExistsError(_LOST)


def remove_abandoned(folder: str, at: int | None = None) -> None:
    """Remove from a folder what runs of form4gen left there that no longer exist, once in a process."""
    with suppress(OSError):
        found = os.stat(folder if at is None else at)
        if _is_first(found.st_dev, found.st_ino):
            for name in filter(is_temporary, os.listdir(folder)):
                with suppress(OSError):
                    _remove(folder, at, name)


_seen: set[tuple[int, int]] = set()


def _is_first(device: int, number: int) -> bool:
    is_first = (device, number) not in _seen
    _seen.add((device, number))
    return is_first


def _remove(folder: str, at: int | None, name: str) -> None:
    path = _path(folder, at, name)
    is_folder = stat.S_ISDIR(os.stat(path, dir_fd=at, follow_symlinks=False).st_mode)
    file = os.open(path, (os.O_RDONLY if is_folder else os.O_RDWR) | _NOT_FOLLOWING, dir_fd=at)
    try:
        if not (_HAS_LOCKS and _is_of_its_user(file) and _lock(file)):
            return
        if is_folder:
            from shutil import rmtree  # noqa: PLC0415  only after a run that was killed

            rmtree(path, ignore_errors=True, dir_fd=at)
        else:
            os.remove(path, dir_fd=at)
    finally:
        os.close(file)


def _path(folder: str, at: int | None, name: str) -> str:
    return os.path.join(folder, name) if at is None else name


def _is_of_its_user(file: int) -> bool:
    found = os.fstat(file)
    is_file_or_folder = stat.S_ISREG(found.st_mode) or stat.S_ISDIR(found.st_mode)
    return is_file_or_folder and found.st_uid == os.geteuid()


def _is_kept(file: int) -> bool:
    """Lock what was just created, and say whether no other run has taken it for abandoned before it was locked."""
    if not _HAS_LOCKS:
        return True
    try:
        is_locked = _lock(file)
    except OSError:  # a disk without locks, on which nothing is removed either
        return True
    return is_locked and os.fstat(file).st_nlink > 0


def _lock(file: int) -> bool:
    """Lock a file until it is closed. Raises OSError on a disk without locks."""
    try:
        flock(file, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _check(digits: str) -> str:
    return f"{crc32(f'a temporary name of form4gen: {digits}'.encode()):08x}"
