"""The hallway's side door to the reports. Only one form of a report is asked for, so each is imported when it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from form4gen import __version__
from form4gen.accounts.due_dates import DueDate
from form4gen.law.authorities import FORMAT
from form4gen.model.filing import Filing
from form4gen.report.record import Check, Report
from form4gen.report.wrapping import WIDTH
from form4gen.resources import text_of
from form4gen.rules.catalogue import ERROR, HIGH, catalogue

if TYPE_CHECKING:
    from form4gen.report.explanation import Explanation


def report_text(report: Report, *, colour: bool = False, width: int = WIDTH, proof: bool = True) -> str:
    """The report for a person; without ``proof``, the findings alone."""
    from form4gen.report.text import text  # noqa: PLC0415  see above

    return text(report, colour=colour, width=width, proof=proof)


def report_concise(report: Report) -> str:
    """The report at one line a finding."""
    from form4gen.report.concise import concise  # noqa: PLC0415  see above

    return concise(report)


def report_json(report: Report, *, on_one_line: bool = False) -> str:
    """The report for a machine: JSON that ``report_schema`` describes; on one line it is fit for JSON Lines."""
    from form4gen.report.as_json import as_json  # noqa: PLC0415  see above

    return as_json(report, on_one_line=on_one_line)


def report_sarif(report: Report, exit_code: int) -> str:
    """The report for code scanning (SARIF 2.1.0), of a run that ends with ``exit_code``."""
    from form4gen.report.sarif import as_sarif  # noqa: PLC0415  see above

    return as_sarif(report, explanations().values(), exit_code)


def reports_sarif(checks: Iterable[Check]) -> str:
    """The reports on several files of one run as one log of SARIF 2.1.0."""
    from form4gen.report.sarif import as_one_sarif  # noqa: PLC0415  see above

    return as_one_sarif(checks, explanations().values())


def report_github(report: Report) -> str:
    """The report as annotations of a GitHub workflow."""
    from form4gen.report.github import as_github  # noqa: PLC0415  see above

    return as_github(report)


def report_html(report: Report, filing: Filing | None) -> str:
    """The pre-filing memorandum on ``filing``: one self-contained HTML file."""
    from form4gen.render.templates import drawn  # noqa: PLC0415  see above
    from form4gen.report.memo import memo  # noqa: PLC0415  see above

    rules = {rule: each for rule, each in explanations().items() if rule in catalogue()}
    return drawn("memo.html.jinja", memo=memo(report, filing, rules), version=__version__)


def deadline_text(due: DueDate, *, colour: bool = False, width: int = WIDTH) -> str:
    """A due date for a person."""
    from form4gen.report.ink import Ink  # noqa: PLC0415  see above
    from form4gen.report.proof import deadline_lines  # noqa: PLC0415  see above

    return "".join(f"{line}\n" for line in deadline_lines((due,), Ink(colour), width))


def deadline_json(due: DueDate, zone: tzinfo | None) -> str:
    """A due date for a machine, times in ``zone`` (US Eastern)."""
    from form4gen.report.json_proof import deadline_as_json  # noqa: PLC0415  see above

    return deadline_as_json(due, zone)


def explanations() -> dict[str, Explanation]:
    """What every finding means, by id: the faults of a document's form, then the rules of the catalogue."""
    import json  # noqa: PLC0415  see above

    from form4gen.intake.problem import KINDS  # noqa: PLC0415  see above
    from form4gen.report.explanation import Explanation, citation, explained  # noqa: PLC0415  see above

    why = "A document with this fault is not a filing yet, so no rule is applied to it."
    faults = {
        kind: Explanation(kind, title.lower(), ERROR, None, title, why, "", HIGH.value, (citation(FORMAT.at("")),))
        for kind, title in KINDS.items()
    }
    examples = json.loads(text_of("schemas", "rule-examples.json"))
    return faults | {rule.id: explained(rule, examples.get(rule.id)) for rule in catalogue().values()}


def schema() -> str:
    """The JSON Schema of a filing."""
    return text_of("schemas", "form4.schema.json")


def report_schema() -> str:
    """The JSON Schema of the report for machines."""
    return text_of("schemas", "report.schema.json")


def catalogue_schema() -> str:
    """The JSON Schema of the catalogue for machines."""
    return text_of("schemas", "catalogue.schema.json")
