"""The pre-filing memorandum: the results of a check, as strings that a template places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os.path import basename

from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.report.actions import Action, actions
from form4gen.report.causes import causes
from form4gen.report.due import due_line
from form4gen.report.explanation import Explanation, listing_json
from form4gen.report.memo_actions import Steps, steps
from form4gen.report.memo_checked import Checked, checked
from form4gen.report.memo_deadlines import Deadlines, deadlines
from form4gen.report.memo_findings import Detail, Item, accepted, by_item
from form4gen.report.memo_head import Pairs, Person, block, facts, people, running_foot, subject, time_of_check, widths
from form4gen.report.memo_ledger import Class, classes
from form4gen.report.memo_sums import Average, Exchange, averages, exchanges
from form4gen.report.memo_verdict import Box, box
from form4gen.report.phrases import capitalized, figure
from form4gen.report.provenance import of_settings, version_and_settings
from form4gen.report.record import Report, more_words
from form4gen.report.typography import kept, ours
from form4gen.report.verdict import verdict
from form4gen.report.wrapping import printable
from form4gen.rules.listing import More


class Memo(NamedTuple):
    """The memorandum, part by part; a part that is empty is not printed."""

    legend: str
    subject: str
    foot: str
    head: Pairs
    verdict: Box
    held_back: tuple[str, ...]
    steps: tuple[Steps, ...]
    not_run: tuple[tuple[str, str], ...]
    facts: Pairs
    people: tuple[Person, ...]
    widths: tuple[int, ...]
    folded: str
    items: tuple[Item, ...]
    more: tuple[str, ...]
    accepted: tuple[Detail, ...]
    more_accepted: tuple[str, ...]
    deadlines: Deadlines
    classes: tuple[Class, ...]
    averages: tuple[Average, ...]
    exchanges: tuple[Exchange, ...]
    checked: Checked
    made_by: str


def memo(report: Report, filing: Filing | None, explanations: Mapping[str, Explanation]) -> Memo:
    """The memorandum on a report; ``filing`` is what was checked, unless the document is not yet a filing."""
    outcome, found, heading = report.outcome, causes(report.open), report.settings.heading
    listed = actions(found)
    due, left = due_line(report, in_words=True)
    items = by_item(listed)
    persons = people(filing) if filing else ()
    by_day = report.time_basis.is_a_day
    return Memo(
        heading.legend,
        subject(filing, report.file),
        running_foot(filing, report.file),
        block(heading, report.filed_at.date()),
        box(verdict(report, found))._replace(due=kept(due), left=kept(left)),
        tuple(ours(sentence) for sentence in of_settings(report)),
        steps(listed, is_on_record=report.is_on_record),
        tuple(sorted(outcome.could_not_run.items())),
        facts(report, filing) if filing else (("Checked as of", time_of_check(report)),),
        persons,
        widths(persons),
        _folded(listed),
        items,
        tuple(_more(each) for each in report.more if not each.is_accepted),
        accepted(report.accepted),
        tuple(_more(each) for each in report.more if each.is_accepted),
        deadlines(report.deadlines, by_day=by_day),
        classes(
            report.balances,
            report.deadlines,
            outcome.prior,
            dict(_action_at(listed)),
            _followers(report),
            by_day=by_day,
        ),
        averages(filing) if filing else (),
        exchanges(filing) if filing else (),
        checked(report),
        _made_by(report, explanations),
    )


def _folded(listed: list[Action]) -> str:
    """How many findings the causes of errors and warnings fold, if any are folded."""
    shown = [each.cause for each in listed if each.cause.severity.value != "advisory"]
    many = sum(len(cause.all) for cause in shown)
    if many == len(shown):
        return ""
    these = "this cause" if len(shown) == 1 else f"these {figure(len(shown), in_words=True)} causes"
    return f"{capitalized(figure(many, in_words=True))} findings have {these}."


def _action_at(listed: list[Action]) -> Iterator[tuple[Place, int]]:
    """The number of the action for each place that has a finding."""
    for action in reversed(listed):
        for finding in action.cause.all:
            yield finding.at, action.number


def _followers(report: Report) -> frozenset[Place]:
    """The places of the findings that only follow from others."""
    return frozenset(each.at for each in report.open if each.follows is not None)


def _more(more: More) -> str:
    return f"{more.rule}, {more.severity.value}: {more_words(more)}"


def _made_by(report: Report, explanations: Mapping[str, Explanation]) -> str:
    """The file that was read, version, settings, and the catalogue; its digest changes with any word of it."""
    from hashlib import sha256  # noqa: PLC0415  only the memorandum needs it

    digest = sha256(listing_json(explanations.values()).encode()).hexdigest()[:16]
    maker = f"{printable(basename(report.file))} by {version_and_settings(report.settings)}"
    return f"Made from {maker}; catalogue of {len(explanations)} rules, digest {digest}"
