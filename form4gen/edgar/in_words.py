"""A filing as it is printed: with the text of a power of attorney that the filing has as HTML."""

from __future__ import annotations

from form4gen.model.exhibits import PowerOfAttorney
from form4gen.model.filing import Filing


def in_words(filing: Filing) -> Filing:
    """The filing with the text of each power of attorney that it has as HTML; the HTML itself is sent to EDGAR."""
    if not any(power.html_source for power in filing.powers_of_attorney):
        return filing
    return filing.replaced(powers_of_attorney=tuple(map(_in_words, filing.powers_of_attorney)))


def _in_words(power: PowerOfAttorney) -> PowerOfAttorney:
    from form4gen.edgar.html_text import text_of_html  # noqa: PLC0415  lxml is needed only for HTML

    words = text_of_html(power.html_source) if power.html_source else ""
    return power.replaced(text=words) if words else power
