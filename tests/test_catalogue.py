"""Every rule has an id, a name and a docstring of the agreed form."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest
from case_files import cases

from form4gen.law.codes import CODES
from form4gen.rules.catalogue import Rule, catalogue

RULES = list(catalogue().values())
FAMILIES = {"DL", "HD", "RO", "TC", "PR", "DV", "PA", "HB", "FN", "TP", "AM", "SG", "EX", "FP", "AD", "OV"}


def _each_rule() -> pytest.MarkDecorator:
    return pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@_each_rule()
def test_an_id_is_a_family_and_three_digits(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z]{2}[12][0-9]{2}", rule.id)
    assert rule.family in FAMILIES


@_each_rule()
def test_a_rule_says_what_must_hold_why_and_what_to_do(rule: Rule) -> None:
    assert rule.title.endswith("."), "the first line of the docstring is a sentence"
    assert len(rule.title) <= 113  # a line of its docstring
    assert len(rule.why) > 40, "the docstring says why"
    assert len(rule.remedy) > 10, "the docstring ends with a remedy"


@_each_rule()
def test_a_rule_is_short(rule: Rule) -> None:
    lines = inspect.getsource(rule.check).split('"""', 2)[2].strip().splitlines()
    assert len(lines) <= 40


def test_no_case_file_is_of_a_rule_that_does_not_exist() -> None:
    assert {rule_id for rule_id, _ in cases()} <= set(catalogue())


def test_no_two_cases_of_a_rule_have_the_same_name() -> None:
    names = [(rule_id, case["name"]) for rule_id, case in cases()]
    assert len(names) == len(set(names))


@_each_rule()
def test_a_check_is_called_after_the_name_of_its_rule(rule: Rule) -> None:
    plain = re.sub(r"[^a-z0-9]+", "_", rule.name.lower().replace("'", "")).strip("_")
    assert rule.check.__name__ == plain


def test_two_rules_do_not_share_a_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))


def test_each_id_is_given_once_in_the_code() -> None:
    ids: list[str] = []
    for module in (Path(inspect.getfile(Rule)).parent).rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "rule":
                assert isinstance(node.args[0], ast.Constant)
                ids.append(str(node.args[0].value))
    assert sorted(ids) == sorted(catalogue())


def test_the_18_codes_of_the_schema_are_known() -> None:
    assert sorted(CODES) == sorted("ACDEFGHIJLMOPSUWXZ")
