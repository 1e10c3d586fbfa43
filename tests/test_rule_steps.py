"""A rule is finished: where a step of docs/adding-a-rule.md is missing, a test names it."""

from __future__ import annotations

import re

import pytest
from rule_steps import ROOT, Evidence, evidence, missing_steps, named_in, unknown_in

from form4gen.rules.catalogue import Rule, catalogue

RULE = catalogue()["RO102"]
GUIDE = (ROOT / "docs" / "adding-a-rule.md").read_text("utf-8")


@pytest.mark.parametrize("rule", catalogue().values(), ids=lambda rule: rule.id)
def test_no_step_of_a_rule_is_missing(rule: Rule) -> None:
    assert missing_steps(rule, evidence()) == []


def _without(**changes: object) -> Evidence:
    finished = Evidence(
        cases={"RO102": frozenset({True, False})},
        sections=frozenset({"RO102"}),
        examples=frozenset({"RO102"}),
        changelog=frozenset({"RO102"}),
        mutated=frozenset({"RO102"}),
        unmutated={},
    )
    return finished._replace(**changes)


def test_a_finished_rule_lacks_nothing() -> None:
    assert missing_steps(RULE, _without()) == []


@pytest.mark.parametrize(
    ("found", "step"),
    [
        (_without(cases={}), "write tests/rules/cases/RO102.json (step 6)"),
        (
            _without(cases={"RO102": frozenset({False})}),
            "add a case to tests/rules/cases/RO102.json in which the rule fires (step 6)",
        ),
        (
            _without(cases={"RO102": frozenset({True})}),
            "add a case to tests/rules/cases/RO102.json in which the rule is silent (step 6)",
        ),
        (
            _without(mutated=frozenset()),
            "add a mutation to tests/mutations/, or a reason to tests/mutations/reasons.py (step 8)",
        ),
        (
            _without(mutated=frozenset(), unmutated={"RO102": ""}),
            "add a mutation to tests/mutations/, or a reason to tests/mutations/reasons.py (step 8)",
        ),
        (
            _without(unmutated={"RO102": "it needs two filings"}),
            "it has a mutation: take its reason out of tests/mutations/reasons.py (step 8)",
        ),
        (_without(sections=frozenset()), "run ./start docs (step 9)"),
        (_without(examples=frozenset()), "run ./start docs (step 9)"),
        (_without(changelog=frozenset()), "name it in CHANGELOG.md (step 9)"),
    ],
)
def test_a_step_outside_the_function_is_named_when_it_is_missing(found: Evidence, step: str) -> None:
    assert missing_steps(RULE, found) == [f"RO102: {step}"]


def test_a_reason_takes_the_place_of_a_mutation() -> None:
    assert missing_steps(RULE, _without(mutated=frozenset(), unmutated={"RO102": "it needs two filings"})) == []


def test_a_missing_source_is_named() -> None:
    nowhere = (RULE.sources[0]._replace(place=""),)
    for sources in ((), nowhere):
        assert missing_steps(RULE._replace(sources=sources), _without()) == [
            "RO102: cite the source and the place in it (step 1)"
        ]


@pytest.mark.parametrize(
    "docstring",
    [
        None,
        "No full stop\n\nWhy.\n\nRemedy: Do this.",
        "No reason.\n\nRemedy: Do this.",
        "No remedy.\n\nWhy.",
    ],
)
def test_a_missing_part_of_the_docstring_is_named(docstring: str | None) -> None:
    def check() -> None:
        """Replaced."""

    check.__doc__ = docstring
    rule = RULE._replace(check=check)  # type: ignore[arg-type]
    assert missing_steps(rule, _without()) == [
        "RO102: give the rule a name, and its function a docstring with title, reason and remedy (step 4)"
    ]


def test_a_range_names_each_id_from_its_first_to_its_last() -> None:
    assert named_in("Dates: DL109 to DL111, DL201.") == {"DL109", "DL110", "DL111", "DL201"}
    assert named_in("HB107 asks; JS104 and RO1021 are no ids of rules.") == {"HB107"}


@pytest.mark.parametrize("text", ["DL101 to HD101", "DL111 to DL101"])
def test_a_range_of_two_families_or_backwards_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"{text} is not a range of one family"):
        named_in(text)


def test_the_changelog_names_no_rule_that_does_not_exist() -> None:
    assert unknown_in((ROOT / "CHANGELOG.md").read_text("utf-8")) == []
    assert unknown_in("RO102 and RO199") == ["RO199"]


def test_the_reasons_for_no_mutation_are_of_rules_that_exist() -> None:
    assert evidence().unmutated.keys() <= catalogue().keys()


def test_every_step_that_a_message_cites_is_in_the_guide() -> None:
    source = (ROOT / "tests" / "rule_steps.py").read_text("utf-8")
    cited = set(re.findall(r"\(step (\d)\)", source))
    assert cited == {"1", "4", "6", "8", "9"}
    assert cited <= set(re.findall(r"^## (\d)\. ", GUIDE, re.MULTILINE))


def test_the_guide_lists_the_folder_of_every_family() -> None:
    folders = {each.family: each.check.__module__.split(".")[2] for each in catalogue().values() if each.family != "OV"}
    listed = dict(re.findall(r"\| ([A-Z]{2}) \| `([a-z]+)`", GUIDE))
    assert listed == folders


def test_the_guide_names_the_files_and_commands_of_each_step() -> None:
    for name in re.findall(r"`((?:form4gen|tests|docs|benchmarks)/[\w/.-]+)`", GUIDE):
        assert (ROOT / name).exists(), f"docs/adding-a-rule.md names {name}"
