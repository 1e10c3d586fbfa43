"""Characters that nobody sees, and blanks that look like the space of a keyboard.

Unicode lists the characters that a page leaves out (DerivedCoreProperties.txt, Default_Ignorable_Code_Point) and the
spaces (general category Zs). Three more characters are printed as a blank: two fillers of Korean, and the empty pattern
of Braille. Tabs and line ends are not among them: EDGAR accepts them, and filers use them in a signature or a nature of
ownership.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_FILLERS = "\u2800\u3164\uffa0"
_IGNORED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)


@cache
def _blank() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}{_FILLERS}]")


@cache
def _ignored() -> re.Pattern[str]:
    return re.compile(f"[{_IGNORED}]")


@cache
def _any() -> re.Pattern[str]:
    return re.compile(f"[{_SPACES}{_FILLERS}{_IGNORED}]")


def unseen(text: str) -> Iterator[int]:
    """Where a text has a character that nobody sees, or a blank that is not the space of a keyboard."""
    if not text.isascii():
        yield from (found.start() for found in _any().finditer(text))


def as_seen(text: str) -> str:
    """The text as a person reads it: without characters that nobody sees, and with the ordinary space for a blank."""
    return text if text.isascii() else _blank().sub(" ", _ignored().sub("", text))


def visible(text: str | None) -> str:
    """What a person sees of a text: as it is seen, without blanks at its ends."""
    return as_seen(text or "").strip()
