"""A folder of a firm's own templates, and what it may contain."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path


def folder(place: Path, files: dict[str, str]) -> Path:
    """The folder with these files written into it."""
    place.mkdir(exist_ok=True)
    for name, text in files.items():
        (place / name).write_text(text, "utf-8")
    return place


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\x1a\x3a\x5c\xff\xff\xff"))
    + _chunk(b"IEND", b"")
)
COVER = """<h1>Form 4 of {{ page.owner.name }}</h1>
<p><img src="{{ pictures['logo.png'] }}" alt="Example &amp; Partners"></p>
<p>Issuer: {{ page.issuer }}{% if draft %}, not yet for filing{% endif %}</p>
"""
