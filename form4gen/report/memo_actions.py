"""What to do, as the first page of a memorandum lists it."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.location import ROOT
from form4gen.records import NamedTuple
from form4gen.report.actions import Action, by_group
from form4gen.report.causes import Cause
from form4gen.report.phrases import capitalized, figure
from form4gen.report.places import folded
from form4gen.report.record import cited
from form4gen.report.typography import cells, kept, ours, sums
from form4gen.rules.catalogue import Severity

_COLUMN = ", column "
_RANGES = 3
"""Ranges of rows that a place names; of more, it says how many rows they are."""


class Step(NamedTuple):
    """An action on paper: number, imperative, severity, its tag, place and reason; ``has_details`` further below."""

    number: int
    words: str
    severity: str
    tag: str
    where: str
    has_details: bool


class Steps(NamedTuple):
    """The actions of one group; ``start`` is the number of the first."""

    title: str
    start: int
    steps: tuple[Step, ...]


def steps(listed: Iterable[Action], *, is_on_record: bool = False) -> tuple[Steps, ...]:
    """The actions by group."""
    return tuple(
        Steps(group.title(is_on_record=is_on_record), some[0].number, tuple(map(_step, some)))
        for group, some in by_group(listed)
    )


def needs_details(cause: Cause) -> bool:
    """Whether the first page does not say everything about a cause: only short advice is complete there."""
    return cause.severity is not Severity.ADVISORY or bool(cause.expected or cause.arithmetic) or len(cause.all) > 1


def place_of(cause: Cause) -> str:
    """Where the findings of a cause are, in the form's words."""
    return _spelled(cells(cause.places(_RANGES)))


def _spelled(place: str) -> str:
    """The place with a small number of rows in words: ``Seven rows of Table I``."""
    many, _, rest = place.partition(" ")
    return f"{capitalized(figure(int(many), in_words=True))} {rest}" if many.isdecimal() else place


def _step(action: Action) -> Step:
    cause = action.cause
    details = needs_details(cause)
    where = _where(cause)
    if not details:
        where = f"{where} {kept('; '.join(cited(cause.sources)))}."
    return Step(action.number, ours(action.words), cause.severity.value, action.tag, where, details)


def _where(cause: Cause) -> str:
    """The place and what is there: of several findings, what they have in common."""
    if len(cause.findings) > 1:
        place = _spelled(cells(folded((each.cell.partition(_COLUMN)[0] for each in cause.findings), _RANGES)))
        return f"{place}: {cause.name}." if cause.name else f"{place}."
    row, column, rest = cells(cause.lead.cell).partition(_COLUMN)
    place = f"{row}{column}{rest.partition(', ')[0]}"
    message = sums(ours(cause.lead.message))
    if cause.lead.at == ROOT or _begins(message, row):
        return message
    *outer, last = place.split(", ")
    if _begins(message, last):
        return ", ".join((*outer, message))
    return f"{place}: {message.removeprefix(', '.join(outer)).removeprefix(': ')}"


def _begins(message: str, place: str) -> bool:
    return message.casefold().startswith(place.casefold())
