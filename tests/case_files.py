"""Reads the case files of the rules: a good filing, a few values changed by pointer, and the places found.

A case has ``name``, ``base`` (a file of tests/rules/bases, or a shipped example), and of these what it needs:
``filedAt`` (US Eastern), ``remove`` (pointers), ``set`` (values by pointer, applied after ``remove``; "-" at the end
appends to a list), ``prior`` (earlier filings, described in the same way), ``found`` (the places where the rule fires,
in order) and, to claim more of the findings, in the same order: ``severity``, ``edgar``, ``message`` and ``remedy`` (a
part of each), ``arithmetic``.

A long value is written as a recipe: ``{"$repeat": ["x", 61]}`` is a text of 61 x, ``{"$repeat": [{...}, 31]}`` a list
of 31 equal objects, ``{"$ids": 99}`` the list F1 to F99, and ``{"$footnotes": 99}`` as many footnotes.
"""

from __future__ import annotations

import copy
import json
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from form4gen.location import parse_pointer
from form4gen.resources import path_of

CASES = Path(__file__).parent / "rules" / "cases"
BASES = Path(__file__).parent / "rules" / "bases"
EASTERN = ZoneInfo("America/New_York")


@cache
def _base(name: str) -> Any:
    for folder in (BASES, Path(path_of("schemas", "examples"))):
        if (folder / f"{name}.json").exists():
            return json.loads((folder / f"{name}.json").read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
    raise FileNotFoundError(name)


def document_of(case: dict[str, Any]) -> Any:
    """The JSON document that a case describes."""
    document = copy.deepcopy(_base(case["base"]))
    for pointer in case.get("remove", []):
        *steps, last = parse_pointer(pointer)
        parent = _down(document, steps)
        parent.pop(int(last) if isinstance(parent, list) else last)
    for pointer, recipe in case.get("set", {}).items():
        *steps, last = parse_pointer(pointer)
        parent, value = _down(document, steps), _made(recipe)
        if not isinstance(parent, list):
            parent[last] = value
        elif last == "-":
            parent.append(value)
        else:
            parent[int(last)] = value
    return document


def _made(recipe: Any) -> Any:
    match recipe:
        case {"$repeat": [str(text), count]}:
            return text * int(count)
        case {"$repeat": [part, count]}:
            return [_made(part) for _ in range(int(count))]
        case {"$ids": count}:
            return [f"F{number}" for number in range(1, int(count) + 1)]
        case {"$footnotes": count}:
            return {f"F{number}": f"Note {number}." for number in range(1, int(count) + 1)}
        case dict():
            return {key: _made(part) for key, part in recipe.items()}
        case list():
            return [_made(part) for part in recipe]
    return recipe


def _down(value: Any, steps: list[str]) -> Any:
    for step in steps:
        value = value[int(step)] if isinstance(value, list) else value.setdefault(step, {})
    return value


def filed_at(case: dict[str, Any]) -> datetime:
    """The time of filing of a case; by default a time at which every rule of today is in force."""
    return datetime.fromisoformat(case.get("filedAt", "2026-11-09T12:00")).replace(tzinfo=EASTERN)


def case_files() -> list[Path]:
    return sorted(CASES.glob("*.json"))


def cases() -> list[tuple[str, dict[str, Any]]]:
    """Every case of every file, with its rule."""
    found = []
    for path in case_files():
        content = json.loads(path.read_text("utf-8"), parse_float=Decimal, parse_int=Decimal)
        assert content["rule"] == path.stem
        found += [(content["rule"], case) for case in content["cases"]]
    return found
