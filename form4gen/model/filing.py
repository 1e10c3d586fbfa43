"""A filing under Section 16(a): a Form 4 or 4/A, or a Form 3 or 5 that is read as a prior filing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from form4gen.bounds import BESIDE_CHARACTERS
from form4gen.model.context import Context
from form4gen.model.exhibits import Exhibit, PowerOfAttorney
from form4gen.model.fields import (
    Node,
    day,
    flag,
    flag_if_any,
    many,
    notes,
    one,
    table_rows,
    text,
    texts,
)
from form4gen.model.rows import DerivativeRow, NonDerivativeRow, Row, Transaction


class Issuer(Node):
    """Item 2 and item 2a."""

    issuer_cik: str | None = text()
    issuer_name: str | None = text()
    issuer_trading_symbol: str | None = text()
    issuer_foreign_trading_symbol: str | None = text()


class ReportingOwner(Node):
    """Items 1 and 5 for one reporting person."""

    rpt_owner_cik: str | None = text()
    rpt_owner_name: str | None = text()
    rpt_owner_non_us_address_flag: bool | None = flag_if_any("rptOwnerNonUSAddressFlag")
    rpt_owner_street1: str | None = text()
    rpt_owner_street2: str | None = text()
    rpt_owner_city: str | None = text()
    rpt_owner_non_us_state_territory: str | None = text(key="rptOwnerNonUSStateTerritory")
    rpt_owner_state: str | None = text()
    rpt_owner_country: str | None = text()
    rpt_owner_zip_code: str | None = text()
    rpt_owner_state_description: str | None = text()
    is_director: bool = flag()
    is_officer: bool = flag()
    is_ten_percent_owner: bool = flag()
    is_other: bool = flag()
    officer_title: str | None = text()
    other_text: str | None = text()

    @property
    def number(self) -> int:
        """The owner's number in the filing, counted from 1."""
        return int(self.at.token) + 1

    @property
    def name(self) -> str:
        """The owner as a message cites it: the name, or ``reporting person 2``."""
        return self.rpt_owner_name or f"reporting person {self.number}"


class Footnote(Node):
    """One entry of the Explanation of Responses."""

    id: str
    text: str


class OwnerSignature(Node):
    """A signature, with the capacity in which it was given."""

    signature_name: str | None = text()
    signature_date: date | None = day()
    capacity: str | None = text(
        "self", "attorney_in_fact", "officer", "trustee", "general_partner", "guardian", "other"
    )
    title: str | None = text()
    on_behalf_of: tuple[str, ...] = texts()
    power_of_attorney: str | None = text()


class Override(Node):
    """A finding that counsel has accepted."""

    rule: str = text(required=True)
    place: str = text(required=True)
    reason: str = text(required=True)
    by: str = text(required=True)


class Filing(Node):
    """The whole filing."""

    document_type: str = text("3", "3/A", "4", "4/A", "5", "5/A", required=True)
    period_of_report: date | None = day()
    date_of_original_submission: date | None = day()
    no_securities_owned: bool = flag()
    not_subject_to_section16: bool = flag()
    form3_holdings_reported: bool = flag()
    form4_transactions_reported: bool = flag()
    issuer: Issuer = one(Issuer)
    reporting_owners: tuple[ReportingOwner, ...] = many(ReportingOwner)
    aff10b5_one: bool = flag()
    non_derivative_table: tuple[NonDerivativeRow, ...] = table_rows()
    derivative_table: tuple[DerivativeRow, ...] = table_rows()
    footnotes: tuple[Footnote, ...] = notes()
    remarks: str | None = text()
    owner_signatures: tuple[OwnerSignature, ...] = many(OwnerSignature)
    powers_of_attorney: tuple[PowerOfAttorney, ...] = many(PowerOfAttorney)
    exhibits: tuple[Exhibit, ...] = many(Exhibit)
    context: Context = one(Context)
    overrides: tuple[Override, ...] = many(Override)

    @property
    def is_amendment(self) -> bool:
        """A Form 4/A, 3/A or 5/A."""
        return self.document_type.endswith("/A")

    @property
    def form(self) -> str:
        """The form without regard to amendments: ``3``, ``4`` or ``5``."""
        return self.document_type[0]

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every row, Table I before Table II."""
        return (*self.non_derivative_table, *self.derivative_table)

    @cached_property
    def transactions(self) -> tuple[Transaction, ...]:
        """Every transaction row, Table I before Table II."""
        return tuple(row for row in self.rows if isinstance(row, Transaction))

    @cached_property
    def has_officer_or_director(self) -> bool:
        """Whether a reporting person is an officer or a director."""
        return any(owner.is_officer or owner.is_director for owner in self.reporting_owners)

    @cached_property
    def first_signed(self) -> date | None:
        """The day of the first signature."""
        return min((each.signature_date for each in self.owner_signatures if each.signature_date), default=None)

    @cached_property
    def note_texts(self) -> dict[str, str]:
        """Footnote texts by id."""
        return {note.id: note.text for note in self.footnotes}

    @cached_property
    def cited_footnotes(self) -> frozenset[str]:
        """The ids that any cell cites, whether or not such a footnote exists."""
        return frozenset(note for row in self.rows for note in row.footnotes)

    def notes_of(self, *cited: tuple[str, ...]) -> str:
        """The texts of the cited footnotes, in order, joined by line ends; of many long ones the first."""
        texts: list[str] = []
        room = BESIDE_CHARACTERS
        for note in dict.fromkeys(note for ids in cited for note in ids):
            text = self.note_texts.get(note)
            if text is not None and room > 0:
                texts.append(text[:room])
                room -= len(text)
        return "\n".join(texts)

    @cached_property
    def all_text(self) -> str:
        """Every footnote and the remarks, joined by line ends."""
        return "\n".join((*(note.text for note in self.footnotes), self.remarks or ""))

    def nodes(self) -> Iterator[Node]:
        """The filing and every part that a rule may be written on."""
        yield self
        yield self.issuer
        yield from self.reporting_owners
        yield from self.rows
        yield from self.footnotes
        yield from self.owner_signatures
        yield from self.powers_of_attorney
        yield from self.exhibits
        yield from self.overrides
