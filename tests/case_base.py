"""A filing made as the case files make theirs: a base with a few values changed by pointer."""

from __future__ import annotations

import json
from typing import Any

from case_files import document_of

from form4gen.intake.document import read
from form4gen.intake.structure import structure
from form4gen.model.filing import Filing

EXAMPLE = "option_plan_sale"


def filing(changes: dict[str, Any] | None = None, base: str = EXAMPLE, remove: tuple[str, ...] = ()) -> Filing:
    """The base without the values at ``remove`` and with ``changes``, numbers as exact as in a document."""
    exact = read(json.dumps(changes or {}).encode()).data
    return structure(document_of({"base": base, "set": exact, "remove": list(remove)}))
