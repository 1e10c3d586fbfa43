"""The whole form as finished texts, in the order in which the templates print them."""

from __future__ import annotations

from form4gen.law.places import name_of, states
from form4gen.model.filing import Filing, ReportingOwner
from form4gen.model.wording import mark
from form4gen.records import NamedTuple
from form4gen.render.cells import Printed, table_i_row, table_ii_row
from form4gen.render.columns import OWNERS, TABLE_I, TABLE_II
from form4gen.render.fitting import Mark, PageCell, column_shares, fitted, place_shares
from form4gen.render.numbers import day
from form4gen.render.power_of_attorney import ExhibitPage, exhibits

WITHHELD = "(address withheld)"
# A province of Canada, such as ON; and what the running head has room for.
_ABBREVIATED, _RUNNING_NAME = 2, 80


class Owner(NamedTuple):
    """Items 1 and 5 of one reporting person."""

    name: str = ""
    street: tuple[str, ...] = ()
    city: str = ""
    state: str = ""
    zip_code: str = ""
    country: str = ""
    is_director: bool = False
    is_ten_percent_owner: bool = False
    is_officer: bool = False
    is_other: bool = False
    officer_title: str = ""
    other_text: str = ""

    @property
    def address(self) -> str:
        """The whole address on one line."""
        place = " ".join(part for part in (self.city, self.state, self.zip_code) if part)
        return ", ".join(part for part in (*(line.rstrip(" ,") for line in self.street), place, self.country) if part)

    @property
    def director(self) -> str:
        """The cross in the table of a joint filing."""
        return "X" if self.is_director else ""

    @property
    def ten_percent_owner(self) -> str:
        """The cross in the table of a joint filing."""
        return "X" if self.is_ten_percent_owner else ""

    @property
    def officer(self) -> str:
        """The office, or a cross, in the table of a joint filing."""
        return self.officer_title or "X" if self.is_officer else ""

    @property
    def other(self) -> str:
        """The other relationship, or a cross, in the table of a joint filing."""
        return self.other_text or "X" if self.is_other else ""

    @property
    def specified(self) -> str:
        """The text on the line of Item 5: the office, the other relationship, or both."""
        return " / ".join(text for text in (self.officer_title, self.other_text) if text)


class Note(NamedTuple):
    """One entry of the Explanation of Responses; ``cited`` is the anchor of its first mark, if it is cited at all.

    ``back`` is how the link to that mark is read aloud.
    """

    number: str
    anchor: str
    cited: str
    text: str
    back: str


class Signature(NamedTuple):
    """A signature line."""

    name: str
    date: str


class Page(NamedTuple):
    """The form, then its exhibits."""

    title: str
    author: str
    signed: str
    running_head: str
    no_longer_subject: bool
    rule_10b5_1: bool
    owner: Owner
    owners: tuple[Owner, ...]
    issuer: str
    symbol: str
    foreign_symbol: str
    earliest_transaction: str
    original_filed: str
    table_i: tuple[tuple[PageCell, ...], ...]
    table_ii: tuple[tuple[PageCell, ...], ...]
    notes: tuple[Note, ...]
    remarks: str
    signatures: tuple[Signature, ...]
    exhibits: tuple[ExhibitPage, ...]
    columns: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_single(self) -> bool:
        """Whether one person files."""
        return len(self.owners) == 1

    @property
    def is_joint(self) -> bool:
        """Whether more than one person files."""
        return len(self.owners) > 1


def page(filing: Filing, *, hide_address: bool = False) -> Page:
    """The whole form of this filing; with ``hide_address``, without the addresses of its owners."""
    marks = _Marks(filing)
    owners = tuple(_owner(owner, hide_address=hide_address) for owner in filing.reporting_owners)
    table_i, columns_i = fitted(TABLE_I, [marks.of(table_i_row(row)) for row in filing.non_derivative_table])
    table_ii, columns_ii = fitted(TABLE_II, [marks.of(table_ii_row(row)) for row in filing.derivative_table])
    issuer = filing.issuer.issuer_name or ""
    symbol = filing.issuer.issuer_trading_symbol or ""
    named = f"{issuer} [ {symbol} ]" if symbol else issuer
    return Page(
        title=", ".join(text for text in (f"Form {filing.document_type}: {named}", _persons(owners)) if text),
        author=_persons(owners),
        signed=max(
            (each.signature_date.isoformat() for each in filing.owner_signatures if each.signature_date), default=""
        ),
        running_head=_running_head(issuer, symbol, owners),
        no_longer_subject=filing.not_subject_to_section16,
        rule_10b5_1=filing.aff10b5_one,
        owner=owners[0] if owners else Owner(),
        owners=owners,
        issuer=issuer,
        symbol=symbol,
        foreign_symbol=filing.issuer.issuer_foreign_trading_symbol or "",
        earliest_transaction=day(filing.period_of_report) if filing.period_of_report else "",
        original_filed=day(filing.date_of_original_submission) if filing.date_of_original_submission else "",
        table_i=table_i,
        table_ii=table_ii,
        notes=marks.notes(),
        remarks=filing.remarks or "",
        signatures=tuple(
            Signature(each.signature_name or "", day(each.signature_date) if each.signature_date else "")
            for each in filing.owner_signatures
        ),
        exhibits=exhibits(filing),
        columns=(
            ("one col", columns_i),
            ("two col", columns_ii),
            ("owners col", column_shares(OWNERS, [as_row(owner) for owner in owners]) if len(owners) > 1 else ()),
            ("thirds span", place_shares([place_of(owner) for owner in owners[:1]])),
        ),
    )


