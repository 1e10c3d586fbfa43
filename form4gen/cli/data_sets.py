"""The SEC's quarterly data sets as inputs: a folder or a zip archive with SUBMISSION.tsv and tables beside it."""

from __future__ import annotations

import lzma
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import IO

from form4gen.archives.expanding import decompressor, expanded, plain_pieces
from form4gen.archives.member import FREE, RATIO, DamagedError, Member
from form4gen.archives.zips import names_of
from form4gen.audit.data_sets import data_sets, filings, is_about_tables
from form4gen.cli.expanding import Kinds
from form4gen.cli.streams import name_of, reason
from form4gen.errors import UnusableInputError
from form4gen.temporary import new_folder

_MOST_MEMBERS = 100  # of the archive of a data set, which has about ten
_MOST_BYTES = 4 * 1024**3  # of its tables, which have 0.1 GB for a quarter
_GZIP = b"\x1f\x8b"
_FAULTS = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    LookupError,
    RuntimeError,
    ValueError,
    struct.error,
)


def data_sets_in(home: str) -> Kinds:
    """Finds data sets; their tables are unpacked and sorted in new folders in ``home``."""
    return Kinds(partial(_in_folder, home), partial(_in_archive, home))


def _in_folder(home: str, folder: str, names: list[str]) -> tuple[Iterator[Member], list[str]]:
    found = data_sets(names)
    taken = {name for files in found.values() for name in files.values()}
    others = [name for name in names if name not in taken and not (found and is_about_tables(name))]
    return _of_folder(home, folder, found), others


def _of_folder(home: str, folder: str, found: dict[str, dict[str, str]]) -> Iterator[Member]:
    for files in found.values():
        name = os.path.join(name_of(folder), files["SUBMISSION"])
        yield from _members(home, name, files, partial(_file_in, folder))


def _in_archive(home: str, path: str) -> Iterator[Member] | None:
    with open(path, "rb") as file:
        members = names_of(file, _MOST_MEMBERS) if file.read(2) == b"PK" else []
    found = data_sets([name for name in members if "/" not in name])
    return _of_archive(home, path, found) if found else None


def _of_archive(home: str, path: str, found: dict[str, dict[str, str]]) -> Iterator[Member]:
    try:
        with zipfile.ZipFile(path) as archive:
            for files in found.values():
                yield from _members(home, name_of(path), files, partial(_member_of, archive))
    except _FAULTS as error:
        yield Member(name_of(path), fault=f"The archive cannot be read: {error}.")


def _file_in(folder: str, name: str) -> IO[bytes]:
    return open(os.path.join(folder, name), "rb")


def _member_of(archive: zipfile.ZipFile, name: str) -> IO[bytes]:
    entry = archive.getinfo(name)
    if entry.file_size > FREE + RATIO * entry.compress_size:
        raise DamagedError(f"it grows more than {RATIO} times when it is expanded")
    return archive.open(entry)


def _members(home: str, name: str, files: dict[str, str], opened: Callable[[str], IO[bytes]]) -> Iterator[Member]:
    """The filings of one data set, or one member with the reason why it cannot be read."""
    with new_folder(home) as work:
        try:
            # Closed before the folder is removed, also if the run ends here.
            with closing(filings(_unpacked(files, opened, work), name, work)) as found:
                yield from found
        except UnusableInputError as error:
            yield Member(name, fault=str(error))


def _unpacked(files: dict[str, str], opened: Callable[[str], IO[bytes]], work: str) -> dict[str, str]:
    """The tables, unpacked into the folder ``work``: their paths.

    Raises UnusableInputError if they are damaged or too large.
    """
    paths, left = {}, _MOST_BYTES
    for table, name in files.items():
        paths[table] = os.path.join(work, f"{table}.tsv")
        new = decompressor(_GZIP) if name.lower().endswith(".gz") else None
        try:
            with opened(name) as source, open(paths[table], "wb") as target:
                for piece in plain_pieces(source) if new is None else expanded(source, new):
                    left -= len(piece)
                    if left < 0:
                        raise UnusableInputError(f"Its tables have more than {_MOST_BYTES:,} bytes.")
                    target.write(piece)
        except DamagedError as error:
            raise UnusableInputError(f"{name} cannot be read: {error}.") from None
        except OSError as error:
            raise UnusableInputError(f"{name} cannot be read: {reason(error)}.") from None
        except _FAULTS as error:
            raise UnusableInputError(f"{name} cannot be read: {error}.") from None
    return paths
