"""What an audit says of filings that are made of the SEC's data sets."""

from __future__ import annotations

from collections.abc import Iterator

from form4gen.api.auditing import count
from form4gen.audit.tables import Tables

_CHECKED = "FROM filings WHERE data_set_lacks IS NOT NULL AND verdict IS NOT NULL"


def data_set_notes(tables: Tables) -> Iterator[str]:
    """What is missing, and which rules could not be run, in sentences."""
    ((number,),) = tables.ask(f"SELECT count(*) {_CHECKED}")
    if not number:
        return
    yield (
        f"{count(number, 'form')} made of the SEC's data sets, which have no exhibits and no hours of filing. Their "
        "natures of ownership are left out, because in a part of the filings they are those of other rows."
    )
    missing = tables.ask(f"SELECT DISTINCT unnest(data_set_lacks) AS name {_CHECKED} ORDER BY name")
    if missing:
        yield f"Missing from data sets: {', '.join(name for (name,) in missing)}."
    rules = tables.ask(
        f"SELECT rule, count(*) FROM (SELECT unnest(rules_not_run) AS rule {_CHECKED}) GROUP BY rule ORDER BY rule"
    )
    every = [rule for rule, times in rules if times == number]
    some = [f"{rule} ({times:,})" for rule, times in rules if times < number]
    if every:
        yield f"Rules that could not be run on any form of a data set: {', '.join(every)}."
    if some:
        yield f"Rules that could not be run on some of these forms: {', '.join(some)}."
