"""One award for many persons: a filing for each person of a list, checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from form4gen.api.check import Severity, validate
from form4gen.api.drafting import Draft, Given, Request, account_lines, draft_text, next_draft
from form4gen.api.load import load
from form4gen.api.persons import Person, persons_in
from form4gen.cli import outputs
from form4gen.cli.clock import now
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import full, in_utf_8, read, write_error, write_errors, write_output
from form4gen.errors import RefusedFilingError, UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.phrases import count
from form4gen.report.wrapping import printable


class _Made(NamedTuple):
    name: str
    draft: Draft
    errors: int
    warnings: int


def write_each(listed: str, given: Sequence[Given], request: Request, issuer: str, folder: str, *, force: bool) -> None:
    """Write a filing for each person of a list into a folder, and say what the check of each finds.

    Nothing is written unless every filing can be made. Raises UnusableInputError if one cannot, and RefusedFilingError
    at the end if one has errors.
    """
    try:
        persons = persons_in(read(listed, "CSV"))
    except UnusableInputError as error:
        raise UnusableInputError(f"{full(listed)}: {error}") from None
    made: list[_Made] = []
    faults, lines, at = [], dict[str, int](), now()
    for person in persons:
        try:
            made.append(_made(person, given, request, issuer, at))
            _check_new(lines, made[-1].name, person.number)
        except UnusableInputError as error:
            faults.append(
                f"form4gen: {full(listed)}, line {person.number} ({printable(person.owner)}): {_first(error)}"
            )
    if faults:
        write_errors(faults)
        raise UnusableInputError(
            f"Nothing was written: {count(len(faults), 'person')} of {len(persons)} cannot be done."
        )
    sources = [each.source for each in given]
    places = outputs.places(folder, [each.name for each in made], source=listed, force=force, others=sources)
    for each in made:
        outputs.write(places[each.name], draft_text(each.draft).encode(), replaces=force)
        write_errors(_account(places[each.name], each))
        write_output(f"{in_utf_8(places[each.name])}\n")
    failed = sum(each.errors > 0 for each in made)
    write_error(f"form4gen: {count(len(made), 'filing')} written, {failed} with errors")
    if failed:
        raise RefusedFilingError("Run `form4gen validate` with --prior to see the errors.")


def _made(person: Person, given: Sequence[Given], request: Request, issuer: str, at: datetime) -> _Made:
    trades = tuple(
        trade._replace(
            shares=person.shares if trade.shares is None else trade.shares,
            price=person.price if trade.price is None else trade.price,
        )
        for trade in request.trades
    )
    draft = next_draft(given, request._replace(trades=trades), issuer=issuer, owners=[person.owner])
    prior = [each.filing for each in given]
    findings = validate(load(draft_text(draft).encode(), known_cccs()), at, prior=prior).findings
    ciks = [owner.get("rptOwnerCik", "").lstrip("0") for owner in draft.document["reportingOwners"]]
    errors = sum(each.severity is Severity.ERROR for each in findings)
    warnings = sum(each.severity is Severity.WARNING for each in findings)
    return _Made(f"form4-{'-'.join(filter(None, ciks))}.json", draft, errors, warnings)


def _check_new(lines: dict[str, int], name: str, number: int) -> None:
    """Note the line of a person. Raises UnusableInputError if one before it is of the same person."""
    first = lines.setdefault(name, number)
    if first != number:
        raise UnusableInputError(f"The person is in the list already, in line {first}.")


def _first(error: UnusableInputError) -> str:
    """The first line of a message: the lists below it would be as long as the list of persons."""
    return printable(str(error).partition("\n")[0])


def _account(path: str, made: _Made) -> Iterator[str]:
    """What the draft says of itself, and what the check finds, under the path."""
    yield f"{full(path)}: {count(made.errors, 'error')}, {count(made.warnings, 'warning')}"
    yield from _indented(account_lines(made.draft))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  {printable(line.removeprefix('form4gen: '))}" for line in lines)
