"""The head and the foot of a next form: issuer, persons, boxes, remarks, signatures, powers, and recorded facts."""

from __future__ import annotations

from datetime import date
from typing import Any

from form4gen.accounts.filing_history import Given, History
from form4gen.accounts.history import bare_cik, made_on
from form4gen.accounts.status import recorded_end, still_serving
from form4gen.drafting.asked import Request
from form4gen.drafting.draft import Account, Document, place, private_in
from form4gen.drafting.notes import quoted
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.placeholders import placeholder
from form4gen.model.plain import plain
from form4gen.model.wording import day
from form4gen.prose.offices import pointer, title_of_one_who_left
from form4gen.prose.reading import read
from form4gen.prose.signers import signs_for_another

_ADDRESS = (
    "rptOwnerNonUSAddressFlag", "rptOwnerStreet1", "rptOwnerStreet2", "rptOwnerCity", "rptOwnerNonUSStateTerritory",
    "rptOwnerState", "rptOwnerCountry", "rptOwnerZipCode", "rptOwnerStateDescription",
)  # fmt: skip
IF_ANY = ("notSubjectToSection16", "remarks", "powersOfAttorney", "context")
"""The keys that a draft has only if there is something to say."""

_LASTING = (
    "issuerFiscalYearEnd", "issuerIsForeignPrivate", "issuerJurisdiction", "issuerForeignListing",
    "issuerClassRegisteredOn", "plans", "ownerStatus",
)  # fmt: skip
"""What the context records of the issuer and the persons; the rest is about one filing."""


def head(history: History, base: Given, account: Account) -> Document:
    """Issuer and reporting persons of the base; names that an EDGAR file omits come from another file."""
    issuer = plain(history.issuer) | plain(base.filing.issuer)
    account.take("issuer", place(base))
    owners = [_owner(owner, history, base, account) for owner in base.filing.reporting_owners]
    return {"issuer": issuer, "reportingOwners": owners}


def _owner(owner: ReportingOwner, history: History, base: Given, account: Account) -> Document:
    cik = bare_cik(owner.rpt_owner_cik)
    named = next((each for each in history.owners if bare_cik(each.rpt_owner_cik) == cik), owner)
    found = plain(owner)
    if not owner.rpt_owner_name and named.rpt_owner_name:
        found["rptOwnerName"] = named.rpt_owner_name
    if not any(found.get(key) for key in _ADDRESS[1:]):
        found |= {key: value for key, value in plain(named).items() if key in _ADDRESS}
    name = f"reporting person {owner.number}" if private_in([named.name]) else named.name
    for key, value in found.items():
        if private := private_in([value] if isinstance(value, str) else []):
            account.leave(f"{key} of {name} ({place(base)})", f"it appears to contain {private}")
            found[key] = placeholder("the value, without private information")
    account.take(f"{name}: address, relationship and title", place(base))
    return dict(sorted(found.items(), key=lambda item: tuple(ReportingOwner.fields).index(item[0])))


def exit_box(base: Given, request: Request, account: Account) -> bool:
    """Whether the box for persons no longer subject to Section 16 is checked, with the reason in the account."""
    filing, on = base.filing, request.on or made_on(base.filing) or date.min
    ended = recorded_end(filing)
    source = place(base)
    if request.exit_box is not None:
        is_checked, why, source = request.exit_box, "", "--exit" if request.exit_box else "--no-exit"
    elif still_serving(filing, on) is not None:
        is_checked, why = False, ", as the recorded status says"
    elif ended is not None and ended <= on:
        is_checked, why = True, f", because the recorded status ended on {day(ended)}"
    elif filing.not_subject_to_section16:
        is_checked, why = True, ", as on the last form"
    elif filing.reporting_owners and all(map(title_of_one_who_left, filing.reporting_owners)):
        is_checked, why = True, ", because of the title"
    else:
        is_checked, why = False, ""
    checked = "checked" if is_checked else "not checked"
    account.take(f"box for persons no longer subject to Section 16: {checked}{why}", source)
    return is_checked


