"""Earlier filings given to a check: which of them precede an input."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import NamedTuple

from form4gen.api.check import is_prior
from form4gen.api.filings import read_prior
from form4gen.api.load import Filing
from form4gen.cli.streams import complain, full, read
from form4gen.errors import UnusableInputError


class Prior(NamedTuple):
    """A file that ``--prior`` names, and the filing in it."""

    path: str
    filing: Filing


def read_priors(paths: Iterable[str]) -> tuple[Prior, ...]:
    """The earlier filings. Raises UnusableInputError for the first file that is none."""
    found = []
    for path in paths:
        try:
            found.append(Prior(path, read_prior(read(path))))
        except UnusableInputError as error:
            raise UnusableInputError(f"--prior {full(path)}: {error}") from None
    return tuple(found)


def preceding(priors: Iterable[Prior], filing: Filing, filed_at: datetime) -> list[Prior]:
    """Those that precede a filing."""
    return [prior for prior in priors if is_prior(prior.filing, filing, filed_at)]


def earlier(paths: Iterable[str], filing: Filing, filed_at: datetime) -> list[Filing]:
    """The filings in these files that precede a filing; one that does not is told."""
    priors = read_priors(paths)
    found = preceding(priors, filing, filed_at)
    tell_unused(priors, [prior.path for prior in found])
    return [prior.filing for prior in found]


def tell_unused(priors: Iterable[Prior], used: Collection[str], beside: str = "") -> None:
    """Tell which of them are not of those used; ``beside`` ends the sentence."""
    for prior in priors:
        if prior.path not in used:
            words = f"is left out: it is no earlier filing of the same persons on the same issuer{beside}."
            complain(f"form4gen: {full(prior.path)} {words}")
