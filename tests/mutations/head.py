"""Mutations of the head of the form: issuer, owners, boxes."""

from __future__ import annotations

from datetime import date
from typing import Any

from mutations.mutation import Draft, mutation

UNSIGNED = "the new owners have not signed"
WHOSE = "the direct holder is not identified either"
NO_OWNER = "the power of attorney is of a person with another CIK"
STATES_ALONE = date(2026, 3, 18)  # since then the state is one of the United States


def _sole(draft: Draft) -> dict[str, Any] | None:
    return draft.owners[0] if len(draft.owners) == 1 else None


def _officer(draft: Draft) -> dict[str, Any] | None:
    return next((each for each in draft.owners if each.get("isOfficer")), None)


@mutation("the trading symbol has the prefix of its exchange", "HD105")
def _(draft: Draft) -> str | None:
    draft.document["issuer"]["issuerTradingSymbol"] = "NYSE:" + draft.document["issuer"]["issuerTradingSymbol"]
    return "/issuer/issuerTradingSymbol"


@mutation("the trading symbol is in lower case", "HD105")
def _(draft: Draft) -> str | None:
    draft.document["issuer"]["issuerTradingSymbol"] = draft.document["issuer"]["issuerTradingSymbol"].lower()
    return "/issuer/issuerTradingSymbol"


@mutation("the trading symbol is missing", "HD105")
def _(draft: Draft) -> str | None:
    draft.document["issuer"].pop("issuerTradingSymbol")
    return "/issuer/issuerTradingSymbol"


@mutation("the trading symbol has 11 characters", "HD203")
def _(draft: Draft) -> str | None:
    draft.document["issuer"]["issuerTradingSymbol"] = "ABCDEFGHIJK"
    return "/issuer/issuerTradingSymbol"


@mutation("the issuer has no name", "HD207")
def _(draft: Draft) -> str | None:
    draft.document["issuer"]["issuerName"] = " "
    return "/issuer/issuerName"


@mutation("the form says that no securities are owned", "HD208")
def _(draft: Draft) -> str | None:
    draft.document["noSecuritiesOwned"] = True
    return "/noSecuritiesOwned"


@mutation("an owner has no name", "RO211")
def _(draft: Draft) -> str | None:
    draft.owners[-1].pop("rptOwnerName")
    return f"/reportingOwners/{len(draft.owners) - 1}/rptOwnerName"


@mutation("the issuer has no CIK", "HD202")
def _(draft: Draft) -> str | None:
    draft.document["issuer"].pop("issuerCik")
    return "/issuer/issuerCik"


@mutation("a CIK has 11 digits", "RO202", SG105=NO_OWNER)
def _(draft: Draft) -> str | None:
    draft.owners[0]["rptOwnerCik"] = "12345678901"
    return "/reportingOwners/0/rptOwnerCik"


@mutation("the issuer's CIK is entered for an owner", "HD104", SG105=NO_OWNER)
def _(draft: Draft) -> str | None:
    draft.owners[0]["rptOwnerCik"] = draft.document["issuer"]["issuerCik"]
    return "/reportingOwners/0/rptOwnerCik"


@mutation("an owner is entered twice", "RO203", SG101=UNSIGNED, RO107=WHOSE)
def _(draft: Draft) -> str | None:
    if len(draft.owners) < 10:
        draft.owners.append(dict(draft.owners[0]))
        return f"/reportingOwners/{len(draft.owners) - 1}/rptOwnerCik"
    return None


@mutation("there are 11 owners", "RO106", SG101=UNSIGNED, RO107=WHOSE, RO108="the joint form has no disclaimer either")
def _(draft: Draft) -> str | None:
    for number in range(len(draft.owners), 11):
        owner = {"rptOwnerCik": f"00099990{number:02}", "rptOwnerName": f"Sample Jane {number}", "isDirector": True}
        draft.owners.append(owner)
    return "/reportingOwners"


@mutation("no relationship is checked", "RO101")
def _(draft: Draft) -> str | None:
    owner = _sole(draft)
    if owner is None or owner.get("isOfficer") or owner.get("isOther"):
        return None
    for box in ("isDirector", "isTenPercentOwner"):
        owner.pop(box, None)
    return "/reportingOwners/0"


