"""The report for a person: verdict, what to do, findings by severity, deadlines, balances, and what was not checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from form4gen.location import ROOT
from form4gen.report import needs
from form4gen.report.actions import Action, actions, by_group
from form4gen.report.causes import Cause, causes
from form4gen.report.change import change_of, in_words
from form4gen.report.due import due_line
from form4gen.report.excerpt import excerpt
from form4gen.report.ink import Ink
from form4gen.report.phrases import count
from form4gen.report.proof import WORKINGS, balance_lines, deadline_lines, working_lines
from form4gen.report.provenance import of_settings, version_and_settings
from form4gen.report.record import Report, cited, more_words, plain, reaction
from form4gen.report.verdict import line as verdict_line
from form4gen.report.verdict import verdict
from form4gen.report.wrapping import MARGIN, WIDTH, labelled, printable, wrapped
from form4gen.rules.applying import EXCLUDED, NO_FILING, NOT_SELECTED
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import NEEDS
from form4gen.rules.listing import More

_NOT_CHECKED = "Not checked, because these facts are not in the document:"
_GROUPS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVISORY: "Advisories"}
_MORE = 8
"""Further lines of the document that are named where a finding has several places."""


def text(report: Report, *, color: bool = False, width: int = WIDTH, proof: bool = True) -> str:
    """The report as text, ending in a line end.

    ``color`` adds the colors of a terminal; without ``proof`` deadlines, balances and what was not checked are left
    out.
    """
    ink, found = Ink(color), causes(report.open)
    blocks = [_head(report, found, ink, width), *_to_do(actions(found), ink, width, is_on_record=report.is_on_record)]
    for severity, title in _GROUPS.items():
        group = [cause for cause in found if cause.severity is severity]
        if group:
            blocks.append(ink.of(severity, title))
            blocks += ["\n".join(_lines(cause, report, ink, width)) for cause in group]
            blocks += [_more(each, ink) for each in report.more if each.severity is severity and not each.is_accepted]
    if report.accepted:
        blocks.append(ink.quiet("Accepted by override"))
        blocks += ["\n".join(_lines(Cause((each,)), report, ink, width)) for each in report.accepted]
        blocks += [_more(each, ink) for each in report.more if each.is_accepted]
    if proof and report.deadlines:
        blocks += [ink.strong("Deadlines"), "\n".join(deadline_lines(report.deadlines, ink, width))]
    if proof and report.balances:
        blocks += [ink.strong("Balances"), "\n".join(balance_lines(report.balances, ink, width))]
    if proof and report.workings:
        blocks += [ink.strong(WORKINGS), "\n".join(working_lines(report.workings, ink, width))]
    if proof and (needed := list(needs.lines(report.outcome.not_run))):
        blocks += [ink.strong("Not checked"), _NOT_CHECKED]
        blocks.append("\n".join(line for each in needed for line in wrapped(each, width, "", MARGIN)))
    if report.outcome.could_not_run:
        blocks.append("\n".join(_not_run(report, ink, width)))
    blocks.append(counts(report))
    return "\n\n".join(blocks) + "\n"


def _head(report: Report, found: Sequence[Cause], ink: Ink, width: int) -> str:
    lines = [f"{ink.strong(printable(report.file))}: {' '.join(report.time_words)}"]
    result = verdict(report, found)
    severity = Severity.ERROR if result.errors or result.broken else Severity.WARNING
    words = wrapped(verdict_line(result), width)
    lines += [ink.strong(each) if result.is_ok else ink.of(severity, each) for each in words]
    lines += wrapped("".join(due_line(report)), width) if report.deadlines else []
    for sentence in (version_and_settings(report.settings), *of_settings(report)):
        lines += wrapped(sentence, width)
    return "\n".join(lines)


def _to_do(listed: Sequence[Action], ink: Ink, width: int, *, is_on_record: bool) -> Iterator[str]:
    """What to do, most severe first."""
    if not listed:
        return
    yield ink.strong("What to do")
    for group, some in by_group(listed):
        lines = [group.title(is_on_record=is_on_record)]
        for each in some:
            lines += wrapped(printable(each.words), width, f"{each.number:>3}. ", " " * 5)
            where = f"{printable(_place(each.cause))} ({each.tag}; {each.cause.lead.rule})"
            lines += wrapped(where, width, " " * 5, " " * 5)
        yield "\n".join(lines)


def _place(cause: Cause) -> str:
    """Where to act: on the form, or in a document that is not yet a filing, at a line of its text."""
    lead = cause.lead
    is_one_line = lead.edgar is None and lead.line is not None and lead.at != ROOT and len(cause.findings) == 1
    return f"line {lead.line}: {cause.cells}" if is_one_line else cause.cells


def counts(report: Report) -> str:
    """The last line of a report: how many rules were applied, and how many findings there are."""
    outcome = report.outcome
    reasons = list(outcome.not_run.values())
    refused = reasons.count(NO_FILING)
    parts = [
        f"{count(len(outcome.applied), 'rule')} applied",
        f"{refused} not run ({NO_FILING})"
        if refused
        else f"{sum(reason.startswith(NEEDS) for reason in reasons)} not checked (data missing)",
        "" if refused else f"{len(outcome.not_applicable)} not applicable",
        f"{excluded} excluded" if (excluded := reasons.count(EXCLUDED)) else "",
        f"{unselected} not selected" if (unselected := reasons.count(NOT_SELECTED)) else "",
        f"{len(outcome.could_not_run)} could not run",
    ]
    different = len(causes(report.open))
    of_causes = f" ({different} {'cause' if different == 1 else 'causes'})" if different < len(report.open) else ""
    fixed = "" if report.fixed is None else f"; {report.fixed:,} fixed"
    return f"{', '.join(part for part in parts if part)}: {found(report)}{of_causes}{fixed}"


def found(report: Report) -> str:
    """How many findings there are of each severity."""
    open_ones = ", ".join(count(report.count(severity), severity.value) for severity in Severity)
    return f"{open_ones} ({report.accepted_count:,} accepted)" if report.accepted else open_ones


def _lines(cause: Cause, report: Report, ink: Ink, width: int) -> Iterator[str]:
    finding = cause.lead
    severity = ink.of(cause.severity, cause.severity.value)
    yield f"{ink.strong(finding.rule)}  {severity}  {reaction(cause.edgar)}"
    yield from wrapped(printable(cause.cells), width, MARGIN, MARGIN)
    where = ":".join((printable(report.file), *(str(each) for each in (finding.line, finding.column) if each)))
    where_in = printable(finding.element or finding.at.pointer)
    yield MARGIN + ink.quiet((f"{where}  {where_in}" if where_in else where) + _further(cause))
    yield ""
    shown = list(excerpt(finding, report.spot_of(finding), ink, width))
    yield from [*shown, ""] if shown else []
    yield from wrapped(finding.message, width, MARGIN, MARGIN)
    for other in _different(cause):
        yield from wrapped(other, width, MARGIN, MARGIN)
    yield ""
    for label, words in _facts(cause):
        yield from labelled(label, words, width)
    change = change_of(report, finding)
    if change is not None and finding.overridden is None and len(cause.findings) == 1:
        yield from labelled("fix", in_words(change), width)


def _more(more: More, ink: Ink) -> str:
    return f"{ink.strong(more.rule)}  {ink.of(more.severity, more.severity.value)}  {more_words(more)}"


def _further(cause: Cause) -> str:
    """The lines of the other places."""
    lines = [each.line for each in cause.findings[1:] if each.line]
    if not lines:
        return ""
    more = f" and {len(lines) - _MORE} more" if len(lines) > _MORE else ""
    return f"; also line{'' if len(lines) == 1 else 's'} {', '.join(map(str, lines[:_MORE]))}{more}"


def _different(cause: Cause) -> Iterator[str]:
    """What the other findings on the same cells say, and which only follow."""
    for each in cause.others:
        if each.follows is None:
            yield f"{each.rule}: {each.message}"
    following = [each for each in cause.others if each.follows is not None]
    if following:
        cells = Cause(tuple(following)).cells
        rules = " and ".join(dict.fromkeys(each.rule for each in following))
        yield f"This also causes {rules}: {cells}."


def _facts(cause: Cause) -> Iterator[tuple[str, str]]:
    finding = cause.lead
    if cause.found is not None:
        yield "found", cause.found
    if cause.expected is not None:
        yield "expected", cause.expected
    if cause.arithmetic is not None:
        yield "arithmetic", cause.arithmetic
    if cause.sources:
        yield "source", "; ".join(cited(cause.sources))
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
        f"A fault in form4gen stopped {count(len(rules), 'rule')}. The filing was NOT checked for {them}; do not "
        f"rely on this report until {they} checked.",
        width,
    )
    for rule, reason in sorted(rules.items()):
        yield from wrapped(reason, width, f"{rule}  ", MARGIN)
