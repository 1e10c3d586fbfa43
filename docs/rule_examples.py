"""Examples from the case files: the first case in which each rule fires, and the boxes in which it can fire."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from case_files import cases, document_of, filed_at

from form4gen.intake.structure import structure
from form4gen.law.unseen import as_seen
from form4gen.location import ROOT, Place, parse_pointer
from form4gen.model.cell_names import cell_name
from form4gen.model.wording import moment
from form4gen.rules.catalogue import catalogue
from form4gen.rules.engine import check

_LONGEST = 240


def examples() -> dict[str, dict[str, Any]]:
    """For each rule the first case in which it fires: what was changed in a sound filing, and the finding."""
    found: dict[str, dict[str, Any]] = {}
    for rule, case in cases():
        if rule in found or not case["found"] or rule not in catalogue():
            continue
        prior = [structure(document_of(each)) for each in case.get("prior", [])]
        finding = check(structure(document_of(case)), filed_at(case), [catalogue()[rule]], prior=prior).findings[0]
        found[rule] = {
            "case": case["name"],
            "changes": list(_changes(case)),
            "cell": finding.cell,
            "pointer": finding.at.pointer,
            "message": finding.message,
            "arithmetic": finding.arithmetic,
        }
    return dict(sorted(found.items()))


def boxes() -> dict[str, list[str]]:
    """The rules of each box of the form in which a case makes one fire."""
    found: dict[str, set[str]] = {}
    for rule, case in cases():
        for pointer in case["found"]:
            found.setdefault(_box(cell_name(_place(pointer))), set()).add(rule)
    return {box: sorted(found[box]) for box in sorted(found, key=_order)}


def _changes(case: dict[str, Any]) -> Iterator[str]:
    for pointer in case.get("remove", []):
        yield f"`{pointer}` left out"
    for pointer, recipe in case.get("set", {}).items():
        if pointer.endswith("/-"):
            yield f"added to `{pointer[:-2]}`: {_shown(recipe)}"
        else:
            yield f"`{pointer}` is {_shown(recipe)}"
    for earlier in case.get("prior", []):
        yield f"an earlier filing with {', '.join(_changes(earlier)) or 'no changes'}"
    if "filedAt" in case:
        yield f"filed {moment(datetime.fromisoformat(case['filedAt']))}"


def _shown(recipe: Any) -> str:
    match recipe:
        case {"$repeat": [part, count]}:
            return f"{count} times {_json(part)}"
        case {"$ids": count}:
            return f"F1 to F{count}"
        case {"$footnotes": count}:
            return f"{count} footnotes"
    return _json(recipe)


def _json(value: Any) -> str:
    """The value as JSON, short, with numbers as they were written and characters that nobody sees as escapes."""
    text = json.dumps(value, ensure_ascii=False, default=lambda number: f"\0{number:f}\0")
    text = re.sub(r'"\\u0000(.*?)\\u0000"', r"\1", text)
    text = "".join(sign if as_seen(sign) == sign else json.dumps(sign)[1:-1] for sign in text)
    return f"`{text if len(text) <= _LONGEST else text[: _LONGEST - 3] + '...'}`"


def _place(pointer: str) -> Place:
    place = ROOT
    for step in parse_pointer(pointer):
        place = place / (int(step) if step.isdigit() and place != ROOT / "footnotes" else step)
    return place


def _box(cell: str) -> str:
    """The name of a cell without the numbers of rows, owners and signatures."""
    cell = re.sub(r", (row|reporting person) \d+", "", cell)
    cell = re.sub(r"^(Signature|Power of attorney|Exhibit|Override)( \d+)?", r"\1", cell)
    cell = re.sub(r"^Explanation of Responses, .*", "Explanation of Responses", cell)
    return re.sub(r"^(Item \d+a?|Items 1 and 5)$", r"\1 as a whole", cell)


def _order(box: str) -> tuple[int, int, str]:
    """The order of the form: head, items, tables by column, explanations, signatures."""
    heads = ("Form", "Check", "Item", "Table I", "Table II", "Expl", "Rem", "Sign", "Power", "Exh", "Over")
    rank = max((number for number, head in enumerate(heads) if box.startswith(head)), default=len(heads))
    column = re.search(r"(?:column|Item) (\d+)", box)
    return rank, int(column[1]) if column else 0, box
