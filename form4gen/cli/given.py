"""The filings in files and folders: what ``ledger`` and the commands that draft a filing read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from form4gen.api.filing_time import FilingTime
from form4gen.api.ledger import Given
from form4gen.archives.member import may_be_filing
from form4gen.cli.priors import read_timed
from form4gen.cli.streams import STANDARD, STDIN_NAME, full
from form4gen.errors import UnusableInputError

_MOST_LINES = 20


def read_given(paths: Iterable[str]) -> tuple[list[Given], list[str]]:
    """The filings in files and in folders, and a line for each file of a folder that is not one.

    Raises UnusableInputError for a file that was named and is not a filing, and if there is no filing at all.
    """
    found, skipped = read_timed_given(paths)
    return [given for given, _ in found], skipped


def read_timed_given(paths: Iterable[str]) -> tuple[list[tuple[Given, FilingTime | None]], list[str]]:
    """The filings as ``read_given`` reads them, each with its filing time as the file gives it."""
    given: list[tuple[Given, FilingTime | None]] = []
    skipped: list[str] = []
    for path in paths:
        if path != STANDARD and os.path.isdir(path):
            for file in _files_in(path):
                try:
                    given.append(_timed(file, file))
                except UnusableInputError as error:
                    skipped.append(f"form4gen: {full(file)} is skipped: {error}")
        else:
            try:
                given.append(_timed(path, STDIN_NAME if path == STANDARD else path))
            except UnusableInputError as error:
                raise UnusableInputError(f"{full(path)}: {error}") from None
    if not given:
        raise UnusableInputError(
            "No filing was found. Name a Form 3, 4 or 5 (JSON, ownership XML or full submission), or a folder of them."
        )
    more = len(skipped) - _MOST_LINES
    return given, skipped if more <= 0 else [*skipped[:_MOST_LINES], f"form4gen: {more} more files are skipped."]


def _timed(path: str, name: str) -> tuple[Given, FilingTime | None]:
    filing, at = read_timed(path)
    return Given(name, filing), at


def _files_in(folder: str) -> Iterator[str]:
    """The files of a folder that may be filings, by name; not those of its subfolders."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UnusableInputError(f"Cannot read the folder {full(folder)}: {error.strerror}.") from None
    for name in names:
        path = os.path.join(folder, name)
        if may_be_filing(name) and os.path.isfile(path):
            yield path
