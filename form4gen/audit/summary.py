"""What the page on an audit says: tables of numbers, each of which leads to its filings, and charts of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from form4gen.api.auditing import count, names
from form4gen.audit.charts import bars
from form4gen.audit.data_set_notes import data_set_notes
from form4gen.audit.disclosure import disclosures
from form4gen.audit.lists import LISTED, Lists
from form4gen.audit.tables import CHECKED, COPY, EARLIER, Tables

_MOST_ROWS = 40
_MOST_ERRORS = 50
_IS_CHECKED = f"role = '{CHECKED}'"
_IS_LATE = "late_rows > 0"
_OF_THE_LAST_FORM = ("HB107", "HB108")
"""The rules that compare a form with the last one before it."""


def page(tables: Tables, options: Sequence[str]) -> dict[str, Any]:
    """The values of the page; ``options`` are sentences about what was checked."""
    lists = Lists(tables)
    summary = _summary(tables, lists)
    sections = [
        _late_by_issuer(tables, lists),
        _late_by_person(tables, lists),
        disclosures(tables, lists),
        _by_rule(tables, lists),
        _by_agent(tables, lists),
        _by_year(tables, lists),
        _not_run(tables, lists),
    ]
    return {
        "title": f"Audit of {summary[0]['number']['text']} Forms 4",
        "listed": LISTED,
        "summary": summary,
        "notes": [*options, *_notes(tables)],
        "sections": sections,
        "errors": _errors(tables),
        "lists": lists.found,
    }


def _summary(tables: Tables, lists: Lists) -> list[dict[str, Any]]:
    heads = (
        ("Forms 4 checked", _IS_CHECKED),
        ("with late transactions", _IS_LATE),
        ("with errors", "errors > 0"),
        ("with warnings and no errors", "warnings > 0 AND errors = 0"),
        ("Read as earlier filings only", f"role = '{EARLIER}'"),
        ("Copies of other inputs, counted once", f"role = '{COPY}'"),
    )
    counts = ", ".join(f"count(*) FILTER ({condition})" for _, condition in heads)
    (row,) = tables.ask(f"SELECT {counts} FROM filings")
    return [
        {"head": head, "number": lists.link(head[:1].upper() + head[1:], number, condition)}
        for (head, condition), number in zip(heads, row, strict=True)
    ]


def _notes(tables: Tables) -> list[str]:
    """What limits the numbers."""
    (row,) = tables.ask(
        "SELECT count(*) FILTER (filed_at_basis = 'signature'), count(*) FILTER (filed_at_basis = 'headerDate'),"
        " count(*) FILTER (filed_at_basis = 'clock'), count(*) FILTER (doubtful_rows > 0), sum(doubtful_rows),"
        f" count(*) FILTER (late_rows > 0 AND form = '4/A') FROM filings WHERE {_IS_CHECKED}"
    )
    signature, header, clock, doubtful, rows, amended = row
    notes = []
    if signature:
        notes.append(
            f"{count(signature, 'form')} without a filing time: checked as of the day of the last signature. Such a "
            "form may have been filed later, so it may be late although it is not counted."
        )
    if header:
        notes.append(
            f"{count(header, 'form')} with a filing date only: checked as of the end of EDGAR's hours that day."
        )
    if clock:
        notes.append(f"{count(clock, 'form')} not filed yet: checked as of the time of the audit.")
    if doubtful:
        notes.append(
            f"{count(int(rows), 'transaction')} in {count(doubtful, 'form')} may be late, depending on facts that the "
            "forms do not state. They are not counted as late."
        )
    if amended:
        notes.append(f"{count(amended, 'amendment')} with late transactions: counted as a late report each.")
    ((gaps,),) = tables.ask(f"SELECT count(DISTINCT number) FROM findings WHERE rule IN {_OF_THE_LAST_FORM}")
    if gaps:
        notes.append(
            f"{count(gaps, 'form')} with a balance that does not continue the last form "
            f"({' and '.join(_OF_THE_LAST_FORM)}): that is the last one among these inputs. If a form in between is "
            "not among them, it may explain the difference."
        )
    return [*notes, *data_set_notes(tables)]


def _section(heading: str, note: str, columns: list[str], rows: list[dict[str, Any]], total: int) -> dict[str, Any]:
    more = f"{total - len(rows):,}" if total > len(rows) else ""
    return {"heading": heading, "note": note, "columns": columns, "rows": rows, "more": more, "chart": None}


def _late_by_issuer(tables: Tables, lists: Lists) -> dict[str, Any]:
    query = (
        "SELECT issuer_cik, arg_max(issuer_name, number), count(*) AS forms, sum(late_rows), max(days_late)"
        f" FROM filings WHERE {_IS_LATE} GROUP BY issuer_cik ORDER BY forms DESC, issuer_cik"
    )
    found = tables.ask(query)
    rows = [
        {
            "head": _named(name, cik),
            "cells": [
                lists.link(
                    f"Late forms on {_named(name, cik)}",
                    forms,
                    f"{_IS_LATE} AND issuer_cik IS NOT DISTINCT FROM ?",
                    [cik],
                ),
                _text(late),
                _text(days),
            ],
        }
        for cik, name, forms, late, days in found[:_MOST_ROWS]
    ]
    columns = ["Issuer", "Late forms", "Late transactions", "Most days late"]
    made = _section("Late filings by issuer", "", columns, rows, len(found))
    return made | {
        "chart": bars("Late forms by issuer", [(name or cik or "", forms) for cik, name, forms, *_ in found])
    }


def _late_by_person(tables: Tables, lists: Lists) -> dict[str, Any]:
    query = (
        "SELECT cik, arg_max(name, number), count(*) AS forms, sum(late_rows), max(days_late) FROM (SELECT number,"
        " unnest(owner_ciks) AS cik, unnest(owner_names) AS name, late_rows, days_late FROM filings"
        f" WHERE {_IS_LATE}) GROUP BY cik ORDER BY forms DESC, cik"
    )
    found = tables.ask(query)
    rows = [
        {
            "head": _named(name, cik),
            "cells": [
                lists.link(
                    f"Late forms of {_named(name, cik)}", forms, f"{_IS_LATE} AND list_contains(owner_ciks, ?)", [cik]
                ),
                _text(late),
                _text(days),
            ],
        }
        for cik, name, forms, late, days in found[:_MOST_ROWS]
    ]
    note = "A joint form counts for each of its reporting persons."
    columns = ["Reporting person", "Late forms", "Late transactions", "Most days late"]
    made = _section("Late filings by reporting person", note, columns, rows, len(found))
    values = [(name or cik or "", forms) for cik, name, forms, *_ in found]
    return made | {"chart": bars("Late forms by reporting person", values)}


def _by_rule(tables: Tables, lists: Lists) -> dict[str, Any]:
    query = (
        "SELECT rule, severity, count(*), count(DISTINCT number) AS forms FROM findings WHERE NOT is_accepted"
        " GROUP BY rule, severity ORDER BY severity = 'advisory', forms DESC, rule, severity"
    )
    found = tables.ask(query)
    condition = "number IN (SELECT number FROM findings WHERE rule = ? AND severity = ? AND NOT is_accepted)"
    known = names()
    rows = [
        {
            "head": f"{rule} {known.get(rule, '')}",
            "cells": [
                {"text": severity, "anchor": "", "is_text": True},
                lists.link(f"{rule} {known.get(rule, '')} ({severity})", forms, condition, [rule, severity]),
                _text(findings),
            ],
        }
        for rule, severity, findings, forms in found
    ]
    note = "Errors and warnings first, then advisories. Findings that the filing's overrides accept are left out."
    made = _section("Findings by rule", note, ["Rule", "Severity", "Forms", "Findings"], rows, len(found))
    values = [(f"{rule} {known.get(rule, '')}", forms) for rule, kind, _, forms in found if kind != "advisory"]
    return made | {"chart": bars("Forms with errors and warnings, by rule", values)}


def _by_agent(tables: Tables, lists: Lists) -> dict[str, Any]:
    note = (
        "The first ten digits of an accession number are the CIK of the account that sent the filing: a filing agent, "
        "the issuer or the reporting person."
    )
    return _by("left(accession, 10)", "Filer agent", "Findings by filer agent", note, tables, lists)


def _by_year(tables: Tables, lists: Lists) -> dict[str, Any]:
    return _by("strftime(filed_at, '%Y')", "Year", "Findings by year", "By the year of the filing time.", tables, lists)


def _by(key: str, name: str, heading: str, note: str, tables: Tables, lists: Lists) -> dict[str, Any]:
    kinds = ("true", "errors > 0", "warnings > 0", _IS_LATE)
    counts = ", ".join(f"count(*) FILTER ({kind})" for kind in kinds)
    order = "1" if name == "Year" else "2 DESC, 1"
    found = tables.ask(f"SELECT {key}, {counts} FROM filings WHERE {_IS_CHECKED} GROUP BY 1 ORDER BY {order}")
    columns = [name, "Forms 4", "With errors", "With warnings", "With late transactions"]
    rows = []
    for value, *numbers in found[:_MOST_ROWS]:
        condition = f"{_IS_CHECKED} AND {key} IS NOT DISTINCT FROM ?"
        head = value or "No accession number"
        cells = [
            lists.link(f"{name} {value or 'not known'}: {column}", number, f"{condition} AND {kind}", [value])
            for column, number, kind in zip(columns[1:], numbers, kinds, strict=True)
        ]
        rows.append({"head": head, "cells": cells})
    values = [(value or "No accession number", errors) for value, _, errors, *_ in found]
    if name != "Year":
        values.sort(key=lambda each: -each[1])
    made = _section(heading, note, columns, rows, len(found))
    return made | {"chart": bars(f"Forms with errors, by {name.lower()}", values)}


def _not_run(tables: Tables, lists: Lists) -> dict[str, Any]:
    query = (
        "SELECT rule, count(*) AS forms FROM (SELECT unnest(rules_not_run) AS rule FROM filings) GROUP BY rule"
        " ORDER BY forms DESC, rule"
    )
    known = names()
    rows = [
        {
            "head": f"{rule} {known.get(rule, '')}",
            "cells": [lists.link(f"Forms without {rule}", forms, "list_contains(rules_not_run, ?)", [rule])],
        }
        for rule, forms in tables.ask(query)
    ]
    note = (
        "Each of these rules needs facts that the forms listed do not have, such as a filing time or earlier filings."
    )
    return _section("Rules that could not be applied", note, ["Rule", "Forms"], rows, len(rows))


def _errors(tables: Tables) -> dict[str, Any]:
    ((total,),) = tables.ask("SELECT count(*) FROM errors")
    found = tables.ask(f"SELECT file, message FROM errors ORDER BY number, message LIMIT {_MOST_ERRORS}")
    return {"total": total, "rows": found, "more": f"{total - _MOST_ERRORS:,}" if total > _MOST_ERRORS else ""}


def _named(name: str | None, cik: str | None) -> str:
    return f"{name} ({cik})" if name and cik else name or cik or "No CIK"


def _text(number: int | None) -> dict[str, Any]:
    return {"text": "" if number is None else f"{number:,}", "anchor": "", "is_text": False}
