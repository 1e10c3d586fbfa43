"""What the memorandum says was checked."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from memo_samples import memo_on, sample
from page_reader import filing
from report_samples import finding, report

from form4gen.api.rules import explanations
from form4gen.report.memo import memo
from form4gen.report.memo_checked import Checked, by_number
from form4gen.report.needs import in_words
from form4gen.rules.applying import EXCLUDED, NOT_SELECTED
from form4gen.rules.catalogue import Severity, catalogue
from form4gen.rules.families import FAMILIES
from form4gen.rules.listing import More


def _checked(not_run: Mapping[str, str] | None = None, **options: dict[str, str]) -> Checked:
    return memo(report(not_run=dict(not_run or {}), **options), filing(), explanations()).checked


def test_every_family_of_the_catalogue_has_a_name() -> None:
    assert {rule[:2] for rule in catalogue()} == set(FAMILIES)


@pytest.mark.parametrize(
    ("not_run", "sentence"),
    [
        ({}, "2 of 2 checks were applied."),
        ({"DL101": "needs context.filedAt"}, "2 of 3 checks were applied; one lacked information."),
        ({"TC105": EXCLUDED}, "2 of 3 checks were applied; one was excluded by the settings."),
        (
            {"TC105": EXCLUDED, "TC106": EXCLUDED, "DL101": "needs x"},
            "2 of 5 checks were applied; one lacked information, two were excluded by the settings.",
        ),
        ({"TC105": NOT_SELECTED}, "2 of 3 checks were applied; one was not selected."),
    ],
)
def test_a_sentence_counts_the_checks(not_run: dict[str, str], sentence: str) -> None:
    assert _checked(not_run).sentence == sentence


def test_the_sentence_names_checks_that_did_not_apply_and_that_could_not_run() -> None:
    words = _checked(not_applicable={"AM101": "x", "AM102": "x"}, could_not_run={"TC105": "x"}).sentence
    assert words == "2 of 5 checks were applied; two did not apply. One check could not run."


def test_the_families_add_up_to_the_catalogue() -> None:
    made = memo_on(sample()).checked
    *families, whole = [family for half in made.families for family in half]
    numbers = [[int(part.replace("\u2013", "0")) for part in each[1:]] for each in families]
    assert [sum(column) for column in zip(*numbers, strict=True)] == [int(part) for part in whole[1:]]
    assert int(whole.applied) + int(whole.others) == len(catalogue())
    assert abs(len(made.families[0]) - len(made.families[1])) <= 1


def test_findings_are_counted_whether_listed_or_not_and_accepted_or_not() -> None:
    one = report(finding(), finding(accepted=True))
    more = More("HB102", Severity.ERROR, None, is_accepted=False, number=40)
    made = memo(one._replace(outcome=one.outcome._replace(more=(more,))), filing(), explanations()).checked
    assert [family.findings for family in made.families[0] if "(HB)" in family.name] == ["42"]


def test_what_would_let_more_checks_run_is_named_in_words() -> None:
    made = memo_on(sample()).checked
    assert "The issuer\u2019s blackout periods (AD104)" in made.lacking
    assert not any("context" in words for words in made.lacking)


def test_every_need_of_a_rule_has_words() -> None:
    reasons = {rule: f"needs {each}" for rule, each in _needs().items()}
    assert reasons
    for words in in_words(reasons):
        assert "context." not in words
        assert "powersOfAttorney" not in words


def _needs() -> dict[str, str]:
    return {rule: ", ".join(each.wants) for rule, each in catalogue().items() if each.wants}


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((), ""),
        (("DL101",), "DL101"),
        (("DL102", "DL101", "DL104", "HD201"), "DL101\u2013102, DL104; HD201"),
    ],
)
def test_rules_are_listed_as_ranges(rules: tuple[str, ...], words: str) -> None:
    assert by_number(rules) == words
