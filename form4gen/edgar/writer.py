"""Writes a filing as ownership XML of schema X0609: as a filer sends it, or as EDGAR disseminates it."""

from __future__ import annotations

import re
from functools import cache

from form4gen.edgar.encoder import Cccs, Step, encoder
from form4gen.edgar.layout import OWNERSHIP_DOCUMENT, Origin
from form4gen.errors import UnusableInputError
from form4gen.model.filing import Filing

SCHEMA_VERSION = "X0609"
_SENT = frozenset((Origin.FILER, Origin.STRIPPED))
_PUBLIC = frozenset((Origin.FILER, Origin.PUBLIC))
_WRITABLE = bytes((0x09, 0x0A, 0x0D, *range(0x20, 0x7F)))


def ownership_xml(filing: Filing, *, public: bool = False) -> bytes:
    """The filing as a filer sends it, without CCCs, or with ``public`` in the form in which EDGAR disseminates it.

    The bytes are ASCII; other characters are numeric references. Raises UnusableInputError if a text contains
    a character that XML cannot represent.
    """
    return _written(filing, _steps(public), {}, public)


def ownership_xml_with_cccs(filing: Filing, cccs: Cccs) -> bytes:
    """The filing as it is transmitted: ``cccs`` has the CCC of each owner, by CIK as the filing writes it."""
    return _written(filing, _steps(public=False), cccs, public=False)


@cache
def _steps(public: bool) -> Step:  # noqa: FBT001  a key of the cache
    return encoder(Filing, OWNERSHIP_DOCUMENT, _PUBLIC if public else _SENT)


def _written(filing: Filing, write: Step, cccs: Cccs, public: bool) -> bytes:  # noqa: FBT001
    lines = ['<?xml version="1.0"?>', "<ownershipDocument>"]
    if public:
        lines.append(f"    <schemaVersion>{SCHEMA_VERSION}</schemaVersion>")
    write(filing, lines, cccs)
    lines.append("</ownershipDocument>\n")
    text = "\n".join(lines)
    if not text.isascii() and (found := _unwritable().search(text)):
        raise UnusableInputError(_refusal(text, found.start()))
    raw = text.encode("ascii", "xmlcharrefreplace")
    if raw.translate(None, _WRITABLE):
        found = _unwritable().search(text)
        assert found is not None  # noqa: S101  the same characters, counted two ways
        raise UnusableInputError(_refusal(text, found.start()))
    return raw


@cache
def _unwritable() -> re.Pattern[str]:
    return re.compile("[^\t\n\r\x20-\x7e\x80-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _refusal(text: str, offset: int) -> str:
    line = text[text.rfind("\n", 0, offset) + 1 : offset].strip()
    return f"XML cannot hold the character U+{ord(text[offset]):04X} that follows {line[-40:]!r}."
