"""Mutations of dates: box 3, trades, deadlines, amendments."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from mutations.mutation import Draft, Placed, cited, day_of, drop, mutation, put, value_of

from form4gen.law.deadline import add_business_days

DAY = "transactionDate"
OFF_MARKET = (
    "private",
    "agreement",
    "offering",
    "plan",
    "exchange",
    "conver",
    "merger",
    "contribut",
    "redeem",
    "tender",
)
KNOWN = "the issuer must disclose a late report"
BOX_3 = "box 3 was right for the true dates"
CLEAR = ("S", "F", "M", "X")
LATE = "a trade of an earlier day was due earlier"
PLAN = "a plan must have been there, and waited, before the trade"


def _days(draft: Draft) -> list[date]:
    return [day for each in draft.transactions() if (day := day_of(each.row))]


def _move_all(draft: Draft, day: date) -> None:
    for each in draft.transactions():
        put(each.row, DAY, day.isoformat())
    draft.document["periodOfReport"] = day.isoformat()


@mutation("box 3 is a day late", "HD101")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] == "4/A" or not _days(draft):
        return None
    draft.document["periodOfReport"] = (max(_days(draft)) + timedelta(days=1)).isoformat()
    return "/periodOfReport"


@mutation("box 3 is a day early", "HD101")
def _(draft: Draft) -> str | None:
    if (
        draft.document["documentType"] == "4/A"
        or not _days(draft)
        or draft.tells("part ", "form 4", "forms 4", "filings", "reports")
    ):
        return None
    draft.document["periodOfReport"] = (min(_days(draft)) - timedelta(days=1)).isoformat()
    return "/periodOfReport"


@mutation("box 3 is empty", "HD201")
def _(draft: Draft) -> str | None:
    draft.document.pop("periodOfReport")
    return "/periodOfReport"


@mutation("a transaction has no date", "DL201")
def _(draft: Draft) -> str | None:
    row = draft.first("PSA", 1)
    if row and not cited(row.row):
        row.row.pop(DAY)
        return f"{row.at}/{DAY}"
    return None


def _one_of_a_day(draft: Draft) -> Placed | None:
    """A trade of an original that has other transactions of the same day, and describes no late report."""
    trades = list(draft.transactions("PSF", 1))
    is_one_day = len(list(draft.transactions())) > 1 and len(set(_days(draft))) == 1
    if not trades or not is_one_day or draft.document["documentType"] == "4/A":
        return None
    return None if draft.tells("late ", "previously", "not report", "error", "correct") else trades[-1]


@mutation("the year of a trade is one too late", "DL103", DL104="no market may be open on that day")
def _(draft: Draft) -> str | None:
    if row := _one_of_a_day(draft):
        put(row.row, DAY, (_days(draft)[0] + timedelta(days=364)).isoformat())
        return f"{row.at}/{DAY}"
    return None


@mutation("the year of a trade is one too early", "DL108", AD105=KNOWN, DL101=LATE, HD101=BOX_3, TP103=PLAN)
def _(draft: Draft) -> str | None:
    if row := _one_of_a_day(draft):
        put(row.row, DAY, (_days(draft)[0] - timedelta(days=364)).isoformat())
        return f"{row.at}/{DAY}"
    return None


@mutation("the trades are dated on a Saturday", "DL104", AD105=KNOWN, DL101=LATE)
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or len(set(_days(draft))) > 1 or draft.tells(*OFF_MARKET):
        return None
    _move_all(draft, _days(draft)[0] - timedelta(days=_days(draft)[0].weekday() + 2))
    return f"{row.at}/{DAY}"


@mutation("the trades are dated on Thanksgiving", "DL104", AD105=KNOWN, DL101=LATE)
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or len(set(_days(draft))) > 1 or draft.tells(*OFF_MARKET):
        return None
    first = date(_days(draft)[0].year - 1, 11, 1)
    _move_all(draft, first + timedelta(days=(3 - first.weekday()) % 7 + 21))
    return f"{row.at}/{DAY}"


def _due(draft: Draft) -> datetime | None:
    days = set(_days(draft))
    row = draft.first()
    if len(days) != 1 or row is None or draft.document["documentType"] == "4/A" or draft.tells("plan"):
        return None
    if any(each.row.get("transactionFormType") == "5" for each in draft.transactions()):
        return None
    if not all(value_of(each.row, "transactionCode") in CLEAR for each in draft.transactions()):
        return None  # the rest may wait for Form 5, or nobody can tell
    due = add_business_days(days.pop(), 2)
    return draft.filed_at.replace(year=due.year, month=due.month, day=due.day, hour=22, minute=0, second=0)


@mutation("the filing is a minute late", "DL101", AD105=KNOWN, DL109="EDGAR has closed for the day")
def _(draft: Draft) -> str | None:
    due, row = _due(draft), draft.first()
    if due is None or row is None:
        return None
    draft.filed_at = due + timedelta(minutes=1)
    return f"{row.at}/{DAY}"


@mutation("the filing is a day late", "DL101", AD105=KNOWN)
def _(draft: Draft) -> str | None:
    due, row = _due(draft), draft.first()
    if due is None or row is None:
        return None
    day = add_business_days(due.date(), 1)
    draft.filed_at = due.replace(year=day.year, month=day.month, day=day.day, hour=18)
    return f"{row.at}/{DAY}"


@mutation(
    "the filing is planned for five in the morning", "DL109", SG109="a filing still to come needs its signed page"
)
def _(draft: Draft) -> str | None:
    if "filedAt" not in draft.document.get("context", {}):
        return None
    draft.filed_at = draft.filed_at.replace(hour=5, minute=0)
    draft.document["context"].pop("accessionNumber", None)
    return "/context/filedAt"


@mutation("the trade date is repeated as deemed execution date", "DL105")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    if row is None or draft.tells("plan", "10b5-1"):
        return None
    put(row.row, "deemedExecutionDate", row.row["transactionDate"])
    return f"{row.at}/deemedExecutionDate"


@mutation("the deemed execution date is before the trade", "DL106", DL105="there is no ground for one either")
def _(draft: Draft) -> str | None:
    row = draft.first("PS", 1)
    day = day_of(row.row) if row else None
    if row is None or day is None:
        return None
    row.row["deemedExecutionDate"] = (day - timedelta(days=1)).isoformat()
    return f"{row.at}/deemedExecutionDate"


@mutation("a sale is marked as reported early", "TC109")
def _(draft: Draft) -> str | None:
    if row := draft.first("S", 1):
        row.row["transactionFormType"] = "5"
        return f"{row.at}/transactionFormType"
    return None


@mutation("an amendment does not date its original", "AM101")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] != "4/A":
        return None
    draft.document.pop("dateOfOriginalSubmission")
    return "/dateOfOriginalSubmission"


@mutation("an original dates an original", "AM101")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] == "4/A":
        return None
    draft.document["dateOfOriginalSubmission"] = draft.filed_at.date().isoformat()
    return "/dateOfOriginalSubmission"


@mutation("an original is later than the signature of its amendment", "AM102")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] != "4/A":
        return None
    draft.document["dateOfOriginalSubmission"] = (draft.last_signed + timedelta(days=7)).isoformat()
    return "/dateOfOriginalSubmission"


@mutation("an original was filed on a Sunday", "AM102")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] != "4/A":
        return None
    day = date.fromisoformat(draft.document["dateOfOriginalSubmission"])
    draft.document["dateOfOriginalSubmission"] = (day + timedelta(days=6 - day.weekday())).isoformat()
    return "/dateOfOriginalSubmission"


@mutation("an amendment does not say what it changes", "AM103", HB105="the footnote that named the trust is gone")
def _(draft: Draft) -> str | None:
    if draft.document["documentType"] != "4/A":
        return None
    draft.document["remarks"] = ""
    for note in draft.footnotes:
        draft.footnotes[note] = "Held in a brokerage account."
    return "/footnotes"


@mutation("an amendment reports what happened after its original", "AM104", DL104="the day after may be a Saturday")
def _(draft: Draft) -> str | None:
    rows = list(draft.transactions())
    if draft.document["documentType"] != "4/A":
        return None
    original = date.fromisoformat(draft.document["dateOfOriginalSubmission"])
    put(rows[-1].row, DAY, (original + timedelta(days=1)).isoformat())
    drop(rows[-1].row, "deemedExecutionDate")
    return f"{rows[-1].at}/{DAY}"
