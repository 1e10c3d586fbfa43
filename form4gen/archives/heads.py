"""Whether a file is an archive, told from how it begins. A check of one filing imports only this module of the room."""

from __future__ import annotations

_HEAD = 512
_ZIP, _EMPTY_ZIP = b"PK\x03\x04", b"PK\x05\x06"
_COMPRESSED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
_NAME = 30  # where the name of the first member of a zip archive begins
_DOCUMENTS = (b"[Content_Types].xml", b"_rels/", b"docProps/", b"word/document.xml", b"xl/work", b"mimetype")
_MAGIC = slice(257, 262)


def is_archive(path: str) -> bool:
    """Whether a file is a zip or tar archive or is compressed. Raises OSError if it cannot be read.

    Documents of Word, Excel and the like are zip archives, but not of filings.
    """
    with open(path, "rb", buffering=0) as file:
        head = file.read(_HEAD)
    if head.startswith(_ZIP):
        return not head.startswith(_DOCUMENTS, _NAME)
    if head.startswith((_EMPTY_ZIP, *_COMPRESSED)) or head[_MAGIC] == b"ustar":
        return True
    return path.lower().endswith(".tar") and (len(head) < _HEAD or b"\x00" in head)
