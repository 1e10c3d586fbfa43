"""A page whose font lacks some of its characters: each is printed as a box with its code point."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A tag with what follows it, up to the next tag. A style and the title, which is metadata, have no text of the page.
_TEXT = re.compile(r"(<style.*?</style>|<title.*?</title>|<[^>]*>)", re.DOTALL)
_RUNNING_HEAD = re.compile(r'(?<=\bdata-run=")[^"]*')
_BOX = "display: inline; border: .5pt solid; padding: 0 .15em; font-size: .62em; white-space: nowrap"


def boxed(page: str, missing: Iterable[str]) -> str:
    """The page with a box in the place of each of these characters; in the running head, with brackets."""
    codes = {ord(each): f"U+{ord(each):04X}" for each in missing}
    boxes = {code: f'<span style="{_BOX}">{name}</span><wbr>' for code, name in codes.items()}
    plain = {code: f"[{name}]" for code, name in codes.items()}
    parts = _TEXT.split(page)
    parts[::2] = [text.translate(boxes) for text in parts[::2]]
    parts[1::2] = [_RUNNING_HEAD.sub(lambda found: found[0].translate(plain), tag) for tag in parts[1::2]]
    return "".join(parts)
