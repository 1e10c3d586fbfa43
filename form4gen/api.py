"""The hallway where the rooms meet: load, check, explain, draw."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import NamedTuple

from form4gen.accounts.due_dates import DueDate, due_date_of, together
from form4gen.accounts.history import earlier
from form4gen.accounts.ledger import ledger
from form4gen.accounts.workings import workings
from form4gen.closing_api import render_closing
from form4gen.edgar.ccc import Ccc
from form4gen.edgar_api import check_envelope, edgar_submission, export_filing, import_filing, split_filing
from form4gen.errors import (
    BrokenRuleError,
    Form4genError,
    MissingLibraryError,
    RefusedFilingError,
    UnusableInputError,
)
from form4gen.intake.document import Document, read
from form4gen.intake.structure import Refused, structure
from form4gen.law.authorities import FORMAT
from form4gen.law.codes import CODES, MARKS, Code, Use
from form4gen.law.limits import X0609_SINCE
from form4gen.model.cell_names import cell_name
from form4gen.model.filing import Filing
from form4gen.render_api import (
    diagnosis,
    exhibit_texts,
    prepare_html,
    prepare_pdf,
    prepare_untagged_pdf,
    render_html,
    render_pdf,
    render_untagged_pdf,
)
from form4gen.report.record import NOT_SELECTED, Check, Report
from form4gen.report.settings import Settings
from form4gen.report_api import (
    catalogue_schema,
    deadline_json,
    deadline_text,
    explanations,
    report_concise,
    report_github,
    report_html,
    report_json,
    report_sarif,
    report_schema,
    report_text,
    reports_sarif,
    schema,
)
from form4gen.rules.catalogue import ERROR, Edgar, Severity, catalogue, selected
from form4gen.rules.engine import Finding, Outcome, check

__all__ = [
    "CODES",
    "MARKS",
    "X0609_SINCE",
    "BrokenRuleError",
    "Ccc",
    "Check",
    "Code",
    "Edgar",
    "Filing",
    "Finding",
    "Form4genError",
    "Loaded",
    "MissingLibraryError",
    "Outcome",
    "RefusedFilingError",
    "Report",
    "Settings",
    "Severity",
    "UnusableInputError",
    "Use",
    "catalogue_schema",
    "check_envelope",
    "check_names",
    "deadline_json",
    "deadline_text",
    "diagnosis",
    "due_date",
    "edgar_submission",
    "exhibit_texts",
    "explanations",
    "export_filing",
    "import_filing",
    "is_prior",
    "load",
    "nearest",
    "prepare_html",
    "prepare_pdf",
    "prepare_untagged_pdf",
    "read_prior",
    "render_closing",
    "render_html",
    "render_pdf",
    "render_untagged_pdf",
    "report_concise",
    "report_github",
    "report_html",
    "report_json",
    "report_of",
    "report_sarif",
    "report_schema",
    "report_text",
    "reports_sarif",
    "rule_names",
    "schema",
    "split_filing",
    "validate",
]


class Loaded(NamedTuple):
    """A document, the filing built from it if it could be, and why not otherwise."""

    document: Document
    filing: Filing | None
    findings: tuple[Finding, ...]


def load(raw: bytes) -> Loaded:
    """Read JSON text and build the filing; what is wrong with the form of the document is in ``findings``."""
    document = read(raw)
    if document.problems and document.data is None:
        return Loaded(document, None, _as_findings(document))
    try:
        filing = structure(document.data)
    except Refused as refusal:
        from form4gen.intake.explain import explain  # noqa: PLC0415  jsonschema is needed only for a refused document

        document.problems += tuple(explain(document))
        if not document.problems:
            message = f"{refusal.at.pointer or 'the document'} was refused, but the schema finds no fault in it"
            raise BrokenRuleError(message) from refusal
    else:
        if not document.problems:
            return Loaded(document, filing, ())
    return Loaded(document, None, _as_findings(document))


def validate(
    loaded: Loaded,
    filed_at: datetime,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    severities: Mapping[str, Severity] | None = None,
    *,
    is_planned: bool = False,
    prior: Iterable[Filing] = (),
) -> Outcome:
    """Apply the selected rules to a loaded filing sent at ``filed_at`` (aware, US Eastern).

    ``is_planned`` says that somebody asked for that time, other than the clock and the filing's own context. ``prior``
    are earlier filings, from ``read_prior``.

    ``select`` and ``ignore`` name rules or families, and ``severities`` says of such a name how grave its findings are,
    whatever the catalogue says; raises UnusableInputError when there is no such name. A document that could not become
    a filing yields its own findings and no rule is applied. Every rule of the catalogue is accounted for in the
    outcome: applied, not applicable or not selected with the reason, or unable to run.
    """
    asked = Settings(None, tuple(select), tuple(ignore), severities or {})
    check_names((*asked.select, *asked.ignore, *asked.severities))
    rules = selected(asked.select, asked.ignore)
    unselected = dict.fromkeys((rule for rule in catalogue() if rule not in rules), NOT_SELECTED)
    if loaded.filing is None:
        reasons = dict.fromkeys(rules, "the document is not a filing")
        return Outcome(loaded.findings, (), reasons | unselected, {})
    outcome = check(loaded.filing, filed_at, rules.values(), is_planned=is_planned, prior=prior)
    placed = []
    for finding in outcome.findings:
        line, column = loaded.document.line_and_column(finding.at)
        severity = asked.severity_of(finding.rule) or finding.severity
        placed.append(finding._replace(line=line, column=column, severity=severity))
    return outcome._replace(findings=tuple(placed), not_applicable=outcome.not_applicable | unselected)


def read_prior(raw: bytes) -> Filing:
    """A filing that may precede others, from our JSON, ownership XML or a full submission.

    Raises UnusableInputError when it cannot be read.
    """
    from form4gen.edgar.dump import dump  # noqa: PLC0415  few checks look at earlier filings

    is_json = raw.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")
    found = load(raw if is_json else dump(import_filing(raw).document).encode())
    if found.filing is None:
        raise UnusableInputError(f"It is not a filing: {found.findings[0].message}")
    return found.filing


def is_prior(other: Filing, filing: Filing, filed_at: datetime) -> bool:
    """Whether ``other`` is an earlier filing of the same persons on the same issuer."""
    return bool(earlier((other,), filing, filed_at.date()))


def report_of(file: str, filed_at: datetime, loaded: Loaded, outcome: Outcome) -> Report:
    """The whole report on a document that was validated: its findings, its deadlines and its balances."""
    deadlines = tuple(together(outcome.dues))
    balances = tuple(ledger(loaded.filing)) if loaded.filing else ()
    sums = tuple(workings(loaded.filing)) if loaded.filing else ()
    return Report(file, filed_at, outcome, deadlines, balances, sums, loaded.document.text)


def due_date(traded: date, notified: date | None, filed_at: datetime) -> DueDate:
    """When a transaction of ``traded`` is due, of which the owner was told on ``notified`` if by a plan."""
    return due_date_of(traded, notified, filed_at)


def check_names(names: Iterable[str]) -> None:
    """Raises UnusableInputError, with what is most like it, for a name that is no rule or family."""
    for name in names:
        if name not in rule_names():
            raise UnusableInputError(_no_such_rule(name))


def rule_names() -> frozenset[str]:
    """Every id and every family of the catalogue: what a selection may name."""
    return frozenset({*catalogue(), *(rule.family for rule in catalogue().values())})


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name of ``names`` that is most like ``name``, if one is like it at all; the first letters weigh most."""
    from difflib import get_close_matches  # noqa: PLC0415  only a wrong name needs it

    like = get_close_matches(name, sorted(names), 9, 0.5)
    return max(like, key=lambda each: [ours == theirs for ours, theirs in zip(name, each, strict=False)], default=None)


def _no_such_rule(name: str) -> str:
    families = {rule.family for rule in catalogue().values()}
    near = nearest(name.upper(), rule_names())
    hint = f"Did you mean {near}?" if near else f"The families are {', '.join(sorted(families))}."
    return f"There is no rule or family {name!r}. {hint}"


def _as_findings(document: Document) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            problem.id, ERROR, None, cell_name(problem.at), problem.at, problem.message, problem.found,
            problem.expected, None, (FORMAT.at(""),), problem.remedy, None, problem.line, problem.column, problem.fix,
        )
        for problem in sorted(document.problems, key=lambda each: (each.line, each.column))
    )  # fmt: skip
