"""The report for a person: grouped by severity, with what was found, why it is wrong, and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from form4gen.report.ink import Ink
from form4gen.report.record import NOT_SELECTED, Report, cited, plain, reaction
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding

WIDTH = 96

_GROUPS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings", Severity.ADVISORY: "Advisories"}
_MARGIN = " " * 7
_LABEL = 11


def text(report: Report, *, colour: bool = False, width: int = WIDTH) -> str:
    """The report as text, ending in a line end; ``colour`` asks for the colours of a terminal."""
    ink = Ink(colour)
    name = printable(report.file)
    blocks = [f"{ink.strong(name)}, filed {report.filed_at:%Y-%m-%d %H:%M} US Eastern"]
    for severity, title in _GROUPS.items():
        group = [finding for finding in report.open if finding.severity is severity]
        if group:
            blocks.append(ink.of(severity, title))
            blocks += ["\n".join(_lines(finding, name, ink, width)) for finding in group]
    if report.accepted:
        blocks.append(ink.quiet("Accepted"))
        blocks += ["\n".join(_lines(finding, name, ink, width)) for finding in report.accepted]
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


def printable(words: str) -> str:
    """A name from outside, with what would move or colour the text of a terminal written as an escape."""
    return "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in words)


def wrapped(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The words in lines of at most ``width`` columns; what has no blank is never broken.

    The standard library's textwrap compiles its patterns for two milliseconds, which every report would wait for.
    """
    lines, line = [], first
    for word in words.split():
        if len(line) + len(word) > width and line.strip():
            lines.append(line.rstrip())
            line = rest
        line += f"{word} "
    return [*lines, line.rstrip()]


def labelled(label: str, words: str, width: int, margin: str = _MARGIN) -> Iterator[str]:
    """The words beside their label, continued in the same column."""
    yield from wrapped(words, width, f"{margin}{label:<{_LABEL}}", margin + " " * _LABEL)


def _lines(finding: Finding, name: str, ink: Ink, width: int) -> Iterator[str]:
    severity = ink.of(finding.severity, finding.severity.value)
    yield f"{ink.strong(finding.rule)}  {severity}  {reaction(finding.edgar)}"
    yield f"{_MARGIN}{finding.cell}"
    where = ":".join((name, *(str(each) for each in (finding.line, finding.column) if each)))
    yield _MARGIN + ink.quiet(f"{where}  {finding.at.pointer}".rstrip())
    yield ""
    yield from wrapped(finding.message, width, _MARGIN, _MARGIN)
    yield ""
    for label, words in _facts(finding):
        yield from labelled(label, words, width)


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
    yield ink.of(Severity.ERROR, "COULD NOT RUN: this is a bug in form4gen, and the filing was not checked for it")
    for rule, reason in sorted(report.outcome.could_not_run.items()):
        yield from wrapped(reason, width, f"{rule}  ", _MARGIN)


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
