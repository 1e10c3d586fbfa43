"""The earlier filings given with ``--prior``, and which of them precede an input."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from form4gen.api.check import is_prior
from form4gen.api.filing_time import FilingTime
from form4gen.api.filings import read_timed_prior
from form4gen.api.load import Filing
from form4gen.cli.confidential import known_cccs
from form4gen.cli.streams import STANDARD, STDIN_NAME, full, read, write_error
from form4gen.errors import UnusableInputError
from form4gen.records import NamedTuple
from form4gen.redaction.sealed import NOTICE, sealed


class Prior(NamedTuple):
    """A file that ``--prior`` names, and the filing in it."""

    path: str
    filing: Filing


def read_priors(paths: Iterable[str]) -> tuple[Prior, ...]:
    """The earlier filings. Raises UnusableInputError for the first file that is not one."""
    found = []
    for path in paths:
        try:
            found.append(Prior(path, read_earlier(path)))
        except UnusableInputError as error:
            raise UnusableInputError(f"--prior {full(path)}: {error}") from None
    return tuple(found)


def read_earlier(path: str) -> Filing:
    """The filing in a file or in standard input; a CCC in it is masked, and standard error says so.

    Raises UnusableInputError.
    """
    return read_timed(path)[0]


def read_timed(path: str) -> tuple[Filing, FilingTime | None]:
    """The filing as ``read_earlier`` reads it, with its filing time as the file gives it."""
    raw, has_ccc, _ = sealed(read(path), known_cccs())
    if has_ccc:
        write_error(f"form4gen: {STDIN_NAME if path == STANDARD else full(path)} {NOTICE}")
    return read_timed_prior(raw, known_cccs())


def preceding(priors: Iterable[Prior], filing: Filing, filed_at: datetime) -> list[Prior]:
    """Those that precede a filing."""
    return [prior for prior in priors if is_prior(prior.filing, filing, filed_at)]


def unused(priors: Iterable[Prior], used: Collection[str], inputs: str = "") -> list[str]:
    """A line for each of them that is not used; ``inputs`` says for which inputs, if there are several."""
    words = f"is not used: it is not an earlier filing of the same reporting person and issuer{inputs}."
    return [f"form4gen: {full(prior.path)} {words}" for prior in priors if prior.path not in used]
