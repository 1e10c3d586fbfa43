"""The report for a person: the findings by severity, then deadlines, balances and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from form4gen.report import needs
from form4gen.report.change import change_of, in_words
from form4gen.report.excerpt import excerpt
from form4gen.report.ink import Ink
from form4gen.report.proof import WORKINGS, balance_lines, deadline_lines, working_lines
from form4gen.report.provenance import of_settings, version_and_settings
from form4gen.report.record import Report, cited, more_words, plain, reaction
from form4gen.report.wrapping import MARGIN, WIDTH, labelled, printable, wrapped
from form4gen.rules.applying import EXCLUDED, NOT_SELECTED
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import NEEDS, Finding
from form4gen.rules.listing import More

_NOT_CHECKED = "Not checked, because these facts are not in the document:"
_GROUPS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVISORY: "Advisories"}


def text(report: Report, *, color: bool = False, width: int = WIDTH, proof: bool = True) -> str:
    """The report as text, ending in a line end.

    ``color`` adds the colors of a terminal; without ``proof`` deadlines, balances and what was not checked are left
    out.
    """
    ink = Ink(color)
    blocks = [_head(report, ink, width)]
    for severity, title in _GROUPS.items():
        group = [finding for finding in report.open if finding.severity is severity]
        if group:
            blocks.append(ink.of(severity, title))
            blocks += ["\n".join(_lines(finding, report, ink, width)) for finding in group]
            blocks += [_more(each, ink) for each in report.more if each.severity is severity and not each.is_accepted]
    if report.accepted:
        blocks.append(ink.quiet("Accepted by override"))
        blocks += ["\n".join(_lines(finding, report, ink, width)) for finding in report.accepted]
        blocks += [_more(each, ink) for each in report.more if each.is_accepted]
    if proof and report.deadlines:
        blocks += [ink.strong("Deadlines"), "\n".join(deadline_lines(report.deadlines, ink, width))]
    if proof and report.balances:
        blocks += [ink.strong("Balances"), "\n".join(balance_lines(report.balances, ink, width))]
    if proof and report.workings:
        blocks += [ink.strong(WORKINGS), "\n".join(working_lines(report.workings, ink, width))]
    if proof and (needed := list(needs.lines(report.outcome.not_applicable))):
        blocks += [ink.strong("Not checked"), _NOT_CHECKED]
        blocks.append("\n".join(line for each in needed for line in wrapped(each, width, "", MARGIN)))
    if report.outcome.could_not_run:
        blocks.append("\n".join(_not_run(report, ink, width)))
    blocks.append(counts(report))
    return "\n\n".join(blocks) + "\n"


def _head(report: Report, ink: Ink, width: int) -> str:
    lines = [f"{ink.strong(printable(report.file))}: {' '.join(report.time_words)}"]
    for sentence in (version_and_settings(report.settings), *of_settings(report)):
        lines += wrapped(sentence, width)
    return "\n".join(lines)


def counts(report: Report) -> str:
    """The last line of a report: how many rules were applied, and how many findings there are."""
    reasons = report.outcome.not_applicable.values()
    excluded, unselected = (sum(reason == each for reason in reasons) for each in (EXCLUDED, NOT_SELECTED))
    missing = sum(reason.startswith(NEEDS) for reason in reasons)
    parts = [
        f"{_several(len(report.outcome.applied), 'rule')} applied",
        f"{missing} not checked (data missing)",
        f"{len(reasons) - excluded - unselected - missing} not applicable",
        f"{excluded} excluded" if excluded else "",
        f"{unselected} not selected" if unselected else "",
        f"{len(report.outcome.could_not_run)} could not run",
    ]
    return f"{', '.join(part for part in parts if part)}: {found(report)}"


def found(report: Report) -> str:
    """How many findings there are of each severity."""
    advisories = report.count(Severity.ADVISORY)
    open_ones = ", ".join(
        (
            _several(report.count(Severity.ERROR), "error"),
            _several(report.count(Severity.WARNING), "warning"),
            f"{advisories:,} advisor{'y' if advisories == 1 else 'ies'}",
        )
    )
    return f"{open_ones} ({report.accepted_count:,} accepted)" if report.accepted else open_ones


def _lines(finding: Finding, report: Report, ink: Ink, width: int) -> Iterator[str]:
    severity = ink.of(finding.severity, finding.severity.value)
    yield f"{ink.strong(finding.rule)}  {severity}  {reaction(finding.edgar)}"
    yield f"{MARGIN}{printable(finding.cell)}"
    where = ":".join((printable(report.file), *(str(each) for each in (finding.line, finding.column) if each)))
    yield MARGIN + ink.quiet(f"{where}  {printable(finding.element or finding.at.pointer)}".rstrip())
    yield ""
    shown = list(excerpt(finding, report.spot_of(finding), ink, width))
    yield from [*shown, ""] if shown else []
    yield from wrapped(finding.message, width, MARGIN, MARGIN)
    yield ""
    for label, words in _facts(finding):
        yield from labelled(label, words, width)
    change = change_of(report, finding)
    if change is not None and finding.overridden is None:
        yield from labelled("fix", in_words(change), width)


def _more(more: More, ink: Ink) -> str:
    return f"{ink.strong(more.rule)}  {ink.of(more.severity, more.severity.value)}  {more_words(more)}"


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


def _not_run(report: Report, ink: Ink, width: int) -> Iterable[str]:
    rules = report.outcome.could_not_run
    them, they = ("it", "it is") if len(rules) == 1 else ("them", "they are")
    yield ink.of(Severity.ERROR, "Could not run")
    yield ""
    yield from wrapped(
        f"A fault in form4gen stopped {_several(len(rules), 'rule')}. The filing was NOT checked for {them}; do not "
        f"rely on this report until {they} checked.",
        width,
    )
    for rule, reason in sorted(rules.items()):
        yield from wrapped(reason, width, f"{rule}  ", MARGIN)


def _several(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"
