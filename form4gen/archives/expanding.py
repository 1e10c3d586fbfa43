"""The bytes of a compressed file, in pieces, and no more than its size allows."""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import IO, Any

from form4gen.archives.member import FREE, RATIO, DamagedError
from form4gen.errors import MissingLibraryError

_PIECE = 64 * 1024
_MOST_MEMORY = 128 * 1024 * 1024  # of a decompressor; the strongest presets of xz and zstd take half of it
_ZSTD_WINDOW = 27  # the exponent of the same
_FAULTS = (EOFError, zlib.error, lzma.LZMAError, OSError, ValueError)
_NEWS = "compression.zstd", "backports.zstd"


class Source:
    """Reads a stream of pieces forward."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces, self._held = pieces, bytearray()

    def peek(self, size: int) -> bytes:
        """The next bytes, which are read again; fewer at the end."""
        while len(self._held) < size and (piece := next(self._pieces, None)) is not None:
            self._held += piece
        return bytes(self._held[:size])

    def read(self, size: int) -> bytes:
        """The next bytes; fewer at the end."""
        found = self.peek(size)
        del self._held[:size]
        return found

    def skip(self, size: int) -> None:
        """Leave out bytes. Raises DamagedError when there are fewer."""
        while size > 0:
            found = self.read(min(size, _PIECE))
            if not found:
                raise DamagedError("it ends in the middle of a member")
            size -= len(found)


class _Gzip:
    """The decompressor of zlib with the interface of the others."""

    def __init__(self) -> None:
        self._decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        return self._decompressor.eof

    @property
    def unused_data(self) -> bytes:
        return self._decompressor.unused_data

    @property
    def needs_input(self) -> bool:
        return not self._decompressor.unconsumed_tail

    def decompress(self, data: bytes, most: int) -> bytes:
        return self._decompressor.decompress(self._decompressor.unconsumed_tail + data, most)


def plain_pieces(file: IO[bytes]) -> Iterator[bytes]:
    """What a file that is not compressed has."""
    while piece := file.read(_PIECE):
        yield piece


def decompressor(head: bytes) -> Callable[[], Any] | None:
    """What expands a file that begins like this; None if it is not compressed.

    Raises MissingLibraryError for Zstandard where nothing on this computer reads it.
    """
    if head.startswith(b"\x1f\x8b"):
        return _Gzip
    if head.startswith(b"BZh"):
        return bz2.BZ2Decompressor
    if head.startswith(b"\xfd7zXZ\x00"):
        return lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)
    return _zstd() if head.startswith(b"\x28\xb5\x2f\xfd") else None


def expanded(file: IO[bytes], new: Callable[[], Any]) -> Iterator[bytes]:
    """What a compressed file contains, also if it consists of several streams.

    Raises DamagedError where it cannot be expanded or grows more than ``RATIO`` times.
    """
    decoder, raw, total = new(), file.read(_PIECE), 0
    while True:
        try:
            data = decoder.decompress(raw, _PIECE)
        except _FAULTS as error:
            raise DamagedError(f"its compressed data cannot be read ({error})") from None
        total += len(data)
        if total > FREE + RATIO * file.tell():
            raise DamagedError(f"it grows more than {RATIO} times when it is expanded")
        if data:
            yield data
        if decoder.eof:
            raw = _after(decoder.unused_data, file)
            if not raw:
                return
            decoder = new()
        elif decoder.needs_input:
            is_end = not raw and not data
            raw = file.read(_PIECE)
            if not raw and is_end:
                raise DamagedError("its compressed data end too early")
        else:
            raw = b""


def _after(rest: bytes, file: IO[bytes]) -> bytes:
    """What follows a stream, without zeros that only fill a block."""
    while not (rest := rest.lstrip(b"\x00")):
        rest = file.read(_PIECE)
        if not rest:
            return b""
    return rest


def _zstd() -> Callable[[], Any]:
    for name in _NEWS:
        try:
            zstd = import_module(name)
        except ImportError:
            continue
        options = {zstd.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
        return lambda: zstd.ZstdDecompressor(options=options)
    raise MissingLibraryError(
        "Zstandard needs Python 3.14 or a package. Run: pip install 'form4gen[zstd]'; or unpack the archive."
    )
