"""Broker's files for the fuzzer: the first ones, how one is changed, and what must be true of the draft that it fills.

An input is a file, or the maps of a firm and a file: ``=== fills.toml``, the maps, ``=== file``, and the file.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from random import Random

from broker_files import HELD, OPTION, SIMPLE_MAP, UNIT_NOTES, UNITS, draft, layout, simple, workbook, zipped
from changes import bytes_changed, markup_changed, text_changed, tokens_changed, word
from pieces import SECRET
from properties import demand, kind
from values import toml_changed

from form4gen.accounts.confirmations import lots
from form4gen.api.fills import (
    IGNORE,
    SOLD,
    USE,
    WITHHELD,
    Filled,
    Given,
    Options,
    column_maps,
    fill_draft,
    fills_json,
    fills_lines,
    shipped_maps,
)
from form4gen.api.fills import (
    UNITS as AS_UNITS,
)
from form4gen.api.load import load
from form4gen.errors import Form4genError

_MAPS, _FILE = b"=== fills.toml\n", b"\n=== file\n"
_PRIVATE = "521-44-9906"
"""A Social Security number that nobody has; it is in cells of the first files that no map reads."""

_ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252")
_DELIMITERS = ",;\t|"
_LEDGER_LIMIT = 300
"""Rows of a new draft above which balances are not worked out again."""


def first() -> Sequence[bytes]:
    """A file for each shipped map, as text and as a workbook, and files with a map of a firm."""
    tables = [layout(each, _PRIVATE) for each in shipped_maps()]
    shipped = [_csv(rows, ",") for rows in tables]
    books = [workbook({each.sheet or "T": rows}) for each, rows in zip(shipped_maps(), tables, strict=True)]
    own = [_joined(SIMPLE_MAP.encode(), simple(*rows, header=_HEADER).encode()) for rows in _OWN]
    broken = [b"", b"\xef\xbb\xbf", b"a,b\n", workbook({"T": [["Date", "Side"]]}), _joined(b"", b"")]
    return (*shipped, *books, *own, *broken)


_HEADER = "Trade Date,Side,Quantity,Price,Ticker,Exec ID,Withheld,Sold,Net,FMV,Strike,Account"
_OWN = (
    [
        ("11/05/2026", "Sell", "300", "25.10", "XMPL", "1", "", "", "", "", "", _PRIVATE),
        ("11/05/2026", "Sell", "200", "25.30", "XMPL", "2", "", "", "", "", "", f"CCC {SECRET}"),
        ("11/04/2026", "Buy", "1,000", "$9", "", "3", "", "", "", "", "", ""),
    ],
    [
        ("11/02/2026", "Vest", "3000", "", "XMPL", "", "1104", "", "1896", "42.05", "", _PRIVATE),
        ("11/02/2026", "Exercise", "2000", "", "XMPL", "", "500", "200", "1300", "41.40", "18.25", ""),
        ("11/05/2026 as of 11/03/2026", "Dividend", "", "", "XMPL", "", "", "", "", "", "", ""),
    ],
)


def _csv(rows: Sequence[Sequence[str]], delimiter: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue().encode("utf-8", "replace")


def _rows_of(raw: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(raw.decode("utf-8", "replace").replace("\0", ""), newline="")))


def _joined(maps: bytes, file: bytes) -> bytes:
    return _MAPS + maps + _FILE + file


def _divided(raw: bytes) -> tuple[bytes | None, bytes]:
    if not raw.startswith(_MAPS):
        return None, raw
    maps, _, file = raw.removeprefix(_MAPS).partition(_FILE)
    return maps, file


def changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """The file or the maps with a few changes: cells, rows and columns of a table, parts of a workbook, or bytes."""
    maps, file = _divided(raw)
    plain = [_divided(each)[1] for each in others]
    if maps is not None and rng.random() < 0.4:
        return _joined(toml_changed(rng, maps, [SIMPLE_MAP.encode()]), file)
    if file.startswith(b"PK"):
        file = _book_changed(rng, file, plain)
    elif rng.random() < 0.15:
        file = rng.choice((bytes_changed, tokens_changed))(rng, file, plain)
    elif rng.random() < 0.1:
        file = file.decode("utf-8", "replace").encode(rng.choice(_ENCODINGS), "replace")
    else:
        file = _table_changed(rng, file, plain)
    return file if maps is None else _joined(maps, file)


def _book_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """A workbook with a part changed as markup; sometimes with a few bytes changed."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            parts: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()[:20]}
    except Exception:  # noqa: BLE001  a damaged archive, in whatever way
        return bytes_changed(rng, raw, others)
    if rng.random() < 0.1 or not parts:
        return bytes_changed(rng, raw, others)
    name = rng.choice([each for each in parts if "sheet" in each] or list(parts)) if rng.random() < 0.8 else ""
    name = name or rng.choice(list(parts))
    old = parts[name]
    parts[name] = markup_changed(rng, old if isinstance(old, bytes) else old.encode(), others)
    return zipped(parts)


def _table_changed(rng: Random, raw: bytes, others: Sequence[bytes]) -> bytes:
    """A text with a cell changed, or a row or column removed, repeated or moved."""
    try:
        rows = _rows_of(raw)
    except csv.Error:
        return bytes_changed(rng, raw, others)
    if not any(rows):
        return bytes_changed(rng, raw, others)
    for _ in range(rng.choice((1, 1, 2, 4))):
        rows = _rows_changed(rng, rows) or [[""]]
    return _csv(rows, rng.choice(_DELIMITERS) if rng.random() < 0.1 else ",")


