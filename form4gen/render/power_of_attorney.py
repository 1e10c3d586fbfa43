"""Exhibit 24 of a filing: its powers of attorney as blocks for the page and as text for EDGAR."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.file_names import legal_name
from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.render.poa_blocks import OWN_TEXT, Block
from form4gen.render.poa_text import text_of
from form4gen.render.poa_wording import blocks
from form4gen.render.poa_words import typographic


class ExhibitPage(NamedTuple):
    """One power of attorney, ready to be printed: every string is finished."""

    number: str
    title: str
    blocks: tuple[Block, ...]


def exhibits(filing: Filing) -> tuple[ExhibitPage, ...]:
    """The attached powers of attorney, in typographic quotation marks; one on file or to follow has no page."""
    return tuple(page._replace(blocks=tuple(_typeset(block) for block in page.blocks)) for _, page in _attached(filing))


def _typeset(block: Block) -> Block:
    """A block as the page prints it; the text that was signed is left as it is."""
    if block.kind == OWN_TEXT:
        return block
    signatures = tuple(
        each._replace(
            entity=tuple(map(typographic, each.entity)),
            signed=typographic(each.signed),
            details=tuple(map(typographic, each.details)),
        )
        for each in block.signatures
    )
    return block._replace(
        lines=tuple(map(typographic, block.lines)), venue=tuple(map(typographic, block.venue)), signatures=signatures
    )


def ex24_texts(filing: Filing) -> dict[str, str]:
    """The text of each attached power of attorney by a file name that EDGAR accepts, as similar to its own as possible.

    A power without a name is ``ex24.txt``, or ``ex24-1.txt`` beside others; one that is sent as HTML is text here
    too, unless the filing has its HTML. Raises RefusedFilingError when a character cannot be written.
    """
    attached = tuple(_attached(filing))
    texts: dict[str, str] = {}
    for place, (power, page) in enumerate(attached, 1):
        wanted = power.file_name or ("ex24.txt" if len(attached) == 1 else f"ex24-{place}.txt")
        if power.html_source is None:
            texts[legal_name(wanted, "txt", texts)] = text_of(power, page.blocks)
        else:
            texts[legal_name(wanted, "htm", texts)] = power.html_source
    return texts


def ex24_text(filing: Filing, power: PowerOfAttorney) -> str:
    """The text of one attached power of the filing. Raises RefusedFilingError when a character cannot be written."""
    return next(text_of(power, page.blocks) for each, page in _attached(filing) if each is power)


def _attached(filing: Filing) -> Iterator[tuple[PowerOfAttorney, ExhibitPage]]:
    attached = [power for power in filing.powers_of_attorney if power.is_attached]
    others = {power.id: power for power in filing.powers_of_attorney if power.id}
    for place, power in enumerate(attached, 1):
        number = power.exhibit_number or ("24" if len(attached) == 1 else f"24.{place}")
        title = power.heading or "Power of Attorney"
        yield power, ExhibitPage(number, title, blocks(power, number, others))
