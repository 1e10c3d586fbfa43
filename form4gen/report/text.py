"""The report for a person: grouped by severity, with what was found, why it is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from form4gen.report.change import change_of
from form4gen.report.excerpt import excerpt
from form4gen.report.ink import Ink
from form4gen.report.proof import WORKINGS, balance_lines, deadline_lines, working_lines
from form4gen.report.record import NOT_SELECTED, Report, cited, plain, reaction
from form4gen.report.wrapping import MARGIN, WIDTH, labelled, printable, wrapped
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import WANT, Finding

_GROUPS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVISORY: "Advisories"}


def text(report: Report, *, colour: bool = False, width: int = WIDTH, proof: bool = True) -> str:
    """The report as text, ending in a line end.

    ``colour`` asks for the colours of a terminal; without ``proof`` deadlines, balances and what was not checked are
    left out.
    """
    ink = Ink(colour)
    name = printable(report.file)
    blocks = [f"{ink.strong(name)}, filed {report.filed_at:%Y-%m-%d %H:%M} US Eastern"]
    if report.settings:
        words = f"settings of {printable(report.settings.file or '')}: {report.settings.words}"
        blocks[0] = "\n".join((blocks[0], *wrapped(words, width)))
    for severity, title in _GROUPS.items():
        group = [finding for finding in report.open if finding.severity is severity]
        if group:
            blocks.append(ink.of(severity, title))
            blocks += ["\n".join(_lines(finding, report, ink, width)) for finding in group]
    if report.accepted:
        blocks.append(ink.quiet("Accepted"))
        blocks += ["\n".join(_lines(finding, report, ink, width)) for finding in report.accepted]
    if proof and report.deadlines:
        blocks += [ink.strong("Deadlines"), "\n".join(deadline_lines(report.deadlines, ink, width))]
    if proof and report.balances:
        blocks += [ink.strong("Balances"), "\n".join(balance_lines(report.balances, ink, width))]
    if proof and report.workings:
        blocks += [ink.strong(WORKINGS), "\n".join(working_lines(report.workings, ink, width))]
    if proof and (wanting := list(_wanting(report, width))):
        blocks += [ink.strong("Not checked"), "\n".join(wanting)]
    if report.outcome.could_not_run:
        blocks.append("\n".join(_not_run(report, ink, width)))
    blocks.append(counts(report))
    return "\n\n".join(blocks) + "\n"


def counts(report: Report) -> str:
    """The last words of a report: what was checked, and how many findings there are."""
    outcome = report.outcome
    unselected = sum(reason == NOT_SELECTED for reason in outcome.not_applicable.values())
    aside = f" ({unselected} not selected)" if unselected else ""
    rules = (
        f"{_several(len(outcome.applied), 'rule')} applied, {len(outcome.not_applicable)} not applicable{aside}, "
        f"{len(outcome.could_not_run)} could not run"
    )
    return f"{rules}; {found(report)}"


def found(report: Report) -> str:
    """How many findings there are of each kind."""
    advisories = report.count(Severity.ADVISORY)
    return ", ".join(
        (
            _several(report.count(Severity.ERROR), "error"),
            _several(report.count(Severity.WARNING), "warning"),
            f"{advisories} advisor{'y' if advisories == 1 else 'ies'}",
            f"{len(report.accepted)} accepted",
        )
    )


def _lines(finding: Finding, report: Report, ink: Ink, width: int) -> Iterator[str]:
    severity = ink.of(finding.severity, finding.severity.value)
    yield f"{ink.strong(finding.rule)}  {severity}  {reaction(finding.edgar)}"
    yield f"{MARGIN}{finding.cell}"
    where = ":".join((printable(report.file), *(str(each) for each in (finding.line, finding.column) if each)))
    yield MARGIN + ink.quiet(f"{where}  {finding.at.pointer}".rstrip())
    yield ""
    shown = list(excerpt(finding, report.source_line(finding), ink, width))
    yield from [*shown, ""] if shown else []
    yield from wrapped(finding.message, width, MARGIN, MARGIN)
    yield ""
    for label, words in _facts(finding):
        yield from labelled(label, words, width)
    change = change_of(report, finding)
    if change is not None and finding.overridden is None:
        yield from labelled("fix", f"write {change.text}", width)


def _facts(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.found is not None:
        yield "found", finding.found
    if finding.expected is not None:
        yield "expected", finding.expected
    if finding.arithmetic is not None:
        yield "arithmetic", finding.arithmetic
    if finding.sources:
        yield "source", "; ".join(cited(finding.sources))
    if finding.overridden is not None:
        yield "accepted", f"by {finding.overridden.by}: {finding.overridden.reason}"
    elif finding.remedy:
        yield "remedy", plain(finding.remedy)


def _wanting(report: Report, width: int) -> Iterator[str]:
    """What is lacking, with the rules that would ask for it."""
    rules: dict[str, list[str]] = {}
    for rule, reason in sorted(report.outcome.not_applicable.items()):
        if reason.startswith(WANT):
            rules.setdefault(reason, []).append(rule)
    for reason, ids in sorted(rules.items()):
        yield from wrapped(f"{reason}: {', '.join(ids)}", width, "", MARGIN)


def _not_run(report: Report, ink: Ink, width: int) -> Iterable[str]:
    yield ink.of(Severity.ERROR, "COULD NOT RUN: this is a bug in form4gen, and the filing was not checked for it")
    for rule, reason in sorted(report.outcome.could_not_run.items()):
        yield from wrapped(reason, width, f"{rule}  ", MARGIN)


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
