"""The reconciliation: where each row of the file went, and sums that agree exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from form4gen.drafting.fills.draft import Drafted, Placed
from form4gen.drafting.fills.events import Line
from form4gen.drafting.fills.groups import total
from form4gen.drafting.fills.sheets import Source
from form4gen.model.exact import EXACT
from form4gen.model.wording import day, dollars, number
from form4gen.records import NamedTuple


class Use(NamedTuple):
    """A row of the file: the rows of the form that it is in, or why it is in none."""

    line: Line
    rows: tuple[str, ...]
    ignored: str


class Sum(NamedTuple):
    """The transactions of a code: their number and dollars as read from the file and as written into the draft.

    The dollars are those of the single transactions; ``at_averages`` are those of the rows, whose prices may be
    rounded. None where a price is not known.
    """

    code: str
    events: int
    shares_read: Decimal
    shares_written: Decimal
    dollars_read: Decimal | None
    dollars_written: Decimal | None
    at_averages: Decimal | None

    @property
    def agrees(self) -> bool:
        """Whether what was read is what is written."""
        return self.shares_read == self.shares_written and self.dollars_read == self.dollars_written


class Reconciliation(NamedTuple):
    """Every row of the files, the new rows of the form, and the sums of each code.

    ``maps`` has each file with the name of its map and the file of that.
    """

    maps: tuple[tuple[str, str, str], ...]
    uses: tuple[Use, ...]
    placed: tuple[Placed, ...]
    sums: tuple[Sum, ...]
    taken: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]

    @property
    def agrees(self) -> bool:
        """Whether all sums agree."""
        return all(each.agrees for each in self.sums)


def reconciled(lines: Sequence[Line], found: Drafted, maps: Sequence[tuple[str, str, str]]) -> Reconciliation:
    """The reconciliation of what was drafted with the rows that were read."""
    rows_of = {id(leg): _names(placed) for placed in found.placed for leg in placed.group.legs}
    of_row: dict[Source, tuple[str, ...]] = {}
    for line in lines:
        of_row[line.source] = tuple(dict.fromkeys(name for leg in line.legs for name in rows_of[id(leg)]))
    uses = []
    for line in lines:
        names = of_row[line.source]
        if line.details:
            details = (of_row[line.source._replace(row=row)] for row in line.details)
            names = tuple(dict.fromkeys(name for each in details for name in each))
        uses.append(Use(line, names, line.ignored or ("" if names else "its details are ignored")))
    return Reconciliation(
        tuple(maps), tuple(uses), found.placed, tuple(_sums(lines, found)), found.taken, found.remarks
    )


def _names(placed: Placed) -> list[str]:
    rows = (("Table I", placed.row), ("Table II", placed.row_ii))
    return [f"{table}, row {row}" for table, row in rows if row is not None]


def _sums(lines: Sequence[Line], found: Drafted) -> Iterator[Sum]:
    """What the file has, and what the rows and trade confirmations of the draft have, added up apart."""
    legs = [leg for line in lines for leg in line.legs]
    written = [item for item in found.table_i if isinstance(item, dict)]
    written += [item for item in found.table_ii if isinstance(item, dict) and item["transactionCode"] == "A"]
    for code in dict.fromkeys(leg.code for leg in legs):
        read = [leg for leg in legs if leg.code == code]
        rows = [row for row in written if _plain(row["transactionCode"]) == code]
        confirmed = [each for each in found.confirmations if each["transactionCode"] == code]
        at_averages = _dollars([(row["transactionShares"], _plain(row["transactionPricePerShare"])) for row in rows])
        fills = [(each["transactionShares"], each["transactionPricePerShare"]) for each in confirmed]
        yield Sum(
            code,
            len(read),
            total(leg.shares for leg in read),
            total(row["transactionShares"] for row in rows),
            _dollars([(leg.shares, leg.price) for leg in read]),
            _dollars(fills) if confirmed else at_averages,
            at_averages,
        )


def _plain(cell: Any) -> Any:
    return cell["value"] if isinstance(cell, dict) else cell


def _dollars(amounts: Sequence[tuple[Decimal, Any]]) -> Decimal | None:
    """Number times price; None where a price is to be entered."""
    known = [(shares, price) for shares, price in amounts if isinstance(price, Decimal)]
    return total(EXACT.multiply(*each) for each in known) if len(known) == len(amounts) else None


def as_json(found: Reconciliation, written: str | None) -> dict[str, Any]:
    """The reconciliation for a program; numbers are exact decimals, and ``written`` is the draft if it was changed."""
    return {
        "written": written,
        "maps": [{"file": file, "map": name, "from": source} for file, name, source in found.maps],
        "rows": [
            {
                "file": use.line.source.file,
                "sheet": use.line.source.sheet or None,
                "row": use.line.source.row,
                "usedIn": list(use.rows) if not use.ignored else [],
                "ignoredBecause": use.ignored or None,
                "transactions": [
                    {"code": leg.code, "date": leg.day.isoformat(), "shares": leg.shares, "price": leg.price}
                    for leg in use.line.legs
                ],
            }
            for use in found.uses
        ],
        "form": [_placed_json(each) for each in found.placed],
        "sums": [
            {
                "code": each.code,
                "transactions": each.events,
                "sharesRead": each.shares_read,
                "sharesWritten": each.shares_written,
                "dollarsRead": each.dollars_read,
                "dollarsWritten": each.dollars_written,
                "dollarsAtRowPrices": each.at_averages,
                "agrees": each.agrees,
            }
            for each in found.sums
        ],
        "taken": [{"value": value, "from": source} for value, source in found.taken],
        "remarks": list(found.remarks),
    }


def _placed_json(each: Placed) -> dict[str, Any]:
    group = each.group
    return {
        "rows": _names(each),
        "code": group.first.code,
        "date": group.first.day.isoformat(),
        "shares": group.shares,
        "price": group.price,
        "low": group.prices[0] if group.prices else None,
        "high": group.prices[-1] if group.prices else None,
        "arithmetic": group.arithmetic or None,
        "ownedFollowing": each.balance,
    }


_EVENTS = {
    "P": ("purchase", "purchases"),
    "S": ("sale", "sales"),
    "M": ("vest or exercise", "vests or exercises"),
    "F": ("withholding", "withholdings"),
    "A": ("grant", "grants"),
    "G": ("gift", "gifts"),
}


def as_lines(found: Reconciliation) -> Iterator[str]:
    """The reconciliation for a person, line by line."""
    for file, name, source in found.maps:
        yield f'{file}: read with the map "{name}" ({source})'
    yield ""
    yield "Rows of the file"
    yield ""
    yield from (f"  {line}" for line in _use_lines(found.uses))
    yield ""
    yield "Rows of the form"
    yield ""
    for each in found.placed:
        yield from (f"  {line}" for line in _placed_lines(each))
    yield ""
    yield "Sums"
    yield ""
    for sum_of in found.sums:
        yield f"  {_sum_line(sum_of)}"
    yield ""
    yield "Taken over, with the source (rows of the draft as it was)"
    yield ""
    yield from (f"  {value} - from {source}" for value, source in found.taken)
    if found.remarks:
        yield ""
        yield "To do"
        yield ""
        yield from (f"  {each}" for each in found.remarks)


def _use_lines(uses: Sequence[Use]) -> Iterator[str]:
    """A line for each row; consecutive rows that went the same way share one."""
    runs: list[list[Use]] = []
    for use in uses:
        if runs and _way(runs[-1][-1]) == _way(use):
            runs[-1].append(use)
        else:
            runs.append([use])
    several = len({use.line.source.file for use in uses}) > 1
    for run in runs:
        first, last = run[0].line.source, run[-1].line.source
        where = ", ".join(
            part for part in (first.file if several else "", f'sheet "{first.sheet}"' if first.sheet else "") if part
        )
        rows = f"row {first.row}" if len(run) == 1 else f"rows {first.row}-{last.row}"
        went = f"ignored because {run[0].ignored}" if run[0].ignored else f"used in {_listed(run[0].rows)}"
        yield f"{where + ', ' if where else ''}{rows}: {went}{_of_run(run)}"


def _listed(names: Sequence[str]) -> str:
    """The rows by table: ``Table I, rows 1 and 2; Table II, row 1``."""
    tables: dict[str, list[str]] = {}
    for name in names:
        table, _, row = name.partition(", row ")
        tables.setdefault(table, []).append(row)
    return "; ".join(
        f"{table}, {'row' if len(rows) == 1 else 'rows'} {_joined(rows)}" for table, rows in sorted(tables.items())
    )


def _joined(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _way(use: Use) -> tuple[object, ...]:
    codes = tuple(leg.code for leg in use.line.legs)
    return use.line.source.file, use.line.source.sheet, use.rows if not use.ignored else (), use.ignored, codes


def _of_run(run: Sequence[Use]) -> str:
    """What the rows report: `` (3 sales, 1,500)``, or of one row also day and price."""
    legs = [leg for use in run for leg in use.line.legs]
    if not legs:
        return " (with the rows of details below it)" if run[0].line.details and not run[0].ignored else ""
    parts = []
    for code in dict.fromkeys(leg.code for leg in legs):
        own = [leg for leg in legs if leg.code == code]
        shares, events = number(total(leg.shares for leg in own)), _EVENTS[code][len(own) > 1]
        if len(own) == 1:
            price = "" if own[0].price is None else f" at {dollars(own[0].price)}"
            parts.append(f"{events} of {shares}{price} on {day(own[0].day)}")
        else:
            parts.append(f"{len(own)} {events} of {shares}")
    return f" ({'; '.join(parts)})"


def _placed_lines(each: Placed) -> Iterator[str]:
    group = each.group
    price = "price to enter" if group.price is None else dollars(group.price)
    averaged = f", average of {dollars(group.prices[0])} to {dollars(group.prices[-1])}" if group.arithmetic else ""
    owned = "" if each.balance is None else f"; {number(each.balance)} owned after"
    yield (
        f"{_listed(_names(each))}: {day(group.first.day)}, {group.first.code}, {number(group.shares)} at "
        f"{price}{averaged}{owned}"
    )
    if group.arithmetic:
        yield f"    {group.arithmetic}"


def _sum_line(each: Sum) -> str:
    events = _EVENTS[each.code][each.events != 1]
    read = "price to enter" if each.dollars_read is None else dollars(each.dollars_read)
    written = "" if each.dollars_written is None else f", {dollars(each.dollars_written)}"
    rounded = ""
    if each.at_averages is not None and each.at_averages != each.dollars_written:
        rounded = f" ({dollars(each.at_averages)} at the rounded averages)"
    return (
        f"code {each.code}: {each.events} {events} of {number(each.shares_read)}, {read}; in the draft "
        f"{number(each.shares_written)}{written}{rounded}"
    )
