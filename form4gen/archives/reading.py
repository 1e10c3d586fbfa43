"""Open an archive, whatever its kind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import IO

from form4gen.archives.expanding import Source, decompressor, expanded, plain_pieces
from form4gen.archives.member import DamagedError, Member, fault_of_size, path_in, unread
from form4gen.archives.tars import looks_like_tar, tar_members
from form4gen.archives.zips import zip_members
from form4gen.bounds import BYTES
from form4gen.errors import MissingLibraryError

_HEAD = 512
_SHORT = {".tgz": ".tar", ".txz": ".tar", ".tbz2": ".tar", ".tzst": ".tar"}


def members(path: str, name: str) -> Iterator[Member]:
    """The files in the archive ``path``, each named after ``name``, the archive as reports name it.

    What cannot be read is a member with a fault: of the archive itself, if it is damaged. Raises OSError if it cannot
    be opened.
    """
    count = 0
    try:
        with open(path, "rb") as file:
            for member in _members(file, path):
                yield member._replace(name=f"{name}/{member.name}" if member.name else name)
                count += 1
    except (DamagedError, MissingLibraryError) as error:
        is_damaged = isinstance(error, DamagedError)
        words = (
            f"The archive cannot be read to its end: {error}. Members read: {count:,}." if is_damaged else str(error)
        )
        yield Member(name, fault=words)


def _members(file: IO[bytes], path: str) -> Iterator[Member]:
    head = file.read(_HEAD)
    file.seek(0)
    if head.startswith(b"PK"):
        with open(path, "rb") as index:
            yield from zip_members(file, index)
        return
    new = decompressor(head)
    source = Source(plain_pieces(file) if new is None else expanded(file, new))
    if looks_like_tar(source.peek(_HEAD)) or new is None:
        yield from tar_members(source)
    else:
        yield _alone(source, path)


def _alone(source: Source, path: str) -> Member:
    """The only file of one that is compressed without being a tar archive."""
    stem, ending = os.path.splitext(os.path.basename(path))
    name = path_in(stem + _SHORT.get(ending.lower(), ""))
    content = source.read(BYTES + 1)
    fault = fault_of_size(len(content), BYTES)
    return unread(name) or (Member(name, fault=fault) if fault else Member(name, content))
