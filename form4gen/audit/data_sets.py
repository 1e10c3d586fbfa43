"""The SEC's quarterly data sets of Forms 3, 4 and 5 as inputs: tables of tab-separated values instead of filings.

DuckDB reads them, because the rows of a filing are anywhere in each table, and a quarter has hundreds of thousands.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Generator, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, Any

from form4gen.api.data_sets import BOX
from form4gen.archives.member import Member
from form4gen.audit.data_set_form import Cells, document
from form4gen.bounds import BYTES
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
_NEEDED = {"FOOTNOTES": ("FOOTNOTE_ID", "FOOTNOTE_TXT")}
_ACCESSION = re.compile(r"[0-9]{10}-[0-9]{2}-[0-9]{6}")
_BATCH, _BATCH_SIZE = 500, 4 * 1024 * 1024  # filings, and bytes of these, that are made at a time
_NAME = 20  # bytes that the name of a cell takes
_MOST_FILINGS = 1_000_000  # of a data set; a quarter has 60,000
_MOST_COLUMNS = 500
_LONGEST_LINE = 1_000_000
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


def filings(paths: dict[str, str], name: str, work: str) -> Generator[Member, None, None]:
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
            for first, end, size in batches(_sizes(base, columns)):
                yield from _made(base, columns if size <= BYTES else {}, (first, end), name, lacks)
    except duckdb.Error as error:
        raise UnusableInputError(f"The tables cannot be read: {str(error).splitlines()[0][:300]}") from None


def _sorted(base: duckdb.DuckDBPyConnection, paths: dict[str, str]) -> dict[str, list[str]]:
    """Make a table of each file, in the order of the filings in SUBMISSION; the columns of each.

    The rows of an accession number belong to the first line of SUBMISSION that has it.
    """
    columns = {}
    for table in sorted(paths, key=TABLES.index):
        _check_columns(table, paths[table])
        source = (
            f"read_csv({_quoted(paths[table])}, delim = '\t', quote = '\"', escape = '\"', header = true,"
            f" all_varchar = true, max_line_size = {_LONGEST_LINE})"
        )
        if table == "SUBMISSION":
            base.execute(f"CREATE TABLE numbered AS SELECT row_number() OVER () - 1 AS place, * FROM {source}")
            base.execute(
                "CREATE TABLE SUBMISSION AS SELECT place = min(place) OVER (PARTITION BY ACCESSION_NUMBER) AS is_first,"
                " * FROM numbered ORDER BY place"
            )
            base.execute("DROP TABLE numbered")
        else:
            base.execute(
                f"CREATE TABLE {table} AS SELECT s.place, {_ORDER.get(table, 'row_number() OVER ()')} AS number, t.*"
                f" FROM {source} t JOIN SUBMISSION s ON t.ACCESSION_NUMBER = s.ACCESSION_NUMBER AND s.is_first"
                " ORDER BY s.place, number"
            )
        described = base.execute(f"SELECT * FROM {table} LIMIT 0").description
        columns[table] = [each[0].upper() for each in described or ()]
    return columns


def _check_columns(table: str, path: str) -> None:
    """Raises UnusableInputError if the first line of a table does not name the columns that it needs, each once."""
    with open(path, "rb") as file:
        line = file.readline(_LONGEST_LINE + 1)
    words = line.decode("utf-8-sig", "replace").strip("\r\n").upper().split("\t")
    names = [word.strip('"') for word in words[: _MOST_COLUMNS + 1]]
    if len(names) > _MOST_COLUMNS or len(line) > _LONGEST_LINE:
        raise UnusableInputError(f"{table} cannot be read: its first line names more than {_MOST_COLUMNS} columns.")
    needed = ("ACCESSION_NUMBER", *((f"{table}_SK",) if table in _ORDER else ()), *_NEEDED.get(table, ()))
    if missing := [name for name in needed if name not in names]:
        raise UnusableInputError(f"{table} cannot be read: its first line does not name the column {missing[0]}.")
    if twice := [name for name in names if names.count(name) > 1]:
        raise UnusableInputError(f"{table} cannot be read: its first line names the column {twice[0][:100]!a} twice.")


def _sizes(base: duckdb.DuckDBPyConnection, columns: dict[str, list[str]]) -> list[int]:
    """About how many bytes each filing takes as JSON, in the order of SUBMISSION.

    Raises UnusableInputError if there are too many filings.
    """
    (count,) = base.execute("SELECT count(*) FROM SUBMISSION").fetchone() or (0,)
    if count > _MOST_FILINGS:
        raise UnusableInputError(f"SUBMISSION cannot be read: it has more than {_MOST_FILINGS:,} lines.")
    parts = " UNION ALL ".join(
        f"SELECT place, sum(strlen(concat(*COLUMNS(*)))) + count(*) * {_NAME * len(names)} AS size"
        f" FROM {table} GROUP BY place"
        for table, names in columns.items()
    )
    query = f"SELECT CAST(sum(size) AS BIGINT) FROM ({parts}) GROUP BY place ORDER BY place"
    return [size for (size,) in base.execute(query).fetchall()]


def batches(sizes: list[int]) -> Iterator[tuple[int, int, int]]:
    """The filings that are made at a time: the first, the one behind the last, and their size."""
    first = total = 0
    for place, size in enumerate(sizes):
        if place > first and (total + size > _BATCH_SIZE or place - first >= _BATCH):
            yield first, place, total
            first, total = place, 0
        total += size
    if sizes:
        yield first, len(sizes), total


def _made(
    base: duckdb.DuckDBPyConnection,
    columns: dict[str, list[str]],
    places: tuple[int, int],
    name: str,
    lacks: tuple[str, ...],
) -> Iterator[Member]:
    """The filings of one batch; without ``columns``, a filing that is too large."""
    found: dict[str, dict[int, list[Cells]]] = {}
    for table, names in columns.items():
        order = "place" if table == "SUBMISSION" else "place, number"
        rows = base.execute(
            f"SELECT * FROM {table} WHERE place >= ? AND place < ? ORDER BY {order}", [*places]
        ).fetchall()
        by_place = found.setdefault(table, {})
        for row in rows:
            cells: dict[str, Any] = dict(zip(names, row, strict=True))
            by_place.setdefault(cells["PLACE"], []).append(cells)
    submissions = found.pop("SUBMISSION", {})
    query = (
        "SELECT place, is_first, ACCESSION_NUMBER[:100] FROM SUBMISSION WHERE place >= ? AND place < ? ORDER BY place"
    )
    for place, is_first, accession in base.execute(query, [*places]).fetchall():
        if not _ACCESSION.fullmatch(accession or ""):
            yield Member(
                name, fault=f"Filing {place + 1:,} of SUBMISSION has no accession number: {accession or ''!a}."
            )
        elif not is_first:
            yield Member(f"{name}/{accession}", fault="SUBMISSION has this accession number in an earlier line.")
        elif place not in submissions:
            fault = f"Its rows are not read: as a filing they have more than {BYTES:,} bytes."
            yield Member(f"{name}/{accession}", fault=fault)
        else:
            rows_of = {table: by_place.get(place, []) for table, by_place in found.items()}
            made = document(submissions[place][0], rows_of)
            content = json.dumps(made, ensure_ascii=False).encode("utf-8", "backslashreplace")
            yield Member(f"{name}/{accession}", content, lacks=lacks)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
