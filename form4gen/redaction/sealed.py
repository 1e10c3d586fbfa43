"""Masks CCCs in what form4gen reads and says. A text without one costs a search for three letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from form4gen.records import NamedTuple

CCC_VARIABLE = "FORM4GEN_CCC_"
"""How the name of an environment variable that holds a CCC begins; the CIK follows."""

NOTICE = "contains a CCC, which is masked here. Delete it from the file, and change the CCC if the file was shared."
"""What a user reads once about such a file, after the name of the file."""

# Above this size no file is read, and nothing of it is said.
_MOST_BYTES = 20 * 1024 * 1024


class Sealed(NamedTuple):
    """A text with asterisks in the place of each CCC, so that lines and columns stay.

    ``has_ccc`` says that a CCC was there; ``is_masked`` also that it was masked before.
    """

    content: bytes
    has_ccc: bool = False
    is_masked: bool = False


def sealed(raw: bytes, known: Iterable[str] = ()) -> Sealed:
    """Mask every value under a key or tag with "ccc", in any case and at any depth, and the same values elsewhere.

    ``raw`` is JSON, XML or a submission, whether or not it can be parsed; ``known`` are CCCs that are known from
    elsewhere.
    """
    given = [each.encode("utf-8", "replace") for each in known]
    if len(raw) > _MOST_BYTES or not (given or _may_have_ccc(raw)):
        return Sealed(raw)
    from form4gen.redaction.masking import masking  # noqa: PLC0415  few texts need it

    return Sealed(*masking(raw, given))


def masked(text: str, known: Iterable[str]) -> str:
    """The text with asterisks in the place of each of these CCCs."""
    given = [each.encode("utf-8", "replace") for each in known]
    if not given:
        return text
    from form4gen.redaction.masking import without  # noqa: PLC0415  few texts need it

    return without(text.encode("utf-8", "surrogatepass"), given).decode("utf-8", "surrogatepass")


def _may_have_ccc(raw: bytes) -> bool:
    return b"ccc" in raw.lower() or (b"\\u00" in raw and _escaped().search(raw) is not None)


@cache
def _escaped() -> re.Pattern[bytes]:
    """The three letters, with or without escapes of JSON."""
    return re.compile(rb"(?:c|\\u00[46]3){3}", re.IGNORECASE)
