"""Pictures of a firm: PNG, bounded, and inside the page as ``data:`` addresses, which are fetched from nowhere."""

from __future__ import annotations

from base64 import b64decode, b64encode

_HEAD = "data:image/png;base64,"
_SIGNATURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
MOST_BYTES = 1_000_000
MOST_PIXELS = 4_000_000


def address_of(png: bytes) -> str:
    """The picture as an address that holds it."""
    return _HEAD + b64encode(png).decode()


def png_at(address: str) -> bytes | None:
    """The picture in such an address; None for every other address, and for what is no sound or too large a PNG."""
    if not address.startswith(_HEAD) or len(address) > 2 * MOST_BYTES:
        return None
    try:
        content = b64decode(address.removeprefix(_HEAD), validate=True)
    except ValueError:
        return None
    return None if fault_of(content) else content


def fault_of(content: bytes) -> str:
    """Why the bytes are not a picture for a page; nothing if they are."""
    if not content.startswith(_SIGNATURE):
        return "it is not a PNG"
    if len(content) > MOST_BYTES:
        return f"it has more than {MOST_BYTES:,} bytes"
    # What a picture unpacks to is bounded by these two numbers, whatever its other parts say.
    wide, high = (int.from_bytes(content[start : start + 4], "big") for start in (16, 20))
    return f"it has more than {MOST_PIXELS:,} pixels" if wide * high > MOST_PIXELS else ""
