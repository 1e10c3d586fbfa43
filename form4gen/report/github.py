"""The report as annotations of a GitHub workflow: one workflow command for each finding."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from form4gen.report.causes import causes
from form4gen.report.provenance import consequences, version_and_settings
from form4gen.report.record import Report, cited, more_words, plain, reaction
from form4gen.report.text import counts
from form4gen.report.verdict import line, verdict
from form4gen.report.wrapping import printable
from form4gen.rules.catalogue import Severity
from form4gen.rules.engine import Finding

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVISORY: "notice"}


def as_github(report: Report, names: Mapping[str, str]) -> str:
    """The verdict as a notice, the open findings as annotations, and lines of the log.

    These are the number of findings not listed, an assumed filing time, version, settings, overrides and the counts.

    ``names`` are those of the rules, for the titles of the annotations. An accepted finding has no annotation;
    the counts include it.
    """
    words = _message(line(verdict(report, causes(report.open))))
    lines = [f"::notice file={_property(report.file)},title=form4gen::{words}"]
    lines += [_annotation(finding, report.file, names) for finding in report.open]
    lines += [f"{each.rule} {each.severity.value}: {more_words(each)}" for each in report.more if not each.is_accepted]
    for rule, reason in sorted(report.outcome.could_not_run.items()):
        message = _message(f"Internal error in form4gen: {reason}. The filing was not checked for this rule.")
        lines.append(f"::error title={_property(f'{rule} could not run')}::{message}")
    if not report.time_basis.is_a_time:
        lines.append(f"{plain(' '.join(report.time_words))}: {printable(report.file)}")
    lines += [version_and_settings(report.settings), *consequences(report), counts(report)]
    return "\n".join(lines) + "\n"


def _annotation(finding: Finding, file: str, names: Mapping[str, str]) -> str:
    title = f"{finding.rule} {names.get(finding.rule, '')}: {finding.cell}"
    facts = {"file": file, "line": finding.line, "col": finding.column, "title": title}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items() if value)
    message = _message("\n".join(_lines(finding)))
    return f"::{_COMMANDS[finding.severity]} {properties}::{message}"


def _lines(finding: Finding) -> Iterator[str]:
    yield finding.message
    if finding.arithmetic is not None:
        yield finding.arithmetic
    yield f"{reaction(finding.edgar)}."
    if finding.sources:
        yield f"Source: {'; '.join(cited(finding.sources))}"
    if finding.remedy:
        yield f"Remedy: {plain(finding.remedy)}"


def _message(text: str) -> str:
    """The text as the message of a command, where a percent sign begins an escape and a line end ends the command."""
    lines = text.replace("%", "%25").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "%0A".join(printable(line) for line in lines)


def _property(text: str) -> str:
    """The text as a property, which a comma or a colon would end."""
    return _message(text).replace(":", "%3A").replace(",", "%2C")
