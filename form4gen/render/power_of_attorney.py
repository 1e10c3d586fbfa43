"""Exhibit 24 of a filing: its powers of attorney as blocks for the page and as text for EDGAR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from form4gen.law.characters import FILE_NAME
from form4gen.law.limits import FILE_NAME_CHARACTERS
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.render.poa_blocks import Block
from form4gen.render.poa_text import text_of
from form4gen.render.poa_wording import blocks


class ExhibitPage(NamedTuple):
    """One power of attorney, ready to be drawn: every string is finished."""

    number: str
    title: str
    blocks: tuple[Block, ...]


def exhibits(filing: Filing) -> tuple[ExhibitPage, ...]:
    """The powers of attorney that are sent along; one that is on file or to follow has no page."""
    return tuple(page for _, page in _attached(filing))


def ex24_texts(filing: Filing) -> dict[str, str]:
    """The text of each attached power of attorney by file name.

    A name that EDGAR would not take, or that another one has, gives way to ``ex24.txt`` or ``ex24-1.txt``; a name
    that ends in ``.htm`` is that of the HTML exhibit, and its text ends in ``.txt``. Raises RefusedFilingError when a
    character cannot be written.
    """
    attached = tuple(_attached(filing))
    texts: dict[str, str] = {}
    for place, (power, page) in enumerate(attached, 1):
        name = _file_name(power)
        if name is None or name in texts:
            name = "ex24.txt" if len(attached) == 1 else f"ex24-{place}.txt"
        texts[name] = text_of(power, page.blocks)
    return texts


def _attached(filing: Filing) -> Iterator[tuple[PowerOfAttorney, ExhibitPage]]:
    attached = [power for power in filing.powers_of_attorney if power.is_attached]
    others = {power.id: power for power in filing.powers_of_attorney if power.id}
    for place, power in enumerate(attached, 1):
        number = power.exhibit_number or ("24" if len(attached) == 1 else f"24.{place}")
        title = power.description or "Power of Attorney"
        yield power, ExhibitPage(number, title, blocks(power, number, others))


def _file_name(power: PowerOfAttorney) -> str | None:
    name = power.file_name or ""
    if name.endswith(".htm"):
        name = name.removesuffix("htm") + "txt"
    is_short = len(name) <= FILE_NAME_CHARACTERS.most
    is_plain = set(name) <= FILE_NAME and all(name.count(sign) <= 1 for sign in "_-.")
    return name if name.endswith(".txt") and name[0].isalpha() and is_short and is_plain else None
