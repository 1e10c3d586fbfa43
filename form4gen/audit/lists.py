"""The lists of filings behind the numbers of the page, and how to find those that the page does not list."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from form4gen.api.auditing import day
from form4gen.audit.tables import Tables

LISTED = 20
_MOST_PERSONS = 3

Value = str | int | None


class Lists:
    """The lists, in the order in which the page refers to them."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self.found: list[dict[str, Any]] = []

    def link(self, heading: str, count: int, condition: str, values: Iterable[Value] = ()) -> dict[str, Any]:
        """A number that leads to the filings of which it is the number."""
        if not count:
            return {"text": "0", "anchor": "", "is_text": False}
        given = list(values)
        query = (
            "SELECT filed_at, form, issuer_name, owner_names, coalesce(accession, ''), file,"
            f" coalesce(verdict_words, '') FROM filings WHERE {condition} ORDER BY filed_at, number LIMIT {LISTED}"
        )
        anchor = f"list-{len(self.found) + 1}"
        filings = [
            {
                "filed": day(filed), "form": form, "issuer": issuer or "", "persons": _persons(persons),
                "accession": accession, "file": file, "result": result,
            }
            for filed, form, issuer, persons, accession, file, result in self._tables.ask(query, given)
        ]  # fmt: skip
        entry = {"anchor": anchor, "heading": heading, "filings": filings, "more": "", "query": ""}
        if count > LISTED:
            entry["more"] = f"{count - LISTED:,}"
            entry["query"] = f"SELECT * FROM 'filings.parquet' WHERE {_filled(condition, given)}"
        self.found.append(entry)
        return {"text": f"{count:,}", "anchor": anchor, "is_text": False}


def _persons(names: list[str | None]) -> str:
    known = [name for name in names if name]
    more = len(known) - _MOST_PERSONS
    return "; ".join(known[:_MOST_PERSONS]) + (f"; {more} more" if more > 0 else "")


def _filled(condition: str, values: list[Value]) -> str:
    """The condition with its values, for a person who asks the tables."""
    parts = condition.split("?")
    return "".join(part + end for part, end in zip(parts, [*map(_literal, values), ""], strict=True)).replace(
        "FROM findings", "FROM 'findings.parquet'"
    )


def _literal(value: Value) -> str:
    if value is None:
        return "NULL"
    return str(value) if isinstance(value, int) else "'" + value.replace("'", "''") + "'"
