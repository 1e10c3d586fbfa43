"""The file of every finding in a real filing, with the verdict of a person who looked at it.

``tests/filings/verdicts.tsv`` has a line a finding. The first four columns are written by ``./start calibrate``, the
verdict and its reason by the person who read the filing.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from real_filings import Hit

VERDICTS = Path(__file__).parent / "filings" / "verdicts.tsv"


class Verdict(Enum):
    """Whose fault a finding is."""

    FILING = "filing"  # the filing is wrong, and the finding says what
    APT = "apt"  # an advisory: what it points to is there, and nobody is at fault
    UNCLEAR = "unclear"  # the filing alone does not show who is wrong
    OURS = "ours"  # a false alarm
    UNREAD = "unread"  # nobody has looked yet


class Judged(NamedTuple):
    """A finding with its verdict, and the reason in a few words."""

    hit: Hit
    verdict: Verdict
    reason: str


_COLUMNS = ("rule", "severity", "file", "place", "verdict", "reason")


def read_verdicts() -> list[Judged]:
    """Every line of the file."""
    with VERDICTS.open(encoding="utf-8", newline="") as file:
        return [
            Judged(
                Hit(line["file"], line["rule"], line["place"], line["severity"]),
                Verdict(line["verdict"]),
                line["reason"],
            )
            for line in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def merged(found: Iterable[Hit], judged: Iterable[Judged]) -> list[Judged]:
    """Today's findings with the verdicts on file. A new one is unread; one that is gone is left out."""
    known = {each.hit[:3]: each for each in judged}
    return [
        known[hit[:3]]._replace(hit=hit) if hit[:3] in known else Judged(hit, Verdict.UNREAD, "")
        for hit in sorted(found, key=_order)
    ]


def written(judged: Iterable[Judged]) -> str:
    """The text of the file."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for hit, verdict, reason in judged:
        writer.writerow((hit.rule, hit.severity, hit.file, hit.place, verdict.value, reason))
    return text.getvalue()


def _order(hit: Hit) -> tuple[str, str, list[str]]:
    return hit.rule, hit.file, [step.zfill(3) for step in re.split("/", hit.place)]
