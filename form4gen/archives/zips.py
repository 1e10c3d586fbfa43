"""The members of a zip archive, in the order of its index.

The module of the standard library is not used, because it keeps the whole index in memory and expands without a bound.
The layout is that of PKWARE's APPNOTE 6.3.10.
"""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterator
from itertools import islice
from typing import IO

from form4gen.archives.member import (
    FREE,
    RATIO,
    DamagedError,
    Member,
    fault_of_size,
    path_in,
    unread,
)
from form4gen.bounds import BYTES
from form4gen.records import NamedTuple

_END = struct.Struct("<4s4H2LH")  # section 4.3.16
_END_64_PLACE = struct.Struct("<4sLQL")  # section 4.3.15
_END_64 = struct.Struct("<4sQ2H2L4Q")  # section 4.3.14
_ENTRY = struct.Struct("<4sBB5H3L5H2L")  # section 4.3.12
_LOCAL = struct.Struct("<4s5H3L2H")  # section 4.3.7
_FAR = 0xFFFFFFFF  # the number is in a field of 64 bits
_ENCRYPTED, _IN_UTF_8 = 1, 0x800
_STORED, _DEFLATED = 0, 8
_UNIX = 3
_PIECE = 64 * 1024
_LONGEST_COMMENT = 65535


class _Entry(NamedTuple):
    """What the index says of a member."""

    name: str
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    is_link: bool
    at: int


def zip_members(file: IO[bytes], index: IO[bytes]) -> Iterator[Member]:
    """Every file of the archive; ``index`` is the same file, opened once more.

    Raises DamagedError where the rest cannot be read.
    """
    length = file.seek(0, 2)
    left = FREE + RATIO * length
    for entry in _entries(index, length):
        if entry.name.endswith(("/", "\\")):
            continue
        name = path_in(entry.name)
        if given := unread(name):
            yield given
        elif fault := _fault(entry):
            yield Member(name, fault=fault)
        else:
            left -= entry.packed + entry.size
            if left < 0:
                raise DamagedError(f"it grows more than {RATIO} times when it is expanded")
            yield _read(file, entry, name)


def names_of(index: IO[bytes], most: int) -> list[str]:
    """The names of the members of a zip archive; empty if it has more than ``most``, or cannot be read."""
    try:
        names = [entry.name for entry in islice(_entries(index, index.seek(0, 2)), most + 1)]
    except DamagedError:
        return []
    return names if len(names) <= most else []


def _entries(index: IO[bytes], length: int) -> Iterator[_Entry]:
    count, at, moved = _index_place(index, length)
    index.seek(at)
    for _ in range(count):
        head = index.read(_ENTRY.size)
        if len(head) < _ENTRY.size or head[:4] != b"PK\x01\x02":
            raise DamagedError("its index cannot be read")
        _, _, system, _, flags, method, _, _, crc, packed, size, *lengths, _, _, outside, local = _ENTRY.unpack(head)
        name, extra, comment = lengths
        raw, more = index.read(name), index.read(extra)
        index.seek(comment, 1)
        size, packed, local = _wide(more, size, packed, local)
        is_link = system == _UNIX and stat.S_ISLNK(outside >> 16)
        yield _Entry(_decoded(raw, flags), flags, method, crc, packed, size, is_link, min(local + moved, length))


def _index_place(file: IO[bytes], length: int) -> tuple[int, int, int]:
    """How many entries the index has, where it begins, and how far everything is moved by what precedes the archive."""
    start = max(0, length - _END.size - _LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    found = tail.rfind(b"PK\x05\x06")
    if found < 0 or len(tail) - found < _END.size:
        raise DamagedError("it has no index, so it may be incomplete")
    _, _, _, _, count, size, at, _ = _END.unpack_from(tail, found)
    end = start + found
    place = end - _END_64_PLACE.size
    if place >= 0:
        file.seek(place)
        signature, _, wide, _ = _END_64_PLACE.unpack(file.read(_END_64_PLACE.size))
        if signature == b"PK\x06\x07" and wide <= place - _END_64.size:
            file.seek(wide)
            signature, *_, count_64, size_64, at_64 = _END_64.unpack(file.read(_END_64.size))
            if signature == b"PK\x06\x06":
                count, size, at, end = count_64, size_64, at_64, wide
    begin = end - size
    if begin < at:
        raise DamagedError("its index cannot be found")
    return count, begin, begin - at


def _wide(extra: bytes, *numbers: int) -> list[int]:
    """Size, packed size and place, where they are in the field for 64 bits (section 4.5.3)."""
    found = list(numbers)
    while len(extra) >= 4:  # noqa: PLR2004  the kind and the length of a field
        kind, size = struct.unpack_from("<HH", extra)
        if kind == 1:
            values = iter(struct.unpack_from(f"<{min(size, len(extra) - 4) // 8}Q", extra, 4))
            found = [next(values, number) if number == _FAR else number for number in found]
        extra = extra[4 + size :]
    return found


def _decoded(raw: bytes, flags: int) -> str:
    if flags & _IN_UTF_8:
        return raw.decode("utf-8", "surrogateescape")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp437")  # appendix D


def _fault(entry: _Entry) -> str | None:
    """Why a member is not even tried."""
    if entry.is_link:
        return "This member is not read: it is a link."
    if entry.flags & _ENCRYPTED:
        return "This member is not read: it is encrypted."
    if entry.method not in (_STORED, _DEFLATED):
        return f"This member is not read: it is compressed by method {entry.method}, not by Deflate."
    if fault := fault_of_size(entry.size, BYTES) or fault_of_size(entry.packed, BYTES + BYTES // 100):
        return fault
    if entry.size > FREE + RATIO * entry.packed:
        return f"This member is not read: it grows more than {RATIO} times when it is expanded."
    return None


def _read(file: IO[bytes], entry: _Entry, name: str) -> Member:
    file.seek(entry.at)
    head = file.read(_LOCAL.size)
    if len(head) < _LOCAL.size or head[:4] != b"PK\x03\x04":
        return Member(name, fault="This member is damaged: it is not where the index of the archive says.")
    *_, name_length, extra_length = _LOCAL.unpack(head)
    file.seek(name_length + extra_length, 1)
    try:
        content = _content(file, entry)
    except zlib.error:
        content = None
    if content is not None and len(content) > entry.size:
        return Member(
            name, fault=f"This member is not read: it is larger than the {entry.size:,} bytes that its archive states."
        )
    if content is None or len(content) < entry.size or zlib.crc32(content) != entry.crc:
        return Member(name, fault="This member is damaged: its data do not match the checksum in the archive.")
    return Member(name, content)


def _content(file: IO[bytes], entry: _Entry) -> bytes:
    """What a member contains, and a byte more if it contains more than it states."""
    if entry.method == _STORED:
        return file.read(min(entry.packed, entry.size + 1))
    decompressor, found, left = zlib.decompressobj(-zlib.MAX_WBITS), bytearray(), entry.packed
    while len(found) <= entry.size and not decompressor.eof:
        raw = decompressor.unconsumed_tail
        if not raw:
            raw = file.read(min(left, _PIECE))
            left -= len(raw)
        data = decompressor.decompress(raw, entry.size + 1 - len(found))
        if not raw and not data:
            break
        found += data
    return bytes(found)
