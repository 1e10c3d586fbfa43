"""The parts, warm, in one process; measured with pyperf."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo

import pyperf
from lxml import etree

from form4gen.api.check import validate
from form4gen.api.filings import export_filing, import_filing
from form4gen.api.load import load
from form4gen.api.reports import Report, report_text
from form4gen.intake.structure import structure
from form4gen.render.html import html
from form4gen.rules.engine import check

ROOT = Path(__file__).parent.parent
FILED_AT = datetime(2017, 11, 14, 20, 0, tzinfo=ZoneInfo("America/New_York"))
CORPUS = ROOT.parent / "shared" / "filings" / "xml"
MEDIAN_FILING = "4-AAPL-2019-08-12-97b4fcb6.xml"


def sample(rows: int, notes: int, sentences: int = 14) -> bytes:
    """The shipped example with as many rows and footnotes as wanted, each balance continuing the last."""
    document = json.loads((ROOT / "schemas" / "examples" / "tecogen-2017.json").read_text("utf-8"), parse_float=Decimal)
    first = document["nonDerivativeTable"][0]
    document["nonDerivativeTable"] = [copy.deepcopy(first) for _ in range(rows)]
    for number, row in enumerate(document["nonDerivativeTable"]):
        row["sharesOwnedFollowingTransaction"] = 3418 + 2000 * number
        row["transactionPricePerShare"] = {
            "value": f"2.{number + 10}",
            "footnotes": [f"F{note + 1}" for note in range(notes) if note % rows == number],
        }
    sentence = "These shares were bought by the reporting person in the open market. "
    document["footnotes"] = {f"F{note + 1}": f"Lot {note + 1}. {sentence * sentences}".strip() for note in range(notes)}
    return json.dumps(document, default=str).encode()


def _whole(raw: bytes) -> Callable[[], object]:
    def run() -> object:
        loaded = load(raw)
        return report_text(Report("form4.json", FILED_AT, validate(loaded, FILED_AT)))

    return run


def _parts() -> dict[str, Callable[[], object]]:
    three, sixty = sample(3, 3), sample(60, 99)
    filing = load(sample(10, 6)).filing
    assert filing is not None  # noqa: S101
    return {
        "load, check and report, 3 rows (budget 2 ms)": _whole(three),
        "load, check and report, 60 rows and 99 footnotes": _whole(sixty),
        "html, 10 rows": lambda: html(filing),
    } | _real_filing()


def _real_filing() -> dict[str, Callable[[], object]]:
    """A real filing of median size, and beside it what others take for the same."""
    path = CORPUS / MEDIAN_FILING
    if not path.exists():
        return {}
    raw = path.read_bytes()
    filing = structure(import_filing(raw).document)
    filed_at = datetime(2019, 8, 12, 18, 0, tzinfo=FILED_AT.tzinfo)
    return {
        "lxml: bare parse of a real filing": lambda: etree.fromstring(raw),
        "import of it (budget 1.0 ms)": lambda: import_filing(raw),
        "import of it as JSON text": lambda: import_filing(raw).text,
        "import of it and all rules (budget: edgartools' parse)": lambda: check(
            structure(import_filing(raw).document), filed_at
        ),
        "export of it (budget 0.6 ms)": lambda: export_filing(filing),
        "load, check and report of it": _whole(import_filing(raw).text.encode()),
    } | _edgartools()


def _edgartools() -> dict[str, Callable[[], object]]:
    if find_spec("edgar") is None or not (CORPUS / MEDIAN_FILING).exists():
        return {}
    from edgar.ownership import Ownership, owners  # noqa: PLC0415  only where it is installed

    owners.Entity = lambda _: None  # it asks the SEC about each owner, over the network; that is not measured
    xml = (CORPUS / MEDIAN_FILING).read_text("utf-8")
    parsed = Ownership.from_xml(xml)
    return {
        "edgartools: parse of a real filing": lambda: Ownership.from_xml(xml),
        "edgartools: to_html of it": parsed.to_html,
    }


def main() -> None:
    runner = pyperf.Runner(processes=3, values=5)
    for name, run in _parts().items():
        runner.bench_func(name, run)


if __name__ == "__main__":
    main()
