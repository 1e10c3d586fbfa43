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
from form4gen.render.poa_blocks import OWN_TEXT, Block, SignatureBlock
from form4gen.render.poa_signing import DATE_LINE

LINE = LINE_CHARACTERS.most
_HALF = LINE // 2
_RIGHT_HALF = " " * _HALF
_STEP = " " * 4
_LEFT_RULE = 36


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
    match block.kind:
        case "label":
            yield words[0].upper().rjust(LINE)
        case "heading" | "subtitle":
            head = words[0].upper() if block.kind == "heading" else words[0]
            yield from (part.center(LINE).rstrip() for part in _wrapped(head))
        case "powers":
            yield "\n\n".join("\n".join(_wrapped(line, later=_STEP)) for line in words)
        case "single":
            yield from _wrapped(words[0], first=_STEP, later=_STEP)
        case "execution":
            yield from _wrapped(words[0])
            for each in block.signatures:
                yield ""
                yield from _signature(power, each, _RIGHT_HALF, _HALF)
        case "witness":
            yield words[0]
            yield ""
            yield from _signature(power, block.signatures[0], "", _LEFT_RULE)
        case "notary":
            yield from _certificate(power, block, words)
        case _:
            for line in words:
                yield from _wrapped(line)


def _signature(power: PowerOfAttorney, signature: SignatureBlock, margin: str, width: int) -> Iterator[str]:
    """The entity, the line to sign on or the conformed signature, and the details below the rule."""
    for line in signature.entity:
        yield from _wrapped(_written(power, line), first=margin, later=margin + _STEP)
    if signature.entity:
        yield ""
    inner = margin + _STEP if signature.is_by else margin
    rule = width - len(_STEP) if signature.is_by else width
    signed = _written(power, signature.signed)
    if signature.is_by:
        yield from _wrapped(f"By: {signed}".rstrip(), first=margin, later=inner)
    elif signed:
        yield from _wrapped(signed, first=margin, later=inner)
    else:
        yield ""
    yield inner + "-" * rule
    for detail in signature.details:
        line = _written(power, detail)
        if detail == DATE_LINE:
            yield inner + DATE_LINE + "_" * (rule - len(DATE_LINE))
        else:
            yield from _wrapped(line, first=inner, later=inner + _STEP)


def _certificate(power: PowerOfAttorney, block: Block, words: list[str]) -> Iterator[str]:
    yield words[0]
    yield ""
    place, county = (_written(power, line) for line in block.venue)
    yield f"{place:<{_HALF}})"
    yield f"{'':<{_HALF}}) ss."
    yield f"{county:<{_HALF}})"
    yield ""
    yield from _wrapped(words[1])
    yield ""
    yield from _signature(power, block.signatures[0], "", _LEFT_RULE)
    yield ""
    yield from block.closing


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
