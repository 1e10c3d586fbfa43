"""The steps of adding a rule, and which of them a rule still lacks. docs/adding-a-rule.md explains each."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from case_files import cases
from mutations.mutation import all_mutations
from mutations.reasons import WITHOUT_MUTATION

from form4gen.rules.catalogue import Rule, catalogue

ROOT = Path(__file__).parent.parent
_ID = r"(?!JS|XM)[A-Z]{2}[12]\d{2}"  # JS and XM are for faults of the document, which are no rules
_NAMED = re.compile(rf"\b({_ID})(?: to ({_ID}))?\b")


class Evidence(NamedTuple):
    """What the project has for its rules, beside the functions."""

    cases: dict[str, frozenset[bool]]
    """For each rule with a case file, whether its cases fire: True, False, or both."""
    sections: frozenset[str]
    """The rules with a section in docs/rules.md."""
    examples: frozenset[str]
    """The rules with an example in schemas/rule-examples.json."""
    changelog: frozenset[str]
    """The rules that CHANGELOG.md names."""
    mutated: frozenset[str]
    """The rules that some mutation breaks."""
    unmutated: dict[str, str]
    """The reasons why a rule has no mutation."""


@cache
def evidence() -> Evidence:
    """What the project has now."""
    fires: dict[str, set[bool]] = {}
    for rule_id, case in cases():
        fires.setdefault(rule_id, set()).add(bool(case["found"]))
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    return Evidence(
        cases={rule_id: frozenset(found) for rule_id, found in fires.items()},
        sections=frozenset(each.upper() for each in re.findall(r'<a id="([a-z]{2}[12][0-9]{2})">', page)),
        examples=frozenset(json.loads((ROOT / "schemas" / "rule-examples.json").read_text("utf-8"))),
        changelog=named_in((ROOT / "CHANGELOG.md").read_text("utf-8")),
        mutated=frozenset(each.rule for each in all_mutations()),
        unmutated=WITHOUT_MUTATION,
    )


def missing_steps(rule: Rule, found: Evidence) -> list[str]:
    """What is left to do for a rule, in the order of docs/adding-a-rule.md; empty when nothing is."""
    return [f"{rule.id}: {step}" for step in (*_in_the_code(rule), *_beside_it(rule.id, found))]


def _in_the_code(rule: Rule) -> Iterator[str]:
    if not rule.sources or not all(source.place for source in rule.sources):
        yield "cite the source and the place in it (step 1)"
    if not (rule.name and rule.title.endswith(".") and rule.why and rule.remedy):
        yield "give the rule a name, and its function a docstring with title, reason and remedy (step 4)"


def _beside_it(rule_id: str, found: Evidence) -> Iterator[str]:
    fires = found.cases.get(rule_id)
    if fires is None:
        yield f"write tests/rules/cases/{rule_id}.json (step 6)"
    else:
        if True not in fires:
            yield f"add a case to tests/rules/cases/{rule_id}.json in which the rule fires (step 6)"
        if False not in fires:
            yield f"add a case to tests/rules/cases/{rule_id}.json in which the rule is silent (step 6)"
    if rule_id in found.mutated and rule_id in found.unmutated:
        yield "it has a mutation: take its reason out of tests/mutations/reasons.py (step 8)"
    if rule_id not in found.mutated and not found.unmutated.get(rule_id):
        yield "add a mutation to tests/mutations/, or a reason to tests/mutations/reasons.py (step 8)"
    if rule_id not in found.sections or rule_id not in found.examples:
        yield "run ./start docs (step 9)"
    if rule_id not in found.changelog:
        yield "name it in CHANGELOG.md (step 9)"


def named_in(text: str) -> frozenset[str]:
    """The ids that a text names, one by one or as a range such as "DL101 to DL111"."""
    return frozenset(each for first, last in _NAMED.findall(text) for each in _range(first, last or first))


def _range(first: str, last: str) -> Iterable[str]:
    if first[:2] != last[:2] or first > last:
        raise ValueError(f"{first} to {last} is not a range of one family")
    return (f"{first[:2]}{number}" for number in range(int(first[2:]), int(last[2:]) + 1))


def unknown_in(text: str) -> list[str]:
    """The ids that a text names and the catalogue does not have."""
    return sorted(named_in(text) - catalogue().keys())
