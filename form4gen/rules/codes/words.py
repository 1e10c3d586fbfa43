"""TC120: footnotes that describe a transaction with another code than the one beside them."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.accounts.beside import awarded_beside
from form4gen.law.authorities import FORM_4, RULE_16A, RULE_16B
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import Readings, read
from form4gen.records import NamedTuple
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


class Contradiction(NamedTuple):
    """Codes that do not fit what a footnote states, the code that does, and what the footnote may state besides.

    ``right`` is empty where the transaction needs no row at all. ``unless`` are claims that make the code right, or the
    footnote unclear. ``remedy`` is for this contradiction alone.
    """

    codes: str
    says: str
    what: str
    right: str
    unless: tuple[str, ...]
    remedy: str


_TABLE = (
    Contradiction(
        "A", "bought_in_market", "a purchase in the market", "P",
        ("award", "fee_in_stock", "plan_purchase", "dividend_equivalents"),
        "Use code P, and check the purchase against sales within six months (Section 16(b)).",
    ),
    Contradiction(
        "P", "award", "an award from the issuer", "A",
        ("bought_in_market", "bought_privately", "offering", "plan_purchase", "average_price", "vesting_event"),
        "Use code A for a grant or award from the issuer that is exempt under Rule 16b-3(d).",
    ),
    Contradiction(
        "P", "plan_purchase", "a purchase under an employee plan", "",
        ("bought_in_market", "bought_privately", "offering", "exempt_event", "discretionary", "balance_explained"),
        "Delete the row: an acquisition under a tax-conditioned plan is exempt (Rule 16b-3(c)) and is not reported. "
        "Include the shares in the amount held, with a footnote.",
    ),
    Contradiction(
        "DJ", "sold_in_market", "a sale in the market", "S",
        ("withheld_for_tax", "withheld_for_price", "canceled_for_value", "merger", "issuer_tender", "distribution"),
        "Use code S for a sale to anyone but the issuer, and check it against purchases within six months.",
    ),
    Contradiction(
        "DJ", "sold_privately", "a private sale", "S",
        ("withheld_for_tax", "withheld_for_price", "canceled_for_value", "merger", "issuer_tender", "distribution",
         "change_of_form", "derivative_short", "pledge"),
        "Use code S, which covers private sales too; use D only for a disposition to the issuer.",
    ),
    Contradiction(
        "DJ", "withheld_for_tax", "shares withheld for taxes", "F",
        ("forfeited", "canceled_for_value", "merger", "settled_in_cash"),
        "Use code F, which describes the payment of taxes by withholding or delivering securities.",
    ),
    Contradiction(
        "DJ", "withheld_for_price", "shares withheld for the exercise price", "F",
        ("forfeited", "canceled_for_value", "merger", "settled_in_cash"),
        "Use code F, which describes the payment of an exercise price by withholding or delivering securities.",
    ),
    Contradiction(
        "F", "forfeited", "a forfeiture", "D",
        ("withheld_for_tax", "withheld_for_price"),
        "Use code D for securities forfeited to the issuer; F is for the payment of taxes or of an exercise price.",
    ),
    Contradiction(
        "J", "gift_made", "a gift", "G",
        ("change_of_form", "distribution", "sold_privately", "sold_in_market", "pledge", "inheritance"),
        "Use code G for a bona fide gift; J is only for what no other code describes.",
    ),
    Contradiction(
        "J", "gift_received", "a gift", "G",
        ("change_of_form", "distribution", "inheritance"),
        "Use code G for a bona fide gift; J is only for what no other code describes.",
    ),
    Contradiction(
        "U", "issuer_tender", "the issuer's own tender offer", "D",
        ("merger",),
        "Use code D for a disposition to the issuer; code U is for a tender in a change-of-control transaction.",
    ),
)  # fmt: skip


@rule(
    "TC120",
    name="code contradicts its footnote",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), RULE_16B.at("16b-3(c), (d), (e)"), RULE_16A.at("16a-4(d)")),
    certainty=MEDIUM,
)
def code_contradicts_its_footnote(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """The transaction code must be the one that most appropriately describes what the footnotes say.

    The footnotes of the row are read, except those on the amount held and on the form of ownership. A footnote that
    also states something that fits the code draws no finding. TC112 compares codes F and S, and TC113 reads of
    mergers. EDGAR does not check this.

    Remedy: Use the code that Instruction 8 lists for what happened, or correct the footnote.
    """
    notes = _notes(row, circumstances.filing)
    for each in _TABLE:
        if row.code in tuple(each.codes) and (quoted := notes.quoted(each.says)) and not notes.excuses(*each.unless):
            yield Breach(
                row.transaction_code.at,
                f'{row.name} has code {row.code}, but its footnote describes {each.what} ("{quoted}"). '
                f"{f'Use code {each.right}.' if each.right else 'It needs no row.'}",
                found=row.code,
                expected=each.right or "no row",
                remedy=each.remedy,
            )
            return
    if isinstance(row, DerivativeTransaction) and row.is_disposed and not row.transaction_price_per_share.value:
        yield from _without_value(row, notes)
        yield from _settled_unit(row, circumstances.filing)


def _without_value(row: DerivativeTransaction, notes: Readings) -> Iterator[Breach]:
    """A long derivative security that ended without value (Rule 16a-4(d))."""
    if row.code in ("D", "H") and notes.says("expired", "forfeited") and not notes.excuses("canceled_for_value"):
        yield Breach(
            row.transaction_code.at,
            f"{row.name} reports a derivative security that ended without value. That need not be reported.",
            found=row.code,
            severity=ADVISORY,
            remedy="Delete the row, or keep it as a voluntary report (Rule 16a-4(d)).",
        )


def _settled_unit(row: DerivativeTransaction, filing: Filing) -> Iterator[Breach]:
    """A unit that became shares: A in Table I and D in Table II, where both are M."""
    shares = awarded_beside(row, filing) if row.code == "D" else None
    if shares is not None:
        yield Breach(
            row.transaction_code.at,
            f"{row.name} disposes of units with code D, and {shares.name} acquires as many shares with code A on the "
            "same day. A unit that converts into shares has code M in both tables.",
            found="D and A",
            expected="M and M",
            remedy="Use code M in both rows, with a price of 0 in Table I.",
        )


def _notes(row: Transaction, filing: Filing) -> Readings:
    """What the footnotes of the transaction's own columns say."""
    held = (row.owned_following, row.direct_or_indirect_ownership, row.nature_of_ownership)
    cited = {note for cell in row.cells if cell not in held for note in cell.footnotes}
    texts = filing.note_texts
    return Readings(tuple(read(texts[note]) for note in sorted(cited) if note in texts))
