"""What an audit keeps on the disk while it runs, so that a run that was killed goes on where it was."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

from form4gen.api.auditing import Key, Record
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple

# ``first`` is the first owner, by whom the filings on an issuer are in order. ``copy_of`` is the number of the filing
# of which an input is a copy, and ``is_wanted`` says that it is one to check.
_TABLES = """
CREATE TABLE IF NOT EXISTS plan (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS inputs (
    number INTEGER PRIMARY KEY, name BLOB NOT NULL, fault TEXT, is_kept INTEGER NOT NULL, content BLOB,
    fingerprint BLOB,
    issuer TEXT, first TEXT, made TEXT, until TEXT, original TEXT, form TEXT, accession TEXT, digest TEXT, record TEXT,
    lacks TEXT, rank INTEGER, copy_of INTEGER, is_wanted INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS persons (issuer TEXT, owner TEXT, made TEXT, number INTEGER);
CREATE TABLE IF NOT EXISTS checks (number INTEGER PRIMARY KEY, record TEXT NOT NULL);
"""
_INDEXES = """
CREATE INDEX IF NOT EXISTS by_accession ON inputs (accession, rank) WHERE accession != '';
CREATE INDEX IF NOT EXISTS by_digest ON inputs (digest, rank) WHERE digest IS NOT NULL;
CREATE INDEX IF NOT EXISTS by_person ON persons (issuer, owner, made, number);
CREATE INDEX IF NOT EXISTS by_number ON persons (number);
CREATE INDEX IF NOT EXISTS by_issuer ON inputs (issuer, first, made, number) WHERE is_wanted;
"""
# The rank of a filing is its number, raised if it has no filing time of its own, and more if it has no accession
# number; of copies, the lowest rank counts. Copies have the same accession number; or one has none, and they say the
# same. The last query is for a copy of a copy.
_BEHIND, _FAR_BEHIND = 2**40, 2**41
_COPIES = (
    f"""UPDATE inputs SET copy_of = (
        SELECT min(o.rank) % {_BEHIND} FROM inputs o WHERE o.accession = inputs.accession AND o.accession != ''
    ) WHERE accession != ''""",
    f"""UPDATE inputs SET copy_of = (
        SELECT min(o.rank) % {_BEHIND} FROM inputs o WHERE o.digest = inputs.digest AND o.digest IS NOT NULL
    ) WHERE accession = ''""",
    "UPDATE inputs SET copy_of = NULL WHERE copy_of = number",
    """UPDATE inputs SET copy_of = coalesce(
        (SELECT o.copy_of FROM inputs o WHERE o.number = inputs.copy_of), copy_of
    ) WHERE copy_of IS NOT NULL""",
)
VERSION = "version of form4gen"
_OF_THE_DISK = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN}
_PRIMARY = 0xFF  # the bits of an error code that name its kind
_FEW = 200  # inputs between two commits
_KIBIBYTES = 8 * 1024  # of the database that are kept in memory


class Entry(NamedTuple):
    """An input as the tables need it: ``checked`` is what its check found, None if it was not to be checked."""

    number: int
    name: str
    fault: str | None
    record: str | None
    copy_of: int | None
    is_wanted: bool
    checked: str | None


class Store:
    """The database of a run, which no other run can use meanwhile.

    Raises UnusableInputError when it cannot be opened, or is that of another audit.
    """

    def __init__(self, path: str, plan: dict[str, Any]) -> None:
        self.path = path
        self._waiting = 0
        try:
            self.base = sqlite3.connect(path, timeout=1)
            self.base.execute("PRAGMA locking_mode = EXCLUSIVE")
            self.base.execute("PRAGMA journal_mode = WAL")
            self.base.execute(f"PRAGMA cache_size = -{_KIBIBYTES}")
            self.base.execute("PRAGMA synchronous = NORMAL")
            self.base.executescript(_TABLES)
            self.plan = self._planned(plan)
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise UnusableInputError(f"Another run is writing the audit in {os.path.dirname(path)}.") from None
            raise _not_kept(path, error) from None
        except sqlite3.DatabaseError as error:
            raise UnusableInputError(f"{path} is not the state of an audit ({error}). Delete it.") from None

    def _planned(self, plan: dict[str, Any]) -> dict[str, Any]:
        """The plan of the run, as its first start had it; only its time may differ from what is given now."""
        given: dict[str, Any] = json.loads(json.dumps(plan))
        found = {name: json.loads(value) for name, value in self.base.execute("SELECT name, value FROM plan")}
        if not found:
            self.base.executemany("INSERT INTO plan VALUES (?, ?)", [(k, json.dumps(v)) for k, v in given.items()])
            self.base.commit()
            return given
        for name, value in given.items():
            if name == VERSION and found.get(name) != value:
                raise UnusableInputError(
                    f"form4gen {found.get(name)} began an audit here. Finish it with that version, choose another "
                    f"folder with -o, or delete {self.path} to start anew."
                )
            if name != "time" and found.get(name) != value:
                raise UnusableInputError(
                    f"An audit with other {name} is unfinished here. Give the same {name} to finish it, choose another "
                    f"folder with -o, or delete {self.path} to start anew."
                )
        return found

    def count(self) -> int:
        """The number of inputs that are kept."""
        (number,) = self.base.execute("SELECT count(*) FROM inputs").fetchone()
        return int(number)

    def is_read(self) -> bool:
        """Whether every input is kept."""
        return self.base.execute("SELECT 1 FROM plan WHERE name = 'read'").fetchone() is not None

    def name_of(self, number: int) -> str | None:
        """The name of an input that is kept."""
        found = self.base.execute("SELECT name FROM inputs WHERE number = ?", (number,)).fetchone()
        return None if found is None else text_of(found[0])

    def add_fault(self, number: int, name: str, fault: str) -> None:
        """Keep an input that cannot be read."""
        self.base.execute(
            "INSERT INTO inputs (number, name, fault, is_kept) VALUES (?, ?, ?, 0)",
            (number, _bytes(name), _plain(fault)),
        )
        self._commit_some()

    def add_other(self, number: int, name: str) -> None:
        """Keep the name of a filing that is left out."""
        self.base.execute("INSERT INTO inputs (number, name, is_kept) VALUES (?, ?, 0)", (number, _bytes(name)))
        self._commit_some()

    def add(
        self, number: int, name: str, key: Key, record: Record, content: bytes | None, mark: bytes | None = None
    ) -> None:
        """Keep a filing: ``content`` of one in an archive or a data set, which cannot be read again.

        ``mark`` is the fingerprint of one that is read again.
        """
        packed = None if content is None else zlib.compress(content, 1)
        values = (
            number, _bytes(name), packed, mark, key.issuer, min(key.owners, default=""), key.made, key.by, key.original,
            key.form, key.accession, key.digest, json.dumps(record), json.dumps(record["data_set_lacks"]),
            _rank(number, key),
        )  # fmt: skip
        self.base.execute(
            "INSERT INTO inputs (number, name, content, fingerprint, issuer, first, made, until, original, form,"
            " accession, digest, record, lacks, rank, is_kept) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
            values,
        )
        rows = [(key.issuer, owner, key.made, number) for owner in key.owners]
        self.base.executemany("INSERT INTO persons VALUES (?, ?, ?, ?)", rows)
        self._commit_some()

    def finish_reading(self, since: str) -> None:
        """Note that every input is kept, which are copies, and which are to check: Forms 4 of ``since`` or later."""
        self.base.executescript(_INDEXES)
        for query in _COPIES:
            self.base.execute(query)
        self.base.execute("DELETE FROM persons WHERE number IN (SELECT number FROM inputs WHERE copy_of IS NOT NULL)")
        wanted = "UPDATE inputs SET is_wanted = 1 WHERE is_kept AND form = '4' AND copy_of IS NULL AND until >= ?"
        self.base.execute(wanted, (since,))
        self.base.execute("INSERT INTO plan VALUES ('read', 'true')")
        self.commit()

    def left(self) -> tuple[int, int]:
        """How many filings are still to check, of how many."""
        (wanted,) = self.base.execute("SELECT count(*) FROM inputs WHERE is_wanted").fetchone()
        (checked,) = self.base.execute("SELECT count(*) FROM checks").fetchone()
        return wanted - checked, wanted

    def add_checks(self, records: Iterable[tuple[int, Record]]) -> None:
        """Keep what checks found."""
        rows = [(number, json.dumps(record)) for number, record in records]
        self.base.executemany("INSERT OR REPLACE INTO checks VALUES (?, ?)", rows)
        self.base.commit()

    def entries(self) -> Iterator[Entry]:
        """Every input in order, without those that are left out."""
        query = (
            "SELECT number, name, fault, i.record, copy_of, is_wanted, c.record FROM inputs i"
            " LEFT JOIN checks c USING (number) WHERE is_kept OR fault IS NOT NULL ORDER BY number"
        )
        for row in self.base.execute(query):
            yield Entry(row[0], text_of(row[1]), *row[2:])

    def commit(self) -> None:
        """Make everything that was added last."""
        self.base.commit()
        self._waiting = 0

    def close(self, *, is_done: bool) -> None:
        """Close the database, and remove it if the audit is done."""
        with suppress(sqlite3.Error):
            self.base.commit()
        self.base.close()
        for path in (f"{self.path}-wal", self.path) if is_done else ():
            with suppress(FileNotFoundError):
                os.remove(path)

    def _commit_some(self) -> None:
        self._waiting += 1
        if self._waiting >= _FEW:
            self.commit()


@contextmanager
def kept_in(store: Store) -> Iterator[None]:
    """Explain that the disk is full or fails, where work with the database ends by that.

    Raises UnusableInputError.
    """
    try:
        yield
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & _PRIMARY not in _OF_THE_DISK:
            raise
        raise _not_kept(store.path, error) from None


def _not_kept(path: str, error: sqlite3.Error) -> UnusableInputError:
    return UnusableInputError(
        f"The state of the audit cannot be kept in {path} ({error}). Free some space on the disk and give the same "
        "command again, or choose another folder with -o."
    )


def _rank(number: int, key: Key) -> int:
    return number + (0 if key.is_timed else _BEHIND) + (0 if key.accession else _FAR_BEHIND)


def text_of(name: bytes) -> str:
    """The name of an input that is kept."""
    return name.decode("utf-8", "surrogatepass")


def _bytes(name: str) -> bytes:
    """The name of an input, of which some bytes may not be UTF-8."""
    return name.encode("utf-8", "surrogatepass")


def _plain(words: str) -> str:
    return words.encode("utf-8", "backslashreplace").decode()