def plan_box(base: Given, request: Request, account: Account) -> bool:
    """Whether the Rule 10b5-1 box is checked: if a transaction is under a plan, not because the last form's was."""
    is_planned = any(trade.plan is not None for trade in request.trades)
    if base.filing.aff10b5_one and not is_planned:
        account.leave(
            f"the checked box for Rule 10b5-1 plans ({place(base)})",
            "it is about earlier trades (--plan with the day of adoption checks it)",
        )
    return is_planned


def remarks(base: Given, account: Account) -> str:
    """The remarks if the head of the form needs them: a title that goes on there, or points there."""
    text = base.filing.remarks or ""
    if not text.strip():
        return ""
    if private := private_in([text]):
        account.leave(f"the remarks of {place(base)}", f"they appear to contain {private}")
        return ""
    titles = [each for owner in base.filing.reporting_owners for each in (owner.officer_title, owner.other_text)]
    points = any((found := pointer(title)) is not None and found.is_to_remarks for title in titles)
    if points or read(text).says("title_continued"):
        account.take("remarks", place(base))
        return text
    account.leave(f"the remarks of {place(base)}, {quoted(text)}", "they are about that form")
    return ""


def signatures(base: Given, signed: date | None, account: Account) -> list[Document]:
    """The signatures with name and capacity, and the new day or a placeholder for it."""
    found = []
    when = signed.isoformat() if signed else placeholder("the date of the signature, YYYY-MM-DD")
    for signature in base.filing.owner_signatures:
        written = plain(signature)
        name = written.pop("signatureName", placeholder("/s/ and the name of the signer"))
        if private := private_in([name]):
            account.leave(f"a signature of {place(base)}", f"it appears to contain {private}")
            name = placeholder("/s/ and the name of the signer")
        found.append({"signatureName": name} | written | {"signatureDate": when})
        account.take(f"signature {quoted(name)}, without its date", place(base))
    if signed:
        account.take(f"date of the signature: {day(signed)}", "--signed")
    return found


def powers(history: History, base: Given, account: Account) -> list[Document]:
    """The powers of attorney under which an agent signs, as on file, from the newest form that has any."""
    if not any(map(signs_for_another, base.filing.owner_signatures)):
        if base.filing.powers_of_attorney:
            account.leave(f"the powers of attorney of {place(base)}", "no agent signs")
        return []
    every = [base, *(given for form in reversed(history.forms) for given in (*reversed(form.amendments), form.given))]
    source = next((given for given in every if given.filing.powers_of_attorney), None)
    if source is None:
        account.check(
            "An agent signs, but no file has the power of attorney. Record it in powersOfAttorney, attached or on file."
        )
        return []
    found = [_on_file(power, source.filing) for power in source.filing.powers_of_attorney if power.revoked_on is None]
    for power in found:
        if private := private_in([power.get("text")]):
            power.pop("text")
            account.leave(f"the text of a power of attorney of {place(source)}", f"it appears to contain {private}")
        account.take(f"power of attorney {quoted(power.get('id', ''))}, as on file", place(source))
    return found


def _on_file(power: Any, filing: Filing) -> Document:
    """A power of attorney as on file: one that was attached is so with the form that it was attached to."""
    found = plain(power)
    if power.is_attached:
        filed = made_on(filing)
        record = {
            "accessionNumber": filing.context.accession_number,
            "form": filing.document_type,
            "filedOn": filed.isoformat() if filed else None,
        }
        found |= {"status": "on_file", "onFile": {key: value for key, value in record.items() if value}}
        found.pop("fileName", None)
    return found


def context(base: Given, account: Account) -> Document:
    """What is recorded of the issuer and the persons for the checks; nothing about the earlier filing itself."""
    found = {key: value for key, value in plain(base.filing.context).items() if key in _LASTING}
    if found:
        account.take(f"recorded facts: {', '.join(found)}", place(base))
    return found


def leave_the_rest(base: Given, account: Account) -> None:
    """Note what a next form never takes over."""
    if base.filing.exhibits:
        account.leave(f"the exhibits of {place(base)}", "they belong to that form")
    if base.filing.overrides:
        account.leave(f"the overrides of {place(base)}", "each accepts a finding on that form")
