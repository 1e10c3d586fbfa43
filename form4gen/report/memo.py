"""The pre-filing memorandum: the results of a check, as strings that a template places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from form4gen import __version__
from form4gen.accounts.workings import Working
from form4gen.model.filing import Filing
from form4gen.records import NamedTuple
from form4gen.report.causes import causes
from form4gen.report.explanation import Explanation, listing_json
from form4gen.report.memo_facts import facts_of
from form4gen.report.memo_items import by_item
from form4gen.report.memo_proof import Account, Deadline, accounts, deadlines
from form4gen.report.provenance import of_settings, version_and_settings
from form4gen.report.record import Report, cited, more_words, plain, reaction
from form4gen.report.verdict import line, verdict
from form4gen.report.wrapping import printable
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding
from form4gen.rules.listing import More


class Entry(NamedTuple):
    """A finding: its head, pairs of a caption and a text, the remedy if it is open, and its place."""

    rule: str
    severity: str
    reaction: str
    cell: str
    facts: tuple[tuple[str, str], ...]
    remedy: str
    place: str


class Group(NamedTuple):
    """A title with the entries, or the rules as pairs of id and title, below it."""

    title: str
    entries: tuple[Entry, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()


class Memo(NamedTuple):
    """The memorandum; ``severity`` is that of the most severe open finding, or ``none``."""

    title: str
    verdict: str
    severity: str
    facts: tuple[tuple[str, str], ...]
    findings: tuple[Group, ...]
    more: tuple[str, ...]
    accepted: tuple[Entry, ...]
    more_accepted: tuple[str, ...]
    not_run: tuple[tuple[str, str], ...]
    deadlines: tuple[Deadline, ...]
    accounts: tuple[Account, ...]
    workings: tuple[Working, ...]
    applied: tuple[tuple[str, str], ...]
    silent: tuple[Group, ...]
    authorities: tuple[str, ...]
    catalogue: str


def memo(report: Report, filing: Filing | None, explanations: Mapping[str, Explanation]) -> Memo:
    """The memorandum on a report; ``filing`` is what was checked, unless the document is not yet a filing."""
    outcome = report.outcome
    result = verdict(report, causes(report.open))
    severity = next((each.value for each in Severity if report.count(each)), "none")
    return Memo(
        f"Form 4 pre-filing memorandum: {_subject(report, filing)}",
        " ".join((f"{line(result)}.", *of_settings(report))),
        Severity.ERROR.value if outcome.could_not_run else severity,
        tuple(_facts(report, filing)),
        tuple(Group(title, tuple(map(_entry, found))) for title, found in by_item(report.open).items()),
        tuple(_more(each) for each in report.more if not each.is_accepted),
        tuple(map(_entry, report.accepted)),
        tuple(_more(each) for each in report.more if each.is_accepted),
        tuple(sorted(outcome.could_not_run.items())),
        deadlines(report.deadlines),
        accounts(report.balances),
        report.workings,
        tuple(_titled(sorted(outcome.applied), explanations)),
        tuple(_silent({**outcome.not_applicable, **outcome.not_run}, explanations)),
        tuple(dict.fromkeys(source.authority.name for finding in report.findings for source in finding.sources)),
        _catalogue(explanations),
    )


def _subject(report: Report, filing: Filing | None) -> str:
    if filing is None:
        return printable(report.file)
    issuer, (first, *others) = filing.issuer.issuer_name, filing.reporting_owners or (None,)
    more = f" and {len(others)} other{'' if len(others) == 1 else 's'}" if others else ""
    names = (issuer, f"{first.name}{more}" if first else None)
    return ", ".join(name for name in names if name) or printable(report.file)


def _facts(report: Report, filing: Filing | None) -> Iterator[tuple[str, str]]:
    if filing:
        yield from facts_of(filing)
    yield "File", printable(report.file)
    verb, words = report.time_words
    yield verb.capitalize(), words
    yield "Checked by", version_and_settings(report.settings)


def _entry(finding: Finding) -> Entry:
    return Entry(
        finding.rule,
        finding.severity.value,
        reaction(finding.edgar),
        finding.cell,
        tuple((caption, words) for caption, words in _facts_of(finding) if words),
        "" if finding.overridden else plain(finding.remedy),
        ", ".join(_place(finding)),
    )


def _more(more: More) -> str:
    return f"{more.rule}, {more.severity.value}: {more_words(more)}"


def _facts_of(finding: Finding) -> Iterator[tuple[str, str | None]]:
    yield "Finding", finding.message
    yield "Found", finding.found
    yield "Expected", finding.expected
    yield "Arithmetic", finding.arithmetic
    yield "Source", "; ".join(cited(finding.sources))
    if finding.overridden:
        yield "Accepted", f"by {finding.overridden.by}: {finding.overridden.reason}"


def _place(finding: Finding) -> Iterator[str]:
    yield finding.at.pointer or "the whole document"
    if finding.line:
        yield f"line {finding.line}"


def _titled(rules: Iterable[str], explanations: Mapping[str, Explanation]) -> Iterator[tuple[str, str]]:
    for rule in rules:
        yield rule, explanations[rule].title if rule in explanations else ""


def _silent(reasons: Mapping[str, str], explanations: Mapping[str, Explanation]) -> Iterator[Group]:
    by_reason: dict[str, list[str]] = {}
    for rule in sorted(reasons):
        by_reason.setdefault(reasons[rule], []).append(rule)
    for reason, rules in sorted(by_reason.items()):
        yield Group(plain(reason), rules=tuple(_titled(rules, explanations)))


def _catalogue(explanations: Mapping[str, Explanation]) -> str:
    """The catalogue that was applied; its digest changes with any word of it."""
    from hashlib import sha256  # noqa: PLC0415  only the memorandum needs it

    digest = sha256(listing_json(explanations.values()).encode()).hexdigest()[:16]
    return f"form4gen {__version__}, catalogue of {len(explanations)} rules, digest {digest}"
