"""Exhibit 24 of a filing: its powers of attorney as blocks for the page and as text for EDGAR."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from form4gen.errors import RefusedFilingError
from form4gen.law.characters import FILE_NAME
from form4gen.model.cell_names import cell_name
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.render.poa_blocks import Block
from form4gen.render.poa_text import text_of
from form4gen.render.poa_wording import blocks

# EDGAR Ownership XML specification 5.5, 4.2.6.
_LONGEST_NAME = 32


class ExhibitPage(NamedTuple):
    """One power of attorney, ready to be drawn: every string is finished."""

    number: str
    title: str
    blocks: tuple[Block, ...]


def exhibits(filing: Filing) -> tuple[ExhibitPage, ...]:
    """The powers of attorney that are sent along; those on file or to follow have no page."""
    return tuple(page for _, page in _attached(filing))


def ex24_texts(filing: Filing) -> dict[str, str]:
    """The text of each attached power of attorney by file name.

    Raises RefusedFilingError when EDGAR would not take a file name or a character, and when two powers have one name.
    """
    attached = tuple(_attached(filing))
    texts: dict[str, str] = {}
    for place, (power, page) in enumerate(attached, 1):
        name = _file_name(power, "ex24.txt" if len(attached) == 1 else f"ex24-{place}.txt")
        if name in texts:
            raise RefusedFilingError(f"{cell_name(power.at / 'fileName')}: another exhibit is named {name} already.")
        texts[name] = text_of(power, page.blocks)
    return texts


def _attached(filing: Filing) -> Iterator[tuple[PowerOfAttorney, ExhibitPage]]:
    attached = [power for power in filing.powers_of_attorney if power.status == "attached"]
    others = {power.id: power for power in filing.powers_of_attorney if power.id}
    for place, power in enumerate(attached, 1):
        number = power.exhibit_number or ("24" if len(attached) == 1 else f"24.{place}")
        title = power.description or "Power of Attorney"
        yield power, ExhibitPage(number, title, blocks(power, number, others))


def _file_name(power: PowerOfAttorney, otherwise: str) -> str:
    """The name of the text file: what is sent as HTML has its text under the same name ending in .txt."""
    given = power.file_name
    if not given:
        return otherwise
    name = given.removesuffix(".htm") + ".txt" if given.endswith(".htm") else given
    once = all(name.count(sign) <= 1 for sign in "_-.")
    if set(name) <= FILE_NAME and name[0].isalpha() and once and name.endswith(".txt") and len(name) <= _LONGEST_NAME:
        return name
    raise RefusedFilingError(
        f"{cell_name(power.at / 'fileName')}: EDGAR does not take the file name {given!r}; give at most "
        f"{_LONGEST_NAME} small letters and digits, a letter first, at most one each of '_' and '-', ending in .txt."
    )
