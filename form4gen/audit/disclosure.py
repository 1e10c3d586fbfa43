"""What Item 405 of Regulation S-K has an issuer disclose: who reported late, with how many reports and transactions."""

from __future__ import annotations

from typing import Any

from form4gen.api.auditing import count
from form4gen.audit.lists import Lists
from form4gen.audit.tables import Tables

_MOST = 40

_NOTE = (
    'The caption is "Delinquent Section 16(a) Reports". Item 405(a) has the issuer name each director, officer or ten '
    "percent holder who did not file on time during the fiscal year, with the number of late reports, the number of "
    "transactions that were not reported on a timely basis, and any known failure to file. The years here are calendar "
    "years of filing; a failure to file does not show in filings. A foreign private issuer makes no such disclosure."
)


def disclosures(tables: Tables, lists: Lists) -> dict[str, Any]:
    """For each issuer and year, a sentence on each person with late reports."""
    query = (
        "SELECT issuer_cik, arg_max(issuer, number), filed, cik, arg_max(name, number), count(*), sum(late_rows) FROM"
        " (SELECT number, issuer_cik, issuer_name AS issuer, year(filed_at) AS filed, unnest(owner_ciks) AS cik,"
        " unnest(owner_names) AS name, late_rows FROM filings WHERE late_rows > 0)"
        " GROUP BY issuer_cik, filed, cik ORDER BY issuer_cik, filed DESC, cik"
    )
    condition = (
        "late_rows > 0 AND issuer_cik IS NOT DISTINCT FROM ? AND year(filed_at) = ? AND list_contains(owner_ciks, ?)"
    )
    found: dict[tuple[str, int], dict[str, Any]] = {}
    more = 0
    for cik, issuer, year, person, name, forms, late in tables.ask(query):
        if (cik, year) not in found and len(found) >= _MOST:
            more += 1
            continue
        entry = found.setdefault((cik, year), {"heading": f"{issuer or cik}, {year}", "persons": []})
        heading = f"Late reports of {name or person} on {issuer or cik} in {year}"
        entry["persons"].append(
            {
                "before": f"{name or person} filed",
                "link": {"anchor": lists.link(heading, forms, condition, [cik, year, person])["anchor"]}
                | {"text": count(forms, "late report")},
                "after": f"with {count(int(late), 'transaction')} that {'was' if late == 1 else 'were'} not reported "
                "on a timely basis.",
            }
        )
    return {
        "heading": "Text for Item 405 of Regulation S-K",
        "note": _NOTE,
        "entries": list(found.values()),
        "more": f"{more:,}" if more else "",
    }
