"""TC: equity swaps, shown by K beside a code."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RELEASE_34_37260
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import cited, read
from form4gen.rules.catalogue import ACCEPTS, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_DESCRIBE = (
    "Describe the swap in a footnote: its term, reference price and number of shares. If there is no equity swap, "
    "remove K (``equitySwapInvolved``)."
)


_MOVE = (
    "Move the swap to Table II (``derivativeTable``). If there is no equity swap, remove K (``equitySwapInvolved``)."
)


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

    Interest rate, currency and commodity swaps are not equity swaps. EDGAR does not check this; it accepts K on any
    row.

    Remedy: Report the swap in Table II with K beside P, S or J (``equitySwapInvolved``), and describe its term,
    reference price and number of shares in a footnote. If there is no equity swap, remove K.
    """
    notes = cited(circumstances.filing, row.footnotes)
    at = row.at / "equitySwapInvolved"
    quoted = read(row.security_title.value).quoted("equity_swap") or notes.quoted("equity_swap")
    if not row.equity_swap_involved:
        if quoted:
            message = f'{row.name} mentions a swap ("{quoted}"), but K is not entered beside its code.'
            yield Breach(at, message, "no K", "K beside the code")
        return
    if not quoted:
        message = f"{row.name} has K beside its code, but no footnote describes the swap."
        yield Breach(at, message, "K", "a footnote that describes the swap", remedy=_DESCRIBE)
    if not isinstance(row, DerivativeTransaction):
        message = f"{row.name} has K beside its code. An equity swap is a derivative security and belongs in Table II."
        yield Breach(at, message, "K in Table I", "K in Table II only", remedy=_MOVE)
