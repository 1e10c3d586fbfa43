"""TC: the code of an exercise and the mark of the shares received."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from form4gen.accounts.codes import codes_of
from form4gen.accounts.market import market_on, traded_on
from form4gen.accounts.pairing import EXERCISES
from form4gen.law.authorities import FORM_4, RULE_16A, RULE_16B
from form4gen.law.codes import CODES
from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, NonDerivativeTransaction, Transaction
from form4gen.model.wording import dollars
from form4gen.prose.reading import cited, read
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances


@rule(
    "TC104",
    name="exercise marked disposed in Table I",
    on=NonDerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 4(c)(i)"), RULE_16A.at("16a-4(b), (c)"), RULE_16B.at("16b-6(b)")),
)
def exercise_marked_disposed_in_table_i(
    row: NonDerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """Shares received on an exercise or conversion must be reported in Table I as acquired.

    No finding is made for a put, whose exercise sells the stock, or where one class turns into another: a row of
    the same code in either table is marked A. EDGAR does not check this.

    Remedy: Mark the row A. Report shares withheld on a separate row with code F.
    """
    mark, filing = row.transaction_acquired_disposed_code, circumstances.filing
    if row.code not in EXERCISES or not row.is_disposed:
        return
    same = codes_of(filing)[row.code]
    if not same.has_acquired and not same.has_put and not cited(filing, row.footnotes).excuses("put_title"):
        name = CODES[row.code].name
        message = (
            f"{row.name} has code {row.code} ({name}) but is marked D (disposed of). Shares received are marked A."
        )
        yield Breach(mark.at, message, "D", "A", suggested="A")


@rule(
    "TC107",
    name="award exercised outside Rule 16b-3",
    on=DerivativeTransaction,
    severity=ADVISORY,
    edgar=ACCEPTS,
    sources=(RULE_16B.at("16b-3(d)"), FORM_4.at("Instruction 8")),
)
def award_exercised_outside_rule_16b_3(row: DerivativeTransaction, circumstances: Circumstances) -> Iterator[Breach]:
    """An officer's or director's award from the issuer is normally exercised under code M.

    Codes C, O and X do not claim the Rule 16b-3 exemption. The title shows whether a right is such an award. A
    grant made before the person became subject to Section 16, or a plan without board approval, is a good reason
    for another code. EDGAR does not check this.

    Remedy: Use code M if the grant or the exercise is exempt under Rule 16b-3.
    """
    title = read(row.security_title.value)
    is_award = title.says("award_title") and not title.excuses("listed_option_title")
    if row.code in ("C", "O", "X") and is_award and circumstances.filing.has_officer_or_director:
        message = (
            f"{row.name}: {row.security_title.value} is exercised under code {row.code}, which does not claim the "
            "Rule 16b-3 exemption. Code M would."
        )
        yield Breach(row.transaction_code.at, message, row.code, "M")


def _is_put(row: Transaction) -> bool:
    return read(row.security_title.value).excuses("put_title")


def _market(row: DerivativeTransaction, filing: Filing) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest price of the day."""
    when, title = row.transaction_date.value, row.underlying_security_title.value
    return market_on(when, title, filing) or traded_on(when, title, filing)


def _lacks_a_market(filing: Filing) -> bool:
    rows = (row for row in filing.transactions if isinstance(row, DerivativeTransaction) and row.code in ("O", "X"))
    return any(not _market(row, filing) for row in rows)


@rule(
    "TC117",
    name="code O or X contradicts exercise price",
    on=DerivativeTransaction,
    severity=WARNING,
    edgar=ACCEPTS,
    needs=("market_prices",),
    in_part=True,
    concerns=_lacks_a_market,
    sources=(FORM_4.at("Instruction 8"), RULE_16B.at("16b-6(b)")),
)
def code_o_or_x_contradicts_exercise_price(
    row: DerivativeTransaction, circumstances: Circumstances
) -> Iterator[Breach]:
    """Code X is for an in-the-money or at-the-money exercise, code O for an out-of-the-money exercise.

    The market price is the day's low and high in ``context.marketPrices``, or else the prices of the same day's
    purchases and sales (P, S) of the underlying class on this form. With several, only an exercise price beyond all
    of them is reported. No finding is made for a put. EDGAR does not check this.

    Remedy: Use the other code, or correct the exercise price. An exercise under code O is a non-exempt purchase:
    consult counsel (Section 16(b)).
    """
    strike = row.conversion_or_exercise_price.value
    market = _market(row, circumstances.filing) if row.code in ("O", "X") else None
    if strike is None or market is None or _is_put(row):
        return
    low, high = market
    against, other = (strike > high, "O") if row.code == "X" else (strike < low, "X")
    if against:
        what = "above" if row.code == "X" else "below"
        price = high if row.code == "X" else low
        yield Breach(
            row.transaction_code.at,
            f"{row.name} has code {row.code} ({CODES[row.code].name}), but the exercise price {dollars(strike)} is "
            f"{what} the market price {dollars(price)}.",
            found=row.code,
            expected=other,
        )
