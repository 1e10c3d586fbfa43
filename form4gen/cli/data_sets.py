"""The SEC's quarterly data sets as inputs: a folder or a zip archive with SUBMISSION.tsv and tables beside it."""

from __future__ import annotations

import os
import zipfile
import zlib
from collections.abc import Iterator
from functools import partial

from form4gen.archives.member import Member
from form4gen.archives.zips import names_of
from form4gen.audit.data_sets import data_sets, filings, is_about_tables
from form4gen.cli.expanding import Kinds
from form4gen.cli.streams import name_of
from form4gen.errors import UnusableInputError
from form4gen.temporary import new_folder

_MOST_MEMBERS = 100  # of the archive of a data set, which has about ten
_MOST_BYTES = 8 * 1024**3  # of its tables, which have 0.1 GB for a quarter
_PIECE = 1024 * 1024


def data_sets_in(home: str) -> Kinds:
    """Finds data sets; their tables are sorted, and those in an archive unpacked, in new folders in ``home``."""
    return Kinds(partial(_in_folder, home), partial(_in_archive, home))


def _in_folder(home: str, folder: str, names: list[str]) -> tuple[Iterator[Member], list[str]]:
    found = data_sets(names)
    taken = {name for files in found.values() for name in files.values()}
    others = [name for name in names if name not in taken and not (found and is_about_tables(name))]
    return _of_folder(home, folder, found), others


def _of_folder(home: str, folder: str, found: dict[str, dict[str, str]]) -> Iterator[Member]:
    for files in found.values():
        paths = {table: os.path.join(folder, name) for table, name in files.items()}
        with new_folder(home) as work:
            yield from _members(paths, os.path.join(name_of(folder), files["SUBMISSION"]), work)


def _in_archive(home: str, path: str) -> Iterator[Member] | None:
    with open(path, "rb") as file:
        members = names_of(file, _MOST_MEMBERS) if file.read(2) == b"PK" else []
    found = data_sets([name for name in members if "/" not in name])
    return _of_archive(home, path, found) if found else None


def _of_archive(home: str, path: str, found: dict[str, dict[str, str]]) -> Iterator[Member]:
    for files in found.values():
        with new_folder(home) as work:
            try:
                paths = _unpacked(path, files, work)
            except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
                yield Member(name_of(path), fault=f"The archive cannot be read: {error}.")
            except UnusableInputError as error:
                yield Member(name_of(path), fault=str(error))
            else:
                yield from _members(paths, name_of(path), work)


def _members(paths: dict[str, str], name: str, work: str) -> Iterator[Member]:
    try:
        yield from filings(paths, name, work)
    except UnusableInputError as error:
        yield Member(name, fault=str(error))


def _unpacked(path: str, files: dict[str, str], work: str) -> dict[str, str]:
    """The tables of an archive, in the folder ``work``. Raises UnusableInputError if they are too large."""
    paths, left = {}, _MOST_BYTES
    with zipfile.ZipFile(path) as archive:
        for table, name in files.items():
            paths[table] = os.path.join(work, f"{table}.tsv{'.gz' if name.lower().endswith('.gz') else ''}")
            with archive.open(name) as source, open(paths[table], "wb") as target:
                while piece := source.read(_PIECE):
                    left -= len(piece)
                    if left < 0:
                        raise UnusableInputError(f"Its tables have more than {_MOST_BYTES:,} bytes.")
                    target.write(piece)
    return paths
