"""How often a person's next form comes out right when it is drafted from the forms before.

For every reporting person of the real filings with two forms or more: the forms before the last, and of the last only
its transactions. The drafted balance of each row is compared with the filed one, and each draft is checked against the
forms before: an error beside the values that are left to fill in is printed.
"""

from __future__ import annotations

import sys
from collections import Counter
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from corpus import filings_folder  # noqa: E402

from form4gen import Severity, load, validate  # noqa: E402
from form4gen.accounts.filing_history import Form, Given, History, histories  # noqa: E402
from form4gen.accounts.running_ledger import Entry, Line, running_ledger  # noqa: E402
from form4gen.api.drafting import draft_text  # noqa: E402
from form4gen.api.filings import read_prior  # noqa: E402
from form4gen.drafting.asked import Request, Trade  # noqa: E402
from form4gen.drafting.draft import Draft, place  # noqa: E402
from form4gen.drafting.next_filing import next_filing  # noqa: E402
from form4gen.errors import UnusableInputError  # noqa: E402
from form4gen.model.rows import Transaction  # noqa: E402
from form4gen.prose.balances import mentions_other_change  # noqa: E402

TABLES = {"Table I": "nonDerivativeTable", "Table II": "derivativeTable"}
RIGHT, OTHER = "the filed balance", "other"
NEW = "more was held than an award on a line that no form before shows (to be confirmed)"


def trade_of(row: Transaction) -> Trade:
    """The request for a row that is known: what it reports, and the line as it describes it."""
    return Trade(
        row.code,
        row.transaction_date.value,
        row.transaction_shares.value,
        row.transaction_price_per_share.value,
        row.transaction_acquired_disposed_code.value or "",
        "I" if row.table == "Table I" else "II",
        security=row.security_title.value or "",
        ownership=row.direct_or_indirect_ownership.value or "",
        nature=row.nature_of_ownership.value or "",
        exercise_price=_of(row, "conversion_or_exercise_price"),
        exercisable=_of(row, "exercise_date"),
        expires=_of(row, "expiration_date"),
        underlying=_of(row, "underlying_security_title") or "",
    )


def _of(row: Transaction, key: str) -> Any:
    return getattr(row, key).value if hasattr(row, key) else None


def outcomes(history: History) -> Counter[str]:
    """How many rows of the last form come out as filed, and why the others do not."""
    *before, last = history.forms
    earlier = history._replace(forms=tuple(before))
    entries = {id(entry.row): (line, entry) for line in running_ledger(history) for entry in line.entries}
    rows = [row for row in last.given.filing.transactions if row.code]
    found: Counter[str] = Counter()
    try:
        try:
            draft = next_filing(earlier, Request(tuple(trade_of(row) for row in rows), signed=last.made))
        except UnusableInputError:
            sources = _sources_before(earlier)
            chosen = [_chosen(row, entries[id(row)][0], sources) for row in rows]
            draft = next_filing(earlier, Request(tuple(chosen), signed=last.made))
    except UnusableInputError as error:
        found[next((words for words, mark in REFUSED.items() if mark in str(error)), str(error))] += len(rows)
        return found
    for rule in faults(draft, earlier, last.made):
        print(f"{last.given.source}: the draft draws {rule}")
    off: dict[int, str] = {}
    for table, key in TABLES.items():
        own = [row for row in rows if row.table == table]
        drafted = [row for row in draft.document[key] if row["kind"] == "transaction"]
        for row, written in zip(own, drafted, strict=True):
            line, entry = entries[id(row)]
            why = verdict(row, written, entry, last)
            if why == OTHER:  # a row after one that does not continue is off by as much
                why = off.get(id(line), OTHER)
            if why == OTHER and not any(each.given is not last.given for each in line.entries):
                why = NEW
            if why != RIGHT:
                off.setdefault(id(line), why)
            found[why] += 1
    return found


REFUSED = {
    "several lines differ only in footnotes (refused)": "Several lines",
}


def _sources_before(history: History) -> dict[int, str]:
    """For each row, the row that states the balance of its line: the file and the row."""
    found = {}
    for line in running_ledger(history):
        last = line.at(date.max)
        found |= {id(entry.row): place(last.given, last.row.name) for entry in line.entries if last}
    return found


def _chosen(row: Transaction, line: Line, sources: dict[int, str]) -> Trade:
    """The request of a person who names the line: by the row that stated it last, or as new."""
    known = [sources[id(entry.row)] for entry in line.entries if id(entry.row) in sources]
    return trade_of(row)._replace(line=tuple(known[-1:]), is_new=not known)


def faults(draft: Draft, earlier: History, on: date) -> set[str]:
    """The errors that a draft draws beside the values that are left to fill in, checked against the forms before."""
    at = datetime.combine(on, time(16), ZoneInfo("America/New_York"))
    prior = [given.filing for form in earlier.forms for given in (form.given, *form.amendments)]
    outcome = validate(load(draft_text(draft).encode()), at, prior=prior)
    return {each.rule for each in outcome.findings if each.severity is Severity.ERROR} - {"JS111"}


def verdict(row: Transaction, written: dict[str, Any], entry: Entry, last: Form) -> str:
    """Whether a drafted balance is the filed one, or what explains the difference."""
    balance = written.get("sharesOwnedFollowingTransaction", written.get("valueOwnedFollowingTransaction"))
    balance = balance["value"] if isinstance(balance, dict) else balance
    if isinstance(balance, str):
        return "the forms before do not show the line, or not as much (left to fill in)"
    if abs(balance - (row.owned_following.value or Decimal(0))) < 1:
        return RIGHT
    if mentions_other_change(row, last.given.filing):
        return "a footnote explains another change"
    if entry.gap is not None:
        return GAPS.get(entry.gap.reasons[0].split()[0], entry.gap.reasons[0])
    return entry.remark or OTHER


GAPS = {
    "A": "the filed balances do not continue (a form between is missing, a split, an exempt transaction)",
    "The": "the rows of the filed form do not add up",
}


def measured(folder: Path, *, is_shown: bool = False) -> tuple[Counter[str], int, int]:
    """How many rows come out how, of how many persons, and how many last forms come out whole."""
    total: Counter[str] = Counter()
    whole = persons = 0
    given = []
    for path in sorted([*folder.glob("xml/*.xml"), *folder.glob("xml-2/*.xml")]):
        try:
            given.append(Given(path.name, read_prior(path.read_bytes())))
        except UnusableInputError:
            continue
    for history in histories(given).found:
        *before, last = history.forms
        if not before or last.is_stray_amendment or not last.given.filing.transactions:
            continue
        found = outcomes(history)
        persons += 1
        whole += set(found) <= {RIGHT}
        if is_shown and set(found) - {RIGHT}:
            print(last.given.source, dict(found))
        total += found
    return total, persons, whole


def main() -> None:
    try:
        folder = filings_folder()
    except pytest.skip.Exception as absent:
        print(absent)
        return
    total, persons, whole = measured(folder, is_shown="-v" in sys.argv)
    print(f"{persons} persons with an earlier form; {whole} last forms come out whole")
    rows = sum(total.values())
    for why, count in total.most_common():
        print(f"{count:5}  {count / rows:6.1%}  {why}")


if __name__ == "__main__":
    main()