class _Marks:
    """Numbers the marks in the order of the page, so that each note can link back to its first mark."""

    def __init__(self, filing: Filing) -> None:
        self._notes = filing.footnotes
        # Anchors are numbered, because an id may be any text, and not every text can be an anchor.
        self._anchors = {note.id: f"note-{number}" for number, note in enumerate(filing.footnotes, 1)}
        self._cited: dict[str, str] = {}

    def of(self, row: tuple[Printed, ...]) -> tuple[PageCell, ...]:
        return tuple(
            PageCell(cell.text, (cell.text,), tuple(map(self._mark, cell.footnotes)), cell.gap) for cell in row
        )

    def _mark(self, footnote: str) -> Mark:
        note = self._anchors.get(footnote, "")
        is_first = bool(note) and footnote not in self._cited
        if is_first:
            self._cited[footnote] = note.replace("note", "cited")
        text = f"({mark(footnote)})"
        return Mark(text, note, self._cited[footnote] if is_first else "", f"Footnote {text}")

    def notes(self) -> tuple[Note, ...]:
        return tuple(
            Note(number := mark(note.id), self._anchors[note.id], self._cited.get(note.id, ""), note.text, back(number))
            for note in self._notes
        )


def back(number: str) -> str:
    """How the link from a note to its first mark is read aloud."""
    return f"{number}. Back to where this note is cited"


def as_row(owner: Owner) -> tuple[str, ...]:
    """The texts of an owner in the table of owners that widen a column: those of boxes are one letter."""
    return owner.name, owner.address, "", "", owner.officer_title, owner.other_text


def place_of(owner: Owner) -> tuple[str, str, str]:
    """The texts of the last line of an address in Item 1."""
    return owner.city, owner.state, owner.zip_code


def _owner(owner: ReportingOwner, *, hide_address: bool) -> Owner:
    person = Owner(
        name=owner.rpt_owner_name or "",
        is_director=owner.is_director,
        is_ten_percent_owner=owner.is_ten_percent_owner,
        is_officer=owner.is_officer,
        is_other=owner.is_other,
        officer_title=owner.officer_title or "",
        other_text=owner.other_text or "",
    )
    if hide_address:
        return person._replace(street=(WITHHELD,))
    state, country = _state_and_country(owner)
    return person._replace(
        street=tuple(line for line in (owner.rpt_owner_street1, owner.rpt_owner_street2) if line),
        city=owner.rpt_owner_city or "",
        state=state,
        zip_code=owner.rpt_owner_zip_code or "",
        country=country,
    )


def _state_and_country(owner: ReportingOwner) -> tuple[str, str]:
    """The state, province or territory, and the country, each named once: a country may be given as both."""
    country = _country(owner)
    code = (owner.rpt_owner_state or "").strip()
    state = owner.rpt_owner_non_us_state_territory or owner.rpt_owner_state_description or code
    if code == state and code not in states() and name_of(code):
        state = country  # where the code of a country is in the place of the state, its name is printed
    province, _, rest = country.partition(", ")
    if rest == "CANADA" and (_same(state, province, country) or len(state) <= _ABBREVIATED):
        return (province if _same(state, "", country) else state), rest
    return ("" if _same(state, country) else state), country


def _same(name: str, *others: str) -> bool:
    return name.strip().casefold() in (other.casefold() for other in others)


def _country(owner: ReportingOwner) -> str:
    """The country in words, as the form prints it since 2026.

    Until then the country was entered in place of the state, from the same list of codes.
    """
    if owner.rpt_owner_country:
        return name_of(owner.rpt_owner_country) or owner.rpt_owner_country
    state = (owner.rpt_owner_state or "").strip()
    if state in states():
        return "UNITED STATES"
    return name_of(state) or ""


def _running_head(issuer: str, symbol: str, owners: tuple[Owner, ...]) -> str:
    """Issuer and persons on one line, with names shortened that have no room there."""
    issuer = _shortened(issuer)
    named = f"{issuer} [ {_shortened(symbol)} ]" if symbol else issuer
    persons = _persons(tuple(owner._replace(name=_shortened(owner.name)) for owner in owners))
    return ", ".join(text for text in (named, persons) if text)


def _shortened(name: str) -> str:
    """The name, if it is too long for a running head only its first part."""
    return name if len(name) <= _RUNNING_NAME else f"{name[: _RUNNING_NAME - 1].rstrip()}\u2026"


def _persons(owners: tuple[Owner, ...]) -> str:
    if len(owners) < 2:  # noqa: PLR2004
        return owners[0].name if owners else ""
    others = len(owners) - 1
    return f"{owners[0].name} and {others} other{'s' if others > 1 else ''}"
