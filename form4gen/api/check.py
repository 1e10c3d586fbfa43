"""Apply the rules to a filing that was loaded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from form4gen.accounts.history import earlier
from form4gen.api.load import Loaded
from form4gen.api.rules import check_names
from form4gen.intake.problem import PLACEHOLDER
from form4gen.location import Place
from form4gen.model.filing import Filing
from form4gen.rules.applying import NO_FILING, check_under, left_out, rules_of
from form4gen.rules.catalogue import Edgar as Edgar
from form4gen.rules.catalogue import Severity as Severity
from form4gen.rules.catalogue import catalogue
from form4gen.rules.consequences import traced
from form4gen.rules.engine import Finding as Finding
from form4gen.rules.engine import Outcome as Outcome
from form4gen.rules.settings import Heading as Heading
from form4gen.rules.settings import Settings as Settings


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
    """Apply the rules to a loaded filing sent at ``filed_at`` (aware, US Eastern).

    ``is_planned`` means that a caller chose that time; it is not the clock's or that of the filing's own context.
    ``prior`` are earlier filings, from ``read_prior``.

    ``select``, ``ignore`` and ``severities`` name rules or families. With ``select``, these rules alone are run.
    ``ignore`` drops what such rules find, and ``severities`` sets how severe it is, whatever the catalogue says; what
    EDGAR suspends is neither dropped nor lowered. Raises UnusableInputError when there is no such name.

    A document that could not become a filing yields its own findings and no rule is applied. The outcome accounts for
    every rule of the catalogue: applied, not applicable or not run with the reason, or unable to run.
    """
    chosen = tuple(select)
    settings = Settings(None, chosen, tuple(ignore), severities or {}, is_look=bool(chosen))
    return validate_under(settings, loaded, filed_at, is_planned=is_planned, prior=prior)


def validate_under(
    settings: Settings, loaded: Loaded, filed_at: datetime, *, is_planned: bool = False, prior: Iterable[Filing] = ()
) -> Outcome:
    """The same with all settings of a run, such as those of a settings file."""
    check_names((*settings.select, *settings.ignore, *settings.severities))
    if loaded.filing is None:
        reasons = dict.fromkeys(catalogue(), NO_FILING) | left_out(settings)
        return Outcome(loaded.findings, (), {}, {}, more=loaded.more, not_run=reasons, settings=settings)
    prior = tuple(prior)
    outcome = check_under(settings, loaded.filing, filed_at, is_planned=is_planned, prior=prior)
    rules = rules_of(settings)
    findings = traced(outcome.findings, loaded.filing, filed_at, rules, is_planned=is_planned, prior=prior)
    placed = []
    blanks = {_box_of(each.at) for each in loaded.findings if each.rule == PLACEHOLDER}  # all else about it can wait
    for finding in findings:
        if blanks and _box_of(finding.at) in blanks:
            continue
        line, column = loaded.document.line_and_column(finding.at)
        element = loaded.document.element(finding.at)
        placed.append(finding._replace(line=line, column=column, element=element))
    return outcome._replace(findings=(*loaded.findings, *placed), more=(*loaded.more, *outcome.more))


def _box_of(at: Place) -> tuple[str | int, ...]:
    """The steps to a box of the form; its value may be within a cell."""
    steps = at.tokens
    return steps[:-1] if steps[-1:] == ("value",) else steps


def is_prior(other: Filing, filing: Filing, filed_at: datetime) -> bool:
    """Whether ``other`` is an earlier filing of the same reporting persons and issuer."""
    return bool(earlier((other,), filing, filed_at.date()))