@mutation("an officer has no title", "RO102")
def _(draft: Draft) -> str | None:
    if owner := _officer(draft):
        owner.pop("officerTitle", None)
        return f"/reportingOwners/{draft.owners.index(owner)}/officerTitle"
    return None


@mutation("Other is checked without a reason", "RO102")
def _(draft: Draft) -> str | None:
    owner = draft.owners[0]
    if owner.get("isOther"):
        return None
    owner["isOther"] = True
    return "/reportingOwners/0/otherText"


@mutation("a title is given and its box is not checked", "RO103")
def _(draft: Draft) -> str | None:
    owner = draft.owners[0]
    if owner.get("isOfficer") or owner.get("officerTitle"):
        return None
    owner["officerTitle"] = "Chief Financial Officer"
    return "/reportingOwners/0/officerTitle"


@mutation("a title has 31 characters", "RO204")
def _(draft: Draft) -> str | None:
    if owner := _officer(draft):
        owner["officerTitle"] = "Chief Financial and Risk Office"
        return f"/reportingOwners/{draft.owners.index(owner)}/officerTitle"
    return None


@mutation("a title points to remarks that are not there", "RO104")
def _(draft: Draft) -> str | None:
    owner = _officer(draft)
    if owner and not draft.document.get("remarks"):
        owner["officerTitle"] = "See Remarks"
        return f"/reportingOwners/{draft.owners.index(owner)}/officerTitle"
    return None


@mutation("a board seat is given as an officer title", "RO105")
def _(draft: Draft) -> str | None:
    if owner := _officer(draft):
        owner["officerTitle"] = "Director"
        return f"/reportingOwners/{draft.owners.index(owner)}/officerTitle"
    return None


@mutation("a ten percent holder uses a code of Rule 16b-3", "TC106")
def _(draft: Draft) -> str | None:
    owner, row = _sole(draft), draft.first("ADFIM", 1)
    if (
        owner is None
        or row is None
        or owner.get("isOther")
        or draft.tells("board", "separate", "former", "designee", "resign", "retire")
    ):
        return None
    for box in ("isDirector", "isOfficer", "officerTitle"):
        owner.pop(box, None)
    owner["isTenPercentOwner"] = True
    return f"{row.at}/transactionCode"


@mutation("a former officer does not check the exit box", "HD103")
def _(draft: Draft) -> str | None:
    owner = _sole(draft)
    if owner is None or owner.get("isDirector") or owner.get("isTenPercentOwner") or not owner.get("isOfficer"):
        return None
    owner["officerTitle"] = "Former Chief Operating Officer"
    return "/notSubjectToSection16"


@mutation("a city has 31 characters", "RO205")
def _(draft: Draft) -> str | None:
    draft.owners[0]["rptOwnerCity"] = "x" * 31
    return "/reportingOwners/0/rptOwnerCity"


@mutation("a ZIP code has 11 characters", "RO207")
def _(draft: Draft) -> str | None:
    draft.owners[0]["rptOwnerZipCode"] = "94025-12345"
    return "/reportingOwners/0/rptOwnerZipCode"


@mutation("the state is not one of EDGAR's codes", "RO208")
def _(draft: Draft) -> str | None:
    if draft.filed_at.date() >= STATES_ALONE:
        return None
    draft.owners[0]["rptOwnerState"] = "ZZ"
    return "/reportingOwners/0/rptOwnerState"


@mutation("a country code is entered as the state", "FP104")
def _(draft: Draft) -> str | None:
    if draft.filed_at.date() < STATES_ALONE or draft.owners[0].get("rptOwnerNonUSAddressFlag"):
        return None
    draft.owners[0]["rptOwnerState"] = "X0"
    return "/reportingOwners/0/rptOwnerState"


@mutation(
    "a form without a transaction keeps its holdings", "HD102", FN101="the footnotes of the rows are cited no more"
)
def _(draft: Draft) -> str | None:
    if not any(draft.transactions()) or draft.document.get("aff10b5One"):
        return None
    for key in ("nonDerivativeTable", "derivativeTable"):
        rows = draft.document.get(key, [])
        draft.document[key] = [row for row in rows if row.get("kind", "transaction") == "holding"]
    return ""
