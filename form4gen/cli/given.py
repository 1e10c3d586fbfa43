"""The filings in files and folders: what ``ledger`` and the commands that draft a filing read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from form4gen.api.ledger import Given
from form4gen.cli.priors import read_earlier
from form4gen.cli.streams import STANDARD, STDIN_NAME, full
from form4gen.errors import UnusableInputError

_ENDINGS = (".json", ".xml", ".txt", ".nc")
"""The files of a folder that may be filings: our JSON, ownership XML, and full submissions under either name."""

_MOST_LINES = 20


def read_given(paths: Iterable[str]) -> tuple[list[Given], list[str]]:
    """The filings in files and in folders, and a line for each file of a folder that is not one.

    Raises UnusableInputError for a file that was named and is not a filing, and if there is no filing at all.
    """
    given: list[Given] = []
    skipped: list[str] = []
    for path in paths:
        if path != STANDARD and os.path.isdir(path):
            for file in _files_in(path):
                try:
                    given.append(Given(file, read_earlier(file)))
                except UnusableInputError as error:
                    skipped.append(f"form4gen: {full(file)} is skipped: {error}")
        else:
            try:
                given.append(Given(STDIN_NAME if path == STANDARD else path, read_earlier(path)))
            except UnusableInputError as error:
                raise UnusableInputError(f"{full(path)}: {error}") from None
    if not given:
        raise UnusableInputError(
            "No filing was found. Name a Form 3, 4 or 5 (JSON, ownership XML or full submission), or a folder of them."
        )
    more = len(skipped) - _MOST_LINES
    return given, skipped if more <= 0 else [*skipped[:_MOST_LINES], f"form4gen: {more} more files are skipped."]


def _files_in(folder: str) -> Iterator[str]:
    """The files of a folder that may be filings, by name; not those of its subfolders."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UnusableInputError(f"Cannot read the folder {full(folder)}: {error.strerror}.") from None
    for name in names:
        path = os.path.join(folder, name)
        if name.lower().endswith(_ENDINGS) and os.path.isfile(path):
            yield path
