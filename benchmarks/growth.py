"""Whether the work of each command grows in proportion to its input: rows, footnotes, owners, forms and fills.

``BENCH_GROWTH_ROUNDS`` is how often each is measured.
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from goal import at_most
from growing import RATIO, growth
from warm import FILED_AT, ROOT, sample

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from broker_files import SIMPLE_MAP, draft, simple

from form4gen.api.check import validate
from form4gen.api.comparison import compared, comparison_text, side
from form4gen.api.drafting import Given, Request, Trade, draft_text, next_draft
from form4gen.api.drawing import render_html
from form4gen.api.filings import export_filing, import_filing
from form4gen.api.fills import column_maps, fill_draft, fills_json
from form4gen.api.ledger import histories, ledger_text
from form4gen.api.load import Filing, load
from form4gen.api.reports import Report, report_json, report_sarif, report_text
from form4gen.prose.reading import read, statements_of

EXAMPLE = ROOT / "schemas" / "examples" / "tecogen-2017.json"
FEW, MANY = 100, 1000
FIRST = date(2010, 1, 4)

Work = Callable[[], object]


def _filing(raw: bytes) -> Filing:
    filing = load(raw).filing
    assert filing is not None  # noqa: S101
    return filing


def _checked(raw: bytes, *, prior: tuple[Filing, ...] = ()) -> Report:
    read.cache_clear()
    statements_of.cache_clear()
    loaded = load(raw)
    return Report("form4.json", FILED_AT, validate(loaded, FILED_AT, prior=prior))


def _checks(count: int) -> Iterator[tuple[str, Work]]:
    """Checks with their reports, of forms that are long in one way."""
    rows = sample(count, 0)
    notes = sample(1, count // 2, sentences=2)  # as many texts as are kept at once: beyond that, each is read again
    owners = json.loads(EXAMPLE.read_text("utf-8"))
    for key in ("reportingOwners", "ownerSignatures"):
        owners[key] = owners[key] * count
    for number, owner in enumerate(owners["reportingOwners"]):
        owners["reportingOwners"][number] = owner | {"rptOwnerCik": f"{1625781 + number:010}"}
    wrong = json.loads(rows)
    for row in wrong["nonDerivativeTable"]:
        row["transactionCode"] = "Q"
    faulty = _checked(json.dumps(wrong).encode())
    prior = tuple(given.filing for given in _forms(count))
    yield "validate, rows", lambda: report_text(_checked(rows))
    yield "validate, footnotes", lambda: report_text(_checked(notes))
    yield "validate, owners and signatures", lambda: report_text(_checked(json.dumps(owners).encode()))
    yield "validate --prior, forms before", lambda: report_text(_checked(sample(1, 0), prior=prior))
    yield "validate --format text, findings", lambda: report_text(faulty)
    yield "validate --format json, findings", lambda: report_json(faulty)
    yield "validate --format sarif, findings", lambda: report_sarif(faulty, 1)


def _files(count: int) -> Iterator[tuple[str, Work]]:
    """A file from another, by its rows."""
    filing = _filing(sample(count, 0))
    form = export_filing(_filing(sample(1, 0)))[0].form
    first, last = form.index(b"<nonDerivativeTransaction>"), form.index(b"</nonDerivativeTable>")
    long = form[:first] + form[first:last] * count + form[last:]
    yield "import, rows", lambda: import_filing(long)
    yield "export, rows", lambda: export_filing(filing)
    yield "render --html, rows", lambda: render_html(filing)
    changed = json.loads(sample(count, 0))
    for row in changed["nonDerivativeTable"][::2]:
        row["transactionShares"] = 1999
    old, new = side(sample(count, 0)), side(json.dumps(changed).encode())
    yield "diff, rows", lambda: comparison_text(compared(old, new), "old.json", "new.json")


def _forms(count: int) -> list[Given]:
    """A form each week of one person, each balance continuing the last."""
    document = json.loads(EXAMPLE.read_text("utf-8"))
    forms = []
    for number in range(count):
        day = (FIRST + timedelta(weeks=number)).isoformat()
        (row,) = document["nonDerivativeTable"]
        row |= {"transactionDate": day, "sharesOwnedFollowingTransaction": 2000 * (number + 1)}
        document["periodOfReport"] = document["ownerSignatures"][0]["signatureDate"] = day
        forms.append(Given(f"{number:05}.json", _filing(json.dumps(document).encode())))
    return forms


def _histories(count: int) -> Iterator[tuple[str, Work]]:
    """What is worked out of all forms of a person."""
    forms = _forms(count)
    sale = Trade("S", date(2029, 4, 2), Decimal(100), Decimal("2.5"))
    yield "ledger, forms", lambda: ledger_text(histories(forms))
    yield "next, forms", lambda: draft_text(next_draft(forms, Request((sale,))))
    into, maps = draft(), column_maps(SIMPLE_MAP.encode(), "fills.toml")
    fills = simple(*(("11/05/2026", "Sell", "5", f"25.{number % 90 + 10}") for number in range(count))).encode()
    yield "fills, rows of a broker's file", lambda: fills_json(fill_draft(into, [("fills.csv", fills)], maps), None)


def _works(count: int) -> Iterator[tuple[str, Work]]:
    yield from _checks(count)
    yield from _files(count)
    yield from _histories(count)


def main() -> None:
    gc.disable()  # as timeit does: a collection of everything else is no growth of ours
    print(f"Growth of work from {FEW} to {MANY}")
    for (name, short), (_, long) in zip(_works(FEW), _works(MANY), strict=True):
        short()
        long()
        found = growth(name, "", short, long)
        print(f"  {name}: {at_most(found.ratio, RATIO, 'x')}, {found.seconds * 1000:.1f} ms")


if __name__ == "__main__":
    main()
