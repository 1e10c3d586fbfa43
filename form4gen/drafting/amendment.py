"""The Form 4/A of a form: the rows that are corrected, each in full, and the footnotes that say what is corrected."""

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
    """The Form 4/A that corrects rows of a Form 4 or 4/A. Raises UnusableInputError."""
    filing, account = given.filing, Account()
    period = filing.period_of_report
    if filing.form != "4":
        raise UnusableInputError(
            f"{given.source} is a Form {filing.document_type}. Only a Form 4 or 4/A is amended here."
        )
    rows = [_row_of(each, filing) for each in request.rows]
    _check_rows(rows, given)
    original = _original(given, request, account)
    alone = History(filing.issuer, filing.reporting_owners, (Form(given, original),))
    notes = Notes(account, None)
    shifts = _balances(dict(zip(rows, request.rows, strict=True)), filing, account)
    tables: dict[str, list[DraftRow]] = {TABLE_I: [], TABLE_II: []}
    for row, correction in sorted(zip(rows, request.rows, strict=True), key=lambda pair: pair[0].number):
        table = TABLE_I if row.table == NAMES[TABLE_I] else TABLE_II
        tables[table].append(_corrected(row, correction, shifts.get(row.at.pointer), given, original, notes, account))
    document: Document = {
        "documentType": "4/A",
        "periodOfReport": period.isoformat()
        if period
        else placeholder("the date in Item 3 of the original, YYYY-MM-DD"),
        "dateOfOriginalSubmission": original.isoformat(),
        "notSubjectToSection16": filing.not_subject_to_section16,
        **head.head(alone, given, account),
        "aff10b5One": filing.aff10b5_one,
        **notes.numbered(tables),
        "remarks": head.remarks(given, account),
        "ownerSignatures": head.signatures(given, request.signed, account),
        "powersOfAttorney": head.powers(alone, given, account),
        "context": head.context(given, account),
    }
    account.take("Item 3 and the boxes", place(given))
    for row in filing.rows:
        if row not in rows:
            account.leave(f"{row.name} of {given.source}", "it is not named by --row")
    head.leave_the_rest(given, account)
    kept = {key: value for key, value in document.items() if value or key not in head.IF_ANY}
    return account.draft(kept, f"{place(given)} (Form {filing.document_type}, filed {day(original)})")


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


def _check_rows(rows: Sequence[Row], given: Given) -> None:
    if not rows:
        raise UnusableInputError("Name each row that is corrected, with --row: I.2 is row 2 of Table I.")
    if len({row.at for row in rows}) < len(rows):
        raise UnusableInputError("A row is named twice. Give what is corrected in it after one --row.")
    if not any(isinstance(row, Transaction) for row in rows):
        known = listed([row.name for row in given.filing.transactions])
        raise UnusableInputError(
            "EDGAR accepts no Form 4/A without a transaction. Name one with --row too, and say in --because that it is "
            f"repeated. The transactions are {known or 'none'}."
        )


def _original(given: Given, request: Amend, account: Account) -> date:
    """The day on which the original was filed: Item 4."""
    filing = given.filing
    known = filing.date_of_original_submission if filing.is_amendment else _filed_on(filing)
    found = request.filed or known
    if found is None:
        raise UnusableInputError(
            f"{given.source} does not say when the original was filed. Give that day with --filed."
        )
    source = "--filed" if request.filed else place(given)
    account.take(f"date of the original: {day(found)}", source)
    if known is not None and known != found:
        account.check(f"{given.source} gives {day(known)} as the date of the original, not {day(found)}. Confirm it.")
    return found


def _filed_on(filing: Filing) -> date | None:
    return None if filing.context.filed_at is None else made_on(filing)


def _balances(corrections: dict[Row, Correction], filing: Filing, account: Account) -> dict[str, Decimal]:
    """By the place of a row, by how much its balance changes because of the rows of its line that are corrected."""
    found: dict[str, Decimal] = {}
    for line in ledger(filing):
        shift = Decimal(0)
        for step in line.steps:
            correction = corrections.get(step.row)
            if correction is None:
                if shift:
                    account.check(
                        f"{step.row.name} continues the balance of a corrected row. Correct it too (--row), or say why "
                        "it stays."
                    )
                continue
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
