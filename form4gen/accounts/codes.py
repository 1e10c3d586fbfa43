"""What the rows of each code have in common, found once for a filing."""

from __future__ import annotations

from functools import lru_cache

from form4gen.model.filing import Filing
from form4gen.model.rows import DerivativeTransaction, Transaction
from form4gen.prose.reading import read
from form4gen.records import NamedTuple


class OfCode(NamedTuple):
    """Whether any row of a code is in Table II, is marked A or D, or has the title of a put."""

    has_derivative: bool
    has_acquired: bool
    has_disposed: bool
    has_put: bool


@lru_cache(maxsize=4)
def codes_of(filing: Filing) -> dict[str, OfCode]:
    """The codes of a filing, with what is true of any of their rows."""
    rows: dict[str, list[Transaction]] = {}
    for row in filing.transactions:
        rows.setdefault(row.code, []).append(row)
    return {code: _of_code(of_it) for code, of_it in rows.items()}


def _of_code(rows: list[Transaction]) -> OfCode:
    return OfCode(
        any(isinstance(row, DerivativeTransaction) for row in rows),
        any(row.is_acquired for row in rows),
        any(row.is_disposed for row in rows),
        any(read(row.security_title.value).excuses("put_title") for row in rows),
    )
