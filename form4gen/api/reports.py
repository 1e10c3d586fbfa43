"""The reports on a filing. A run needs one kind of report, so each is imported when it is called."""

from __future__ import annotations

from datetime import datetime

from form4gen.accounts.due_dates import together
from form4gen.accounts.ledger import ledger
from form4gen.accounts.workings import workings
from form4gen.api.load import Loaded
from form4gen.api.rules import explanations, names
from form4gen.model.filing import Filing
from form4gen.model.shortened import shortened
from form4gen.report.filing_time import TimeBasis
from form4gen.report.record import Check as Check
from form4gen.report.record import Report as Report
from form4gen.report.wrapping import WIDTH
from form4gen.resources import text_of
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import Outcome
from form4gen.typed import TYPE_CHECKING

if TYPE_CHECKING:
    from form4gen.report.sarif import Part as Part
    from form4gen.report.sarif_log import SarifLog as SarifLog


def report_of(
    file: str, filed_at: datetime, loaded: Loaded, outcome: Outcome, *, basis: TimeBasis = TimeBasis.OPTION
) -> Report:
    """The whole report on a document that was validated: its findings, its deadlines and its balances.

    ``basis`` is where ``filed_at`` comes from.
    """
    deadlines = tuple(together(outcome.dues))
    filing = loaded.filing and shortened(loaded.filing)
    balances = tuple(ledger(filing)) if filing else ()
    sums = tuple(workings(filing)) if filing else ()
    is_on_record = loaded.filing is not None and bool(loaded.filing.context.accession_number)
    document = loaded.document
    return Report(
        file, filed_at, outcome, deadlines, balances, sums, document.text, basis, is_on_record, loaded.has_ccc,
        document.media_type, document.remarks,
    )  # fmt: skip


def report_text(report: Report, *, color: bool = False, width: int = WIDTH, proof: bool = True) -> str:
    """The report for a person; without ``proof``, the findings alone."""
    from form4gen.report.text import text  # noqa: PLC0415  see above

    return text(report, color=color, width=width, proof=proof)


def report_concise(report: Report) -> str:
    """The report with one line for each finding."""
    from form4gen.report.concise import concise  # noqa: PLC0415  see above

    return concise(report)


def report_json(report: Report, *, on_one_line: bool = False) -> str:
    """The report for a machine: JSON that ``report_schema`` describes; on one line for JSON Lines."""
    from form4gen.report.as_json import as_json  # noqa: PLC0415  see above

    return as_json(report, on_one_line=on_one_line)


def report_sarif(report: Report, exit_code: int) -> str:
    """The report for code scanning (SARIF 2.1.0), of a run with this exit code."""
    from form4gen.report.sarif import as_sarif  # noqa: PLC0415  see above

    return as_sarif(report, explanations().values(), exit_code)


def sarif_part(check: Check) -> Part:
    """What a SARIF log with several files has of one of them."""
    from form4gen.report.sarif import part_of  # noqa: PLC0415  see above

    return part_of(check, names())


def sarif_log() -> SarifLog:
    """A SARIF 2.1.0 log for the reports on several files, written while it grows."""
    from form4gen.report.sarif_log import SarifLog  # noqa: PLC0415  see above

    return SarifLog(explanations().values())


def report_github(report: Report) -> str:
    """The report as annotations of a GitHub workflow."""
    from form4gen.report.github import as_github  # noqa: PLC0415  see above

    return as_github(report, names())


def report_html(report: Report, filing: Filing | None) -> str:
    """The pre-filing memorandum on ``filing``: one self-contained HTML file."""
    from form4gen.render.templates import drawn  # noqa: PLC0415  see above
    from form4gen.report.memo import memo  # noqa: PLC0415  see above
    from form4gen.report.provenance import in_metadata  # noqa: PLC0415  see above

    rules = {rule: each for rule, each in explanations().items() if rule in catalogue()}
    return drawn("memo.html.jinja", memo=memo(report, filing, rules), maker=in_metadata(report))


def report_schema() -> str:
    """The JSON Schema of the report for machines."""
    return text_of("schemas", "report.schema.json")
