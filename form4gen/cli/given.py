"""The filings in files and folders: what ``ledger`` and the commands that draft a filing read."""

from __future__ import annotations

from collections.abc import Iterable

from form4gen.api.filing_time import FilingTime
from form4gen.api.ledger import Given
from form4gen.cli.priors import first_lines, read_filings
from form4gen.cli.streams import STANDARD, STDIN_NAME, full
from form4gen.errors import UnusableInputError


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
    for named in paths:
        try:
            found, others = read_filings(named)
        except UnusableInputError as error:
            raise UnusableInputError(f"{full(named)}: {error}") from None
        given += ((Given(STDIN_NAME if path == STANDARD else path, filing), at) for path, filing, at in found)
        skipped += others
    if not given:
        raise UnusableInputError(
            "No filing was found. Name a Form 3, 4 or 5 (JSON, ownership XML or full submission), or a folder of them."
        )
    return given, first_lines(skipped)
