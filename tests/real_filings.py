"""Every real Form 4 with the time at which it was filed, and what the rules find in it.

Where a full submission is available it replaces its ownership document, because it has the exhibits, the fiscal year
end and the time of acceptance. Of the others only the day of filing is known, so the hour is 9 p.m.; where the day is
not known either, it is the day of the last signature, the earliest that it can have been. The other filings of the same
persons on the same issuer count as earlier ones if they were made by then; many that lie between are not among them.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, time
from functools import cache
from typing import Any, NamedTuple

from case_files import EASTERN
from corpus import filed_on, forms_4, second_forms_4, submissions

from form4gen.edgar.dump import dump
from form4gen.edgar.reader import read
from form4gen.errors import UnusableInputError
from form4gen.intake.document import read as read_json
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing
from form4gen.rules.engine import Outcome, check

EVENING = time(21)
_BEYOND_THE_XML = ("powersOfAttorney", "exhibits", "context")


class RealFiling(NamedTuple):
    """A filing that EDGAR accepted: the name of its file, our document of it, and when it was filed (US Eastern)."""

    name: str
    document: dict[str, Any]
    filed_at: datetime

    @property
    def filing(self) -> Filing:
        return structure(self.document)


class Hit(NamedTuple):
    """A finding in a real filing."""

    file: str
    rule: str
    place: str
    severity: str


@cache
def real_filings() -> tuple[RealFiling, ...]:
    """Every real Form 4 and 4/A, by the name of its file."""
    whole = [document for path in submissions() if (document := _submission(path.read_bytes()))]
    found = []
    for path in forms_4():
        document = _as_typed(read(path.read_bytes()).document)
        twin = next((each for each in whole if document.items() == _of_the_xml(each).items()), document)
        found.append(RealFiling(path.name, twin, _filed_at(twin, filed_on(path.name))))
    for path, accepted in second_forms_4():
        document = _as_typed(read(path.read_bytes()).document)
        found.append(RealFiling(f"{path.stem}.xml", document, _filed_at(document, accepted)))
    return tuple(found)


def _as_typed(document: dict[str, Any]) -> dict[str, Any]:
    decoded: dict[str, Any] = read_json(dump(document).encode()).data
    return decoded


def _submission(raw: bytes) -> dict[str, Any] | None:
    try:
        return _as_typed(read(raw).document)
    except UnusableInputError:  # one real submission is not well-formed
        return None


def _of_the_xml(document: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in document.items() if key not in _BEYOND_THE_XML}


def _filed_at(document: dict[str, Any], known: str | None) -> datetime:
    accepted = structure(document).context.filed_at
    if accepted and accepted.time() != time.min:
        return accepted.replace(tzinfo=EASTERN)
    at = datetime.fromisoformat(known or max(each["signatureDate"] for each in document["ownerSignatures"]))
    return (datetime.combine(at, EVENING) if at.time() == time.min else at).replace(tzinfo=EASTERN)


@cache
def outcomes() -> dict[str, Outcome]:
    """What every rule says of every real filing, with the others that were made by then, by the name of its file."""
    by_issuer: dict[str | None, list[tuple[RealFiling, Filing]]] = defaultdict(list)
    for each in real_filings():
        filing = each.filing
        by_issuer[filing.issuer.issuer_cik].append((each, filing))
    found = {}
    for each, filing in (pair for made in by_issuer.values() for pair in made):
        made = by_issuer[filing.issuer.issuer_cik]
        prior = [other for real, other in made if real.filed_at <= each.filed_at and real.name != each.name]
        found[each.name] = check(filing, each.filed_at, is_planned=True, prior=prior)
    for name, outcome in found.items():
        assert outcome.could_not_run == {}, name
    return found


@cache
def hits() -> tuple[Hit, ...]:
    """Every finding in every real filing, in order."""
    return tuple(
        sorted(
            Hit(name, finding.rule, finding.at.pointer, finding.severity.value)
            for name, outcome in outcomes().items()
            for finding in outcome.findings
        )
    )
