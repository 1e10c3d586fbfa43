"""Mutations of signatures, powers of attorney and attachments."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from mutations.mutation import Draft, day_of, mutation

WHOSE = "the direct holder is not identified either"
UNLISTED = "the remarks do not list the exhibit either"


@mutation("the form is not signed", "SG101")
def _(draft: Draft) -> str | None:
    draft.signatures.clear()
    return "/ownerSignatures"


@mutation("a signature has no date", "SG101")
def _(draft: Draft) -> str | None:
    draft.signatures[0].pop("signatureDate")
    return "/ownerSignatures/0/signatureDate"


@mutation("a second owner has not signed", "SG101", RO107=WHOSE, RO108="the joint form has no disclaimer either")
def _(draft: Draft) -> str | None:
    if len(draft.owners) > 1:
        return None
    draft.owners.append({"rptOwnerCik": "0009990042", "rptOwnerName": "Specimen Sam", "isDirector": True})
    return "/ownerSignatures"


@mutation("the form is signed before the trade", "DL103", AM102="and before the original")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    day = day_of(row.row) if row else None
    if row is None or day is None or len(draft.signatures) > 1:
        return None
    draft.signatures[0]["signatureDate"] = (day - timedelta(days=1)).isoformat()
    return f"{row.at}/transactionDate"


@mutation("a stranger signs without stating a capacity", "SG102")
def _(draft: Draft) -> str | None:
    owner, signature = draft.owners[0], draft.signatures[0]
    if len(draft.owners) > 1 or len(draft.signatures) > 1 or "LLC" in str(owner.get("rptOwnerName")):
        return None
    draft.signatures[0] = {"signatureName": "/s/ Alex Poe", "signatureDate": signature["signatureDate"]}
    draft.document.pop("powersOfAttorney", None)
    return "/ownerSignatures/0/signatureName"


@mutation("a signature has 256 characters", "SG202")
def _(draft: Draft) -> str | None:
    name = draft.signatures[0]["signatureName"]
    draft.signatures[0]["signatureName"] = name + " and so on".ljust(256 - len(name), "n")
    return "/ownerSignatures/0/signatureName"


@mutation("there are 11 signatures", "SG201")
def _(draft: Draft) -> str | None:
    signature = {"signatureName": "/s/ Sam Specimen, Trustee", "signatureDate": draft.last_signed.isoformat()}
    draft.signatures.extend(dict(signature) for _ in range(11 - len(draft.signatures)))
    return "/ownerSignatures"


def with_power(draft: Draft, **changes: Any) -> str | None:
    """The filing signed by an agent, under a power that is sound but for the changes."""
    signature = draft.signatures[0]
    if len(draft.owners) > 1 or len(draft.signatures) > 1:
        return None
    name = str(draft.owners[0]["rptOwnerName"])
    signature |= {
        "signatureName": f"/s/ Alex Poe, attorney-in-fact for {name}", "capacity": "attorney_in_fact",
        "powerOfAttorney": "poa-1",
    }  # fmt: skip
    power = {
        "id": "poa-1", "status": "on_file", "signedOn": (draft.last_signed - timedelta(days=30)).isoformat(),
        "principal": {"name": name}, "attorneys": [{"name": "Alex Poe"}],
    }  # fmt: skip
    draft.document["powersOfAttorney"] = [power | changes]
    return "/powersOfAttorney/0"


@mutation("a power of attorney is dated after the signature", "SG107")
def _(draft: Draft) -> str | None:
    place = with_power(draft, signedOn=(draft.last_signed + timedelta(days=1)).isoformat())
    return place and f"{place}/signedOn"


@mutation("a power of attorney had expired", "SG107")
def _(draft: Draft) -> str | None:
    day = (draft.last_signed - timedelta(days=1)).isoformat()
    place = with_power(draft, duration={"kind": "until_date", "date": day})
    return place and f"{place}/duration/date"


@mutation("a power of attorney had been revoked", "SG107")
def _(draft: Draft) -> str | None:
    place = with_power(draft, revokedOn=draft.last_signed.isoformat())
    return place and f"{place}/revokedOn"


@mutation("a power of attorney names another agent", "SG105")
def _(draft: Draft) -> str | None:
    place = with_power(draft, attorneys=[{"name": "Sam Specimen"}])
    return place and "/ownerSignatures/0/signatureName"


@mutation("a signature cites a power that is not there", "SG104")
def _(draft: Draft) -> str | None:
    place = with_power(draft, id="poa-2")
    return place and "/ownerSignatures/0/powerOfAttorney"


def attach(draft: Draft, **exhibit: str) -> str:
    """One more exhibit; returns its place."""
    draft.document.setdefault("exhibits", []).append(exhibit)
    return f"/exhibits/{len(draft.document['exhibits']) - 1}"


@mutation("a PDF is attached", "EX102", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    place = attach(draft, documentType="EX-99", documentName="letter.pdf", text="A letter.")
    return f"{place}/documentName"


@mutation("an attachment has a type that EDGAR does not accept", "EX102")
def _(draft: Draft) -> str | None:
    place = attach(draft, documentType="EX-10", documentName="letter.txt", text="A letter.")
    return f"{place}/documentType"


@mutation("a file name has a capital letter", "EX201", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    place = attach(draft, documentType="EX-99", documentName="Letter.txt", text="A letter.")
    return f"{place}/documentName"


@mutation("the text of an exhibit has a curly apostrophe", "EX202", EX101=UNLISTED)
def _(draft: Draft) -> str | None:
    text = "A person\N{RIGHT SINGLE QUOTATION MARK}s letter."
    place = attach(draft, documentType="EX-99", documentName="letter.txt", text=text)
    return f"{place}/text"


@mutation("an override matches no finding", "OV101")
def _(draft: Draft) -> str | None:
    accepted = {"rule": "HD104", "place": "/reportingOwners/0", "reason": "Known.", "by": "A. Counsel"}
    draft.document.setdefault("overrides", []).append(accepted)
    return f"/overrides/{len(draft.document['overrides']) - 1}"


@mutation("an override accepts what EDGAR suspends", "OV102")
def _(draft: Draft) -> str | None:
    accepted = {"rule": "RO102", "place": "/reportingOwners/0", "reason": "Known.", "by": "A. Counsel"}
    draft.document.setdefault("overrides", []).append(accepted)
    return f"/overrides/{len(draft.document['overrides']) - 1}"
