"""The Form 4/A of a form: the rows that are corrected or added, each in full, with a footnote that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.accounts.filing_history import Form, Given, History
from form4gen.accounts.history import made_on
from form4gen.accounts.ledger import ledger
from form4gen.accounts.lines import amount_of
from form4gen.drafting import head
from form4gen.drafting.asked import Amend, Correction
from form4gen.drafting.corrections import corrected_values, explanation, first_cell, old_value, shown, word
from form4gen.drafting.draft import Account, Document, Draft, place, private_in
from form4gen.drafting.notes import DraftRow, Notes, with_note
from form4gen.drafting.omissions import Addition, Additions
from form4gen.drafting.positions import NAMES, TABLE_I, TABLE_II
from form4gen.errors import UnusableInputError
from form4gen.model.exact import EXACT
from form4gen.model.fields import Cell
from form4gen.model.filing import Filing
from form4gen.model.placeholders import placeholder
from form4gen.model.plain import in_columns, plain
from form4gen.model.rows import Row, Transaction
from form4gen.model.wording import day, listed

_TABLES = {"I": TABLE_I, "II": TABLE_II}
_CITED_FOR = {"transactionAcquiredDisposedCode": "transactionCode"}
"""The cell that cites the footnote where EDGAR takes none in the cell itself (Table II)."""


def amendment(given: Given, request: Amend) -> Draft:
    """The Form 4/A that corrects rows of a Form 4 or 4/A and adds what it omitted. Raises UnusableInputError."""
    filing, account = given.filing, Account()
    if filing.form != "4":
        raise UnusableInputError(
            f"{given.source} is a Form {filing.document_type}. Only a Form 4 or 4/A is amended here."
        )
    corrections = dict(zip([_row_of(each, filing) for each in request.rows], request.rows, strict=True))
    _check_rows(corrections, given, request)
    original = _original(given, request, account)
    alone = History(filing.issuer, filing.reporting_owners, (Form(given, original),))
    notes = Notes(account, None)
    tables = _tables(corrections, request, alone, notes, account)
    document: Document = {
        "documentType": "4/A",
        "periodOfReport": _period(given, request, account),
        "dateOfOriginalSubmission": original.isoformat(),
        "notSubjectToSection16": filing.not_subject_to_section16,
        **head.head(alone, given, account),
        "aff10b5One": filing.aff10b5_one or any(each.row.plan for each in request.added),
        **notes.numbered(tables),
        "remarks": head.remarks(given, account),
        "ownerSignatures": head.signatures(given, request.signed, account),
        "powersOfAttorney": head.powers(alone, given, account),
        "context": head.context(given, account),
    }
    for each in filing.rows:
        if each not in corrections:
            account.leave(f"{each.name} of {given.source}", "it is not among the rows to correct (--row)")
    head.leave_the_rest(given, account)
    kept = {key: value for key, value in document.items() if value or key not in head.IF_ANY}
    return account.draft(kept, f"{place(given)} (Form {filing.document_type}, filed {day(original)})")


def _tables(
    corrections: Mapping[Row, Correction], request: Amend, alone: History, notes: Notes, account: Account
) -> dict[str, list[DraftRow]]:
    """The rows of both tables, in the order of the filed form; an added row follows the one that it continues."""
    (form,) = alone.forms
    given, filing = form.given, form.given.filing
    by_corrections = _shifts(corrections, (), filing)
    additions = Additions(
        alone, form.made, lambda row: by_corrections.get(row.at.pointer, Decimal(0)), notes, account
    ).made(request.added)
    shifts = _shifts(corrections, additions, filing)
    placed: list[tuple[str, int, DraftRow]] = []
    for row, correction in corrections.items():
        corrected = _corrected(row, correction, shifts.get(row.at.pointer), given, form.made, notes, account)
        placed.append((TABLE_I if row.table == NAMES[TABLE_I] else TABLE_II, row.number, corrected))
    placed += [(each.table, each.after, each.row) for each in additions]  # the sort keeps them after the row before
    for each in filing.transactions:
        if shifts.get(each.at.pointer) and each not in corrections:
            account.check(
                f"{each.name} continues the balance of a corrected or added row. Correct it too (--row), or say why it "
                "stays."
            )
    ordered = sorted(placed, key=lambda each: each[1])
    return {name: [row for table, _, row in ordered if table == name] for name in (TABLE_I, TABLE_II)}


def _period(given: Given, request: Amend, account: Account) -> str:
    """Item 3: that of the original, or the day of an earlier transaction that is added."""
    period = given.filing.period_of_report
    earlier = min((each.row.on for each in request.added if each.row.on), default=None)
    account.take("the boxes" if period and earlier and earlier < period else "Item 3 and the boxes", place(given))
    if period is None:
        return placeholder("the date in Item 3 of the original, YYYY-MM-DD")
    if earlier is None or earlier >= period:
        return period.isoformat()
    account.take(f"date of earliest transaction: {day(earlier)}", "--date")
    account.check(
        f"Item 3 of the original gives {day(period)}, and an added transaction is of {day(earlier)}. Confirm the date "
        "in Item 3."
    )
    return earlier.isoformat()


def _row_of(correction: Correction, filing: Filing) -> Row:
    rows: Sequence[Row] = filing.non_derivative_table if correction.table == "I" else filing.derivative_table
    if not 1 <= correction.number <= len(rows):
        there = listed([f"{short}.{row.number}" for short, key in _TABLES.items() for row in _rows(filing, key)])
        raise UnusableInputError(
            f"There is no row {correction.number} in Table {correction.table}. The rows are {there or 'none'}."
        )
    return rows[correction.number - 1]


def _rows(filing: Filing, table: str) -> Sequence[Row]:
    return filing.non_derivative_table if table == TABLE_I else filing.derivative_table


def _check_rows(corrections: Mapping[Row, Correction], given: Given, request: Amend) -> None:
    if not request.rows and not request.added:
        raise UnusableInputError(
            "Name each row that is corrected (--row), such as I.2 for row 2 of Table I, or add an omitted one (--add)."
        )
    if len(corrections) < len(request.rows):
        raise UnusableInputError("A row is named twice. Name it once, with all its corrections (after one --row).")
    adds = any(each.row.code for each in request.added)
    if not adds and not any(isinstance(row, Transaction) for row in corrections):
        known = listed([row.name for row in given.filing.transactions])
        raise UnusableInputError(
            "EDGAR accepts no Form 4/A without a transaction. Name one too (--row), and say that it is repeated "
            f"(--because). The transactions are {known or 'none'}."
        )


def _original(given: Given, request: Amend, account: Account) -> date:
    """The day on which the original was filed: Item 4."""
    filing = given.filing
    known = filing.date_of_original_submission if filing.is_amendment else _filed_on(filing)
    found = request.filed or known
    if found is None:
        raise UnusableInputError(f"{given.source} does not say when the original was filed. Give that day (--filed).")
    source = "--filed" if request.filed else place(given)
    account.take(f"date of the original: {day(found)}", source)
    if known is not None and known != found:
        account.check(f"{given.source} gives {day(known)} as the date of the original, not {day(found)}. Confirm it.")
    return found


def _filed_on(filing: Filing) -> date | None:
    return None if filing.context.filed_at is None else made_on(filing)


def _shifts(corrections: Mapping[Row, Correction], added: Sequence[Addition], filing: Filing) -> dict[str, Decimal]:
    """By the place of a row, by how much its balance changes because of the rows of its line before it, and itself."""
    found: dict[str, Decimal] = {}
    for line in ledger(filing):
        shift = Decimal(0)
        pending = list(added)
        for step in line.steps:
            for each in [each for each in pending if each.moves(step.row, step.row.transaction_date.value)]:
                shift = EXACT.add(shift, each.change)
                pending.remove(each)
            correction = corrections.get(step.row)
            if correction is not None:
                shift = EXACT.add(shift, EXACT.subtract(_change(step.row, correction), _change(step.row, Correction())))
                if correction.owned is not None:
                    shift = EXACT.subtract(correction.owned, step.after)
            found[step.row.at.pointer] = shift
    return found


def _change(row: Transaction, correction: Correction) -> Decimal:
    """What a row adds to the balance, as corrected."""
    amount = correction.shares if correction.shares is not None else amount_of(row) or Decimal(0)
    is_acquired = (correction.mark or row.transaction_acquired_disposed_code.value) == "A"
    return amount if is_acquired else EXACT.minus(amount)


def _corrected(
    row: Row,
    correction: Correction,
    shift: Decimal | None,
    given: Given,
    original: date,
    notes: Notes,
    account: Account,
) -> DraftRow:
    """The whole row as corrected, with the footnote that says what is."""
    texts = (correction.because, correction.note, correction.security, correction.nature, correction.underlying)
    if private := private_in(texts):
        raise UnusableInputError(f"A text for {row.name} appears to contain {private}. Leave it out.")
    new = dict(corrected_values(row, correction, shift))
    cells: Document = {key: value for key, value in plain(row).items() if key == "kind" or not row.fields[key].is_cell}
    for key, field in row.fields.items():
        if field.is_cell:
            cell: Cell[Any] = getattr(row, field.attribute)
            cited = () if key in new and correction.note else cell.footnotes
            written = notes.cell(Cell(new.get(key, cell.value), cited, cell.at), given)
            cells |= {} if written is None else {key: written}
    added = [notes.added(explanation(row, [*new], correction.because, given.filing, original), "--row")]
    added = [notes.added(correction.note, "--note"), *added] if correction.note else added
    for key in dict.fromkeys(_CITED_FOR.get(each, each) for each in new) or (first_cell(row),):
        for note in added:
            cells[key] = with_note(cells.get(key), note)
    _say(row, new, correction, given, account)
    return DraftRow(in_columns(cells), given)


def _say(row: Row, new: Mapping[str, Any], correction: Correction, given: Given, account: Account) -> None:
    """Note what is corrected, what stays, and the footnotes on a corrected value."""
    for key, value in new.items():
        account.take(
            f"{row.name}, {word(key)}: {shown(key, value)} in place of {shown(key, old_value(row, key))}", "--row"
        )
        cited = getattr(row, row.fields[key].attribute).footnotes
        if cited and correction.note:
            account.leave(f"footnote {', '.join(cited)} on the {word(key)} of {row.name}", "--note is in its place")
        elif cited:
            account.check(
                f"Footnote {', '.join(cited)} of {given.source} explains the {word(key)}. Confirm that it still does."
            )
    account.take(f"{row.name}: every other value", place(given, row.name))
