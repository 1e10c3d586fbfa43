"""The earlier filings given with ``--prior``, and which of them precede an input."""

from __future__ import annotations

import os
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from datetime import datetime

from form4gen.api.check import is_prior
from form4gen.api.filing_time import FilingTime
from form4gen.api.filings import read_timed_prior
from form4gen.api.load import Filing
from form4gen.archives.member import may_be_filing
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import STANDARD, STDIN_NAME, full, read, write_error
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import NOTICE, sealed

_MOST_LINES = 20


class Prior(NamedTuple):
    """An earlier filing and its file; ``named`` is what ``--prior`` names: the file or its folder."""

    path: str
    filing: Filing
    named: str


def read_priors(paths: Iterable[str]) -> tuple[tuple[Prior, ...], list[str]]:
    """The earlier filings in files and folders, and a line for each file of a folder that is not one.

    Raises UnusableInputError for the first file that is not one, and for a folder without any.
    """
    found: list[Prior] = []
    skipped: list[str] = []
    for named in paths:
        try:
            read_here, others = read_filings(named)
        except UnusableInputError as error:
            raise UnusableInputError(f"--prior {full(named)}: {error}") from None
        if not read_here:
            raise UnusableInputError(f"--prior {full(named)}: no filing was found in this folder.")
        found += (Prior(path, filing, named) for path, filing, _ in read_here)
        skipped += others
    return tuple(found), first_lines(skipped)


def read_filings(path: str) -> tuple[list[tuple[str, Filing, FilingTime | None]], list[str]]:
    """The filing in a file or in standard input, or those in a folder, each with its path and its filing time.

    A folder stands for its files, without its subfolders; a file of it that is not a filing becomes a line. A CCC is
    masked, and standard error says so. Raises UnusableInputError for a file that is not a filing.
    """
    if path == STANDARD or not os.path.isdir(path):
        return [(path, *_read_timed(path))], []
    found, skipped = [], []
    for file in _files_in(path):
        try:
            found.append((file, *_read_timed(file)))
        except UnusableInputError as error:
            skipped.append(f"form4gen: {full(file)} is skipped: {error}")
    return found, skipped


def first_lines(skipped: list[str]) -> list[str]:
    """The first lines on files that are skipped, and how many more there are."""
    more = len(skipped) - _MOST_LINES
    return skipped if more <= 0 else [*skipped[:_MOST_LINES], f"form4gen: {more} more files are skipped."]


def _read_timed(path: str) -> tuple[Filing, FilingTime | None]:
    raw, has_ccc, _ = sealed(read(path), known_cccs())
    if has_ccc:
        write_error(f"form4gen: {STDIN_NAME if path == STANDARD else full(path)} {NOTICE}")
    return read_timed_prior(raw, known_cccs())


def _files_in(folder: str) -> Iterable[str]:
    """The files of a folder that may be filings, by name; not those of its subfolders."""
    try:
        names = sorted(os.listdir(folder))
    except OSError as error:
        raise UnusableInputError(f"Cannot read the folder: {error.strerror}.") from None
    paths = (os.path.join(folder, name) for name in names if may_be_filing(name))
    return filter(os.path.isfile, paths)


def preceding(priors: Iterable[Prior], filing: Filing, filed_at: datetime) -> list[Prior]:
    """Those that precede a filing."""
    return [prior for prior in priors if is_prior(prior.filing, filing, filed_at)]


def unused(priors: Iterable[Prior], used: AbstractSet[str], inputs: str = "") -> list[str]:
    """A line for each file that is not used, and for each folder of which none is.

    ``inputs`` says for which inputs, if there are several.
    """
    whose = f"an earlier filing of the same reporting person and issuer{inputs}"
    paths: dict[str, list[str]] = {}
    for prior in priors:
        paths.setdefault(prior.named, []).append(prior.path)
    return [
        f"form4gen: {full(named)} is not used: "
        + (f"it is not {whose}." if found == [named] else f"none of its filings ({len(found)}) is {whose}.")
        for named, found in paths.items()
        if used.isdisjoint(found)
    ]
