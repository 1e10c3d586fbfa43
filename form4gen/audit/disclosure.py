"""What Item 405 of Regulation S-K has an issuer disclose: who reported late, with how many reports and transactions."""

from __future__ import annotations

from typing import Any

from form4gen.api.auditing import count
from form4gen.audit.lists import Lists
from form4gen.audit.tables import Tables

_MOST = 40

_NOTE = (
    'The caption is "Delinquent Section 16(a) Reports". Item 405(a) has the issuer identify each director, officer, '
    "ten percent holder or other reporting person who did not file on a timely basis during the fiscal year or earlier "
    "ones, with the number of late reports, the number of transactions that were not reported on a timely basis, and "
    "any known failure to file. The numbers below are those of Forms 4 and 4/A, by calendar year of filing. Add late "
    "Forms 3 and 5, and failures to file, which do not show here. A foreign private issuer makes no such disclosure."
)
_CONDITION = (
    "late_rows > 0 AND issuer_cik IS NOT DISTINCT FROM ? AND year(filed_at) = ? AND list_contains(owner_ciks, ?)"
)


def disclosures(tables: Tables, lists: Lists) -> dict[str, Any]:
    """For each issuer and year, a sentence on each person with late reports."""
    query = (
        "SELECT issuer_cik, arg_max(issuer, number) AS any_issuer, filed, cik, arg_max(name, number) AS any_name,"
        " count(*), sum(late_rows) FROM"
        " (SELECT number, issuer_cik, issuer_name AS issuer, year(filed_at) AS filed, unnest(owner_ciks) AS cik,"
        " unnest(owner_names) AS name, late_rows FROM filings WHERE late_rows > 0)"
        " GROUP BY issuer_cik, filed, cik ORDER BY filed DESC, lower(any_issuer), issuer_cik, lower(any_name), cik"
    )
    found: dict[tuple[str, int], dict[str, Any]] = {}
    more = 0
    for cik, issuer, year, person, name, forms, late in tables.ask(query):
        if (cik, year) not in found and len(found) >= _MOST:
            more += 1
            continue
        lead = (
            f"During {year}, the persons below did not file on a timely basis reports that"
            " Section 16(a) of the Exchange Act requires:"
        )
        entry = found.setdefault((cik, year), {"heading": f"{issuer or cik}, {year}", "lead": lead, "persons": []})
        heading = f"Late reports of {name or person} on {issuer or cik} in {year}"
        link = lists.link(heading, forms, _CONDITION, [cik, year, person])
        entry["persons"].append(
            {
                "name": name or person,
                "link": link | {"text": count(forms, "late report", in_words=True)},
                "rest": f"{count(int(late), 'transaction', in_words=True)} not reported on a timely basis",
            }
        )
    return {
        "heading": "Text for Item 405 of Regulation S-K",
        "note": _NOTE,
        "entries": list(found.values()),
        "more": f"{more:,}" if more else "",
    }
