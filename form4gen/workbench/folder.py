"""The folder of filings: plain files, of which each is read and replaced whole.

A file is named only as the folder lists it, and opened within the folder that was opened first. So no name, however it
is written, leads out of it: not "..", not a link, not another spelling of capitals.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256

from form4gen.drafts import Draft
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.temporary import remove_abandoned

MOST_BYTES = 8_000_000
"""The largest file that is read or taken in; a form of EDGAR's limits has a tenth of it."""

_FILING, _ON_FILE = (".json",), (".json", ".xml", ".txt")
_NOT_FILINGS = ("form4.schema.json",)
_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_KEPT = 0o600
_CAN_OPEN_FOLDERS = os.open in os.supports_dir_fd and os.scandir in os.supports_fd


class NotThereError(UnusableInputError):
    """There is no such file in the folder."""


class ChangedError(UnusableInputError):
    """The file is not as it was when it was last seen."""


class Content(NamedTuple):
    """What a file has in it, and the SHA-256 of that."""

    raw: bytes
    digest: str


class Folder:
    """An open folder; ``path`` is where it was when it was opened."""

    def __init__(self, path: str, at: int | None) -> None:
        self.path = path
        self._at = at

    @property
    def name(self) -> str:
        """The name of the folder."""
        return os.path.basename(os.path.abspath(self.path)) or self.path

    def filings(self) -> list[str]:
        """The names of the files that may be filings, in order."""
        return self._listed(_FILING)

    def on_file(self) -> list[tuple[str, tuple[int, int]]]:
        """The names of the files that may be forms on file, each with what changes when the file does."""
        found = [(name, self._status(name)) for name in self._listed(_ON_FILE)]
        return [(name, (status.st_mtime_ns, status.st_size)) for name, status in found if status]

    def read(self, name: str) -> Content:
        """The content of a file. Raises NotThereError, and UnusableInputError if it cannot be read."""
        if name not in self._listed(_ON_FILE):
            raise NotThereError(f"There is no {name!r} in this folder.")
        return self._read(name)

    def maps(self, name: str) -> bytes | None:
        """The column maps of the firm, in a file of this name; None if there is none. Raises UnusableInputError."""
        try:
            return self._read(name).raw
        except NotThereError:
            return None

    def _read(self, name: str) -> Content:
        try:
            file = os.open(self._path(name), _READING, dir_fd=self._at)
        except FileNotFoundError:
            raise NotThereError(f"There is no {name!r} in this folder any more.") from None
        except OSError as error:
            raise UnusableInputError(f"Cannot read {name}: {error.strerror}.") from None
        with os.fdopen(file, "rb") as opened:
            if not stat.S_ISREG(os.fstat(opened.fileno()).st_mode):
                raise NotThereError(f"{name!r} is not a file.")
            raw = opened.read(MOST_BYTES + 1)
        if len(raw) > MOST_BYTES:
            raise UnusableInputError(f"{name} has more than {MOST_BYTES:,} bytes. No Form 4 is this large.")
        return Content(raw, digest_of(raw))

    def replace(self, name: str, raw: bytes, seen: str) -> str:
        """Write a file whole or not at all, if it still has the digest ``seen``; the new digest.

        Raises ChangedError, NotThereError, and OSError if it cannot be written.
        """
        if self.read(name).digest != seen:
            raise ChangedError(f"Another program or tab changed {name}.")
        with self._draft(self._mode(name)) as draft:
            draft.write(raw)
            draft.replace(name, keeps_mode=True)
        return digest_of(raw)

    def create(self, stem: str, raw: bytes) -> str:
        """Write a new file under a name that is free; that name. Raises OSError."""
        for number in range(1, 1000):
            name = f"{stem}.json" if number == 1 else f"{stem}-{number}.json"
            with self._draft(0o666) as draft:
                draft.write(raw)
                if draft.appear_as(name):
                    return name
        raise UnusableInputError(f"There are 999 files named like {stem}.json. Rename some of them.")

    def create_again(self, name: str, raw: bytes) -> None:
        """Write a file that was removed, under its own name. Raises ChangedError if there is one again, and OSError."""
        with self._draft(0o666) as draft:
            draft.write(raw)
            if not draft.appear_as(name):
                raise ChangedError(f"There is a file {name} again. Nothing was saved.")

    def _draft(self, mode: int) -> Draft:
        remove_abandoned(self.path, self._at)
        return Draft(self.path, self._at, mode)

    def _mode(self, name: str) -> int:
        status = self._status(name)
        return stat.S_IMODE(status.st_mode) & 0o777 if status else _KEPT

    def _listed(self, endings: tuple[str, ...]) -> list[str]:
        found = []
        with os.scandir(self.path if self._at is None else self._at) as entries:
            for entry in entries:
                is_shown = (
                    entry.name.isprintable() and not entry.name.startswith(".") and entry.name not in _NOT_FILINGS
                )
                if is_shown and entry.name.endswith(endings) and entry.is_file(follow_symlinks=False):
                    found.append(entry.name)
        return sorted(found)

    def _status(self, name: str) -> os.stat_result | None:
        try:
            return os.stat(self._path(name), dir_fd=self._at, follow_symlinks=False)
        except OSError:
            return None

    def _path(self, name: str) -> str:
        return os.path.join(self.path, name) if self._at is None else name

    @contextmanager
    def below(self, *names: str, creates: bool = False) -> Iterator[tuple[str, int | None]]:
        """A folder below this one, not entered through a link. Raises OSError, also if there is none to be created."""
        path, at, opened = self.path, self._at, []
        try:
            for name in names:
                path, here = os.path.join(path, name), name if at is not None else os.path.join(path, name)
                if creates and not _exists(here, at):
                    os.mkdir(here, 0o700, dir_fd=at)
                if at is None:
                    continue
                at = os.open(here, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=at)
                opened.append(at)
            yield path, at
        finally:
            for each in opened:
                os.close(each)


@contextmanager
def open_folder(path: str) -> Iterator[Folder]:
    """Open a folder that exists. Raises UnusableInputError."""
    if not os.path.isdir(path):
        raise UnusableInputError(f"There is no folder {path!r}. Create it, or name another one.")
    if not _CAN_OPEN_FOLDERS:  # Windows
        yield Folder(path, None)
        return
    try:
        at = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        raise UnusableInputError(f"Cannot open the folder {path!r}: {error.strerror}.") from None
    try:
        yield Folder(path, at)
    finally:
        os.close(at)


def _exists(name: str, at: int | None) -> bool:
    try:
        os.stat(name, dir_fd=at, follow_symlinks=False)
    except FileNotFoundError:
        return False
    return True


def digest_of(raw: bytes) -> str:
    """The SHA-256 of a content, as digits."""
    return sha256(raw).hexdigest()
