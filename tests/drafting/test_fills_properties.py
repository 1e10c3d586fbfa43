"""Every mix of events becomes rows whose sums, balances and sources are exactly those of the file."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import Any

from broker_files import HELD, OPTION, SIMPLE_MAP, UNIT_NOTES, UNITS, draft, filled, simple
from hypothesis import assume, given
from hypothesis import strategies as st

from form4gen import load
from form4gen.accounts.confirmations import lots
from form4gen.accounts.ledger import ledger
from form4gen.api.fills import Filled, fills_json, fills_lines
from form4gen.errors import UnusableInputError

HEADER = "Trade Date,Side,Quantity,Price,Ticker,Withheld,Sold,Strike,FMV"
OWN = SIMPLE_MAP.replace("[map.events]", '[map.events]\n"Gift" = "gift"\n"Gift in" = "gift received"')
MUCH = Decimal(10_000_000)
INTO = draft(
    HELD | {"sharesOwnedFollowingTransaction": 10_000_000},
    derivativeTable=[
        row | {"sharesOwnedFollowingTransaction": 10_000_000, "underlyingSecurityShares": 10_000_000}
        for row in (UNITS, OPTION)
    ],
    footnotes=UNIT_NOTES,
)

DAYS = st.sampled_from(("11/05/2026", "11/04/2026", "11/04/2026 as of 11/02/2026"))
SHARES = st.decimals(min_value="0.0001", max_value="9999", places=4)
PRICES = st.decimals(min_value="0.01", max_value="60", places=4)
PARTS = st.tuples(st.integers(0, 40), st.integers(0, 40))


def _row(day: str, side: str, shares: Decimal, price: Decimal, parts: tuple[int, int]) -> tuple[str, ...]:
    withheld, sold = (shares * part / 100 for part in parts)
    if side in ("Vest", "Exercise"):
        strike = "18.25" if side == "Exercise" else ""
        return day, side, f"{shares:f}", "", "XMPL", f"{withheld:f}", f"{sold:f}", strike, f"{price:f}"
    return day, side, f"{shares:f}", f"{price:f}", "XMPL", "", "", "", ""


TRADES = st.builds(
    _row, DAYS, st.sampled_from(("Buy", "Sell", "Gift", "Gift in", "Vest", "Exercise")), SHARES, PRICES, PARTS
)
OTHERS = st.sampled_from(
    (
        ("11/05/2026", "Dividend", "", "", "XMPL", "", "", "", ""),
        ("11/05/2026", "Sell", "5", "9.99", "OTHR", "", "", "", ""),
        ("11/05/2026", "Journal", "7", "", "XMPL", "", "", "", ""),
        ("Total", "", "1000", "25", "", "", "", "", ""),
    )
)
FILES = st.lists(TRADES | OTHERS, min_size=1, max_size=30)


def _drafted(rows: list[tuple[str, ...]], **options: Any) -> tuple[Filled, dict[str, Any]]:
    assume(any(row[1] in ("Buy", "Sell", "Gift", "Gift in", "Vest", "Exercise") and row[4] == "XMPL" for row in rows))
    return filled(simple(*rows, header=HEADER), INTO, OWN, **options)


def _expected(rows: list[tuple[str, ...]]) -> tuple[Counter[str], Counter[str]]:
    """The shares and the dollars of each code, worked out from the rows alone."""
    shares: Counter[str] = Counter()
    dollars: Counter[str] = Counter()
    codes = {"Buy": "P", "Sell": "S", "Gift": "G", "Gift in": "G", "Vest": "M", "Exercise": "M"}
    for _, side, number, price, symbol, withheld, _, strike, market in rows:
        if side not in codes or symbol != "XMPL":
            continue
        paid = {"P": price, "S": price, "M": strike or "0"}.get(codes[side], "0")
        for code, part, each in ((codes[side], number, paid), ("F", withheld or "0", market or "0")):
            shares[code] += Decimal(part)
            dollars[code] += Decimal(part) * Decimal(each)
    return +shares, +dollars


def _cell(value: Any) -> Any:
    return value["value"] if isinstance(value, dict) else value


@given(FILES)
def test_the_sums_of_the_draft_are_those_of_the_file(rows: list[tuple[str, ...]]) -> None:
    found, _ = _drafted(rows, split=True)
    document = json.loads(found.content, parse_float=Decimal, parse_int=Decimal)
    shares, dollars = _expected(rows)
    sums = found.reconciliation.sums
    assert {each.code: each.shares_written for each in sums} == dict(shares)
    assert {each.code: each.dollars_written for each in sums if each.dollars_written} == dict(dollars)
    written: Counter[str] = Counter()
    for row in document["nonDerivativeTable"]:
        written[_cell(row["transactionCode"])] += row["transactionShares"]
    assert written == shares
    exercised = sum(row["transactionShares"] for row in document["derivativeTable"] if row["kind"] == "transaction")
    assert exercised == shares["M"]
    filled_at: Counter[str] = Counter()
    for each in document.get("context", {}).get("tradeConfirmations", ()):
        filled_at[each["transactionCode"]] += each["transactionShares"] * each["transactionPricePerShare"]
    assert filled_at == Counter({code: dollars[code] for code in ("P", "S") if code in dollars})


@given(FILES)
def test_the_balances_continue_and_each_range_is_less_than_a_dollar(rows: list[tuple[str, ...]]) -> None:
    found, document = _drafted(rows, split=True)
    filing = load(found.content).filing
    assert filing is not None
    assert not any(step.is_off for account in ledger(filing) for step in account.steps)
    assert all(lot.agrees and lot.high - lot.low < 1 for lot in lots(filing))
    shares, _ = _expected(rows)
    gone = sum(Decimal(row[2]) for row in rows if row[1] == "Gift")
    came = sum(Decimal(row[2]) for row in rows if row[1] == "Gift in")
    last = MUCH + shares["P"] - shares["S"] + shares["M"] - shares["F"] + came - gone
    assert filing.non_derivative_table[-1].owned_following.value == last
    ranges = [each for each in found.reconciliation.placed if len(each.group.prices) > 1]
    cited = [row for row in document["nonDerivativeTable"] if isinstance(row["transactionPricePerShare"], dict)]
    assert len(cited) == len(ranges)


@given(FILES)
def test_each_row_of_a_file_is_listed_once_and_used_or_ignored_with_the_reason(rows: list[tuple[str, ...]]) -> None:
    found, _ = _drafted(rows, split=True)
    uses = found.reconciliation.uses
    assert [use.line.source.row for use in uses] == list(range(1, len(rows) + 2))
    assert all(bool(use.rows) != bool(use.ignored) for use in uses)
    listed = json.loads(fills_json(found, None))["rows"]
    assert all(bool(each["usedIn"]) != bool(each["ignoredBecause"]) for each in listed)
    text = "\n".join(fills_lines(found))
    assert all(use.ignored in text for use in uses if use.ignored)
    of_rows = Counter(id(leg) for placed in found.reconciliation.placed for leg in placed.group.legs)
    assert of_rows == Counter(id(leg) for use in uses for leg in use.line.legs)


@given(FILES)
def test_a_draft_has_at_most_the_rows_that_edgar_takes(rows: list[tuple[str, ...]]) -> None:
    try:
        _, document = _drafted(rows * 2, repeated="use")
    except UnusableInputError as error:
        assert "EDGAR takes 30" in str(error)  # noqa: PT017  either is right
        found, document = _drafted(rows * 2, repeated="use", split=True)
        assert max(len(document["nonDerivativeTable"]), len(document["derivativeTable"])) > 30
        assert found.reconciliation.agrees
        return
    assert max(len(document["nonDerivativeTable"]), len(document["derivativeTable"])) <= 30


@given(FILES, st.randoms())
def test_the_order_of_the_rows_changes_only_the_order_of_the_confirmations(
    rows: list[tuple[str, ...]], random: Any
) -> None:
    _, document = _drafted(rows, split=True)
    shuffled = list(rows)
    random.shuffle(shuffled)
    _, other = _drafted(shuffled, split=True)
    keys = ("transactionDate", "transactionCode", "transactionShares", "transactionAcquiredDisposedCode")
    for table in ("nonDerivativeTable", "derivativeTable"):
        one, two = (
            Counter(tuple(_cell(row.get(key)) for key in keys) for row in each[table]) for each in (document, other)
        )
        assert one == two
