"""Mutations of attachments, of complete powers of attorney, and of the context."""

from __future__ import annotations

from datetime import date, timedelta

from mutations.mutation import Draft, day_of, mutation, put, value_of
from mutations.signatures import UNLISTED, attach, with_power

FOREIGN_SINCE = date(2026, 3, 18)


def _page(draft: Draft, body: str) -> str:
    html = f"<html><body>{body}</body></html>"
    return f"{attach(draft, documentType='EX-99', documentName='letter.htm', text=html)}/text"


@mutation("an exhibit has a script", "EX207", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return _page(draft, "<script>run()</script>")


@mutation("an exhibit links to another site", "EX208", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return _page(draft, '<a href="https://www.example.com/">a</a>')


@mutation("an exhibit shows an image that EDGAR does not accept", "EX209", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return _page(draft, '<img src="chart.png">')


@mutation("an exhibit has nested tables", "EX210", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return _page(draft, "<table><tr><td><table></table></td></tr></table>")


@mutation("an exhibit has a tag that is not on EDGAR's list", "EX211", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return _page(draft, "<p><span>A</span></p>")


@mutation("a text has a line of 81 characters", "EX203", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return f"{attach(draft, documentType='EX-99', documentName='letter.txt', text='l' * 81)}/text"


@mutation("a table in a text has no column tags", "EX204", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    text = "<TABLE>\n1 2\n</TABLE>"
    return f"{attach(draft, documentType='EX-99', documentName='letter.txt', text=text)}/text"


@mutation("a description has 256 characters", "EX205", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    described = {"documentType": "EX-99", "documentName": "letter.txt", "text": "A letter."}
    return f"{attach(draft, **described, documentDescription='letter ' * 36 + 'more')}/documentDescription"


@mutation("no document refers to a graphic", "EX206")
def _(draft: Draft) -> str | None:
    return f"{attach(draft, documentType='GRAPHIC', documentName='seal.jpg')}/documentName"


@mutation("a power of attorney covers Form 144 alone", "SG106")
def _(draft: Draft) -> str | None:
    place = with_power(draft, scope={"forms": ["144"]})
    return place and f"{place}/scope/forms"


@mutation("an attached power of attorney states no duration", "SG108", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    return with_power(draft, status="attached", exhibitNumber="24", fileName="poa.txt")


@mutation("an entity signs without an individual", "SG103", RO109="an entity is not a director either")
def _(draft: Draft) -> str | None:
    owner = draft.owners[0]
    if len(draft.owners) > 1 or len(draft.signatures) > 1 or owner.get("isOfficer"):
        return None
    owner["rptOwnerName"] = "Example Holdings LLC"
    draft.signatures[0] = {
        "signatureName": "Example Holdings LLC",
        "signatureDate": draft.signatures[0]["signatureDate"],
    }
    return "/ownerSignatures/0/signatureName"


@mutation("a fund is checked as an officer", "RO109")
def _(draft: Draft) -> str | None:
    for number, owner in enumerate(draft.owners):
        is_fund = str(owner.get("rptOwnerName")).upper().replace(".", "").endswith((" LP", " LLC"))
        if is_fund and not owner.get("isDirector") and not owner.get("isOfficer"):
            owner |= {"isOfficer": True, "officerTitle": "Chief Executive Officer"}
            return f"/reportingOwners/{number}/isOfficer"
    return None


@mutation("a gift falls into a blackout", "AD104")
def _(draft: Draft) -> str | None:
    row = draft.first("GPS", 1)
    day = day_of(row.row) if row else None
    if row is None or day is None:
        return None
    closed = {"firstDay": day.isoformat(), "lastDay": day.isoformat(), "name": "the blackout"}
    draft.document.setdefault("context", {})["blackouts"] = [closed]
    return f"{row.at}/transactionDate"


@mutation("a ten percent holder reports on a foreign private issuer", "FP101")
def _(draft: Draft) -> str | None:
    if draft.filed_at.date() < FOREIGN_SINCE or len(draft.owners) > 1 or draft.owners[0].get("isOther"):
        return None
    if draft.first("AMFDI"):
        return None
    for box in ("isDirector", "isOfficer", "officerTitle"):
        draft.owners[0].pop(box, None)
    draft.owners[0]["isTenPercentOwner"] = True
    draft.document.setdefault("context", {})["issuerIsForeignPrivate"] = True
    return "/reportingOwners/0/isTenPercentOwner"


@mutation("Item 2a is blank for an issuer listed abroad", "FP103")
def _(draft: Draft) -> str | None:
    if draft.filed_at.date() < FOREIGN_SINCE or draft.document["issuer"].pop("issuerForeignTradingSymbol", None):
        return None
    if not all(owner.get("isDirector") or owner.get("isOfficer") for owner in draft.owners):
        return None
    listed = {"issuerIsForeignPrivate": True, "issuerForeignListing": "Taiwan Stock Exchange"}
    draft.document.setdefault("context", {}).update(listed)
    return "/issuer/issuerForeignTradingSymbol"


@mutation("the plan box stands on a form of a grant", "TP106", TP101="no footnote mentions the plan either")
def _(draft: Draft) -> str | None:
    codes = {each.code for each in draft.transactions()}
    if codes != {"A"} or draft.filed_at.date() < date(2023, 4, 3) or draft.tells("10b5-1"):
        return None
    draft.document["aff10b5One"] = True
    return "/aff10b5One"


@mutation("an officer's option is exercised under X", "TC107")
def _(draft: Draft) -> str | None:
    row = draft.first("M", 2)
    if row is None or "ption" not in str(value_of(row.row, "securityTitle")):
        return None
    for each in draft.transactions("M"):
        put(each.row, "transactionCode", "X")
    return f"{row.at}/transactionCode"


@mutation("an early gift is on file after its Form 5 was due", "DL111", AD105="the issuer must disclose a late report")
def _(draft: Draft) -> str | None:
    row = draft.first("G", 1)
    day = day_of(row.row) if row else None
    if row is None or day is None or len(list(draft.transactions())) > 1:
        return None
    moved = day - timedelta(days=730)
    put(row.row, "transactionDate", moved.isoformat())
    put(row.row, "transactionAcquiredDisposedCode", "A")
    row.row["transactionFormType"] = "5"
    draft.document["periodOfReport"] = moved.isoformat()
    draft.document.setdefault("context", {})["issuerFiscalYearEnd"] = "12-31"
    return f"{row.at}/transactionDate"


@mutation("a form is signed after its rows were due", "DL102")
def _(draft: Draft) -> str | None:
    day = draft.last_signed
    row = draft.first("SA", 1)
    if row is None or draft.document["documentType"] == "4/A" or draft.tells("10b5-1") or len(draft.signatures) > 1:
        return None
    draft.signatures[0]["signatureDate"] = (day + timedelta(days=14)).isoformat()
    return "/ownerSignatures/0/signatureDate"


@mutation("an address has a street and no city", "RO210")
def _(draft: Draft) -> str | None:
    owner = draft.owners[0]
    if not owner.get("rptOwnerStreet1") or not owner.get("rptOwnerCity") or owner.get("rptOwnerNonUSAddressFlag"):
        return None
    owner.pop("rptOwnerCity")
    return "/reportingOwners/0/rptOwnerCity"


@mutation("the form has no reporting person", "RO201")
def _(draft: Draft) -> str | None:
    if draft.document.get("powersOfAttorney"):
        return None
    draft.owners.clear()
    return "/reportingOwners"
