"""AM105: what an amendment repeats of its original, and what it leaves out."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from form4gen.accounts.history import contents, owners
from form4gen.accounts.lines import names_of
from form4gen.law.authorities import CARE, FORM_4
from form4gen.model.filing import Filing
from form4gen.model.rows import Transaction
from form4gen.prose.texts import words
from form4gen.rules.catalogue import ACCEPTS, WARNING, Breach, rule
from form4gen.rules.engine import Circumstances

_NOT_TO_BE_LOST = (
    "transaction_shares", "transaction_price_per_share", "shares_owned_following_transaction",
    "conversion_or_exercise_price", "exercise_date", "expiration_date", "underlying_security_shares",
)  # fmt: skip


@rule(
    "AM105",
    name="unamended or incomplete lines in amendment",
    on=Filing,
    severity=WARNING,
    edgar=ACCEPTS,
    sources=(FORM_4.at("Instruction 9(a)"), FORM_4.at("Instruction 9(b)"), CARE.at("on joint filers of an amendment")),
    needs=("original",),
)
def unamended_or_incomplete_lines_in_amendment(filing: Filing, circumstances: Circumstances) -> Iterator[Breach]:
    """An amendment gives each amended line in full and repeats no line that is not amended (Instruction 9).

    A repeated line may be read as a second transaction. A line may be repeated if it cites a new footnote, or if it is
    the only one, since EDGAR accepts no form without a transaction. Instruction 9 does not mention reporting persons;
    the check for missing ones is a precaution. EDGAR does not check this.

    Remedy: Delete the lines that do not change and complete those that do. List every reporting person on the
    original.
    """
    original = circumstances.original
    if original is None:
        return
    known = {contents(row) for row in original.transactions}
    same = [row for row in filing.transactions if contents(row) in known]
    repeated = _unexplained(same, filing, original) if len(filing.transactions) > 1 else []
    if repeated:
        are = "is" if len(repeated) == 1 else "are"
        yield Breach(
            repeated[0].at,
            f"{names_of(repeated)} {are} unchanged from the original. Do not repeat lines that are not being amended "
            "(Instruction 9).",
            remedy="Delete the lines that do not change, or cite the footnote that this amendment adds to them.",
        )
    places = {row.at for row in same}
    before = _one_of_a_kind(original)
    for row in filing.transactions:
        if row.at not in places:
            yield from _lost(row, before.get(_kind(row)))
    missing = len(owners(original) - owners(filing))
    if missing:
        what = "person on the original is" if missing == 1 else "persons on the original are"
        message = f"{missing} reporting {what} missing from this amendment."
        yield Breach(filing.at / "reportingOwners", message, remedy="List every reporting person on the original.")


def _unexplained(rows: list[Transaction], filing: Filing, original: Filing) -> list[Transaction]:
    """The rows that cite no footnote whose text the original does not have."""
    texts = set(original.note_texts.values())
    return [row for row in rows if all(filing.note_texts.get(note) in texts for note in row.footnotes)]


def _lost(row: Transaction, before: Transaction | None) -> Iterator[Breach]:
    if before is None:
        return
    for key in _NOT_TO_BE_LOST:
        now, then = getattr(row, key, None), getattr(before, key, None)
        if now is not None and then is not None and now.is_blank and not then.is_blank:
            yield Breach(
                now.at,
                f"{row.name} amends a line of the original but leaves this entry blank, which the original filled in. "
                "Provide the complete line as amended (Instruction 9(b)).",
                remedy="Complete the line as amended, and explain in a footnote anything that it no longer states.",
            )


def _one_of_a_kind(original: Filing) -> dict[Hashable, Transaction]:
    """The rows of the original that are the only ones of their kind."""
    rows: dict[Hashable, list[Transaction]] = {}
    for row in original.transactions:
        rows.setdefault(_kind(row), []).append(row)
    return {kind: of_kind[0] for kind, of_kind in rows.items() if len(of_kind) == 1}


def _kind(row: Transaction) -> Hashable:
    title = words(row.security_title.value)
    return row.table, row.code, row.transaction_date.value, row.is_acquired, title
