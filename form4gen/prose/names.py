"""Names of entities."""

from __future__ import annotations

import re
from functools import cache


def is_entity(name: str | None) -> bool:
    """Whether a name holds a legal form or a word that no person is called by."""
    return _entity().search(name or "") is not None


@cache
def _entity() -> re.Pattern[str]:
    return re.compile(
        r"\b(?:l\.?l?\.?p|l\.?l\.?c|inc|incorporated|corp|corporation|ltd|limited|plc|trust|funds?|partners|partnership"
        r"|holdings?|foundation|gmbh|n\.v|b\.v)\b",
        re.IGNORECASE,
    )
