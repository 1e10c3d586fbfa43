"""Mutations of footnotes, remarks and the Rule 10b5-1 box."""

from __future__ import annotations

from datetime import date, timedelta

from mutations.mutation import Draft, cited, day_of, mutation, number_of, put

PRICE = "transactionPricePerShare"
PLAN_SINCE = date(2023, 4, 1)


@mutation("a footnote is not cited", "FN101")
def _(draft: Draft) -> str | None:
    number = len(draft.footnotes) + 1
    if f"F{number}" in draft.footnotes or number > 99:
        return None
    draft.footnotes[f"F{number}"] = "Held in a brokerage account."
    return f"/footnotes/F{number}"


@mutation("a cited footnote is missing", "FN101")
def _(draft: Draft) -> str | None:
    row = draft.first("PSAM", 1)
    if row is None or cited(row.row):
        return None
    draft.add_note(row.row, "securityTitle", "gone")
    draft.footnotes.popitem()
    return f"{row.at}/securityTitle"


@mutation("a footnote has 1,001 characters", "FN101")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row is None or cited(row.row):
        return None
    return "/footnotes/" + draft.add_note(row.row, "securityTitle", "Held in an account. " * 50 + "!")


@mutation("there are 100 footnotes", "FN201", FN202="one cell cites all of them")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row is None or cited(row.row):
        return None
    while len(draft.footnotes) < 100:
        draft.add_note(row.row, "securityTitle", f"Lot {len(draft.footnotes)}.")
    return "/footnotes"


@mutation("the remarks have 2,001 characters", "FN203")
def _(draft: Draft) -> str | None:
    text = draft.document.get("remarks") or ""
    draft.document["remarks"] = text + "Lot. " * ((2001 - len(text)) // 5) + "." * ((2001 - len(text)) % 5)
    return "/remarks"


@mutation("the remarks have a curly apostrophe", "FN204")
def _(draft: Draft) -> str | None:
    draft.document["remarks"] = (
        draft.document.get("remarks") or ""
    ) + " The person\N{RIGHT SINGLE QUOTATION MARK}s lot."
    return "/remarks"


@mutation("the name of a reporting person has a zero-width space", "FN105")
def _(draft: Draft) -> str | None:
    owner = draft.document["reportingOwners"][0]
    owner["rptOwnerName"] = "\N{ZERO WIDTH SPACE}".join((owner["rptOwnerName"][:3], owner["rptOwnerName"][3:]))
    return "/reportingOwners/0/rptOwnerName"


@mutation("a footnote refers to a footnote that does not exist", "FN102")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row is None or cited(row.row):
        return None
    return "/footnotes/" + draft.add_note(row.row, "securityTitle", "See footnote (98).")


@mutation("a footnote still has a bracket from the draft", "FN103")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row is None or cited(row.row):
        return None
    return "/footnotes/" + draft.add_note(row.row, "securityTitle", "Held in the account of [name].")


@mutation("a footnote contains a Social Security number", "FN104")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row is None or cited(row.row):
        return None
    return "/footnotes/" + draft.add_note(row.row, "securityTitle", "Social security number 123-45-6789.")


@mutation("the Rule 10b5-1 box is checked without a footnote", "TP101")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or draft.document.get("aff10b5One") or draft.tells("10b5-1") or draft.filed_at.date() < PLAN_SINCE:
        return None
    draft.document["aff10b5One"] = True
    return "/aff10b5One"


@mutation("a footnote describes a plan, and the box is not checked", "TP102")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or draft.document.get("aff10b5One") or draft.tells("10b5-1") or draft.last_signed < PLAN_SINCE:
        return None
    draft.add_note(row.row, "transactionCode", "The sale was made under a Rule 10b5-1 trading plan.")
    return "/aff10b5One"


def _adopted(draft: Draft, days_before: int) -> str | None:
    row = draft.first("PS", 1)
    traded = day_of(row.row) if row else None
    if row is None or traded is None or draft.document.get("aff10b5One") or draft.tells("10b5-1"):
        return None
    if draft.last_signed < date(2024, 1, 1):
        return None
    adopted = traded - timedelta(days=days_before)
    note = f"Made under a Rule 10b5-1 trading plan adopted on {adopted:%B} {adopted.day}, {adopted.year}."
    for each in draft.transactions("PS"):
        draft.add_note(each.row, "transactionCode", note)
    draft.document["aff10b5One"] = True
    return row.at


@mutation("a plan was adopted after the trade", "TP103")
def _(draft: Draft) -> str | None:
    return _adopted(draft, -9) and f"/footnotes/{list(draft.footnotes)[-1]}"


@mutation("a plan was adopted 27 days before the trade", "TP104")
def _(draft: Draft) -> str | None:
    place = _adopted(draft, 27)
    return place and f"{place}/transactionDate"


@mutation("one trade of two cites the plan's footnote", "TP105")
def _(draft: Draft) -> str | None:
    trades = list(draft.transactions("PS", 1))
    if len(trades) < 2 or _adopted(draft, 300) is None:
        return None
    draft.footnotes[draft.notes_on(trades[-1].row, "transactionCode")[-1]] = "Held in a brokerage account."
    return f"{trades[-1].at}/transactionCode"


def _average(draft: Draft, low: str, high: str) -> str | None:
    row = draft.first("PS", 1)
    if row is None or draft.notes_on(row.row, PRICE) or cited(row.row) or not number_of(row.row, PRICE):
        return None
    put(row.row, PRICE, "14.50")
    text = f"The price is a weighted average; the shares were sold in several trades at prices from ${low} to ${high}."
    undertaking = (
        " The reporting person undertakes to provide the details of each trade to the staff of the SEC upon request."
    )
    draft.add_note(row.row, PRICE, text + undertaking)
    return f"{row.at}/{PRICE}"


@mutation("an average covers a range of more than a dollar", "PR106")
def _(draft: Draft) -> str | None:
    return _average(draft, "14.00", "15.75")


@mutation("an average lies outside its range", "PR107")
def _(draft: Draft) -> str | None:
    return _average(draft, "13.20", "14.10")


@mutation("an average lacks the undertaking to give details", "PR108")
def _(draft: Draft) -> str | None:
    place = None if draft.tells("undertak") else _average(draft, "14.00", "14.90")
    for key, text in draft.footnotes.items():
        draft.footnotes[key] = text.split(" The reporting person undertakes")[0]
    return place


@mutation("a withholding is described as a sale", "TC112")
def _(draft: Draft) -> str | None:
    row = draft.first("F", 1)
    if row is None:
        return None
    draft.bare(row.row)
    draft.add_note(
        row.row, "transactionCode", "The shares were sold in the open market to cover the tax due on the vesting."
    )
    return f"{row.at}/transactionCode"


@mutation("a merger is coded as a sale", "TC113")
def _(draft: Draft) -> str | None:
    row = draft.first("S", 1)
    if row is None:
        return None
    draft.add_note(
        row.row, "transactionCode", "Each share was converted into cash at the effective time of the merger."
    )
    return f"{row.at}/transactionCode"


@mutation("a price is net of commissions", "PR112")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or cited(row.row):
        return None
    draft.add_note(row.row, PRICE, "The price is net of commissions.")
    return f"{row.at}/{PRICE}"
