"""Real footnotes with the claims that a careful reader labeled them with, and how well the reading agrees.

They are not part of this project: ``FORM4GEN_PROSE`` names a folder with ``labeled.tsv``; without it, a folder beside
the checkout is tried, and without that the test is skipped.
"""

from __future__ import annotations

import ast
import csv
import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest

from form4gen.prose.claims import claims
from form4gen.prose.reading import read

PACKAGE = Path(__file__).resolve().parents[2] / "form4gen"
_BESIDE = Path(__file__).resolve().parents[3] / "shared" / "prose"
PRECISION, RECALL, SILENCER = 0.97, 0.95, 0.99
"""Goals over all claims that rules and accounts ask, and of each claim that can keep a rule silent."""


CORRECTIONS: dict[str, tuple[str, ...]] = {
    "39efd5b6e236": ("plan_purchase",),
    "b93b70246f02": ("dividend_equivalents",),
}
"""Labels that two texts of one wording lack, one each: units acquired by reinvesting dividends have both.

A text is named by the first digits of its SHA-256."""


class Score(NamedTuple):
    """How often a claim was found rightly, wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


class Labeled(NamedTuple):
    """A real text and its labels."""

    text: str
    labels: frozenset[str]


@cache
def labeled() -> tuple[Labeled, ...]:
    """The labeled texts; skips the test when there are none."""
    named = os.environ.get("FORM4GEN_PROSE")
    path = (Path(named) if named else _BESIDE) / "labeled.tsv"
    if not path.is_file():
        pytest.skip("no labeled footnotes here: set FORM4GEN_PROSE to their folder")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(Labeled(row[0], frozenset((*filter(None, row[1].split(",")), *_missing(row[0])))) for row in rows[1:])


def _missing(text: str) -> tuple[str, ...]:
    return CORRECTIONS.get(sha256(text.encode()).hexdigest()[:12], ())


@cache
def scores() -> dict[str, Score]:
    """The score of each claim that has a label."""
    known = claims()
    names = sorted({label for each in labeled() for label in each.labels} & set(known))
    counts = {name: [0, 0, 0] for name in names}
    for each in labeled():
        found = set(read(each.text).stated())
        for name in names:
            if name in found:
                counts[name][0 if name in each.labels else 1] += 1
            elif name in each.labels:
                counts[name][2] += 1
    return {name: Score(*count) for name, count in counts.items()}


def total(found: dict[str, Score]) -> Score:
    """The sum of some scores."""
    return Score(*(sum(column) for column in zip(*found.values(), strict=True))) if found else Score(0, 0, 0)


@cache
def asked(*methods: str) -> frozenset[str]:
    """The claims that rules and accounts ask by these methods (``says``, ``excuses``, ``quoted``).

    They are written there, or in a list of the module that is handed over with a star.
    """
    found: set[str] = set()
    for room in ("rules", "accounts", "prose"):
        for module in (PACKAGE / room).rglob("*.py"):
            tree = ast.parse(module.read_text("utf-8"))
            lists = {
                target.id: _texts_in(node.value)
                for node in tree.body
                if isinstance(node, ast.Assign)
                for target in node.targets
                if isinstance(target, ast.Name)
            }
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in methods:
                    for each in node.args:
                        if isinstance(each, ast.Starred) and isinstance(each.value, ast.Name):
                            found |= lists.get(each.value.id, set())
                        elif isinstance(each, ast.Constant):
                            found |= _texts_in(each)
    return frozenset(found)


def _texts_in(node: ast.AST) -> set[str]:
    return {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}
