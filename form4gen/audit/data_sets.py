"""The SEC's quarterly data sets of Forms 3, 4 and 5 as inputs: tables of tab-separated values instead of filings.

DuckDB reads them, because the rows of a filing are anywhere in each table, and a quarter has hundreds of thousands.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from form4gen.api.data_sets import BOX
from form4gen.archives.member import Member
from form4gen.audit.data_set_form import Cells, document
from form4gen.errors import UnusableInputError

if TYPE_CHECKING:
    import duckdb

TABLES = (
    "SUBMISSION", "REPORTINGOWNER", "NONDERIV_TRANS", "NONDERIV_HOLDING", "DERIV_TRANS", "DERIV_HOLDING", "FOOTNOTES",
    "OWNER_SIGNATURE",
)  # fmt: skip
_FILE = re.compile(rf"({'|'.join(TABLES)})([-_.][A-Za-z0-9]+)?\.tsv(\.gz)?", re.IGNORECASE)
# The rows of a form are in the order of their keys, whatever their order in the file.
_ORDER = {name: f"try_cast({name}_SK AS BIGINT)" for name in TABLES if name.endswith(("_TRANS", "_HOLDING"))}
_BATCH = 500  # filings that are made at a time
_MEMORY = "512MB"


def table_of(name: str) -> tuple[str, str] | None:
    """The table that a file of this name has, and what follows its name, such as ``-2024q3``; None for other files."""
    found = _FILE.fullmatch(name)
    return (found[1].upper(), (found[2] or "").lower()) if found else None


def is_about_tables(name: str) -> bool:
    """Whether a file of this name describes the tables of a data set."""
    return name.upper().startswith("FORM_345_")


def data_sets(names: list[str]) -> dict[str, dict[str, str]]:
    """The data sets among the files of a folder: for each that has SUBMISSION, its files by table."""
    found: dict[str, dict[str, str]] = {}
    for name in sorted(names):
        if table := table_of(name):
            found.setdefault(table[1], {})[table[0]] = name
    return {part: files for part, files in sorted(found.items()) if "SUBMISSION" in files}


def filings(paths: dict[str, str], name: str, work: str) -> Iterator[Member]:
    """The filings of a data set in the order of SUBMISSION, each named after ``name`` and its accession number.

    ``paths`` are the files by table; ``work`` is a folder for the database that sorts them. What is missing in
    ``paths`` is in ``lacks`` of every filing. A table that cannot be read is a fault of the data set.
    """
    import duckdb  # noqa: PLC0415  other commands do not need it

    try:
        with closing(duckdb.connect(os.path.join(work, "tables.duckdb"))) as base:
            base.execute(f"SET memory_limit = '{_MEMORY}'")
            base.execute("SET threads = 1")
            columns = _sorted(base, paths)
            lacks = (*(table for table in TABLES if table not in paths), *({BOX} - {*columns["SUBMISSION"]}))
            (count,) = base.execute("SELECT count(*) FROM SUBMISSION").fetchone() or (0,)
            for first in range(0, count, _BATCH):
                yield from _made(base, columns, first, name, lacks)
    except duckdb.Error as error:
        raise UnusableInputError(f"The tables cannot be read: {str(error).splitlines()[0][:300]}") from None


def _sorted(base: duckdb.DuckDBPyConnection, paths: dict[str, str]) -> dict[str, list[str]]:
    """Make a table of each file, in the order of the filings in SUBMISSION; the columns of each."""
    columns = {}
    for table in sorted(paths, key=TABLES.index):
        source = (
            f"read_csv({_quoted(paths[table])}, delim = '\t', quote = '\"', escape = '\"', header = true,"
            " all_varchar = true, max_line_size = 4000000)"
        )
        if table == "SUBMISSION":
            base.execute(f"CREATE TABLE SUBMISSION AS SELECT row_number() OVER () - 1 AS place, * FROM {source}")
        else:
            base.execute(
                f"CREATE TABLE {table} AS SELECT s.place, {_ORDER.get(table, 'row_number() OVER ()')} AS number, t.*"
                f" FROM {source} t JOIN SUBMISSION s USING (ACCESSION_NUMBER) ORDER BY s.place, number"
            )
        described = base.execute(f"SELECT * FROM {table} LIMIT 0").description
        columns[table] = [each[0].upper() for each in described or ()]
    return columns


def _made(
    base: duckdb.DuckDBPyConnection, columns: dict[str, list[str]], first: int, name: str, lacks: tuple[str, ...]
) -> Iterator[Member]:
    """The filings of one batch."""
    found: dict[str, dict[int, list[Cells]]] = {}
    for table, names in columns.items():
        order = "place" if table == "SUBMISSION" else "place, number"
        rows = base.execute(
            f"SELECT * FROM {table} WHERE place >= ? AND place < ? ORDER BY {order}", [first, first + _BATCH]
        ).fetchall()
        by_place = found.setdefault(table, {})
        for row in rows:
            cells: dict[str, Any] = dict(zip(names, row, strict=True))
            by_place.setdefault(cells["PLACE"], []).append(cells)
    for place, (submission,) in sorted(found.pop("SUBMISSION").items()):
        rows_of = {table: by_place.get(place, []) for table, by_place in found.items()}
        content = json.dumps(document(submission, rows_of), ensure_ascii=False).encode("utf-8", "backslashreplace")
        yield Member(f"{name}/{submission['ACCESSION_NUMBER']}", content, lacks=lacks)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
