"""How often each rule fires on real filings, and the page that says so (docs/calibration.md).

``docs/calibration.tsv`` keeps the counts, so that the pages can be written without the real filings. A rule that was
never measured has no line there.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from population import FED, population
from real_filings import hits, outcomes
from verdicts import Judged, Verdict

from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check

DOCS = Path(__file__).parent.parent / "docs"
COUNTS, PAGE = DOCS / "calibration.tsv", DOCS / "calibration.md"
EVERYTHING = "*"  # the line of the file that counts all filings
ISSUER = "issuer "  # how the lines begin that count the filings of one issuer
OURS_AT_MOST = 0.02


class Count(NamedTuple):
    """Of real filings: to how many a rule applied, on how many it fired, how often; then the same of the quarter."""

    applied: int
    fired: int
    findings: int
    quarter_applied: int = 0
    quarter_fired: int = 0


def counted() -> dict[str, Count]:
    """The counts over the real filings; those of the quarter are 0."""
    applied = Counter(rule for outcome in outcomes().values() for rule in outcome.applied)
    fired = Counter(rule for rule, _ in {(hit.rule, hit.file) for hit in hits()})
    findings = Counter(hit.rule for hit in hits())
    counts = {rule: Count(applied[rule], fired[rule], findings[rule]) for rule in catalogue()}
    everything = {EVERYTHING: Count(len(outcomes()), len({hit.file for hit in hits()}), len(hits()))}
    return everything | counts | _by_issuer()


def _by_issuer() -> dict[str, Count]:
    """For each issuer, by trading symbol: the filings, those with an error or a warning, and their number."""
    filings = Counter(issuer_of(name) for name in outcomes())
    grave = [hit for hit in hits() if hit.severity != "advisory"]
    files = Counter(issuer_of(name) for name in {hit.file for hit in grave})
    found = Counter(issuer_of(hit.file) for hit in grave)
    return {f"{ISSUER}{each}": Count(filings[each], files[each], found[each]) for each in sorted(filings)}


def issuer_of(name: str) -> str:
    """The trading symbol in the name of a real filing: ``4-XMPL-2026-11-05-0a1b2c3d.xml``."""
    return name.split("-")[1]


def with_quarter(counts: dict[str, Count], folder: Path) -> dict[str, Count]:
    """The counts with those over the derivative rows of the quarter."""
    rules = [catalogue()[rule] for rule in FED if rule in catalogue()]
    applied: Counter[str] = Counter()
    fired: Counter[str] = Counter()
    for filing, filed_at in population(folder):
        outcome = check(filing, filed_at, rules)
        applied.update((EVERYTHING, *outcome.applied))
        fired.update({finding.rule for finding in outcome.findings})
    return {
        rule: count._replace(quarter_applied=applied[rule], quarter_fired=fired[rule]) for rule, count in counts.items()
    }


def read_counts() -> dict[str, Count]:
    """The counts on file."""
    with COUNTS.open(encoding="utf-8", newline="") as file:
        lines = csv.DictReader(file, delimiter="\t")
        return {line.pop("rule"): Count(**{key: int(value) for key, value in line.items()}) for line in lines}


def kept(counts: dict[str, Count]) -> dict[str, Count]:
    """The counts of rules that still exist, for a run without the filings. A new rule gets none, being unmeasured."""
    return {
        rule: count for rule, count in counts.items() if rule in (EVERYTHING, *catalogue()) or rule.startswith(ISSUER)
    }


def written_counts(counts: dict[str, Count]) -> str:
    """The text of the file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", lineterminator="\n")
    writer.writerow(("rule", *Count._fields))
    writer.writerows((rule, *count) for rule, count in counts.items())
    return text.getvalue()


def ours_too_often(judged: Iterable[Judged], filings: int) -> dict[str, int]:
    """The rules whose warnings are false alarms in more than 2 % of the filings, with the number of filings."""
    files: dict[str, set[str]] = defaultdict(set)
    for hit, verdict, _ in judged:
        if verdict is Verdict.OURS and hit.severity == "warning":
            files[hit.rule].add(hit.file)
    return {rule: len(found) for rule, found in files.items() if len(found) > OURS_AT_MOST * filings}
