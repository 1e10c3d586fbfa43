"""The names that EDGAR accepts for files (EDGAR Ownership XML specification 5.5, 4.2.6), and how others become one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from form4gen.bounds import length_of
from form4gen.law.characters import FILE_NAME
from form4gen.law.limits import FILE_NAME_CHARACTERS

_ONCE = "_-."
_EXTENSIONS = ("txt", "htm", "html", "xml", "json", "pdf", "doc", "docx")


def faults_of_name(name: str) -> Iterator[str]:
    """What EDGAR does not accept in a file name, each as the rest of a sentence about it."""
    most = FILE_NAME_CHARACTERS.most
    if (length := length_of(name)) > most:
        yield f"has {length:,} characters (the limit is {most})"
    if not ("a" <= name[:1].lower() <= "z"):
        yield "does not begin with a letter"
    if any(sign.isupper() for sign in name):
        yield "has capital letters"
    strange = sorted({sign for sign in name if not sign.isupper()} - FILE_NAME)
    if strange:
        yield f"contains {', '.join('a space' if sign == ' ' else sign for sign in strange)}"
    for sign in _ONCE:
        if name.count(sign) > 1:
            yield f'contains "{sign}" {name.count(sign)} times (once is allowed)'


def is_legal_name(name: str) -> bool:
    """Whether EDGAR accepts the file name: without a fault, and with an extension."""
    _, period, extension = name.partition(".")
    return bool(period) and extension.isalpha() and not any(faults_of_name(name))


def legal_name(wanted: str, extension: str, taken: Collection[str] = ()) -> str:
    """A file name that EDGAR accepts, as similar to ``wanted`` as possible and not in ``taken``."""
    stem = _legal_stem(wanted)
    room = FILE_NAME_CHARACTERS.most - len(extension) - 1
    name, number = f"{stem[:room]}.{extension}", 1
    while name in taken:
        number += 1
        name = f"{stem[: room - len(str(number))]}{number}.{extension}"
    return name


def _legal_stem(wanted: str) -> str:
    import unicodedata  # noqa: PLC0415  needed only when a file is written

    before, period, ending = wanted.rpartition(".")
    stem = before if period and ending.lower() in _EXTENSIONS else wanted
    stem = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii").lower()
    stem = re.sub(r"[^a-z0-9_]+", "-", stem).strip("-_")
    for sign in "-_":
        before, kept, after = stem.partition(sign)
        stem = before + kept + after.replace(sign, "")
    return stem if stem[:1].isalpha() else f"doc{stem}"
