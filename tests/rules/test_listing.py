"""A thousand findings of a kind are listed; the others are counted, and overrides accept them like the listed ones."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from case_base import filing
from case_files import filed_at

from form4gen.bounds import LISTED
from form4gen.model.filing import Filing
from form4gen.rules.catalogue import ACCEPTS, ADVISORY, ERROR, SUSPENDS, WARNING, Breach, Rule, catalogue
from form4gen.rules.engine import Outcome, check
from form4gen.rules.listing import More

FILED_AT = filed_at({})


def _rule(breaches: list[dict[str, Any]], *, is_faulty: bool = False) -> Rule:
    def found(filing: Filing) -> Iterator[Breach]:
        """A rule of the tests."""
        for number, facts in enumerate(breaches):
            yield Breach(filing.at / "nonDerivativeTable" / number, "A finding.", **facts)
        if is_faulty:
            raise ZeroDivisionError

    return catalogue()["HD101"]._replace(check=found, severity=ERROR, edgar=ACCEPTS)


def _outcome(breaches: list[dict[str, Any]], *overridden: str) -> Outcome:
    overrides = [{"rule": "HD101", "place": place, "reason": "Read.", "by": "A. Counsel"} for place in overridden]
    return check(filing({"/overrides": overrides}), FILED_AT, [_rule(breaches), catalogue()["OV101"]])


@pytest.mark.parametrize(("number", "more"), [(LISTED - 1, 0), (LISTED, 0), (LISTED + 1, 1), (3 * LISTED, 2 * LISTED)])
def test_a_thousand_findings_of_a_rule_are_listed_and_the_others_counted(number: int, more: int) -> None:
    outcome = _outcome([{}] * number)
    assert len(outcome.findings) == number - more
    assert outcome.more == ((More("HD101", ERROR, ACCEPTS, is_accepted=False, number=more),) if more else ())
    assert outcome.applied == ("HD101",)


def test_findings_of_another_severity_or_reaction_are_another_kind() -> None:
    advisories = [{"severity": ADVISORY}] * (LISTED + 2)
    outcome = _outcome([*advisories, {}, {"edgar": SUSPENDS}, {"severity": WARNING}])
    assert outcome.more == (More("HD101", ADVISORY, ACCEPTS, is_accepted=False, number=2),)
    assert len(outcome.findings) == LISTED + 3


def test_an_override_accepts_findings_that_are_not_listed() -> None:
    last = f"/nonDerivativeTable/{2 * LISTED}"
    outcome = _outcome([{}] * (2 * LISTED + 1), last)
    assert outcome.more == (More("HD101", ERROR, ACCEPTS, is_accepted=False, number=LISTED),)
    assert [finding.at.pointer for finding in outcome.findings if finding.overridden] == [last]
    outcome = _outcome([{}] * (LISTED + 3), "", last)
    assert outcome.more == (More("HD101", ERROR, ACCEPTS, is_accepted=True, number=3),)
    assert [finding.rule for finding in outcome.findings[LISTED:]] == ["OV101"], "the second override accepts nothing"


def test_the_first_of_several_overrides_that_fit_is_the_one_that_accepts() -> None:
    outcome = _outcome([{}], "/nonDerivativeTable", "/nonDerivativeTable/0", "/nonDerivativeTable")
    assert outcome.findings[0].overridden is not None
    assert outcome.findings[0].overridden.at.pointer == "/overrides/0"
    assert [finding.at.pointer for finding in outcome.findings[1:]] == ["/overrides/1", "/overrides/2"]


def test_a_rule_that_raises_has_no_findings_and_none_that_are_counted() -> None:
    outcome = check(filing(), FILED_AT, [_rule([{}] * (LISTED + 1), is_faulty=True)])
    assert (outcome.findings, outcome.more) == ((), ())
    assert list(outcome.could_not_run) == ["HD101"]


def test_an_outcome_without_some_findings_counts_none_of_their_kinds() -> None:
    outcome = _outcome([*[{}] * (LISTED + 1), *[{"severity": WARNING}] * (LISTED + 2)])
    left = outcome.limited_to(each for each in outcome.findings if each.severity is WARNING)
    assert left.more == (More("HD101", WARNING, ACCEPTS, is_accepted=False, number=2),)
    assert len(left.findings) == LISTED
