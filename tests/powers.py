"""Powers of attorney for tests: a full record, changed field by field."""

from __future__ import annotations

import copy
from typing import Any

from form4gen.intake.structure import structure
from form4gen.model.exhibits import WORDING_VERSION
from form4gen.model.filing import Filing
from form4gen.render.power_of_attorney import ex24_texts

FULL: dict[str, Any] = {
    "id": "poa-new",
    "exhibitNumber": "24.7",
    "fileName": "poa-sample.txt",
    "description": "POA SAMPLE",
    "heading": "Limited Power of Attorney",
    "subtitle": "For Executing Forms 3, 4 and 5",
    "status": "attached",
    "principal": {"name": "Jane Sample", "cik": "0009990002", "title": "Treasurer"},
    "attorneys": [
        {"name": "Ann Example", "office": "Corporate Secretary", "employer": "Example Corp"},
        {"name": "Sam Specimen", "employer": "Specimen Law LLP"},
    ],
    "attorneysInSchedule": True,
    "attorneysDesignatedBy": "General Counsel",
    "acting": "alone",
    "scope": {
        "forms": ["3", "4", "5", "144", "13D", "13G", "ID"],
        "capacity": "officer and/or director",
        "amendments": True,
        "edgarAccess": True,
        "edgarRoles": ["access", "delegation"],
        "jointFilingAgreements": True,
        "brokerInformation": True,
        "otherActions": True,
        "issuer": {"name": "Example Corp", "cik": "0009990001", "successors": True},
    },
    "substitution": True,
    "signedOn": "2026-03-02",
    "signedName": "Jane Q. Sample",
    "effectiveFrom": "2026-04-01",
    "duration": {"kind": "until_date", "date": "2027-12-31", "endsWhenReplaced": True},
    "revocationNoticeTo": ["attorneys", "company"],
    "endsOnDeparture": True,
    "ratifiesPriorActs": True,
    "section16bDisclaimer": True,
    "reliance": True,
    "indemnity": "information",
    "indemnifiesCompany": True,
    "durable": True,
    "supersedes": ["poa-old"],
    "leavesOthers": True,
    "confirmingStatement": True,
    "governingLaw": "the State of Delaware",
    "electronicSignature": True,
    "counterparts": True,
    "notary": {
        "name": "Nora Notary",
        "signedName": "Nora Notary",
        "stateStyle": "Commonwealth",
        "state": "Massachusetts",
        "county": "Suffolk",
        "date": "2026-03-03",
        "commissionExpires": "2030-05-31",
        "commissionNumber": "000007",
        "remote": True,
    },
    "witnesses": [
        "Will Witness",
        {"name": "Wanda Witness", "signedName": "W. Witness", "address": "1 Example Street", "date": "2026-03-02"},
    ],
    "wording": "form4gen",
    "wordingVersion": WORDING_VERSION,
}
FUND: dict[str, Any] = {
    "kind": "partnership",
    "name": "Sample Growth Fund I LP",
    "description": "Delaware limited partnership",
    "signatory": {
        "name": "Dana Roe",
        "title": "Managing Member",
        "through": [{"name": "Sample Growth GP LLC", "capacity": "general partner"}],
    },
}
OLD: dict[str, Any] = {"id": "poa-old", "status": "on_file", "signedOn": "2021-05-11"}


def record(**changes: Any) -> dict[str, Any]:
    """The full record with some keys changed: ``scope__forms`` is the key ``forms`` of ``scope``, None removes one."""
    changed = copy.deepcopy(FULL)
    for path, value in changes.items():
        *steps, last = path.split("__")
        part = changed
        for step in steps:
            part = part[step]
        if value is None:
            del part[last]
        else:
            part[last] = value
    return changed


def filing(*powers: dict[str, Any]) -> Filing:
    return structure({"documentType": "4", "powersOfAttorney": list(powers)})


def text(*powers: dict[str, Any]) -> str:
    """The only text of a filing with these powers."""
    (found,) = ex24_texts(filing(*powers)).values()
    return found


def wording(*powers: dict[str, Any]) -> str:
    """The words of the first exhibit on one line, as EDGAR gets them."""
    return " ".join(next(iter(ex24_texts(filing(*powers)).values())).split())
