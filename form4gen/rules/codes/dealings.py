"""TC: footnotes that describe another kind of transaction than the code beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from form4gen.law.authorities import FORM_4, RULE_16A, RULE_16B
from form4gen.model.rows import NonDerivativeTransaction, Transaction
from form4gen.prose.texts import mentions, sentences
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

    Each sentence of the row's footnotes is read by itself. A sentence with a negation, or one that mentions both a
    sale and a withholding, does not count. EDGAR does not check this.

    Remedy: Use F for shares withheld by or delivered to the issuer, and S for shares sold in the market to cover
    the tax or exercise price.
    """
    if row.code not in ("F", "S"):
        return
    wrong, other = (_sold(), "S") if row.code == "F" else (_withheld(), "F")
    right, text = _withheld() if row.code == "F" else _sold(), circumstances.filing.notes_of(row.footnotes)
    looked_for = (
        ("sold", "market", "to cover", "to-cover", "sale") if row.code == "F" else ("withheld", "net", "surrender")
    )
    for sentence in sentences(text) if mentions(text, *looked_for) and wrong.search(text) else ():
        said = wrong.search(sentence)
        if said and not right.search(sentence) and not _denied().search(sentence):
            yield Breach(
                row.transaction_code.at,
                f'{row.name} has code {row.code}, but its footnote says "{said.group()}". Use code {other}.',
                found=row.code,
                expected=other,
            )
            return


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
    text = circumstances.filing.notes_of(row.footnotes) if row.code == "S" else ""
    for sentence in sentences(text) if mentions(text, "merger", "effective time", "offer", "combination") else ():
        if _deal().search(sentence) and _given_up().search(sentence) and not _around_a_deal().search(sentence):
            message = f"{row.name} has code S, but its footnote describes a merger or offer. Use code D, U or J."
            yield Breach(row.transaction_code.at, message, "S", "D, U or J")
            return


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
    merely adjusted for a split. A fund's distribution to its partners may be reportable, and a voluntary report is
    allowed. EDGAR does not check this.

    Remedy: Delete the row and explain the new balance in a footnote, or keep it under code J with a footnote that
    cites the exemption.
    """
    if row.code not in ("A", "D", "G", "J", "P", "Z"):
        return
    held = (row.owned_following, row.direct_or_indirect_ownership, row.nature_of_ownership)
    cited = (cell.footnotes for cell in row.cells if cell not in held)
    text = f"{row.security_title.value or ''}\n{circumstances.filing.notes_of(*cited)}"
    for sentence in sentences(text) if mentions(text, *_OF_EXEMPT_EVENTS) else ():
        said = _exempt().search(sentence)
        if said and not _adjusted().search(sentence):
            where = "" if isinstance(row, NonDerivativeTransaction) else " in derivative securities"
            yield Breach(
                row.transaction_code.at,
                f'{row.name} reports a transaction{where} that its footnote calls "{said.group()}". It may be exempt '
                "from reporting; a footnote to the amount held is then enough.",
                found=row.code,
            )
            return


_OF_EXEMPT_EVENTS = ("split", "dividend", "drip", "domestic", "divorce", "form of", "16a-", "trust")


@cache
def _sold() -> re.Pattern[str]:
    return re.compile(
        r"\bsold\b|\b(?:open|public) market\b|\bsell[- ]to[- ]cover\b|\bsales? (?:of|by|to cover|effected|was|were)\b",
        re.IGNORECASE,
    )


@cache
def _withheld() -> re.Pattern[str]:
    return re.compile(
        r"(?:shares?|stock|units?|securities)\b[^.]{0,30} withheld\b|withheld by\b|net[- ]settle[dm]\w*"
        r"|surrender(?:ed)? (?:\w+ ){0,3}to the (?:issuer|company)",
        re.IGNORECASE,
    )


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(r"\bnot\b|\bno\b|\bnone\b|without|rather than|instead of|in lieu|\bif\b|\bmay\b", re.IGNORECASE)


@cache
def _deal() -> re.Pattern[str]:
    return re.compile(r"\bmerger\b|effective time|tender offer|exchange offer|business combination", re.IGNORECASE)


@cache
def _given_up() -> re.Pattern[str]:
    return re.compile(
        r"convert|cancel|exchanged|tendered|right to receive|\bdisposed\b|merger consideration", re.IGNORECASE
    )


@cache
def _around_a_deal() -> re.Pattern[str]:
    return re.compile(
        r"lock-?up|\b(?:after|following|prior to|since|before)\b|received|acquired|issued|sold", re.IGNORECASE
    )


@cache
def _exempt() -> re.Pattern[str]:
    return re.compile(
        r"stock split|stock dividend|dividend reinvestment|reinvest(?:ed|ment of) dividends?|\bDRIP\b"
        r"|domestic relations|divorce|(?:mere )?change in (?:the )?form of (?:beneficial )?ownership"
        r"|rule 16a-(?:9|11|12|13)\b"
        r"|transfer\w* .{0,60}\b(?:revocable|grantor|living) trust",
        re.IGNORECASE,
    )


@cache
def _adjusted() -> re.Pattern[str]:
    return re.compile(
        r"adjust|reflect|giving effect|includ|partners|members|portfolio company|\bprior to\b|\bbefore\b|\bany\b",
        re.IGNORECASE,
    )
