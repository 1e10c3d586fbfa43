"""Pictures of a firm: PNG files of limited size, embedded in the page as ``data:`` addresses."""

from __future__ import annotations

from base64 import b64decode, b64encode

_HEAD = "data:image/png;base64,"
_SIGNATURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
MOST_BYTES = 1_000_000
MOST_PIXELS = 4_000_000


def address_of(png: bytes) -> str:
    """The picture as a ``data:`` address."""
    return _HEAD + b64encode(png).decode()


def png_at(address: str) -> bytes | None:
    """The picture in such an address; None for any other address, and for an invalid or too large PNG."""
    if not address.startswith(_HEAD) or len(address) > 2 * MOST_BYTES:
        return None
    try:
        content = b64decode(address.removeprefix(_HEAD), validate=True)
    except ValueError:
        return None
    return None if fault_of(content) else content


def fault_of(content: bytes) -> str:
    """Why the bytes cannot be a picture in a page; empty if they can."""
    if not content.startswith(_SIGNATURE):
        return "it is not a PNG"
    if len(content) > MOST_BYTES:
        return f"it has more than {MOST_BYTES:,} bytes"
    # These two numbers limit the unpacked size of a picture, whatever its other parts contain.
    wide, high = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    return f"it has more than {MOST_PIXELS:,} pixels" if wide * high > MOST_PIXELS else ""
