"""A power of attorney as the text of a ``.txt`` exhibit: EDGAR's characters, lines of at most 80."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from form4gen.errors import RefusedFilingError
from form4gen.law.characters import beyond_text_document, named, spelled, spelled_out
from form4gen.law.limits import LINE_CHARACTERS
from form4gen.model.cell_names import cell_name
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.fields import Node
from form4gen.render.poa_blocks import HEADING, LABEL, OWN_TEXT, POWERS, SIGNATURE, Block

LINE = LINE_CHARACTERS.most
_RIGHT_HALF = " " * (LINE // 2)
_RULE = "-" * (LINE // 2)


def text_of(power: PowerOfAttorney, blocks: tuple[Block, ...]) -> str:
    """The exhibit's text. A user's own text is unchanged, except for the final line end.

    Raises RefusedFilingError when a character cannot be written in a text document for EDGAR. A document sent
    as HTML may contain more characters than its text, so there even the user's own are spelled out.
    """
    if blocks[0].kind == OWN_TEXT:
        own = blocks[0].lines[0]
        if power.is_page:
            own = _written(power, own)
        _refuse(power, beyond_text_document(own))
        return own if own.endswith("\n") else own + "\n"
    parts = ["\n".join(_lines(power, block)) for block in blocks]
    return "\n\n".join(parts) + "\n"


def _lines(power: PowerOfAttorney, block: Block) -> Iterator[str]:
    words = [_written(power, line) for line in block.lines]
    if block.kind in (LABEL, HEADING):
        for line in words:
            yield from (part.center(LINE).rstrip() for part in _wrapped(line.upper()))
    elif block.kind == POWERS:
        yield "\n\n".join("\n".join(_wrapped(line, later="    ")) for line in words)
    elif block.kind == SIGNATURE:
        yield from _wrapped(words[0], first=_RIGHT_HALF, later=_RIGHT_HALF)
        yield _RIGHT_HALF + _RULE
        for line in words[1:]:
            yield from _wrapped(line, first=_RIGHT_HALF, later=_RIGHT_HALF)
    else:
        for line in words:
            yield from _wrapped(line)


def _wrapped(line: str, first: str = "", later: str = "") -> list[str]:
    return textwrap.wrap(line, LINE, initial_indent=first, subsequent_indent=later, break_on_hyphens=False)


def _written(power: PowerOfAttorney, line: str) -> str:
    written = spelled_out(line)
    if written is None:
        _refuse(power, tuple(sign for sign in dict.fromkeys(line) if spelled(sign) is None))
    return written or ""


def _refuse(power: PowerOfAttorney, signs: tuple[str, ...]) -> None:
    if signs:
        raise RefusedFilingError(
            f"{_cell_of(power, signs[0]) or cell_name(power.at)}: the character {named(signs[0])} is not allowed in a "
            "text document for EDGAR; spell it with letters, digits and the signs of a plain keyboard."
        )


def _cell_of(node: Node, sign: str) -> str | None:
    """The name of the first field below ``node`` that contains the character."""
    for field in node.fields.values():
        value = getattr(node, field.attribute)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Node):
                found = _cell_of(item, sign)
                if found is not None:
                    return found
            elif isinstance(item, str) and sign in item:
                return cell_name(node.at / field.key)
    return None
