"""The folder of a firm's own templates: which files it may contain, and how each is read."""

from __future__ import annotations

import os
import re
from typing import NoReturn

from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.render.pictures import MOST_BYTES, address_of, fault_of

COVER, STYLE = "cover.html.jinja", "firm.css"
# The widths of the columns, before all styles, so that each can set others.
COLUMNS = "form4.columns.css.jinja"
# The parts of the page in their order; each may be replaced, and so may the files that they share.
PARTS = (
    "form4.head.html.jinja", "form4.items.html.jinja", "form4.tables.html.jinja", "form4.foot.html.jinja",
    "power_of_attorney.html.jinja",
)  # fmt: skip
SHARED = "form4.parts.html.jinja"
STYLES = ("form4.css", "form4.screen.css", "power_of_attorney.css", "cover.css")
NAMES = (COVER, STYLE, *PARTS, SHARED, *STYLES)

_FRAME = "holds the title, the metadata and the mark of a draft; replace the parts that stand in it"
_CLOSING = "is of the closing set, which is never drawn with a firm's templates"
_KEPT = {
    COLUMNS: "has the widths of the columns, which follow the filing; set others in firm.css",
    "form4.html.jinja": _FRAME, "firm.html.jinja": _FRAME, "draft.css": "marks a draft",
}  # fmt: skip
_KEPT_GROUPS = {
    "memo": "is of the memorandum, which says what form4gen found", "closing": _CLOSING, "enclosures": _CLOSING,
    "ledger": "lays out the ledger", "audit": "lays out the audit",
    "comparison": "lays out a comparison", "workbench": "is of the workbench",
}  # fmt: skip
"""Why templates cannot be replaced, by the first word of their names."""

_PICTURE = re.compile(r"[a-z0-9][a-z0-9_-]{0,40}\.png\Z")
_MOST_TEXT = 256_000
_MOST_PICTURES = 8
# Escapes are refused, so anything that a style could load or link to must be spelled as one of these; scroll buttons
# and markers are drawn above the mark of a draft.
_REFUSED = re.compile(
    r"\\|</|\burl\b|\b(?:src|image|element)\s*\(|image-set|cross-fade|"
    r"@import|@font-face|@color-profile|@namespace|@view-transition|::scroll-",
    re.IGNORECASE,
)


class FirmTemplates(NamedTuple):
    """The contents of the folder: templates and styles by name, and the addresses of pictures by name."""

    texts: dict[str, str]
    pictures: dict[str, str]


def firm_templates(folder: str) -> FirmTemplates:
    """Read the folder. Raises UnusableInputError with file and remedy for anything that is not allowed."""
    texts: dict[str, str] = {}
    pictures: dict[str, str] = {}
    for name in _listed(folder):
        if _PICTURE.match(name):
            pictures[name] = _picture(folder, name)
        elif name in NAMES:
            texts[name] = _text(folder, name)
        else:
            _refuse(folder, name, _unknown(name))
    if not texts:
        raise UnusableInputError(
            f"{_shown(folder)} contains no template. It may contain {', '.join(NAMES)}, and pictures."
        )
    if len(pictures) > _MOST_PICTURES:
        raise UnusableInputError(f"{_shown(folder)} contains more than {_MOST_PICTURES} pictures. Remove some.")
    return FirmTemplates(texts, pictures)


def _listed(folder: str) -> list[str]:
    """The names in the folder in order, without hidden files, which systems and editors create."""
    try:
        return sorted(name for name in os.listdir(folder) if not name.startswith("."))
    except (OSError, ValueError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        message = f"Cannot read the templates in {_shown(folder)}: {reason}. Name a folder with --templates."
        raise UnusableInputError(message) from None


def _text(folder: str, name: str) -> str:
    try:
        text = _content(folder, name, _MOST_TEXT).decode("utf-8")
    except UnicodeDecodeError as error:
        _refuse(folder, name, f"it is not UTF-8 at byte {error.start}; save it as UTF-8")
    text = text.removeprefix("\ufeff")
    if name.endswith(".css") and (found := _REFUSED.search(text)):
        line = text.count("\n", 0, found.start()) + 1
        why = (
            "a style may not load anything, use other fonts than those of the page, draw scroll buttons, "
            "or contain an escape"
        )
        _refuse(folder, name, f"line {line} has {found.group()!r}; {why}")
    return text


def _picture(folder: str, name: str) -> str:
    content = _content(folder, name, MOST_BYTES)
    fault = fault_of(content)
    if fault:
        _refuse(folder, name, fault)
    return address_of(content)


def _content(folder: str, name: str, most: int) -> bytes:
    """The bytes of a regular file in the folder, also behind links within it."""
    path = os.path.realpath(os.path.join(folder, name))
    if os.path.commonpath([path, os.path.realpath(folder)]) != os.path.realpath(folder):
        _refuse(folder, name, "it is a link to a file outside the folder; copy the file into the folder")
    if not os.path.isfile(path):  # reading a pipe could wait forever
        _refuse(folder, name, "it is not a file")
    try:
        with open(path, "rb") as file:
            content = file.read(most + 1)
    except OSError as error:
        _refuse(folder, name, f"it cannot be read: {error.strerror}")
    if len(content) > most:
        _refuse(folder, name, f"it has more than {most:,} bytes")
    return content


def kept_because(name: str) -> str | None:
    """Why a template of ours cannot be replaced; None for another name."""
    return _KEPT.get(name) or _KEPT_GROUPS.get(name.partition(".")[0])


def _unknown(name: str) -> str:
    if reason := kept_because(name):
        return f"{name} cannot be replaced: it {reason}"
    if name.lower().endswith(".png"):
        return "a picture is called by small letters, digits, - and _, then .png"
    from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

    near = get_close_matches(name, NAMES, 1, 0.5)
    hint = f"Did you mean {near[0]}?" if near else f"The names are {', '.join(NAMES)}, and those of pictures (.png)."
    return f"there is no template of that name. {hint}"


def _refuse(folder: str, name: str, fault: str) -> NoReturn:
    end = "" if fault.endswith(("?", ".")) else "."
    raise UnusableInputError(f"{_shown(os.path.join(folder, name))}: {fault}{end}") from None


def _shown(path: str) -> str:
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in path)
