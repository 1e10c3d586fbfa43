"""TC: footnotes that describe another kind of transaction than the code beside them."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.law.authorities import FORM_4, RULE_16A, RULE_16B
from form4gen.model.rows import NonDerivativeTransaction, Transaction
from form4gen.prose.reading import cited, read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, MEDIUM, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC112",
    name="withholding and sale codes confused",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), RULE_16B.at("16b-3(e)")),
)
def withholding_and_sale_codes_confused(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Code F is for securities withheld by or delivered to the issuer, code S for securities sold to anyone else.

    The row's footnotes are read. Footnotes that describe both a sale and a withholding draw no finding, nor does
    code S on the form of a person who is neither officer nor director: code F relies on Rule 16b-3(e). EDGAR does
    not check this.

    Remedy: Use F for shares withheld by or delivered to the issuer, and S for shares sold in the market to cover
    the tax or exercise price.
    """
    filing = circumstances.filing
    notes = cited(filing, row.footnotes)
    if row.code == "F":
        other, quoted = "S", notes.quoted("sold_to_cover") or notes.quoted("sold_in_market")
        is_wrong = quoted and not notes.excuses("withheld_for_tax", "withheld_for_price")
    elif row.code == "S" and filing.has_officer_or_director:
        other, quoted = "F", notes.quoted("withheld_for_tax") or notes.quoted("withheld_for_price")
        is_wrong = quoted and not notes.excuses("sold_to_cover", "sold_in_market", "sold_privately")
    else:
        return
    if is_wrong:
        yield Breach(
            row.transaction_code.at,
            f'{row.name} has code {row.code}, but its footnote says "{quoted}". Use code {other}.',
            found=row.code,
            expected=other,
        )


@rule(
    "TC113",
    name="merger disposition coded as sale",
    on=Transaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 8"), RULE_16B.at("16b-3(e)"), RULE_16B.at("16b-7")),
    certainty=MEDIUM,
)
def merger_disposition_coded_as_sale(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """Securities given up in a merger or tendered in an offer must be reported with code D, U or J, not S.

    A finding is made where a sentence of the row's footnotes says that the securities were converted, canceled,
    exchanged or tendered in a merger or an offer. A sale after the closing and a lock-up do not count. EDGAR does
    not check this.

    Remedy: Use D if Rule 16b-3(e) applies (officers and directors only), U for a tender in a change of control, or
    otherwise J. Describe what was received.
    """
    if row.code == "S" and cited(circumstances.filing, row.footnotes).says("given_up_in_deal"):
        message = f"{row.name} has code S, but its footnote describes a merger or offer. Use code D, U or J."
        yield Breach(row.transaction_code.at, message, "S", "D, U or J")


@rule(
    "TC114",
    name="possibly exempt transaction reported",
    on=Transaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16A.at("16a-9"), RULE_16A.at("16a-11"), RULE_16A.at("16a-12"), RULE_16A.at("16a-13")),
    certainty=MEDIUM,
)
def possibly_exempt_transaction_reported(row: Transaction, circumstances: Circumstances) -> Iterator[Breach]:
    """A split, reinvested dividend, domestic relations order or change in form of ownership need not be reported.

    The title and the footnotes of the transaction's own columns are read; a footnote to the amount held is the
    right place for such an event. Exercises, trades and withholding are left out, and so are prices or numbers
    merely adjusted for a split. Shares of another issuer in a spin-off and rights given pro rata to all holders count
    as a split does (Rule 16a-9). A fund's distribution to its partners may be reportable, and a voluntary report is
    allowed. EDGAR does not check this.

    Remedy: Delete the row and explain the new balance in a footnote, or keep it under code J with a footnote that
    cites the exemption.
    """
    if row.code not in ("A", "D", "G", "J", "P", "Z"):
        return
    held = (row.owned_following, row.direct_or_indirect_ownership, row.nature_of_ownership)
    notes = cited(circumstances.filing, *(cell.footnotes for cell in row.cells if cell not in held))
    quoted = read(row.security_title.value).quoted("exempt_event") or notes.quoted("exempt_event")
    if quoted:
        where = "" if isinstance(row, NonDerivativeTransaction) else " in derivative securities"
        yield Breach(
            row.transaction_code.at,
            f'{row.name} reports a transaction{where} that its footnote calls "{quoted}". It may be exempt from '
            "reporting; a footnote to the amount held is then enough.",
            found=row.code,
        )
