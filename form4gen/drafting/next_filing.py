"""The next form of a person: this week's transactions, from the forms before."""

from __future__ import annotations

from datetime import date

from form4gen.accounts.filing_history import History
from form4gen.accounts.history import made_on
from form4gen.drafting import head
from form4gen.drafting.asked import Request
from form4gen.drafting.book import Book
from form4gen.drafting.choosing import base_of
from form4gen.drafting.draft import Account, Document, Draft, place
from form4gen.drafting.holdings import holdings
from form4gen.drafting.notes import DraftRow, Notes
from form4gen.drafting.positions import TABLE_I, TABLE_II
from form4gen.drafting.trades import trade_rows
from form4gen.model.placeholders import placeholder
from form4gen.model.wording import day, listed


def next_filing(history: History, request: Request) -> Draft:
    """A Form 4 that continues the forms of a history. Raises UnusableInputError where a balance cannot go on."""
    account = Account()
    form, base = base_of(history)
    if form.is_stray_amendment:
        account.check(f"The newest file, {base.source}, is an amendment whose original is not given. Give that too.")
    on = request.on or made_on(base.filing)
    notes = Notes(account, on)
    book = Book(holdings(history, account), notes, account, on)
    for change in request.changes:
        book.change(change)
    rows: dict[str, list[DraftRow]] = {TABLE_I: [], TABLE_II: []}
    for table, row in trade_rows(request.trades, book, notes, account):
        rows[table].append(row)
    for position in book.listed(everything=request.all_holdings or not request.trades):
        rows[position.table].append(position.row())
    document: Document = {
        "documentType": "4",
        "periodOfReport": _period(request.on, account),
        "notSubjectToSection16": head.exit_box(base, request, account),
        **head.head(history, base, account),
        "aff10b5One": head.plan_box(base, request, account),
        **notes.numbered(rows),
        "remarks": head.remarks(base, account),
        "ownerSignatures": head.signatures(base, request.signed, account),
        "powersOfAttorney": head.powers(history, base, account),
        "context": head.context(base, account),
    }
    notes.leave_the_others(base)
    head.leave_the_rest(base, account)
    document = {key: value for key, value in document.items() if value or key not in head.IF_ANY}
    return account.draft(document, _words(history))


def _period(on: date | None, account: Account) -> str:
    if on is None:
        return placeholder("the date of the earliest transaction, YYYY-MM-DD")
    account.take(f"date of earliest transaction: {day(on)}", "--date")
    return on.isoformat()


def _words(history: History) -> str:
    form, base = base_of(history)
    count = len(history.forms)
    which = "the only form" if count == 1 else f"the newest of {count} forms"
    persons = listed([owner.name for owner in history.owners])
    made = f"Form {base.filing.document_type}, {day(form.made)}"
    issuer = (history.issuer.issuer_name or "the issuer").removesuffix(".")  # the sentence ends with a period
    return f"{place(base)} ({made}), {which} of {persons} in {issuer}"
