"""The Parquet tables of an audit, and the queries on them. DuckDB is imported only here."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Self

from form4gen.audit.store import Entry, Store
from form4gen.errors import MissingLibraryError, UnusableInputError

if TYPE_CHECKING:
    import duckdb

INSTALL = 'An audit needs DuckDB. Run: pip install "form4gen[audit]"'

_FILING = {
    "number": "BIGINT", "file": "VARCHAR", "role": "VARCHAR", "copy_of": "BIGINT", "accession": "VARCHAR",
    "form": "VARCHAR", "period": "DATE", "issuer_cik": "VARCHAR", "issuer_name": "VARCHAR", "issuer_symbol": "VARCHAR",
    "owner_ciks": "VARCHAR[]", "owner_names": "VARCHAR[]", "signed": "DATE", "filed_at": "TIMESTAMP",
    "filed_at_basis": "VARCHAR", "verdict": "VARCHAR", "verdict_words": "VARCHAR", "errors": "INTEGER",
    "warnings": "INTEGER", "advisories": "INTEGER", "late_rows": "INTEGER", "doubtful_rows": "INTEGER",
    "days_late": "INTEGER", "bases": "VARCHAR[]", "priors": "INTEGER", "rules_not_run": "VARCHAR[]",
    "data_set_lacks": "VARCHAR[]",
}  # fmt: skip
_ROW = {
    "number": "BIGINT", "pointer": "VARCHAR", "form_table": "VARCHAR", "kind": "VARCHAR", "security": "VARCHAR",
    "traded": "DATE", "code": "VARCHAR", "acquired_disposed": "VARCHAR", "amount": "VARCHAR", "price": "VARCHAR",
    "owned_following": "VARCHAR", "ownership": "VARCHAR", "basis": "VARCHAR", "due": "TIMESTAMP",
    "standing": "VARCHAR", "is_late": "BOOLEAN", "days_late": "INTEGER",
}  # fmt: skip
_FINDING = {
    "number": "BIGINT", "rule": "VARCHAR", "severity": "VARCHAR", "edgar": "VARCHAR", "cell": "VARCHAR",
    "pointer": "VARCHAR", "message": "VARCHAR", "found": "VARCHAR", "expected": "VARCHAR", "is_accepted": "BOOLEAN",
}  # fmt: skip
_ERROR = {"number": "BIGINT", "file": "VARCHAR", "message": "VARCHAR", "is_internal": "BOOLEAN"}
TABLES: Mapping[str, Mapping[str, str]] = {"filings": _FILING, "rows": _ROW, "findings": _FINDING, "errors": _ERROR}
"""The columns of each table with their types; ``number`` is that of the input, from 0."""

CHECKED, EARLIER, COPY = "checked", "earlier filing", "copy"
"""The roles of a filing: it was checked, or others were compared with it, or it is a copy of another input."""

_MEMORY = "256MB"
_PART = 4 * 1024 * 1024  # bytes of a file of lines, of which DuckDB may hold the whole in memory
_ROWS_OF_A_GROUP, _FILINGS_OF_A_GROUP = 16_384, 8_192  # all of which are in memory while a table is written
_ESCAPED = "form4gen-json"
_UNREAD = "The file has changed since the audit began, or it cannot be read any more."


def _escaped(error: UnicodeError) -> tuple[str, int]:
    """A byte of a file name that is not UTF-8, as text: DuckDB reads no half of a surrogate pair."""
    assert isinstance(error, UnicodeEncodeError)  # noqa: S101  nothing else is encoded with this
    return "".join(f"\\\\u{ord(each):04x}" for each in error.object[error.start : error.end]), error.end


codecs.register_error(_ESCAPED, _escaped)


def check_library() -> None:
    """Raise MissingLibraryError if DuckDB is not installed."""
    if find_spec("duckdb") is None:
        raise MissingLibraryError(INSTALL)


class Tables:
    """The tables of a folder: written once, then queried; ``work`` is a folder for temporary files."""

    def __init__(self, folder: str, work: str) -> None:
        import duckdb  # noqa: PLC0415  see check_library

        self._folder, self._work = folder, work
        # One thread writes the same bytes each time.
        config: dict[str, str | bool | int | float | list[str]] = {
            "threads": 1,
            "memory_limit": _MEMORY,
            "temp_directory": os.path.join(work, "duckdb"),
        }
        self._base: duckdb.DuckDBPyConnection = duckdb.connect(":memory:", config=config)

    def write(self, store: Store) -> None:
        """Write every table, each whole or not at all, and make it known to queries by its name."""
        with ExitStack() as stack:
            files = {name: stack.enter_context(_Lines(self._lines(name))) for name in TABLES}
            for name, record in _records(store):
                files[name].write(f"{json.dumps(record, ensure_ascii=False)}\n".encode("utf-8", _ESCAPED))
        for name, columns in TABLES.items():
            written = os.path.join(self._work, f"{name}.parquet")
            target = os.path.join(self._folder, f"{name}.parquet")
            typed = ", ".join(f"{column}: '{kind}'" for column, kind in columns.items())
            lines = ", ".join(map(_quoted, files[name].paths))
            table = f"read_json([{lines}], format = 'newline_delimited', columns = {{{typed}}})"
            group = _FILINGS_OF_A_GROUP if name == "filings" else _ROWS_OF_A_GROUP
            options = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {group}"
            self._run(f"COPY (SELECT * FROM {table}) TO {_quoted(written)} ({options})")
            os.replace(written, target)
            for path in files[name].paths:
                os.remove(path)
            self._run(f"CREATE OR REPLACE VIEW {name} AS SELECT * FROM read_parquet({_quoted(target)})")

    def ask(self, query: str, values: list[Any] | None = None) -> list[tuple[Any, ...]]:
        """The rows that a query of our own finds."""
        return self._run(query, values).fetchall()

    def close(self) -> None:
        """End the connection."""
        self._base.close()

    def _run(self, query: str, values: list[Any] | None = None) -> duckdb.DuckDBPyConnection:
        """Raises UnusableInputError if the disk is full or fails."""
        import duckdb  # noqa: PLC0415  see check_library

        try:
            return self._base.execute(query, values or [])
        except duckdb.OperationalError as error:
            words = str(error).partition("\n")[0]
            raise UnusableInputError(
                f"The tables cannot be written in {self._folder} ({words}). Free some space on the disk, and give the "
                "same command again."
            ) from None

    def _lines(self, name: str) -> str:
        return os.path.join(self._work, name)


class _Lines:
    """Lines written into files of a few megabytes: ``paths``, of which there is at least one."""

    def __init__(self, path: str) -> None:
        self._path = path
        self.paths: list[str] = []
        self._begin()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, line: bytes) -> None:
        """Add a line with its end."""
        if self._file.tell() >= _PART:
            self._file.close()
            self._begin()
        self._file.write(line)

    def _begin(self) -> None:
        self.paths.append(f"{self._path}.{len(self.paths)}.ndjson")
        self._file = open(self.paths[-1], "wb")  # noqa: SIM115  closed by write and __exit__


def _records(store: Store) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in store.entries():
        yield from _of(entry)


def _of(entry: Entry) -> Iterator[tuple[str, dict[str, Any]]]:
    """What the tables have of an input."""
    head: dict[str, Any] = {"number": entry.number}
    checked: dict[str, Any] = {"fault": _UNREAD} if entry.is_wanted else {}
    if entry.checked:
        checked = json.loads(entry.checked)
    fault = entry.fault or checked.get("fault")
    if fault:
        is_internal = checked.get("is_internal", False)
        yield "errors", head | {"file": entry.name, "message": fault, "is_internal": is_internal}
        return
    for table in ("rows", "findings"):
        for each in checked.pop(table, ()):
            yield table, head | each
    for rule, reason in checked.pop("could_not_run", {}).items():
        yield (
            "errors",
            head | {"file": entry.name, "message": f"Internal error in rule {rule}: {reason}", "is_internal": True},
        )
    role = COPY if entry.copy_of is not None else CHECKED if entry.is_wanted else EARLIER
    own = {"role": role, "copy_of": entry.copy_of, "rules_not_run": sorted(checked.pop("not_run", {}))}
    yield "filings", head | json.loads(entry.record or "{}") | checked | own


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
