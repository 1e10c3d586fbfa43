"""Apply the rules to a filing that was loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from form4gen.accounts.history import earlier
from form4gen.api.load import Loaded
from form4gen.api.rules import check_names
from form4gen.model.filing import Filing
from form4gen.report.record import NOT_SELECTED
from form4gen.report.settings import Settings as Settings
from form4gen.rules.catalogue import Edgar as Edgar
from form4gen.rules.catalogue import Severity as Severity
from form4gen.rules.catalogue import catalogue, selected
from form4gen.rules.engine import Finding as Finding
from form4gen.rules.engine import Outcome as Outcome
from form4gen.rules.engine import check

_NO_FILING = "the document is not yet a filing"


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

    ``is_planned`` means that a caller chose that time; it is not the clock's or that of the filing's own context.
    ``prior`` are earlier filings, from ``read_prior``.

    ``select`` and ``ignore`` name rules or families. ``severities`` sets the severity of the findings of such a rule
    or family, whatever the catalogue says. Raises UnusableInputError when there is no such name. A document that could
    not become a filing yields its own findings and no rule is applied. The outcome accounts for every rule of the
    catalogue: applied, not applicable or not selected with the reason, or unable to run.
    """
    settings = Settings(None, tuple(select), tuple(ignore), severities or {})
    check_names((*settings.select, *settings.ignore, *settings.severities))
    rules = selected(settings.select, settings.ignore)
    unselected = dict.fromkeys((rule for rule in catalogue() if rule not in rules), NOT_SELECTED)
    if loaded.filing is None:
        return Outcome(loaded.findings, (), dict.fromkeys(rules, _NO_FILING) | unselected, {}, more=loaded.more)
    outcome = check(loaded.filing, filed_at, rules.values(), is_planned=is_planned, prior=prior)
    placed = []
    for finding in outcome.findings:
        line, column = loaded.document.line_and_column(finding.at)
        severity = settings.severity_of(finding.rule) or finding.severity
        placed.append(finding._replace(line=line, column=column, severity=severity))
    more = tuple(each._replace(severity=settings.severity_of(each.rule) or each.severity) for each in outcome.more)
    return outcome._replace(findings=tuple(placed), not_applicable=outcome.not_applicable | unselected, more=more)


def is_prior(other: Filing, filing: Filing, filed_at: datetime) -> bool:
    """Whether ``other`` is an earlier filing of the same reporting persons and issuer."""
    return bool(earlier((other,), filing, filed_at.date()))