def _rows_changed(rng: Random, rows: list[list[str]]) -> list[list[str]]:
    at = rng.randrange(len(rows))
    place = rng.randrange(len(rows[at]) or 1)
    match rng.randrange(10):
        case 0:
            return rows[:at] + rows[at + 1 :]
        case 1:
            return rows[:at] + [list(rows[at]) for _ in range(rng.choice((2, 3, 35)))] + rows[at + 1 :]
        case 2:
            return [[*each[:place], *reversed(each[place:])] for each in rows]
        case 3:
            times = rng.choice((0, 2))
            return [each[:place] + each[place : place + 1] * times + each[place + 1 :] for each in rows]
    if rows[at]:
        rows[at][place : place + 1] = _cell_changed(rng, rows, rows[at][place])
    return rows


def _cell_changed(rng: Random, rows: list[list[str]], cell: str) -> list[str]:
    match rng.randrange(6):
        case 0:
            return []
        case 1 | 2:
            return [rng.choice(_CELLS)]
        case 3:
            return [word(rng)]
        case 4:
            return [rng.choice(rng.choice([each for each in rows if each]))]
    return [text_changed(rng, cell)]


_CELLS = (
    "0", "-5", "(5)", "1,234", "1.234", "1.234,5", "$1,234.50", "5 USD", "€5", "1e5", "=cmd|' /C calc'!A0", "@SUM(1)",
    "11/05/2026 as of 11/03/2026", "05.11.2026", "05-NOV-2026", "2026-11-05T23:59:59", "2026-11-05T01:30Z", "46331",
    "12/31/9999", "0001-01-01", "Total", "Sell", "Buy", "Vest", "YOU SOLD EXAMPLE CORP as of Nov-04-2026", "OTHR", "",
    f"account {_PRIVATE}", f"CCC {SECRET}", "acct no. 99-1234567",
)  # fmt: skip


@cache
def _drafts() -> tuple[bytes, ...]:
    """A draft with a holding and awards, one with nothing, one with a trust beside it, and one of several classes."""
    trust = HELD | {"directOrIndirectOwnership": "I", "natureOfOwnership": "By Trust"}
    return (
        draft(derivativeTable=[UNITS, OPTION], footnotes=UNIT_NOTES),
        draft(nonDerivativeTable=[], context={}),
        draft(HELD, trust, derivativeTable=[UNITS], footnotes=UNIT_NOTES),
    )


_HELD = Given("Common Stock", is_direct=True)
_OPTIONS = (
    Options(_HELD),
    Options(_HELD, taxes=WITHHELD, repeated=USE, split=True),
    Options(_HELD, taxes=SOLD, awards="stock", decimal=",", repeated=IGNORE),
    Options(_HELD, awards=AS_UNITS, decimal="."),
)


def check(raw: bytes, thoroughly: bool) -> Iterator[str]:  # noqa: FBT001  as the engines call it
    """A file is refused with a sentence, or every row of it is accounted for and the new draft agrees with it."""
    maps, file = _divided(raw)
    try:
        own = [] if maps is None else column_maps(maps, "fills.toml")
    except Form4genError as error:
        yield from _refused(error, "maps")
        return
    for number, options in enumerate(_OPTIONS if thoroughly else _OPTIONS[:2]):
        into = _drafts()[number % len(_drafts())]
        try:
            found = fill_draft(into, [("trades.csv", file)], own, options)
        except Form4genError as error:
            yield from _refused(error, "file")
            continue
        yield from _filled(found, into, options)


def _refused(error: Form4genError, what: str) -> Iterator[str]:
    text = str(error)
    demand(text.replace("\n", "").isprintable(), "an error is not printable", text)
    demand(len(text) < 20_000 and all(len(line) < 6_000 for line in text.splitlines()), "an error is long", text)
    _check_private(text)
    yield f"{what} refused: {kind(text.rpartition(': ')[2])}"


def _check_private(shown: str) -> None:
    for each in (_PRIVATE, SECRET):
        demand(each not in shown, "private information is shown", shown[:3000])


def _filled(found: Filled, into: bytes, options: Options) -> Iterator[str]:
    reconciliation = found.reconciliation
    demand(reconciliation.agrees, "the sums do not agree", reconciliation.sums)
    for use in reconciliation.uses:
        demand(bool(use.rows) != bool(use.ignored), "a row is neither used nor ignored, or both", use)
    lines = "\n".join(fills_lines(found))
    _check_private(lines + fills_json(found, None))
    _check_private(found.content.decode())
    filing = load(found.content).filing
    demand(filing is not None, "the draft is no filing any more", found.content)
    if filing is None:
        return
    before, after = json.loads(into), json.loads(found.content)
    written = {"nonDerivativeTable", "derivativeTable", "footnotes", "periodOfReport", "context"}
    demand({key for key in after if after[key] != before.get(key)} <= written, "other keys of the draft changed", after)
    most = 100_000 if options.split else 30
    demand(max(len(filing.non_derivative_table), len(filing.derivative_table)) <= most, "more rows than EDGAR takes")
    if len(filing.non_derivative_table) <= _LEDGER_LIMIT:
        demand(all(lot.agrees and lot.high - lot.low < 1 for lot in lots(filing)), "a row is not proved", after)
    yield from (f"code {each.code}" for each in reconciliation.sums)
    yield from (f"ignored {kind(use.ignored)}" for use in reconciliation.uses if use.ignored)
    yield from (kind(remark) for remark in reconciliation.remarks)
