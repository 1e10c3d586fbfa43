"""The members of a tar archive, read forward.

The module of the standard library is not used to walk: it ends silently at a damaged header, and reads headers of any
size into memory. It parses the header blocks.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator

from form4gen.archives.expanding import Source
from form4gen.archives.member import DamagedError, Member, fault_of_size, path_in, unread
from form4gen.bounds import BYTES

_BLOCK = 512
_MOST_HEADER = 64 * 1024
_DIGITS = 20  # of a size, at most
_NOT_READ = "the extended header of a member cannot be read"
_READ, _SPARSE = (b"path", b"size"), b"GNU.sparse"
_IS_EXTENDED, _IS_EXTENDED_AGAIN = 482, 504  # where the header of a sparse file, and its continuation, say so
_REGULAR = (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
_LINKS = (tarfile.SYMTYPE, tarfile.LNKTYPE)
_WITHOUT_DATA = (*_LINKS, tarfile.DIRTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE)
_ABOUT_THE_NEXT = (tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE, tarfile.GNUTYPE_LONGNAME)
_ABOUT_NO_NAME = (tarfile.XGLTYPE, tarfile.GNUTYPE_LONGLINK)


def looks_like_tar(head: bytes) -> bool:
    """Whether a file that begins like this is a tar archive, also an old or an empty one."""
    if len(head) < _BLOCK:
        return False
    if not any(head[:_BLOCK]):
        return True
    try:
        tarfile.TarInfo.frombuf(head[:_BLOCK], "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        return False
    return True


def tar_members(source: Source) -> Iterator[Member]:
    """Every file of the archive. Raises DamagedError where the rest cannot be read."""
    stated: dict[str, str] = {}
    while True:
        block = source.read(_BLOCK)
        if len(block) == _BLOCK and not any(block):
            return
        header = _header(block)
        if header.type in _ABOUT_THE_NEXT:
            stated |= _stated(header, _data(source, header.size, _MOST_HEADER))
        elif header.type in _ABOUT_NO_NAME:
            source.skip(_padded(header.size))
        else:
            if size := stated.get("size"):
                header.size = _number(size)
            member = _member(source, header, block, stated)
            if member is not None:
                yield member
            stated = {}


def _member(source: Source, header: tarfile.TarInfo, block: bytes, stated: dict[str, str]) -> Member | None:
    name = path_in(stated.get("path", header.name))
    kind, size = header.type, header.size
    if kind == tarfile.GNUTYPE_SPARSE:
        is_extended = block[_IS_EXTENDED]
        while is_extended:
            is_extended = _whole(source.read(_BLOCK), _BLOCK)[_IS_EXTENDED_AGAIN]
    if kind == tarfile.DIRTYPE:
        return None
    found = unread(name)
    if found is None:
        fault: str | None
        if kind in _LINKS:
            fault = "This member is not read: it is a link."
        elif kind not in _REGULAR or "sparse" in stated:
            fault = "This member is not read: it is not a regular file."
        else:
            fault = fault_of_size(size, BYTES)
            if fault is None:
                return Member(name, _data(source, size, BYTES))
        found = Member(name, fault=fault)
    if kind not in _WITHOUT_DATA:
        source.skip(_padded(size))
    return found


def _header(block: bytes) -> tarfile.TarInfo:
    if not block:
        raise DamagedError("it ends without an end mark, so members may be missing")
    try:
        header = tarfile.TarInfo.frombuf(_whole(block, _BLOCK), "utf-8", "surrogateescape")
    except tarfile.HeaderError:
        raise DamagedError("the header of a member cannot be read") from None
    if header.size < 0:
        raise DamagedError("a member states a negative size")
    return header


def _stated(header: tarfile.TarInfo, data: bytes) -> dict[str, str]:
    """What the data of a header say of the next member: its name, its size, and whether it is sparse.

    Other properties are left out, because any number of headers may precede a member.
    """
    if header.type == tarfile.GNUTYPE_LONGNAME:
        return {"path": data.partition(b"\x00")[0].decode("utf-8", "surrogateescape")}
    found, at = {}, 0
    while at < len(data):
        blank = data.find(b" ", at, at + _DIGITS)
        size = data[at : max(at, blank)]
        end = at + int(size) if size.isdigit() else at
        key, equals, value = data[blank + 1 : end].partition(b"=")
        if not equals or not blank < end <= len(data):
            raise DamagedError(_NOT_READ)
        if key in _READ:
            found[key.decode()] = value.removesuffix(b"\n").decode("utf-8", "surrogateescape")
        elif key.startswith(_SPARSE):
            found["sparse"] = ""
        at = end
    return found


def _number(text: str) -> int:
    if len(text) > _DIGITS or not (text.isascii() and text.isdigit()):
        raise DamagedError(_NOT_READ)
    return int(text)


def _data(source: Source, size: int, most: int) -> bytes:
    if size > most:
        raise DamagedError("the header of a member is too large")
    found = _whole(source.read(size), size)
    source.skip(_padded(size) - size)
    return found


def _whole(found: bytes, size: int) -> bytes:
    if len(found) < size:
        raise DamagedError("it ends in the middle of a member")
    return found


def _padded(size: int) -> int:
    return -(-size // _BLOCK) * _BLOCK
