"""What is said before a LIVE submission is written, and after any submission is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from form4gen.api.check import Finding, Severity
from form4gen.api.load import Filing
from form4gen.api.reports import Report
from form4gen.api.sending import UPLOAD_SITES
from form4gen.cli.streams import can_ask, full, write_error
from form4gen.errors import UnusableInputError
from form4gen.report.wrapping import MARGIN, WIDTH, printable, wrapped
from form4gen.signals import has_arrived

_STATEMENT = (
    "It is not a test. When you transmit it, EDGAR makes it public at once, and it cannot be taken back. A mistake can "
    "only be corrected by a Form 4/A, which is public too."
)


def check_that_someone_answers(*, yes: bool) -> None:
    """Raises UnusableInputError if a LIVE submission can be confirmed neither by ``--yes`` nor on a terminal."""
    if not yes and not can_ask():
        raise UnusableInputError(
            "A LIVE submission must be confirmed. Run this in a terminal, with a file as INPUT, or add --yes."
        )


def confirm(filings: Sequence[Filing], report: Report, *, yes: bool) -> None:
    """Say what a LIVE submission is and which findings are open, and ask for a confirmation unless it was given.

    Raises UnusableInputError if the answer is not yes.
    """
    for line in _lines(filings, report):
        write_error(line)
    if not yes and not _is_confirmed():
        raise UnusableInputError("Nothing was exported: the LIVE submission was not confirmed.")


def summarize(written: Sequence[tuple[str, Filing]], *, live: bool) -> None:
    """Say what was written (path and filing of each submission), and where it is uploaded."""
    kind = "LIVE" if live else "TEST"
    for path, filing in written:
        write_error(f"form4gen: Wrote a {kind} submission of {described(filing)}: {full(path)}")
    if not live:
        write_error("form4gen: This is a TEST submission. Use --live for an official filing.")
    write_error(f"form4gen: Nothing was transmitted. Upload it yourself as a {kind.lower()} filing, in either place:")
    for site in UPLOAD_SITES:
        write_error(f'  {site.name}, {site.address}: "{site.choice}"')


def described(filing: Filing) -> str:
    """``Form 4 of SAMPLE JANE Q (CIK 0009990001), issuer EXAMPLE CORP (CIK 0009990000)``."""
    owners = ", ".join(_named(owner.name, owner.rpt_owner_cik) for owner in filing.reporting_owners)
    issuer = filing.issuer
    return f"Form {filing.document_type} of {owners}; issuer {_named(issuer.issuer_name, issuer.issuer_cik)}"


def _named(name: str | None, cik: str | None) -> str:
    return printable(f"{name or 'not stated'} (CIK {cik or 'missing'})")


def _is_confirmed() -> bool:
    try:
        return click.confirm("Write the LIVE submission?", err=True)
    except click.Abort:
        if has_arrived():
            raise
        return False  # the end of the input


def _lines(filings: Sequence[Filing], report: Report) -> Iterator[str]:
    for number, filing in enumerate(filings, 1):
        part = f" (part {number} of {len(filings)})" if len(filings) > 1 else ""
        yield from wrapped(f"This is a LIVE submission of {described(filing)}{part}.", WIDTH)
    yield from wrapped(_STATEMENT, WIDTH)
    yield ""
    warnings = [finding for finding in report.open if finding.severity is Severity.WARNING]
    yield f"Open warnings ({len(warnings)}):" if warnings else "No warnings are open."
    for finding in warnings:
        yield from _finding(finding, finding.cell)
    accepted = [finding for finding in report.accepted if finding.severity is not Severity.ADVISORY]
    if accepted:
        yield f"Accepted by override ({len(accepted)}):"
    for finding in accepted:
        by = finding.overridden.by if finding.overridden else ""
        yield from _finding(finding, f"{finding.severity.value}, accepted by {by}: {finding.cell}")
    if advisories := report.count(Severity.ADVISORY):
        yield f"Open advisories: {advisories}; run `form4gen validate` to see them."
    yield ""


def _finding(finding: Finding, place: str) -> Iterator[str]:
    yield from wrapped(printable(f"{place}: {finding.message}"), WIDTH, f"{finding.rule}  ", MARGIN)
