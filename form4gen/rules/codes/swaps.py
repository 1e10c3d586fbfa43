"""TC: equity swaps, which are a mark beside a code (K)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, RELEASE_34_37260
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.texts import mentions
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC111",
    name="equity swap text and K disagree",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), RELEASE_34_37260.at("(1996), on swaps in Table II")),
    certainty=MEDIUM,
)
def equity_swap_text_and_k_disagree(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An equity swap must be reported in Table II, carry K beside its code, and be described in a footnote.

    Swaps of interest, currency or goods are not meant. EDGAR reads no text and takes the mark on any row.

    Remedy: Report the swap in Table II with K beside P, S or J (``equitySwapInvolved``), and describe its term,
    reference price and number of shares in a footnote. If there is no equity swap, remove K.
    """
    text = f"{row.security_title.value or ''}\n{circumstances.filing.notes_of(row.footnotes)}"
    at, is_told = row.at / "equitySwapInvolved", _spoken_of(text)
    if not row.equity_swap_involved:
        if is_told:
            message = f'{row.name} speaks of a swap ("{is_told.group()}"), but K is not set.'
            yield Breach(at, message, "not marked K", "marked K")
        return
    if not is_told:
        yield Breach(at, f"{row.name} is marked K, but no footnote describes the swap.", "marked K")
    if not isinstance(row, DerivativeTransaction):
        yield Breach(at, f"{row.name} is marked K. A swap is a derivative: it belongs in Table II.", "marked K")


def _spoken_of(text: str) -> re.Match[str] | None:
    """The words of a swap; the look back is costly, and most texts hold nothing of the kind."""
    return _swap().search(text) if mentions(text, "swap", "for difference", "cfd") else None


@cache
def _swap() -> re.Pattern[str]:
    return re.compile(
        r"(?<!interest rate )(?<!interest-rate )(?<!currency )(?<!commodity )(?<!default )\bswaps?\b"
        r"(?! (?:dealer|rate))|contracts? for differences?|\bCFDs?\b",
        re.IGNORECASE,
    )
