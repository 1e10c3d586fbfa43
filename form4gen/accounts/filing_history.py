"""The filings of the same reporting persons on the same issuer, in order, each with its amendments."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date

from form4gen.accounts.history import bare_cik, contents, in_order, made_on, original_of, owners
from form4gen.model.filing import Filing, Issuer, ReportingOwner
from form4gen.records import NamedTuple


class Given(NamedTuple):
    """A filing, and the name of the file that it came from."""

    source: str
    filing: Filing


class Form(NamedTuple):
    """A filing with its day and the amendments to it, oldest first.

    An amendment whose original is not given is a form of its own.
    """

    given: Given
    made: date
    amendments: tuple[Given, ...] = ()

    @property
    def is_stray_amendment(self) -> bool:
        """An amendment whose original is not given."""
        return self.given.filing.is_amendment


class History(NamedTuple):
    """The forms of the same reporting persons on one issuer, oldest first, with the names of the last that has them."""

    issuer: Issuer
    owners: tuple[ReportingOwner, ...]
    forms: tuple[Form, ...]


class Histories(NamedTuple):
    """The histories, ordered by issuer and persons; the copies, each with what it repeats; and what has no place.

    A filing has no place if it lacks the CIK of the issuer or of a reporting person, or any date.
    """

    found: tuple[History, ...]
    copies: tuple[tuple[Given, Given], ...]
    left_out: tuple[tuple[Given, str], ...]


def histories(given: Iterable[Given]) -> Histories:
    """The filings by issuer and reporting persons, told apart by CIK; the order in which they are given is irrelevant.

    A joint filing belongs to all of its reporting persons together, as HB107 compares forms.
    """
    groups: dict[tuple[str, frozenset[str]], list[Given]] = {}
    left_out: list[tuple[Given, str]] = []
    for each in in_order(sorted(given, key=lambda each: each.source), lambda each: each.filing):
        reason = _no_place(each.filing)
        if reason:
            left_out.append((each, reason))
        else:
            key = (bare_cik(each.filing.issuer.issuer_cik), owners(each.filing))
            groups.setdefault(key, []).append(each)
    found, copies = [], []
    for key in sorted(groups, key=lambda each: (each[0].zfill(10), sorted(each[1]))):
        own, repeated = _without_copies(groups[key])
        copies += repeated
        named = [each.filing for each in own if _has_names(each.filing)] or [own[-1].filing]
        found.append(History(named[-1].issuer, named[-1].reporting_owners, _forms(own)))
    return Histories(tuple(found), tuple(copies), tuple(left_out))


def _has_names(filing: Filing) -> bool:
    """Whether the names are there; the XML that a filer sends has only the CIKs."""
    return bool(filing.issuer.issuer_name) and all(owner.rpt_owner_name for owner in filing.reporting_owners)


def _no_place(filing: Filing) -> str:
    if not bare_cik(filing.issuer.issuer_cik):
        return "it has no issuer CIK"
    if not owners(filing):
        return "it has no CIK of a reporting person"
    return "" if made_on(filing) else "it has no filing date, signature date or date in Item 3"


def identity(filing: Filing) -> Hashable:
    """What two copies of one filing have in common, whatever format they are in."""
    rows = tuple(contents(row) for row in filing.rows)
    return filing.document_type, filing.period_of_report, filing.date_of_original_submission, rows


def _without_copies(group: Sequence[Given]) -> tuple[list[Given], list[tuple[Given, Given]]]:
    first: dict[Hashable, Given] = {}
    copies = []
    for each in group:
        original = first.setdefault(identity(each.filing), each)
        if original is not each:
            copies.append((each, original))
    return list(first.values()), copies


def _forms(group: Sequence[Given]) -> tuple[Form, ...]:
    by_identity = {id(each.filing): each for each in group}
    filings = [each.filing for each in group]
    amendments: dict[int, list[Given]] = {}
    alone = []
    for each in group:
        original = original_of(each.filing, filings)
        if original is None:
            alone.append(each)
        else:
            amendments.setdefault(id(by_identity[id(original)].filing), []).append(each)
    return tuple(Form(each, _day(each.filing), tuple(amendments.get(id(each.filing), ()))) for each in alone)


def _day(filing: Filing) -> date:
    """The day of the form; for an amendment whose original is not given, that of the original."""
    made = made_on(filing)
    assert made is not None  # noqa: S101  a filing without one has no place in a history
    return filing.date_of_original_submission or made if filing.is_amendment else made
