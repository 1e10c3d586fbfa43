"""Transactions exempt from reporting under Section 16(a): splits, reinvested dividends, plan purchases, and others."""

from __future__ import annotations

from form4gen.accounts.basis_values import HIGH, MEDIUM, Basis, Decision, Ground
from form4gen.law.exemptions import EXEMPTIONS, Report
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import Readings, read
from form4gen.records import NamedTuple


class _Words(NamedTuple):
    """Claims by which the words beside a row rely on a rule, and the codes under which they are believed."""

    rule: str
    claims: tuple[str, ...]
    codes: str


_BY_WORDS = (
    _Words("16a-11", ("rule_16a_11",), "AJP"),
    _Words("16b-3(c)", ("rule_16b_3_c", "plan_purchase"), "AJP"),
    _Words("16a-12", ("rule_16a_12", "domestic_order"), "GJ"),
    _Words("16a-13", ("rule_16a_13", "change_of_form"), "GJ"),
    _Words("16a-9", ("exempt_16a_9",), "AJP"),
    _Words("16a-9", ("split_adjusted", "spin_off"), "J"),
    _Words("16a-7", ("rule_16a_7",), "PS"),
)


def exempt_from_16a(row: Transaction, filing: Filing) -> Decision | None:
    """That the row need not be reported, if the key ``exemption``, the price, or the words beside it say so."""
    claimed = EXEMPTIONS.get(row.exemption or "")
    if claimed is not None:
        if claimed.report is not Report.NONE or row.code not in claimed.codes:
            return None
        why = f"The row relies on Rule {claimed.rule} ({claimed.what}), which takes it out of Section 16(a)."
        return Decision(Basis.NOT_REPORTABLE, Ground.EXEMPT, HIGH, why, claimed.source)
    if isinstance(row, DerivativeTransaction) and row.code in ("H", "D", "J"):
        return _ended_without_value(row, filing)
    if row.code not in "AGJPS":
        return None
    notes = _beside(row, filing)
    for each in _BY_WORDS:
        if row.code in each.codes and _excuse(notes, each.claims) and not notes.says("not_exempt"):
            return _by_words(each.rule)
    return None


def _by_words(rule: str) -> Decision:
    found = EXEMPTIONS[rule]
    why = f"The words beside the row speak of {found.what}, which Rule {rule} takes out of Section 16(a)."
    return Decision(Basis.NOT_REPORTABLE, Ground.EXEMPT, MEDIUM, why, found.source)


def _ended_without_value(row: DerivativeTransaction, filing: Filing) -> Decision | None:
    """A long derivative that expired or was canceled, where nothing was received for it."""
    price, notes = row.transaction_price_per_share.value, _beside(row, filing)
    if (price or 0) > 0 or not row.is_disposed or notes.says("canceled_for_value", "settled_in_cash", "merger"):
        return None
    is_said = _excuse(notes, ("forfeited", "expired", "rule_16a_4"))
    if not is_said and (row.code != "H" or price is None):
        return None
    found = EXEMPTIONS["16a-4(d)"]
    why = f"Nothing was received: {found.what} is not reported (Rule {found.rule})."
    return Decision(Basis.NOT_REPORTABLE, Ground.EXEMPT, HIGH if price == 0 else MEDIUM, why, found.source)


def _beside(row: Transaction, filing: Filing) -> Readings:
    """What the notes on the transaction say: not those on what is held, and the remarks where there is no other row."""
    texts, held = filing.note_texts, [row.owned_following, *([] if row.code in "GJ" else [row.nature_of_ownership])]
    cited = dict.fromkeys(note for cell in row.cells if cell not in held for note in cell.footnotes)
    found = [read(texts[note]) for note in cited if note in texts]
    if len(filing.transactions) == 1:
        found.append(read(filing.remarks))
    return Readings(tuple(found))


def _excuse(notes: Readings, claims: tuple[str, ...]) -> bool:
    """Whether a note makes one of these claims of the transaction.

    A note on a balance ("includes 200 shares bought in the stock purchase plan") says nothing of the transaction.
    """
    return any(each.excuses(*claims) and not each.says("balance_explained") for each in notes.texts)
