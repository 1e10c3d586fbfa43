"""One award for many persons: a filing for each person of a list, checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from form4gen.api.check import Settings, Severity, validate_under
from form4gen.api.drafting import Draft, Given, Request, account_lines, draft_text, next_draft
from form4gen.api.load import load
from form4gen.api.persons import Person, persons_in, request_for
from form4gen.api.reports import Report, report_of
from form4gen.cli import outputs
from form4gen.cli.checking import broken_rules
from form4gen.cli.clock import now
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import full, in_utf_8, read, write_error, write_errors, write_output
from form4gen.cli.validating import code_of
from form4gen.errors import BrokenRuleError, RefusedFilingError, UnusableInputError
from form4gen.records import NamedTuple
from form4gen.report.phrases import count
from form4gen.report.provenance import of_settings, version_and_settings
from form4gen.report.wrapping import printable


class Award(NamedTuple):
    """What each person of a list received, the forms before, and the settings of the checks."""

    given: Sequence[Given]
    request: Request
    issuer: str
    settings: Settings


class _Made(NamedTuple):
    name: str
    draft: Draft
    report: Report


def write_each(listed: str, award: Award, folder: str, *, force: bool) -> None:
    """Write a filing for each person of a list into a folder, and say what the check of each finds.

    Nothing is written unless every filing can be made. Raises UnusableInputError if one cannot; and at the end
    RefusedFilingError if one has errors (or warnings, if the settings are strict), and BrokenRuleError if a rule could
    not run.
    """
    try:
        persons = persons_in(read(listed, "CSV"))
    except UnusableInputError as error:
        raise UnusableInputError(f"{full(listed)}: {error}") from None
    made: list[_Made] = []
    faults, lines, at = [], dict[str, int](), now()
    for person in persons:
        try:
            made.append(_made(person, award, at))
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
    sources = [each.source for each in award.given]
    places = outputs.places(folder, [each.name for each in made], source=listed, force=force, others=sources)
    for each in made:
        outputs.write(places[each.name], draft_text(each.draft).encode(), replaces=force)
        write_errors(_account(places[each.name], each))
        write_output(f"{in_utf_8(places[each.name])}\n")
    strict = award.settings.strict
    failed = sum(code_of(each.report, strict=strict) == 1 for each in made)
    what = "errors or warnings" if strict else "errors"
    write_error(f"form4gen: {count(len(made), 'filing')} written, {failed} with {what}")
    write_error(version_and_settings(award.settings))
    if broken := [line for each in made for line in broken_rules(each.report)]:
        write_errors(broken)
        raise BrokenRuleError("A rule could not run, so the filings were not checked for it.")
    if failed:
        raise RefusedFilingError("Run `form4gen validate` with --prior to see the errors.")


def _made(person: Person, award: Award, at: datetime) -> _Made:
    request = request_for(person, award.request)
    draft = next_draft(award.given, request, issuer=award.issuer, owners=[person.owner])
    loaded = load(draft_text(draft).encode(), known_cccs())
    outcome = validate_under(award.settings, loaded, at, prior=[each.filing for each in award.given])
    ciks = [owner.get("rptOwnerCik", "").lstrip("0") for owner in draft.document["reportingOwners"]]
    name = f"form4-{'-'.join(filter(None, ciks))}.json"
    return _Made(name, draft, report_of(name, at, loaded, outcome))


def _check_new(lines: dict[str, int], name: str, number: int) -> None:
    """Note the line of a person. Raises UnusableInputError if one before it is of the same person."""
    first = lines.setdefault(name, number)
    if first != number:
        raise UnusableInputError(f"The person is in the list already, in line {first}.")


def _first(error: UnusableInputError) -> str:
    """The first line of a message, without the list below it, which would be as long as that of persons."""
    return printable(str(error).partition("\n")[0].removesuffix(" The files have:"))


def _account(path: str, made: _Made) -> Iterator[str]:
    """What the draft says of itself, and what the check finds, under the path."""
    counts = [count(made.report.count(each), each.value) for each in (Severity.ERROR, Severity.WARNING)]
    yield f"{full(path)}: {', '.join(counts)}"
    yield from _indented(of_settings(made.report))
    yield from _indented(account_lines(made.draft))


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"  {printable(line.removeprefix('form4gen: '))}" for line in lines)
