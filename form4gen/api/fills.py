"""Rows of a draft from a broker's file: purchases and sales, vests and exercises."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from form4gen.accounts.confirmations import lots
from form4gen.api.load import Filing, is_edgars, load
from form4gen.drafting.fills.base import Given as Given
from form4gen.drafting.fills.base import check_given
from form4gen.drafting.fills.building import TABLE_I, TABLE_II
from form4gen.drafting.fills.column_map import SOLD as SOLD
from form4gen.drafting.fills.column_map import WITHHELD as WITHHELD
from form4gen.drafting.fills.column_map import ColumnMap, maps_of
from form4gen.drafting.fills.draft import Drafted, drafted
from form4gen.drafting.fills.events import REPORTED_AT_GRANT as REPORTED_AT_GRANT
from form4gen.drafting.fills.events import UNITS as UNITS
from form4gen.drafting.fills.events import Choices, Line
from form4gen.drafting.fills.reader import read_table
from form4gen.drafting.fills.reading import sheets_of
from form4gen.drafting.fills.reconciliation import Reconciliation, as_json, as_lines, reconciled
from form4gen.drafting.fills.repeats import IGNORE as IGNORE
from form4gen.drafting.fills.repeats import USE as USE
from form4gen.drafting.fills.repeats import without_repeated_ids, without_repeats
from form4gen.drafting.fills.tables import find_tables, unread
from form4gen.drafting.fills.to_do import exempt_purchases, unknown_actions, unreported_sales
from form4gen.errors import BrokenRuleError, UnusableInputError
from form4gen.intake.document import Document
from form4gen.intake.insertion import Items, Members, changed
from form4gen.records import NamedTuple
from form4gen.resources import text_of

OWN_FILE = "fills.toml"
"""The file with the column maps of a firm, in the current folder or that of the workbench."""

_MARK = "\ufeff"
_SHIPPED = ("schemas", "broker-maps.toml")
_REASONS = 5


class Options(NamedTuple):
    """What the user decides; each is explained in ``docs/fills.md``.

    ``repeated`` is ``USE`` or ``IGNORE``, or empty to stop at an event that is there already.
    """

    given: Given = Given()
    days: frozenset[date] = frozenset()
    taxes: str = ""
    awards: str = UNITS
    decimal: str = ""
    repeated: str = ""
    split: bool = False


# The names that say outside of this module what the records are for.
FillLine = Given
FillOptions = Options


class Filled(NamedTuple):
    """The draft with its new rows, and the reconciliation of the files with them."""

    content: bytes
    reconciliation: Reconciliation


def column_maps(content: bytes, file: str) -> list[ColumnMap]:
    """The column maps in a TOML file. Raises UnusableInputError."""
    try:
        data = tomllib.loads(content.decode())
    except (ValueError, RecursionError) as error:
        raise UnusableInputError(f"{file}: This is not TOML in UTF-8: {error}.") from None
    return maps_of(data, file)


def shipped_maps() -> list[ColumnMap]:
    """The maps for the exports of known brokers."""
    return maps_of(tomllib.loads(text_of(*_SHIPPED)), "shipped with form4gen")


def fill_draft(
    draft: bytes,
    files: Sequence[tuple[str, bytes]],
    own_maps: Iterable[ColumnMap] = (),
    options: Options = Options(),  # noqa: B008  a record that nothing changes
    cccs: Iterable[str] = (),
) -> Filled:
    """A draft (our JSON) with the rows, footnotes and trade confirmations for broker's files, given by name.

    Everything else in the draft stays as it is. A firm's own maps come before the shipped ones. Raises
    UnusableInputError with the place of what cannot be used, and MissingLibraryError for a workbook.
    """
    check_given(options.given)
    document, filing = _loaded(draft, cccs)
    choices = Choices(
        filing.issuer.issuer_trading_symbol or "", options.days, options.taxes, options.awards, options.decimal
    )
    maps = [*own_maps, *shipped_maps()]
    used: list[tuple[str, str, str]] = []
    read: list[list[Line]] = []
    remarks: list[str] = []
    for name, content in files:
        sheets = sheets_of(content, name)
        tables = find_tables(sheets, name, maps)
        used += dict.fromkeys((name, table.map.name, table.map.file) for table in tables)
        remarks += [f'{name}: the sheet "{each}" is not read; no map fits it.' for each in unread(sheets, tables)]
        read += [without_repeated_ids(read_table(table, choices)) for table in tables]
    lines = [line for each in without_repeats(read, filing, options.repeated) for line in each]
    legs = [leg for line in lines for leg in line.legs]
    if not legs:
        raise UnusableInputError(_nothing(lines, used))
    raw = json.loads(document.text, parse_float=Decimal, parse_int=Decimal)
    found = drafted(legs, filing, document.data, raw.get("footnotes", {}), options.given, split=options.split)
    to_do = (*unreported_sales(lines), *exempt_purchases(lines), *unknown_actions(lines), *remarks)
    found = found._replace(remarks=(*found.remarks, *to_do))
    reconciliation = reconciled(lines, found, used)
    mark = _MARK if draft.startswith(_MARK.encode()) else ""
    content = (mark + _written(document.text, raw, found)).encode()
    return Filled(content, _proved(content, reconciliation))


def _loaded(draft: bytes, cccs: Iterable[str]) -> tuple[Document, Filing]:
    if is_edgars(draft):
        raise UnusableInputError(
            "The draft must be form4gen's JSON, and this is a file of EDGAR's. Run `form4gen import FILE -o draft.json`"
            " first."
        )
    loaded = load(draft, cccs)
    if loaded.has_ccc:
        raise UnusableInputError("The draft contains a CCC. Delete it from the file first; nothing was written.")
    if loaded.filing is None or not isinstance(loaded.document, Document):
        first = loaded.findings[0].message
        raise UnusableInputError(f"The draft is not yet a filing: {first} Run `form4gen validate` on it.")
    return loaded.document, loaded.filing


def _nothing(lines: Sequence[Line], used: Sequence[tuple[str, str, str]]) -> str:
    reasons = Counter(line.ignored for line in lines if line.ignored)
    listed = "".join(f"\n  {count} ignored because {reason}" for reason, count in reasons.most_common(_REASONS))
    names = ", ".join(f'{file} (map "{name}")' for file, name, _ in used)
    return f"No row of {names} is a transaction to report. Rows:{listed}"


def _written(text: str, raw: dict[str, Any], found: Drafted) -> str:
    """The text of the draft with what was drafted."""
    from form4gen.edgar.dump import dump_value  # noqa: PLC0415  the only writer of our JSON

    changes: list[Items | Members] = []
    root: dict[str, Any] = {}
    for key, items in ((TABLE_I, found.table_i), (TABLE_II, found.table_ii)):
        if key in raw:
            changes.append(Items((key,), items))
        elif items:
            root[key] = items
    if "footnotes" in raw:
        changes.append(Members(("footnotes",), found.footnotes))
    elif found.footnotes:
        root["footnotes"] = dict(found.footnotes)
    if found.period is not None:
        root["periodOfReport"] = found.period.isoformat()
    confirmations = list(found.confirmations)
    context = raw.get("context")
    if context is None and confirmations:
        root["context"] = {"tradeConfirmations": confirmations}
    elif context is not None and "tradeConfirmations" in context:
        number = len(context["tradeConfirmations"])
        changes.append(Items(("context", "tradeConfirmations"), [*range(number), *confirmations]))
    elif confirmations:
        changes.append(Members(("context",), {"tradeConfirmations": confirmations}))
    return changed(text, [*changes, Members((), root)], dump_value)


def _proved(content: bytes, found: Reconciliation) -> Reconciliation:
    """The reconciliation, after the new draft was read back: its sums and its confirmations agree with the file.

    Raises BrokenRuleError where they do not. Where the draft has rows and confirmations of the same day that do not
    agree, that is a remark.
    """
    filing = load(content).filing
    rows = {placed.row for placed in found.placed}
    off = [lot for lot in lots(filing) if not lot.agrees] if filing else []
    if filing is None or not found.agrees or any({row.number for row in lot.rows} <= rows for lot in off):
        raise BrokenRuleError("The rows that were drafted do not agree with the file. Nothing was written.")
    remarks = [f"{lot.name}: the rows and trade confirmations of the draft do not agree (PR113)." for lot in off]
    return found._replace(remarks=(*found.remarks, *remarks))


def fills_values(filled: Filled, written: str | None = None) -> dict[str, Any]:
    """The reconciliation for a program, as the values of ``fills_json``; numbers are exact decimals."""
    return as_json(filled.reconciliation, written)


def fills_json(filled: Filled, written: str | None) -> str:
    """The reconciliation for a program."""
    from form4gen.edgar.dump import dump  # noqa: PLC0415  it writes exact decimals

    return dump(fills_values(filled, written))


def fills_lines(filled: Filled) -> Iterator[str]:
    """The reconciliation for a person."""
    return as_lines(filled.reconciliation)
