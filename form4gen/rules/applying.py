"""Applies the rules to a filing under the settings of a run.

Every rule is run, whatever the settings exclude, so that the outcome knows what they hold back. They drop or lower
judgments; what EDGAR suspends is always reported, with at least the severity of the catalogue. A look runs the
selected rules alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from form4gen.model.filing import Filing
from form4gen.rules.catalogue import SUSPENDS, Rule, catalogue
from form4gen.rules.engine import Finding, Held, Outcome, check
from form4gen.rules.listing import More
from form4gen.rules.settings import Settings
from form4gen.typed import TypeVar

NO_FILING = "the document is not yet a filing"
EXCLUDED = "excluded by settings"
NOT_SELECTED = "not selected"

_Found = TypeVar("_Found", Finding, More)


def rules_of(settings: Settings) -> list[Rule]:
    """The rules that are run: all of them, or for a look those that are selected."""
    rules = catalogue().values()
    return [each for each in rules if settings.selects(each.id)] if settings.is_look else list(rules)


def left_out(settings: Settings) -> dict[str, str]:
    """The rules that are not reported, with the reason, unless one finds something that EDGAR suspends."""
    if not settings.select and not settings.ignore:
        return {}
    rules = catalogue()
    unselected = rules if settings.is_look else ()
    reasons = {rule: NOT_SELECTED for rule in unselected if not settings.selects(rule)}
    return reasons | {
        rule: EXCLUDED
        for rule, each in rules.items()
        if rule not in reasons and settings.excludes(rule) and each.edgar is not SUSPENDS
    }


def check_under(
    settings: Settings, filing: Filing, filed_at: datetime, *, is_planned: bool = False, prior: Iterable[Filing] = ()
) -> Outcome:
    """The outcome of a check of the filing under the settings; the other arguments are those of ``check``.

    It accounts for every rule of the catalogue.
    """
    outcome = check(filing, filed_at, rules_of(settings), is_planned=is_planned, prior=prior)
    findings, excluded, lowered = _divided(settings, outcome.findings)
    more, more_excluded, more_lowered = _divided(settings, outcome.more)
    reasons = left_out(settings)
    for finding in findings:
        reasons.pop(finding.rule, None)
    return outcome._replace(
        findings=findings,
        applied=tuple(rule for rule in outcome.applied if rule not in reasons),
        not_applicable={rule: why for rule, why in outcome.not_applicable.items() if rule not in reasons},
        not_run={**outcome.not_run, **reasons},
        could_not_run={rule: fault for rule, fault in outcome.could_not_run.items() if rule not in reasons},
        more=more,
        settings=settings,
        excluded=Held(excluded, more_excluded),
        lowered=Held(lowered, more_lowered),
    )


def _divided(settings: Settings, found: Iterable[_Found]) -> tuple[tuple[_Found, ...], ...]:
    """What is reported; and, as the catalogue has it, what is excluded and what is lowered."""
    kept: list[_Found] = []
    excluded: list[_Found] = []
    lowered: list[_Found] = []
    for each in found:
        is_excluded, is_lower = settings.excludes(each.rule), settings.lowers(each.rule, each.severity)
        if each.edgar is SUSPENDS and (is_excluded or is_lower):
            kept.append(each)
        elif is_excluded:
            excluded.append(each)
        else:
            severity = settings.severity_of(each.rule)
            kept.append(each._replace(severity=severity) if severity else each)
            lowered += [each] if is_lower else []
    return tuple(kept), tuple(excluded), tuple(lowered)
