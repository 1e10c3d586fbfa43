"""A file that is written under a temporary name, in an open folder, and gets its own name when it is whole.

The folder is opened once, and every step names the file relative to it: where the folder is moved away, or a link is
put in its place, between two steps, the file still lands in the folder that was opened. Windows cannot do that.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import Self

from form4gen.temporary import new_file

_CAN_OPEN_FOLDERS = os.open in os.supports_dir_fd
_OPENING = getattr(os, "O_PATH", os.O_RDONLY) | getattr(os, "O_DIRECTORY", 0)


@contextmanager
def open_folder(folder: str, *, follows: bool) -> Iterator[int | None]:
    """Create a folder if necessary and open it, with ``follows`` also through a symbolic link. Raises OSError."""
    os.makedirs(folder, exist_ok=True)
    if not _CAN_OPEN_FOLDERS:
        yield None
        return
    at = os.open(folder, _OPENING | (0 if follows else os.O_NOFOLLOW))
    try:
        yield at
    finally:
        os.close(at)


class Draft:
    """The temporary file, removed at the end of its block unless it has its own name by then."""

    def __init__(self, folder: str, at: int | None, mode: int) -> None:
        self._folder, self._at = folder, at
        self._file, self._name = new_file(folder, at, mode)
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        with suppress(OSError):
            os.remove(self._path(self._name), dir_fd=self._at)
        self._close()

    def write(self, content: bytes) -> None:
        """Write the whole content. Raises OSError."""
        rest = memoryview(content)
        while rest:
            rest = rest[os.write(self._file, rest) :]

    def give_to(self, user: int, group: int) -> None:
        """Make it a file of this user and group, if it is not one and the system allows that."""
        if hasattr(os, "fchown") and (user, group) != (os.geteuid(), os.getegid()):
            with suppress(OSError):
                os.fchown(self._file, user, group)

    def replace(self, name: str, *, keeps_mode: bool) -> None:
        """Take a name from the file that has it, if there is one, and with ``keeps_mode`` its permissions.

        A symbolic link of that name is replaced itself. Raises OSError.
        """
        if keeps_mode:
            with suppress(FileNotFoundError):
                found = os.stat(self._path(name), dir_fd=self._at, follow_symlinks=False)
                if stat.S_ISREG(found.st_mode) and hasattr(os, "fchmod"):
                    os.fchmod(self._file, stat.S_IMODE(found.st_mode) & 0o777)
        self._close_on_windows()
        os.replace(self._path(self._name), self._path(name), src_dir_fd=self._at, dst_dir_fd=self._at)

    def appear_as(self, name: str) -> bool:
        """Take a name that is free; False if it is taken, also by a link that leads nowhere. Raises OSError."""
        self._close_on_windows()
        try:
            if self._at is None:
                os.rename(self._path(self._name), self._path(name))
            else:
                os.link(self._name, name, src_dir_fd=self._at, dst_dir_fd=self._at, follow_symlinks=False)
        except FileExistsError:
            return False
        except OSError:  # a disk that has no second name for a file; between the next two lines the name may be taken
            if os.path.lexists(os.path.join(self._folder, name)):
                return False
            self.replace(name, keeps_mode=False)
        return True

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name) if self._at is None else name

    def _close_on_windows(self) -> None:
        """Close the file where an open one cannot be renamed; elsewhere its lock stays until it has its own name."""
        if self._at is None:
            self._close()

    def _close(self) -> None:
        if self._is_open:
            os.close(self._file)
            self._is_open = False
