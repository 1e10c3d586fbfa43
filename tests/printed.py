"""Every kind of PDF that is made: each shipped example, a long form, the memorandum, and the closing set."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from case_files import EASTERN
from memo_samples import checked, purchases, sample
from page_reader import filing

from form4gen.api.check import validate
from form4gen.api.closing import render_closing
from form4gen.api.load import load
from form4gen.api.reports import report_html, report_of
from form4gen.render.html import html
from form4gen.render.pdf import pdf
from form4gen.resources import path_of

EVENING = datetime(2017, 11, 14, 20, 0, tzinfo=EASTERN)
LATE = datetime(2026, 11, 23, 11, 20, tzinfo=EASTERN)
EXAMPLES = sorted(each.stem for each in Path(path_of("schemas", "examples")).glob("*.json"))
FORMS = [*EXAMPLES, "many notes"]
DOCUMENTS = [*FORMS, "memorandum", "memorandum of late rows", "closing set"]


def many_notes() -> str:
    """60 rows of two tables over several pages, and 99 footnotes, each cited."""

    def row(number: int) -> dict[str, Any]:
        return {
            "securityTitle": f"Class A Common Stock {number}, par value $0.0001, of Example Corp",
            "transactionDate": "2017-11-14", "transactionCode": "S", "transactionShares": 100,
            "transactionPricePerShare": {"value": 1, "footnotes": [f"F{number}", f"F{min(number + 50, 99)}"]},
            "transactionAcquiredDisposedCode": "D",
        }  # fmt: skip

    changes: dict[str, Any] = {
        "/nonDerivativeTable": [row(number) for number in range(1, 31)],
        "/derivativeTable": [row(number) for number in range(31, 61)],
        "/footnotes": {f"F{number}": f"Lot {number} was sold. {'word ' * number}" for number in range(1, 100)},
    }
    return html(filing(base="joint-funds", **changes))


def closing() -> bytes:
    file = path_of("schemas", "examples", "tecogen-2017.json")
    loaded = load(Path(file).read_bytes())
    assert loaded.filing is not None
    report = report_of(file, EVENING, loaded, validate(loaded, EVENING, is_planned=True))
    return render_closing(loaded.filing, loaded.document.raw, report).content


@cache
def made(name: str) -> bytes:
    if name == "closing set":
        return closing()
    if name.startswith("memorandum"):
        one, options = (sample(), {}) if name == "memorandum" else (purchases(30, 22), {"filed_at": LATE})
        return pdf(report_html(checked(one, **options), one)).content
    return pdf(many_notes() if name == "many notes" else html(filing(base=name))).content
