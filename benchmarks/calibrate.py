"""Runs every rule over real filings and records what it finds and how often: ``./start calibrate``.

Writes ``tests/filings/verdicts.tsv`` (the findings; a new one is "unread" until a person has looked at the filing and
entered a verdict there), ``docs/calibration.tsv`` (the counts) and ``docs/calibration.md`` (the page for people), then
the pages that show them. Without the real filings, the findings and counts on file stay; a rule that was never measured
has no count.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from calibration import COUNTS, PAGE, Count, counted, kept, read_counts, with_quarter, written_counts  # noqa: E402
from calibration_page import page  # noqa: E402
from corpus import population_folder  # noqa: E402
from real_filings import Hit, hits, outcomes  # noqa: E402
from verdicts import VERDICTS, Verdict, merged, read_verdicts, written  # noqa: E402

NOTHING = Count(0, 0, 0)


def main() -> None:
    judged, counts = read_verdicts(), read_counts()
    try:
        judged, counts = merged(hits(), judged), _with_quarter(counted(), counts)
    except pytest.skip.Exception as absent:
        print(f"Findings and counts stay as they are: {absent}")
        counts = kept(counts)
    VERDICTS.write_text(written(judged), encoding="utf-8")
    COUNTS.write_text(written_counts(counts), encoding="utf-8")
    PAGE.write_text(page(counts, judged), encoding="utf-8")
    unread = [each.hit for each in judged if each.verdict is Verdict.UNREAD]
    for hit in unread:
        print(f"unread: {hit.rule} {hit.severity} {hit.file} {hit.place}\n        {_message(hit)}")
    print(f"{len(judged)} findings, {len(unread)} unread: enter each verdict in {VERDICTS.relative_to(ROOT)}")
    subprocess.run((sys.executable, str(ROOT / "docs" / "generate.py")), check=True)


def _with_quarter(counts: dict[str, Count], on_file: dict[str, Count]) -> dict[str, Count]:
    try:
        return with_quarter(counts, population_folder())
    except pytest.skip.Exception as absent:
        print(f"The counts of the quarter stay as they are: {absent}")
        return {rule: Count(*count[:3], *on_file.get(rule, NOTHING)[3:]) for rule, count in counts.items()}


def _message(hit: Hit) -> str:
    return next(
        finding.message
        for finding in outcomes()[hit.file].findings
        if (finding.rule, finding.at.pointer) == (hit.rule, hit.place)
    )


if __name__ == "__main__":
    main()
